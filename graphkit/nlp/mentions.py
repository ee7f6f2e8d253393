"""Find where people are named: after titles, in lists, before tags, and where the model says."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from graphkit.nlp.annotations import BlockKind, TokenRange
from graphkit.nlp.blocks import dateline_end
from graphkit.nlp.credits import credited_tokens
from graphkit.nlp.descriptions import describe
from graphkit.nlp.federal_bodies import federal_fields
from graphkit.nlp.jurisdictions import Place, place_at
from graphkit.nlp.lexicons import read_table
from graphkit.nlp.names import LONGEST_NAME, fold, given_names, is_name_word, name_run, with_suffix
from graphkit.nlp.party_tags import PartyTag, tag_after
from graphkit.nlp.phrase_table import PhraseHit, norm
from graphkit.nlp.titles import (
    POSSESSIVES,
    TitleForm,
    TitlePhrase,
    title_at,
    title_before,
    title_tables,
)
from graphkit.records import TenureStatus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Span, Token

    from graphkit.nlp.annotations import Block

SIGNED_NAME = range(2, 6)
"""Words of a name on a line of its own under a letter."""
FULL_NAME = range(2, 5)
"""Words of a name that is told by its given name alone."""
STRONG_SCOPES = frozenset(
    {"federal", "congress", "house", "state", "general", "nation", "country", "courtesy"}
)
"""Titles after which a capitalised word is a person, whatever the model says."""
NO_PEOPLE = frozenset({BlockKind.BYLINE, BlockKind.BOILERPLATE})
SEPARATORS = frozenset({",", ";", "and", "&", "or", "as", "well"})


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


class _Scan(NamedTuple):
    """A block that is read, its entities, and the surnames known from the blocks before."""

    doc: Doc
    block: Block
    surnames: frozenset[str]
    entities: tuple[Span, ...]


def find_mentions(doc: Doc, blocks: tuple[Block, ...]) -> list[PersonMention]:
    """Return the named mentions of people in order; none overlaps another."""
    found = {mention.start: mention for mention in _signatures(doc, blocks)}
    taken = {i for mention in found.values() for i in range(mention.start, mention.end)}
    taken |= _closed(doc, blocks)
    surnames = {fold(doc[mention.end - 1].text) for mention in found.values()}
    entities = _entities_by_block(doc, blocks)
    # Headlines come last: in their title case only the names of the body tell where one ends.
    for block in sorted(blocks, key=lambda b: (b.kind is BlockKind.HEADLINE, b.tokens)):
        if block.kind in NO_PEOPLE:
            continue
        scan = _Scan(doc, block, frozenset(surnames), tuple(entities.get(block.tokens.start, ())))
        for source in (_titled, _tagged, _entities, _given):
            for mention in source(scan):
                covered = set(range(mention.start, mention.end))
                if not covered & taken:
                    taken |= covered
                    found[mention.start] = mention
                    if not mention.headline:
                        surnames.add(fold(doc[mention.end - 1].text))
    return [found[start] for start in sorted(found)]


def _closed(doc: Doc, blocks: tuple[Block, ...]) -> set[int]:
    """Return the tokens of credits and datelines, in which nobody is a source."""
    closed = set(credited_tokens(doc))
    for block in blocks:
        closed.update(range(block.tokens.start, dateline_end(doc, block.tokens) or 0))
    return closed


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


def _titled(scan: _Scan) -> Iterator[PersonMention]:
    doc = scan.doc
    i, stop = scan.block.tokens
    while i < stop:
        hit = title_at(doc, i, stop) or _candidacy_at(doc, i, stop)
        if (
            hit is None
            or _is_given_name(doc, i, stop)
            or (i > 0 and doc[i - 1].lower_ == "of" and hit.value.plural)
        ):
            i += 1
            continue
        mentions = _after_title(scan, hit.end)
        yield from mentions
        i = mentions[-1].end if mentions else i + 1


def _candidacy_at(doc: Doc, i: int, stop: int) -> PhraseHit[TitleForm] | None:
    """Return "presidential candidate" and the like, where it starts at a token."""
    hit = title_tables().adjectives.at(doc, i, stop)
    if hit is None or hit.end >= stop:
        return None
    status = title_tables().modifiers.get(norm(doc[hit.end]))
    candidate = status is TenureStatus.CANDIDATE
    return PhraseHit(hit.start, hit.end + 1, hit.value) if candidate else None


def _is_given_name(doc: Doc, i: int, stop: int) -> bool:
    """Tell whether "Dean" before one more name word is no title: "Dean Bee said"."""
    if fold(doc[i].text) not in given_names():
        return False
    return name_run(doc, i + 1, stop) == i + 2


def _after_title(scan: _Scan, end: int) -> list[PersonMention]:
    doc, block = scan.doc, scan.block
    title = title_before(doc, end, block.tokens.start)
    stop = block.tokens.end
    if title is None or _past_space(doc, end, stop) >= stop:
        return []
    start, place = _past_space(doc, end, stop), None
    if doc[end].text in {"-"} and end + 2 < stop and doc[end + 1].lower_ == "elect":
        start = end + 2
        title = title_before(doc, start, block.tokens.start) or title
    if doc[start].lower_ in {"of", "for"} and not title.form.plural:
        start, title, place = _past_of(doc, title, start, stop)
    first = _one_name(scan, start, title)
    if first is None:
        return []
    if place is not None and first.place is None:
        first = _with_place(first, place)
    return _list_from(scan, first) if title.form.plural else [first]


def _past_of(
    doc: Doc, title: TitlePhrase, start: int, stop: int
) -> tuple[int, TitlePhrase, Place | None]:
    """Read "of Ohio" or "of Homeland Security" between a title and a name."""
    found = place_at(doc, start + 1, stop)
    if found is not None and not found[1].adjective:
        return found[0], title, found[1]
    body = federal_fields().at(doc, start + 1, stop)
    if body is None and start + 1 < stop and doc[start + 1].lower_ == "the":
        body = federal_fields().at(doc, start + 2, stop)
    if body is None:
        return start, title, None
    office = f"{title.office} {doc[start : body.end].text}"
    return body.end, replace(title, end=body.end, office=office), None


def _past_space(doc: Doc, i: int, stop: int) -> int:
    while i < stop and doc[i].is_space and "\n" not in doc[i].text:
        i += 1
    return i


def _with_place(mention: PersonMention, place: Place) -> PersonMention:
    return PersonMention(
        start=mention.start,
        end=mention.end,
        title=mention.title,
        tag=mention.tag,
        place=place,
        headline=mention.headline,
    )


def _list_from(scan: _Scan, first: PersonMention) -> list[PersonMention]:
    doc, block = scan.doc, scan.block
    mentions = [first]
    while True:
        i = _end_with_tag(doc, mentions[-1])
        gap = i
        while gap < block.tokens.end and (doc[gap].lower_ in SEPARATORS or doc[gap].is_space):
            gap += 1
        if gap >= block.tokens.end or (gap == i and mentions[-1].tag is None):
            return mentions
        if title_at(doc, gap, block.tokens.end) is not None:
            return mentions
        following = _one_name(scan, gap, first.title)
        if following is None or not _same_style(doc, mentions[0], following):
            return mentions
        mentions.append(following)


def _same_style(doc: Doc, first: PersonMention, other: PersonMention) -> bool:
    """A list goes on as it began: with tags or places after the names, or else with people."""
    if first.tag is not None:
        return other.tag is not None or _entity_label(doc, other) == "PERSON"
    if first.place is not None:
        return other.place is not None or _entity_label(doc, other) == "PERSON"
    return _entity_label(doc, other) in {"PERSON", "ORG", "GPE", ""}


def _entity_label(doc: Doc, mention: PersonMention) -> str:
    return doc[mention.end - 1].ent_type_


def _end_with_tag(doc: Doc, mention: PersonMention) -> int:
    if mention.tag is not None:
        return mention.tag.end
    if mention.place is not None and mention.end < len(doc) and doc[mention.end].lower_ == "of":
        found = place_at(doc, mention.end + 1, min(len(doc), mention.end + 6))
        return found[0] if found is not None else mention.end
    return mention.end


def _one_name(scan: _Scan, start: int, title: TitlePhrase | None) -> PersonMention | None:
    doc, block = scan.doc, scan.block
    stop = block.tokens.end
    end = _cut(scan, start, name_run(doc, start, stop))
    if end == start:
        return None
    if title is not None and not _plausible(doc, start, end, title):
        return None
    tag = tag_after(doc, end)
    place = None
    if tag is None and end < stop and doc[end].lower_ == "of":
        found = place_at(doc, end + 1, stop)
        place = found[1] if found is not None and not found[1].adjective else None
    return PersonMention(
        start=start,
        end=end,
        title=title,
        tag=tag,
        place=place,
        headline=block.kind is BlockKind.HEADLINE,
    )


def _plausible(doc: Doc, start: int, end: int, title: TitlePhrase) -> bool:
    """Tell whether what follows a title is a name: sure after "Sen.", not so after "Judge"."""
    person = any(token.ent_type_ == "PERSON" for token in doc[start:end])
    if person or tag_after(doc, end) is not None or _has_given_name(doc, start, end):
        return True
    if title.form.scope in STRONG_SCOPES:
        return doc[title.start].text[:1].isupper() or doc[start].pos_ == "PROPN"
    label = doc[start].ent_type_
    return (
        end - start > 1 and label not in {"ORG", "GPE", "FAC", "LAW"} and doc[start].pos_ == "PROPN"
    )


def _has_given_name(doc: Doc, start: int, end: int) -> bool:
    return end - start > 1 and fold(doc[start].text) in given_names()


def _cut(scan: _Scan, start: int, end: int) -> int:
    """Shorten a run of capitalised words to what can be a name."""
    doc = scan.doc
    for i in range(start, end):
        hit = title_at(doc, i, end) if i > start else None
        if _is_banned(doc[i], first=i == start) or (hit is not None and hit.end < end):
            end = i
            break
    if end - start > 2 and norm(doc[end - 1]) in weekdays():  # noqa: PLR2004 - "Ann Bee Monday"
        end -= 1
    if scan.block.kind is not BlockKind.HEADLINE and end - start < LONGEST_NAME:
        return end
    for i in range(end, start, -1):
        if fold(doc[i - 1].text) in scan.surnames:
            return i
    entity = next((e for e in scan.entities if e.start == start and e.label_ == "PERSON"), None)
    if entity is not None and entity.end < end:
        return max(start + 1, _without_possessive(entity).end)
    return _before_verb(doc, start, end)


def _is_banned(token: Token, *, first: bool) -> bool:
    """Tell whether no name has this word; "Bill" and "Grant" may begin one."""
    return norm(token) in not_names() and not (first and fold(token.text) in given_names())


def _before_verb(doc: Doc, start: int, end: int) -> int:
    for i in range(start + 1, end):
        if doc[i].pos_ in {"VERB", "AUX", "ADP", "DET", "CCONJ", "PART"}:
            return i
    return end


def _tagged(scan: _Scan) -> Iterator[PersonMention]:
    doc = scan.doc
    first, stop = scan.block.tokens
    for i in range(first + 1, stop):
        if doc[i].text not in {"(", ","} or not is_name_word(doc[i - 1]):
            continue
        tag = tag_after(doc, i)
        if tag is None or (tag.party is None and tag.district is None):
            continue
        start = i
        while start > first and i - start < LONGEST_NAME and name_run(doc, start - 1, i) == i:
            start -= 1
        title = title_before(doc, start, first) if start > first else None
        if start < i and norm(doc[i - 1]) not in not_names():
            yield PersonMention(start=start, end=i, title=title, tag=tag)


def _entities(scan: _Scan) -> Iterator[PersonMention]:
    doc = scan.doc
    for entity in scan.entities:
        span = _without_possessive(entity)
        if entity.label_ != "PERSON" and not _looks_like_person(doc, span):
            continue
        mention = _from_entity(scan, span)
        if mention is not None:
            yield mention


def _from_entity(scan: _Scan, span: Span) -> PersonMention | None:
    doc, block = scan.doc, scan.block
    start = span.start
    while start < span.end and not is_name_word(doc[start]):
        start += 1
    while True:
        hit = title_at(doc, start, span.end)
        if hit is None or hit.end >= span.end:
            break
        start = hit.end
    start, stop = _trimmed(doc, start, min(span.end, name_run(doc, start, block.tokens.end)))
    end = _cut(scan, start, stop)
    if start >= end or _is_something_else(scan, start, stop):
        return None
    end = with_suffix(doc, end, block.tokens.end)
    floor = block.tokens.start
    return PersonMention(
        start=start,
        end=end,
        title=title_before(doc, start, floor) if start > floor else None,
        tag=tag_after(doc, end),
        place=_of_place(doc, end, block.tokens.end),
        headline=block.kind is BlockKind.HEADLINE,
    )


def _trimmed(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Cut "Inside" and "Increasingly" off, which have capitals for another reason."""
    while start < end and _is_no_name(doc[start]):
        start += 1
    while end > start and _is_no_name(doc[end - 1]):
        end -= 1
    return start, end


