"""Push labels apart and pack the parts of a picture side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.spatial import KDTree

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

SEPARATION_STEPS = 200
"""Rounds of pushing; sign-on letters with 300 names come apart in fewer than 150."""
ASPECT = 1.4
"""Width to height of a packed picture; that of a graph beside its card on a laptop."""
GAP = 60.0
"""Pixels between two components."""

LEAST_OVERLAP = 1e-6
"""Pixels; less is rounding."""


def separate_boxes(places: Floats, sizes: Floats) -> Floats:
    """Return the places after overlapping boxes have pushed each other apart.

    Each pair moves along the axis on which it overlaps less, half the way each.

    Args:
        places: n × 2, the middle of each box.
        sizes: n × 2, its width and height.
    """
    moved = places.copy()
    widest = sizes.max(axis=0)
    for _ in range(SEPARATION_STEPS):
        pairs = KDTree(moved / widest).query_pairs(1.0, p=np.inf, output_type="ndarray")
        pairs = pairs[np.lexsort((pairs[:, 1], pairs[:, 0]))]
        shift = _shifts(moved, sizes, pairs)
        if not shift.any():
            break
        moved = moved + shift
    return moved


def _shifts(places: Floats, sizes: Floats, pairs: NDArray[np.int64]) -> Floats:
    first, second = pairs[:, 0], pairs[:, 1]
    apart = places[second] - places[first]
    overlap = (sizes[first] + sizes[second]) / 2 - np.abs(apart)
    touching = (overlap > LEAST_OVERLAP).all(axis=1)
    first, second = first[touching], second[touching]
    apart, overlap = apart[touching], overlap[touching]
    shift = np.zeros_like(places)
    axis = np.argmin(overlap, axis=1)
    row = np.arange(len(axis))
    push = (overlap[row, axis] / 2) * np.where(apart[row, axis] < 0, -1.0, 1.0)
    np.add.at(shift, (first, axis), -push)
    np.add.at(shift, (second, axis), push)
    return shift


def pack_boxes(parts: Sequence[tuple[Floats, Floats]]) -> Floats:
    """Return all places, each part moved to a place of its own on shelves of equal width.

    Args:
        parts: For each part its places and sizes, as in `separate_boxes`.
    """
    if not parts:
        return np.zeros((0, 2))
    corners = [(p - s / 2).min(axis=0) for p, s in parts]
    extents = [(p + s / 2).max(axis=0) - c for (p, s), c in zip(parts, corners, strict=True)]
    area = sum((width + GAP) * (height + GAP) for width, height in extents)
    shelf = max(max(width for width, _ in extents), (area * ASPECT) ** 0.5)
    x = y = tallest = 0.0
    packed: list[Floats] = []
    for (places, _), corner, (width, height) in zip(parts, corners, extents, strict=True):
        if x > 0 and x + width > shelf:
            x, y, tallest = 0.0, y + tallest + GAP, 0.0
        packed.append(places - corner + (x, y))
        x, tallest = x + width + GAP, max(tallest, height)
    everything = np.vstack(packed)
    centred: Floats = everything - (everything.max(axis=0) + everything.min(axis=0)) / 2
    return centred
