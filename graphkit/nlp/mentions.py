"""Find where people are named: after titles, in lists, before tags, and where the model says."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from graphkit.nlp.annotations import FURNITURE, HEADS, BlockKind, TokenRange
from graphkit.nlp.blocks import glued_tokens
from graphkit.nlp.descriptions import describe
from graphkit.nlp.jurisdictions import Place, place_at
from graphkit.nlp.name_limits import cut_name, is_banned, not_names, trimmed, without_possessive
from graphkit.nlp.names import (
    before_nickname,
    fold,
    given_names,
    is_name_word,
    name_run,
    with_suffix,
)
from graphkit.nlp.nearby_places import place_after
from graphkit.nlp.organization_words import not_organizations, organization_nouns
from graphkit.nlp.party_tags import tag_after
from graphkit.nlp.person_mentions import PersonMention, Scan
from graphkit.nlp.phrase_table import norm
from graphkit.nlp.titled_names import tagged_names, titled_names
from graphkit.nlp.titles import (
    letters_after,
    title_at,
    title_before,
    title_tables,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Span, Token

    from graphkit.nlp.annotations import Block


LONGEST_DESCRIPTION = 8
"""Words in which an office behind a name is looked for."""
SIGNED_NAME = range(2, 6)
"""Words of a name on a line of its own under a letter."""


FULL_NAME = range(2, 5)
"""Words of a name that is told by its given name alone."""


def find_mentions(
    doc: Doc, blocks: tuple[Block, ...], closed: frozenset[int]
) -> list[PersonMention]:
    """Return the named mentions of people in order; none overlaps another.

    Args:
        doc: A document with entities.
        blocks: Its paragraphs.
        closed: Tokens of credits and datelines, in which nobody is a source.
    """
    found = {mention.start: mention for mention in _signatures(doc, blocks)}
    taken = {i for mention in found.values() for i in range(mention.start, mention.end)}
    taken |= closed | glued_tokens(doc)
    surnames = {fold(doc[mention.end - 1].text) for mention in found.values()}
    entities = _entities_by_block(doc, blocks)
    # Headlines come last: in their title case only the names of the body tell where one ends.
    for block in sorted(blocks, key=lambda b: (b.kind in HEADS, b.tokens)):
        if block.kind in FURNITURE and block.kind is not BlockKind.CAPTION:
            continue
        scan = Scan(doc, block, frozenset(surnames), tuple(entities.get(block.tokens.start, ())))
        for source in (titled_names, tagged_names, _entities, _given):
            for mention in source(scan):
                covered = set(range(mention.start, mention.end))
                if not covered & taken:
                    taken |= covered
                    found[mention.start] = mention
                    if not mention.headline:
                        surnames.add(fold(doc[mention.end - 1].text))
    return [found[start] for start in sorted(found)]


def _signatures(doc: Doc, blocks: tuple[Block, ...]) -> Iterator[PersonMention]:
    """Yield who signed with name, title and place on a line each ("Ann Bee / Mayor / Lena")."""
    signed = [b.tokens if b.kind is BlockKind.SIGNATURE else None for b in blocks]
    for name, title, place in zip(signed, signed[1:], [*signed[2:], None], strict=False):
        if name is None or title is None or name.end - name.start not in SIGNED_NAME:
            continue
        phrase = describe(doc, title.start, title.end)
        is_name = name_run(doc, name.start, name.end) == name.end
        if phrase is not None and phrase.office and is_name:
            where = phrase.place or (_place_of(doc, place) if place else None)
            yield PersonMention(start=name.start, end=name.end, title=phrase, place=where)


def _place_of(doc: Doc, line: TokenRange) -> Place | None:
    """Return the place that a line names: "State of Ohio", "Ohio"."""
    start = next((t.i + 1 for t in doc[line.start : line.end] if t.lower_ == "of"), line.start)
    hit = place_at(doc, start, line.end)
    return None if hit is None else hit[1]


def _entities_by_block(doc: Doc, blocks: tuple[Block, ...]) -> dict[int, list[Span]]:
    """Return the model's entities by the first token of their block."""
    starts = [block.tokens.start for block in blocks]
    found: dict[int, list[Span]] = {}
    for entity in doc.ents:
        place = bisect_right(starts, entity.start) - 1
        if place >= 0:
            found.setdefault(starts[place], []).append(entity)
    return found


