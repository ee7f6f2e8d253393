"""Turn files into `Document` records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphkit.errors import InputError
from graphkit.ids import mint_document_id, mint_text_cluster_id, source_key, text_digest
from graphkit.io._files import read_bytes
from graphkit.io._paths import key_from_path, shown
from graphkit.io.given_mentions import check_mentions
from graphkit.io.metadata import Metadata, read_metadata
from graphkit.io.plain_text import decode_text
from graphkit.io.sources import (
    HTML_SUFFIXES,
    JSON_SUFFIXES,
    ReadFault,
    SourceFile,
    list_sources,
)
from graphkit.records import Document

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path


def read_documents(sources: Sequence[Path]) -> Iterator[Document | ReadFault]:
    """Yield the documents in the files and folders named, one at a time.

    What cannot be read is yielded as a `ReadFault`, and the reading goes on. Where only one file
    is to be read, its fault is raised. The order is that of `list_sources`.

    Raises:
        InputError: Nothing is at one of the paths, there is no document in them, or the only one
            cannot be read. The first two are raised at once, before anything is read.
    """
    return read_sources(list_sources(sources))


def read_sources(files: Sequence[SourceFile | ReadFault]) -> Iterator[Document | ReadFault]:
    """Yield the document in each of the files that `list_sources` found.

    Raises:
        InputError: There is but one file, and it cannot be read.
    """
    keys: dict[str, Path] = {}
    for file in files:
        if isinstance(file, ReadFault):
            if len(files) == 1:
                raise InputError(file.message)
            yield file
            continue
        try:
            document = _read(file)
            _refuse_twin(file, document, keys)
        except InputError as error:
            if len(files) == 1:
                raise
            yield ReadFault(path=shown(file.path), message=str(error))
        else:
            yield document


def read_document(path: Path, *, root: Path | None = None) -> Document:
    """Return the document in the file at `path`.

    Text is UTF-8, else Windows-1252 with a warning; of HTML the article is taken. Metadata comes
    from `NAME.meta.json` beside it, for HTML also from the page.

    Args:
        path: The file.
        root: The folder that the document's source is relative to; by default the file's own.

    Raises:
        InputError: The file or its metadata cannot be read.
    """
    return _read(SourceFile(path=path, key=key_from_path(path, root or path.parent)))


def _read(file: SourceFile) -> Document:
    where = shown(file.path)
    if file.path.suffix.lower() in JSON_SUFFIXES:
        raise InputError(f"{where} is JSON, not a document; name a text or HTML file")
    raw = read_bytes(file.path)
    beside = read_metadata(file.path)
    if file.path.suffix.lower() not in HTML_SUFFIXES:
        return _document(decode_text(raw, where=where), metadata=beside, key=file.key)
    # Imported only for HTML: it takes longer to load than a text takes to read.
    from graphkit.io.web_page import page_from_html

    page = page_from_html(raw, where=where, url=beside.url)
    return _document(page.text, metadata=_merged(beside, page.metadata), key=file.key)


def _merged(beside: Metadata, page: Metadata) -> Metadata:
    return Metadata(
        title=beside.title or page.title,
        publisher=beside.publisher or page.publisher,
        date=beside.date or page.date,
        url=beside.url or page.url,
        mentions=beside.mentions,
    )


def _document(text: str, *, metadata: Metadata, key: str) -> Document:
    check_mentions(metadata.mentions, text, where=f"metadata of {key}")
    sha256 = text_digest(text)
    source = source_key(
        url=metadata.url,
        publisher=metadata.publisher,
        title=metadata.title,
        day=metadata.date,
        path=key,
    )
    return Document(
        id=mint_document_id(source, sha256),
        source=source,
        text=text,
        sha256=sha256,
        text_cluster=mint_text_cluster_id(sha256),
        path=key,
        title=metadata.title,
        publisher=metadata.publisher,
        date=metadata.date,
        url=metadata.url,
        mentions=metadata.mentions,
    )


def _refuse_twin(file: SourceFile, document: Document, keys: dict[str, Path]) -> None:
    """Refuse a file that would pass for a revision of another file of the same name."""
    if document.source != file.key:
        return
    first = keys.setdefault(file.key, file.path)
    if first != file.path:
        raise InputError(
            f"{shown(file.path)} has the same name as {shown(first)} and would pass for its "
            "revision; name the folder that holds both, or say their url in NAME.meta.json"
        )
