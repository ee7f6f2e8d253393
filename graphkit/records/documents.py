"""Documents, and places in their texts."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graphkit.records.choices import EntityKind

if TYPE_CHECKING:
    from datetime import date

    from graphkit.ids import DocumentId, TextClusterId


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """Half-open range [start, end) of Unicode code points in the text of `document`."""

    document: DocumentId
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"[{self.start}, {self.end}) is not a span: need 0 <= start < end")


ACTOR_KINDS = frozenset(EntityKind) - {EntityKind.POLICY, EntityKind.ACTION}
"""What somebody who holds a stance can be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenMention:
    """Somebody else's word that [start, end) of a text names an actor.

    Attributes:
        kind: What the actor is; None where that is for the extractor to tell.
        name: The same for all mentions of one actor, which is then called so; None for the words
            of the text.
    """

    start: int
    end: int
    kind: EntityKind | None = None
    name: str | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"[{self.start}, {self.end}) is no mention: need 0 <= start < end")
        _check_kind(self.kind)
        if self.name is not None and not self.name.strip():
            raise ValueError("the name of a mention is empty; leave it out")


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownName:
    """An actor that is to be found wherever a text has one of its names.

    Attributes:
        name: What the actor is called; a text may call it so, too.
        aliases: What else texts call it.
    """

    name: str
    kind: EntityKind | None = None
    aliases: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        _check_kind(self.kind)
        if not all(form.strip() for form in (self.name, *self.aliases)):
            raise ValueError(f"a name of {self.name!r} is empty; leave it out")


def _check_kind(kind: EntityKind | None) -> None:
    if kind is not None and kind not in ACTOR_KINDS:
        raise ValueError(f"{kind} is no kind of actor")


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One text with its metadata.

    Attributes:
        id: Derived from `source` and `sha256`.
        source: What stays the same when the text is revised; see `graphkit.ids.source_key`.
        text: The text as read: decoded, without a byte order mark, line ends untouched; for
            HTML the extracted text.
        sha256: SHA-256 of `text` in hex.
        text_cluster: Shared by all documents with this very text.
        path: Where it was read from, relative to the folder given; for messages only.
        mentions: Actors that the user knows of. A document is the same with other ones.
    """

    id: DocumentId
    source: str
    text: str
    sha256: str
    text_cluster: TextClusterId
    path: str
    title: str | None = None
    publisher: str | None = None
    date: date | None = None
    url: str | None = None
    mentions: tuple[GivenMention, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentSummary:
    """A document of a store without its text.

    Attributes:
        stances: How many stances rest on it.
        replaced_by: The document that holds a newer text of the same source.
    """

    id: DocumentId
    source: str
    title: str | None = None
    publisher: str | None = None
    date: date | None = None
    url: str | None = None
    stances: int = 0
    replaced_by: DocumentId | None = None
