"""What an extractor is: the one contract of every way from a text to what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from graphkit.records.documents import Document
    from graphkit.records.extractions import Extraction


class Extractor(Protocol):
    """Finds what a document says.

    All spans must lie in `document.text`, and an extractor never raises over what a text holds:
    where it finds nothing, the extraction is empty. Whether names of two documents mean the same
    is not its concern.
    """

    @property
    def settings(self) -> tuple[tuple[str, str], ...]:
        """Names and values of all that decides what it finds: model, version, lexicon."""
        ...

    def extract(self, document: Document, /) -> Extraction:
        """Return what the document says."""
        ...
