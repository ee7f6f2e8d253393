"""Sentences told in somebody's name by a phrase: "according to Bee", "in Bee's view"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from graphkit.nlp.annotations import TokenRange
from graphkit.nlp.lexicons import read_table
from graphkit.nlp.reported_content import MIN_WORDS, is_set_off, tidied
from graphkit.nlp.syntax import FINITE_TAGS, SUBJECTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

VIEW_COLUMNS = ("noun", "example")


class Attribution(NamedTuple):
    """A phrase that gives a sentence to somebody.

    Attributes:
        words: The whole phrase, its source included.
        cue: Those that do it ("according to", "view").
        sources: Head words of who holds or says it.
    """

    words: TokenRange
    cue: TokenRange
    sources: tuple[int, ...]


def load_views() -> frozenset[str]:
    """Read the nouns for what somebody holds.

    Raises:
        LexiconError: A row is not as its header says.
    """
    rows = read_table("views.tsv", VIEW_COLUMNS)
    return frozenset(row.cell("noun") for row in rows)


def find_attributions(doc: Doc, views: frozenset[str]) -> Iterator[tuple[Attribution, TokenRange]]:
    """Yield the attributing phrases with the words that they attribute, in order."""
    for token in doc[:-1]:
        found = None
        if token.lower_ == "according":
            found = _according(token)
        elif token.lower_ == "in" and token.dep_ == "prep":
            found = _in_view(token, views)
        if found is not None:
            content = _content(token, found)
            if content.end - content.start >= MIN_WORDS:
                yield found, content


def _according(token: Token) -> Attribution | None:
    to = token.nbor()
    named = [c for head in (to, token) for c in head.children if c.dep_ == "pobj" and c.i > to.i]
    if to.lower_ != "to" or not named:
        return None
    if not (token.is_sent_start or is_set_off(token) or named[0].pos_ == "PROPN"):
        return None  # "paid according to the rules"
    return Attribution(
        words=TokenRange(token.i, named[0].right_edge.i + 1),
        cue=TokenRange(token.i, token.i + 2),
        sources=tuple(t.i for t in (named[0], *named[0].conjuncts)),
    )


def _in_view(token: Token, views: frozenset[str]) -> Attribution | None:
    """Read "in Bee's view" and "in the view of the board"."""
    for noun in (c for c in token.children if c.dep_ == "pobj" and c.lower_ in views):
        owners = [c for c in noun.children if c.dep_ == "poss"]
        has_article = any(c.dep_ == "det" for c in noun.lefts)  # "in view of" is a preposition
        for prep in (c for c in noun.rights if c.lower_ == "of" and has_article):
            owners += [c for c in prep.children if c.dep_ == "pobj"]
        if owners:
            return Attribution(
                words=TokenRange(token.i, noun.right_edge.i + 1),
                cue=TokenRange(noun.i, noun.i + 1),
                sources=tuple(t.i for t in (owners[0], *owners[0].conjuncts)),
            )
    return None


def _content(token: Token, found: Attribution) -> TokenRange:
    """Return the sentence without the phrase where that opens or ends it, else around it.

    What follows a phrase behind a whole clause is the narrator's: "A, according to Bee, but B".
    """
    doc, sentence = token.doc, token.sent
    end = min(found.words.end, sentence.end)
    before = tidied(doc, TokenRange(sentence.start, token.i))
    after = tidied(doc, TokenRange(end, sentence.end))
    if before.start >= before.end:
        return after
    if _is_clause(doc, before) or not _has_verb(doc, after):
        return before
    return tidied(doc, TokenRange(sentence.start, sentence.end))


def _is_clause(doc: Doc, words: TokenRange) -> bool:
    subjects = any(t.dep_ in SUBJECTS for t in doc[words.start : words.end])
    return subjects and _has_verb(doc, words)


def _has_verb(doc: Doc, words: TokenRange) -> bool:
    return any(t.tag_ in FINITE_TAGS for t in doc[words.start : words.end])
