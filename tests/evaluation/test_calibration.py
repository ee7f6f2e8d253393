"""Bands, their intervals, the error of calibration and the best threshold."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.evaluation import (
    Labelled,
    StanceOutcome,
    calibrate,
    expected_calibration_error,
    wilson_interval,
)
from graphkit.evaluation.calibration import band_of
from graphkit.records import ConfidenceBand, Threshold

R, W, X = StanceOutcome.RIGHT, StanceOutcome.WRONG, StanceOutcome.EXCUSED
labels = st.builds(
    Labelled, st.floats(min_value=0.001, max_value=1.0), st.sampled_from(list(StanceOutcome))
)


@pytest.mark.parametrize(
    ("right", "count", "expected"),
    [
        pytest.param(0, 10, (0.0, 0.27753), id="none"),
        pytest.param(10, 10, (0.72247, 1.0), id="all"),
        # Newcombe (1998), Two-sided confidence intervals for the single proportion, table I
        pytest.param(81, 263, (0.2553, 0.3662), id="newcombe-81-of-263"),
        pytest.param(15, 148, (0.0624, 0.1605), id="newcombe-15-of-148"),
        pytest.param(1, 29, (0.0061, 0.1718), id="newcombe-1-of-29"),
    ],
)
def test_wilson_intervals_are_those_of_the_literature(
    right: int, count: int, expected: tuple[float, float]
) -> None:
    assert wilson_interval(right, count) == pytest.approx(expected, abs=0.00005)


@pytest.mark.parametrize(("right", "count"), [(0, 0), (2, 1), (-1, 3)])
def test_there_is_no_interval_of_no_share(right: int, count: int) -> None:
    with pytest.raises(ValueError, match="is no share"):
        wilson_interval(right, count)


@given(st.integers(0, 500), st.integers(1, 500))
def test_an_interval_holds_its_share(right: int, more: int) -> None:
    low, high = wilson_interval(right, right + more)

    assert 0.0 <= low <= right / (right + more) <= high <= 1.0


@pytest.mark.parametrize("tenth", range(10))
def test_a_band_starts_at_its_tenth(tenth: int) -> None:
    assert band_of(tenth / 10) == tenth
    assert band_of(tenth / 10 + 0.0999) == tenth


def test_bands_count_what_is_judged() -> None:
    labelled = [Labelled(0.95, R), Labelled(0.97, W), Labelled(0.9, X), Labelled(0.2, W)]

    bands = [b for b in calibrate(labelled, gold=3).bands if b.count]

    assert bands == [
        ConfidenceBand(
            low=0.2, high=0.3, count=1, right=0, mean_confidence=0.2,
            interval=wilson_interval(0, 1),
        ),
        ConfidenceBand(
            low=0.9, high=1.0, count=2, right=1, mean_confidence=0.96,
            interval=wilson_interval(1, 2),
        ),
    ]  # fmt: skip


def test_the_error_is_the_weighted_gap_of_the_bands() -> None:
    # three at 0.9, two of them right: gap 0.2333; one at 0.3, wrong: gap 0.3
    labelled = [Labelled(0.9, R), Labelled(0.9, R), Labelled(0.9, W), Labelled(0.3, W)]

    error = calibrate(labelled, gold=4).expected_error

    assert error == pytest.approx((3 * (0.9 - 2 / 3) + 1 * 0.3) / 4)


def test_nothing_judged_has_no_error_and_no_threshold() -> None:
    calibration = calibrate([Labelled(0.7, X)], gold=2)

    assert (calibration.expected_error, calibration.best, calibration.excused) == (None, None, 1)
    assert calibration.high == Threshold(confidence=0.8, shown=0, right=0, gold=2)
    assert expected_calibration_error(()) is None


def test_high_confidence_starts_at_0_8() -> None:
    labelled = [Labelled(0.8, R), Labelled(0.799, W), Labelled(0.9, W)]

    assert calibrate(labelled, gold=5).high == Threshold(confidence=0.8, shown=2, right=1, gold=5)


@pytest.mark.parametrize(
    ("labelled", "confidence"),
    [
        pytest.param([(0.9, R), (0.6, R), (0.4, W)], 0.6, id="before-the-first-wrong-one"),
        pytest.param([(0.9, W), (0.6, R), (0.4, R)], 0.4, id="all-of-them"),
        pytest.param([(0.9, R), (0.6, W), (0.6, R), (0.3, W)], 0.6, id="equal-ones-together"),
        pytest.param([(0.9, W), (0.6, W)], 0.9, id="all-wrong-the-highest"),
    ],
)
def test_the_best_threshold(labelled: list[tuple[float, StanceOutcome]], confidence: float) -> None:
    best = calibrate([Labelled(*x) for x in labelled], gold=2).best

    assert best is not None
    assert best.confidence == confidence


@given(st.lists(labels, max_size=40), st.integers(0, 50))
def test_no_threshold_is_better_than_the_best(labelled: list[Labelled], more: int) -> None:
    gold = more + sum(outcome is R for _, outcome in labelled)
    best = calibrate(labelled, gold=gold).best
    judged = [x for x in labelled if x.outcome is not X]
    found = [
        Threshold(
            confidence=c,
            shown=sum(x.confidence >= c for x in judged),
            right=sum(x.confidence >= c and x.outcome is R for x in judged),
            gold=gold,
        ).f1
        for c in {x.confidence for x in judged}
    ]

    assert (best.f1 if best else None) == max(found, default=None)


@given(st.lists(labels, max_size=40))
def test_bands_share_out_all_that_is_judged(labelled: list[Labelled]) -> None:
    calibration = calibrate(labelled, gold=0)

    assert sum(b.count for b in calibration.bands) + calibration.excused == len(labelled)
    assert sum(b.right for b in calibration.bands) == sum(x.outcome is R for x in labelled)
    error = calibration.expected_error
    assert error is None or 0.0 <= error <= 1.0
    assert not any(math.isnan(b.mean_confidence or 0.0) for b in calibration.bands)
