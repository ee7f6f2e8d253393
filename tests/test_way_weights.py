"""The script that fits the weights of ways, on sentences of our own with fictional people."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graphkit.nlp.way_model import leaning
from graphkit.records import Polarity
from tests.directed import Sentence
from tests.way_weights import FOLDS, Answer, Example, cross_validated, examples, fit, show

if TYPE_CHECKING:
    from collections.abc import Sequence

NEITHER, SUPPORTS, OPPOSES = range(3)


def sentence(text: str, label: int) -> Sentence:
    """Return a sentence about Bee and Dee."""
    at = text.index("Dee")
    return Sentence(text, range(3), range(at, at + 3), label)


def given() -> list[Example]:
    """Return fifty sentences whose features say what they show."""
    shown = {
        "praises": SUPPORTS,
        "blames": OPPOSES,
        "meets": NEITHER,
        "sees": NEITHER,
        "is": NEITHER,
    }
    return [example(number, *item) for number, item in enumerate([*shown.items()] * 10)]


def example(number: int, word: str, outcome: int) -> Example:
    """Return the way from Bee to Dee in a sentence of one word between them."""
    return Example(
        number=number,
        sentence=sentence(f"Bee {word} Dee {number}", (0, 1, 3)[outcome]),
        ahead=True,
        features=frozenset({word}),
        outcome=outcome,
    )


def test_what_is_fitted_leans_as_it_was_told() -> None:
    weights = fit(given())
    praise, blame, meet = (leaning([w], weights) for w in ("praises", "blames", "meets"))
    assert (praise.polarity, blame.polarity) == (Polarity.SUPPORTS, Polarity.OPPOSES)
    assert min(praise.chance, blame.chance) > meet.chance


def test_what_is_met_once_is_not_fitted() -> None:
    assert "rues" not in fit([*given(), example(99, "rues", OPPOSES)])


def test_each_sentence_is_answered_once_by_the_weights_of_others() -> None:
    answers = cross_validated(given())
    assert len(answers) == len(given())
    assert len(answers) > FOLDS
    assert answers == sorted(answers, reverse=True)


@pytest.mark.parametrize(
    ("label", "outcomes"),
    [
        pytest.param(0, [NEITHER, NEITHER], id="neither"),
        pytest.param(1, [SUPPORTS, NEITHER], id="first-supports"),
        pytest.param(2, [NEITHER, SUPPORTS], id="second-supports"),
        pytest.param(3, [OPPOSES, NEITHER], id="first-opposes"),
        pytest.param(4, [NEITHER, OPPOSES], id="second-opposes"),
    ],
)
def test_a_sentence_gives_two_ways(label: int, outcomes: list[int]) -> None:
    found = list(examples([sentence("Bee met the aides of Dee.", label)]))
    assert [e.ahead for e in found] == [True, False]
    assert [e.outcome for e in found] == outcomes


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        pytest.param([Answer(0.9, 1, is_right=True)], "precision 0.85: recall 1.000", id="right"),
        pytest.param(
            [Answer(0.9, 3, is_right=False)], "chance 0.9 and more:     1 answers", id="wrong"
        ),
    ],
)
def test_what_is_reached_is_told(
    capsys: pytest.CaptureFixture[str], answers: Sequence[Answer], told: str
) -> None:
    show(answers, [sentence("Bee praised Dee.", 1)])
    assert told in capsys.readouterr().out
