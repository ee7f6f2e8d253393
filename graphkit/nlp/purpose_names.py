"""Find organizations named by people and a purpose: "Mayors Against Tolls", "Friends of the Bay".

A capital on what follows the preposition tells them from "mayors against tolls"; headlines, where
every word has one, are not read. "Of" and "for" make a name only of people who hold no office and
are on no side ("Citizens for Safe Bridges"), and never with a place or person behind them
("Residents of Ohio", "Nurses for Bee").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphkit.nlp.annotations import BlockKind, TokenRange
from graphkit.nlp.groups import roles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from graphkit.nlp.annotations import Block

READ = frozenset({BlockKind.BODY, BlockKind.LIST_ITEM, BlockKind.SIGNATURE})
OPPOSING = frozenset({"against", "without"})
JOINING = frozenset({"of", "for"})
PLAIN = frozenset({"crowd", "expert"})
"""Classes of people without office or side."""
NAMED_THINGS = frozenset({"GPE", "LOC", "NORP", "PERSON", "ORG", "DATE"})
INSIDE = frozenset({"and", "the", "of", "for", "&"})
LONGEST = 8
"""Tokens of such a name."""


def find_purpose_names(doc: Doc, blocks: tuple[Block, ...]) -> Iterator[TokenRange]:
    """Yield the names in order."""
    for block in blocks:
        if block.kind not in READ:
            continue
        i, stop = block.tokens
        while i < stop:
            end = _name_end(doc, i, stop)
            if end is not None:
                yield TokenRange(_name_start(doc, i, block.tokens.start), end)
            i = end or i + 1


def _name_end(doc: Doc, i: int, stop: int) -> int | None:
    if not doc[i].text.istitle() or i + 2 >= stop:
        return None
    hit = roles().at(doc, i, stop)
    if hit is None or hit.end + 1 >= stop:
        return None
    first = hit.end + 1
    link = doc[hit.end].lower_
    if link in JOINING and hit.value in PLAIN:
        first += doc[first].lower_ == "the"
        if first >= stop or (doc[first].ent_type_ in NAMED_THINGS and doc[first].ent_iob_ == "B"):
            return None
    elif link not in OPPOSING or hit.value == "party" or doc[first].ent_type_ == "PERSON":
        return None
    end = _capitals_end(doc, first, min(stop, i + LONGEST))
    return end if end > first else None


def _capitals_end(doc: Doc, first: int, stop: int) -> int:
    end = i = first
    while i < stop and (_is_capital(doc[i]) or (doc[i].lower_ in INSIDE and i > first)):
        if i + 1 < stop and doc[i].lower_ in {"and", "&"} and roles().at(doc, i + 1, stop):
            # the next name begins
            break
        i += 1
        if _is_capital(doc[i - 1]):
            end = i
    return end


def _is_capital(token: Token) -> bool:
    return token.text[:1].isupper() and token.is_alpha


def _name_start(doc: Doc, i: int, floor: int) -> int:
    """Return where capitals before the people start: "Iowa Citizens for Clean Wells"."""
    start = i
    while start > floor and i - start < LONGEST and _describes(doc[start - 1]):
        start -= 1
    return start


def _describes(token: Token) -> bool:
    plain = token.pos_ in {"PROPN", "ADJ"} and token.ent_type_ != "PERSON"
    return plain and token.text.istitle() and token.dep_ in {"amod", "compound", "nmod"}
