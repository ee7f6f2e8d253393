from __future__ import annotations

import networkx as nx
from hypothesis import given

from graphkit.analysis import affiliation_network
from graphkit.records import PositionSet
from tests.analysis.examples import (
    BRANDT,
    DEMO_ENTITIES,
    FARES,
    MARLOWE,
    NEUTRAL,
    NOISE,
    OPPOSES,
    SUPPORTS,
    Row,
    demo_positions,
    make_positions,
)
from tests.analysis.strategies import rows


def test_each_polarity_is_an_edge_of_its_own() -> None:
    network = affiliation_network(demo_positions())
    edges = network.get_edge_data(BRANDT, NOISE)
    assert {key: (edge["polarity"], edge["weight"]) for key, edge in edges.items()} == {
        "supports": ("supports", 1),
        "opposes": ("opposes", 1),
    }


def test_an_edge_leads_to_all_its_stances() -> None:
    positions = demo_positions()
    network = affiliation_network(positions)
    expected = tuple(s.id for s in positions.stances if (s.holder, s.target) == (MARLOWE, FARES))
    assert len(expected) == 2
    assert network.edges[MARLOWE, FARES, "supports"]["stances"] == expected


def test_nodes_carry_what_is_known_of_them() -> None:
    assert affiliation_network(demo_positions()).nodes[MARLOWE] == {
        "bipartite": 0,
        "label": "Inés Marlowe",
        "kind": "person",
        "office": "Governor",
        "jurisdiction": "Maine",
        "party": "Democratic",
    }


def test_an_actor_without_a_counted_stance_is_not_in_it() -> None:
    low = make_positions([Row(MARLOWE, SUPPORTS, FARES, 0.2)], entities=DEMO_ENTITIES)
    assert list(affiliation_network(low)) == []
    assert list(affiliation_network(low, min_confidence=0.2)) == [MARLOWE, FARES]


def test_a_neutral_stance_is_an_edge() -> None:
    network = affiliation_network(make_positions([Row("person/a", NEUTRAL, "policy/p")]))
    assert list(network.edges(keys=True)) == [("person/a", "policy/p", "neutral")]


def test_order_does_not_hang_on_the_order_of_stances() -> None:
    few = [Row("person/b", SUPPORTS, "policy/q"), Row("person/a", OPPOSES, "policy/p")]
    forward = affiliation_network(make_positions(few))
    backward = affiliation_network(make_positions(reversed(few)))
    assert list(forward) == list(backward) == ["person/a", "person/b", "policy/p", "policy/q"]
    assert list(forward.edges(keys=True)) == list(backward.edges(keys=True))


@given(rows)
def test_it_is_two_mode_and_every_edge_has_stances(drawn: list[Row]) -> None:
    network = affiliation_network(make_positions(drawn), min_confidence=0.0)
    modes = nx.get_node_attributes(network, "bipartite")
    assert all({modes[first], modes[second]} == {0, 1} for first, second in network.edges())
    assert all(edge["stances"] for _, _, edge in network.edges(data=True))


def test_no_stances_give_no_network() -> None:
    assert list(affiliation_network(PositionSet())) == []
