"""What a store answers when a network or a picture is drawn."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from graphkit.ids import StanceId, TenureId
    from graphkit.records.choices import EntityKind, EvidenceKind, Polarity
    from graphkit.records.documents import Span
    from graphkit.records.extractions import Stance


DEFAULT_MIN_CONFIDENCE = 0.4
"""Stances below this are kept in the store but left out of what people are shown by default.

Near the threshold of the best F1 when cross-validated on annotated documents (0.42, with
`python tests/confidence.py`).
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A node of the graph as it is shown to people."""

    id: str
    kind: EntityKind
    label: str
    aliases: tuple[str, ...] = ()
    office: str | None = None
    jurisdiction: str | None = None
    party: str | None = None
    count: int | None = None
    count_modifier: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Evidence with its words, their surroundings, and the document they stand in.

    Attributes:
        source: What stays the same when the document is revised: a URL, or the path of a file.
    """

    span: Span
    kind: EvidenceKind
    exact: str
    prefix: str
    suffix: str
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    date: date | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionSet:
    """Stances with all that is needed to show them.

    Attributes:
        stances: Sorted by id.
        entities: Every holder and target of `stances`, by id.
        quotes: The evidence of each stance, by its id, in text order.
        relative_dates: The words for the day of a stance ("Tuesday") where nothing places them.
        capacities: The words for each `Stance.in_capacity`: "Attorney General, Connecticut".
    """

    stances: tuple[Stance, ...] = ()
    entities: Mapping[str, Entity] = field(default_factory=dict)
    quotes: Mapping[StanceId, tuple[Quote, ...]] = field(default_factory=dict)
    relative_dates: Mapping[StanceId, str] = field(default_factory=dict)
    capacities: Mapping[TenureId, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for stance in self.stances:
            for end in (stance.holder, stance.target):
                if end not in self.entities:
                    raise ValueError(f"stance {stance.id}: {end} is not among the entities")
            if not self.quotes.get(stance.id):
                raise ValueError(f"stance {stance.id}: no quote")


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkNode:
    """A node of a network as a plot needs it."""

    id: str
    label: str
    kind: EntityKind


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkEdge:
    """An edge of a network as a plot needs it.

    Attributes:
        source: The holder in an affiliation network; else the end with the smaller id.
        polarity: None in a congruence or conflict network.
        stances: All that support the edge, sorted; never empty.
    """

    source: str
    target: str
    weight: int
    polarity: Polarity | None = None
    stances: tuple[StanceId, ...]

    def __post_init__(self) -> None:
        if not self.stances:
            raise ValueError(f"edge {self.source} - {self.target}: no stance")
