"""Tell which offices a text gives to a person, where, and since or until when."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from graphkit.nlp.annotations import TenureNote
from graphkit.nlp.claims import claims_of
from graphkit.nlp.government_fields import names_ministry
from graphkit.nlp.nearby_places import place_nearby
from graphkit.nlp.office_places import OfficeClaim, SourcedPlace, jurisdiction_of, office_of
from graphkit.nlp.parties import plausible_party
from graphkit.nlp.setting import places_named
from graphkit.nlp.titles import leaderships, title_words
from graphkit.records import JurisdictionSource, TenureStatus

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from graphkit.nlp.claims import Claim
    from graphkit.nlp.people import PersonCluster
    from graphkit.nlp.setting import Setting


SOURCES = (*JurisdictionSource, None)
"""From the best to none."""
STATES = frozenset({"commonwealth", "state"})
"""Words for a state that an earlier sentence names."""
WEAK = frozenset({JurisdictionSource.NAMED_BEFORE, JurisdictionSource.OFFICE})
"""Sources that only guess, and give way to any other."""
PARLIAMENTS = frozenset({"britain", "country", "europe", "ontario", "quebec", "region"})
"""Scopes of the titles of members of parliaments."""


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
    reader = _TenureReader(doc, setting, local_offices)
    return [reader.profile(mine) for mine in claims]


class _TenureReader:
    """Makes tenures of what a text claims of its people, in the place where the text stands."""

    def __init__(self, doc: Doc, setting: Setting, local_offices: frozenset[str]) -> None:
        self._doc = doc
        self._setting = setting
        self._local_offices = local_offices

    @cached_property
    def _states(self) -> list[tuple[int, str]]:
        """The states that the text names, by their first tokens."""
        return [(i, place.name) for i, place in places_named(self._doc) if place.is_state]

    def _named_before(self, claim: Claim) -> str | None:
        """Return which state "the state's attorney general" may speak of: the last one named.

        A sentence that names two leaves it open.
        """
        phrase = claim.phrase
        words = self._doc[phrase.start : phrase.end]
        if not phrase.local or not any(t.lower_ in STATES for t in words):
            return None
        place = bisect_left(self._states, phrase.start, key=lambda named: named[0])
        if not place:
            return None
        at, name = self._states[place - 1]
        first = bisect_left(self._states, self._doc[at].sent.start, key=lambda named: named[0])
        return name if all(other == name for _, other in self._states[first:place]) else None

    def profile(self, claims: list[Claim]) -> Profile:
        """Return the offices and the party of a person."""
        places = [c.place.name for c in claims if c.place is not None and c.place.is_state]
        home = places[0] if places else None
        notes = [note for claim in claims if (note := self._note(claim, home))]
        found = (self._party(claim) for claim in claims)
        party = next((name for name in found if name), None)
        return Profile(tenures=tuple(_merged(notes)), party=party)

    def _party(self, claim: Claim) -> str | None:
        """Return the party; "Conservative" is one beside a title of a parliament."""
        name = claim.phrase.party
        if claim.phrase.form.scope in PARLIAMENTS:
            return name
        return plausible_party(name, self._setting.country)

    def _note(self, claim: Claim, home: str | None) -> TenureNote | None:
        beside = SourcedPlace(claim.place, claim.source) if claim.place and claim.source else None
        nearby = place_nearby(self._doc, claim.evidence.start)
        office_claim = OfficeClaim(
            phrase=claim.phrase,
            place=beside,
            home=home,
            nearby=nearby.name if nearby else None,
            before=self._named_before(claim),
            local=claim.phrase.form.office in self._local_offices,
        )
        office = office_of(office_claim, self._setting)
        if not office:
            return None
        where = jurisdiction_of(office_claim, self._setting)
        return TenureNote(
            office=office,
            jurisdiction=where.name if where else None,
            jurisdiction_source=where.source if where else None,
            status=claim.phrase.status,
            constituency=claim.constituency,
            evidence=claim.evidence,
        )


def _merged(notes: list[TenureNote]) -> list[TenureNote]:
    """Unite what several phrases say of one office; bare titles go where a fuller one stands."""
    kept: list[TenureNote] = []
    for note in notes:
        for i, other in enumerate(kept):
            if _one_office(note.office, other.office) and _compatible(note, other):
                fuller = note if len(note.office) > len(other.office) else other
                placed = _better_placed(other, note)
                kept[i] = replace(
                    other,
                    office=fuller.office,
                    constituency=other.constituency or note.constituency,
                    jurisdiction=placed.jurisdiction,
                    jurisdiction_source=placed.jurisdiction_source,
                )
                break
        else:
            kept.append(note)
    return sorted(kept, key=_weight)


def _weight(note: TenureNote) -> tuple[bool, bool, bool, bool]:
    """Put occupations and bare titles last ("historian", "Secretary"), leaders first.

    Ministers come before the seats in parliament that they have too.
    """
    office = note.office
    bare = note.jurisdiction is None and (office.casefold() in title_words() or office.islower())
    former = note.status is TenureStatus.FORMER
    return (bare, former, office not in leaderships(), not names_ministry(office))


def _one_office(a: str, b: str) -> bool:
    short, long = sorted((a.casefold(), b.casefold()), key=len)
    return short == long or long.endswith(f" {short}") or long.startswith(f"{short} ")


def _compatible(a: TenureNote, b: TenureNote) -> bool:
    return a.status is b.status and (
        a.jurisdiction == b.jurisdiction or bool({None, *WEAK} & {_source(a), _source(b)})
    )


def _better_placed(a: TenureNote, b: TenureNote) -> TenureNote:
    """Return the note whose jurisdiction is told by the better source; the first of equals."""
    return min(a, b, key=lambda note: SOURCES.index(_source(note)))


def _source(note: TenureNote) -> JurisdictionSource | None:
    return note.jurisdiction_source
