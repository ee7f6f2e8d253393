"""Statements of a prediction beside those of the gold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphkit.evaluation.faults import SHOWN_QUOTE, missed_and_invented
from graphkit.evaluation.matching import SAME_ENOUGH, find, is_same_actor, pair, union_share
from graphkit.evaluation.tallies import Fault, Layer, Tally
from graphkit.records import ActionKind, StatementKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graphkit.evaluation.matching import Comparison, Place
    from graphkit.records import AnnotatedStatement

Pairs = list[tuple[int, int]]


def score_statements(comparison: Comparison) -> tuple[dict[Layer, Tally], list[Fault]]:
    """Return the counts of all, of quoted and of reported statements, and the faults."""
    gold, predicted = comparison.gold.statements, comparison.predicted.statements
    pairs = _paired(comparison)
    quoted = {i for i, s in enumerate(gold) if s.kind is not StatementKind.INDIRECT}
    marked = {j for j, s in enumerate(predicted) if s.kind is not StatementKind.INDIRECT}
    reported = set(range(len(gold))) - quoted
    unmarked = set(range(len(predicted))) - marked
    tallies = {
        Layer.STATEMENTS: Tally(gold=len(gold), predicted=len(predicted), matched=len(pairs)),
        Layer.QUOTED: _part(quoted, marked, pairs),
        Layer.REPORTED: _part(reported, unmarked, pairs),
    }
    told = ([_told(s) for s in gold], [_told(s) for s in predicted])
    faults = [
        *missed_and_invented(Layer.QUOTED, *told, [*pairs, *_others(reported)], excused=unmarked),
        *missed_and_invented(Layer.REPORTED, *told, [*pairs, *_others(quoted)], excused=marked),
    ]
    return tallies, faults


def _others(places: set[int]) -> Pairs:
    """Return the statements of the other kinds as if they were found."""
    return [(i, -1) for i in places]


def _part(gold: set[int], predicted: set[int], pairs: Pairs) -> Tally:
    """Count the statements of some kinds; one that is found under another kind is no loss."""
    met = {(i, j) for i, j in pairs if i in gold}
    return Tally(gold=len(gold), predicted=len(predicted | {j for _, j in met}), matched=len(met))


def _told(statement: AnnotatedStatement) -> str:
    speaker = statement.speaker or "nobody"
    return f"{speaker} [{statement.kind.value}]: {statement.quote[:SHOWN_QUOTE]}"


def _paired(comparison: Comparison) -> Pairs:
    gold, predicted = comparison.gold.statements, comparison.predicted.statements
    gold_places = _places(comparison.text, gold)
    predicted_places = _places(comparison.text, predicted)
    voices = _JointVoices(comparison)

    def score(i: int, j: int) -> float:
        one, other = gold_places[i], predicted_places[j]
        if one is None or other is None:
            return 0.0
        share = union_share(one, other)
        if share < SAME_ENOUGH:
            return 0.0
        said, heard = gold[i].speaker or "", predicted[j].speaker or ""
        same = comparison.is_same_actor(said, heard) or voices.may_be(said, heard)
        return share if same else 0.0

    return pair(range(len(gold)), range(len(predicted)), score)


def _places(text: str, statements: Sequence[AnnotatedStatement]) -> list[Place | None]:
    return [s.span or find(text, s.quote) for s in statements]


class _JointVoices:
    """What a joint letter says may be given to the group, to its leader or to a signer."""

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison
        gold = comparison.gold
        self._groups = [group.text for group in gold.groups]
        self._members = [m for action in gold.actions for m in action.members] + self._groups
        self._leaders = [
            leader
            for action in gold.actions
            if action.kind is ActionKind.LETTER
            for leader in action.leaders
        ]

    def may_be(self, said: str, heard: str) -> bool:
        """Tell whether the words of one may be those of the other."""
        return (
            heard != ""
            and self._is_joint(said)
            and any(self._comparison.is_same_actor(member, heard) for member in self._members)
        )

    def _is_joint(self, speaker: str) -> bool:
        names = self._comparison.gold_names
        if any(is_same_actor(group, speaker, names, names) for group in self._groups):
            return True
        return not names.is_person(speaker) and any(
            is_same_actor(leader, speaker, names, names) for leader in self._leaders
        )
