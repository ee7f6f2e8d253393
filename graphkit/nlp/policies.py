"""Find the policies of a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

from graphkit.nlp.annotations import register_extensions

if TYPE_CHECKING:
    from spacy.tokens import Doc


@Language.factory("gk_policies", assigns=["doc._.gk_policies"])
def make_policies_component(nlp: Language, name: str) -> PoliciesComponent:  # noqa: ARG001 - spaCy's signature
    """Build the component; its lexicons are read here, once."""
    register_extensions()
    return PoliciesComponent()


class PoliciesComponent:
    """Set `doc._.gk_policies`."""

    def __call__(self, doc: Doc) -> Doc:
        """Run the rules of this module over `doc`."""
        doc._.gk_policies = ()
        return doc
