"""Actions of a prediction beside those of the gold, and who takes part in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphkit.evaluation.faults import missed_and_invented
from graphkit.evaluation.matching import is_same_thing, pair
from graphkit.evaluation.tallies import Fault, Layer, Tally

if TYPE_CHECKING:
    from graphkit.evaluation.matching import Comparison
    from graphkit.records import AnnotatedAction

SAME_KIND = 0.1
"""Enough to be a pair where nothing tells more, and less than any other sign."""


def score_actions(comparison: Comparison) -> tuple[dict[Layer, Tally], list[Fault]]:
    """Return the counts of actions and of their members, and what was missed or invented."""
    gold, predicted = comparison.gold.actions, comparison.predicted.actions
    pairs = pair(gold, predicted, lambda g, p: _action_score(comparison, g, p))
    shared = [_shared(comparison, gold[i], predicted[j]) for i, j in pairs]
    free = sum(
        len(_free_groups(comparison, predicted[j], met))
        for (_, j), met in zip(pairs, shared, strict=True)
    )
    tallies = {
        Layer.ACTIONS: Tally(gold=len(gold), predicted=len(predicted), matched=len(pairs)),
        Layer.SIGNERS: Tally(
            gold=sum(len(action.members) for action in gold),
            predicted=sum(len(action.members) for action in predicted) - free,
            matched=sum(len(met) for met in shared),
        ),
    }
    told = ([_told(action) for action in gold], [_told(action) for action in predicted])
    faults = missed_and_invented(Layer.ACTIONS, *told, pairs)
    for (i, j), met in zip(pairs, shared, strict=True):
        members = (gold[i].members, predicted[j].members)
        faults += missed_and_invented(
            Layer.SIGNERS, *members, met, excused=_free_groups(comparison, predicted[j], met)
        )
    return tallies, faults


def _told(action: AnnotatedAction) -> str:
    members = ", ".join(action.members)
    return f"{action.kind.value}: {action.about or 'nothing named'} ({members or 'nobody named'})"


def _action_score(
    comparison: Comparison, gold: AnnotatedAction, predicted: AnnotatedAction
) -> float:
    if gold.kind is not predicted.kind:
        return 0.0
    same_topic = comparison.is_same_target(gold.about or "", predicted.about or "")
    return SAME_KIND + len(_shared(comparison, gold, predicted)) + same_topic


def _shared(
    comparison: Comparison, gold: AnnotatedAction, predicted: AnnotatedAction
) -> list[tuple[int, int]]:
    """Return indices of the members that both actions have."""
    return pair(gold.members, predicted.members, lambda g, p: float(comparison.is_same_actor(g, p)))


def _free_groups(
    comparison: Comparison, predicted: AnnotatedAction, met: list[tuple[int, int]]
) -> set[int]:
    """Return the groups of the gold among the other members: they may be listed there or not."""
    groups = [group.text for group in comparison.gold.groups]
    found = {predicted.members[j] for _, j in met}
    return {
        j
        for j, member in enumerate(predicted.members)
        if member not in found and any(is_same_thing(member, group) for group in groups)
    }
