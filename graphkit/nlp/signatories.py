"""Signature blocks and salutations: a text that is a letter itself says so at both ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphkit.nlp.annotations import FURNITURE, TokenRange, blocks_of
from graphkit.records import EntityKind

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from graphkit.nlp.member_lists import ActorTable, Member

CLOSINGS = frozenset(
    {
        "sincerely",
        "respectfully",
        "signed",
        "yours",
        "regards",
        "signatories",
        "faithfully",
        "cordially",
    }
)
MAX_CLOSING = 4
"""Words of a line that closes a letter ("Very truly yours,")."""
MAX_SIGNATURE = 16
"""Words of a line with a name, a title and a place; longer lines are prose."""


def salutation(table: ActorTable) -> tuple[Member, ...]:
    """Return whom a letter in the text addresses: "Dear Secretary Dal and Administrator Fox:"."""
    for block in blocks_of(table.doc):
        first = table.doc[block.tokens.start]
        if first.lower_ == "dear" and block.tokens.end - block.tokens.start <= MAX_SIGNATURE:
            return table.within(block.tokens)
    return ()


def signature_block(table: ActorTable) -> tuple[Member, ...]:
    """Return those who sign at the end of a letter, line by line after its closing words."""
    found: list[Member] = []
    open_block = False
    for block in blocks_of(table.doc):
        size = block.tokens.end - block.tokens.start
        if not open_block:
            open_block = _closes(table.doc, block.tokens)
            continue
        if size > MAX_SIGNATURE or block.kind in FURNITURE:
            break
        found += _signer(table, block.tokens)
    return tuple(found)


def _closes(doc: Doc, tokens: TokenRange) -> bool:
    words = [t for t in doc[tokens.start : tokens.end] if t.is_alpha]
    return 0 < len(words) <= MAX_CLOSING and any(t.lower_ in CLOSINGS for t in words)


def _signer(table: ActorTable, line: TokenRange) -> tuple[Member, ...]:
    """Return the person of a line, or the organization where it names no person."""
    named = table.within(line)
    people = [m for m in named if table.is_kind(m.place, EntityKind.PERSON)]
    others = [m for m in named if m.tokens.start == line.start]
    return tuple(people[:1] or others[:1])
