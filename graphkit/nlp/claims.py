"""Find the phrases that give an office, a place or a party to a person."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from graphkit.nlp.annotations import TokenRange, blocks_of
from graphkit.nlp.descriptions import describe
from graphkit.nlp.jurisdictions import UNITED_STATES, Place, gazetteer
from graphkit.nlp.lexicons import read_table
from graphkit.nlp.names import is_name_word
from graphkit.nlp.parties import parties
from graphkit.nlp.titles import POSSESSIVES, TitleForm, TitlePhrase, title_at
from graphkit.records import TenureStatus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

    from graphkit.nlp.people import PersonCluster
    from graphkit.nlp.person_mentions import PersonMention

HOUSE_MEMBER = TitleForm(office="U.S. Representative", scope="congress", plural=False)
NO_OFFICE = TitleForm(office="", scope="none", plural=False)
PRESIDENT = TitleForm(office="President", scope="nation", plural=False)
PREMIER = TitleForm(office="Prime Minister", scope="country", plural=False)
HEADS = {"administration": PRESIDENT, "government": PREMIER}
"""Whose "administration" or "government" a text speaks of."""
LONGEST_BEFORE = 16
"""Tokens from an article to the comma before a name."""
APPOINTMENT_REACH = 8
"""Tokens before a name in which a verb of appointment stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One phrase that gives an office, a place or a party, with the words that show it."""

    phrase: TitlePhrase
    evidence: TokenRange
    place: Place | None


def claims_of(doc: Doc, cluster: PersonCluster) -> Iterator[Claim]:
    """Yield what each mention's title, tag and appositions say of a person."""
    for mention in cluster.mentions:
        phrase = mention.title
        tag = mention.tag
        if phrase is not None and phrase.office is not None:
            place = phrase.place or mention.place or (tag.place if tag else None)
            if phrase.place is not None and phrase.place.name == UNITED_STATES:
                place = mention.place or (tag.place if tag else None) or phrase.place
            phrase = replace(phrase, party=phrase.party or (tag.party if tag else None))
            yield Claim(phrase=phrase, evidence=_title_evidence(mention, phrase), place=place)
        elif tag is not None:
            form = HOUSE_MEMBER if tag.district else NO_OFFICE
            yield Claim(
                phrase=TitlePhrase(
                    start=tag.start,
                    end=tag.end,
                    form=form,
                    office=form.office or None,
                    party=tag.party,
                ),
                evidence=TokenRange(mention.start, tag.end),
                place=tag.place,
            )
        party = _party_before(doc, mention)
        if party is not None:
            yield party
        yield from _around(doc, mention)


def _title_evidence(mention: PersonMention, phrase: TitlePhrase) -> TokenRange:
    """Return title and name; in a list after a plural title, the name with its own tag."""
    if mention.tag is not None and phrase.form.plural:
        return TokenRange(mention.start, mention.tag.end)
    return TokenRange(min(phrase.start, mention.start), max(phrase.end, mention.end))


def _party_before(doc: Doc, mention: PersonMention) -> Claim | None:
    """Return the party of "Democrat Ann Bee", "Republican Ann Bee"."""
    if mention.title is not None or mention.start == 0:
        return None
    hit = parties().members.before(doc, mention.start, doc[mention.start].sent.start)
    if hit is None or doc[hit.start].text.endswith("s"):
        return None
    evidence = TokenRange(hit.start, mention.end)
    phrase = TitlePhrase(start=hit.start, end=hit.end, form=NO_OFFICE, office=None, party=hit.value)
    return Claim(phrase=phrase, evidence=evidence, place=None)


def _around(doc: Doc, mention: PersonMention) -> Iterator[Claim]:
    """Yield what the words before and after a name say."""
    stop = _block_end(doc, mention.end)
    after = mention.tag.end if mention.tag else mention.end
    following = doc[after] if after < stop else None
    if following is not None and following.text in POSSESSIVES:
        return
    phrase = _described_after(doc, mention, after, stop)
    if phrase is not None:
        evidence = TokenRange(min(mention.start, phrase.start), phrase.end)
        yield Claim(phrase=phrase, evidence=evidence, place=phrase.place)
    courtesy = mention.title is not None and mention.title.office is None
    begin = mention.title.start if mention.title is not None and courtesy else mention.start
    before = _described_before(doc, begin)
    if before is not None and (following is None or not is_name_word(following)):
        evidence = TokenRange(before.start, mention.end)
        yield Claim(phrase=before, evidence=evidence, place=before.place)


