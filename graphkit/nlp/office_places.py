"""Tell the jurisdiction of an office: from the words beside it, else from where the text stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from graphkit.nlp.federal_bodies import names_federal_body
from graphkit.nlp.government_fields import names_ministry
from graphkit.nlp.jurisdictions import UNITED_STATES
from graphkit.nlp.parties import party_country
from graphkit.records import JurisdictionSource

if TYPE_CHECKING:
    from collections.abc import Callable

    from graphkit.nlp.jurisdictions import Place
    from graphkit.nlp.setting import Setting
    from graphkit.nlp.titles import TitlePhrase


CONFIDENCE = {
    JurisdictionSource.TITLE: 0.98,
    JurisdictionSource.APPOSITION: 0.96,
    JurisdictionSource.PARTY_TAG: 0.98,
    JurisdictionSource.TEXT: 0.87,
    JurisdictionSource.DATELINE: 0.88,
    JurisdictionSource.PUBLISHER: 0.7,
    JurisdictionSource.NAMED_BEFORE: 0.5,
    JurisdictionSource.OFFICE: 0.76,
}
"""The share of jurisdictions from each source that were right on 56 annotated documents, one miss
added to each; where the annotators left an office without a place, the last counts as wrong. They
held no case of a state named before: its share is a guess, and low."""
UNITED_KINGDOM = "United Kingdom"
FIXED = {
    "britain": UNITED_KINGDOM,
    "europe": "European Union",
    "federal": UNITED_STATES,
    "ontario": "Ontario",
    "quebec": "Quebec",
}
"""Scopes of titles that one jurisdiction alone has."""
STATE_HOUSE = {"U.S. Senator": "State Senator", "U.S. Representative": "State Representative"}
"""What "Sen." and "Rep." mean in a text about a state's legislature."""


class SourcedPlace(NamedTuple):
    """A place that a text gives to a person, and what tells it."""

    place: Place
    source: JurisdictionSource


class Jurisdiction(NamedTuple):
    """The jurisdiction of an office and what tells it."""

    name: str
    source: JurisdictionSource


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeClaim:
    """An office that a phrase gives, with all places near it.

    Attributes:
        place: Beside this very title.
        home: The state that the text gives to the same person elsewhere.
        nearby: The state in which the sentence is set: "In Texas, Sen. Ann Bee …".
    before: The state that the text named last before "the state's attorney general".
        local: The text gives this office in its own state to somebody.
    """

    phrase: TitlePhrase
    place: SourcedPlace | None
    home: str | None
    nearby: str | None = None
    before: str | None = None
    local: bool


def confidence_of(source: JurisdictionSource | None) -> float | None:
    """Return how sure a jurisdiction is by what tells it."""
    return None if source is None else CONFIDENCE[source]


def office_of(claim: OfficeClaim, setting: Setting) -> str | None:
    """Return the office; "Senator" in an Australian text is none of the United States'."""
    phrase = claim.phrase
    office = phrase.office
    if office is None or phrase.form.scope not in {"congress", "chamber", "premier"}:
        return office
    if phrase.form.scope == "premier":  # "the Bee government" outside of parliaments
        return office if setting.country is not None else None
    if setting.country is not None:
        return office.removeprefix("U.S. ")
    return STATE_HOUSE.get(office, office) if _sits_at_home(claim, setting) else office


def _sits_at_home(claim: OfficeClaim, setting: Setting) -> bool:
    """Tell whether a "Sen." without a tag sits in the state's own legislature."""
    bare = claim.phrase.form.scope == "chamber" and claim.place is None and claim.home is None
    return bare and setting.legislature


def jurisdiction_of(claim: OfficeClaim, setting: Setting) -> Jurisdiction | None:
    """Return the jurisdiction by the rule of the title's scope; None where nothing tells."""
    scope = claim.phrase.form.scope
    if scope in FIXED:
        return _fixed(claim, FIXED[scope])
    rule = RULES.get(scope)
    found = rule(claim, setting) if rule is not None else None
    if found is None and claim.before is not None:
        return Jurisdiction(claim.before, JurisdictionSource.NAMED_BEFORE)
    return found


def _fixed(claim: OfficeClaim, name: str) -> Jurisdiction:
    """Return the only jurisdiction of a title; a member of Europe's parliament has a country."""
    if name == FIXED["europe"] and claim.place is not None and claim.place.place.kind == "country":
        return _at(claim.place)
    return Jurisdiction(name, JurisdictionSource.TITLE)


def _at(found: SourcedPlace) -> Jurisdiction:
    return Jurisdiction(found.place.name, found.source)


def _in_text(name: str | None) -> Jurisdiction | None:
    return Jurisdiction(name, JurisdictionSource.TEXT) if name else None


def _assumed(name: str | None) -> Jurisdiction | None:
    return Jurisdiction(name, JurisdictionSource.OFFICE) if name else None


def _abroad(setting: Setting) -> Jurisdiction | None:
    name = setting.country
    return Jurisdiction(name, JurisdictionSource.PUBLISHER) if name else None


def _own(claim: OfficeClaim) -> Jurisdiction | None:
    """Return the state beside the title, else the person's elsewhere in the text."""
    if claim.place is not None and claim.place.place.is_state:
        return _at(claim.place)
    return _in_text(claim.home)


def _set_in(setting: Setting) -> Jurisdiction | None:
    """Return the state of the dateline or the publisher."""
    if setting.state is None:
        return None
    source = JurisdictionSource.PUBLISHER if setting.published else JurisdictionSource.DATELINE
    return Jurisdiction(setting.state, source)


