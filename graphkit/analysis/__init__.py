"""From stances to networks and measures; never touches a triple.

The networks are NetworkX graphs, computed from sparse arrays.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from graphkit.analysis.affiliation import affiliation_network
from graphkit.analysis.layout import LAYOUT_SEED, compute_layout
from graphkit.analysis.network_files import NETWORK_FORMATS, write_network
from graphkit.analysis.network_records import edge_list, node_list
from graphkit.analysis.projections import project_conflict, project_congruence
from graphkit.analysis.ranking import RankedPair, rank_pairs

if TYPE_CHECKING:
    import networkx as nx

Network: TypeAlias = "nx.Graph[str]"
"""What every function here returns or takes: a NetworkX graph whose nodes are ids."""

__all__ = [
    "LAYOUT_SEED",
    "NETWORK_FORMATS",
    "Network",
    "RankedPair",
    "affiliation_network",
    "compute_layout",
    "edge_list",
    "node_list",
    "project_conflict",
    "project_congruence",
    "rank_pairs",
    "write_network",
]
