"""Find governments that have no name: "the federal government", "Ohio's legislature".

They are actors where they do something or own something. "The administration" alone is one only
where the text names no other; otherwise it takes that one up.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphkit.nlp.annotations import TokenRange
from graphkit.nlp.syntax import NOUN_SUBJECTS, children
from graphkit.nlp.titles import POSSESSIVES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

BODIES = frozenset({"administration", "cabinet", "government", "legislature", "parliament"})
DESCRIBING = frozenset({"amod", "compound", "nmod", "poss"})
NAMELIKE = frozenset({"administration", "Administration", "Cabinet", "Government", "Parliament"})
"""Words that mean one body without saying which: "the government" may be any."""
OTHER = frozenset(
    {"entire", "former", "future", "local", "new", "next", "other", "own", "past", "previous"}
)
"""Words that tell of another body than the one that acts now, or of any."""
LONGEST = 6
"""Tokens of "the island's left-wing coalition government"."""


def governing_bodies(doc: Doc) -> Iterator[TokenRange]:
    """Yield the phrases for bodies that the text has no name for, where one of them acts."""
    found = [(token, phrase) for token in doc if (phrase := _phrase(token)) is not None]
    described = {token.lower_ for token, phrase in found if phrase.end - phrase.start > 1}
    acting = {doc[slice(*phrase)].text for token, phrase in found if _acts(token)}
    for token, phrase in found:
        is_bare = phrase.end - phrase.start == 1
        is_told = token.text in NAMELIKE and token.lower_ not in described
        if doc[slice(*phrase)].text in acting and (is_told or not is_bare):
            yield phrase


def _phrase(token: Token) -> TokenRange | None:
    """Return the words of "the federal government" without the article."""
    if token.lower_ not in BODIES or token.dep_ == "compound":
        return None
    is_definite = any(c.lower_ == "the" for c in children(token, "det"))
    owners = [c for c in children(token, "poss") if c.pos_ != "PRON"]
    if not is_definite and not owners:
        return None
    parts = [c for c in token.lefts if c.dep_ in DESCRIBING]
    if any(c.lower_ in OTHER or c.pos_ == "PRON" for c in parts):
        return None
    start = min((c.left_edge.i for c in parts), default=token.i)
    while start < token.i and token.doc[start].pos_ == "DET":
        start += 1
    return TokenRange(start, token.i + 1) if token.i - start < LONGEST else None


def _acts(token: Token) -> bool:
    """Tell whether a body does something, owns something, or is told to do something."""
    if token.dep_ in NOUN_SUBJECTS or (token.dep_ == "pobj" and token.head.dep_ == "agent"):
        return True
    return any(c.text in POSSESSIVES for c in children(token, "case"))
