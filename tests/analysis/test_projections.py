from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import networkx as nx
import numpy as np
import pytest
from hypothesis import given

from graphkit.analysis import project_conflict, project_congruence
from graphkit.records import Polarity, PositionSet, ReviewStatus
from tests.analysis.examples import NEUTRAL, OPPOSES, SUPPORTS, Row, large_positions, make_positions
from tests.analysis.strategies import rows

if TYPE_CHECKING:
    from collections.abc import Callable

A, B, C = "person/a", "person/b", "person/c"
P, Q = "policy/p", "policy/q"
PROJECTIONS = (project_congruence, project_conflict)

CASES = [
    pytest.param([Row(A, SUPPORTS, P), Row(B, SUPPORTS, P)], 1, 0, id="both-support"),
    pytest.param([Row(A, OPPOSES, P), Row(B, OPPOSES, P)], 1, 0, id="both-oppose"),
    pytest.param([Row(A, SUPPORTS, P), Row(B, OPPOSES, P)], 0, 1, id="one-against-the-other"),
    pytest.param([Row(A, SUPPORTS, P), Row(B, OPPOSES, Q)], 0, 0, id="different-policies"),
    pytest.param([Row(A, NEUTRAL, P), Row(B, NEUTRAL, P)], 0, 0, id="both-neutral"),
    pytest.param([Row(A, NEUTRAL, P), Row(B, SUPPORTS, P)], 0, 0, id="one-neutral"),
    pytest.param([Row(A, SUPPORTS, P)] * 3 + [Row(B, SUPPORTS, P)] * 2, 1, 0, id="repeated"),
    pytest.param(
        [Row(A, SUPPORTS, P), Row(A, OPPOSES, P), Row(B, OPPOSES, P)], 1, 1, id="one-changed-sides"
    ),
    pytest.param(
        [Row(x, polarity, P) for x in (A, B) for polarity in (SUPPORTS, OPPOSES)],
        2,
        2,
        id="both-hold-both-sides",
    ),
    pytest.param(
        [Row(A, SUPPORTS, P), Row(A, OPPOSES, Q), Row(B, SUPPORTS, P), Row(B, SUPPORTS, Q)],
        1,
        1,
        id="agree-on-one-differ-on-another",
    ),
    pytest.param([Row(A, SUPPORTS, P, 0.39), Row(B, SUPPORTS, P)], 0, 0, id="too-uncertain"),
    pytest.param(
        [Row(A, SUPPORTS, P, review_status=ReviewStatus.REJECTED), Row(B, SUPPORTS, P)],
        0,
        0,
        id="rejected",
    ),
    pytest.param([Row(A, OPPOSES, C), Row(B, OPPOSES, C)], 0, 0, id="against-the-same-person"),
]


def weight(network: nx.Graph[str], first: str, second: str) -> int:
    return int(network.edges[first, second]["weight"]) if network.has_edge(first, second) else 0


@pytest.mark.parametrize(("drawn", "congruence", "conflict"), CASES)
def test_weights(drawn: list[Row], congruence: int, conflict: int) -> None:
    positions = make_positions(drawn)
    assert weight(project_congruence(positions), A, B) == congruence
    assert weight(project_conflict(positions), A, B) == conflict


def test_an_edge_carries_policies_and_the_stances_of_each_side() -> None:
    positions = make_positions(
        [Row(A, SUPPORTS, P), Row(A, SUPPORTS, P), Row(A, OPPOSES, Q), Row(B, OPPOSES, P)]
    )
    ids = {
        holder: tuple(s.id for s in positions.stances if (s.holder, s.target) == (holder, P))
        for holder in (A, B)
    }
    assert project_conflict(positions).edges[A, B] == {
        "weight": 1,
        "policies": (P,),
        "policy_labels": ("p",),
        "source_stances": ids[A],
        "target_stances": ids[B],
    }


@pytest.mark.parametrize("project", PROJECTIONS)
def test_actors_without_a_tie_stay_and_targets_are_no_nodes(
    project: Callable[[PositionSet], nx.Graph[str]],
) -> None:
    positions = make_positions([Row(B, SUPPORTS, P), Row(A, NEUTRAL, Q)])
    assert list(project(positions)) == [A, B]
    assert list(project(positions).edges()) == []


