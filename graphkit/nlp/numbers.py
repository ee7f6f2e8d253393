"""Read how many: "21", "thirty-four", "nearly two dozen", "more than 70", "dozens of"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from graphkit.nlp.lexicons import read_table
from graphkit.nlp.phrase_table import PhraseTable

if TYPE_CHECKING:
    from spacy.tokens import Doc

DIGITS = re.compile(r"\d{1,3}(,\d{3})+|\d+")
YEAR = re.compile(r"(19|20)\d\d")
"""Figures before a noun that are years: "2020 Democrats"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """How many, at tokens [start, end); `count` None for "dozens of"."""

    start: int
    end: int
    count: int | None
    modifier: str | None


class NumberWord(NamedTuple):
    """A row of `number_words.tsv`."""

    kind: str
    value: int


def quantity_at(doc: Doc, start: int, stop: int) -> Quantity | None:
    """Return the quantity whose words start at a token."""
    hit = quantifiers().at(doc, start, stop)
    if hit is not None and hit.value == "modifier":
        number = number_at(doc, hit.end, stop)
        if number is not None:
            text = doc[start : hit.end].text.lower()
            return Quantity(start=start, end=number[0], count=number[1], modifier=text)
        if doc[start].lower_ not in {"some", "all"}:
            return None
    number = number_at(doc, start, stop)
    if number is not None:
        return Quantity(start=start, end=number[0], count=number[1], modifier=None)
    if hit is not None:
        count = 2 if doc[start].lower_ == "both" else None
        text = doc[start : hit.end].text.lower()
        return Quantity(start=start, end=hit.end, count=count, modifier=None if count else text)
    return None


def number_at(doc: Doc, start: int, stop: int) -> tuple[int, int] | None:
    """Return where the number that starts at a token ends, and its value; whole numbers only."""
    i = start
    if i + 1 < stop and doc[i].lower_ in {"a", "an"} and _kind(doc, i + 1) == "factor":
        return _factors(doc, i + 1, stop, 1)
    if i >= stop:
        return None
    if YEAR.fullmatch(doc[i].text):
        return None
    if DIGITS.fullmatch(doc[i].text):
        return _factors(doc, i + 1, stop, int(doc[i].text.replace(",", "")))
    word = number_words().get(doc[i].lower_)
    if word is None or word.kind == "factor":
        return None
    value, i = word.value, i + 1
    if word.kind == "ten" and i + 1 < stop and doc[i].text in {"-", "–"}:
        unit = number_words().get(doc[i + 1].lower_)
        if unit is not None and unit.kind == "unit":
            value, i = value + unit.value, i + 2
    return _factors(doc, i, stop, value)


def _factors(doc: Doc, i: int, stop: int, value: int) -> tuple[int, int] | None:
    while i < stop and _kind(doc, i) == "factor":
        value *= number_words()[doc[i].lower_].value
        i += 1
    return (i, value) if value > 0 else None


def _kind(doc: Doc, i: int) -> str | None:
    word = number_words().get(doc[i].lower_)
    return word.kind if word is not None else None


@cache
def quantifiers() -> PhraseTable[str]:
    """Return the words before a number or instead of one, with their kind."""
    table: PhraseTable[str] = PhraseTable()
    kinds = frozenset({"modifier", "vague"})
    for row in read_table("quantifiers.tsv", ("form", "kind", "example")):
        table.add(row.cell("form"), row.choice("kind", kinds))
    return table


@cache
def number_words() -> dict[str, NumberWord]:
    """Return the number words with kind and value."""
    kinds = frozenset({"unit", "ten", "factor"})
    return {
        row.cell("word"): NumberWord(row.choice("kind", kinds), int(row.cell("value")))
        for row in read_table("number_words.tsv", ("word", "kind", "value", "example"))
    }
