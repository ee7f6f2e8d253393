"""Which two actors agree most, or disagree most."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx as nx


@dataclass(frozen=True, slots=True, kw_only=True)
class RankedPair:
    """Two actors and what ties them, the labels in alphabetical order.

    Attributes:
        weight: As in the network that the pair was taken from.
        policies: The ids of the targets behind the tie, sorted.
        policy_labels: Their labels, in the order of `policies`.
        stances: The ids of all stances behind the tie, of both actors, sorted.
    """

    first: str
    second: str
    first_label: str
    second_label: str
    weight: int
    policies: tuple[str, ...]
    policy_labels: tuple[str, ...]
    stances: tuple[str, ...]


def rank_pairs(graph: nx.Graph[str], *, limit: int) -> tuple[RankedPair, ...]:
    """Return the pairs of a congruence or conflict network, heaviest first.

    Ties are broken by the labels, then by the ids.

    Args:
        graph: A network of `project_congruence` or `project_conflict`.
        limit: The most pairs to return, 0 or more.

    Raises:
        ValueError: `limit` is negative.

    >>> import networkx as nx
    >>> graph = nx.Graph()
    >>> graph.add_edge("a", "b", weight=2, policies=("p", "q"), policy_labels=("P", "Q"),
    ...                source_stances=("s",), target_stances=("t",))
    >>> rank_pairs(graph, limit=1)[0].weight
    2
    """
    if limit < 0:
        raise ValueError(f"limit {limit} is below 0")
    pairs = [_pair(graph, *sorted((first, second))) for first, second in graph.edges()]
    pairs.sort(key=lambda p: (-p.weight, p.first_label, p.second_label, p.first, p.second))
    return tuple(pairs[:limit])


def _pair(graph: nx.Graph[str], source: str, target: str) -> RankedPair:
    (first_label, first), (second_label, second) = sorted(
        (str(graph.nodes[node].get("label") or node), node) for node in (source, target)
    )
    edge = graph.edges[source, target]
    return RankedPair(
        first=first,
        second=second,
        first_label=first_label,
        second_label=second_label,
        weight=int(edge["weight"]),
        policies=tuple(edge["policies"]),
        policy_labels=tuple(edge["policy_labels"]),
        stances=tuple(sorted({*edge["source_stances"], *edge["target_stances"]})),
    )
