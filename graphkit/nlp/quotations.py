"""Find the quotations of a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

from graphkit.nlp.annotations import register_extensions

if TYPE_CHECKING:
    from spacy.tokens import Doc


@Language.factory("gk_quotations", assigns=["doc._.gk_quotations"])
def make_quotations_component(nlp: Language, name: str) -> QuotationsComponent:  # noqa: ARG001 - spaCy's signature
    """Build the component; its lexicons are read here, once."""
    register_extensions()
    return QuotationsComponent()


class QuotationsComponent:
    """Set `doc._.gk_quotations`."""

    def __call__(self, doc: Doc) -> Doc:
        """Run the rules of this module over `doc`."""
        doc._.gk_quotations = ()
        return doc
