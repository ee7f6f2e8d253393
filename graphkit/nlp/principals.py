"""For whom somebody speaks: the board of "Ann Bee, a spokeswoman for the board"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from graphkit.nlp.annotations import actors_of
from graphkit.nlp.lexicons import read_table
from graphkit.records import EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from spacy.tokens import Doc

    from graphkit.nlp.annotations import ActorNote, TokenRange

RANKS = {EntityKind.PERSON: 0, EntityKind.ORGANIZATION: 0, EntityKind.PARTY: 0, EntityKind.GROUP: 1}
"""Whom one speaks for rather than for the place where they are: "Gov. Bee of Ohio"."""
LEAST_RANK = 2
LONGEST_OFFICE = 40
"""Tokens of a description beyond which it tells of more than an office."""


def principals_of(doc: Doc, index: Mapping[int, int]) -> dict[int, int]:
    """Return for whom each actor speaks by an office of `speaking_offices.tsv`.

    Args:
        doc: With actors.
        index: The actor of each token (see `actor_index`).
    """
    actors = actors_of(doc)
    found: dict[int, int] = {}
    for place, actor in enumerate(actors):
        own = {i for span in actor.names for i in range(*span)}
        is_group = actor.kind is EntityKind.GROUP
        for span in _descriptions(actor):
            inside = dict.fromkeys(
                index[i] for i in range(*span) if i in index and (is_group or i not in own)
            )
            others = [other for other in inside if other != place]
            if others:
                found.setdefault(place, min(others, key=lambda o: _rank(actors[o])))
    return found


def _rank(actor: ActorNote) -> int:
    return RANKS.get(actor.kind, LEAST_RANK)


def _descriptions(actor: ActorNote) -> Iterator[TokenRange]:
    """Yield the words that tell of an office in which an actor speaks for another."""
    if actor.kind is EntityKind.PERSON:
        for tenure in actor.tenures:
            length = tenure.evidence.end - tenure.evidence.start
            if _speaks(tenure.office) and length <= LONGEST_OFFICE:
                yield tenure.evidence
    elif actor.kind is EntityKind.GROUP and actor.count == 1 and _speaks(actor.name):
        yield actor.names[0]


def _speaks(office: str) -> bool:
    """Tell whether an office, with or without whose it is, is one of speaking for somebody."""
    head = office.casefold().split(" for ")[0].split(" of ")[0]
    return any(head == known or head.endswith(f" {known}") for known in speaking_offices())


@cache
def speaking_offices() -> frozenset[str]:
    """Return the offices of those who speak for somebody, in lower case."""
    rows = read_table("speaking_offices.tsv", ("office", "example"))
    return frozenset(row.cell("office") for row in rows)
