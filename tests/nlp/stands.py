"""How tests write down a stance: holder, polarity and target in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphkit.nlp.annotations import TargetKind, actors_of, policies_of, stances_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from graphkit.nlp.annotations import StanceNote

Plain = tuple[str, str, str]


def row_of(doc: Doc, stance: StanceNote) -> Plain:
    """Return a stance as (actor, polarity, target)."""
    named = policies_of(doc) if stance.target.kind is TargetKind.POLICY else actors_of(doc)
    target = named[stance.target.place].name
    return actors_of(doc)[stance.holder].name, stance.polarity.value, target


def stands(doc: Doc, *, at_least: float = 0.0) -> set[Plain]:
    """Return the stances from a confidence on."""
    return {row_of(doc, s) for s in stances_of(doc) if s.confidence >= at_least}
