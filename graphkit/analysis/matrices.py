"""Choose the stances that count, and lay them out as actor × target arrays."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_array

from graphkit.records import EntityKind, Polarity, ReviewStatus

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from graphkit.ids import StanceId
    from graphkit.records import Entity, PositionSet, Stance

ACTOR_KINDS = frozenset(
    {
        EntityKind.PERSON,
        EntityKind.ORGANIZATION,
        EntityKind.GOVERNMENT,
        EntityKind.PARTY,
        EntityKind.GROUP,
    }
)
CLEAR_POLARITIES = (Polarity.SUPPORTS, Polarity.OPPOSES)
"""A neutral stance makes nobody agree or disagree."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StanceMatrix:
    """Who supports and who opposes what, each (actor, target, polarity) counted once.

    Attributes:
        actors: The rows, sorted by id.
        targets: The columns, sorted by id.
        supports: actors × targets; 1 where the actor supports the target, else 0.
        opposes: actors × targets; 1 where the actor opposes the target, else 0.
        held: For each actor, the stances behind each of its (target, polarity) pairs, by id.
    """

    actors: tuple[str, ...]
    targets: tuple[str, ...]
    supports: csr_array[np.int64]
    opposes: csr_array[np.int64]
    held: Mapping[str, Mapping[tuple[str, Polarity], tuple[StanceId, ...]]]


def counted_stances(positions: PositionSet, *, min_confidence: float) -> Iterator[Stance]:
    """Yield the stances that networks are made of.

    Left out are stances below `min_confidence`, stances that a reader rejected, and stances
    towards actors, which would make a two-mode network lose its two modes.
    """
    for stance in positions.stances:
        if stance.confidence < min_confidence or stance.review_status is ReviewStatus.REJECTED:
            continue
        if positions.entities[stance.target].kind not in ACTOR_KINDS:
            yield stance


def build_matrix(positions: PositionSet, *, min_confidence: float) -> StanceMatrix:
    """Return the actor × target arrays of all counted stances.

    A stance is booked under its target as it stands. Folding a policy into the one that it
    negates (`gk:negates`) would change (target, polarity) here and nowhere else.
    """
    held: dict[str, dict[tuple[str, Polarity], list[StanceId]]] = defaultdict(dict)
    targets: set[str] = set()
    for stance in counted_stances(positions, min_confidence=min_confidence):
        held[stance.holder].setdefault((stance.target, stance.polarity), []).append(stance.id)
        targets.add(stance.target)
    rows = tuple(sorted(held))
    columns = tuple(sorted(targets))
    return StanceMatrix(
        actors=rows,
        targets=columns,
        supports=_indicator(rows, columns, held, polarity=Polarity.SUPPORTS),
        opposes=_indicator(rows, columns, held, polarity=Polarity.OPPOSES),
        held={
            actor: {pair: tuple(sorted(ids)) for pair, ids in sorted(held[actor].items())}
            for actor in rows
        },
    )


def _indicator(
    rows: tuple[str, ...],
    columns: tuple[str, ...],
    held: Mapping[str, Mapping[tuple[str, Polarity], list[StanceId]]],
    *,
    polarity: Polarity,
) -> csr_array[np.int64]:
    column_of = {target: index for index, target in enumerate(columns)}
    entries = [
        (row, column_of[target])
        for row, actor in enumerate(rows)
        for target, kept in sorted(held[actor])
        if kept is polarity
    ]
    at = np.array(entries, dtype=np.int64).reshape(-1, 2)
    ones = np.ones(len(at), dtype=np.int64)
    return csr_array((ones, (at[:, 0], at[:, 1])), shape=(len(rows), len(columns)))


def node_attributes(entity: Entity) -> dict[str, str | None]:
    """Return what every network says of a node."""
    return {
        "label": entity.label,
        "kind": entity.kind.value,
        "office": entity.office,
        "jurisdiction": entity.jurisdiction,
        "party": entity.party,
    }
