"""The fields of ministers: how far "Minister for Trade, Tourism and Sport Ann Bee" goes."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from graphkit.nlp.lexicons import read_table
from graphkit.nlp.phrase_table import PhraseTable, words_of_form

if TYPE_CHECKING:
    from spacy.tokens import Doc

MINISTERS = frozenset({"secretary", "minister"})
JOINERS = frozenset({",", "and", "&"})
LONGEST_FIELD = 4
"""Words of one field."""


@cache
def government_fields() -> PhraseTable[str]:
    """Return the fields, read once."""
    table: PhraseTable[str] = PhraseTable()
    for row in read_table("government_fields.tsv", ("field", "example")):
        table.add(row.cell("field"), row.cell("field"))
    return table


def fields_end(doc: Doc, start: int, stop: int) -> int:
    """Return where the fields that start at a token end; `start` where there is none."""
    end = start
    i = start
    while i < stop:
        hit = government_fields().at(doc, i, stop)
        if hit is None:
            return end
        end = i = hit.end
        while i < stop and doc[i].lower_ in JOINERS:
            i += 1
        if i == end:
            return end
    return end


def fields_start(doc: Doc, end: int, floor: int) -> int | None:
    """Return where the field that ends at a token starts: "health" before "secretary"."""
    if end <= floor:
        return None
    hit = government_fields().before(doc, end, floor)
    return None if hit is None else hit.start


def names_ministry(office: str) -> bool:
    """Tell whether an office is a minister's or secretary's of such a field.

    >>> names_ministry("Shadow Health Secretary"), names_ministry("Press Secretary")
    (True, False)
    """
    words = words_of_form(office)
    if words[:4] == ("secretary", "of", "state", "for") or "minister" in words[:-1]:
        return True
    if len(words) < 2 or words[-1] not in MINISTERS:  # noqa: PLR2004 - a field and the noun
        return words == ("minister",)
    runs = (words[i:-1] for i in range(max(0, len(words) - 1 - LONGEST_FIELD), len(words) - 1))
    return any(government_fields().get(" ".join(run)) is not None for run in runs)
