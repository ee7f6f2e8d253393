"""All checks of a graph: shapes, quotations against texts, shortcuts, digests, blank nodes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import BlankNode, Literal, NamedNode, Store

from graphkit.rdf import vocabulary as v
from graphkit.rdf.changes import named_graphs, triples_of
from graphkit.rdf.documents import Documents
from graphkit.rdf.files import read_graphs
from graphkit.rdf.history import NAMED_BY
from graphkit.rdf.problems import (
    Problem,
    digest_problems,
    missing_turn_problems,
    shortcut_problems,
    stray_turn_problems,
    text_problems,
)
from graphkit.rdf.shapes import shape_problems
from graphkit.rdf.terms import Names
from graphkit.rdf.turns import EDGES, all_turns

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from pyoxigraph import Triple

BLANK_RULE = "no-blank-node"


def validate_store(database: Store, names: Names) -> tuple[Problem, ...]:
    """Return every fault of a store, sorted; one document is in memory at a time."""
    found: list[Problem] = []
    for graph in named_graphs(database, names, include_history=True):
        triples = triples_of(database, graph)
        texts = _texts_for(database, triples)
        is_history = graph == names.history
        found += graph_problems(graph.value, triples, texts, is_history=is_history)
    found += _turn_problems(database, names)
    return tuple(sorted(found, key=_order))


def _turn_problems(database: Store, names: Names) -> list[Problem]:
    documents = Documents(database, names)
    said = triples_of(database, names.derived)
    expected = all_turns(documents, documents.subjects(v.TYPE, v.STANCE))
    stray, missing = stray_turn_problems(said, expected), missing_turn_problems(said, expected)
    return [*stray, *missing]


def validate_file(path: Path) -> tuple[Problem, ...]:
    """Return every fault of a file with triples, sorted: Turtle, TriG, N-Quads, JSON-LD.

    Evidence is compared with the `gk:text` of its document, which must be in the file too.

    Raises:
        InputError: The file is missing, of an unknown format, or malformed.
    """
    graphs = read_graphs(path)
    texts = {
        t.subject.value: t.object.value
        for triples in graphs.values()
        for t in triples
        if t.predicate == v.TEXT
        and isinstance(t.subject, NamedNode)
        and isinstance(t.object, Literal)
    }
    found: list[Problem] = []
    said: list[Triple] = []
    for name, triples in graphs.items():
        is_history = any(t.predicate == v.INVALIDATED_BY for t in triples)
        found += graph_problems(name, triples, texts, is_history=is_history)
        said += () if is_history else triples
    found += _stray_turns(said)
    return tuple(sorted(found, key=_order))


def _stray_turns(said: list[Triple]) -> list[Problem]:
    """Return the edges between stances of a file that do not follow from them.

    A file may hold a part of a store, so an edge to a stance that is elsewhere is no fault.
    """
    edges = [t for t in said if t.predicate in EDGES]
    if not edges:
        return []
    nowhere = Names("urn:graphkit:nowhere/")
    documents = Documents(Store(), nowhere, {nowhere.node("file"): said})
    stances = documents.subjects(v.TYPE, v.STANCE)
    within = (t for t in edges if t.subject in stances and t.object in stances)
    return [*stray_turn_problems(within, all_turns(documents, stances))]


def graph_problems(
    name: str | None, triples: Iterable[Triple], texts: Mapping[str, str], *, is_history: bool
) -> list[Problem]:
    """Return the faults of one graph; the history keeps stances without their shortcuts."""
    triples = list(triples)
    found = [*shape_problems(triples, document=name), *_blank_nodes(triples, name)]
    if is_history:
        found = _without_stubs(found, triples)
    found += text_problems(triples, document=name, texts=texts)
    found += digest_problems(triples, document=name)
    if not is_history:
        found += shortcut_problems(triples, document=name)
    return found


def _without_stubs(problems: list[Problem], triples: Iterable[Triple]) -> list[Problem]:
    """Leave out holders, targets and tenures, of which the history keeps the names only."""
    stubs = {str(t.object)[1:-1] for t in triples if t.predicate in NAMED_BY}
    return [p for p in problems if p.node not in stubs]


def _blank_nodes(triples: Iterable[Triple], document: str | None) -> Iterator[Problem]:
    nodes = {x for t in triples for x in (t.subject, t.object) if isinstance(x, BlankNode)}
    for blank in nodes:
        yield Problem(
            document=document,
            node=str(blank),
            rule=BLANK_RULE,
            message="every node of the graph needs an IRI",
        )


def _texts_for(database: Store, triples: Iterable[Triple]) -> dict[str, str]:
    sources = {t.object for t in triples if t.predicate == v.HAS_SOURCE}
    return {
        source.value: quad.object.value
        for source in sources
        if isinstance(source, NamedNode)
        for quad in database.quads_for_pattern(source, v.TEXT, None, source)
        if isinstance(quad.object, Literal)
    }


def _order(problem: Problem) -> tuple[str, str, str, str]:
    return problem.document or "", problem.node, problem.rule, problem.message
