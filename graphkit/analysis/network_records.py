"""Give a network's nodes and edges as records, for rooms that do not know NetworkX."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphkit.records import EntityKind, NetworkEdge, NetworkNode, Polarity

if TYPE_CHECKING:
    import networkx as nx


def node_list(graph: nx.Graph[str]) -> tuple[NetworkNode, ...]:
    """Return the nodes in the order of the network."""
    return tuple(
        NetworkNode(id=node, label=str(data.get("label") or node), kind=EntityKind(data["kind"]))
        for node, data in graph.nodes(data=True)
    )


def edge_list(graph: nx.Graph[str]) -> tuple[NetworkEdge, ...]:
    """Return the edges in the order of the network, each with all its stances.

    The source is the actor of an affiliation edge, else the end with the smaller id.
    """
    return tuple(_edge(graph, *edge) for edge in graph.edges(data=True))


def edge_ends(graph: nx.Graph[str], first: str, second: str) -> tuple[str, str]:
    """Return source and target of an edge: actor before target, smaller id before greater."""
    source, target = sorted(
        (first, second), key=lambda node: (graph.nodes[node].get("bipartite", 0), node)
    )
    return source, target


def _edge(graph: nx.Graph[str], first: str, second: str, data: dict[str, object]) -> NetworkEdge:
    source, target = edge_ends(graph, first, second)
    keys = ("stances", "source_stances", "target_stances")
    stances = {stance for key in keys for stance in data.get(key, ())}  # type: ignore[attr-defined]
    return NetworkEdge(
        source=source,
        target=target,
        weight=int(str(data["weight"])),
        polarity=Polarity(str(data["polarity"])) if "polarity" in data else None,
        stances=tuple(sorted(stances)),
    )
