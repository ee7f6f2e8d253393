"""Compute where the nodes of a picture stand, before it is drawn.

Each connected component is laid out by stress majorization (Gansner, Koren and North 2004): the
distance of two nodes in the picture follows their distance in the graph. The lengths of edges
grow with the degrees of their ends, so that the many signatories of one letter find room around
it. Labels are then pushed apart and the components packed side by side.

No step draws on the order of hashes, the clock, or unseeded chance; places are rounded to integers.

References:
    Gansner, E. R., Koren, Y., North, S. (2004). Graph drawing by stress majorization. In Graph
    Drawing, GD 2004. doi:10.1007/978-3-540-31843-9_25
    Brandes, U., Pich, C. (2006). Eigensolver methods for progressive multidimensional scaling of
    large data. In Graph Drawing, GD 2006. doi:10.1007/978-3-540-70904-6_6
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import networkx as nx
import numpy as np
from scipy.linalg import cho_factor, cho_solve
from scipy.sparse import csr_array
from scipy.sparse.csgraph import dijkstra
from scipy.spatial.distance import pdist, squareform

from graphkit.analysis.boxes import pack_boxes, separate_boxes
from graphkit.records import PositionSet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

LAYOUT_SEED = 20170101
"""Any number does; a fixed one makes two runs agree."""
ROOM, ROOM_OF_FEW, FEW = 1.8, 32.0, 8
"""A picture is ROOM + ROOM_OF_FEW / (nodes + FEW) times as large as its labels: less and labels
jam, more and they are too small to read on a screen. Judged by eye at 10 to 1,000 nodes."""
WIDENING = 1.25
"""Labels are wider than high, and so are screens."""
MAX_STRESS_STEPS = 60
"""Of the fall in stress that 60 steps bring, 15 bring nine tenths (1,000 nodes: 214, 86, 78)."""
MIN_STRESS_STEPS = 8
PAIR_BUDGET = 30_000_000
"""Steps times pairs of nodes; about half a second's work."""
MAX_STRESS_NODES = 3_000
"""Above this, all-pairs distances cost too much: the start from pivots is what is drawn."""
PIVOTS = 40
"""Nodes from which the start is computed; Brandes and Pich find 50 to 200 enough for any size."""
POWER_STEPS = 30

LINE_LENGTH = 20
"""Characters in one line of a label; the page wraps labels at this length too."""
MAX_LINES = 3
CHARACTER_WIDTH = 7.5
LINE_HEIGHT = 17.0
NODE_HEIGHT = 34.0
MARGIN = 10.0


def compute_layout(
    network: PositionSet | nx.Graph[str], *, seed: int = LAYOUT_SEED
) -> dict[str, tuple[float, float]]:
    """Return a place in pixels for each node, by id.

    The same input gives the same places on every run. All entities of a `PositionSet` get one,
    whatever the confidence of their stances.

    Args:
        network: Stances, or any network of this room.
        seed: Where the layout starts from.

    >>> import networkx as nx
    >>> compute_layout(nx.Graph(), seed=1)
    {}
    """
    graph = _graph_from_positions(network) if isinstance(network, PositionSet) else network
    generator = np.random.default_rng(seed)
    ids: list[str] = []
    boxes: list[tuple[Floats, Floats]] = []
    for component in _components(graph):
        sizes = np.array([_label_size(_label(graph, node)) for node in component])
        places = _fit(_place_component(graph, component, generator), sizes)
        places = separate_boxes(places, sizes)
        ids.extend(component)
        boxes.append((places, sizes))
    packed = pack_boxes(boxes)
    return {
        node: (float(round(x)), float(round(y)))
        for node, (x, y) in sorted(zip(ids, packed.tolist(), strict=True))
    }


def _graph_from_positions(positions: PositionSet) -> nx.Graph[str]:
    graph: nx.Graph[str] = nx.Graph()
    for identifier, entity in sorted(positions.entities.items()):
        graph.add_node(identifier, label=entity.label)
    for stance in positions.stances:
        graph.add_edge(stance.holder, stance.target)
    return graph


def _label(graph: nx.Graph[str], node: str) -> str:
    return str(graph.nodes[node].get("label") or node)


def _components(graph: nx.Graph[str]) -> list[list[str]]:
    """Return the sorted nodes of each component, the largest component first."""
    components = [sorted(nodes) for nodes in nx.connected_components(graph)]
    return sorted(components, key=lambda nodes: (-len(nodes), nodes))


def _label_size(label: str) -> tuple[float, float]:
    """Return width and height of a node with its label, in pixels."""
    lines = min(MAX_LINES, math.ceil(len(label) / LINE_LENGTH))
    width = min(len(label), LINE_LENGTH) * CHARACTER_WIDTH
    return max(width, NODE_HEIGHT) + MARGIN, NODE_HEIGHT + lines * LINE_HEIGHT + MARGIN


