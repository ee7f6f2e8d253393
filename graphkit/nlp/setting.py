"""Where a document comes from: what "the governor" means in it without a place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from graphkit.nlp.annotations import blocks_of, document_of
from graphkit.nlp.jurisdictions import gazetteer
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
CAPITAL_DISTRICT = "District of Columbia"
"""In a dateline it says nothing of what the text is about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """The place of a document.

    Attributes:
        state: From the publisher or the dateline.
        official: The publisher is the office of a state's attorney general or governor.
        country: From the publisher's name or address.
    """

    state: str | None = None
    official: bool = False
    country: str | None = None


def read_setting(doc: Doc) -> Setting:
    """Read the setting from the metadata and the dateline."""
    document = document_of(doc)
    publisher = (document.publisher if document else None) or ""
    url = (document.url if document else None) or ""
    places = gazetteer().in_text(publisher)
    states = [p.name for p in places if p.is_state]
    countries = [p.name for p in places if p.kind == "country"]
    return Setting(
        state=states[0] if states else _dateline_state(doc),
        official=bool(states) and STATE_OFFICE.search(publisher) is not None,
        country=_domain_country(url) or (countries[0] if countries else None),
    )


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
