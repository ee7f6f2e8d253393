"""A named mention of a person, and the block of text in which mentions are looked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from graphkit.nlp.annotations import TokenRange

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

    from graphkit.nlp.annotations import Block
    from graphkit.nlp.jurisdictions import Place
    from graphkit.nlp.party_tags import PartyTag
    from graphkit.nlp.titles import (
        TitlePhrase,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonMention:
    """A name at tokens [start, end), without its title."""

    start: int
    end: int
    title: TitlePhrase | None = None
    tag: PartyTag | None = None
    place: Place | None = None
    """From "of Utah" after the name."""
    headline: bool = False

    @property
    def range(self) -> TokenRange:
        """The name's tokens."""
        return TokenRange(self.start, self.end)


class Scan(NamedTuple):
    """A block that is read, its entities, and the surnames known from the blocks before."""

    doc: Doc
    block: Block
    surnames: frozenset[str]
    entities: tuple[Span, ...]
