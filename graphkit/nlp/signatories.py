"""Signature blocks and salutations: a text that is a letter itself says so at both ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphkit.nlp.annotations import (
    FURNITURE,
    Block,
    BlockKind,
    TokenRange,
    actions_of,
    blocks_of,
)
from graphkit.nlp.member_lists import listed
from graphkit.nlp.syntax import FINITE_TAGS
from graphkit.records import ActionKind, EntityKind

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
HONORS = ("the honorable", "the honourable", "the hon", "hon.")
"""How the address of an official begins."""
SHORTEST_RUN = 3
"""Names in a line that ends as a sentence does; fewer may be a sentence."""
MAX_CLOSING = 4
"""Words of a line that closes a letter ("Very truly yours,")."""
MAX_LINE = 16
"""Words of a line with a name, a title and a place; longer lines are prose."""
MAX_LINES = 2000
"""Lines of a list; longer ones are not by people."""


def opening_of_letter(doc: Doc) -> int | None:
    """Return where a letter quoted in full begins: "… is below. Dear Secretary Dal:"."""
    for token in doc:
        if token.text == "Dear" and any(
            t.text in {":", ","} for t in doc[token.i + 2 : token.i + MAX_LINE]
        ):
            return token.i
    return None


def letter_voice(doc: Doc, table: ActorTable) -> tuple[int, tuple[int, ...]]:
    """Return from which token on "we" are the writers of a letter, and who these are.

    They are all who signed under it; of a letter that a release only quotes in full, its leader
    and its group.
    """
    letters = [a for a in actions_of(doc) if a.kind is ActionKind.LETTER]
    if not letters:
        return 0, ()
    leaders, signers = letters[0].leaders, letters[0].signers
    if any(block.kind is BlockKind.SIGNATURE for block in blocks_of(doc)):
        return 0, (*leaders, *signers)
    start = opening_of_letter(doc)
    if start is None:
        return 0, ()
    groups = (m for m in signers if table.is_kind(m, EntityKind.GROUP))
    return start, tuple(dict.fromkeys((*leaders[:1], *groups)))


def salutation(table: ActorTable) -> tuple[Member, ...]:
    """Return whom a letter in the text addresses: "Dear Secretary Dal and Administrator Fox:".

    The letterhead above it names them in full ("The Honorable Cem Dal") and may be all that does.
    """
    above: list[Member] = []
    for block in blocks_of(table.doc):
        start, end = block.tokens
        if end - start > MAX_LINE:
            continue
        if table.doc[start].lower_ == "dear":
            return tuple(above) or table.within(block.tokens)
        if table.doc[start : start + 2].text.casefold().startswith(HONORS):
            above += (m for m in _items(table, block.tokens) if _is_person(table, m))
    return ()


def _is_person(table: ActorTable, member: Member) -> bool:
    return table.is_kind(member.place, EntityKind.PERSON)


def signature_block(table: ActorTable) -> tuple[Member, ...]:
    """Return those who sign at the end of a letter, line by line after its closing words.

    Where people sign, a line with nothing but a place says where the one above it is from.
    """
    found: list[Member] = []
    open_block = False
    for block in blocks_of(table.doc):
        if not open_block:
            open_block = _closes(table.doc, block.tokens)
            continue
        if _ends_list(table.doc, block):
            break
        found += _signers(table, block.tokens)
    if any(_is_person(table, m) for m in found):
        return tuple(m for m in found if not table.is_kind(m.place, EntityKind.GOVERNMENT))
    return tuple(found)


def lists_of_lines(table: ActorTable) -> dict[int, tuple[Member, ...]]:
    """Return who stands line by line under a line that ends with a colon.

    The keys are the last tokens of the lines that open the lists ("Joining her are:").
    """
    found: dict[int, tuple[Member, ...]] = {}
    blocks = blocks_of(table.doc)
    for place, block in enumerate(blocks):
        last = block.tokens.end - 1
        if table.doc[last].text == ":":
            members = _lines_after(table, blocks[place + 1 : place + 1 + MAX_LINES])
            if members:
                found[last] = members
    return found


def _lines_after(table: ActorTable, blocks: tuple[Block, ...]) -> tuple[Member, ...]:
    found: list[Member] = []
    for block in blocks:
        listed_there = _items(table, block.tokens)
        is_run = len(listed_there) >= SHORTEST_RUN
        if not listed_there or (not is_run and _ends_list(table.doc, block)):
            break
        found += listed_there
    return tuple(found)


def _ends_list(doc: Doc, block: Block) -> bool:
    """Tell prose, boilerplate or a rule ("###") from a line of a list."""
    start, end = block.tokens
    words = any(t.is_alpha for t in doc[start:end])
    return end - start > MAX_LINE or block.kind in FURNITURE or not words


def _items(table: ActorTable, line: TokenRange) -> tuple[Member, ...]:
    """Return the people of a line, or what it begins with where it names none."""
    start = next((i for i in range(line.start, line.end) if table.doc[i].is_alpha), line.start)
    named = listed(table, start, line.end)
    people = tuple(m for m in named if _is_person(table, m))
    last = table.doc[line.end - 1].text
    if last == ":" or any(t.tag_ in FINITE_TAGS for t in table.doc[start : line.end]):
        return ()
    if last in {".", "!", "?"}:
        return people if len(people) >= SHORTEST_RUN else ()
    return people or tuple(m for m in named[:1] if m.tokens.start == start)


def _closes(doc: Doc, tokens: TokenRange) -> bool:
    words = [t for t in doc[tokens.start : tokens.end] if t.is_alpha]
    return 0 < len(words) <= MAX_CLOSING and any(t.lower_ in CLOSINGS for t in words)


def _signers(table: ActorTable, line: TokenRange) -> tuple[Member, ...]:
    """Return the people who sign in a line, or the organization or place that it consists of."""
    named = table.within(line)
    people = [m for m in named if _is_person(table, m)]
    if people:
        return tuple(m for m in people if m == people[0] or _opens_column(table.doc, m))
    first = [m for m in named if m.tokens.start == line.start]
    places = [m for m in first if table.is_kind(m.place, EntityKind.GOVERNMENT)]
    # "United States Senator" is an office under a name, "Ohio" is a signatory
    return tuple(m for m in first[:1] if m not in places or m.tokens.end == line.end)


def _opens_column(doc: Doc, member: Member) -> bool:
    """Tell a name behind a tab or a wide gap: "Ann Bee        Cem Dal"."""
    before = doc[member.tokens.start - 1] if member.tokens.start else None
    return before is not None and before.is_space and "\n" not in before.text
