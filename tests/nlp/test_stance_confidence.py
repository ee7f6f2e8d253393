from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pytest

from graphkit.nlp.annotations import stances_of
from graphkit.nlp.stance_confidence import BIAS, confidence_of, weights

if TYPE_CHECKING:
    from spacy.language import Language

TRACES = [
    pytest.param(
        "Sen. Ann Bee urged the board to end the water fee.",
        ("verb to", "urged", [("end", "inverts")]),
        id="inverted",
    ),
    pytest.param(
        "Sen. Ann Bee did not support the water fee.",
        ("verb object", "support", [("support", "denies")]),
        id="denied",
    ),
    pytest.param(
        "Sen. Ann Bee supports the water fee.", ("verb object", "supports", []), id="plain"
    ),
    pytest.param(
        "“The water fee is not fair,” Sen. Ann Bee said.",
        ("predicate", "fair", [("fair", "denies")]),
        id="denied-judgement",
    ),
    pytest.param(
        "The council debated the water fee. Sen. Ann Bee welcomed the repeal.",
        ("verb object", "welcomed", [("repeal", "means the end")]),
        id="target-that-means-the-end",
    ),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "expected"), TRACES)
def test_a_stance_tells_its_rule_cue_and_steps(
    nlp: Language, text: str, expected: tuple[str, str, list[tuple[str, str]]]
) -> None:
    doc = nlp(text)
    (stance,) = stances_of(doc)
    trace = stance.trace
    steps = [(doc[s.words.start : s.words.end].text, s.effect) for s in trace.steps]
    assert (trace.rule, doc[trace.cue.start : trace.cue.end].text, steps) == expected


@pytest.mark.model
def test_features_are_sorted_and_give_the_confidence(nlp: Language) -> None:
    (stance,) = stances_of(nlp("Sen. Ann Bee supports the water fee."))
    names = [name for name, _ in stance.trace.features]
    assert names == sorted(names)
    assert "prior" in names
    assert stance.confidence == confidence_of(stance.trace.features)


def test_confidence_is_the_logistic_of_the_weighted_sum() -> None:
    known = weights()
    score = known[BIAS] + 2.0 * known["prior"]
    assert confidence_of((("no such feature", 5.0), ("prior", 2.0))) == pytest.approx(
        1 / (1 + math.exp(-score))
    )


def test_an_opposite_stance_that_is_better_shown_lowers_the_confidence() -> None:
    plain = (("prior", 1.0),)
    assert confidence_of((("contradicted", 1.0), *plain)) < confidence_of(plain)
