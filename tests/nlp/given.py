"""How tests give actors to the language room."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, NamedTuple

from graphkit.ids import mint_document_id, mint_text_cluster_id
from graphkit.nlp import extract
from graphkit.records import Document, EntityKind, GivenMention

if TYPE_CHECKING:
    from spacy.language import Language

    from graphkit.records import Extraction


class Marked(NamedTuple):
    """Words that are given, each time they stand in the text."""

    words: str
    kind: EntityKind | None = None
    name: str | None = None


def document(text: str, mentions: tuple[GivenMention, ...]) -> Document:
    """Return a text with mentions."""
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return Document(
        id=mint_document_id("note.txt", sha256),
        source="note.txt",
        text=text,
        sha256=sha256,
        text_cluster=mint_text_cluster_id(sha256),
        path="note.txt",
        mentions=mentions,
    )


def mentions_in(text: str, marked: Marked) -> list[GivenMention]:
    """Return where the marked words stand."""
    words, kind, name = marked
    starts = [i for i in range(len(text)) if text.startswith(words, i)]
    return [GivenMention(start=i, end=i + len(words), kind=kind, name=name) for i in starts]


def read(nlp: Language, text: str, *marked: Marked) -> Extraction:
    """Return what a text says, with these words given."""
    mentions = tuple(m for item in marked for m in mentions_in(text, item))
    (found,) = extract(nlp, [document(text, mentions)])
    return found
