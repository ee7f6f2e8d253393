from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import networkx as nx
import pytest

from graphkit.analysis import (
    NETWORK_FORMATS,
    affiliation_network,
    project_conflict,
    project_congruence,
    write_network,
)
from graphkit.errors import GraphkitError
from graphkit.records import PositionSet
from tests.analysis.examples import (
    FARES,
    MARLOWE,
    OKAFOR,
    SUPPORTS,
    Row,
    demo_positions,
    entity,
    make_positions,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

NETWORKS = (affiliation_network, project_congruence, project_conflict)
READERS = ((".graphml", nx.read_graphml), (".gexf", nx.read_gexf))
HOSTILE = "=cmd|' /C calc'!A1\x00\x0b\ufffe\ud800 <b>&\"'"


def hostile_network(label: str = HOSTILE) -> nx.Graph[str]:
    people = [entity("person/a", label), entity("person/b", "plain")]
    drawn = [Row(person.id, SUPPORTS, "policy/p") for person in people]
    return project_congruence(make_positions(drawn, entities=people))


def test_the_formats_are_named() -> None:
    assert NETWORK_FORMATS == (".csv", ".gexf", ".graphml", ".json")


@pytest.mark.parametrize("ending", NETWORK_FORMATS)
@pytest.mark.parametrize("build", NETWORKS)
def test_equal_networks_give_equal_bytes(
    build: Callable[[PositionSet], nx.Graph[str]], ending: str, tmp_path: Path
) -> None:
    first, second = tmp_path / f"a{ending}", tmp_path / f"b{ending}"
    write_network(build(demo_positions()), first)
    write_network(build(demo_positions()), second)
    assert first.read_bytes() == second.read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == [first.name, second.name]


@pytest.mark.parametrize(
    ("ending", "read"), [(".graphml", nx.read_graphml), (".gexf", nx.read_gexf)]
)
def test_xml_reads_back_with_nodes_weights_and_stances(
    ending: str, read: Callable[[Path], nx.Graph[str]], tmp_path: Path
) -> None:
    network = project_conflict(demo_positions())
    path = tmp_path / f"network{ending}"
    write_network(network, path)
    found = read(path)
    assert set(found) == set(network)
    assert found.nodes[MARLOWE]["label"] == "Inés Marlowe"
    assert found.nodes[MARLOWE]["office"] == "Governor"
    assert "office" not in found.nodes["organization/islanders-united"]
    edge = found.edges[MARLOWE, OKAFOR]
    assert int(edge["weight"]) == 2
    assert edge["source_stances"] == "|".join(network.edges[MARLOWE, OKAFOR]["source_stances"])


@pytest.mark.parametrize(
    ("ending", "read"), [(".graphml", nx.read_graphml), (".gexf", nx.read_gexf)]
)
def test_xml_keeps_both_polarities_of_a_pair(
    ending: str, read: Callable[[Path], nx.MultiGraph[str]], tmp_path: Path
) -> None:
    network = affiliation_network(demo_positions())
    path = tmp_path / f"network{ending}"
    write_network(network, path)
    found = read(path)
    polarities = sorted((u, v, data["polarity"]) for u, v, data in found.edges(data=True))
    assert polarities == sorted((u, v, k) for u, v, k in network.edges(keys=True))


def test_gexf_tells_no_day_of_writing(tmp_path: Path) -> None:
    write_network(project_conflict(demo_positions()), tmp_path / "n.gexf")
    assert "lastmodifieddate" not in (tmp_path / "n.gexf").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("ending", "read"), [(".graphml", nx.read_graphml), (".gexf", nx.read_gexf)]
)
def test_xml_replaces_what_it_cannot_hold(
    ending: str, read: Callable[[Path], nx.Graph[str]], tmp_path: Path
) -> None:
    path = tmp_path / f"network{ending}"
    write_network(hostile_network(), path)
    replaced = "=cmd|' /C calc'!A1\ufffd\ufffd\ufffd\ufffd <b>&\"'"
    assert read(path).nodes["person/a"]["label"] == replaced


