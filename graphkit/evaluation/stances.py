"""Stances of a prediction beside those of the gold: which are right, which count at all."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, Protocol

from graphkit.evaluation.matching import (
    Comparison,
    Names,
    People,
    Place,
    bare_names,
    find,
    is_same_thing,
    pair,
    places_meet,
)
from graphkit.evaluation.wording import bare_name, content_words, plain, without_inverters
from graphkit.records import Polarity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graphkit.records import AnnotatedPerson, AnnotatedStance, Annotation

SAME_TARGET = 2.0
"""Above what turned targets and mere evidence score, so that the right target is paired first."""
LIKELY = 1.0


class StanceOutcome(StrEnum):
    """What a predicted stance turns out to be."""

    RIGHT = "right"
    """The gold has it."""
    WRONG = "wrong"
    EXCUSED = "excused"
    """Not judged: optional in the gold, said before in other words, or neutral."""


class OneStance(NamedTuple):
    """A stance with all its evidence, however often it is told.

    Attributes:
        place: Its first index among the stances of the annotation.
    """

    stance: AnnotatedStance
    place: int
    evidence: tuple[Place, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StanceMatches:
    """The stances of one document, each once, and how they meet.

    Attributes:
        gold: Those that had to be found; optional ones are not among them.
        pairs: Indices into `gold` and `predicted`.
        excused: Indices into `predicted` of those that are not judged.
    """

    gold: tuple[OneStance, ...]
    predicted: tuple[OneStance, ...]
    pairs: tuple[tuple[int, int], ...]
    excused: frozenset[int]


def label_stances(text: str, gold: Annotation, predicted: Annotation) -> list[StanceOutcome]:
    """Return what each of `predicted.stances` turns out to be, in their order."""
    matches = match_stances(Comparison(text=text, gold=gold, predicted=predicted))
    outcomes = [StanceOutcome.EXCUSED] * len(predicted.stances)
    right = {j for _, j in matches.pairs}
    for j, one in enumerate(matches.predicted):
        if j in right:
            outcomes[one.place] = StanceOutcome.RIGHT
        elif j not in matches.excused:
            outcomes[one.place] = StanceOutcome.WRONG
    return outcomes


def match_stances(comparison: Comparison) -> StanceMatches:
    """Match by actor, polarity, and either target or evidence."""
    return _matched(comparison, shows_target=_target_or_evidence)


def match_strictly(comparison: Comparison) -> StanceMatches:
    """Match by actor, polarity and target; evidence alone is not enough."""
    return _matched(comparison, shows_target=_target_alone)


def each_once(stances: Sequence[AnnotatedStance], names: Names, text: str) -> list[OneStance]:
    """Return the stances for and against, one for each actor, polarity and target."""
    found: dict[tuple[str, Polarity, str], OneStance] = {}
    for place, stance in enumerate(stances):
        if stance.polarity is Polarity.NEUTRAL:
            continue
        target = plain(names.of_target(stance.target)[0])
        key = (bare_name(stance.actor), stance.polarity, target)
        shown = find(text, stance.evidence)
        more = () if shown is None else (shown,)
        first = found.get(key)
        if first is None:
            found[key] = OneStance(stance, place, more)
        else:
            found[key] = first._replace(evidence=first.evidence + more)
    return list(found.values())


def _matched(comparison: Comparison, *, shows_target: _TargetScore) -> StanceMatches:
    def score(gold: OneStance, predicted: OneStance) -> float:
        if not comparison.is_same_actor(gold.stance.actor, predicted.stance.actor):
            return 0.0
        if gold.stance.polarity is not predicted.stance.polarity:
            return LIKELY * _is_turned(comparison, gold.stance.target, predicted.stance.target)
        return shows_target(comparison, gold, predicted)

    every = each_once(comparison.gold.stances, comparison.gold_names, comparison.text)
    sure = [one for one in every if not one.stance.optional]
    maybe = [one for one in every if one.stance.optional]
    predicted = each_once(comparison.predicted.stances, comparison.predicted_names, comparison.text)
    pairs = pair(sure, predicted, score)
    used = {j for _, j in pairs}
    rest = [j for j in range(len(predicted)) if j not in used]
    excused = {rest[j] for _, j in pair(maybe, [predicted[j] for j in rest], score)}
    excused |= _known_by_place(comparison, predicted) - used
    return StanceMatches(
        gold=tuple(sure),
        predicted=tuple(predicted),
        pairs=tuple(pairs),
        excused=frozenset(excused),
    )


class _TargetScore(Protocol):
    def __call__(
        self, comparison: Comparison, gold: OneStance, predicted: OneStance, /
    ) -> float: ...


def _target_alone(comparison: Comparison, gold: OneStance, predicted: OneStance, /) -> float:
    return SAME_TARGET * comparison.is_same_target(gold.stance.target, predicted.stance.target)


def _target_or_evidence(comparison: Comparison, gold: OneStance, predicted: OneStance, /) -> float:
    meets = any(places_meet(x, y) for x in gold.evidence for y in predicted.evidence)
    return _target_alone(comparison, gold, predicted) or LIKELY * meets


def _is_turned(comparison: Comparison, gold: str, predicted: str) -> bool:
    """Tell whether one target is the end of the other: "against X" is "for the repeal of X"."""
    sides = (
        (without_inverters(gold), comparison.predicted_names.of_target(predicted)),
        (without_inverters(predicted), comparison.gold_names.of_target(gold)),
    )
    return any(
        turned is not None and any(is_same_thing(turned, other) for other in others)
        for turned, others in sides
    )


def _known_by_place(comparison: Comparison, predicted: Sequence[OneStance]) -> set[int]:
    """Return the stances of members whom the gold knows by their place only.

    Such a member's stance is that of the action, and counted there.
    """
    places = [
        (action.stance, content_words(member))
        for action in comparison.gold.actions
        for member in action.members
        if not comparison.gold_names.is_person(member) and content_words(member)
    ]
    if not places:
        return set()
    people = People((bare_names(p.name), p) for p in comparison.predicted.people)
    return {
        j
        for j, one in enumerate(predicted)
        if any(
            polarity is one.stance.polarity and place <= words
            for words in _words_of_actor(people, one.stance.actor)
            for polarity, place in places
        )
    }


def _words_of_actor(people: People[AnnotatedPerson], actor: str) -> list[frozenset[str]]:
    """Return the words of an actor's name, and those of the jurisdiction of its office."""
    who = people.first(bare_name(actor))
    names = (actor, who.jurisdiction if who else None)
    return [content_words(name) for name in names if name]
