"""Where a document comes from: what "the governor" means in it without a place."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from graphkit.nlp.annotations import blocks_of, document_of
from graphkit.nlp.jurisdictions import UNITED_STATES, gazetteer, place_at
from graphkit.nlp.names import fold

if TYPE_CHECKING:
    from spacy.tokens import Doc

DATELINE = re.compile(
    r"(?P<city>[A-Z][A-Za-z. ]{2,25}?)(?:, (?P<state>[A-Z][A-Za-z.]{1,14}))?\)?"
    r"\s*(?:\([A-Z][\w ]+\) ?)?[–—-]{1,2}\s"
)
DATELINE_REACH = 60
"""Characters of a paragraph in which a dateline stands."""
DATELINE_BLOCKS = 6
"""Paragraphs of a text in which a dateline stands."""
STATE_OFFICE = re.compile(r"Attorney General|Governor|Gov\.|\bAG\b")
ANY_OFFICE = re.compile(
    r"\bOffice\b|Department|Legislature|Senate|State of|" + STATE_OFFICE.pattern
)
"""Publishers whose name tells where they speak for; newspapers' does not."""
LEAST_MENTIONS = 3
SUBJECT_SHARE = 0.6
"""Of the mentions of all states; a list of many states has no subject."""
CAPITAL_DISTRICT = "District of Columbia"
"""In a dateline it says nothing of what the text is about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """The place of a document.

    Attributes:
        state: From an office that publishes it or from the dateline.
        subject: The one state that the text keeps speaking of.
        official: The publisher is the office of a state's attorney general or governor.
        country: Another than the United States: from the publisher or what the text is about.
    """

    state: str | None = None
    subject: str | None = None
    official: bool = False
    country: str | None = None


def read_setting(doc: Doc) -> Setting:
    """Read the setting from the metadata and the dateline."""
    document = document_of(doc)
    publisher = (document.publisher if document else None) or ""
    url = (document.url if document else None) or ""
    places = gazetteer().in_text(publisher)
    official = ANY_OFFICE.search(publisher) is not None
    states = [p.name for p in places if p.is_state] if official else []
    countries = [p.name for p in places if p.kind == "country" and p.name != UNITED_STATES]
    return Setting(
        subject=_subject(doc),
        state=states[0] if states else _dateline_state(doc),
        official=bool(states) and STATE_OFFICE.search(publisher) is not None,
        country=_domain_country(url) or (countries[0] if countries else _spoken_country(doc)),
    )


def _subject(doc: Doc) -> str | None:
    """Return the state that makes up most of the states' mentions."""
    names: Counter[str] = Counter()
    i = 0
    while i < len(doc):
        found = place_at(doc, i, len(doc)) if doc[i].text[:1].isupper() else None
        if found is not None and found[1].is_state and found[1].name != CAPITAL_DISTRICT:
            names[found[1].name] += 1
        i = found[0] if found is not None else i + 1
    ranked = names.most_common(1)
    if not ranked or ranked[0][1] < LEAST_MENTIONS:
        return None
    name, count = ranked[0]
    return name if count >= SUBJECT_SHARE * names.total() else None


def _spoken_country(doc: Doc) -> str | None:
    """Return the English-speaking country that the text is about, if it is not the United States.

    It must be named more often than the United States, their states and cities together.
    """
    counts: Counter[str] = Counter()
    for i in range(len(doc)):
        hit = gazetteer().table.at(doc, i, len(doc)) if doc[i].text[:1].isupper() else None
        if hit is not None:
            home = hit.value.is_state or hit.value.name == UNITED_STATES
            counts[UNITED_STATES if home else hit.value.name] += 1
    names = frozenset(_domains().values())
    ranked = [(n, c) for n, c in counts.most_common() if n in names and c >= LEAST_MENTIONS]
    if not ranked or ranked[0][1] <= counts[UNITED_STATES]:
        return None
    return ranked[0][0]


def _domain_country(url: str) -> str | None:
    host = url.split("/")[2] if url.count("/") > 1 else ""
    return _domains().get(host.rsplit(".", 1)[-1])


@cache
def _domains() -> dict[str, str]:
    names = ("Australia", "Canada", "Ireland", "New Zealand", "United Kingdom")
    return dict(zip(("au", "ca", "ie", "nz", "uk"), names, strict=True))


def _dateline_state(doc: Doc) -> str | None:
    for block in blocks_of(doc)[:DATELINE_BLOCKS]:
        text = doc[block.tokens.start : block.tokens.end].text[:DATELINE_REACH]
        match = DATELINE.search(text)
        if match is None:
            continue
        city = fold(match["city"].strip())
        state = match["state"]
        place = gazetteer().named(state) if state else gazetteer().capitals.get(city)
        if place is not None and place.is_state and place.name != CAPITAL_DISTRICT:
            return place.name
    return None
