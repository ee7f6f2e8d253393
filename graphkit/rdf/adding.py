"""Put a document into a store: checked first, then written in one transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, Triple

from graphkit.errors import ShapeError, StoreError
from graphkit.ids import DocumentId, StanceId, text_digest
from graphkit.rdf import vocabulary as v
from graphkit.rdf.changes import Changes, in_graph, triples_of
from graphkit.rdf.history import kept_triples, outdated_triples, run_triples, stances_of
from graphkit.rdf.turns import changed_turns
from graphkit.rdf.writing import triples_from_records
from graphkit.records import Change

if TYPE_CHECKING:
    from pyoxigraph import Store

    from graphkit.rdf.documents import KnownStances
    from graphkit.rdf.terms import Names
    from graphkit.records import Document, Extraction, Run

MOST_PROBLEMS = 3
"""As many breaches as an error message names."""


def add_document(
    database: Store,
    document: Document,
    extraction: Extraction,
    *,
    run: Run,
    names: Names,
    known: KnownStances,
) -> Change:
    """Replace the graph of `document` by what `extraction` says, and keep the history.

    Raises:
        ShapeError: The records do not fit the text or the shapes; nothing is written.
        StoreError: The store cannot be written; nothing is.
    """
    _check_records(document, extraction)
    try:
        said = triples_from_records(document, extraction, run=run, names=names)
        before = _predecessors(database, document, names)
    except ValueError as error:
        raise ShapeError(
            f"{document.path or document.id} holds half a character (a lone surrogate), which no "
            "graph can; save the text as UTF-8 and read it again"
        ) from error
    addition = _Addition(database, names.node(document.id), run=run, names=names, known=known)
    return addition.carry_out(set(said), before)


class _Addition:
    """The changes that one document makes."""

    def __init__(
        self, database: Store, graph: NamedNode, *, run: Run, names: Names, known: KnownStances
    ) -> None:
        self.known = known
        self.database = database
        self.graph = graph
        self.run = run
        self.names = names
        self.changes = Changes(database, names)

    def carry_out(self, said: set[Triple], predecessors: list[NamedNode]) -> Change:
        old = triples_of(self.database, self.graph)
        revised = {Triple(self.graph, v.REVISION_OF, p) for p in predecessors}
        new = said | (revised or {t for t in old if t.predicate == v.REVISION_OF})
        if new != old:
            self._check_shapes(new)
        before, after = {self.graph: old}, {self.graph: new}
        withdrawn = stances_of(old) - stances_of(new)
        kept = kept_triples(withdrawn, old)
        for graph in predecessors:
            content = before[graph] = triples_of(self.database, graph)
            withdrawn |= stances_of(content)
            kept |= kept_triples(stances_of(content), content)
            after[graph] = self._retired(graph, content)
        added = stances_of(new) - stances_of(old)
        self._replace(before, after)
        self._write_history(added, withdrawn, kept)
        try:
            self.changes.apply()
        except OSError as error:
            raise StoreError(
                f"the store cannot be written ({error}); free some space or mend the folder"
            ) from error
        return Change(
            document=DocumentId(self.names.id(self.graph.value)),
            added=self._ids(added),
            withdrawn=self._ids(withdrawn),
        )

    def _replace(
        self, before: dict[NamedNode, set[Triple]], after: dict[NamedNode, set[Triple]]
    ) -> None:
        """Make documents say what they shall, and put right what follows from it."""
        if before != after:
            was, will = changed_turns(self.database, self.names, before, after, self.known)
            self.changes.replace(self.names.derived, was, will)
        for graph, content in before.items():
            self.changes.replace(graph, content, after[graph])

    def _retired(self, graph: NamedNode, content: set[Triple]) -> set[Triple]:
        """Return of a replaced document its description, its text, and what replaced it."""
        link_back = Triple(graph, v.REVISION_OF, self.graph)
        description = {t for t in content if t.subject == graph and t != link_back}
        return {*description, Triple(graph, v.REPLACED_BY, self.graph)}

    def _write_history(
        self, added: set[NamedNode], withdrawn: set[NamedNode], kept: set[Triple]
    ) -> None:
        history = self.names.history
        noted = kept | run_triples(
            self.run, self.graph, added=added, withdrawn=withdrawn, names=self.names
        )
        known = {t for t in noted if in_graph(t, history) in self.database}
        outdated = outdated_triples(self.database, added, history)
        self.changes.replace(history, outdated | known, noted)

    def _check_shapes(self, triples: set[Triple]) -> None:
        # Loading pyshacl takes half a second, which nobody who only asks should wait for.
        from graphkit.rdf.shapes import shape_problems

        problems = shape_problems(triples, document=self.graph.value)
        if problems:
            named = "; ".join(
                f"{p.rule} at {p.node}: {p.message}" for p in problems[:MOST_PROBLEMS]
            )
            raise ShapeError(
                f"document {self.names.id(self.graph.value)} breaks {len(problems)} shape(s) and "
                f"is not written: {named}; mend the records and add it again"
            )

    def _ids(self, stances: set[NamedNode]) -> tuple[StanceId, ...]:
        return tuple(sorted(StanceId(self.names.id(s.value)) for s in stances))


def _predecessors(database: Store, document: Document, names: Names) -> list[NamedNode]:
    """Return the other documents of the same source that nothing has replaced yet."""
    this = names.node(document.id)
    found = set()
    for quad in database.quads_for_pattern(None, v.SOURCE_KEY, Literal(document.source), None):
        graph = quad.subject
        if quad.graph_name != graph or graph == this or not isinstance(graph, NamedNode):
            continue
        if not any(database.quads_for_pattern(graph, v.REPLACED_BY, None, graph)):
            found.add(graph)
    return sorted(found, key=str)


def _check_records(document: Document, extraction: Extraction) -> None:
    if extraction.document != document.id:
        raise ShapeError(
            f"the extraction is of {extraction.document}, not of {document.id}; "
            "add each document with its own"
        )
    if document.sha256 != text_digest(document.text):
        raise ShapeError(f"{document.id}: sha256 is not that of the text; read the document again")
    for span in extraction.spans():
        if span.document != document.id or span.end > len(document.text):
            raise ShapeError(
                f"{document.id}: [{span.start}, {span.end}) of {span.document} does not lie in "
                f"its text of {len(document.text)} characters; extract from this very text"
            )
