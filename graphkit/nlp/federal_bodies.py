"""Bodies of the federal government: their officers' jurisdiction is the United States."""

from __future__ import annotations

from functools import cache

from graphkit.nlp.lexicons import read_table
from graphkit.nlp.phrase_table import PhraseTable, words_of_form

COLUMNS = ("name", "kind", "forms", "example")


@cache
def federal_bodies() -> PhraseTable[str]:
    """Return the bodies under all their names."""
    table: PhraseTable[str] = PhraseTable()
    for name, kind, forms in _rows():
        if kind == "body":
            for form in (name, *forms):
                table.add(form, name)
    return table


@cache
def federal_fields() -> PhraseTable[str]:
    """Return bodies and fields under all their names: what may follow "Secretary of"."""
    table: PhraseTable[str] = PhraseTable()
    for name, _, forms in _rows():
        for form in (name, *forms):
            table.add(form, name)
    return table


@cache
def _word_runs() -> frozenset[tuple[str, ...]]:
    return frozenset(words_of_form(form) for name, _, forms in _rows() for form in (name, *forms))


def names_federal_body(office: str) -> bool:
    """Tell whether the words of an office name a federal body or field.

    >>> names_federal_body("Secretary of Veterans Affairs")
    True
    """
    words = words_of_form(office)
    runs = _word_runs()
    return any(words[i:j] in runs for i in range(len(words)) for j in range(i + 1, len(words) + 1))


@cache
def _rows() -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    kinds = frozenset({"body", "field"})
    return tuple(
        (
            row.cell("name"),
            row.choice("kind", kinds),
            tuple(f.strip() for f in row.cell("forms").split("|") if f.strip()),
        )
        for row in read_table("federal_bodies.tsv", COLUMNS)
    )