def test_csv_has_ends_weight_labels_and_stances(tmp_path: Path) -> None:
    network = project_conflict(demo_positions())
    write_network(network, tmp_path / "n.csv")
    content = (tmp_path / "n.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(io.StringIO(content)))
    assert list(rows[0]) == [
        "source",
        "target",
        "weight",
        "source_label",
        "target_label",
        "policies",
        "policy_labels",
        "source_stances",
        "target_stances",
    ]
    (row,) = (r for r in rows if (r["source"], r["target"]) == (MARLOWE, OKAFOR))
    assert (row["weight"], row["source_label"]) == ("2", "Inés Marlowe")
    assert row["policies"].split("|") == [FARES, "policy/night-noise-rule"]


@pytest.mark.parametrize(
    ("label", "cell"),
    [
        pytest.param("=1+1", "'=1+1", id="formula"),
        pytest.param("+1", "'+1", id="plus"),
        pytest.param("-1", "'-1", id="minus"),
        pytest.param("@SUM(A1)", "'@SUM(A1)", id="at"),
        pytest.param("\t=1", "'\t=1", id="tab"),
        pytest.param(" =1", "' =1", id="space-before"),
        pytest.param("＝1", "'＝1", id="full-width"),  # noqa: RUF001 - meant
        pytest.param("Ann = Bo", "Ann = Bo", id="sign-inside-stays"),
        pytest.param('Ann "Bo", Cy', 'Ann "Bo", Cy', id="quotes-and-commas-stay"),
    ],
)
def test_csv_cells_are_no_formulas(label: str, cell: str, tmp_path: Path) -> None:
    write_network(hostile_network(label), tmp_path / "n.csv")
    content = (tmp_path / "n.csv").read_text(encoding="utf-8")
    (row,) = csv.DictReader(io.StringIO(content))
    assert row["source_label"] == cell


def test_json_keeps_lists_and_reads_back(tmp_path: Path) -> None:
    network = project_conflict(demo_positions())
    write_network(network, tmp_path / "n.json")
    data = json.loads((tmp_path / "n.json").read_text(encoding="utf-8"))
    found = nx.node_link_graph(data, edges="edges")
    assert list(found.nodes(data=True)) == list(network.nodes(data=True))
    assert tuple(found.edges[MARLOWE, OKAFOR]["policies"]) == (FARES, "policy/night-noise-rule")


def test_json_of_a_hostile_label_is_valid_utf8(tmp_path: Path) -> None:
    write_network(hostile_network(), tmp_path / "n.json")
    data = json.loads((tmp_path / "n.json").read_bytes().decode("utf-8"))
    assert "\ufffd <b>" in data["nodes"][0]["label"]


@pytest.mark.parametrize("ending", NETWORK_FORMATS)
def test_an_empty_network_can_be_written(ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"n{ending}"
    write_network(project_conflict(PositionSet()), path)
    assert path.stat().st_size > 0


def test_the_ending_may_be_in_capitals(tmp_path: Path) -> None:
    write_network(project_conflict(demo_positions()), tmp_path / "N.GraphML")
    assert MARLOWE in nx.read_graphml(tmp_path / "N.GraphML")


@pytest.mark.parametrize("name", ["n.xlsx", "n", "graphml"])
def test_an_unknown_ending_is_refused_with_the_known_ones(name: str, tmp_path: Path) -> None:
    with pytest.raises(GraphkitError, match=r"use one of \.csv, \.gexf, \.graphml, \.json"):
        write_network(project_conflict(demo_positions()), tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_a_missing_folder_is_made(tmp_path: Path) -> None:
    network = project_conflict(demo_positions())
    write_network(network, tmp_path / "new" / "folder" / "n.csv")
    write_network(network, tmp_path / "n.csv")
    made = (tmp_path / "new" / "folder" / "n.csv").read_bytes()
    assert made == (tmp_path / "n.csv").read_bytes()


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(GraphkitError, match=r"file/n\.csv cannot be written: .*; name another"):
        write_network(project_conflict(demo_positions()), tmp_path / "file" / "n.csv")


def test_a_folder_in_the_way_stays_and_nothing_is_left_behind(tmp_path: Path) -> None:
    (tmp_path / "n.csv").mkdir()
    with pytest.raises(GraphkitError, match="cannot be written"):
        write_network(project_conflict(demo_positions()), tmp_path / "n.csv")
    assert [path.name for path in tmp_path.iterdir()] == ["n.csv"]
