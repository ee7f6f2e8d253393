"""Which predicted stances are right, which are wrong, and which are not judged."""

from __future__ import annotations

from typing import Any

import pytest

from graphkit.evaluation import StanceOutcome, label_stances
from tests.evaluation.examples import (
    LETTER,
    LETTER_GOLD,
    SUIT,
    SUIT_GOLD,
    annotation,
    stance,
)

RIGHT, WRONG, EXCUSED = StanceOutcome.RIGHT, StanceOutcome.WRONG, StanceOutcome.EXCUSED

CASES = [
    pytest.param([], [], id="nothing"),
    pytest.param([stance("Ann Bee", "opposes", "the dredging fee")], [RIGHT], id="same-target"),
    pytest.param([stance("Gov. Bee", "opposes", "fee")], [RIGHT], id="an-alias-of-the-target"),
    pytest.param([stance("Gov. Bee", "opposes", "dredging")], [RIGHT], id="half-of-the-target"),
    pytest.param(
        [stance("Ann Bee", "opposes", "a levy", "to end the dredging fee")],
        [RIGHT],
        id="same-evidence",
    ),
    pytest.param([stance("Gov. Bee", "opposes", "small boats")], [WRONG], id="other-target"),
    pytest.param(
        [stance("Ann Bee", "supports", "end of the dredging fee")], [RIGHT], id="for-the-end"
    ),
    pytest.param([stance("Ann Bee", "supports", "the dredging fee")], [WRONG], id="other-polarity"),
    pytest.param([stance("Eve Fox", "opposes", "the dredging fee")], [WRONG], id="other-actor"),
    pytest.param([stance("Ann Bee", "neutral", "the dredging fee")], [EXCUSED], id="neutral"),
    pytest.param(
        [stance("Carl Dee", "supports", "Clean Canals Act")], [EXCUSED], id="optional-in-the-gold"
    ),
    pytest.param(
        [stance("Carl Dee", "opposes", "Clean Canals Act")], [WRONG], id="optional-but-turned"
    ),
    pytest.param(
        [
            stance("Carl Dee", "supports", "dredging fee"),
            stance("Sen. Carl Dee", "supports", "the dredging fee"),
            stance("Carl Dee", "supports", "dredging fee"),
        ],
        [RIGHT, WRONG, EXCUSED],
        id="said-again-in-the-same-words-and-in-others",
    ),
    pytest.param(
        [
            stance("Ann Bee", "opposes", "a levy", "end the dredging fee"),
            stance("Ann Bee", "opposes", "dredging fee"),
        ],
        [WRONG, RIGHT],
        id="the-right-target-goes-first",
    ),
]


@pytest.mark.parametrize(("stances", "outcomes"), CASES)
def test_stances_are_labelled_in_their_order(
    stances: list[dict[str, Any]], outcomes: list[StanceOutcome]
) -> None:
    predicted = annotation({"stances": stances})

    assert label_stances(LETTER, annotation(LETTER_GOLD), predicted) == outcomes


PLACES = [
    pytest.param("Jo Gee", "Iowa", "opposes", EXCUSED, id="officer-of-a-state-that-sued"),
    pytest.param("Jo Gee", "Iowa", "supports", WRONG, id="of-the-other-polarity"),
    pytest.param("Jo Gee", "Utah", "opposes", WRONG, id="of-another-state"),
    pytest.param("Jo Gee", None, "opposes", WRONG, id="of-no-state"),
    pytest.param("Iowa", None, "opposes", EXCUSED, id="the-state-itself"),
]


@pytest.mark.parametrize(("actor", "jurisdiction", "polarity", "outcome"), PLACES)
def test_members_known_by_their_place_are_counted_with_the_action(
    actor: str, jurisdiction: str | None, polarity: str, outcome: StanceOutcome
) -> None:
    person = {"name": "Jo Gee", "jurisdiction": jurisdiction}
    predicted = annotation(
        {"people": [person], "stances": [stance(actor, polarity, "lock closures")]}
    )

    assert label_stances(SUIT, annotation(SUIT_GOLD), predicted) == [outcome]


def test_a_target_too_long_is_no_match() -> None:
    long = "dredging fee " + "of the canal " * 7
    predicted = annotation({"stances": [stance("Ann Bee", "opposes", long)]})

    assert label_stances(LETTER, annotation(LETTER_GOLD), predicted) == [WRONG]


@pytest.mark.parametrize(
    ("filling", "outcome"),
    [pytest.param(0, RIGHT, id="short"), pytest.param(600, WRONG, id="long")],
)
def test_evidence_too_long_is_no_match(filling: int, outcome: StanceOutcome) -> None:
    text = LETTER + "x" * filling
    predicted = annotation({"stances": [stance("Ann Bee", "opposes", "a levy", text)]})

    assert label_stances(text, annotation(LETTER_GOLD), predicted) == [outcome]
