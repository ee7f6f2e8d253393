"""From a store to networks and pictures."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from graphkit.errors import GraphkitError
from graphkit.pipeline.answers import opened
from graphkit.records import DEFAULT_MIN_CONFIDENCE

if TYPE_CHECKING:
    import os
    from collections.abc import Callable

    from graphkit.analysis import Network
    from graphkit.pipeline.answers import StoreLike
    from graphkit.records import PositionSet

    Projection = Callable[..., Network]

PAGE_TITLE = "Political positions"


class NetworkKind(StrEnum):
    """Which network is drawn from the stances."""

    CONGRUENCE = "congruence"
    """Actors tied by the policies on which they agree."""
    CONFLICT = "conflict"
    """Actors tied by the policies on which they disagree."""
    AFFILIATION = "affiliation"
    """Actors tied to the policies that they support or oppose."""


def network(
    store: StoreLike,
    *,
    kind: NetworkKind | str = NetworkKind.CONGRUENCE,
    min_confidence: float = DEFAULT_MIN_CONFIDENCE,
) -> Network:
    """Return a network of the store's stances; its edges carry weights and the stances behind them.

    Args:
        store: An open store, or its folder.
        kind: "congruence", "conflict" or "affiliation".
        min_confidence: Stances below it are left out, in [0, 1].

    Raises:
        GraphkitError: The kind is unknown.
    """
    project = _projection(kind)
    with opened(store) as opened_store:
        positions = opened_store.positions(min_confidence=min_confidence)
    return project(positions, min_confidence=min_confidence)


def _projection(kind: NetworkKind | str) -> Projection:
    from graphkit import analysis

    projections: dict[str, Projection] = {
        NetworkKind.AFFILIATION: analysis.affiliation_network,
        NetworkKind.CONFLICT: analysis.project_conflict,
        NetworkKind.CONGRUENCE: analysis.project_congruence,
    }
    if kind not in projections:
        kinds = ", ".join(NetworkKind)
        raise GraphkitError(f"network kind {kind!r} is not known; use one of {kinds}")
    return projections[kind]


def view(
    store: StoreLike,
    out: str | os.PathLike[str],
    *,
    title: str = PAGE_TITLE,
    min_confidence: float = DEFAULT_MIN_CONFIDENCE,
) -> Path:
    """Write the picture of a store as one HTML page that needs no network; return its path.

    Args:
        store: An open store, or its folder.
        out: The file.
        title: Heading of the page.
        min_confidence: Where the page's slider stands at first; all stances are in the page.

    Raises:
        InputError: The file cannot be written.
    """
    from graphkit.io import write_text

    with opened(store) as opened_store:
        positions = opened_store.positions(min_confidence=0.0)
    path = Path(out)
    write_text(path, _page(positions, title=title, min_confidence=min_confidence))
    return path


def _page(positions: PositionSet, *, title: str, min_confidence: float) -> str:
    from graphkit.analysis import compute_layout
    from graphkit.viz import render_page

    layout = compute_layout(positions)
    return render_page(positions, layout=layout, title=title, min_confidence=min_confidence)
