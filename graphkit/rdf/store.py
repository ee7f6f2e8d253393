"""The store: documents go in, questions come out."""

from __future__ import annotations

from importlib.metadata import version
from types import MappingProxyType
from typing import TYPE_CHECKING, Self

from pyoxigraph import DefaultGraph, Literal, Quad

from graphkit.errors import StoreError, UnknownNameError
from graphkit.ids import DocumentId
from graphkit.rdf import vocabulary as v
from graphkit.rdf.adding import add_document
from graphkit.rdf.cards import CardReader
from graphkit.rdf.changes import triples_of
from graphkit.rdf.documents import Documents
from graphkit.rdf.entities import EntityReader
from graphkit.rdf.files import export_store
from graphkit.rdf.folder import Hold, prepare_folder, read_base, take
from graphkit.rdf.lookup import find_entities, node_by_name
from graphkit.rdf.named import bind_parameters, named_query
from graphkit.rdf.quotes import StanceReader
from graphkit.rdf.reading import document_from_triples, extraction_from_triples
from graphkit.rdf.results import QueryResult, result_from_ox
from graphkit.rdf.sparql import run_query
from graphkit.rdf.summaries import count_entities, document_summaries
from graphkit.rdf.terms import Names
from graphkit.rdf.writing import reading_node
from graphkit.records import DEFAULT_MIN_CONFIDENCE, PositionSet, Run

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from pyoxigraph import Store as Database
    from pyoxigraph import Triple
    from rdflib import Dataset

    from graphkit.rdf.documents import KnownStances
    from graphkit.rdf.problems import Problem
    from graphkit.rdf.terms import ParameterValue
    from graphkit.records import (
        Card,
        Change,
        Counts,
        Document,
        DocumentSummary,
        Entity,
        Extraction,
        ReviewStatus,
    )

DISTRIBUTION = "position-graphkit"
FLUSH_EVERY = 50
"""Documents. What is not on disk stays in memory: 0.4 MB for a short text, 1.8 MB for a long one;
without flushing, 300 news articles took 560 MB, with it 50 MB."""
NOTHING: Mapping[str, str] = MappingProxyType({})


def open_store(path: Path, *, base: str = v.DEFAULT_BASE, create: bool = False) -> Store:
    """Open the store in the folder `path`.

    Without `create` it is open for reading, which many may do at once; the first `add` makes this
    process its only user. With `create` it is made where there is none, and is open for writing.

    Args:
        path: The folder.
        base: Where the ids of a new store get their IRIs; an old one remembers its own.
        create: Make the store if it does not exist.

    Raises:
        StoreError: The path is a file, another folder, missing, or in use by another process.
    """
    if create:
        return Store(path, prepare_folder(path, base), take(path, "write"))
    return Store(path, read_base(path, base), take(path, "read"))


