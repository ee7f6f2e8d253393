"""Actors that the user names: each becomes one here, or adds to the one that was found there."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from graphkit.nlp.annotations import (
    ActorNote,
    TokenRange,
    as_written,
    document_of,
    tokens_of_characters,
)
from graphkit.nlp.jurisdictions import gazetteer
from graphkit.nlp.parties import parties
from graphkit.nlp.titles import POSSESSIVES
from graphkit.records import EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc

KIND_OF_LABEL = {
    "PERSON": EntityKind.PERSON,
    "ORG": EntityKind.ORGANIZATION,
    "GPE": EntityKind.GOVERNMENT,
    "LOC": EntityKind.GOVERNMENT,
    "NORP": EntityKind.GROUP,
}
ARTICLES = frozenset({"the", "a", "an"})


@dataclass(slots=True)
class _Given:
    """The mentions of one actor that the user named."""

    name: str | None
    kind: EntityKind | None
    ranges: list[TokenRange] = field(default_factory=list)


def with_given(doc: Doc, actors: tuple[ActorNote, ...]) -> tuple[ActorNote, ...]:
    """Return the actors, joined by those that the user has marked in the document.

    What the user says of words stands: an actor of another kind loses these words, and is none
    any more where it has no others.
    """
    given = _gathered(doc)
    if not given:
        return actors
    found = {_head(doc, words): place for place, a in enumerate(actors) for words in a.names}
    owners: dict[int, int] = {}
    added: dict[int, list[_Given]] = defaultdict(list)
    for number, item in enumerate(given):
        heads = [_head(doc, words) for words in item.ranges]
        known = [found[head] for head in heads if head in found]
        fitting = [p for p in known if item.kind in {None, actors[p].kind}]
        owner = fitting[0] if fitting else len(actors) + number
        owners.update(dict.fromkeys(heads, owner))
        added[owner].append(item)
    kept = (_joined(doc, place, a, owners, added) for place, a in enumerate(actors))
    new = (_actor(doc, item) for n, item in enumerate(given) if len(actors) + n in added)
    return (*(a for a in kept if a.names), *new)


def _gathered(doc: Doc) -> list[_Given]:
    """Return what the user has marked, in order of text, one item for each actor."""
    document = document_of(doc)
    found: dict[tuple[str, EntityKind | None], _Given] = {}
    for mention in sorted(document.mentions if document else (), key=lambda m: (m.start, m.end)):
        words = tokens_of_characters(doc, mention.start, mention.end)
        words = None if words is None else trimmed(doc, words)
        if words is not None:
            key = (mention.name or as_written(doc, *words), mention.kind)
            item = found.setdefault(key, _Given(mention.name, mention.kind))
            if not item.ranges or item.ranges[-1].end <= words.start:
                item.ranges.append(words)
    return list(found.values())


def trimmed(doc: Doc, words: TokenRange) -> TokenRange | None:
    """Return the words without article, marks and "'s"; None where nothing is left."""
    start, end = words
    while start < end and (doc[start].lower_ in ARTICLES or not doc[start].text[:1].isalnum()):
        start += 1
    while start < end and (doc[end - 1].text in POSSESSIVES or doc[end - 1].is_punct):
        end -= 1
    return TokenRange(start, end) if start < end else None


def _head(doc: Doc, words: TokenRange) -> int:
    return int(doc[words.start : words.end].root.i)


def _joined(
    doc: Doc,
    place: int,
    actor: ActorNote,
    owners: dict[int, int],
    added: dict[int, list[_Given]],
) -> ActorNote:
    """Return the actor with the words that the user gives it, and without those given to others."""
    own = [words for words in actor.names if owners.get(_head(doc, words), place) == place]
    items = added.get(place, [])
    if not items:
        return replace(actor, names=tuple(own))
    taken = {i for words in own for i in range(*words)}
    more = [w for item in items for w in item.ranges if taken.isdisjoint(range(*w))]
    name = next((item.name for item in items if item.name is not None), actor.name)
    ranges = tuple(sorted({*own, *more}))
    forms = {*_forms(doc, ranges), actor.name, *actor.aliases} - {name}
    return replace(actor, name=name, aliases=tuple(sorted(forms)), names=ranges, is_given=True)


def _actor(doc: Doc, item: _Given) -> ActorNote:
    forms = _forms(doc, item.ranges)
    name = item.name or min(forms, key=lambda f: (-len(f), f))
    return ActorNote(
        kind=item.kind or _kind(doc, item.ranges[0]),
        name=name,
        aliases=tuple(sorted(forms - {name})),
        names=tuple(item.ranges),
        is_given=True,
    )


def _forms(doc: Doc, ranges: Iterable[TokenRange]) -> set[str]:
    return {" ".join(as_written(doc, *words).split()) for words in ranges}


def _kind(doc: Doc, words: TokenRange) -> EntityKind:
    """Return what the words seem to name, where the user does not say it."""
    for table in (parties().organizations, parties().members):
        hit = table.at(doc, words.start, words.end)
        if hit is not None and hit.end == words.end:
            return EntityKind.PARTY
    place = gazetteer().table.at(doc, words.start, words.end)
    if place is not None and place.end == words.end:
        return EntityKind.GOVERNMENT
    head = doc[_head(doc, words)]
    if head.ent_type_ in KIND_OF_LABEL:
        return KIND_OF_LABEL[head.ent_type_]
    return EntityKind.PERSON if head.text[:1].isupper() else EntityKind.GROUP
