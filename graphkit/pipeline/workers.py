"""Read many documents at the same time, on each core with a process of its own.

A worker may be killed at any moment, by a person or by a system that is out of memory. Then
another one is started and reads the document again; a document that ends its worker twice is
given up, and the others go on. Documents come out in the order in which they went in.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import subprocess
import sys
import threading
import warnings
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from queue import SimpleQueue
from signal import Signals
from typing import TYPE_CHECKING, Any, TypeVar, cast

from graphkit.errors import WorkerError
from graphkit.pipeline.extractors import DEFAULT_EXTRACTOR
from graphkit.pipeline.readers import load_reader

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from concurrent.futures import Future

    from graphkit.records import Document, Extraction

T = TypeVar("T")

PROGRAM = "from graphkit.pipeline.worker import main; main()"
TRIES = 2
"""Workers that one document may end before it is given up."""
DOCUMENTS_PER_WORKER = 25
"""Fewer are read before another worker is ready: it needs some seconds to load."""
AHEAD_PER_WORKER = 4
"""Documents that are read while the first of them is waited for; it bounds the memory."""


DIGITS = 16
"""Of the digest of a file that decides how documents are read, in the settings of a run."""


def digest_of(content: object) -> str:
    """Return what tells such a file from others, by what was read from it."""
    return hashlib.sha256(repr(content).encode()).hexdigest()[:DIGITS]


@dataclass(frozen=True, slots=True, kw_only=True)
class Readers:
    """What reads documents, one or several at a time.

    Attributes:
        settings: Names and values of what decides how they are read.
        start: Starts to read a document, and returns what gives the result.
        ahead: How many documents should be started before the result of the first is asked for.
    """

    settings: tuple[tuple[str, str], ...]
    start: Callable[[Document], Callable[[], Extraction]]
    ahead: int


def sensible_workers(documents: int) -> int:
    """Return how many workers are worth their start for so many documents."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return max(1, min(cores or 1, documents // DOCUMENTS_PER_WORKER))


@contextmanager
def opened_readers(
    model: str | None, *, workers: int, extractor: str = DEFAULT_EXTRACTOR
) -> Iterator[Readers]:
    """Yield what reads documents: this process alone, or several workers.

    Raises:
        ExtractorError: The extractor is not known, or does not load.
        ModelError: The spaCy pipeline does not load.
    """
    if workers <= 1:
        reader = load_reader(model, extractor)
        yield Readers(settings=reader.settings, start=lambda d: partial(reader.read, d), ahead=0)
        return
    pool = _Pool(model, extractor, workers)
    try:
        yield Readers(
            settings=pool.settings(),
            start=lambda d: pool.start(d).result,
            ahead=AHEAD_PER_WORKER * workers,
        )
    finally:
        pool.close()


def looked_ahead(items: Iterable[T], *, ahead: int) -> Iterator[T]:
    """Yield the items in their order; `ahead` of them are taken before the first is given.

    >>> list(looked_ahead("abc", ahead=1))
    ['a', 'b', 'c']
    """
    waiting: deque[T] = deque()
    for item in items:
        waiting.append(item)
        if len(waiting) > ahead:
            yield waiting.popleft()
    yield from waiting


class _Pool:
    """Workers, each with a thread that gives it documents and waits for what comes back."""

    def __init__(self, model: str | None, extractor: str, workers: int) -> None:
        self._workers = [_Worker(model, extractor) for _ in range(workers)]
        self._idle: SimpleQueue[_Worker] = SimpleQueue()
        for worker in self._workers:
            self._idle.put(worker)
        self._threads = ThreadPoolExecutor(workers, thread_name_prefix="graphkit-worker")

    def settings(self) -> tuple[tuple[str, str], ...]:
        """Return the settings of the reader; the first worker tells them when it has loaded."""
        return self._workers[0].settings()

    def start(self, document: Document) -> Future[Extraction]:
        """Give a document to the next worker that is free."""
        return self._threads.submit(self._read, document)

    def _read(self, document: Document) -> Extraction:
        worker = self._idle.get()
        try:
            return worker.read(document)
        finally:
            self._idle.put(worker)

    def close(self) -> None:
        """End the workers at once, whatever they are doing."""
        for worker in self._workers:
            worker.close()
        self._threads.shutdown(cancel_futures=True)
        for worker in self._workers:
            worker.forget()


class _Worker:
    """A process that reads one document at a time; another one takes its place if it ends."""

    def __init__(self, model: str | None, extractor: str) -> None:
        self._model = model
        self._extractor = extractor
        self._process: subprocess.Popen[bytes] | None = None
        self._settings: tuple[tuple[str, str], ...] = ()
        self._closed = False
        self._starting = threading.Lock()
        """Held while a process starts, so that none starts behind the back of `close`."""

    def settings(self) -> tuple[tuple[str, str], ...]:
        """Return what the reader says of itself.

        Raises:
            ModelError: It does not load.
            WorkerError: The process ends before it can say anything.
        """
        return self._tried(lambda _: self._settings, "loads the language")

    def read(self, document: Document) -> Extraction:
        """Return what a document says.

        Raises:
            WorkerError: The document has ended the process as often as it may.
        """

        def ask(process: subprocess.Popen[bytes]) -> Extraction:
            _send(process, document)
            return cast("Extraction", _answer(process))

        return self._tried(ask, "reads it")

    def close(self) -> None:
        """End the process at once, and start no other."""
        with self._starting:
            self._closed = True
            if self._process is not None:
                self._process.kill()

    def forget(self) -> None:
        """Wait for the process that was ended; nobody may read from it any more."""
        self._ended()

    def _tried(self, ask: Callable[[subprocess.Popen[bytes]], T], doing: str) -> T:
        ending = ""
        for _ in range(TRIES):
            try:
                return ask(self._running())
            except (EOFError, OSError, pickle.UnpicklingError):
                ending = self._ended()
        raise WorkerError(
            f"the process that {doing} was ended {TRIES} times ({ending}); if the machine has run "
            "out of memory, use fewer workers"
        )

    def _running(self) -> subprocess.Popen[bytes]:
        """Return the process; a new one has loaded before it is returned."""
        if self._process is not None:
            return self._process
        with self._starting:
            if self._closed:
                raise WorkerError("the workers have been told to stop")
            self._process = _started_process(self._model, self._extractor)
        self._settings = cast("tuple[tuple[str, str], ...]", _answer(self._process))
        return self._process

    def _ended(self) -> str:
        """Wait for the process, and say how it ended."""
        process, self._process = self._process, None
        if process is None:
            return "it did not start"
        process.kill()
        with suppress(OSError), process:  # closes the pipes and waits
            pass
        process.wait()
        code = process.returncode
        return f"by {Signals(-code).name}" if code < 0 else f"with exit code {code}"


def _started_process(model: str | None, extractor: str) -> subprocess.Popen[bytes]:
    path = os.pathsep.join(entry or os.getcwd() for entry in sys.path)  # noqa: PTH109 - as sys.path
    return subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-c", PROGRAM, model or "", extractor],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": path},
        # Ctrl-C is for the program that started it, which ends its workers itself.
        start_new_session=True,
    )


def _send(process: subprocess.Popen[bytes], document: Document) -> None:
    pipe = cast("Any", process.stdin)
    pickle.dump(document, pipe)
    pipe.flush()


def _answer(process: subprocess.Popen[bytes]) -> object:
    made, error, said = pickle.load(cast("Any", process.stdout))  # noqa: S301 - by our program
    for message in said:
        warnings.warn(message, stacklevel=2)
    if error is not None:
        raise error
    return made
