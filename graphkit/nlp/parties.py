"""Political parties: their tags, adjectives and members."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from graphkit.nlp.lexicons import read_table
from graphkit.nlp.phrase_table import PhraseTable

COLUMNS = ("name", "country", "common", "tag", "members", "adjective", "forms", "example")


@dataclass(frozen=True, slots=True, kw_only=True)
class Parties:
    """The tables of `parties.tsv`; each gives the party's name."""

    tags: dict[str, str]
    members: PhraseTable[str]
    adjectives: PhraseTable[str]
    organizations: PhraseTable[str]
    countries: dict[str, tuple[str, ...]]
    """Where each party runs; the first is the one that its bare name means."""
    common: frozenset[str]
    """Parties whose words mean other things in other countries."""


def plausible_party(name: str | None, country: str | None) -> str | None:
    """Return the party, unless its words are common ones and the text is of another country.

    >>> plausible_party("Labor", None) is None
    True
    """
    if name is None or name not in parties().common:
        return name
    return name if country in parties().countries[name] else None


def party_country(name: str | None, setting: str | None) -> str | None:
    """Return the country that a party's name speaks of; the text's own where it runs there.

    >>> party_country("Labour", None), party_country("Democratic", None)
    ('United Kingdom', 'United States')
    """
    countries = parties().countries.get(name or "", ())
    if setting in countries:
        return setting
    return countries[0] if countries else None


@cache
def parties() -> Parties:
    """Return the parties, read once."""
    rows = read_table("parties.tsv", COLUMNS)
    answers = frozenset({"yes", "no"})
    tables = Parties(
        tags={},
        members=PhraseTable(),
        adjectives=PhraseTable(),
        organizations=PhraseTable(),
        countries={row.cell("name"): tuple(_forms(row.cell("country"))) for row in rows},
        common=frozenset(r.cell("name") for r in rows if r.choice("common", answers) == "yes"),
    )
    for row in rows:
        name = row.cell("name")
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
