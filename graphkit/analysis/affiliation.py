"""The two-mode network: actors and what they are for or against."""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx

from graphkit.analysis.matrices import build_matrix, node_attributes
from graphkit.records import DEFAULT_MIN_CONFIDENCE

if TYPE_CHECKING:
    from graphkit.records import PositionSet


def affiliation_network(
    positions: PositionSet, *, min_confidence: float = DEFAULT_MIN_CONFIDENCE
) -> nx.MultiGraph[str]:
    """Return the actor × target network, with one edge for each polarity that an actor holds.

    Actors have the node attribute `bipartite=0`, targets (policies and actions) `bipartite=1`;
    all have `label`, `kind`, `office`, `jurisdiction` and `party`. An edge's key is its polarity.
    It carries `polarity`, `weight` (1: however often a stance is repeated, it counts once), and
    `stances`, the ids of all stances behind it. Nodes and edges come sorted by id.

    The meaning is that of DNA's affiliation network with duplicates counted once across the whole
    range (Leifeld 2017; rDNA's `dna_network(networkType = "twomode", duplicates =
    "acrossrange")`), except that polarities stay edges of their own instead of one number.

    Args:
        positions: The stances with their holders and targets.
        min_confidence: Stances below this are left out, as are rejected ones and those
            towards actors.

    References:
        Leifeld, P. (2017). Discourse network analysis: policy debates as dynamic networks. In
        The Oxford Handbook of Political Networks, 301-326.
        doi:10.1093/oxfordhb/9780190228217.013.25

    >>> from graphkit.records import PositionSet
    >>> affiliation_network(PositionSet()).number_of_nodes()
    0
    """
    matrix = build_matrix(positions, min_confidence=min_confidence)
    network: nx.MultiGraph[str] = nx.MultiGraph()
    for mode, ids in enumerate((matrix.actors, matrix.targets)):
        for identifier in ids:
            attributes = node_attributes(positions.entities[identifier])
            network.add_node(identifier, bipartite=mode, **attributes)
    for actor in matrix.actors:
        for (target, polarity), stances in matrix.held[actor].items():
            network.add_edge(
                actor,
                target,
                key=polarity.value,
                polarity=polarity.value,
                weight=1,
                stances=stances,
            )
    return network
