"""Push labels apart and pack the parts of a picture side by side."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

import numpy as np
from scipy.optimize import linear_sum_assignment
from scipy.spatial import KDTree
from scipy.spatial.distance import cdist

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

PUSHES = ((60, 1.25), (60, 1.0))
"""Rounds of pushing and how large the boxes act; as larger ones they carry a jam outwards."""
OVERSHOOT = 1.3
"""Pushing a little too far frees more boxes: of a crowded 1,000, 217 stay jammed, else 500."""
ASPECT = 1.4
"""Width to height of a packed picture; that of a graph beside its card on a laptop."""
GAP = 60.0
"""Pixels between two components."""

LEAST_OVERLAP = 1.0
"""Pixels; less is not seen, for each box has a margin."""


def separate_boxes(places: Floats, sizes: Floats) -> Floats:
    """Return the places after overlapping boxes have pushed each other apart.

    Each pair moves along the axis on which it overlaps less, half the way each. Where boxes are
    jammed they push each other to and fro without end; these go to the nearest free cells of a
    grid, as in the assignment that moves all of them least.

    Args:
        places: n × 2, the middle of each box.
        sizes: n × 2, its width and height.
    """
    moved = places
    for rounds, growth in PUSHES:
        for _ in range(rounds):
            if not _shifts(moved, sizes).any():
                return moved
            moved = moved + OVERSHOOT * _shifts(moved, growth * sizes)
    jammed = _shifts(moved, sizes).any(axis=1)
    if not jammed.any():
        return moved
    cell = sizes.max(axis=0)
    free = _free_cells(moved[~jammed], cell, around=moved[jammed], needed=int(jammed.sum()))
    chosen, to = linear_sum_assignment(cdist(moved[jammed], free, "sqeuclidean"))
    moved[np.flatnonzero(jammed)[chosen]] = free[to]
    return moved


def _free_cells(fixed: Floats, cell: Floats, *, around: Floats, needed: int) -> Floats:
    """Return at least `needed` middles of cells that no fixed box touches, near `around`."""
    for pad in count(1):
        low, high = around.min(axis=0) - pad * cell, around.max(axis=0) + pad * cell
        columns, rows = (np.arange(low[axis], high[axis], cell[axis]) for axis in (0, 1))
        cells = np.array(
            [(x + (row % 2) * cell[0] / 2, y) for row, y in enumerate(rows) for x in columns]
        )
        if len(fixed):
            nearest, _ = KDTree(fixed / cell).query(cells / cell, p=np.inf)
            cells = cells[nearest >= 1.0]
        if len(cells) >= needed:
            return cells
    raise AssertionError


def _shifts(places: Floats, sizes: Floats) -> Floats:
    tree = KDTree(places / sizes.max(axis=0))
    pairs = tree.query_pairs(1.0, p=np.inf, output_type="ndarray")
    first, second = pairs[np.lexsort((pairs[:, 1], pairs[:, 0]))].T
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
    """Return all places, the parts side by side in about the shape of a screen.

    Each part goes where the whole stays smallest: to the right of or below one placed before.

    Args:
        parts: For each part its places and sizes, as in `separate_boxes`; large ones first.
    """
    if not parts:
        return np.zeros((0, 2))
    corners = [(places - sizes / 2).min(axis=0) for places, sizes in parts]
    placed = np.zeros((0, 4))
    packed: list[Floats] = []
    for (places, sizes), corner in zip(parts, corners, strict=True):
        extent = (places + sizes / 2).max(axis=0) - corner + GAP
        at = _free_corner(placed, extent)
        placed = np.vstack((placed, np.concatenate((at, at + extent))))
        packed.append(places - corner + at)
    everything = np.vstack(packed)
    centred: Floats = everything - (everything.max(axis=0) + everything.min(axis=0)) / 2
    return centred


def _free_corner(placed: Floats, extent: Floats) -> Floats:
    """Return the upper left corner for a box among `placed` ones (left, top, right, bottom)."""
    if not len(placed):
        return np.zeros(2)
    lefts = np.unique(np.concatenate(([0.0], placed[:, 2])))
    tops = np.unique(np.concatenate(([0.0], placed[:, 3])))
    beside = [(right, top) for _, top, right, _ in placed.tolist()]
    below = [(left, bottom) for left, _, _, bottom in placed.tolist()]
    edges = [(left, 0.0) for left in lefts.tolist()] + [(0.0, top) for top in tops.tolist()]
    tried = np.array(sorted({*beside, *below, *edges}))
    ends = tried + extent
    hit = (
        (tried[:, None, 0] < placed[None, :, 2] - LEAST_OVERLAP)
        & (ends[:, None, 0] > placed[None, :, 0] + LEAST_OVERLAP)
        & (tried[:, None, 1] < placed[None, :, 3] - LEAST_OVERLAP)
        & (ends[:, None, 1] > placed[None, :, 1] + LEAST_OVERLAP)
    ).any(axis=1)
    reach = np.maximum(ends, placed[:, 2:].max(axis=0))
    cost = np.maximum(reach[:, 0] / ASPECT, reach[:, 1])
    order = np.lexsort((tried[:, 0], tried[:, 1], cost.round(), hit))
    best: Floats = tried[order[0]]
    return best
