"""Places near a name: "Ann Bee of Ohio", "Ann Bee, N.Y.,", "In Texas, Sen. Ann Bee"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphkit.nlp.jurisdictions import place_at

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from graphkit.nlp.jurisdictions import Place

OPENING_REACH = 4
"""Tokens of a sentence before the "in" of its opening: "Meanwhile, in Texas,"."""
CLOSING = frozenset({",", ";", ".", ")"})
PLACES_IN = frozenset({"in", "across"})


def place_after(doc: Doc, end: int, stop: int) -> Place | None:
    """Return the place of "of Ohio" or of ", N.Y.," where a name or its party tag ends."""
    if end >= stop:
        return None
    if doc[end].lower_ == "of":
        found = place_at(doc, end + 1, stop)
        return found[1] if found is not None and not found[1].adjective else None
    return _abbreviated(doc, end, stop) if doc[end].text == "," else None


def _abbreviated(doc: Doc, comma: int, stop: int) -> Place | None:
    """Return the state that newspapers put behind a name, in their short form."""
    found = place_at(doc, comma + 1, stop)
    if found is None or not found[1].is_state:
        return None
    dotted = doc[found[0] - 1].text.endswith(".")
    closed = found[0] >= stop or doc[found[0]].text in CLOSING
    return found[1] if dotted and closed else None


def place_nearby(doc: Doc, index: int) -> Place | None:
    """Return the state that the opening of the token's sentence names."""
    sentence = doc[index].sent
    for i in range(sentence.start, min(sentence.start + OPENING_REACH, index)):
        if doc[i].lower_ not in PLACES_IN:
            continue
        found = place_at(doc, i + 1, index)
        if found is None or not found[1].is_state or found[1].adjective:
            return None
        closed = found[0] < index and doc[found[0]].text == ","
        return found[1] if closed else None
    return None
