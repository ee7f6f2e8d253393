"""How tests write down a frame: holders, polarity and target in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphkit.nlp.phrases import phrase

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc

    from graphkit.nlp.cues import Frame

Plain = tuple[str, str, str]


def plain(doc: Doc, frames: Iterable[Frame]) -> set[Plain]:
    """Return each frame as (holders joined by +, polarity, target phrase)."""
    rows = set()
    for frame in frames:
        target = phrase(frame.target)
        holders = "+".join(h.text for h in frame.holders)
        rows.add((holders, frame.polarity.value, doc[target.start : target.end].text))
    return rows
