"""Political parties: their tags, adjectives and members."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from graphkit.nlp.lexicons import read_table
from graphkit.nlp.phrase_table import PhraseTable

COLUMNS = ("name", "country", "tag", "members", "adjective", "forms", "example")


@dataclass(frozen=True, slots=True, kw_only=True)
class Parties:
    """The tables of `parties.tsv`; each gives the party's name."""

    tags: dict[str, str]
    members: PhraseTable[str]
    adjectives: PhraseTable[str]
    organizations: PhraseTable[str]
    countries: dict[str, str]


@cache
def parties() -> Parties:
    """Return the parties, read once."""
    tables = Parties(
        tags={},
        members=PhraseTable(),
        adjectives=PhraseTable(),
        organizations=PhraseTable(),
        countries={},
    )
    for row in read_table("parties.tsv", COLUMNS):
        name = row.cell("name")
        tables.countries[name] = row.cell("country")
        for tag in _forms(row.cell("tag")):
            tables.tags[tag] = name
        for form in _forms(row.cell("members")):
            tables.members.add(form, name)
        for form in _forms(row.cell("adjective")):
            tables.adjectives.add(form, name)
        for form in _forms(row.cell("forms")):
            tables.organizations.add(form, name)
    return tables


def _forms(cell: str) -> list[str]:
    return [form.strip() for form in cell.split("|") if form.strip()]
