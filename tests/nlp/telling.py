"""What a text tells of stances, in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphkit.identity import resolve_extraction
from graphkit.nlp import extract
from tests.soak.laws import document_of

if TYPE_CHECKING:
    from spacy.language import Language

    from graphkit.records import Extraction

Told = tuple[str, str, str, tuple[str, ...]]
"""Holder, polarity, target, and the words that show it."""


def told(text: str, extraction: Extraction) -> set[Told]:
    """Return the stances of a resolved extraction, whatever their confidence."""
    names = extraction.names()
    return {
        (
            names[s.holder],
            s.polarity.value,
            names[s.target],
            tuple(text[e.span.start : e.span.end] for e in s.evidence),
        )
        for s in extraction.stances
    }


def read(nlp: Language, text: str) -> Extraction:
    """Return what a text says, resolved."""
    (found,) = extract(nlp, [document_of(text, name="told.txt")])
    return resolve_extraction(found)


def stances_in(nlp: Language, text: str) -> set[Told]:
    """Return the stances that a text tells."""
    return told(text, read(nlp, text))
