"""Score what was extracted from one text against its gold, layer by layer."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from graphkit.evaluation.actions import score_actions
from graphkit.evaluation.faults import missed_and_invented
from graphkit.evaluation.matching import (
    SAME_ENOUGH,
    Comparison,
    bare_names,
    is_same_person,
    is_same_thing,
    overlap,
    pair,
)
from graphkit.evaluation.stances import match_stances, match_strictly
from graphkit.evaluation.statements import score_statements
from graphkit.evaluation.tallies import Fault, Layer, Score, Tally
from graphkit.evaluation.wording import bare_name, content_words

if TYPE_CHECKING:
    from graphkit.evaluation.stances import OneStance, StanceMatches
    from graphkit.records import AnnotatedGroup, AnnotatedPerson, Annotation

T = TypeVar("T")
Part = tuple[dict[Layer, Tally], list[Fault]]

SAME_NAME = 0.5
"""Added where the very name is the same, so that namesakes are paired rightly."""
SAME_COUNT = 0.5
"""Added where two groups have the same number of people."""


def score_document(text: str, gold: Annotation, predicted: Annotation) -> Score:
    """Return the counts of each layer, and each record that was missed or invented."""
    comparison = Comparison(text=text, gold=gold, predicted=predicted)
    parts = (
        _people(comparison),
        _groups(comparison),
        score_actions(comparison),
        score_statements(comparison),
        _stances(comparison),
    )
    tallies = {layer: tally for part, _ in parts for layer, tally in part.items()}
    return Score(tallies=tallies, faults=tuple(fault for _, faults in parts for fault in faults))


def _people(comparison: Comparison) -> Part:
    gold, predicted = comparison.gold.people, comparison.predicted.people
    pairs = pair(gold, predicted, _person_score)
    met = [(gold[i], predicted[j]) for i, j in sorted(pairs)]
    offices = _facts(Layer.OFFICE, [(g.name, g.office, p.office) for g, p in met])
    places = _facts(Layer.JURISDICTION, [(g.name, g.jurisdiction, p.jurisdiction) for g, p in met])
    tallies = {
        Layer.PEOPLE: Tally(gold=len(gold), predicted=len(predicted), matched=len(pairs)),
        **offices[0],
        **places[0],
    }
    names = ([p.name for p in gold], [p.name for p in predicted])
    faults = missed_and_invented(Layer.PEOPLE, *names, pairs)
    return tallies, [*faults, *offices[1], *places[1]]


def _person_score(gold: AnnotatedPerson, predicted: AnnotatedPerson) -> float:
    if not is_same_person(
        bare_names(gold.name, gold.aliases), bare_names(predicted.name, predicted.aliases)
    ):
        return 0.0
    return 1.0 + SAME_NAME * (bare_name(gold.name) == bare_name(predicted.name))


def _facts(layer: Layer, met: list[tuple[str, str | None, str | None]]) -> Part:
    """Count what is told of the people who were found, where the gold tells it."""
    told = [(name, gold, predicted) for name, gold, predicted in met if gold]
    given = [(i, f"{name}: {p}") for i, (name, _, p) in enumerate(told) if p]
    pairs = [
        (i, j) for j, (i, _) in enumerate(given) if is_same_thing(told[i][1], told[i][2] or "")
    ]
    tally = Tally(gold=len(told), predicted=len(given), matched=len(pairs))
    wanted = [f"{name}: {gold}" for name, gold, _ in told]
    return {layer: tally}, missed_and_invented(layer, wanted, [words for _, words in given], pairs)


def _groups(comparison: Comparison) -> Part:
    gold, predicted = comparison.gold.groups, comparison.predicted.groups
    pairs = pair(gold, predicted, _group_score)
    tally = Tally(gold=len(gold), predicted=len(predicted), matched=len(pairs))
    words = ([g.text for g in gold], [g.text for g in predicted])
    return {Layer.GROUPS: tally}, missed_and_invented(Layer.GROUPS, *words, pairs)


def _group_score(gold: AnnotatedGroup, predicted: AnnotatedGroup) -> float:
    x, y = content_words(gold.text), content_words(predicted.text)
    same_count = gold.count is not None and gold.count == predicted.count
    if overlap(x, y) >= SAME_ENOUGH or (same_count and x & y):
        return overlap(x, y) + SAME_COUNT * same_count
    return 0.0


def _stances(comparison: Comparison) -> Part:
    loose = match_stances(comparison)
    tallies = {
        Layer.STANCES: _stance_tally(loose),
        Layer.STRICT_STANCES: _stance_tally(match_strictly(comparison)),
    }
    faults = missed_and_invented(
        Layer.STANCES,
        [_told(one) for one in loose.gold],
        [_told(one) for one in loose.predicted],
        loose.pairs,
        excused=loose.excused,
    )
    return tallies, faults


def _stance_tally(matches: StanceMatches) -> Tally:
    return Tally(
        gold=len(matches.gold),
        predicted=len(matches.predicted) - len(matches.excused),
        matched=len(matches.pairs),
    )


def _told(one: OneStance) -> str:
    stance = one.stance
    return f"{stance.actor} {stance.polarity.value} {stance.target}"