def _described_after(doc: Doc, mention: PersonMention, after: int, stop: int) -> TitlePhrase | None:
    """Return the phrase of ", an aide", "is an aide", "as an aide", "administration"."""
    if after + 1 >= stop:
        return None
    word = doc[after].lower_
    if word in {",", "("}:
        served = _past_service(doc, after + 1, stop)
        return describe(doc, after + 1, stop) if served is None else served
    if word in {"is", "was"} and doc[after].head.i == after:
        return _was(describe(doc, after + 1, stop), former=word == "was")
    if word in {"as", "became", "becomes"} and _appoints(doc, mention.start, after):
        return describe(doc, after + 1, stop)
    form = HEADS.get(word) if mention.end - mention.start == 1 else None
    if form is None:
        return None
    return TitlePhrase(start=mention.start, end=after + 1, form=form, office=form.office)


def _past_service(doc: Doc, start: int, stop: int) -> TitlePhrase | None:
    """Return the office of ", who serves as", ", who was"."""
    if start + 2 >= stop or doc[start].lower_ != "who":
        return None
    i = start + 1
    if doc[i].lower_ in {"has", "had", "also"}:
        i += 1
    if doc[i].lower_ in {"is", "was"}:
        return _was(describe(doc, i + 1, stop), former=doc[i].lower_ == "was")
    if doc[i].lemma_ == "serve" and i + 1 < stop and doc[i + 1].lower_ == "as":
        return _was(describe(doc, i + 2, stop), former=doc[i].tag_ == "VBD")
    return None


def _was(phrase: TitlePhrase | None, *, former: bool) -> TitlePhrase | None:
    return replace(phrase, status=TenureStatus.FORMER) if phrase and former else phrase


def _appoints(doc: Doc, start: int, after: int) -> bool:
    """Tell whether "as" stands with a verb or noun of appointment: "confirmed Ann Bee as"."""
    if doc[after].lower_ != "as":
        return True
    around = doc[max(doc[start].sent.start, start - APPOINTMENT_REACH) : start]
    return any(token.lemma_.lower() in appointments() for token in around)


def _described_before(doc: Doc, start: int) -> TitlePhrase | None:
    """Return the phrase of "The state's attorney general, Ann Bee", "Shadow Treasurer, Ann Bee"."""
    if start < 3 or doc[start - 1].text != ",":  # noqa: PLR2004 - an article, a title and a comma
        return None
    for i in range(start - 2, max(-1, start - LONGEST_BEFORE), -1):
        if doc[i].is_punct and doc[i].text not in {"-", "'", "’"}:
            return None
        first = _description_start(doc, i, start - 1)
        phrase = describe(doc, first, start - 1) if first is not None else None
        if phrase is not None and phrase.end == start - 1:
            return phrase
    return None


def _description_start(doc: Doc, i: int, stop: int) -> int | None:
    if doc[i].lower_ in {"the", "his", "her", "its"}:
        return i
    if doc[i].text in {"'s", "’s"}:
        return _possessor(doc, i)
    capital = doc[i].text[:1].isupper()
    return i if capital and title_at(doc, i, stop) is not None else None


def _possessor(doc: Doc, i: int) -> int:
    first = i - 1
    while first > 0 and doc[first - 1].pos_ == "PROPN":
        first -= 1
    hit = gazetteer().table.at(doc, first, i)
    return first if hit is not None else i + 1


def _block_end(doc: Doc, i: int) -> int:
    blocks = blocks_of(doc)
    place = bisect_right(blocks, i - 1, key=lambda block: block.tokens.start) - 1
    return blocks[place].tokens.end if place >= 0 else len(doc)


@cache
def appointments() -> frozenset[str]:
    """Return the verbs and nouns of appointment, by lemma."""
    rows = read_table("appointments.tsv", ("lemma", "example"))
    return frozenset(row.cell("lemma") for row in rows)
