"""From files to what they say."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from graphkit.errors import InputError
from graphkit.pipeline.readers import load_reader
from graphkit.records import DEFAULT_MIN_CONFIDENCE

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Iterator

    from graphkit.io import ReadFault
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
    min_confidence: float = DEFAULT_MIN_CONFIDENCE,
) -> Iterator[Extracted | ReadFault]:
    """Yield what each file says, in the order given, one at a time.

    A file that cannot be read is yielded as a `ReadFault`, and the reading goes on; where it is
    the only one, its fault is raised.

    Args:
        paths: Text or HTML files.
        model: The spaCy pipeline; `graphkit.nlp.DEFAULT_MODEL` if None.
        min_confidence: Stances below it are left out, in [0, 1].

    Raises:
        InputError: A path is missing or a folder, or the only file cannot be read. The first two
            are raised at once, before anything is read.
        ModelError: The spaCy pipeline does not load.
    """
    files = [Path(path) for path in paths]
    _check_files(files)
    return _extract(files, model=model, min_confidence=min_confidence)


def _check_files(files: list[Path]) -> None:
    if not files:
        raise InputError("no file is named; name at least one text or HTML file")
    for file in files:
        if not file.exists():
            raise InputError(f"{file} does not exist; check the path")
        if file.is_dir():
            raise InputError(f"{file} is a folder; name the files in it, such as {file / '*.txt'}")


def _extract(
    files: list[Path], *, model: str | None, min_confidence: float
) -> Iterator[Extracted | ReadFault]:
    from graphkit.io import ReadFault, read_document

    for file in files:
        try:
            document = read_document(file)
        except InputError as error:
            if len(files) == 1:
                raise
            yield ReadFault(path=str(file), message=str(error))
            continue
        # Loaded only now: a file that cannot be read is reported without waiting for it.
        extraction = load_reader(model).read(document)
        shown = tuple(s for s in extraction.stances if s.confidence >= min_confidence)
        yield Extracted(path=file, document=document, extraction=replace(extraction, stances=shown))
