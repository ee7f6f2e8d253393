"""Render one HTML page that shows who supports and opposes what, in whose words.

The page asks nothing of the network and works from `file://`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphkit.records import DEFAULT_MIN_CONFIDENCE, EntityKind
from graphkit.viz.page_data import build_page_data
from graphkit.viz.templates import read_script, render_template
from graphkit.viz.vis_network import network_options, vis_script

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graphkit.records import PositionSet
    from graphkit.viz.page_data import PageData

DEFAULT_TITLE = "Political positions"


def render_page(
    positions: PositionSet,
    *,
    layout: Mapping[str, tuple[float, float]],
    title: str = DEFAULT_TITLE,
    min_confidence: float = DEFAULT_MIN_CONFIDENCE,
) -> str:
    """Return a self-contained page with all stances but those that a reader rejected.

    The root element carries `data-ready="true"` once the picture is drawn. The same input gives
    the same bytes.

    Args:
        positions: What to show; the page holds all of it, whatever its confidence.
        layout: A place in pixels for every holder and target, by id.
        title: The heading of the page.
        min_confidence: Where the reader's filter starts, in [0, 1].

    Raises:
        GraphkitError: `layout` lacks a holder or target.
        ValueError: `min_confidence` is outside [0, 1].
    """
    if not 0.0 <= min_confidence <= 1.0:
        raise ValueError(f"min_confidence {min_confidence!r} is not in [0, 1]")
    page = build_page_data(positions, layout=layout)
    scripts = (vis_script(), read_script("page.js")) if page.stances else (read_script("empty.js"),)
    values: dict[str, object] = {
        "title": title,
        "stances": page.stances,
        "kinds": _kinds(page),
        "counts": _counts(page),
        "min_confidence": min_confidence,
    }
    return render_template(
        "page.html.j2",
        style="page.css",
        scripts=scripts,
        data=_data(page, min_confidence=min_confidence),
        values=values,
    )


def _data(page: PageData, *, min_confidence: float) -> dict[str, object]:
    """Return what the page's script draws."""
    return {
        "nodes": page.network.nodes,
        "edges": page.network.edges,
        "options": network_options(page.network),
        "stances": page.stances,
        "minConfidence": min_confidence,
    }


def _kinds(page: PageData) -> list[str]:
    """Return the kinds of entities in the picture, for the legend."""
    present = {node["group"] for node in page.network.nodes}
    return [kind.value for kind in EntityKind if kind.value in present]


def _counts(page: PageData) -> str:
    groups = [node["group"] for node in page.network.nodes]
    policies, actions = groups.count("policy"), groups.count("action")
    counted = (
        (len(groups) - policies - actions, "actor", "actors"),
        (policies, "policy", "policies"),
        (actions, "action", "actions"),
        (len(page.stances), "stance", "stances"),
        (page.documents, "document", "documents"),
    )
    return " · ".join(
        f"{count:,} {one if count == 1 else many}" for count, one, many in counted if count
    )
