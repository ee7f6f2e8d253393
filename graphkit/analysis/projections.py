"""The one-mode networks: actors tied by what they agree or disagree on.

With S and O the actor × target indicator matrices of support and opposition, each (actor, target,
polarity) counted once, DNA's one-mode networks (Leifeld 2017; Leifeld, Gruber and Bossner 2018,
sections 2.1 and 2.2) are

    congruence = S Sᵀ + O Oᵀ        conflict = S Oᵀ + O Sᵀ

This is rDNA's `dna_network(networkType = "onemode", qualifierAggregation = "congruence" or
"conflict", duplicates = "acrossrange")` without normalization.

References:
    Leifeld, P. (2017). Discourse network analysis: policy debates as dynamic networks. In The
    Oxford Handbook of Political Networks, 301-326. doi:10.1093/oxfordhb/9780190228217.013.25
    Leifeld, P., Gruber, J., Bossner, F. R. (2018). Discourse Network Analyzer Manual.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx
import numpy as np
from scipy.sparse import coo_array, triu

from graphkit.analysis.matrices import CLEAR_POLARITIES, build_matrix, node_attributes
from graphkit.records import DEFAULT_MIN_CONFIDENCE, Polarity

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from scipy.sparse import csr_array

    from graphkit.analysis.matrices import StanceMatrix
    from graphkit.ids import StanceId
    from graphkit.records import PositionSet

    Held = Mapping[tuple[str, Polarity], tuple[StanceId, ...]]


def project_congruence(
    positions: PositionSet, *, min_confidence: float = DEFAULT_MIN_CONFIDENCE
) -> nx.Graph[str]:
    """Return the network of actors who share stances.

    The weight of an edge is the number of (target, polarity) pairs that both actors hold. Neutral
    stances count for nothing. An actor without a tie stays in the network as an isolated node.

    Every edge carries `weight`; `policies`, the ids of the targets behind it, and in their order
    `policy_labels`; and the stances on both sides, `source_stances` of the actor with the smaller
    id and `target_stances` of the other. Nodes carry `label`, `kind`, `office`,
    `jurisdiction` and `party`.

    Args:
        positions: The stances with their holders and targets.
        min_confidence: Stances below this are left out, as are rejected ones and those
            towards actors.

    References:
        Leifeld (2017) and the DNA manual, section 2.1; see the head of this module.

    >>> from graphkit.records import PositionSet
    >>> project_congruence(PositionSet()).number_of_edges()
    0
    """
    matrix = build_matrix(positions, min_confidence=min_confidence)
    weights = matrix.supports @ matrix.supports.T + matrix.opposes @ matrix.opposes.T
    return _network(positions, matrix, weights, match=_same)


def project_conflict(
    positions: PositionSet, *, min_confidence: float = DEFAULT_MIN_CONFIDENCE
) -> nx.Graph[str]:
    """Return the network of actors who contradict each other.

    The weight of an edge is the number of (target, polarity) pairs of one actor whose opposite
    the other holds; two actors who both hold both sides of a target add 2. Neutral stances count
    for nothing. Nodes and edges are as in `project_congruence`.

    Args:
        positions: The stances with their holders and targets.
        min_confidence: Stances below this are left out, as are rejected ones and those
            towards actors.

    References:
        Leifeld (2017) and the DNA manual, section 2.2; see the head of this module.

    >>> from graphkit.records import PositionSet
    >>> project_conflict(PositionSet()).number_of_edges()
    0
    """
    matrix = build_matrix(positions, min_confidence=min_confidence)
    weights = matrix.supports @ matrix.opposes.T + matrix.opposes @ matrix.supports.T
    return _network(positions, matrix, weights, match=_opposite)


def _same(polarity: Polarity) -> Polarity:
    return polarity


def _opposite(polarity: Polarity) -> Polarity:
    return polarity.opposite


def _network(
    positions: PositionSet,
    matrix: StanceMatrix,
    weights: csr_array[np.int64],
    *,
    match: Callable[[Polarity], Polarity],
) -> nx.Graph[str]:
    network: nx.Graph[str] = nx.Graph()
    for actor in matrix.actors:
        network.add_node(actor, **node_attributes(positions.entities[actor]))
    upper = coo_array(triu(weights, k=1))
    for index in np.lexsort((upper.col, upper.row)):
        first = matrix.actors[upper.row[index]]
        second = matrix.actors[upper.col[index]]
        shared = _matching_pairs(matrix.held[first], matrix.held[second], match=match)
        policies = tuple(sorted({target for target, _ in shared}))
        network.add_edge(
            first,
            second,
            weight=int(upper.data[index]),
            policies=policies,
            policy_labels=tuple(positions.entities[target].label for target in policies),
            source_stances=_stances(matrix.held[first], shared),
            target_stances=_stances(
                matrix.held[second], [(target, match(kept)) for target, kept in shared]
            ),
        )
    return network


def _matching_pairs(
    first: Held, second: Held, *, match: Callable[[Polarity], Polarity]
) -> list[tuple[str, Polarity]]:
    """Return the pairs of `first` whose match `second` holds."""
    return [
        (target, polarity)
        for target, polarity in first
        if polarity in CLEAR_POLARITIES and (target, match(polarity)) in second
    ]


def _stances(held: Held, pairs: list[tuple[str, Polarity]]) -> tuple[StanceId, ...]:
    return tuple(sorted(stance for pair in pairs for stance in held[pair]))
