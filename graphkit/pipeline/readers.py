"""What reads a document: the language with the identities, and the settings it reads with."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from graphkit.records import Document, Extraction


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """A loaded language.

    Attributes:
        read: Returns what a document says, with the ids that documents share.
        settings: Names and values of what decides how it reads.
    """

    read: Callable[[Document], Extraction]
    settings: tuple[tuple[str, str], ...]


@lru_cache(maxsize=1)
def load_reader(model: str | None) -> Reader:
    """Load the spaCy pipeline `model`, or the default one; the last one is kept for the next call.

    Raises:
        ModelError: It does not load.
    """
    from graphkit.identity import resolve_extraction
    from graphkit.nlp import DEFAULT_MODEL, extract, load_language

    nlp = load_language(model or DEFAULT_MODEL)
    loaded = f"{nlp.meta['lang']}_{nlp.meta['name']}-{nlp.meta['version']}"

    def read(document: Document) -> Extraction:
        (extraction,) = extract(nlp, (document,))
        return resolve_extraction(extraction)

    return Reader(read=read, settings=(("model", loaded),))
