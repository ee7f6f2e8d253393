"""What a store holds, in short."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from pyoxigraph import DefaultGraph, NamedNode

from graphkit.ids import DocumentId
from graphkit.rdf import vocabulary as v
from graphkit.rdf.changes import triples_of
from graphkit.rdf.reading import summary_from_triples
from graphkit.records import Counts, DocumentSummary

if TYPE_CHECKING:
    from pyoxigraph import Store

    from graphkit.rdf.terms import Names


def document_summaries(database: Store, names: Names) -> tuple[DocumentSummary, ...]:
    """Return all documents without their texts, sorted by id."""
    stances = Counter(
        quad.graph_name
        for quad in database.quads_for_pattern(None, v.TYPE, v.STANCE, None)
        if isinstance(quad.graph_name, NamedNode)
    )
    found = [
        summary_from_triples(
            DocumentId(names.id(node.value)),
            triples_of(database, node, subject=node),
            names,
            stances=stances[node],
        )
        for node in _instances(database, v.DOCUMENT)
    ]
    return tuple(sorted(found, key=lambda d: d.id))


def count_entities(database: Store) -> Counts:
    """Return how many of each kind the union holds."""
    replaced = {
        q.subject for q in database.quads_for_pattern(None, v.REPLACED_BY, None, DefaultGraph())
    }
    return Counts(
        documents=len(_instances(database, v.DOCUMENT) - replaced),
        people=len(_instances(database, v.PERSON)),
        organizations=len(_mentioned(database, v.ORGANIZATION)),
        groups=len(_instances(database, v.GROUP)),
        policies=len(_instances(database, v.POLICY)),
        actions=len(_instances(database, v.ACTION)),
        statements=len(_instances(database, v.STATEMENT)),
        stances=len(_instances(database, v.STANCE)),
    )


def _instances(database: Store, each: NamedNode) -> set[NamedNode]:
    quads = database.quads_for_pattern(None, v.TYPE, each, DefaultGraph())
    return {q.subject for q in quads if isinstance(q.subject, NamedNode)}


def _mentioned(database: Store, each: NamedNode) -> set[NamedNode]:
    """Leave out a party that is only known as that of a person."""
    return {
        node
        for node in _instances(database, each)
        if any(database.quads_for_pattern(node, v.MENTION, None, DefaultGraph()))
    }
