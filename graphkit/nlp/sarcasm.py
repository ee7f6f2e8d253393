"""Tell words that are not meant as they stand: scare marks, "so-called", "yeah, right".

Nobody can tell sarcasm for certain by such marks, so that no sign is turned for it: what stands
beside them is only less plain.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from graphkit.nlp.lexicons import read_table
from graphkit.nlp.quotation_marks import CLOSING, OPENING, STRAIGHT

if TYPE_CHECKING:
    from spacy.tokens import Token

SARCASTIC = "sarcastic"
"""Mood of what may be meant as its opposite."""
OPENERS = OPENING | STRAIGHT | {"‘", "'", "``"}
CLOSERS = CLOSING | STRAIGHT | {"’", "'", "''"}
LONGEST_SCARE = 2
"""Words between scare marks; longer runs are quoted for their own sake."""
POINTING = frozenset(
    {"the", "this", "that", "these", "those", "his", "her", "its", "their", "your"}
)
"""Words before scare marks ("their “fair” fee"); behind "a" and verbs people are quoted."""
SO_CALLED = ("so", "-", "called")
REACH = 8
"""Tokens before and behind a sentence in which a mark for it stands ("… is fair. Yeah, right.")."""
LONGEST_SENTENCE = 60
"""Tokens around the word that are looked at."""


@cache
def sarcasm_marks() -> tuple[str, ...]:
    """Return the phrases of `sarcasm_marks.tsv`."""
    return tuple(
        row.cell("phrase") for row in read_table("sarcasm_marks.tsv", ("phrase", "example"))
    )


def is_sarcastic(word: Token) -> bool:
    """Tell whether something beside a word says that it may be meant as its opposite."""
    return is_scare_quoted(word) or _is_so_called(word) or _has_mark(word)


def is_scare_quoted(word: Token) -> bool:
    """Tell "their “fair” fee" from a fee that somebody called “fair”."""
    doc, sentence = word.doc, word.sent
    first = max(sentence.start, word.i - LONGEST_SCARE)
    opening = next((i for i in range(word.i - 1, first - 1, -1) if doc[i].text in OPENERS), None)
    if opening is None or opening == sentence.start:
        return False
    behind = doc[word.i + 1 : min(sentence.end, opening + LONGEST_SCARE + 2)]
    before = doc[opening - 1]
    is_closed = any(t.text in CLOSERS for t in behind)
    return is_closed and (before.lower_ in POINTING or before.tag_ == "POS")


def _is_so_called(word: Token) -> bool:
    """Tell "the so-called fair fee" from "opposes the so-called canal fee"."""
    before = word.doc[max(word.sent.start, word.i - len(SO_CALLED)) : word.i]
    return "".join(t.lower_ for t in before).endswith("so-called") or [
        t.lower_ for t in before[-2:]
    ] == ["so", "called"]


def _has_mark(word: Token) -> bool:
    """Tell whether a phrase for sarcasm stands in the sentence or right beside it."""
    doc, sentence = word.doc, word.sent
    start = max(0, sentence.start - REACH, word.i - LONGEST_SENTENCE)
    end = min(len(doc), sentence.end + REACH, word.i + LONGEST_SENTENCE)
    text = f" {' '.join(t.lower_ for t in doc[start:end] if not t.is_space)} "
    return any(f" {phrase} " in text for phrase in sarcasm_marks())
