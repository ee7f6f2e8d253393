from __future__ import annotations

import numpy as np
import pytest

from graphkit.analysis.boxes import pack_boxes, separate_boxes


def overlaps(places: np.ndarray, sizes: np.ndarray) -> list[tuple[int, int]]:
    return [
        (i, j)
        for i in range(len(places))
        for j in range(i)
        if (np.abs(places[i] - places[j]) < (sizes[i] + sizes[j]) / 2 - 1.01).all()
    ]


@pytest.mark.parametrize("count", [2, 30, 120])
def test_crowded_boxes_come_apart(count: int) -> None:
    places = np.random.default_rng(1).uniform(-60, 60, size=(count, 2))
    sizes = np.tile([120.0, 50.0], (count, 1))
    assert overlaps(places, sizes) != []
    assert overlaps(separate_boxes(places, sizes), sizes) == []


def test_boxes_apart_stay_where_they_are() -> None:
    places = np.array([[0.0, 0.0], [300.0, 0.0]])
    sizes = np.array([[100.0, 50.0], [100.0, 50.0]])
    assert separate_boxes(places, sizes).tolist() == places.tolist()


def test_two_boxes_at_one_place_come_apart() -> None:
    sizes = np.array([[100.0, 50.0], [100.0, 50.0]])
    assert overlaps(separate_boxes(np.zeros((2, 2)), sizes), sizes) == []


def test_parts_are_packed_without_overlap_in_the_shape_of_a_screen() -> None:
    sizes = np.array([[100.0, 50.0], [100.0, 50.0]])
    part = (np.array([[0.0, 0.0], [200.0, 90.0]]), sizes)
    packed = pack_boxes([part] * 12)
    assert overlaps(packed, np.tile([100.0, 50.0], (24, 1))) == []
    width, height = packed.max(axis=0) - packed.min(axis=0)
    assert 0.7 < width / height < 2.8


def test_nothing_packs_to_nothing() -> None:
    assert pack_boxes([]).shape == (0, 2)
