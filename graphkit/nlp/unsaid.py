"""Reports of what was not said: denied, supposed or asked about.

They are no statements. Each is kept with the reason, so that one can see why it is none.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from graphkit.nlp.annotations import UnsaidReason
from graphkit.nlp.lexicons import read_table
from graphkit.nlp.syntax import NOUN_SUBJECTS, children

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

COLUMNS = ("word", "place", "reason", "example")
PLACES = frozenset({"governor", "modal", "mark", "preposition", "subject"})
WH_TAGS = frozenset({"WP", "WDT", "WRB", "WP$"})
QUESTION_MARK = "?"


@cache
def load_unsaid_marks() -> dict[tuple[str, str], UnsaidReason]:
    """Read the reason of each word at each place.

    Raises:
        LexiconError: A row is not as its header says.
    """
    reasons = frozenset(reason.value for reason in UnsaidReason)
    return {
        (row.choice("place", PLACES), row.cell("word")): UnsaidReason(row.choice("reason", reasons))
        for row in read_table("unsaid_marks.tsv", COLUMNS)
    }


def unsaid_reason(verb: Token) -> UnsaidReason | None:
    """Return why the text does not say that `verb` was done; None where it does."""
    if any(c.dep_ == "neg" for c in verb.children):
        return UnsaidReason.DENIED
    marks = load_unsaid_marks()
    for place, word in _placed_words(verb):
        if (place, word) in marks:
            return marks[place, word]
    return UnsaidReason.ASKED if _is_asked(verb) else None


def _placed_words(verb: Token) -> Iterator[tuple[str, str]]:
    """Yield the words around a verb at which a reason may stand, with their places."""
    if verb.dep_ in {"xcomp", "acl"}:
        yield "governor", verb.head.lemma_.lower()
    if verb.dep_ == "pcomp":
        yield "preposition", verb.head.lower_
    for child in verb.children:
        if child.tag_ == "MD":
            yield "modal", child.lower_
        elif child.dep_ == "mark":
            yield "mark", child.lower_
        elif child.dep_ in NOUN_SUBJECTS:
            yield "subject", child.lower_
            yield from (("subject", c.lower_) for c in child.lefts if c.dep_ == "det")


def _is_asked(verb: Token) -> bool:
    """Tell "Did Bee say so?" and "Who said so?", whose content is nobody's yet."""
    sentence = verb.sent
    if verb.dep_ != "ROOT" or sentence[-1].text != QUESTION_MARK:
        return False
    subjects = [s for s in children(verb, *NOUN_SUBJECTS) if s.i < verb.i]
    if not subjects:
        return False
    auxiliaries = children(verb, "aux")
    inverted = any(a.i < subjects[0].i for a in auxiliaries)
    return inverted or subjects[0].tag_ in WH_TAGS
