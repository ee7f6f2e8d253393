"""Find the organizations of a list by their neighbours: "Acme, Bolt, Snip, Y and Cogworks".

A model knows some names of a list and misses others that are one common word or one letter. Where
most items are organizations and all are names, the items between them are organizations too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from graphkit.nlp.annotations import TokenRange
from graphkit.nlp.jurisdictions import gazetteer
from graphkit.nlp.titles import title_tables

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Span

FEWEST_KNOWN = 3
"""Items that the model must take for organizations."""
KNOWN_SHARE = 0.5
"""And which share of all items they are at least."""
LONGEST_ITEM = 12
"""Words of the longest names of a list."""
COMMAS = frozenset({",", ";"})
LINKS = frozenset({"of", "for", "and", "&", "the", "on", "in", "to", "against", "-"})
"""Small words inside of a name."""


class _Item(NamedTuple):
    start: int
    end: int
    is_known: bool


def organizations_of_lists(doc: Doc, people: frozenset[int]) -> Iterator[TokenRange]:
    """Yield the items of lists of organizations."""
    known = {i for e in doc.ents if e.label_ == "ORG" for i in range(e.start, e.end)}
    for sentence in doc.sents:
        for items in _runs(doc, sentence, known):
            sure = sum(item.is_known for item in items)
            if sure < FEWEST_KNOWN or sure < KNOWN_SHARE * len(items):
                continue
            yield from (
                TokenRange(i.start, i.end) for i in items if not _is_another(doc, i, people)
            )


def _runs(doc: Doc, sentence: Span, known: set[int]) -> Iterator[list[_Item]]:
    """Yield the longest runs of names between commas."""
    items: list[_Item] = []
    for start, end in _parts(sentence):
        item = _item(doc, start, end, known)
        if item is not None:
            items.append(item)
            continue
        yield items
        items = []
    yield items


def _parts(sentence: Span) -> Iterator[tuple[int, int]]:
    """Yield what stands between commas outside of brackets."""
    start, depth = sentence.start, 0
    for token in sentence:
        depth = max(0, depth + (token.text == "(") - (token.text == ")"))
        if token.text in COMMAS and not depth:
            yield start, token.i
            start = token.i + 1
    yield start, sentence.end


def _item(doc: Doc, start: int, end: int, known: set[int]) -> _Item | None:
    """Return the name that a part of the list is, without article, brackets and full stop."""
    if start < end and doc[start].lower_ == "and":
        start += 1
    if start < end and doc[start].lower_ == "the":
        start += 1
    bracket = next((i for i in range(start, end) if doc[i].text == "("), end)
    while bracket > start and (doc[bracket - 1].is_space or doc[bracket - 1].text == "."):
        bracket -= 1
    words = doc[start:bracket]
    if not 0 < len(words) <= LONGEST_ITEM or not _is_name(words):
        return None
    return _Item(start, bracket, any(i in known for i in range(start, bracket)))


def _is_name(words: Span) -> bool:
    first, last = words[0], words[-1]
    if not (first.text[:1].isupper() and (last.text[:1].isupper() or last.like_num)):
        return False
    return all(t.text[:1].isupper() or t.lower_ in LINKS or t.text in {"'s", "’s"} for t in words)


def _is_another(doc: Doc, item: _Item, people: frozenset[int]) -> bool:
    """Tell a place, a title or a person among the organizations, or two in one."""
    words = doc[item.start : item.end]
    if any(t.i in people or (t.lower_ in {"and", "&"} and not t.ent_type_) for t in words):
        return True
    place = gazetteer().table.at(doc, item.start, item.end)
    titles = (title_tables().forms.at(doc, t.i, item.end) for t in words)
    return any(hit is not None and hit.end == item.end for hit in (place, *titles))
