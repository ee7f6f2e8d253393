"""Write a network as GraphML, GEXF, CSV or JSON.

Labels come from documents and are hostile: characters that XML forbids become U+FFFD, and cells
that a spreadsheet would read as a formula are quoted.
"""

from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING
from xml.etree.ElementTree import tostring

import networkx as nx
from networkx.readwrite.gexf import GEXFWriter
from networkx.readwrite.graphml import GraphMLWriter

from graphkit.analysis.network_records import edge_ends
from graphkit.errors import GraphkitError
from graphkit.files import write_whole

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path
    from xml.etree.ElementTree import Element

SEPARATOR = "|"
"""Between ids in one string; neither an id nor an IRI can contain it."""
NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
SURROGATES = re.compile("[\ud800-\udfff]")
REPLACEMENT = "\ufffd"
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # noqa: RUF001 - the full-width forms are meant
"""A spreadsheet may run a cell that begins so (OWASP, "CSV Injection")."""


def write_network(graph: nx.Graph[str], path: Path) -> None:
    """Write `graph` to `path`, in the format that its ending names.

    `.graphml` and `.gexf` are for Gephi, visone and yEd, `.csv` is a list of edges (so isolated
    nodes are not in it), `.json` is NetworkX' node-link form. Ids of policies and stances are
    joined by `|`, but lists in JSON. Attributes that are unknown are left out. The same network
    gives the same bytes. The file is complete or not there.

    Raises:
        GraphkitError: The ending is not one of `NETWORK_FORMATS`, or the file cannot be written.
    """
    render = _RENDERERS.get(path.suffix.lower())
    if render is None:
        raise GraphkitError(
            f"{path}: a network cannot be written as {path.suffix or 'a file without ending'!r}; "
            f"use one of {', '.join(NETWORK_FORMATS)}"
        )
    content = render(graph).encode("utf-8")
    try:
        write_whole(path, content)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise GraphkitError(f"{path} cannot be written: {reason}; name another place") from error


def _flat(data: Mapping[str, object], *, forbidden: re.Pattern[str]) -> dict[str, str | int]:
    """Return attributes as plain strings and numbers, the unknown ones left out."""
    flat: dict[str, str | int] = {}
    for key, value in data.items():
        if value is None:
            continue
        if isinstance(value, int):
            flat[key] = value
            continue
        text = SEPARATOR.join(map(str, value)) if isinstance(value, tuple) else str(value)
        flat[key] = forbidden.sub(REPLACEMENT, text)
    return flat


def _flat_network(graph: nx.Graph[str]) -> nx.Graph[str]:
    """Return a copy that XML can carry, each edge with an id of its own."""
    copy: nx.Graph[str] = nx.MultiGraph() if graph.is_multigraph() else nx.Graph()
    for node, data in graph.nodes(data=True):
        copy.add_node(node, **_flat(data, forbidden=NOT_IN_XML))
    for number, (first, second, data) in enumerate(graph.edges(data=True)):
        source, target = edge_ends(graph, first, second)
        copy.add_edge(source, target, id=f"edge-{number}", **_flat(data, forbidden=NOT_IN_XML))
    return copy


def _render_graphml(graph: nx.Graph[str]) -> str:
    writer = GraphMLWriter(edge_id_from_attribute="id")
    writer.add_graph_element(_flat_network(graph))
    writer.indent(writer.xml)
    return _xml_text(writer.xml)


def _render_gexf(graph: nx.Graph[str]) -> str:
    writer = GEXFWriter()
    writer.add_graph(_flat_network(graph))
    for meta in writer.xml.iter("meta"):
        # The day of writing would make equal networks differ.
        meta.attrib.pop("lastmodifieddate", None)
    writer.indent(writer.xml)
    return _xml_text(writer.xml)


def _xml_text(root: Element) -> str:
    body = tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body.rstrip()}\n'


def _render_csv(graph: nx.Graph[str]) -> str:
    rows = [_csv_row(graph, *edge) for edge in graph.edges(data=True)]
    head = ["source", "target", "weight", "source_label", "target_label"]
    rest = sorted({key for row in rows for key in row} - set(head))
    stream = io.StringIO(newline="")
    writer = csv.DictWriter(stream, fieldnames=[*head, *rest], restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return stream.getvalue()


def _csv_row(
    graph: nx.Graph[str], first: str, second: str, data: Mapping[str, object]
) -> dict[str, str | int]:
    source, target = edge_ends(graph, first, second)
    ends = {
        "source": source,
        "target": target,
        "source_label": graph.nodes[source].get("label"),
        "target_label": graph.nodes[target].get("label"),
    }
    cells = _flat({**ends, **data}, forbidden=NOT_IN_XML)
    return {key: _guarded(cell) if isinstance(cell, str) else cell for key, cell in cells.items()}


def _guarded(cell: str) -> str:
    """Return the cell with an apostrophe before what a spreadsheet would compute.

    >>> _guarded("=1+1")
    "'=1+1"
    """
    return f"'{cell}" if cell.lstrip(" ").startswith(FORMULA_STARTS) else cell


def _render_json(graph: nx.Graph[str]) -> str:
    data = nx.node_link_data(graph, edges="edges")
    text = json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True, allow_nan=False)
    return SURROGATES.sub(REPLACEMENT, text) + "\n"


_RENDERERS: Mapping[str, Callable[[nx.Graph[str]], str]] = {
    ".csv": _render_csv,
    ".gexf": _render_gexf,
    ".graphml": _render_graphml,
    ".json": _render_json,
}
NETWORK_FORMATS = tuple(sorted(_RENDERERS))
"""The endings that `write_network` knows."""
