"""Position sets for tests and benchmarks; all people and organizations in them are invented."""

from __future__ import annotations

import random
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from graphkit.ids import ActorId, DocumentId, StanceId, TargetId, TenureId, mint
from graphkit.records import (
    Entity,
    EntityKind,
    Evidence,
    EvidenceKind,
    Polarity,
    PositionSet,
    Quote,
    ReviewStatus,
    Span,
    Stance,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

SUPPORTS, OPPOSES, NEUTRAL = Polarity.SUPPORTS, Polarity.OPPOSES, Polarity.NEUTRAL


class Row(NamedTuple):
    """One stance: who, how, on what, and what else a test may want to set."""

    holder: str
    polarity: Polarity
    target: str
    confidence: float = 0.9
    quotes: tuple[str, ...] = ("We have said so before.",)
    review_status: ReviewStatus = ReviewStatus.UNREVIEWED
    capacity: str | None = None
    document: str = "d1"


DOCUMENTS = {
    "d1": ("Ferry fares divide the islands", "Harbor Courier", "https://example.org/fares"),
    "d2": ("Joint letter on the ferry plan", "Islanders United", "https://example.org/letter"),
    "d3": ("Council votes on night noise", "Harbor Courier", None),
}


def entity(identifier: str, label: str | None = None) -> Entity:
    """Return an entity whose kind is the first part of its id, `policy/x`."""
    return Entity(
        id=identifier,
        kind=EntityKind(identifier.split("/")[0]),
        label=label or identifier.split("/", 1)[1],
    )


def make_positions(
    rows: Iterable[Row], *, entities: Sequence[Entity] = (), prefix: str = "The speaker added: "
) -> PositionSet:
    """Return a position set with these stances, and an entity for every id in them."""
    known = {known_entity.id: known_entity for known_entity in entities}
    stances: dict[StanceId, Stance] = {}
    quotes: dict[StanceId, tuple[Quote, ...]] = {}
    capacities: dict[TenureId, str] = {}
    for number, row in enumerate(rows):
        for identifier in (row.holder, row.target):
            known.setdefault(identifier, entity(identifier))
        shown = tuple(
            _quote(row, text, start=100 * place, prefix=prefix)
            for place, text in enumerate(row.quotes)
        )
        stance = _stance(row, number, shown)
        if stance.in_capacity and row.capacity:
            capacities[stance.in_capacity] = row.capacity
        stances[stance.id] = stance
        quotes[stance.id] = shown
    return PositionSet(
        stances=tuple(stances[key] for key in sorted(stances)),
        entities=known,
        quotes=quotes,
        capacities=capacities,
    )


def _stance(row: Row, number: int, shown: tuple[Quote, ...]) -> Stance:
    return Stance(
        id=StanceId(mint("stance", row.holder, row.polarity, row.target, str(number))),
        holder=ActorId(row.holder),
        target=TargetId(row.target),
        polarity=row.polarity,
        confidence=row.confidence,
        evidence=tuple(Evidence(span=quote.span, kind=quote.kind) for quote in shown),
        in_capacity=TenureId(mint("tenure", row.capacity)) if row.capacity else None,
        stated_on=date(2026, 3, 14),
        review_status=row.review_status,
    )


def _quote(row: Row, text: str, *, start: int, prefix: str) -> Quote:
    title, publisher, url = DOCUMENTS[row.document]
    return Quote(
        span=Span(document=DocumentId(row.document), start=start, end=start + len(text)),
        kind=EvidenceKind.DIRECT,
        exact=text,
        prefix=prefix,
        suffix=" The hall was full.",
        title=title,
        publisher=publisher,
        url=url,
        date=date(2026, 3, 14),
    )


MARLOWE = "person/ines-marlowe"
OKAFOR = "person/tunde-okafor"
BRANDT = "person/lise-brandt"
HOLT = "person/gus-holt"
ISLANDERS = "organization/islanders-united"
PORT = "government/port-alder"
MAYORS = "group/eleven-mayors"
FARES = "policy/ferry-fare-plan"
NOISE = "policy/night-noise-rule"
CABLE = "policy/sea-cable-act"

DEMO_ENTITIES = (
    Entity(
        id=MARLOWE,
        kind=EntityKind.PERSON,
        label="Inés Marlowe",
        aliases=("Marlowe", "Ms. Marlowe"),
        office="Governor",
        jurisdiction="Maine",
        party="Democratic",
    ),
    Entity(
        id=OKAFOR,
        kind=EntityKind.PERSON,
        label="Tunde Okafor",
        office="Attorney General",
        jurisdiction="Oregon",
        party="Republican",
    ),
    Entity(id=BRANDT, kind=EntityKind.PERSON, label="Lise Brandt", office="U.S. Senator"),
    Entity(id=HOLT, kind=EntityKind.PERSON, label="Gus Holt"),
    Entity(id=ISLANDERS, kind=EntityKind.ORGANIZATION, label="Islanders United"),
    Entity(id=PORT, kind=EntityKind.GOVERNMENT, label="City of Portland"),
    Entity(
        id=MAYORS,
        kind=EntityKind.GROUP,
        label="more than 11 mayors of coastal towns",
        count=11,
        count_modifier="more than",
    ),
    Entity(id=FARES, kind=EntityKind.POLICY, label="ferry fare plan"),
    Entity(id=NOISE, kind=EntityKind.POLICY, label="night noise rule"),
    Entity(id=CABLE, kind=EntityKind.POLICY, label="Sea Cable Protection Act"),
)

DEMO_ROWS = (
    Row(
        MARLOWE,
        SUPPORTS,
        FARES,
        0.94,
        ("The ferry fare plan is the fairest thing we can do for the islands.",),
        capacity="Governor, Maine",
    ),
    Row(MARLOWE, SUPPORTS, FARES, 0.71, ("I stand by every line of it.",), document="d2"),
    Row(MARLOWE, OPPOSES, NOISE, 0.8, ("That rule would close the harbor by night.",)),
    Row(
        OKAFOR,
        OPPOSES,
        FARES,
        0.88,
        ("We will fight this plan", "in every court that will hear us."),
        capacity="Attorney General, Oregon",
    ),
    Row(OKAFOR, SUPPORTS, NOISE, 0.66, document="d3"),
    Row(BRANDT, SUPPORTS, CABLE, 0.9, ("Cables under the sea need a law above it.",)),
    Row(BRANDT, SUPPORTS, NOISE, 0.62, document="d3"),
    Row(BRANDT, OPPOSES, NOISE, 0.83, ("I was wrong on the noise rule.",), document="d3"),
    Row(HOLT, NEUTRAL, CABLE, 0.7, ("I have not made up my mind.",)),
    Row(HOLT, OPPOSES, FARES, 0.35, ("It is hard to see who would pay.",)),
    Row(ISLANDERS, OPPOSES, FARES, 0.97, ("We, the undersigned, reject the plan.",), document="d2"),
    Row(MAYORS, OPPOSES, FARES, 0.91, ("We, the undersigned, reject the plan.",), document="d2"),
    Row(
        PORT,
        SUPPORTS,
        FARES,
        0.77,
        review_status=ReviewStatus.ACCEPTED,
        document="d3",
    ),
    Row(PORT, SUPPORTS, CABLE, 0.69),
)


def demo_positions() -> PositionSet:
    """Return a small debate with every kind of actor, a reversal, and a neutral stance."""
    return make_positions(DEMO_ROWS, entities=DEMO_ENTITIES)


SYLLABLES = ("ba", "do", "fen", "gor", "hal", "ix", "jun", "kel", "lo", "mar", "nis", "ol", "pra")


def large_positions(actors: int, policies: int, *, seed: int = 7) -> PositionSet:
    """Return a made-up debate of two camps; three stances an actor, some policies far ahead."""
    chance = random.Random(seed)  # noqa: S311 - test data
    kinds = ("person", "person", "person", "organization", "group", "government")

    def name(words: int) -> str:
        parts = ("".join(chance.choices(SYLLABLES, k=chance.randint(2, 3))) for _ in range(words))
        return " ".join(part.capitalize() for part in parts)

    targets = [entity(f"policy/{number:04}", f"{name(2)} Act") for number in range(policies)]
    holders = [entity(f"{chance.choice(kinds)}/{number:04}", name(2)) for number in range(actors)]
    weights = [1 / (rank + 1) for rank in range(policies)]
    rows = []
    for number, holder in enumerate(holders):
        for target in dict.fromkeys(chance.choices(targets, weights=weights, k=3)):
            camp = (number + int(target.id[-1])) % 2 == 0
            kept = camp if chance.random() < 0.9 else not camp
            confidence = round(chance.uniform(0.3, 1.0), 2)
            rows.append(Row(holder.id, SUPPORTS if kept else OPPOSES, target.id, confidence))
    return make_positions(rows, entities=(*targets, *holders))
