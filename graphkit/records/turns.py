"""Where stances of one holder on one policy turn round, or contradict each other."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from graphkit.records.choices import DatePrecision, Polarity, ReviewStatus

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from graphkit.ids import ActorId, StanceId, TargetId
    from graphkit.records.extractions import Stance


class Days(NamedTuple):
    """The days of which one is meant, both ends included."""

    first: date
    last: date

    def meets(self, other: Days) -> bool:
        """Tell whether one day lies in both, so that nothing tells which came first."""
        return self.first <= other.last and other.first <= self.last


SOME_DAY = Days(date.min, date.max)
"""What is known of the day of a stance without one."""


class TurnKind(StrEnum):
    """How two opposite stances of one holder on one policy stand to each other."""

    SUPERSEDED = "superseded"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Turn:
    """Two opposite stances of one holder on one policy.

    Attributes:
        earlier: Of a conflict the one with the smaller id, for nothing tells the order.
        later: The other one.
    """

    kind: TurnKind
    earlier: StanceId
    later: StanceId


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedStance:
    """What of a stance decides whether another one turns it.

    Attributes:
        days: When it was held, as far as it is told.
        text_cluster: Of a stance that has the day of its document, the text which that document
            shares with its copies; None where the text itself tells the day.
    """

    id: StanceId
    holder: ActorId
    target: TargetId
    polarity: Polarity
    confidence: float
    review_status: ReviewStatus = ReviewStatus.UNREVIEWED
    days: Days = SOME_DAY
    text_cluster: str | None = None

    def counts(self, min_confidence: float) -> bool:
        """Tell whether it takes a side, nobody rejected it, and it is certain enough.

        What a person accepted is certain.
        """
        if self.polarity is Polarity.NEUTRAL or self.review_status is ReviewStatus.REJECTED:
            return False
        is_accepted = self.review_status is ReviewStatus.ACCEPTED
        return is_accepted or self.confidence >= min_confidence


class Fold(NamedTuple):
    """Where a policy stands among those that end each other: with `root`, or against it."""

    root: str
    is_against: bool = False


def days_of(day: date | None, precision: DatePrecision | None) -> Days:
    """Return the days that a date with its precision may mean; all days without a date."""
    if day is None:
        return SOME_DAY
    return Days(day, (precision or DatePrecision.DAY).last_day(day))


def dated(stance: Stance) -> DatedStance:
    """Return what of a stance decides on its turns within one document."""
    return DatedStance(
        id=stance.id,
        holder=stance.holder,
        target=stance.target,
        polarity=stance.polarity,
        confidence=stance.confidence,
        review_status=stance.review_status,
        days=days_of(stance.stated_on, stance.date_precision),
    )


def fold_policies(policies: Iterable[str], negations: Iterable[tuple[str, str]]) -> dict[str, Fold]:
    """Return how policies stand to each other, so that support of an end counts as opposition.

    Policies that would have to be for and against themselves stay apart from each other.

    Args:
        policies: Their ids.
        negations: Pairs of a policy and the one that it ends.
    """
    near: dict[str, set[str]] = {policy: set() for policy in policies}
    for ending, ended in negations:
        near.setdefault(ending, set()).add(ended)
        near.setdefault(ended, set()).add(ending)
    found: dict[str, Fold] = {}
    for policy in sorted(near):
        if policy not in found:
            found.update(_folds_from(policy, near))
    return found


def _folds_from(root: str, near: Mapping[str, Collection[str]]) -> dict[str, Fold]:
    folds, open_ends = {root: Fold(root)}, [root]
    is_sound = True
    while open_ends:
        fold = folds[current := open_ends.pop()]
        for policy in near[current]:
            expected = Fold(root, not fold.is_against)
            if policy not in folds:
                folds[policy] = expected
                open_ends.append(policy)
            is_sound = is_sound and folds[policy] == expected
    return folds if is_sound else {policy: Fold(policy) for policy in folds}


def turns_of(
    stances: Iterable[DatedStance], folds: Mapping[str, Fold], *, min_confidence: float
) -> tuple[Turn, ...]:
    """Return which stances a later one supersedes, and which conflict; sorted.

    A stance is superseded by the first of those of the other side whose days all come after its
    own. It conflicts with the most certain of those of the other side whose days do not tell the
    order: the same day, a month that holds the day, no day at all. So the number of turns grows
    with that of the stances, not with that of their pairs. Copies of one text count with the day
    of the first. A stance that says the same again, or is neutral, turns nothing.

    Args:
        stances: Of any holders.
        folds: The policies among the targets (see `fold_policies`); others do not count, for one
            may praise and blame the same person.
        min_confidence: Stances below it do not count, unless a person accepted them.
    """
    groups: dict[tuple[str, str], list[DatedStance]] = defaultdict(list)
    for stance in stances:
        if stance.target in folds and stance.counts(min_confidence):
            groups[stance.holder, folds[stance.target].root].append(stance)
    found: set[Turn] = set()
    for group in groups.values():
        sides: dict[Polarity, list[DatedStance]] = defaultdict(list)
        for stance in _first_printed(group):
            is_against = folds[stance.target].is_against
            side = stance.polarity.opposite if is_against else stance.polarity
            sides[side].append(stance)
        for side in (Polarity.SUPPORTS, Polarity.OPPOSES):
            found.update(_turns_of_side(sides[side], sides[side.opposite]))
    return tuple(sorted(found))


def main_turns(turns: Iterable[Turn], stances: Iterable[DatedStance]) -> tuple[Turn, ...]:
    """Return the turns to be shown to people: of many that tell the same, the one that tells most.

    Of all that a stance supersedes it is the last one; of conflicts, those where each is the most
    certain that speaks against the other.
    """
    by_id = {s.id: s for s in stances}
    superseded: dict[StanceId, Turn] = {}
    conflicts: dict[StanceId, list[StanceId]] = defaultdict(list)
    for turn in sorted(turns):
        if turn.kind is TurnKind.CONFLICT:
            conflicts[turn.earlier].append(turn.later)
            conflicts[turn.later].append(turn.earlier)
            continue
        known = superseded.get(turn.later)
        if known is None or _lateness(by_id[turn.earlier]) > _lateness(by_id[known.earlier]):
            superseded[turn.later] = turn
    best = {one: min((by_id[o] for o in others), key=_rank).id for one, others in conflicts.items()}
    mutual = {_conflict(one, other) for one, other in best.items() if best[other] == one}
    return tuple(sorted((*superseded.values(), *mutual)))


def _lateness(stance: DatedStance) -> tuple[date, float, str]:
    return stance.days.last, stance.confidence, stance.id


def _rank(stance: DatedStance) -> tuple[float, str]:
    """Return what sorts the most certain first."""
    return -stance.confidence, stance.id


def _conflict(one: StanceId, other: StanceId) -> Turn:
    return Turn(kind=TurnKind.CONFLICT, earlier=min(one, other), later=max(one, other))


def _first_printed(stances: Iterable[DatedStance]) -> Iterator[DatedStance]:
    """Yield the stances of a holder on a policy, those of copies with the day of the first."""
    stances = list(stances)
    first: dict[str, Days] = {}
    for stance in stances:
        if stance.text_cluster is not None and stance.days != SOME_DAY:
            first[stance.text_cluster] = min(
                first.get(stance.text_cluster, stance.days), stance.days
            )
    for stance in stances:
        days = first.get(stance.text_cluster or "", stance.days)
        yield replace(stance, days=days)


def _turns_of_side(own: list[DatedStance], others: list[DatedStance]) -> Iterator[Turn]:
    later = sorted(others, key=lambda s: (s.days.first, *_rank(s)))
    begins = [s.days.first for s in later]
    against = _best_against({s.days for s in own}, others)
    for stance in own:
        place = bisect_right(begins, stance.days.last)
        if place < len(later):
            yield Turn(kind=TurnKind.SUPERSEDED, earlier=stance.id, later=later[place].id)
        if stance.days in against:
            yield _conflict(stance.id, against[stance.days].id)


def _best_against(
    times: Collection[Days], others: Iterable[DatedStance]
) -> dict[Days, DatedStance]:
    """Return for each time the most certain of `others` at a time that meets it, where one does.

    Most times are single days, which meet only themselves and the few longer ones.
    """
    best: dict[Days, DatedStance] = {}
    for stance in sorted(others, key=_rank):
        best.setdefault(stance.days, stance)
    longer = [days for days in best if days.first != days.last]
    found = {}
    for days in times:
        near = longer if days.first == days.last else best
        meeting = [best[d] for d in {days, *near} if d in best and d.meets(days)]
        if meeting:
            found[days] = min(meeting, key=_rank)
    return found