def _entities(scan: Scan) -> Iterator[PersonMention]:
    doc = scan.doc
    for entity in scan.entities:
        span = without_possessive(entity)
        if entity.label_ != "PERSON" and not _looks_like_person(doc, span):
            continue
        mention = _from_entity(scan, span)
        if mention is not None:
            yield mention


def _from_entity(scan: Scan, span: Span) -> PersonMention | None:
    doc, block = scan.doc, scan.block
    start = span.start
    while start < span.end and not is_name_word(doc[start]):
        start += 1
    while True:
        hit = title_at(doc, start, span.end)
        if hit is None or hit.end >= span.end:
            break
        start = hit.end
    start = before_nickname(doc, start, block.tokens.start)
    start, stop = trimmed(doc, start, min(span.end, name_run(doc, start, block.tokens.end)))
    end = cut_name(scan, start, stop)
    limit = end if letters_after(doc, end, stop) else stop
    if start >= end or _is_something_else(scan, start, limit) or _is_seat(doc, start):
        return None
    end = with_suffix(doc, end, block.tokens.end)
    floor = block.tokens.start
    tag = tag_after(doc, end)
    return PersonMention(
        start=start,
        end=end,
        title=title_before(doc, start, floor) if start > floor else None,
        tag=tag,
        place=place_after(doc, tag.end if tag else end, block.tokens.end),
        headline=block.kind in HEADS,
    )


def _is_something_else(scan: Scan, start: int, end: int) -> bool:
    """Tell whether the words are a place, a law, or an institute named after somebody."""
    doc = scan.doc
    if any(is_banned(t, first=t.i == start) for t in doc[start:end]):
        return True
    place = place_at(doc, start, end)
    if place is not None and place[0] == end and end - start > 1:
        return True
    return norm(doc[end - 1]) in not_organizations() or _names_something(scan, end)


def _is_seat(doc: Doc, start: int) -> bool:
    """Tell whether a member sits for what looks like a name: "MP for Leeds West"."""
    if start < 2 or doc[start - 1].lower_ != "for":  # noqa: PLR2004 - a title and "for"
        return False
    return title_tables().letters.before(doc, start - 1, 0) is not None or (
        doc[start - 2].lower_ == "member"
    )


def _names_something(scan: Scan, end: int) -> bool:
    """Tell whether a name goes on as an institute's or law's: "Ann Bee Memorial Fund"."""
    doc, block = scan.doc, scan.block
    if block.kind in HEADS or end >= block.tokens.end:
        return False
    token = doc[end]
    return is_name_word(token) and token.pos_ == "PROPN" and token.ent_type_ in {"ORG", "LAW"}


def _given(scan: Scan) -> Iterator[PersonMention]:
    """Yield a common given name with one or two more words where the model saw no entity."""
    doc, block = scan.doc, scan.block
    first, stop = block.tokens
    if block.kind in HEADS:
        return
    for i in range(first, stop - 1):
        if fold(doc[i].text) not in given_names() or (i > first and is_name_word(doc[i - 1])):
            continue
        end = name_run(doc, i, stop)
        words = doc[i:end]
        if len(words) in FULL_NAME and all(_is_plain_name(t) for t in words):
            yield PersonMention(start=i, end=end, tag=tag_after(doc, end))


def _is_plain_name(token: Token) -> bool:
    return (
        token.pos_ == "PROPN"
        and token.ent_type_ in {"", "PERSON", "DATE"}
        and norm(token) not in not_names()
        and token.text not in organization_nouns()
    )


def _looks_like_person(doc: Doc, span: Span) -> bool:
    """Tell whether what the model calls an organization or a place is a full name."""
    if span.label_ not in {"ORG", "GPE", "WORK_OF_ART", "FAC", "LOC", "PRODUCT"}:
        return False
    if len(span) not in FULL_NAME or name_run(doc, span.start, span.end) < span.end:
        return False
    if place_at(doc, span.start, span.end) or span[-1].text in organization_nouns():
        return False
    if span[-1].is_upper:
        return False
    return fold(span[0].text) in given_names() or _is_described(doc, span)


def _is_described(doc: Doc, span: Span) -> bool:
    """Tell whether an office stands behind the name: "Ola Bee, (its) chairwoman"."""
    start = span.end + 1
    if start >= len(doc) or doc[span.end].text != ",":
        return False
    start += doc[start].tag_ == "PRP$"
    phrase = describe(doc, start, min(start + LONGEST_DESCRIPTION, len(doc)))
    return phrase is not None and phrase.office is not None
