"""Find organizations: by the model, by lists, by their last word; abbreviations go with them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from graphkit.nlp.acting_places import is_scenery, place_acts
from graphkit.nlp.annotations import FURNITURE, ActorNote, TokenRange, as_written
from graphkit.nlp.blocks import glued_tokens
from graphkit.nlp.federal_bodies import federal_bodies
from graphkit.nlp.governing_bodies import governing_bodies
from graphkit.nlp.groups import roles
from graphkit.nlp.jurisdictions import gazetteer
from graphkit.nlp.organization_lists import organizations_of_lists
from graphkit.nlp.organization_words import not_organizations, organization_nouns
from graphkit.nlp.parties import parties
from graphkit.nlp.phrase_table import norm, words_of_form
from graphkit.nlp.purpose_names import find_purpose_names
from graphkit.nlp.syntax import NOUN_SUBJECTS
from graphkit.nlp.titles import POSSESSIVES, title_tables
from graphkit.records import EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from graphkit.nlp.abbreviations import Abbreviation
    from graphkit.nlp.annotations import Block

ABBREVIATION = re.compile(r"[A-Z][A-Za-z&.-]*[A-Z]\.?")
LONGEST_ABBREVIATION = 8
LED = frozenset({"administration", "campaign", "government", "regime"})
"""What goes by the name of the person who leads it."""
RULE = "administration"
LINKS = frozenset({"of", "for", "and", "&", "the", "on", "in", "to", "against"})
RANKS = {EntityKind.PARTY: 0, EntityKind.ORGANIZATION: 1, EntityKind.GOVERNMENT: 2}
"""Which kind the same words are first."""


class OrganizationMention(NamedTuple):
    """A name of an organization or place at tokens [start, end)."""

    start: int
    end: int
    kind: EntityKind


@dataclass(slots=True)
class _Cluster:
    key: str
    kind: EntityKind
    mentions: list[OrganizationMention] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of the text before organizations are sought.

    Attributes:
        people: Tokens of persons' names.
        named: Names of organizations that other words in them would hide.
        tagged: Tokens of party tags, datelines and credits: nobody there acts.
        explained: Abbreviations with their long forms.
        titles: Tokens of titles: "Education" is half of one in "Education Secretary Ann Bee".
    """

    people: frozenset[int]
    tagged: frozenset[int]
    titles: frozenset[int]
    named: tuple[TokenRange, ...] = ()
    explained: tuple[Abbreviation, ...] = ()


def organization_actors(doc: Doc, blocks: tuple[Block, ...], known: Known) -> Iterator[ActorNote]:
    """Yield organizations, parties and governments."""
    others = {a.short for a in known.explained if not a.acts}
    found = (m for m in _mentions(doc, blocks, known) if doc[m.start].text not in others)
    clusters = _cluster(doc, _without_overlap(found, known), known.explained)
    for cluster in sorted(clusters, key=lambda c: c.mentions[0].start):
        forms = Counter(as_written(doc, m.start, m.end) for m in cluster.mentions)
        name = min(forms, key=lambda t: (bool(ABBREVIATION.fullmatch(t)), -len(t), t))
        yield ActorNote(
            kind=cluster.kind,
            name=name,
            aliases=tuple(sorted(set(forms) - {name})),
            names=tuple(TokenRange(m.start, m.end) for m in cluster.mentions),
        )


def _mentions(doc: Doc, blocks: tuple[Block, ...], known: Known) -> Iterator[OrganizationMention]:
    read: set[int] = set()
    named_parties = _named_parties(doc)
    for block in blocks:
        if block.kind in FURNITURE:
            continue
        read.update(range(*block.tokens))
        yield from _administrations(doc, block, known.people)
        yield from _bare_parties(doc, block, named_parties)
        yield from _listed(doc, block)
        yield from _by_last_word(doc, block)
    unnamed = tuple(governing_bodies(doc))
    for name in (*known.named, *organizations_of_lists(doc, known.people), *unnamed):
        if name.start in read:
            yield OrganizationMention(name.start, name.end, EntityKind.ORGANIZATION)
    glued = glued_tokens(doc)
    for entity in doc.ents:
        tokens = range(entity.start, entity.end)
        if (
            entity.start in read
            and glued.isdisjoint(tokens)
            and not known.titles.issuperset(tokens)
        ):
            mention = _from_entity(doc, entity.start, entity.end, entity.label_)
            if mention is not None:
                yield mention


