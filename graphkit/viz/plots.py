"""Plots for notebooks, with matplotlib."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphkit.errors import MissingExtraError
from graphkit.records import EntityKind, Polarity
from graphkit.viz.labels import SIGNS, wrap_label

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from types import ModuleType

    from matplotlib.axes import Axes

    from graphkit.records import NetworkEdge, NetworkNode

KIND_COLOURS = {
    EntityKind.PERSON: "#0072b2",
    EntityKind.ORGANIZATION: "#a8568a",
    EntityKind.GOVERNMENT: "#2b93c9",
    EntityKind.PARTY: "#b08900",
    EntityKind.GROUP: "#d98200",
    EntityKind.POLICY: "#8a7a2b",
    EntityKind.ACTION: "#6b7280",
}
KIND_MARKERS = {
    EntityKind.PERSON: "o",
    EntityKind.ORGANIZATION: "s",
    EntityKind.GOVERNMENT: "H",
    EntityKind.PARTY: "*",
    EntityKind.GROUP: "^",
    EntityKind.POLICY: "s",
    EntityKind.ACTION: "D",
}
EDGE_COLOURS = {
    Polarity.SUPPORTS: "#007a5a",
    Polarity.OPPOSES: "#c2410c",
    Polarity.NEUTRAL: "#6b7280",
    None: "#8a929b",
}
EDGE_STYLES = {
    Polarity.SUPPORTS: "solid",
    Polarity.OPPOSES: "dashed",
    Polarity.NEUTRAL: "dotted",
    None: "solid",
}
MARKER_AREA = 90.0
MOST_WIDTH = 5.0
INCHES_PER_CELL = 0.45


def plot_network(
    nodes: Sequence[NetworkNode],
    edges: Sequence[NetworkEdge],
    *,
    layout: Mapping[str, tuple[float, float]],
    axes: Axes | None = None,
) -> Axes:
    """Draw a network; wider lines are heavier, dashed lines oppose.

    Args:
        nodes: Of `graphkit.analysis.node_list`.
        edges: Of `graphkit.analysis.edge_list`.
        layout: A place for each node, of `graphkit.analysis.compute_layout`.
        axes: Where to draw; a new figure when None.

    Raises:
        MissingExtraError: matplotlib is not installed.
    """
    drawing = axes if axes is not None else _pyplot().subplots(figsize=(9, 6))[1]
    heaviest = max((edge.weight for edge in edges), default=1)
    for edge in edges:
        (x1, y1), (x2, y2) = layout[edge.source], layout[edge.target]
        drawing.plot(
            (x1, x2),
            (-y1, -y2),
            color=EDGE_COLOURS[edge.polarity],
            linestyle=EDGE_STYLES[edge.polarity],
            linewidth=max(1.0, MOST_WIDTH * edge.weight / heaviest) if heaviest > 1 else 1.5,
            zorder=1,
        )
    for node in nodes:
        x, y = layout[node.id]
        drawing.scatter(
            x,
            -y,
            s=MARKER_AREA,
            c=KIND_COLOURS[node.kind],
            marker=KIND_MARKERS[node.kind],
            zorder=2,
        )
        drawing.annotate(
            _plain(node.label),
            (x, -y),
            xytext=(0, -9),
            textcoords="offset points",
            ha="center",
            va="top",
            fontsize=8,
        )
    drawing.margins(0.12)
    drawing.set_axis_off()
    return drawing


def plot_matrix(
    nodes: Sequence[NetworkNode], edges: Sequence[NetworkEdge], *, axes: Axes | None = None
) -> Axes:
    """Draw an affiliation network as actors × targets, with `+` and `−` in the cells.

    Args:
        nodes: Of `graphkit.analysis.node_list`.
        edges: Of `graphkit.analysis.edge_list`, with polarities.
        axes: Where to draw; a new figure when None.

    Raises:
        MissingExtraError: matplotlib is not installed.
        ValueError: An edge has no polarity.
    """
    if any(edge.polarity is None for edge in edges):
        raise ValueError("a matrix needs edges with polarities, as an affiliation network has them")
    sources, targets = {e.source for e in edges}, {e.target for e in edges}
    rows = sorted((n for n in nodes if n.id in sources), key=lambda n: (n.label, n.id))
    columns = sorted((n for n in nodes if n.id in targets), key=lambda n: (n.label, n.id))
    size = (2.5 + INCHES_PER_CELL * len(columns), 1.8 + INCHES_PER_CELL * len(rows))
    drawing = axes if axes is not None else _pyplot().subplots(figsize=size)[1]
    for (row, column), kept in sorted(_cells(rows, columns, edges).items()):
        colour = EDGE_COLOURS[kept[0]] if len(kept) == 1 else EDGE_COLOURS[None]
        drawing.scatter(column, row, s=MARKER_AREA * 3, c=colour, marker="s")
        signs = "".join(SIGNS[polarity] for polarity in kept)
        drawing.text(column, row, signs, ha="center", va="center", color="white", fontsize=9)
    drawing.set_xticks(
        range(len(columns)), [_plain(n.label) for n in columns], rotation=40, ha="right"
    )
    drawing.set_yticks(range(len(rows)), [_plain(n.label) for n in rows])
    drawing.set_xlim(-0.5, max(len(columns), 1) - 0.5)
    drawing.set_ylim(max(len(rows), 1) - 0.5, -0.5)
    return drawing


def _cells(
    rows: Sequence[NetworkNode], columns: Sequence[NetworkNode], edges: Sequence[NetworkEdge]
) -> dict[tuple[int, int], list[Polarity]]:
    row_of = {node.id: place for place, node in enumerate(rows)}
    column_of = {node.id: place for place, node in enumerate(columns)}
    cells: dict[tuple[int, int], list[Polarity]] = {}
    for polarity in Polarity:
        for edge in edges:
            if edge.polarity is polarity:
                place = (row_of[edge.source], column_of[edge.target])
                cells.setdefault(place, []).append(polarity)
    return cells


def _plain(label: str) -> str:
    """Return a label in which matplotlib finds no formula."""
    return wrap_label(label).replace("$", r"\$")


def _pyplot() -> ModuleType:
    try:
        from matplotlib import pyplot
    except ImportError as error:
        raise MissingExtraError(
            'plots need matplotlib; run: pip install "position-graphkit[notebooks]"'
        ) from error
    return pyplot
