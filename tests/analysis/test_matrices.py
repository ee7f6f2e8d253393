from __future__ import annotations

import numpy as np
import pytest

from graphkit.analysis.matrices import build_matrix
from graphkit.records import PositionSet, ReviewStatus
from tests.analysis.examples import NEUTRAL, OPPOSES, SUPPORTS, Row, make_positions


def test_a_repeated_stance_is_booked_once_with_all_its_stances() -> None:
    positions = make_positions([Row("person/a", SUPPORTS, "policy/p")] * 3)
    matrix = build_matrix(positions, min_confidence=0.5)
    assert matrix.supports.toarray().tolist() == [[1]]
    assert matrix.held["person/a"]["policy/p", SUPPORTS] == tuple(s.id for s in positions.stances)


def test_rows_and_columns_are_sorted_ids() -> None:
    positions = make_positions(
        [
            Row("person/b", SUPPORTS, "policy/q"),
            Row("person/a", OPPOSES, "policy/p"),
            Row("person/b", NEUTRAL, "policy/p"),
        ]
    )
    matrix = build_matrix(positions, min_confidence=0.5)
    assert (matrix.actors, matrix.targets) == (("person/a", "person/b"), ("policy/p", "policy/q"))
    assert matrix.supports.toarray().tolist() == [[0, 0], [0, 1]]
    assert matrix.opposes.toarray().tolist() == [[1, 0], [0, 0]]


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(Row("person/a", SUPPORTS, "policy/p", 0.49), id="below-the-confidence"),
        pytest.param(
            Row("person/a", SUPPORTS, "policy/p", review_status=ReviewStatus.REJECTED),
            id="rejected-by-a-reader",
        ),
        pytest.param(Row("person/a", SUPPORTS, "person/b"), id="towards-a-person"),
        pytest.param(Row("person/a", SUPPORTS, "group/b"), id="towards-a-group"),
        pytest.param(Row("person/a", SUPPORTS, "government/b"), id="towards-a-government"),
    ],
)
def test_stances_that_do_not_count(row: Row) -> None:
    matrix = build_matrix(make_positions([row]), min_confidence=0.5)
    assert (matrix.actors, matrix.targets) == ((), ())


def test_the_least_confidence_still_counts() -> None:
    positions = make_positions([Row("person/a", SUPPORTS, "action/letter", 0.5)])
    assert build_matrix(positions, min_confidence=0.5).targets == ("action/letter",)


def test_no_stances_give_empty_arrays() -> None:
    matrix = build_matrix(PositionSet(), min_confidence=0.0)
    assert np.shape(matrix.supports) == np.shape(matrix.opposes) == (0, 0)
