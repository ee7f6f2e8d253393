"""Tell the jurisdiction of an office: from the words beside it, else from where the text stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphkit.nlp.federal_bodies import names_federal_body
from graphkit.nlp.jurisdictions import UNITED_STATES
from graphkit.nlp.parties import parties

if TYPE_CHECKING:
    from collections.abc import Callable

    from graphkit.nlp.jurisdictions import Place
    from graphkit.nlp.setting import Setting
    from graphkit.nlp.titles import TitlePhrase


UNITED_KINGDOM = "United Kingdom"


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeClaim:
    """An office that a phrase gives, with all places near it.

    Attributes:
        place: Beside this very title.
        home: The state that the text gives to the same person elsewhere.
        local: The text gives this office in its own state to somebody.
    """

    phrase: TitlePhrase
    place: Place | None
    home: str | None
    local: bool


def office_of(phrase: TitlePhrase, setting: Setting) -> str | None:
    """Return the office; "Senator" in an Australian text is none of the United States'."""
    office = phrase.office
    abroad = setting.country is not None and phrase.form.scope == "congress"
    return office.removeprefix("U.S. ") if office is not None and abroad else office


def jurisdiction_of(claim: OfficeClaim, setting: Setting) -> str | None:
    """Return the jurisdiction by the rule of the title's scope; None where nothing tells."""
    rule = RULES.get(claim.phrase.form.scope)
    return rule(claim, setting) if rule is not None else None


def _federal(claim: OfficeClaim, setting: Setting) -> str | None:  # noqa: ARG001 - one of RULES
    return UNITED_STATES


def _state_or_setting(claim: OfficeClaim, setting: Setting) -> str | None:
    if setting.country is not None:
        return setting.country
    return _state(claim.place) or claim.home or setting.state


def _state_or_subject(claim: OfficeClaim, setting: Setting) -> str | None:
    return _state_or_setting(claim, setting) or setting.subject


def _britain(claim: OfficeClaim, setting: Setting) -> str | None:  # noqa: ARG001 - one of RULES
    return UNITED_KINGDOM


def _state_or_home(claim: OfficeClaim, setting: Setting) -> str | None:  # noqa: ARG001 - one of RULES
    return _state(claim.place) or claim.home


def _general(claim: OfficeClaim, setting: Setting) -> str | None:
    """Say whose attorney general it is that the text calls by the bare title.

    Under a state's own letterhead or dateline it is that state's, unless the text names the
    state with the office of somebody else.
    """
    if claim.place is not None and claim.place.kind != "city":
        return claim.place.name
    if claim.phrase.local:
        return setting.state or setting.subject
    if claim.home is not None or setting.country is not None:
        return claim.home or setting.country
    if setting.state is None or (claim.local and not setting.official):
        return UNITED_STATES
    return setting.state


def _nation(claim: OfficeClaim, setting: Setting) -> str | None:  # noqa: ARG001 - one of RULES
    if claim.place is not None and claim.place.kind in {"country", "nation"}:
        return claim.place.name
    return UNITED_STATES


def _country(claim: OfficeClaim, setting: Setting) -> str | None:
    if claim.place is not None:
        return claim.place.name
    party = parties().countries.get(claim.phrase.party or "")
    return setting.country or (party if party != UNITED_STATES else None)


def _court(claim: OfficeClaim, setting: Setting) -> str | None:  # noqa: ARG001 - one of RULES
    return claim.place.name if claim.place is not None else UNITED_STATES


def _named(claim: OfficeClaim, setting: Setting) -> str | None:  # noqa: ARG001 - one of RULES
    return claim.place.name if claim.place is not None else None


def _body(claim: OfficeClaim, setting: Setting) -> str | None:
    if claim.place is not None:
        return claim.place.name
    if names_federal_body(claim.phrase.office or ""):
        return setting.country or UNITED_STATES
    country = parties().countries.get(claim.phrase.party or "")
    return country if country != UNITED_STATES else None


def _state(place: Place | None) -> str | None:
    return place.name if place is not None and place.is_state else None


RULES: dict[str, Callable[[OfficeClaim, Setting], str | None]] = {
    "body": _body,
    "britain": _britain,
    "congress": _state_or_setting,
    "country": _country,
    "court": _court,
    "federal": _federal,
    "general": _general,
    "house": _state_or_home,
    "minister": _country,
    "nation": _nation,
    "open": _named,
    "place": _named,
    "state": _state_or_subject,
}
