"""Check gold against its text before anything is measured with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graphkit.records import Annotation


def unfounded(gold: Annotation, text: str) -> tuple[str, ...]:
    """Return the places of quotations and evidence that stand nowhere in the text.

    Nothing that is extracted can match them.
    """
    quotes = [(f"statements[{i}].quote", s.quote) for i, s in enumerate(gold.statements)]
    evidence = [(f"stances[{i}].evidence", s.evidence) for i, s in enumerate(gold.stances)]
    return tuple(place for place, words in (*quotes, *evidence) if words not in text)