class Store:
    """A graph of political positions on disk; get one from `open_store`.

    Attributes:
        path: Its folder.
        base: Ids become IRIs behind it.
    """

    def __init__(self, path: Path, base: str, hold: Hold) -> None:
        self.path = path
        self.base = base
        self._names = Names(base)
        self._hold: Hold | None = hold
        self._since_flush = 0
        self._known_stances: KnownStances = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Write all to disk and let others in; closing twice does nothing."""
        if self._hold is not None:
            self._hold.release()
            self._hold = None

    @property
    def _database(self) -> Database:
        if self._hold is None:
            raise StoreError(f"{self.path} is closed; open it again")
        return self._hold.database

    def _writable(self) -> Database:
        database = self._database
        if self._hold is not None and not self._hold.is_writer:
            del database
            self.close()
            self._known_stances.clear()  # somebody else may write before we do
            try:
                self._hold = take(self.path, "write")
            except StoreError:
                self._hold = take(self.path, "read")
                raise
        return self._database

    def add(self, document: Document, extraction: Extraction, *, run: Run | None = None) -> Change:
        """Make the store say of `document` what `extraction` says, and nothing else.

        A new text of a known source withdraws the stances of the old one. The same input a second
        time changes nothing.

        Args:
            document: The document with its text, which is kept.
            extraction: Records of this very document.
            run: What made them; without it the installed version, and no time.

        Raises:
            ShapeError: The records break a shape or do not fit the text; nothing is written.
            StoreError: The store is in use by another process or cannot be written.
        """
        change = add_document(
            self._writable(),
            document,
            extraction,
            run=run or Run(version=version(DISTRIBUTION)),
            names=self._names,
            known=self._known_stances,
        )
        self._since_flush += 1
        if self._since_flush >= FLUSH_EVERY:
            self._database.flush()
            self._since_flush = 0
        return change

    def add_all(
        self, pairs: Iterable[tuple[Document, Extraction]], *, run: Run | None = None
    ) -> int:
        """Add documents with their extractions one by one; return how many.

        Raises:
            ShapeError: As `add`; the documents before it stay in.
            StoreError: As `add`.
        """
        count = 0
        for document, extraction in pairs:
            self.add(document, extraction, run=run)
            count += 1
        return count

    def query(
        self,
        sparql: str,
        *,
        parameters: Mapping[str, ParameterValue] = NOTHING,
        include_history: bool = False,
    ) -> QueryResult:
        """Answer a SPARQL query: SELECT, ASK, CONSTRUCT or DESCRIBE.

        The default graph is the union of all documents; each document's graph has the IRI of the
        document. The usual prefixes are known, and `ex:` stands for the base.

        A query runs until it is answered, and Oxigraph cannot be asked to stop: what strangers may
        ask belongs into a process of its own that can be ended, as the command line can.

        Args:
            sparql: The query.
            parameters: Values of variables that the query selects; a `str` is plain text, an IRI
                is given as `Term.iri(...)`. They hold in patterns and filters, not within a
                subquery and not in BIND.
            include_history: Ask the history too, withdrawn stances included.

        Raises:
            QueryError: The query is malformed, or would change or fetch something.
        """
        answer = run_query(
            self._database,
            sparql,
            parameters=parameters,
            names=self._names,
            include_history=include_history,
        )
        return result_from_ox(answer, base=self.base)

    def query_named(self, name: str, params: Mapping[str, str] = NOTHING) -> QueryResult:
        """Answer one of `named_queries()`.

        Args:
            name: `q01-who-opposes`, `q01` or `who-opposes`.
            params: Its parameters as text; an entity by id, IRI, label or alias.

        Raises:
            QueryError: There is no such query or parameter, or a value is missing or malformed.
            UnknownNameError: Nothing, or more than one thing, goes by a name that was given.
        """
        query = named_query(name)
        bound = bind_parameters(query, dict(params), self._resolve)
        answer = run_query(
            self._database,
            query.text,
            parameters=bound,
            names=self._names,
            include_history=query.include_history,
        )
        hidden = frozenset(p.name for p in query.parameters)
        return result_from_ox(answer, base=self.base, hidden=hidden)

    def _resolve(self, name: str, class_name: str | None) -> str:
        of_class = None if class_name is None else v.node(class_name)
        found = node_by_name(self._database, self._entities(), self._names, name, of_class=of_class)
        return found.value

    def _entities(self) -> EntityReader:
        return EntityReader(self._database, self._names)

    def positions(
        self,
        *,
        min_confidence: float = DEFAULT_MIN_CONFIDENCE,
        review_status: ReviewStatus | None = None,
    ) -> PositionSet:
        """Return the stances of all documents with their ends and quotations.

        Args:
            min_confidence: Stances below it are left out.
            review_status: Only those that a person decided so about; None for all.

        Raises:
            StoreError: A stance is about or of something that the store does not describe.
        """
        entities = self._entities()
        pairs = [
            (stance, quotes)
            for stance, quotes in StanceReader(self._database, self._names).stances()
            if stance.confidence >= min_confidence and review_status in (None, stance.review_status)
        ]
        ends: set[str] = {end for stance, _ in pairs for end in (stance.holder, stance.target)}
        known = {end: entity for end in sorted(ends) if (entity := entities.by_id(end))}
        if len(known) < len(ends):
            raise StoreError(
                f"{self.path} has stances of {min(ends - set(known))!r}, which it does not "
                "describe; see what else is wrong with: graphkit validate"
            )
        tenures = sorted({stance.in_capacity for stance, _ in pairs if stance.in_capacity})
        words = {t: entities.office_words(self._names.node(t)) for t in tenures}
        relative = {stance.id: entities.relative_date(stance) for stance, _ in pairs}
        return PositionSet(
            stances=tuple(stance for stance, _ in pairs),
            entities=known,
            quotes={stance.id: quotes for stance, quotes in pairs},
            relative_dates={stance: day for stance, day in relative.items() if day},
            capacities={tenure: office for tenure, office in words.items() if office},
        )

    def find(self, name: str) -> tuple[Entity, ...]:
        """Return what goes by `name`, sorted by kind and name; nothing where nothing does.

        Labels and aliases that are exactly `name` come alone; else those that differ in case
        only; else those with all its words, such as a surname.
        """
        return find_entities(self._database, self._entities(), name)

    def resolve(self, name: str) -> Entity:
        """Return the one entity that an id, an IRI, a label or an alias stands for.

        Raises:
            UnknownNameError: Nothing goes by that name, or several things do; it lists them.
        """
        entities = self._entities()
        node = node_by_name(self._database, entities, self._names, name, of_class=None)
        entity = entities.entity(node)
        if entity is None:
            raise UnknownNameError(f"{name!r} is not an entity; ask for another name")
        return entity

    def card(self, entity_id: str, *, min_confidence: float = DEFAULT_MIN_CONFIDENCE) -> Card:
        """Return all that is known of an entity, with the words that show it.

        Args:
            entity_id: Its id, as in `Entity.id`.
            min_confidence: Stances below it are left out.

        Raises:
            UnknownNameError: The store has no such entity.
        """
        entities = self._entities()
        entity = entities.by_id(entity_id)
        if entity is None:
            raise UnknownNameError(f"the store has no entity {entity_id!r}; find it by its name")
        stances = StanceReader(self._database, self._names)
        reader = CardReader(entities, stances, Documents(self._database, self._names))
        return reader.card(self._names.node(entity_id), entity, min_confidence=min_confidence)

    def documents(self) -> tuple[DocumentSummary, ...]:
        """Return all documents without their texts, replaced ones too, sorted by id."""
        return document_summaries(self._database, self._names)

    def counts(self) -> Counts:
        """Return how much the store holds."""
        return count_entities(self._database)

    def is_read(self, document_id: str, *, run: Run) -> bool:
        """Tell whether what a document says was read by this run's version and settings.

        The time of the run does not matter. Of a replaced document it tells what once was.
        """
        graph, reading = self._names.node(document_id), reading_node(document_id, run, self._names)
        return Quad(reading, v.USED, graph, graph) in self._database

    def text(self, document_id: str) -> str:
        """Return the text of a document as it was read.

        Raises:
            UnknownNameError: The store has no such document.
        """
        node = self._names.node(document_id)
        for quad in self._database.quads_for_pattern(node, v.TEXT, None, DefaultGraph()):
            if isinstance(quad.object, Literal):
                return quad.object.value
        raise UnknownNameError(f"the store has no document {document_id!r}; see its documents")

    def document(self, document_id: str) -> Document:
        """Return a document with its text; where it was read from is not kept.

        Raises:
            UnknownNameError: The store has no such document.
        """
        identifier = DocumentId(document_id)
        return document_from_triples(identifier, self._graph(document_id), self._names)

    def extraction(self, document_id: str) -> Extraction:
        """Return what a document says, as records; of a replaced one nothing.

        Raises:
            UnknownNameError: The store has no such document.
        """
        identifier = DocumentId(document_id)
        return extraction_from_triples(identifier, self._graph(document_id), self._names)

    def _graph(self, document_id: str) -> set[Triple]:
        triples = triples_of(self._database, self._names.node(document_id))
        if not triples:
            raise UnknownNameError(f"the store has no document {document_id!r}; see its documents")
        return triples

    def dataset(self) -> Dataset:
        """Return the store as an rdflib dataset, for reading with what rdflib offers.

        Its default graph is the union of all documents; it holds the history too, as a graph of
        its own. What is written through it is not checked.
        """
        # rdflib takes a third of a second to load.
        from oxrdflib import OxigraphStore
        from rdflib import Dataset

        dataset = Dataset(store=OxigraphStore(store=self._database))
        for prefix, iri in v.PREFIXES.items():
            dataset.bind(prefix, iri)
        return dataset

    def validate(self) -> tuple[Problem, ...]:
        """Return every fault: broken shapes, quotations that are not the text, stray shortcuts."""
        # Loading pyshacl takes half a second, which nobody who only asks should wait for.
        from graphkit.rdf.validating import validate_store

        return validate_store(self._database, self._names)

    def export(self, path: Path, *, include_history: bool = False) -> None:
        """Write the graphs of all documents to a file, whole or not at all.

        Args:
            path: Ends in `.nq` (sorted, the same bytes for the same graph), `.trig`, `.jsonld`,
                or `.ttl` (the union, without the names of graphs).
            include_history: Add the history graph.

        Raises:
            GraphkitError: The ending is unknown, or the file cannot be written.
        """
        export_store(self._database, path, self._names, include_history=include_history)


def validate_file(path: Path) -> tuple[Problem, ...]:
    """Return every fault of a file with triples: Turtle, TriG, N-Quads, N-Triples, JSON-LD.

    Evidence is compared with the `gk:text` of its document, which must be in the file too.

    Raises:
        InputError: The file is missing, of an unknown format, or malformed.
    """
    from graphkit.rdf import validating  # as in Store.validate

    return validating.validate_file(path)
