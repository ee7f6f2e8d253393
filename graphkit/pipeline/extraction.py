"""From files to what they say."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from graphkit.errors import ExtractorError, InputError, WorkerError
from graphkit.pipeline.extractors import DEFAULT_EXTRACTOR, check_names
from graphkit.pipeline.names import knowing, load_names
from graphkit.pipeline.workers import looked_ahead, opened_readers, sensible_workers
from graphkit.records import DEFAULT_MIN_CONFIDENCE

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Generator, Iterable, Iterator
    from contextlib import AbstractContextManager

    from graphkit.io import ReadFault
    from graphkit.pipeline.workers import Readers
    from graphkit.records import Document, Extraction


@dataclass(frozen=True, slots=True, kw_only=True)
class Extracted:
    """What one file says.

    Attributes:
        path: The file as it was named.
    """

    path: Path
    document: Document
    extraction: Extraction


def extract(
    paths: Iterable[str | os.PathLike[str]],
    *,
    model: str | None = None,
    extractor: str = DEFAULT_EXTRACTOR,
    names: str | os.PathLike[str] | None = None,
    min_confidence: float = DEFAULT_MIN_CONFIDENCE,
    workers: int | None = 1,
) -> Generator[Extracted | ReadFault, None, None]:
    """Yield what each file says, in the order given.

    A file that cannot be read is yielded as a `ReadFault`, and the reading goes on; where it is
    the only one, its fault is raised.

    Args:
        paths: Text or HTML files.
        model: The spaCy pipeline, or what else the extractor takes for its model; its default
            if None.
        extractor: "rules", or the name of another one, perhaps with its model behind a colon.
        names: A file with a list of names; who is in it is an actor wherever a text names it.
        min_confidence: Stances below it are left out, in [0, 1].
        workers: Processes that read files at the same time; with 1 this process reads them, with
            None it is decided by the cores and the number of files. They end when the iterator
            is closed. A worker that is killed is replaced, and its file read again; a file that
            ends two workers is a `ReadFault`.

    Raises:
        InputError: A path is missing or a folder, the names cannot be read, or the only file
            cannot. All but the last are raised at once, before anything is read.
        ExtractorError: The extractor is not known, or does not load.
        ModelError: The spaCy pipeline does not load.
    """
    check_names((extractor,))
    known = load_names(names)
    files = [Path(path) for path in paths]
    _check_files(files)
    number = sensible_workers(len(files)) if workers is None else workers

    @contextmanager
    def opened() -> Iterator[Readers]:
        with opened_readers(model, workers=number, extractor=extractor) as readers:
            yield knowing(readers, known)

    return _extract(files, min_confidence, opened)


def _check_files(files: list[Path]) -> None:
    if not files:
        raise InputError("no file is named; name at least one text or HTML file")
    for file in files:
        if not file.exists():
            raise InputError(f"{file} does not exist; check the path")
        if file.is_dir():
            raise InputError(f"{file} is a folder; name the files in it, such as {file / '*.txt'}")


def _extract(
    files: list[Path],
    min_confidence: float,
    opened: Callable[[], AbstractContextManager[Readers]],
) -> Generator[Extracted | ReadFault, None, None]:
    items = _items(files)
    first = None
    for first in items:
        if isinstance(first, _Item):
            break
        # A file that cannot be read is reported without waiting for the language.
        yield first
    if not isinstance(first, _Item):
        return
    with opened() as readers:
        begun = (_begun(item, readers) for item in chain((first,), items))
        for item in looked_ahead(begun, ahead=readers.ahead):
            yield _extracted(item, min_confidence) if isinstance(item, _Begun) else item


class _Item(NamedTuple):
    """A document with the path of its file."""

    path: Path
    document: Document


class _Begun(NamedTuple):
    """A document with what gives its extraction."""

    item: _Item
    reading: Callable[[], Extraction]


def _items(files: list[Path]) -> Iterator[_Item | ReadFault]:
    from graphkit.io import ReadFault, read_document

    for file in files:
        try:
            item = _Item(file, read_document(file))
        except InputError as error:
            if len(files) == 1:
                raise
            yield ReadFault(path=str(file), message=str(error))
        else:
            yield item


def _begun(item: _Item | ReadFault, readers: Readers) -> _Begun | ReadFault:
    return _Begun(item, readers.start(item.document)) if isinstance(item, _Item) else item


def _extracted(begun: _Begun, min_confidence: float) -> Extracted | ReadFault:
    from graphkit.io import ReadFault

    path, document = begun.item
    try:
        extraction = begun.reading()
    except (ExtractorError, WorkerError) as error:
        return ReadFault(path=str(path), message=f"{path}: {error}")
    shown = tuple(s for s in extraction.stances if s.confidence >= min_confidence)
    return Extracted(path=path, document=document, extraction=replace(extraction, stances=shown))
