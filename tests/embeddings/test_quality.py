"""The list of judged pairs is sound, and the model is as good on it as when it was measured."""

from __future__ import annotations

from importlib.util import find_spec

import pytest

from graphkit.embeddings.model_files import PACKAGE
from graphkit.pipeline import DEFAULT_MIN_SIMILARITY
from tests.embeddings.quality import (
    all_pairs,
    common_words,
    is_possible,
    judged_pairs,
    meaning,
    scored,
)


def test_each_judged_pair_stands_in_the_list_once() -> None:
    judged = judged_pairs()
    assert (len(judged), sum(judged.values())) == (64, 30)
    assert sum(all_pairs().values()) == 30


def test_no_pair_that_is_one_policy_is_ruled_out() -> None:
    assert [pair for pair, same in judged_pairs().items() if same and not is_possible(pair)] == []


def test_common_words_tell_little_where_names_are_alike_on_purpose() -> None:
    judged = judged_pairs()
    score = scored(judged, (pair for pair in judged if common_words(pair) >= 0.3))
    assert (score.precision < 0.25, score.recall < 0.25) == (True, True)


@pytest.mark.skipif(find_spec(PACKAGE) is None, reason="the sentence model is not installed")
def test_the_model_is_as_good_as_measured() -> None:
    judged = judged_pairs()
    similarity = meaning({name for pair in judged for name in pair}, None)
    score = scored(
        judged,
        (p for p in judged if similarity[p] >= DEFAULT_MIN_SIMILARITY and is_possible(p)),
    )
    assert score.found == 30
    assert (score.precision, score.recall) == pytest.approx((19 / 30, 19 / 30))
