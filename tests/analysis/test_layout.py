from __future__ import annotations

import json
import os
import subprocess
import sys
from time import process_time

import networkx as nx
import pytest

from graphkit.analysis import LAYOUT_SEED, compute_layout, project_congruence
from graphkit.analysis.layout import _label_size
from graphkit.records import PositionSet
from tests.analysis.examples import (
    OPPOSES,
    SUPPORTS,
    Row,
    demo_positions,
    large_positions,
    make_positions,
)

IN_ANOTHER_PROCESS = """
import json
from graphkit.analysis import compute_layout
from tests.analysis.examples import large_positions
print(json.dumps(compute_layout(large_positions(60, 6), seed=5), sort_keys=True))
"""


def label_overlaps(positions: PositionSet, places: dict[str, tuple[float, float]]) -> list[str]:
    """Name the pairs whose labels lie on each other by more than rounding."""
    boxes = [
        (places[key], _label_size(entity.label), key)
        for key, entity in sorted(positions.entities.items())
    ]
    return [
        f"{first} on {second}"
        for at, ((x1, y1), (width1, height1), first) in enumerate(boxes)
        for (x2, y2), (width2, height2), second in boxes[:at]
        if abs(x1 - x2) < (width1 + width2) / 2 - 3 and abs(y1 - y2) < (height1 + height2) / 2 - 3
    ]


def test_every_entity_has_a_place_whatever_its_confidence() -> None:
    positions = demo_positions()
    assert set(compute_layout(positions)) == set(positions.entities)


def test_a_network_of_this_room_can_be_laid_out() -> None:
    network = project_congruence(demo_positions())
    assert set(compute_layout(network, seed=3)) == set(network)


def test_places_are_whole_numbers_around_the_middle() -> None:
    places = compute_layout(demo_positions()).values()
    assert all(float(value).is_integer() for place in places for value in place)
    assert abs(max(x for x, _ in places) + min(x for x, _ in places)) <= 1


@pytest.mark.parametrize("hash_seed", ["1", "77"])
def test_another_process_with_another_hash_seed_finds_the_same_places(hash_seed: str) -> None:
    here = json.dumps(compute_layout(large_positions(60, 6), seed=5), sort_keys=True)
    found = subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-c", IN_ANOTHER_PROCESS],
        env={**os.environ, "PYTHONHASHSEED": hash_seed},
        capture_output=True,
        text=True,
        check=True,
    )
    assert found.stdout.strip() == here


def test_the_order_of_stances_does_not_matter() -> None:
    drawn = [Row(f"person/{n}", SUPPORTS, f"policy/{n % 3}") for n in range(12)]
    assert compute_layout(make_positions(drawn)) == compute_layout(make_positions(drawn[::-1]))


def test_the_seed_turns_the_picture() -> None:
    positions = demo_positions()
    assert compute_layout(positions, seed=1) != compute_layout(positions, seed=2)
    assert compute_layout(positions) == compute_layout(positions, seed=LAYOUT_SEED)


@pytest.mark.parametrize(("actors", "policies"), [(4, 1), (40, 6), (200, 2), (300, 20)])
def test_labels_do_not_lie_on_each_other(actors: int, policies: int) -> None:
    positions = large_positions(actors, policies)
    assert label_overlaps(positions, compute_layout(positions)) == []


def test_neighbours_are_nearer_than_strangers() -> None:
    drawn = [Row(f"person/a{n}", SUPPORTS, "policy/p") for n in range(8)]
    drawn += [Row(f"person/b{n}", OPPOSES, "policy/q") for n in range(8)]
    drawn += [
        Row("person/bridge", SUPPORTS, "policy/p"),
        Row("person/bridge", SUPPORTS, "policy/q"),
    ]
    places = compute_layout(make_positions(drawn))

    def distance(first: str, second: str) -> float:
        (x1, y1), (x2, y2) = places[first], places[second]
        return float(((x1 - x2) ** 2 + (y1 - y2) ** 2) ** 0.5)

    own = [distance(f"person/a{n}", "policy/p") for n in range(8)]
    other = [distance(f"person/a{n}", "policy/q") for n in range(8)]
    assert sum(own) / 8 < sum(other) / 8 / 1.5


def test_components_lie_side_by_side() -> None:
    drawn = [Row(f"person/{n}", SUPPORTS, f"policy/{n // 3}") for n in range(12)]
    places = compute_layout(make_positions(drawn))
    boxes = []
    for part in range(4):
        own = [places[f"policy/{part}"], *(places[f"person/{part * 3 + n}"] for n in range(3))]
        boxes.append((min(own), max(own), min(y for _, y in own), max(y for _, y in own)))
    for at, (left, right, low, high) in enumerate(boxes):
        for left2, right2, low2, high2 in boxes[:at]:
            apart_in_x = right[0] < left2[0] or right2[0] < left[0]
            assert apart_in_x or high < low2 or high2 < low


@pytest.mark.parametrize(
    "network",
    [
        pytest.param(PositionSet(), id="nothing"),
        pytest.param(make_positions([Row("person/a", SUPPORTS, "policy/p")]), id="one-stance"),
        pytest.param(make_positions([Row("person/a", SUPPORTS, "person/a")]), id="of-oneself"),
        pytest.param(nx.empty_graph(["a", "b", "c"]), id="no-edges"),
        pytest.param(nx.complete_graph(["a", "b", "c"]), id="all-edges"),
    ],
)
def test_odd_networks_get_distinct_places(network: PositionSet | nx.Graph[str]) -> None:
    places = compute_layout(network)
    nodes = network.entities if isinstance(network, PositionSet) else network
    assert set(places) == set(nodes)
    assert len(set(places.values())) == len(places)


def test_a_thousand_nodes_are_readable_after_three_seconds_of_work() -> None:
    positions = large_positions(950, 50)
    start = process_time()
    places = compute_layout(positions)
    assert process_time() - start < 3.0
    assert label_overlaps(positions, places) == []
