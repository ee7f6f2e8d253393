"""The rules of this room as an `Extractor`, the one that is used where no other is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphkit.nlp.language import DEFAULT_MODEL, extract, load_language

if TYPE_CHECKING:
    from spacy.language import Language

    from graphkit.records import Document, Extraction


class RuleExtractor:
    """A loaded spaCy pipeline with our rules over it."""

    def __init__(self, nlp: Language) -> None:
        """Take a pipeline that `load_language` returned."""
        self._nlp = nlp

    @property
    def settings(self) -> tuple[tuple[str, str], ...]:
        """The name and version of the spaCy pipeline."""
        meta = self._nlp.meta
        return (("model", f"{meta['lang']}_{meta['name']}-{meta['version']}"),)

    def extract(self, document: Document, /) -> Extraction:
        """Return what the document says."""
        (extraction,) = extract(self._nlp, (document,))
        return extraction


def load_rule_extractor(model: str | None) -> RuleExtractor:
    """Load the rules over the spaCy pipeline `model`, or over the default one if it is None.

    Raises:
        ModelError: The pipeline does not load.
    """
    return RuleExtractor(load_language(model or DEFAULT_MODEL))
