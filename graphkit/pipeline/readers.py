"""What reads a document: an extractor with the identities, and the settings it reads with."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from graphkit.pipeline.extractors import DEFAULT_EXTRACTOR, checked, load_extractor

if TYPE_CHECKING:
    from collections.abc import Callable

    from graphkit.records import Document, Extraction


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """A loaded extractor.

    Attributes:
        read: Returns what a document says, with the ids that documents share.
        settings: Names and values of what decides how it reads.
    """

    read: Callable[[Document], Extraction]
    settings: tuple[tuple[str, str], ...]


@lru_cache(maxsize=1)
def load_reader(model: str | None, extractor: str = DEFAULT_EXTRACTOR) -> Reader:
    """Load an extractor with its model, or the default one; the last is kept for the next call.

    Raises:
        ExtractorError: It is not known, or does not load.
        ModelError: The spaCy pipeline does not load.
    """
    from graphkit.identity import resolve_extraction

    loaded = load_extractor(extractor, model=model)

    def read(document: Document) -> Extraction:
        found = checked(loaded.extract(document), document, name=extractor)
        return resolve_extraction(found, day=document.date)

    name = extractor.partition(":")[0]
    # The rules have been read without their name since before there were others.
    own = () if name == DEFAULT_EXTRACTOR else (("extractor", name),)
    return Reader(read=read, settings=(*own, *loaded.settings))