def _place_component(
    graph: nx.Graph[str], nodes: Sequence[str], generator: np.random.Generator
) -> Floats:
    if len(nodes) == 1:
        return np.zeros((1, 2))
    lengths = _edge_lengths(graph, nodes)
    start = _pivot_start(lengths, generator)
    if len(nodes) > MAX_STRESS_NODES:
        return start
    return _majorize(dijkstra(lengths, directed=False), start)


def _fit(places: Floats, sizes: Floats) -> Floats:
    """Return the places turned so that the longer side lies level, as large as the labels ask."""
    centred = places - places.mean(axis=0)
    (xx, xy), (_, yy) = centred.T @ centred
    angle = 0.5 * math.atan2(2 * xy, xx - yy)
    cosine, sine = math.cos(angle), math.sin(angle)
    count = len(places)
    labels = float(sizes.prod(axis=1).sum())
    # The area of a disc whose points lie as far from its middle as these do.
    area = 2 * math.pi * (xx + yy) / count
    scale = math.sqrt((ROOM + ROOM_OF_FEW / (count + FEW)) * labels / area) if area else 1.0
    wide, high = scale * math.sqrt(WIDENING), scale / math.sqrt(WIDENING)
    turned: Floats = centred @ np.array(
        [[cosine * wide, -sine * high], [sine * wide, cosine * high]]
    )
    return turned


def _edge_lengths(graph: nx.Graph[str], nodes: Sequence[str]) -> csr_array[np.float64]:
    """Return the wanted lengths: √(d₁ + d₂) units for an edge between nodes of these degrees.

    A disc of that radius around a hub has room for as many neighbours as the hub has.
    """
    index = {node: at for at, node in enumerate(nodes)}
    neighbours = {node: sorted(set(graph.adj[node]) - {node}) for node in nodes}
    entries = [
        (index[node], index[other], math.sqrt(len(neighbours[node]) + len(neighbours[other])))
        for node in nodes
        for other in neighbours[node]
    ]
    rows, columns, lengths = (np.array(part) for part in zip(*entries, strict=True))
    shape = (len(nodes), len(nodes))
    return csr_array((lengths, (rows, columns)), shape=shape)


def _pivot_start(lengths: csr_array[np.float64], generator: np.random.Generator) -> Floats:
    """Return the pivot projection of Brandes and Pich (2006).

    Power iteration from seeded vectors replaces the eigensolver: in a star all directions are
    equal, and then a solver's choice hangs on rounding, but the seed's does not.
    """
    distances = _pivot_distances(lengths)
    squares = distances**2
    centred = -0.5 * (
        squares - squares.mean(axis=0) - squares.mean(axis=1, keepdims=True) + squares.mean()
    )
    product = centred.T @ centred
    axes = generator.standard_normal((product.shape[0], 2))
    for _ in range(POWER_STEPS):
        axes, _ = np.linalg.qr(product @ axes)
    places = centred @ axes
    scale = np.abs(places).max() or 1.0
    jitter = generator.standard_normal(places.shape)
    spread: Floats = places / scale * distances.max() / 2 + jitter
    return spread


def _pivot_distances(lengths: csr_array[np.float64]) -> Floats:
    """Return the distances of all nodes from pivots that lie far from each other."""
    count = lengths.shape[0]
    columns: list[Floats] = []
    nearest = np.full(count, np.inf)
    pivot = 0
    for _ in range(min(PIVOTS, count)):
        column = dijkstra(lengths, directed=False, indices=[pivot])[0]
        columns.append(column)
        nearest = np.minimum(nearest, column)
        pivot = int(np.argmax(nearest))
    return np.column_stack(columns)


def _majorize(wanted: Floats, places: Floats) -> Floats:
    """Return places whose distances follow `wanted`, weighted by its inverse square."""
    count = len(places)
    weights = np.zeros_like(wanted)
    apart = wanted > 0
    weights[apart] = wanted[apart] ** -2.0
    laplacian = np.diag(weights.sum(axis=1)) - weights
    factor = cho_factor(laplacian + weights.mean() / count)
    pull = squareform(weights * wanted, checks=False)
    for _ in range(min(MAX_STRESS_STEPS, max(MIN_STRESS_STEPS, PAIR_BUDGET // count**2))):
        found = pdist(places)
        ratio = squareform(np.divide(pull, found, out=np.zeros_like(pull), where=found > 0))
        right = ratio.sum(axis=1)[:, None] * places - ratio @ places
        places = cho_solve(factor, right)
    return places
