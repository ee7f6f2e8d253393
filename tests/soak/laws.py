"""What holds for every extraction, whatever the text."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from graphkit.ids import mint_document_id, mint_text_cluster_id, source_key, text_digest
from graphkit.io import text_from_extraction
from graphkit.records import Document

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphkit.records import Extraction


def document_of(text: str, *, name: str, title: str | None = None) -> Document:
    """Return a document as `graphkit.io` would make it of a file of that name."""
    digest, source = (
        text_digest(text),
        source_key(url=None, publisher=None, title=None, day=None, path=name),
    )
    return Document(
        id=mint_document_id(source, digest),
        source=source,
        text=text,
        sha256=digest,
        text_cluster=mint_text_cluster_id(digest),
        path=name,
        title=title,
    )


def faults(extraction: Extraction, document: Document) -> list[str]:
    """Return what is wrong with an extraction; nothing, if the language room keeps its word."""
    return [
        *_strange_spans(extraction, document),
        *_doubled_ids(extraction),
        *_loose_ends(extraction),
        *_untrue_quotes(extraction, document),
    ]


def _strange_spans(extraction: Extraction, document: Document) -> Iterator[str]:
    for span in extraction.spans():
        if span.document != document.id or span.end > len(document.text):
            yield f"{span} is not in the text of {len(document.text)} characters"
        elif not document.text[span.start : span.end].strip():
            yield f"{span} shows nothing"


def _ids(extraction: Extraction) -> Iterator[str]:
    yield from (x.id for x in (*extraction.actors(), *extraction.policies))
    yield from (x.id for x in extraction.actions)
    yield from (x.id for x in extraction.statements)
    yield from (x.id for x in extraction.stances)
    yield from (t.id for p in extraction.people for t in p.tenures)


def _doubled_ids(extraction: Extraction) -> Iterator[str]:
    seen: set[str] = set()
    for identifier in _ids(extraction):
        if identifier in seen:
            yield f"{identifier} stands for two things"
        seen.add(identifier)


def _references(extraction: Extraction) -> Iterator[str]:
    for group in extraction.groups:
        yield from group.members
    for action in extraction.actions:
        yield from (*action.leaders, *action.signers, *action.addressees)
        yield from () if action.about is None else (action.about,)
    for statement in extraction.statements:
        yield from () if statement.speaker is None else (statement.speaker,)
    for policy in extraction.policies:
        yield from () if policy.negates is None else (policy.negates,)
    for stance in extraction.stances:
        yield from (stance.holder, stance.target)
        yield from () if stance.in_capacity is None else (stance.in_capacity,)


def _loose_ends(extraction: Extraction) -> Iterator[str]:
    known = set(_ids(extraction))
    yield from (f"{i} is named, but not there" for i in _references(extraction) if i not in known)


def _untrue_quotes(extraction: Extraction, document: Document) -> Iterator[str]:
    """Read the JSON that users get, and compare each quotation with the text at its span."""
    shown = json.loads(text_from_extraction(extraction, document))
    for statement in shown["statements"]:
        start, end = statement["span"]
        if document.text[start:end] != statement["quote"]:
            yield f"{statement['quote']!r} is not what stands at {start}"
    for stance in shown["stances"]:
        start, end = stance["spans"][0]
        if document.text[start:end] != stance["evidence"]:
            yield f"{stance['evidence']!r} is not what stands at {start}"
