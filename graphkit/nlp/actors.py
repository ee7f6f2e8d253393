"""Find the actors of a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

from graphkit.nlp.annotations import register_extensions

if TYPE_CHECKING:
    from spacy.tokens import Doc


@Language.factory("gk_actors", assigns=["doc._.gk_actors"])
def make_actors_component(nlp: Language, name: str) -> ActorsComponent:  # noqa: ARG001 - spaCy's signature
    """Build the component; its lexicons are read here, once."""
    register_extensions()
    return ActorsComponent()


class ActorsComponent:
    """Set `doc._.gk_actors`."""

    def __call__(self, doc: Doc) -> Doc:
        """Run the rules of this module over `doc`."""
        doc._.gk_actors = ()
        return doc
