from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import matplotlib as mpl
import pytest

from graphkit.analysis import (
    affiliation_network,
    compute_layout,
    edge_list,
    node_list,
    project_conflict,
)
from graphkit.errors import MissingExtraError
from graphkit.records import EntityKind, NetworkEdge, NetworkNode
from graphkit.viz import plot_matrix, plot_network
from graphkit.viz.plots import EDGE_COLOURS
from tests.analysis.examples import OPPOSES, SUPPORTS, Row, demo_positions, make_positions

if TYPE_CHECKING:
    from collections.abc import Iterator

mpl.use("Agg")


@pytest.fixture(autouse=True)
def _figures_are_closed() -> Iterator[None]:
    yield
    from matplotlib import pyplot

    pyplot.close("all")


def test_a_network_has_each_label_and_line() -> None:
    network = affiliation_network(demo_positions())
    axes = plot_network(node_list(network), edge_list(network), layout=compute_layout(network))
    labels = {text.get_text().replace("\n", " ") for text in axes.texts}
    assert labels == {data["label"] for _, data in network.nodes(data=True)}
    styles = {(line.get_color(), line.get_linestyle()) for line in axes.lines}
    assert styles == {
        (EDGE_COLOURS[SUPPORTS], "-"),
        (EDGE_COLOURS[OPPOSES], "--"),
        ("#6b7280", ":"),
    }
    assert len(axes.lines) == network.number_of_edges()


def test_a_heavier_tie_is_a_wider_line() -> None:
    network = project_conflict(demo_positions())
    axes = plot_network(node_list(network), edge_list(network), layout=compute_layout(network))
    widths = [line.get_linewidth() for line in axes.lines]
    weights = [edge.weight for edge in edge_list(network)]
    heaviest = weights.index(max(weights))
    assert widths[heaviest] == max(widths) > min(widths)


def test_a_network_is_drawn_where_it_is_told() -> None:
    from matplotlib import pyplot

    own = pyplot.figure().add_subplot()
    assert plot_network((), (), layout={}, axes=own) is own


def test_a_label_is_never_a_formula() -> None:
    node = NetworkNode(id="a", label=r"$\frac{", kind=EntityKind.PERSON)
    axes = plot_network((node,), (), layout={"a": (0.0, 0.0)})
    axes.figure.draw_without_rendering()  # type: ignore[union-attr]
    assert axes.texts[0].get_text() == r"\$\frac{"


def test_a_matrix_has_signs_where_a_stance_is() -> None:
    rows = [
        Row("person/a", SUPPORTS, "policy/p"),
        Row("person/b", OPPOSES, "policy/p"),
        Row("person/b", SUPPORTS, "policy/p"),
        Row("person/b", OPPOSES, "policy/q"),
    ]
    network = affiliation_network(make_positions(rows))
    axes = plot_matrix(node_list(network), edge_list(network))
    cells = {tuple(map(int, text.get_position())): text.get_text() for text in axes.texts}
    assert cells == {(0, 0): "+", (0, 1): "+−", (1, 1): "−"}
    assert [label.get_text() for label in axes.get_xticklabels()] == ["p", "q"]
    assert [label.get_text() for label in axes.get_yticklabels()] == ["a", "b"]


def test_a_matrix_of_edges_without_polarity_is_refused() -> None:
    edge = NetworkEdge(source="a", target="b", weight=1, stances=("s",))  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="needs edges with polarities"):
        plot_matrix((), (edge,))


def test_an_empty_matrix_can_be_drawn() -> None:
    assert plot_matrix((), ()).texts[:] == []


def test_without_matplotlib_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(MissingExtraError, match=r'pip install "position-graphkit\[notebooks\]"'):
        plot_network((), (), layout={})


def test_the_room_does_not_load_matplotlib_before_a_plot() -> None:
    code = "import sys, graphkit.viz; print('matplotlib' in sys.modules)"
    found = subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert found.stdout.strip() == "False"
