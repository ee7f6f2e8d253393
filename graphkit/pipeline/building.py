"""From documents to a graph in a store."""

from __future__ import annotations

import time
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from enum import StrEnum
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from graphkit.errors import ExtractorError, InputError, ShapeError, WorkerError
from graphkit.pipeline.extractors import DEFAULT_EXTRACTOR, check_names
from graphkit.pipeline.judgements import judging, load_judgements
from graphkit.pipeline.names import knowing, load_names
from graphkit.pipeline.workers import looked_ahead, opened_readers, sensible_workers
from graphkit.records import Counts, Document, Run

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Iterable, Iterator

    from graphkit.ids import DocumentId
    from graphkit.io import ReadFault
    from graphkit.pipeline.workers import Readers
    from graphkit.rdf import Store
    from graphkit.records import Extraction

CODE_THAT_DECIDES = ("data", "identity", "io", "nlp", "rdf", "records")
"""The folders of the package that decide what the graph says of a text."""


class Outcome(StrEnum):
    """What became of one document."""

    READ = "read"
    """Its source was not in the store before."""
    REPLACED = "replaced"
    """Its source was there, with another text or read by other code or settings."""
    UNCHANGED = "unchanged"
    """The store has it already, read by this code with these settings."""
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a run is after one more document."""

    done: int
    total: int
    path: str
    outcome: Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildReport:
    """What a run did, and what the store holds after it.

    Attributes:
        read: Documents of sources that are new to the store.
        replaced: Documents whose source was known with another text, code or settings.
        failed: Files that could not be read or stored, each with the reason.
        interrupted: The run was asked to stop before the last document.
        counts: What the store holds now.
        elapsed_s: Seconds.
    """

    read: int = 0
    unchanged: int = 0
    replaced: int = 0
    failed: tuple[ReadFault, ...] = ()
    interrupted: bool = False
    counts: Counts = field(default_factory=Counts)
    elapsed_s: float = 0.0


def build(  # noqa: PLR0913 - nine are settings with a default
    sources: Iterable[str | os.PathLike[str]],
    *,
    store: str | os.PathLike[str],
    model: str | None = None,
    extractor: str = DEFAULT_EXTRACTOR,
    names: str | os.PathLike[str] | None = None,
    judgements: str | os.PathLike[str] | None = None,
    strict: bool = False,
    workers: int | None = 1,
    progress: Callable[[Progress], None] | None = None,
    stop: Callable[[], bool] | None = None,
) -> BuildReport:
    """Read the documents in files and folders into the store, which is made if it is missing.

    Each document is a transaction of its own, and memory does not grow with their number. What
    the store already has, read by the same code with the same settings, is passed over. A document
    that cannot be read or stored is reported and the others are taken in.

    Args:
        sources: Files and folders; folders are walked in sorted order.
        store: The folder of the store.
        model: The spaCy pipeline, or what else the extractor takes for its model; its default
            if None.
        extractor: "rules", or the name of another one, perhaps with its model behind a colon.
        names: A file with a list of names; who is in it is an actor wherever a text names it.
        judgements: A file in which people decided which policies are one.
        strict: Whether a document that fails ends the run. All are read once before the first
            is taken in, so that a file that cannot be read leaves the store as it was.
        workers: Processes that read documents at the same time; with 1 this process reads them,
            with None it is decided by the cores and the number of documents. What the store
            holds afterwards is the same. A worker that is killed is replaced, and its document
            read again; one that ends two workers is reported.
        progress: Called after each document.
        stop: Asked before each document; the run ends when it says True.

    Raises:
        ExtractorError: The extractor is not known, or does not load.
        InputError: A path is missing, there is no document, the names or the only document cannot
            be read, or one cannot and the run is `strict`. The store is as it was.
        ModelError: The spaCy pipeline does not load.
        StoreError: The store cannot be opened or written.
    """
    from graphkit.io import list_sources, read_sources

    begun = time.monotonic()
    check_names((extractor,))
    known, judged = load_names(names), load_judgements(judgements)
    files = list_sources([Path(source) for source in sources])
    tally = _Tally(total=len(files), strict=strict, progress=progress)
    if strict:
        _check_all(read_sources(files))
    items = read_sources(files)
    first = _first_document(items, tally)
    counts = Counts()
    if first is not None:
        # Only now is the store made: where nothing can be read, nothing is left behind.
        number = sensible_workers(len(files)) if workers is None else workers
        with opened_readers(model, workers=number, extractor=extractor) as readers:
            informed = judging(knowing(readers, known), judged)
            counts = _store_all(chain((first,), items), Path(store), tally, informed, stop=stop)
    return BuildReport(
        read=tally.outcomes[Outcome.READ],
        unchanged=tally.outcomes[Outcome.UNCHANGED],
        replaced=tally.outcomes[Outcome.REPLACED],
        failed=tuple(tally.failed),
        interrupted=tally.interrupted,
        counts=counts,
        elapsed_s=time.monotonic() - begun,
    )


def _check_all(items: Iterable[Document | ReadFault]) -> None:
    """Raise the first fault: reading takes little time next to what follows it."""
    for item in items:
        if not isinstance(item, Document):
            raise InputError(item.message)


@dataclass(slots=True, kw_only=True)
class _Tally:
    """What has happened so far in a run."""

    total: int
    strict: bool
    progress: Callable[[Progress], None] | None
    outcomes: dict[Outcome, int] = field(default_factory=lambda: dict.fromkeys(Outcome, 0))
    failed: list[ReadFault] = field(default_factory=list)
    interrupted: bool = False

    def count(self, path: str, outcome: Outcome) -> None:
        self.outcomes[outcome] += 1
        if self.progress is not None:
            done = sum(self.outcomes.values())
            self.progress(Progress(done=done, total=self.total, path=path, outcome=outcome))

    def fail(self, path: str, reason: str) -> None:
        from graphkit.io import ReadFault

        if self.strict:
            raise InputError(reason)
        self.failed.append(ReadFault(path=path, message=reason))
        self.count(path, Outcome.FAILED)


def _first_document(items: Iterator[Document | ReadFault], tally: _Tally) -> Document | None:
    """Return the first document, and tally the faults before it."""
    for item in items:
        if isinstance(item, Document):
            return item
        tally.fail(item.path, item.message)
    return None


def _store_all(
    items: Iterable[Document | ReadFault],
    path: Path,
    tally: _Tally,
    readers: Readers,
    *,
    stop: Callable[[], bool] | None,
) -> Counts:
    from graphkit.rdf import open_store

    run = run_of(readers.settings, started=datetime.now(UTC))
    with open_store(path, create=True) as opened:
        intake = _Intake(opened, run, readers)
        for item in looked_ahead(map(intake.begin, items), ahead=readers.ahead):
            if not isinstance(item, _Begun):
                tally.fail(item.path, item.message)
                continue
            if stop is not None and stop():
                tally.interrupted = True
                break
            try:
                outcome = intake.take(item)
            except (ExtractorError, ShapeError, WorkerError) as error:
                tally.fail(item.document.path, f"{item.document.path}: {error}")
            else:
                tally.count(item.document.path, outcome)
        return opened.counts()


def run_of(settings: tuple[tuple[str, str], ...], *, started: datetime | None = None) -> Run:
    """Return the run that says which code and which settings of a reader read a document."""
    from graphkit import __version__
    from graphkit.resources import digest

    code = ("code", digest(*CODE_THAT_DECIDES))
    return Run(version=__version__, settings=tuple(sorted((code, *settings))), started=started)


class _Begun(NamedTuple):
    """A document, and what gives its extraction."""

    document: Document
    reading: Callable[[], Extraction]


class _Intake:
    """Takes documents into a store, one by one."""

    def __init__(self, store: Store, run: Run, readers: Readers) -> None:
        self._store = store
        self._run = run
        self._readers = readers
        self._current: dict[str, DocumentId] = {
            known.source: known.id for known in store.documents() if known.replaced_by is None
        }

    def begin(self, item: Document | ReadFault) -> _Begun | ReadFault:
        """Start to read a document, unless the store seems to have it already."""
        if not isinstance(item, Document):
            return item
        if self._readers.ahead and self._is_unchanged(item):
            # A document before it may still replace it, so the last word is with `take`.
            return _Begun(item, lambda: self._readers.start(item)())
        return _Begun(item, self._readers.start(item))

    def take(self, begun: _Begun) -> Outcome:
        document, reading = begun
        known = self._current.get(document.source)
        if self._is_unchanged(document):
            return Outcome.UNCHANGED
        self._store.add(document, reading(), run=self._run)
        self._current[document.source] = document.id
        return Outcome.READ if known is None else Outcome.REPLACED

    def _is_unchanged(self, document: Document) -> bool:
        return self._current.get(document.source) == document.id and self._has(document)

    def _has(self, document: Document) -> bool:
        """Tell whether the store has this very document, read by this run's code and settings.

        Nobody knows with which mentions it was read, so one that comes with some is read again.
        """
        if document.mentions:
            return False
        same = self._store.document(document.id) == replace(document, path="")
        return same and self._store.is_read(document.id, run=self._run)
