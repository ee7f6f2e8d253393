"""Graphs as files: writing those of a store, reading those of others."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Triple, parse, serialize

from graphkit.errors import GraphkitError, InputError
from graphkit.files import write_whole
from graphkit.rdf.changes import named_graphs
from graphkit.rdf.vocabulary import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from pyoxigraph import Store

    from graphkit.rdf.terms import Names


def export_store(database: Store, path: Path, names: Names, *, include_history: bool) -> None:
    """Write the graphs of all documents to `path`; the ending decides the format.

    Raises:
        GraphkitError: The ending is unknown, or the file cannot be written.
    """
    write = WRITERS.get(path.suffix.lower())
    if write is None:
        raise GraphkitError(
            f"{path.name}: no format has this ending; use one of {', '.join(WRITERS)}"
        )
    data = write(_exported(database, names, include_history=include_history), names)
    try:
        write_whole(path, data)
    except OSError as error:
        raise GraphkitError(
            f"{path} cannot be written ({error.strerror}); choose another place"
        ) from error


def _exported(database: Store, names: Names, *, include_history: bool) -> Iterator[Quad]:
    """Yield what documents and history say; the graphs kept for queries only repeat it."""
    for graph in named_graphs(database, names, include_history=include_history):
        yield from database.quads_for_pattern(None, None, None, graph)


def _n_quads(quads: Iterable[Quad], _names: Names) -> bytes:
    lines = (serialize(quads, format=RdfFormat.N_QUADS) or b"").split(b"\n")
    return b"".join(line + b"\n" for line in sorted(lines) if line)


def _trig(quads: Iterable[Quad], names: Names) -> bytes:
    return _serialized(sorted(quads, key=_quad_order), RdfFormat.TRIG, names)


def _turtle(quads: Iterable[Quad], names: Names) -> bytes:
    union = sorted({q.triple for q in quads}, key=str)
    return _serialized(union, RdfFormat.TURTLE, names)


def _json_ld(quads: Iterable[Quad], names: Names) -> bytes:
    return _serialized(sorted(quads, key=_quad_order), RdfFormat.JSON_LD, names)


def _serialized(said: list[Quad] | list[Triple], form: RdfFormat, names: Names) -> bytes:
    """Write with IRIs relative to the base; the prefixes stay whole for people to read."""
    if form == RdfFormat.JSON_LD:
        return serialize(said, format=form, prefixes=PREFIXES) or b""
    text = serialize(said, format=form, prefixes=PREFIXES, base_iri=names.base) or b""
    lines = text.split(b"\n")
    body = next((i for i, line in enumerate(lines) if not line.startswith(b"@")), len(lines))
    header = [f"@base <{names.base}> ."]
    header += [f"@prefix {name}: <{iri}> ." for name, iri in PREFIXES.items()]
    return b"\n".join([line.encode() for line in header] + lines[body:])


def _quad_order(quad: Quad) -> tuple[str, str]:
    return str(quad.graph_name), str(quad.triple)


WRITERS: dict[str, Callable[[Iterable[Quad], Names], bytes]] = {
    ".nq": _n_quads,
    ".trig": _trig,
    ".ttl": _turtle,
    ".jsonld": _json_ld,
}
READABLE: dict[str, RdfFormat] = {
    ".nq": RdfFormat.N_QUADS,
    ".trig": RdfFormat.TRIG,
    ".ttl": RdfFormat.TURTLE,
    ".nt": RdfFormat.N_TRIPLES,
    ".jsonld": RdfFormat.JSON_LD,
}


def read_graphs(path: Path) -> dict[str | None, list[Triple]]:
    """Return the triples of a file by the name of their graph, None for those outside of any.

    Raises:
        InputError: The file is missing, of an unknown format, or malformed.
    """
    form = READABLE.get(path.suffix.lower())
    if form is None:
        raise InputError(f"{path.name}: no graph has this ending; use one of {', '.join(READABLE)}")
    graphs: dict[str | None, list[Triple]] = defaultdict(list)
    try:
        for quad in parse(path=path, format=form):
            graphs[_graph_name(quad)].append(_triple(quad))
    except SyntaxError as error:
        reason = " ".join(error.msg.split()).removeprefix("Parser error ")
        raise InputError(f"{path} is malformed {reason}; mend the file") from error
    except FileNotFoundError as error:
        raise InputError(f"{path} does not exist; name a file of triples") from error
    except (OSError, ValueError) as error:
        raise InputError(f"{path} cannot be read ({error}); name a file of triples") from error
    return dict(graphs)


def _graph_name(statement: Quad | Triple) -> str | None:
    if isinstance(statement, Triple) or isinstance(statement.graph_name, DefaultGraph):
        return None
    name = statement.graph_name
    return name.value if isinstance(name, NamedNode) else str(name)


def _triple(statement: Quad | Triple) -> Triple:
    return statement if isinstance(statement, Triple) else statement.triple
