"""Where the stances of one text turn round or contradict each other."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from graphkit.records import TurnKind, dated, fold_policies, turns_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graphkit.records import ExplainedStance, Extraction


def with_turns(
    stances: Iterable[ExplainedStance], extraction: Extraction, *, min_confidence: float
) -> tuple[ExplainedStance, ...]:
    """Return stances with the numbers of those that are opposite to them.

    Args:
        stances: All of one text.
        extraction: What that text says; its policies tell which of them end which.
        min_confidence: Stances below it turn nothing.
    """
    stances = tuple(stances)
    numbers = {s.stance.id: s.number for s in stances}
    turns = turns_of(
        (dated(s.stance) for s in stances),
        fold_policies(
            (policy.id for policy in extraction.policies),
            ((p.id, p.negates) for p in extraction.policies if p.negates is not None),
        ),
        min_confidence=min_confidence,
    )
    superseded_by: dict[int, int] = {}
    supersedes: dict[int, set[int]] = defaultdict(set)
    conflicts: dict[int, set[int]] = defaultdict(set)
    for turn in turns:
        earlier, later = numbers[turn.earlier], numbers[turn.later]
        if turn.kind is TurnKind.SUPERSEDED:
            superseded_by[earlier] = later
            supersedes[later].add(earlier)
        else:
            conflicts[earlier].add(later)
            conflicts[later].add(earlier)
    return tuple(
        replace(
            s,
            superseded_by=superseded_by.get(s.number),
            supersedes=tuple(sorted(supersedes[s.number])),
            conflicts_with=tuple(sorted(conflicts[s.number])),
        )
        for s in stances
    )
