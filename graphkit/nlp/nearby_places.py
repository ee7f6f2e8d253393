"""Places near a name: "Ann Bee of Ohio", "Ann Bee, N.Y.,", "In Texas, Sen. Ann Bee"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphkit.nlp.jurisdictions import Place, place_at

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

LONGEST_SENTENCE = 80
"""Tokens before a name in which the start of its sentence is looked for."""
OPENING_REACH = 4
"""Tokens of a sentence before the "in" of its opening: "Meanwhile, in Texas,"."""
COUNTIES = frozenset({"county", "parish", "borough", "township", "city"})
PLACE_LABELS = frozenset({"GPE", "LOC"})
LONGEST_TOWN = 5
"""Tokens of a town's name."""
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


def town_at(doc: Doc, start: int, stop: int) -> tuple[int, Place] | None:
    """Return the end of a town that the gazetteer does not know, and it: "mayor of Lakeville"."""
    end = start
    while end < min(stop, start + LONGEST_TOWN) and _is_town_word(doc[end]):
        end += 1
    return (end, _town(doc, start, end)) if end > start else None


def town_before(doc: Doc, end: int, floor: int) -> tuple[int, Place] | None:
    """Return the start of a town that ends at a token, and it: "Bee County Sheriff"."""
    if end - 1 > floor and doc[end - 1].text in {"'s", "’s"}:
        end -= 1
    start = end
    while start > max(floor, end - LONGEST_TOWN) and _is_town_word(doc[start - 1]):
        start -= 1
    named = start < end and (
        doc[end - 1].lower_ in COUNTIES or doc[end - 1].ent_type_ in PLACE_LABELS
    )
    return (start, _town(doc, start, end)) if named else None


def _town(doc: Doc, start: int, end: int) -> Place:
    return Place(name=doc[start:end].text, kind="city")


def _is_town_word(token: Token) -> bool:
    if token.text == "-":
        return token.ent_type_ in PLACE_LABELS
    labelled = token.ent_type_ in PLACE_LABELS or token.lower_ in COUNTIES
    following = token.i + 1 < len(token.doc) and token.nbor().lower_ in COUNTIES
    return token.text[:1].isupper() and token.pos_ == "PROPN" and (labelled or following)


def place_nearby(doc: Doc, index: int) -> Place | None:
    """Return the state that the opening of the token's sentence names."""
    start = _sentence_start(doc, index)
    for i in range(start, min(start + OPENING_REACH, index)) if start is not None else ():
        if doc[i].lower_ not in PLACES_IN:
            continue
        found = place_at(doc, i + 1, index)
        if found is None or not found[1].is_state or found[1].adjective:
            return None
        if found[1].name == "Washington" and found[0] == i + 2:
            return None  # the seat of the federal government
        closed = found[0] < index and doc[found[0]].text == ","
        return found[1] if closed else None
    return None


def _sentence_start(doc: Doc, index: int) -> int | None:
    """Return where the sentence starts; None where that is far: a list may be one sentence."""
    for i in range(index, max(-1, index - LONGEST_SENTENCE), -1):
        if doc[i].is_sent_start:
            return i
    return None
