"""Tell where a run of capitalised words stops being a person's name."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from graphkit.nlp.annotations import HEADS
from graphkit.nlp.lexicons import read_table
from graphkit.nlp.names import (
    LONGEST_NAME,
    OPENING_NICKNAME,
    fold,
    given_names,
    is_glued,
    is_name_word,
)
from graphkit.nlp.phrase_table import norm
from graphkit.nlp.titles import (
    POSSESSIVES,
    title_at,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from graphkit.nlp.person_mentions import Scan


def cut_name(scan: Scan, start: int, end: int) -> int:
    """Shorten a run of capitalised words to what can be a name."""
    doc = scan.doc
    for i in range(start, end):
        hit = title_at(doc, i, end) if i > start else None
        if is_banned(doc[i], first=i == start) or (hit is not None and hit.end < end):
            end = i
            break
    if end - start > 2 and norm(doc[end - 1]) in weekdays():  # noqa: PLR2004 - "Ann Bee Monday"
        end -= 1
    words = sum(map(is_name_word, doc[start:end]))
    if scan.block.kind not in HEADS and words < LONGEST_NAME:
        return end
    # The first surname ends the name: "Bee Joins Dee"; "Scott Bee" may hold the surname Scott.
    for i in range(start + 1, end + 1):
        word = fold(doc[i - 1].text)
        if word in scan.surnames and not (i == start + 1 < end and word in given_names()):
            return i
    entity = next((e for e in scan.entities if e.start == start and e.label_ == "PERSON"), None)
    if entity is not None and entity.end < end:
        return max(start + 1, without_possessive(entity).end)
    return _before_verb(doc, start, end)


def is_banned(token: Token, *, first: bool) -> bool:
    """Tell whether no name has this word; "Bill" and "Grant" may begin one."""
    if first and fold(token.text) in given_names():
        return False
    if token.i > 0 and token.nbor(-1).text in OPENING_NICKNAME:
        return False  # 'William "Bill" Bee'
    return norm(token) in not_names() or is_glued(token.text)


def _before_verb(doc: Doc, start: int, end: int) -> int:
    for i in range(start + 1, end):
        if doc[i].pos_ in {"VERB", "AUX", "ADP", "DET", "CCONJ", "PART"}:
            return i
    return end


def trimmed(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Cut "Inside" and "Increasingly" off, which have capitals for another reason."""
    while start < end and _is_no_name(doc[start]):
        start += 1
    while end > start and _is_no_name(doc[end - 1]):
        end -= 1
    return start, end


def _is_no_name(token: Token) -> bool:
    return token.pos_ in {"ADP", "ADV", "DET", "SCONJ"} and fold(token.text) not in given_names()


def without_possessive(span: Span) -> Span:
    """Cut the "'s" off that the model took into a name."""
    return span[:-1] if len(span) > 1 and span[-1].text in POSSESSIVES else span


@cache
def weekdays() -> frozenset[str]:
    """Return the words for days that newspapers put after a name without a preposition."""
    return frozenset(row.cell("word") for row in read_table("day_words.tsv", ("word", "example")))


@cache
def not_names() -> frozenset[str]:
    """Return the words that are no part of a person's name, read once."""
    return frozenset(row.cell("word") for row in read_table("not_names.tsv", ("word", "example")))