def _administrations(
    doc: Doc, block: Block, people: frozenset[int]
) -> Iterator[OrganizationMention]:
    """Yield "the Bee administration" and "Ann Bee's campaign", where that one acts."""
    for i in range(block.tokens.start + 1, block.tokens.end):
        if doc[i].lower_ not in LED:
            continue
        owner = i - 1
        if doc[owner].text in POSSESSIVES and doc[i].dep_ in NOUN_SUBJECTS:
            owner -= 1
        start = owner + 1
        while start - 1 in people:
            start -= 1
        if start > owner and doc[i].lower_ == RULE and doc[owner].pos_ == "PROPN":
            start = owner  # a president whom the text names nowhere else
        if start <= owner:
            yield OrganizationMention(start, i + 1, EntityKind.ORGANIZATION)


def _bare_parties(doc: Doc, block: Block, named: frozenset[str]) -> Iterator[OrganizationMention]:
    """Yield "Labour" where it does something and its members have another name."""
    for token in doc[slice(*block.tokens)]:
        if not _capital(token) or token.dep_ not in NOUN_SUBJECTS:
            continue
        hit = parties().adjectives.at(doc, token.i, token.i + 1)
        if hit is None or parties().members.at(doc, token.i, token.i + 1) is not None:
            continue
        is_plain = token.tag_ == "NNP" and hit.value not in parties().common
        if is_plain or hit.value in named:
            yield OrganizationMention(token.i, token.i + 1, EntityKind.PARTY)


def _named_parties(doc: Doc) -> frozenset[str]:
    """Return the parties whose full name stands in the text: there the short one means them."""
    text = doc.text
    return frozenset(party for party in parties().countries if f"{party} Party" in text)


def _listed(doc: Doc, block: Block) -> Iterator[OrganizationMention]:
    i, stop = block.tokens
    while i < stop:
        if not doc[i].text[:1].isupper():
            i += 1
            continue
        body = federal_bodies().at(doc, i, stop)
        party = parties().organizations.at(doc, i, stop)
        place = gazetteer().table.at(doc, i, stop)
        end = i + 1
        if body is not None:
            end = body.end
            yield OrganizationMention(i, end, EntityKind.ORGANIZATION)
        elif party is not None:
            end = party.end
            yield OrganizationMention(i, end, EntityKind.PARTY)
        elif place is not None and not place.value.adjective:
            end = place.end
            if not is_scenery(doc, i, end):
                yield OrganizationMention(i, end, EntityKind.GOVERNMENT)
        i = end


def _by_last_word(doc: Doc, block: Block) -> Iterator[OrganizationMention]:
    """Yield runs of capitalised words that end in "Committee", "University" and the like."""
    for i in range(block.tokens.start + 1, block.tokens.end):
        if doc[i].text not in organization_nouns() or not _capital(doc[i - 1]):
            continue
        if i + 1 < block.tokens.end and _capital(doc[i + 1]) and doc[i + 1].pos_ == "PROPN":
            continue
        start = i
        while start > block.tokens.start and _continues(doc, start - 1, block.tokens.start):
            start -= 1
        while start < i and doc[start].lower_ in LINKS:
            start += 1
        end = _with_of(doc, i + 1, block.tokens.end)
        if start < i:
            yield OrganizationMention(start, end, EntityKind.ORGANIZATION)


def _continues(doc: Doc, i: int, floor: int) -> bool:
    token = doc[i]
    if token.is_sent_start and token.pos_ not in {"PROPN", "NOUN", "ADJ"}:
        return False
    if _capital(token):
        return token.pos_ in {"PROPN", "NOUN", "ADJ"}
    if i <= floor:
        return False
    before = doc[i - 1]
    if token.lower_ == "of":
        return before.text in organization_nouns()
    return (token.lower_ in {"and", "&"} or token.text in POSSESSIVES) and _capital(before)


