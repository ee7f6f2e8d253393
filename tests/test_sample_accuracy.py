from __future__ import annotations

import pytest

from tests.sample_accuracy import expected, score

pytestmark = pytest.mark.model

FLOOR_OF_PRECISION = 0.80
FLOOR_OF_RECALL = 0.30


def test_positions_of_the_sample_are_found_as_well_as_before() -> None:
    precision, recall = score()
    assert (precision >= FLOOR_OF_PRECISION, recall >= FLOOR_OF_RECALL) == (True, True)


def test_the_expected_positions_cover_all_twelve_texts() -> None:
    assert len(expected()) == 12
