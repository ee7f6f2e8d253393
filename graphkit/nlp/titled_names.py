"""Find people behind a title ("Sen. Ann Bee"), in lists after one, and before a party tag."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from graphkit.nlp.annotations import HEADS
from graphkit.nlp.federal_bodies import federal_fields
from graphkit.nlp.government_fields import fields_end
from graphkit.nlp.jurisdictions import Place, place_at
from graphkit.nlp.name_limits import cut_name, not_names
from graphkit.nlp.names import LONGEST_NAME, fold, given_names, is_name_word, name_run
from graphkit.nlp.nearby_places import place_after
from graphkit.nlp.party_tags import tag_after
from graphkit.nlp.person_mentions import PersonMention
from graphkit.nlp.phrase_table import PhraseHit, norm
from graphkit.nlp.titles import (
    TitleForm,
    TitlePhrase,
    title_at,
    title_before,
    title_tables,
)
from graphkit.records import TenureStatus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

    from graphkit.nlp.person_mentions import Scan


STRONG_SCOPES = frozenset(
    {
        "federal",
        "congress",
        "chamber",
        "house",
        "region",
        "state",
        "general",
        "nation",
        "country",
        "courtesy",
    }
)
"""Titles after which a capitalised word is a person, whatever the model says."""


SEPARATORS = frozenset({",", ";", "and", "&", "or", "as", "well"})


def titled_names(scan: Scan) -> Iterator[PersonMention]:
    """Yield who stands behind a title, all of a list where the title is a plural."""
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


def _after_title(scan: Scan, end: int) -> list[PersonMention]:
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
    first = None if _opens_title(doc, start, stop) else _one_name(scan, start, title)
    if first is None:
        return []
    if place is not None and first.place is None:
        first = _with_place(first, place)
    return _list_from(scan, first) if title.form.plural else [first]


def _opens_title(doc: Doc, start: int, stop: int) -> bool:
    """Tell whether another title stands before the name: "author Rep. Ann Bee"."""
    hit = title_at(doc, start, stop)
    if hit is None or hit.end >= stop or _is_given_name(doc, start, stop):
        return False
    return name_run(doc, hit.end, stop) > hit.end


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
    end = max(body.end if body is not None else start, fields_end(doc, start + 1, stop))
    if end <= start + 1:
        return start, title, None
    form = replace(title.form, scope="minister") if body is None else title.form
    office = f"{title.office} {doc[start:end].text}"
    return end, replace(title, end=end, office=office, form=form), None


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


def _list_from(scan: Scan, first: PersonMention) -> list[PersonMention]:
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
    end = mention.tag.end if mention.tag is not None else mention.end
    if mention.place is None or end + 1 >= len(doc) or doc[end].lower_ not in {"of", ","}:
        return end
    found = place_at(doc, end + 1, min(len(doc), end + 6))
    return found[0] if found is not None else end


def _one_name(scan: Scan, start: int, title: TitlePhrase | None) -> PersonMention | None:
    doc, block = scan.doc, scan.block
    stop = block.tokens.end
    end = cut_name(scan, start, name_run(doc, start, stop))
    if end == start:
        return None
    if title is not None and not _plausible(doc, start, end, title):
        return None
    tag = tag_after(doc, end)
    place = place_after(doc, tag.end if tag else end, stop)
    return PersonMention(
        start=start,
        end=end,
        title=title,
        tag=tag,
        place=place,
        headline=block.kind in HEADS,
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


def tagged_names(scan: Scan) -> Iterator[PersonMention]:
    """Yield who stands before a party tag."""
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