def _with_of(doc: Doc, end: int, stop: int) -> int:
    """Return the end of "Department of the Interior", "Bank of England"."""
    i = end
    if i < stop and doc[i].lower_ in {"of", "for"}:
        i += 1
        while i < stop and doc[i].lower_ == "the":
            i += 1
        first = i
        while i < stop and (_capital(doc[i]) or (doc[i].text == "-" and not doc[i].whitespace_)):
            i += 1
        return i if i > first else end
    return end


def _capital(token: Token) -> bool:
    return token.text[:1].isupper()


def _from_entity(doc: Doc, start: int, end: int, label: str) -> OrganizationMention | None:
    while start < end and doc[start].lower_ in {"the", "a", "an"}:
        start += 1
    start = _title_start(doc, start, end)
    while end > start and (doc[end - 1].text in POSSESSIVES or doc[end - 1].is_punct):
        end -= 1
    if start >= end or not _capital(doc[start]) or "\n" in doc[start:end].text:
        return None
    if label == "GPE" and gazetteer().table.at(doc, start, end) is None:
        if place_acts(doc, start, end) and doc[start:end].text.istitle():
            return OrganizationMention(start, end, EntityKind.GOVERNMENT)
        return None
    if label != "ORG" or _is_something_else(doc, start, end) or _is_ticker(doc, start, end):
        return None
    return OrganizationMention(start, end, EntityKind.ORGANIZATION)


def _title_start(doc: Doc, start: int, end: int) -> int:
    """Return where the title begins that the model cut in two ("Attorney General's Office")."""
    hit = title_tables().forms.at(doc, start - 1, end) if start > 0 else None
    return start - 1 if hit is not None and hit.end > start else start


def _is_ticker(doc: Doc, start: int, end: int) -> bool:
    """Tell whether it is the exchange or the symbol in "(NYSE: BEE)"."""
    exchange = start > 0 and doc[start - 1].text == "(" and end < len(doc) and doc[end].text == ":"
    return exchange or (start > 2 and doc[start - 1].text == ":" and doc[start - 3].text == "(")  # noqa: PLR2004


def _is_something_else(doc: Doc, start: int, end: int) -> bool:
    """Tell whether what the model calls an organization is a title, a group, a law or a tag."""
    for table in (title_tables().forms, roles(), parties().members, parties().adjectives):
        hit = table.at(doc, start, end)
        if hit is not None and hit.end == end:
            return True
    last = doc[end - 1]
    if roles().before(doc, end, start) is not None and not last.is_upper:
        return True
    if last.lower_ in not_organizations() or (end - start == 1 and norm(last) in GENERIC):
        return True
    if end - start == 1 and (last.text in organization_nouns() or last.pos_ in {"ADJ", "VERB"}):
        return True
    return any(t.text == "(" or t.like_num for t in doc[start:end]) and not last.is_alpha


def _without_overlap(
    found: Iterator[OrganizationMention], known: Known
) -> list[OrganizationMention]:
    """Keep the longest of overlapping mentions; names and tags of people are none."""
    kept: list[OrganizationMention] = []
    taken: set[int] = set(known.tagged)
    for mention in sorted(set(found), key=_longest_first):
        tokens = set(range(mention.start, mention.end))
        if tokens & taken or mention.end - 1 in known.people:
            continue
        if mention.kind is EntityKind.GOVERNMENT and tokens & known.people:
            continue
        taken |= tokens
        kept.append(mention)
    return sorted(kept)


def _longest_first(mention: OrganizationMention) -> tuple[int, int, int]:
    return (mention.start - mention.end, mention.start, RANKS[mention.kind])


