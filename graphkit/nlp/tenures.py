"""Tell which offices a text gives to a person, where, and since or until when."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from graphkit.nlp.annotations import TenureNote
from graphkit.nlp.claims import claims_of
from graphkit.nlp.office_places import OfficeClaim, jurisdiction_of, office_of
from graphkit.nlp.parties import plausible_party
from graphkit.nlp.titles import title_words
from graphkit.records import TenureStatus

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from graphkit.nlp.claims import Claim
    from graphkit.nlp.people import PersonCluster
    from graphkit.nlp.setting import Setting


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What a text says of a person's offices and party."""

    tenures: tuple[TenureNote, ...]
    party: str | None


def profiles(doc: Doc, clusters: list[PersonCluster], setting: Setting) -> list[Profile]:
    """Return the profile of each person."""
    claims = [list(claims_of(doc, cluster)) for cluster in clusters]
    local_offices = frozenset(
        claim.phrase.form.office
        for mine in claims
        for claim in mine
        if claim.place is not None and claim.place.name == setting.state
    )
    return [_profile(mine, setting, local_offices) for mine in claims]


def _profile(claims: list[Claim], setting: Setting, local_offices: frozenset[str]) -> Profile:
    places = [c.place.name for c in claims if c.place is not None and c.place.is_state]
    home = places[0] if places else None
    notes = [
        _note(claim, office, home, setting, local_offices)
        for claim in claims
        if (office := office_of(claim.phrase, setting))
    ]
    found = (plausible_party(c.phrase.party, setting.country) for c in claims)
    party = next((name for name in found if name), None)
    return Profile(tenures=tuple(_merged(notes)), party=party)


def _note(
    claim: Claim, office: str, home: str | None, setting: Setting, local_offices: frozenset[str]
) -> TenureNote:
    local = claim.phrase.form.office in local_offices
    place = OfficeClaim(phrase=claim.phrase, place=claim.place, home=home, local=local)
    return TenureNote(
        office=office,
        jurisdiction=jurisdiction_of(place, setting),
        status=claim.phrase.status,
        evidence=claim.evidence,
    )


def _merged(notes: list[TenureNote]) -> list[TenureNote]:
    """Unite what several phrases say of one office; bare titles go where a fuller one stands."""
    kept: list[TenureNote] = []
    for note in notes:
        for i, other in enumerate(kept):
            if _one_office(note.office, other.office) and _compatible(note, other):
                fuller = note if len(note.office) > len(other.office) else other
                kept[i] = replace(
                    other,
                    office=fuller.office,
                    jurisdiction=other.jurisdiction or note.jurisdiction,
                )
                break
        else:
            kept.append(note)
    return sorted(kept, key=_weight)


def _weight(note: TenureNote) -> tuple[bool, bool]:
    """Put bare titles last ("Professor", "Secretary"), former offices before them."""
    bare = note.jurisdiction is None and note.office.casefold() in title_words()
    return (bare, note.status is TenureStatus.FORMER)


def _one_office(a: str, b: str) -> bool:
    short, long = sorted((a.casefold(), b.casefold()), key=len)
    return short == long or long.endswith(f" {short}") or long.startswith(f"{short} ")


def _compatible(a: TenureNote, b: TenureNote) -> bool:
    return a.status is b.status and (
        a.jurisdiction is None or b.jurisdiction is None or a.jurisdiction == b.jurisdiction
    )
