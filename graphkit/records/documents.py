"""Documents, and places in their texts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from graphkit.ids import DocumentId, TextClusterId


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """Half-open range [start, end) of Unicode code points in the text of `document`."""

    document: DocumentId
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"[{self.start}, {self.end}) is not a span: need 0 <= start < end")


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One text with its metadata.

    Attributes:
        id: Derived from `source` and `sha256`.
        source: What stays the same when the text is revised; see `graphkit.ids.source_key`.
        text: The text as read: decoded, without a byte order mark, line ends untouched; for
            HTML the extracted text.
        sha256: SHA-256 of `text` in hex.
        text_cluster: Shared by all documents with this very text.
        path: Where it was read from, relative to the folder given; for messages only.
    """

    id: DocumentId
    source: str
    text: str
    sha256: str
    text_cluster: TextClusterId
    path: str
    title: str | None = None
    publisher: str | None = None
    date: date | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentSummary:
    """A document of a store without its text.

    Attributes:
        stances: How many stances rest on it.
        replaced_by: The document that holds a newer text of the same source.
    """

    id: DocumentId
    source: str
    title: str | None = None
    publisher: str | None = None
    date: date | None = None
    url: str | None = None
    stances: int = 0
    replaced_by: DocumentId | None = None