def _cluster(
    doc: Doc, mentions: list[OrganizationMention], explained: tuple[Abbreviation, ...]
) -> list[_Cluster]:
    clusters: dict[tuple[EntityKind, str], _Cluster] = {}
    aliases = _abbreviations(doc, mentions, explained)
    mentions = sorted({*mentions, *_abbreviated(doc, mentions, aliases)})
    for mention in mentions:
        text = doc[mention.start : mention.end].text
        key = _key(aliases.get(text, text), mention.kind)
        cluster = clusters.setdefault((mention.kind, key), _Cluster(key, mention.kind))
        cluster.mentions.append(mention)
    return _merge_shortened(list(clusters.values()))


def _abbreviated(
    doc: Doc, mentions: list[OrganizationMention], aliases: dict[str, str]
) -> Iterator[OrganizationMention]:
    """Yield the abbreviations of organizations that stand where the model saw none."""
    taken = {i for m in mentions for i in range(m.start, m.end)}
    for token in doc:
        if token.text in aliases and token.i not in taken:
            yield OrganizationMention(token.i, token.i + 1, EntityKind.ORGANIZATION)


def _key(text: str, kind: EntityKind) -> str:
    if kind is EntityKind.GOVERNMENT:
        place = gazetteer().named(text)
        return place.name if place is not None else text.casefold()
    if kind is EntityKind.PARTY:
        named = parties().organizations.get(text) or parties().adjectives.get(text)
        return named or text.casefold()
    listed = federal_bodies().get(text)
    if listed is not None:
        return listed
    words = words_of_form(text)
    while words and words[0] in {"us", "the"}:
        words = words[1:]
    if len(words) > 1 and words[-1] in LED:
        # "Ann Bee's campaign" is the Bee campaign
        bare = [w for w in words[:-1] if w != "'s"]
        words = (bare[-1], words[-1]) if bare else words
    return " ".join(words) or text.casefold()


def _merge_shortened(clusters: list[_Cluster]) -> list[_Cluster]:
    """Give "the Judiciary Committee" to the Senate Judiciary Committee, if there is one alone."""
    kept: list[_Cluster] = []
    for cluster in clusters:
        longer = [
            c
            for c in clusters
            if c.kind is cluster.kind is EntityKind.ORGANIZATION
            and c.key.endswith(f" {cluster.key}")
            and " " in cluster.key
        ]
        if len(longer) == 1:
            longer[0].mentions = sorted({*longer[0].mentions, *cluster.mentions})
        else:
            kept.append(cluster)
    return kept


GENERIC = frozenset({"committee", "subcommittee", "department", "administration", "congressional"})
"""Words that alone name no organization, capitalised or not."""


def _abbreviations(
    doc: Doc, mentions: list[OrganizationMention], explained: tuple[Abbreviation, ...]
) -> dict[str, str]:
    """Return what each abbreviation stands for, from "the Bee Bureau (BB)" or by its letters."""
    found = {a.short: doc[a.long.start : a.long.end].text for a in explained if a.acts}
    others = {a.short for a in explained if not a.acts}
    for mention in mentions:
        i = mention.end
        if i + 2 < len(doc) and doc[i].text == "(" and doc[i + 2].text == ")":
            short = doc[i + 1].text
            if ABBREVIATION.fullmatch(short) and len(short) <= LONGEST_ABBREVIATION:
                found.setdefault(short, doc[mention.start : mention.end].text)
    words = {t.text for t in doc if t.is_upper and len(t) > 2} - others  # noqa: PLR2004 - "US"
    for text in sorted({doc[m.start : m.end].text for m in mentions}):
        initials = "".join(w[0] for w in text.split() if w[:1].isupper())
        if initials in words and initials != text:
            found.setdefault(initials, text)
    return found


def named_organizations(
    doc: Doc, blocks: tuple[Block, ...], explained: tuple[Abbreviation, ...]
) -> tuple[TokenRange, ...]:
    """Return the names that hold nouns for people: "Anglers Against Tolls", "Friends of the Bay".

    They are read before groups are, which they are not.
    """
    acting = (a.long for a in explained if a.acts)
    return tuple(sorted({*acting, *find_purpose_names(doc, blocks)}))
