"""Places that have offices: read them beside a title, in a tag, in a dateline."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from graphkit.nlp.lexicons import read_table
from graphkit.nlp.names import fold
from graphkit.nlp.phrase_table import PhraseTable, words_of_form

if TYPE_CHECKING:
    from spacy.tokens import Doc

UNITED_STATES = "United States"
KINDS = frozenset({"state", "territory", "country", "nation", "province", "city"})
COLUMNS = ("name", "kind", "forms", "adjective", "postal", "capital", "within", "example")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place of the gazetteer; `adjective` tells that the form found was one ("Scottish")."""

    name: str
    kind: str
    adjective: bool = False
    within: str | None = None
    """The country of a province, a nation or a city outside the United States."""

    @property
    def is_state(self) -> bool:
        """Tell whether it is a state or territory of the United States."""
        return self.kind in {"state", "territory"}

    @property
    def country(self) -> str | None:
        """Return the country that it is or lies in; None for cities of the United States."""
        if self.kind == "country":
            return self.name
        return UNITED_STATES if self.is_state else self.within


class Gazetteer:
    """The places of `jurisdictions.tsv`."""

    def __init__(self) -> None:
        self.table: PhraseTable[Place] = PhraseTable(strict_dots=True)
        self.postal: dict[str, Place] = {}
        self.capitals: dict[str, Place] = {}
        self._written: dict[tuple[str, ...], Place] = {}
        self._adjectives: dict[tuple[str, ...], Place] = {}
        for row in read_table("jurisdictions.tsv", COLUMNS):
            within = row.cell("within") or None
            place = Place(name=row.cell("name"), kind=row.choice("kind", KINDS), within=within)
            for form in _forms(row.cell("adjective")):
                adjective = replace(place, adjective=True)
                self.table.add(form, adjective)
                self._adjectives[words_of_form(form)] = place
            for form in (place.name, *_forms(row.cell("forms"))):
                self.table.add(form, place)
                self._written[words_of_form(form)] = place
            for capital in _forms(row.cell("capital")):
                self.capitals[fold(capital)] = place
            if row.cell("postal"):
                self.postal[row.cell("postal")] = place

    def named(self, text: str) -> Place | None:
        """Return the place that a name, a newspaper's or a postal abbreviation stands for."""
        text = text.strip()
        return self.postal.get(text) or self._written.get(words_of_form(text) or ("",))

    def in_text(self, text: str) -> tuple[Place, ...]:
        """Return the places named in a line such as a publisher's, also by their adjectives."""
        words = words_of_form(re.sub(r"[^\w\s.'’-]", " ", text))
        found: list[Place] = []
        i = 0
        while i < len(words):
            for length in range(min(4, len(words) - i), 0, -1):
                run = words[i : i + length]
                place = self._written.get(run) or self._adjectives.get(run)
                if place is not None:
                    found.append(place)
                    i += length - 1
                    break
            i += 1
        return tuple(found)


def place_before(doc: Doc, end: int, floor: int) -> tuple[int, Place] | None:
    """Return the start of the place that ends at a token, a possessive mark left out, and it."""
    if end - 1 > floor and doc[end - 1].text in {"'s", "’s", "’", "'"}:
        end -= 1
    hit = gazetteer().table.before(doc, end, floor)
    return (hit.start, hit.value) if hit is not None and doc[hit.start].text[:1].isupper() else None


def place_at(doc: Doc, start: int, stop: int) -> tuple[int, Place] | None:
    """Return the place whose words start at a token ("the" passed over) and where they end."""
    if start < stop and doc[start].lower_ == "the":
        start += 1
    hit = gazetteer().table.at(doc, start, stop) if start < stop else None
    return (hit.end, hit.value) if hit is not None and doc[start].text[:1].isupper() else None


@cache
def gazetteer() -> Gazetteer:
    """Return the gazetteer, read once."""
    return Gazetteer()


def _forms(cell: str) -> list[str]:
    return [form.strip() for form in cell.split("|") if form.strip()]