@pytest.mark.parametrize("project", PROJECTIONS)
def test_nodes_and_edges_come_sorted(project: Callable[[PositionSet], nx.Graph[str]]) -> None:
    drawn = [Row(x, polarity, P) for x in (C, A, B) for polarity in (OPPOSES, SUPPORTS)]
    network = project(make_positions(drawn))
    assert list(network) == [A, B, C]
    assert list(network.edges()) == [(A, B), (A, C), (B, C)]


def brute_force(positions: PositionSet, *, flip: bool) -> dict[tuple[str, str], int]:
    """Count by the definition, pair by pair, without a matrix."""
    held: dict[str, set[tuple[str, Polarity]]] = {}
    for stance in positions.stances:
        kind = positions.entities[stance.target].kind
        if stance.review_status is ReviewStatus.REJECTED or kind not in {"policy", "action"}:
            continue
        kept = held.setdefault(stance.holder, set())
        if stance.polarity is not NEUTRAL:
            kept.add((stance.target, stance.polarity))
    counts = {}
    for first, second in combinations(sorted(held), 2):
        other = {(t, p.opposite if flip else p) for t, p in held[second]}
        if shared := len(held[first] & other):
            counts[first, second] = shared
    return counts


def weights(network: nx.Graph[str]) -> dict[tuple[str, str], int]:
    return {(u, v): int(data["weight"]) for u, v, data in network.edges(data=True)}


@given(rows)
def test_arrays_agree_with_the_definition(drawn: list[Row]) -> None:
    positions = make_positions(drawn)
    congruence = project_congruence(positions, min_confidence=0.0)
    conflict = project_conflict(positions, min_confidence=0.0)
    assert weights(congruence) == brute_force(positions, flip=False)
    assert weights(conflict) == brute_force(positions, flip=True)


@given(rows)
def test_the_order_of_stances_and_the_names_of_sides_do_not_matter(drawn: list[Row]) -> None:
    for project in PROJECTIONS:
        network = project(make_positions(drawn), min_confidence=0.0)
        mirrored = [row._replace(polarity=row.polarity.opposite) for row in reversed(drawn)]
        assert weights(network) == weights(project(make_positions(mirrored), min_confidence=0.0))


@given(rows)
def test_an_unrelated_actor_changes_nothing(drawn: list[Row]) -> None:
    stranger = Row("person/zz", SUPPORTS, "policy/zz")
    for project in PROJECTIONS:
        before = project(make_positions(drawn), min_confidence=0.0)
        after = project(make_positions([*drawn, stranger]), min_confidence=0.0)
        assert list(after) == [*before, "person/zz"]
        assert list(after.edges(data=True)) == list(before.edges(data=True))


@given(rows)
def test_every_edge_leads_to_stances_of_both_sides(drawn: list[Row]) -> None:
    positions = make_positions(drawn)
    by_id = {stance.id: stance for stance in positions.stances}
    for project in PROJECTIONS:
        for first, second, edge in project(positions, min_confidence=0.0).edges(data=True):
            sides = ((first, "source_stances"), (second, "target_stances"))
            for holder, key in sides:
                assert {by_id[s].holder for s in edge[key]} == {holder}
                assert {by_id[s].target for s in edge[key]} == set(edge["policies"])


def test_a_larger_debate_agrees_with_dense_matrices() -> None:
    """The formulas of the DNA manual, computed densely as rDNA's matrices are."""
    positions = large_positions(60, 12)
    actors = sorted({s.holder for s in positions.stances})
    targets = sorted({s.target for s in positions.stances})
    sides = {kept: np.zeros((len(actors), len(targets)), dtype=int) for kept in (SUPPORTS, OPPOSES)}
    for stance in positions.stances:
        sides[stance.polarity][actors.index(stance.holder), targets.index(stance.target)] = 1
    for_, against = sides[SUPPORTS], sides[OPPOSES]
    expected = {
        project_congruence: for_ @ for_.T + against @ against.T,
        project_conflict: for_ @ against.T + against @ for_.T,
    }
    for project, matrix in expected.items():
        np.fill_diagonal(matrix, 0)
        found = nx.to_numpy_array(project(positions, min_confidence=0.0), nodelist=actors)
        assert np.array_equal(found, matrix)
        assert np.array_equal(found, found.T)
        assert matrix.sum() > 0