def _is_no_name(token: Token) -> bool:
    return token.pos_ in {"ADP", "ADV", "DET", "SCONJ"} and fold(token.text) not in given_names()


def _is_something_else(scan: _Scan, start: int, end: int) -> bool:
    """Tell whether the words are a place, a law, or an institute named after somebody."""
    doc = scan.doc
    if any(_is_banned(t, first=t.i == start) for t in doc[start:end]):
        return True
    place = place_at(doc, start, end)
    if place is not None and place[0] == end and end - start > 1:
        return True
    return norm(doc[end - 1]) in not_organizations() or _names_something(scan, end)


def _names_something(scan: _Scan, end: int) -> bool:
    """Tell whether a name goes on as an institute's or law's: "Ann Bee Memorial Fund"."""
    doc, block = scan.doc, scan.block
    if block.kind is BlockKind.HEADLINE or end >= block.tokens.end:
        return False
    token = doc[end]
    return is_name_word(token) and token.pos_ == "PROPN" and token.ent_type_ in {"ORG", "LAW"}


def _given(scan: _Scan) -> Iterator[PersonMention]:
    """Yield a common given name with one or two more words where the model saw no entity."""
    doc, block = scan.doc, scan.block
    first, stop = block.tokens
    if block.kind is BlockKind.HEADLINE:
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
    return fold(span[0].text) in given_names() and not span[-1].is_upper


def _of_place(doc: Doc, end: int, stop: int) -> Place | None:
    if end >= stop or doc[end].lower_ != "of":
        return None
    found = place_at(doc, end + 1, stop)
    return found[1] if found is not None and not found[1].adjective else None


def _without_possessive(span: Span) -> Span:
    return span[:-1] if len(span) > 1 and span[-1].text in POSSESSIVES else span


@cache
def weekdays() -> frozenset[str]:
    """Return the words for days that newspapers put after a name without a preposition."""
    return frozenset(row.cell("word") for row in read_table("day_words.tsv", ("word", "example")))


@cache
def not_organizations() -> frozenset[str]:
    """Return the last words of laws, programs and the like, in lower case."""
    return frozenset(
        row.cell("word") for row in read_table("not_organizations.tsv", ("word", "example"))
    )


@cache
def organization_nouns() -> frozenset[str]:
    """Return the last words of organizations' names, as they are written."""
    return frozenset(
        row.cell("noun") for row in read_table("organization_nouns.tsv", ("noun", "example"))
    )


@cache
def not_names() -> frozenset[str]:
    """Return the words that are no part of a person's name, read once."""
    return frozenset(row.cell("word") for row in read_table("not_names.tsv", ("word", "example")))
