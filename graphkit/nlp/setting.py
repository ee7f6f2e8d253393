"""Where a document comes from: what "the governor" means in it without a place."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from graphkit.nlp.annotations import blocks_of, document_of
from graphkit.nlp.jurisdictions import UNITED_STATES, gazetteer
from graphkit.nlp.lexicons import read_table
from graphkit.nlp.names import fold
from graphkit.nlp.phrase_table import PhraseTable

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from graphkit.nlp.jurisdictions import Place

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
FEDERAL_WEIGHT = 2
"""How many words for a state's legislature one for the federal government takes away."""
LEAST_CUES = 2
"""Of a state's legislature: one may be a politician's past."""
CAPITAL_DISTRICT = "District of Columbia"
"""In a dateline it says nothing of what the text is about."""
CAPITAL_NAMES = frozenset({"Washington"})
"""States whose bare name means the seat of the federal government more often."""
STATE, FEDERAL = "state", "federal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """The place of a document.

    Attributes:
        state: From an office that publishes it or from the dateline.
        subject: The one state that the text keeps speaking of.
        region: The one province that it keeps speaking of.
        published: The state is that of the publisher, not of a dateline.
        official: The publisher is the office of a state's attorney general or governor.
        country: Another than the United States: from the publisher or what the text is about.
        legislature: The text is about a state's legislature, not about Congress.
        federal: The text speaks of Congress or the federal government.
    """

    state: str | None = None
    subject: str | None = None
    region: str | None = None
    published: bool = False
    official: bool = False
    country: str | None = None
    legislature: bool = False
    federal: bool = False


def read_setting(doc: Doc) -> Setting:
    """Read the setting from the metadata, the dateline and the places that the text names."""
    document = document_of(doc)
    publisher = (document.publisher if document else None) or ""
    url = (document.url if document else None) or ""
    places = gazetteer().in_text(publisher)
    is_office = ANY_OFFICE.search(publisher) is not None
    states = [p.name for p in places if p.is_state] if is_office else []
    countries = [p.name for p in places if p.kind == "country" and p.name != UNITED_STATES]
    dateline = _dateline(doc)
    named = [place for _, place in places_named(doc)]
    cues = _cues(doc)
    local = dateline.name if dateline is not None and dateline.is_state else None
    return Setting(
        state=states[0] if states else local if local != CAPITAL_DISTRICT else None,
        subject=_subject(Counter(p.name for p in named if p.is_state)),
        region=_subject(Counter(p.name for p in named if p.kind == "province")),
        published=bool(states),
        official=bool(states) and STATE_OFFICE.search(publisher) is not None,
        country=_domain_country(url)
        or (countries[0] if countries else _spoken_country(named, cues, dateline)),
        legislature=cues[STATE] >= LEAST_CUES and cues[STATE] > FEDERAL_WEIGHT * cues[FEDERAL],
        federal=cues[FEDERAL] > 0,
    )


def places_named(doc: Doc) -> list[tuple[int, Place]]:
    """Return the places that the text names, as often as it does, with their first tokens."""
    table = gazetteer().table
    found: list[tuple[int, Place]] = []
    i = 0
    while i < len(doc):
        hit = table.at(doc, i, len(doc)) if doc[i].text[:1].isupper() else None
        if hit is not None and not (hit.value.name in CAPITAL_NAMES and hit.end - hit.start == 1):
            found.append((i, hit.value))
        i = hit.end if hit is not None else i + 1
    return found


def _subject(names: Counter[str]) -> str | None:
    """Return the state that makes up most of the states' mentions."""
    names.pop(CAPITAL_DISTRICT, None)
    ranked = names.most_common(1)
    if not ranked or ranked[0][1] < LEAST_MENTIONS:
        return None
    name, count = ranked[0]
    return name if count >= SUBJECT_SHARE * names.total() else None


def _spoken_country(named: list[Place], cues: Counter[str], dateline: Place | None) -> str | None:
    """Return the English-speaking country that the text is about, if it is not the United States.

    It must be named more often than the United States, their states and government together;
    its provinces, cities, parties and houses speak for it, a dateline as often as is needed.
    """
    counts = Counter(place.country for place in named if place.country)
    counts.update({word: n for word, n in cues.items() if word not in {STATE, FEDERAL}})
    counts[UNITED_STATES] += cues[STATE] + cues[FEDERAL]
    if dateline is not None and dateline.country:
        counts[dateline.country] += LEAST_MENTIONS
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


def _cues(doc: Doc) -> Counter[str]:
    """Count the words of `country_cues.tsv` by what they speak for."""
    table = country_cues()
    hits = (table.at(doc, i, len(doc)) for i in range(len(doc)))
    return Counter(hit.value for hit in hits if hit is not None)


@cache
def country_cues() -> PhraseTable[str]:
    """Return the words that speak for a country, read once."""
    table: PhraseTable[str] = PhraseTable()
    allowed = frozenset({STATE, FEDERAL, *_domains().values()})
    for row in read_table("country_cues.tsv", ("word", "place", "example")):
        table.add(row.cell("word"), row.choice("place", allowed))
    return table


def _dateline(doc: Doc) -> Place | None:
    """Return the state, province or country of the first dateline that names one."""
    for block in blocks_of(doc)[:DATELINE_BLOCKS]:
        text = doc[block.tokens.start : block.tokens.end].text[:DATELINE_REACH]
        match = DATELINE.search(text)
        if match is None:
            continue
        city = fold(match["city"].strip())
        state = match["state"]
        place = gazetteer().named(state) if state else gazetteer().capitals.get(city)
        if place is not None and place.name != CAPITAL_DISTRICT:
            return place
    return None