def _member(claim: OfficeClaim, setting: Setting) -> Jurisdiction | None:
    own = _abroad(setting) or _own(claim) or _in_text(claim.nearby) or _set_in(setting)
    if own is None and _sits_at_home(claim, setting):
        return _in_text(setting.subject)
    return own


def _state_or_subject(claim: OfficeClaim, setting: Setting) -> Jurisdiction | None:
    return (
        _abroad(setting)
        or _own(claim)
        or _in_text(claim.nearby)
        or _set_in(setting)
        or _in_text(setting.subject)
    )


def _house(claim: OfficeClaim, setting: Setting) -> Jurisdiction | None:
    """Return whose speaker or leader it is: a state's, or that of Congress."""
    found = claim.place
    if found is not None and found.place.name == UNITED_STATES:
        return _at(found)
    if setting.country is not None:
        return _abroad(setting)
    own = _own(claim)
    if own is None and setting.legislature:
        own = _in_text(claim.nearby) or _set_in(setting) or _in_text(setting.subject)
    return own or _assumed(UNITED_STATES)


def _general(claim: OfficeClaim, setting: Setting) -> Jurisdiction | None:
    """Say whose attorney general it is that the text calls by the bare title.

    Under a state's own letterhead or dateline it is that state's, unless the text names the
    state with the office of somebody else. Where a text about one state never speaks of the
    federal government it is that state's too.
    """
    if claim.place is not None and claim.place.place.kind != "city":
        return _at(claim.place)
    if claim.phrase.local:
        return _set_in(setting) or _in_text(setting.subject)
    if claim.home is not None or setting.country is not None:
        return _in_text(claim.home) or _abroad(setting)
    if setting.state is None and not setting.federal and not claim.local:
        return _in_text(setting.subject) or _assumed(UNITED_STATES)
    if setting.state is None or (claim.local and not setting.official):
        return _assumed(UNITED_STATES)
    return _set_in(setting)


def _nation(claim: OfficeClaim, setting: Setting) -> Jurisdiction | None:  # noqa: ARG001 - a rule
    if claim.place is not None and claim.place.place.kind in {"country", "nation"}:
        return _at(claim.place)
    return _assumed(UNITED_STATES)


def _country(claim: OfficeClaim, setting: Setting) -> Jurisdiction | None:
    """Return a country, or a province or nation for the head of its own government."""
    if claim.place is not None and claim.place.place.kind in {"country", "nation"}:
        return _at(claim.place)
    if claim.place is not None and claim.place.place.country is not None:
        return Jurisdiction(claim.place.place.country, claim.place.source)
    party = party_country(claim.phrase.party, setting.country)
    return _abroad(setting) or (_assumed(party) if party != UNITED_STATES else None)


def _minister(claim: OfficeClaim, setting: Setting) -> Jurisdiction | None:
    if claim.place is not None:
        return _at(claim.place)
    british = (claim.phrase.office or "").startswith("Secretary of State for ")
    return _country(claim, setting) or (_assumed(UNITED_KINGDOM) if british else None)


def _region(claim: OfficeClaim, setting: Setting) -> Jurisdiction | None:
    if claim.place is not None and claim.place.place.kind != "city":
        return _at(claim.place)
    return _in_text(setting.region)


def _treasurer(claim: OfficeClaim, setting: Setting) -> Jurisdiction | None:
    """Return a state for an American treasurer, the country for an Australian one."""
    return _named(claim, setting) or _state_or_subject(claim, setting)


def _court(claim: OfficeClaim, setting: Setting) -> Jurisdiction | None:  # noqa: ARG001 - a rule
    return _at(claim.place) if claim.place is not None else _assumed(UNITED_STATES)


def _named(claim: OfficeClaim, setting: Setting) -> Jurisdiction | None:  # noqa: ARG001 - a rule
    return _at(claim.place) if claim.place is not None else None


def _body(claim: OfficeClaim, setting: Setting) -> Jurisdiction | None:
    if claim.place is not None:
        return _at(claim.place)
    office = claim.phrase.office or ""
    if setting.country is not None and names_ministry(office):
        return _abroad(setting)
    if names_federal_body(office):
        return _abroad(setting) or Jurisdiction(UNITED_STATES, JurisdictionSource.TITLE)
    if _is_of_congress(office) and setting.federal and not setting.legislature:
        return _assumed(UNITED_STATES)
    if names_ministry(office) and setting.subject is None and setting.state is None:
        return _assumed(UNITED_KINGDOM)
    country = party_country(claim.phrase.party, setting.country)
    return _assumed(country) if country != UNITED_STATES else None


def _is_of_congress(office: str) -> bool:
    """Tell whether it is the office of a committee: "Judiciary Committee Chairman"."""
    words = office.split()
    named = bool({"Committee", "Subcommittee"} & set(words)) or words[:1] in (["House"], ["Senate"])
    return named or office.endswith("Ranking Member")


RULES: dict[str, Callable[[OfficeClaim, Setting], Jurisdiction | None]] = {
    "body": _body,
    "chamber": _member,
    "congress": _member,
    "country": _country,
    "court": _court,
    "general": _general,
    "house": _house,
    "minister": _minister,
    "premier": _country,
    "nation": _nation,
    "open": _named,
    "place": _named,
    "region": _region,
    "state": _state_or_subject,
    "treasurer": _treasurer,
}
