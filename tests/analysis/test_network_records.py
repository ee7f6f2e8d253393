from __future__ import annotations

from graphkit.analysis import affiliation_network, edge_list, node_list, project_congruence
from graphkit.records import EntityKind, NetworkEdge, NetworkNode, PositionSet
from tests.analysis.examples import OPPOSES, SUPPORTS, Row, make_positions

POSITIONS = make_positions(
    [Row("person/x", OPPOSES, "policy/p"), Row("organization/y", OPPOSES, "policy/p")]
)
IDS = {stance.holder: stance.id for stance in POSITIONS.stances}


def test_nodes_of_an_affiliation_network() -> None:
    assert node_list(affiliation_network(POSITIONS)) == (
        NetworkNode(id="organization/y", label="y", kind=EntityKind.ORGANIZATION),
        NetworkNode(id="person/x", label="x", kind=EntityKind.PERSON),
        NetworkNode(id="policy/p", label="p", kind=EntityKind.POLICY),
    )


def test_an_affiliation_edge_goes_from_actor_to_target() -> None:
    drawn = make_positions([Row("person/z", SUPPORTS, "action/a")])
    (edge,) = edge_list(affiliation_network(drawn))
    assert (edge.source, edge.target, edge.polarity) == ("person/z", "action/a", SUPPORTS)


def test_a_congruence_edge_has_the_stances_of_both_and_no_polarity() -> None:
    assert edge_list(project_congruence(POSITIONS)) == (
        NetworkEdge(
            source="organization/y",
            target="person/x",
            weight=1,
            stances=tuple(sorted(IDS.values())),
        ),
    )


def test_an_empty_network_has_no_records() -> None:
    network = project_congruence(PositionSet())
    assert (node_list(network), edge_list(network)) == ((), ())
