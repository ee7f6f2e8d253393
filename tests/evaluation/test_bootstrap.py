"""Two extractors on the same documents."""

from __future__ import annotations

import pytest

from graphkit.evaluation import Estimate, Layer, LayerComparison, Score, Tally, compare


def _score(gold: int, predicted: int, matched: int) -> Score:
    return Score(tallies={Layer.STANCES: Tally(gold=gold, predicted=predicted, matched=matched)})


GOOD = [_score(10, 10, 9) for _ in range(20)]
BAD = [_score(10, 10, 4 + place % 3) for place in range(20)]
MIXED = [_score(10, 10, 9 if place % 2 else 8) for place in range(20)]


def test_a_clear_difference_leaves_out_0() -> None:
    (found,) = compare(BAD, GOOD)

    assert found.layer is Layer.STANCES
    assert found.second == Estimate(value=0.9, low=0.9, high=0.9)
    assert found.difference.value == pytest.approx(0.9 - found.first.value)
    assert 0.35 < found.difference.low < found.difference.value < found.difference.high < 0.45


def test_a_difference_that_may_be_chance_holds_0() -> None:
    other = [MIXED[-1 - place] for place in range(len(MIXED))]

    (found,) = compare(MIXED, other)

    assert found.difference.low < 0.0 < found.difference.high


def test_an_extractor_does_not_differ_from_itself() -> None:
    (found,) = compare(BAD, BAD)

    assert found.difference == Estimate(value=0.0, low=0.0, high=0.0)
    assert found.first == found.second


def test_the_same_seed_gives_the_same_intervals_and_another_others() -> None:
    assert compare(BAD, MIXED, seed=1) == compare(BAD, MIXED, seed=1)
    assert compare(BAD, MIXED, seed=1, resamples=50) != compare(BAD, MIXED, seed=2, resamples=50)


def test_draws_in_parts_are_as_many_as_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = compare(BAD, MIXED, resamples=101)
    monkeypatch.setattr("graphkit.evaluation.bootstrap.CELLS_AT_ONCE", 40)

    assert compare(BAD, MIXED, resamples=101) == whole


def test_a_layer_that_one_of_them_lacks_counts_as_nothing() -> None:
    found = compare([Score(tallies={})], [_score(2, 2, 2)])

    nothing, whole = Estimate(value=0.0, low=0.0, high=0.0), Estimate(value=1.0, low=1.0, high=1.0)
    assert found == (
        LayerComparison(layer=Layer.STANCES, first=nothing, second=whole, difference=whole),
    )


@pytest.mark.parametrize(("first", "second"), [([], []), (GOOD, GOOD[1:])])
def test_scores_of_other_documents_are_refused(first: list[Score], second: list[Score]) -> None:
    with pytest.raises(ValueError, match="not of the same documents"):
        compare(first, second)
