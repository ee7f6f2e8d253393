"""Find the phrases that give an office, a place or a party to a person."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from graphkit.nlp.annotations import TokenRange, blocks_of
from graphkit.nlp.constituencies import constituency_of
from graphkit.nlp.descriptions import describe
from graphkit.nlp.jurisdictions import UNITED_STATES, Place, gazetteer
from graphkit.nlp.lexicons import read_table
from graphkit.nlp.names import is_name_word
from graphkit.nlp.parties import parties
from graphkit.nlp.party_tags import tag_after
from graphkit.nlp.syntax import objects
from graphkit.nlp.titles import (
    POSSESSIVES,
    TitleForm,
    TitlePhrase,
    letters_after,
    title_at,
    title_before,
)
from graphkit.records import JurisdictionSource, TenureStatus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

    from graphkit.nlp.party_tags import PartyTag
    from graphkit.nlp.people import PersonCluster
    from graphkit.nlp.person_mentions import PersonMention

HOUSE_MEMBER = TitleForm(office="U.S. Representative", scope="congress", plural=False)
NO_OFFICE = TitleForm(office="", scope="none", plural=False)
PRESIDENT = TitleForm(office="President", scope="nation", plural=False)
PREMIER = TitleForm(office="Prime Minister", scope="premier", plural=False)
HEADS = {"administration": PRESIDENT, "government": PREMIER, "presidency": PRESIDENT}
"""Whose "administration" or "government" a text speaks of."""
LONGEST_RULER = 2
"""Words of the name of "the Ann Bee administration"."""
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
    source: JurisdictionSource | None = None
    """What tells the place."""
    constituency: str | None = None


def claims_of(doc: Doc, cluster: PersonCluster) -> Iterator[Claim]:
    """Yield what each mention's title, tag and appositions say of a person."""
    for mention in cluster.mentions:
        for claim in _claims_at(doc, mention):
            tag = mention.tag or tag_after(doc, claim.evidence.end)
            seat = constituency_of(doc, claim.phrase.form.scope, claim.evidence, tag)
            yield replace(claim, constituency=seat)


def _claims_at(doc: Doc, mention: PersonMention) -> Iterator[Claim]:
    phrase = mention.title
    if phrase is not None and phrase.office is not None:
        yield _of_title(mention, phrase)
    elif mention.tag is not None:
        yield _of_tag(mention, mention.tag)
    for claim in (
        _second_title(doc, mention),
        _party_before(doc, mention),
        _after_name(doc, mention),
    ):
        if claim is not None:
            yield claim
    yield from _around(doc, mention)


def _of_title(mention: PersonMention, phrase: TitlePhrase) -> Claim:
    """Return what a title says, with its place or the one that follows the name."""
    tag = mention.tag
    found = [
        (phrase.place, JurisdictionSource.TITLE),
        (mention.place, JurisdictionSource.APPOSITION),
        (tag.place if tag else None, JurisdictionSource.PARTY_TAG),
    ]
    if phrase.place is not None and phrase.place.name == UNITED_STATES:
        found = [*found[1:], found[0]]  # "U.S. Senator Ann Bee of Ohio"
    place, source = next(((p, s) for p, s in found if p is not None), (None, None))
    return Claim(
        phrase=replace(phrase, party=phrase.party or (tag.party if tag else None)),
        evidence=_title_evidence(mention, phrase),
        place=place,
        source=source,
    )


def _second_title(doc: Doc, mention: PersonMention) -> Claim | None:
    """Return the first title of "Ohio Mayor and author Ann Bee"; "the mayor and" is another."""
    title = mention.title
    joint = title.start - 1 if title is not None and not title.form.plural else 0
    if joint < 1 or doc[joint].lower_ != "and" or not doc[joint - 1].text[:1].isupper():
        return None
    first = title_before(doc, joint, max(0, joint - LONGEST_BEFORE))
    if first is None or not first.office or first.form.plural:
        return None
    if first.start > 0 and doc[first.start - 1].pos_ in {"DET", "PRON"}:
        return None
    return _described(first, TokenRange(first.start, mention.end))


def _of_tag(mention: PersonMention, tag: PartyTag) -> Claim:
    """Return what a party tag alone says; a district makes a member of the House."""
    form = HOUSE_MEMBER if tag.district else NO_OFFICE
    phrase = TitlePhrase(
        start=tag.start, end=tag.end, form=form, office=form.office or None, party=tag.party
    )
    return Claim(
        phrase=phrase,
        evidence=TokenRange(mention.start, tag.end),
        place=tag.place or mention.place,
        source=JurisdictionSource.PARTY_TAG if tag.place else JurisdictionSource.APPOSITION,
    )


def _after_name(doc: Doc, mention: PersonMention) -> Claim | None:
    """Return the office of letters after a name: "Ann Bee MP"."""
    stop = _block_end(doc, mention.end)
    hit = letters_after(doc, mention.end, stop)
    if hit is None:
        return None
    phrase = TitlePhrase(start=hit.start, end=hit.end, form=hit.value, office=hit.value.office)
    return Claim(phrase=phrase, evidence=TokenRange(mention.start, hit.end), place=None)


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
    letters = letters_after(doc, after, stop)
    after = letters.end if letters is not None else after
    following = doc[after] if after < stop else None
    if following is not None and following.text in POSSESSIVES:
        ruler = _head_of(doc, mention, after, stop)
        if ruler is not None:
            yield _described(ruler, TokenRange(ruler.start, ruler.end))
        return
    phrase = _described_after(doc, mention, after, stop)
    if phrase is not None:
        evidence = TokenRange(min(mention.start, phrase.start), phrase.end)
        yield _described(phrase, evidence)
    # "The minister for trade, Senator Ann Bee": before the title, or before the bare name.
    begin = mention.start if mention.title is None else min(mention.title.start, mention.start)
    before = _described_before(doc, begin) if begin > 0 else None
    if before is not None and (following is None or not is_name_word(following)):
        evidence = TokenRange(before.start, mention.end)
        yield _described(before, evidence)


def _described(phrase: TitlePhrase, evidence: TokenRange) -> Claim:
    source = JurisdictionSource.APPOSITION
    return Claim(phrase=phrase, evidence=evidence, place=phrase.place, source=source)


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
    return _head_of(doc, mention, after, stop)


def _head_of(doc: Doc, mention: PersonMention, after: int, stop: int) -> TitlePhrase | None:
    """Return the office of whose administration or government the words speak."""
    owned = doc[after].text in POSSESSIVES
    first = after + 1 if owned else after
    if first >= stop or not (owned or mention.end - mention.start <= LONGEST_RULER):
        return None
    form = HEADS.get(doc[first].lower_)
    if form is None and doc[first : first + 2].text == "White House":
        form = PRESIDENT
    if form is None:
        return None
    return TitlePhrase(start=mention.start, end=first + 1, form=form, office=form.office)


def _past_service(doc: Doc, start: int, stop: int) -> TitlePhrase | None:
    """Return the office of ", who serves as", ", who was"."""
    if start + 2 >= stop or doc[start].lower_ != "who":
        return None
    i = start + 1
    if doc[i].lower_ in {"has", "had", "also"}:
        i += 1
    if doc[i].lower_ in {"is", "was"}:
        return _was(describe(doc, i + 1, stop), former=doc[i].lower_ == "was")
    office = office_verbs().get(doc[i].lemma_)
    if office is not None and i + 1 < stop:
        return _of_verb(doc, i, stop, office)
    if doc[i].lemma_ == "serve" and i + 1 < stop and doc[i + 1].lower_ == "as":
        return _was(describe(doc, i + 2, stop), former=doc[i].tag_ == "VBD")
    return None


def _of_verb(doc: Doc, verb: int, stop: int, office: str) -> TitlePhrase | None:
    """Return the office of ", who chairs the Senate Finance Committee"."""
    named = {t.i for t in objects(doc[verb]) if t.text[:1].isupper()}
    if not named:
        return None
    end = max(named) + 1
    body = doc[verb + 1 : min(end, stop)].text
    form = replace(NO_OFFICE, scope="body")
    phrase = TitlePhrase(start=verb, end=end, form=form, office=f"{office} of {body}")
    return _was(phrase, former=doc[verb].tag_ == "VBD")


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
    best: TitlePhrase | None = None
    for i in range(start - 2, max(-1, start - LONGEST_BEFORE), -1):
        if doc[i].is_punct and doc[i].text not in {"-", "'", "’", ","}:
            break
        first = _description_start(doc, i, start - 1)
        phrase = describe(doc, first, start - 1) if first is not None else None
        # The longest counts: "a spokeswoman for the governor, Ann Bee" is no governor.
        if phrase is not None and phrase.end == start - 1:
            best = phrase
    return best


def _description_start(doc: Doc, i: int, stop: int) -> int | None:
    if doc[i].lower_ in {"the", "a", "an", "his", "her", "its", "their"}:
        return i
    if doc[i].text in POSSESSIVES and doc[i].pos_ == "PART":
        return _possessor(doc, i)
    if not doc[i].text[:1].isupper() or title_at(doc, i, stop) is None:
        return None
    return _possessor(doc, i - 1) if i > 1 and doc[i - 1].text in {"'s", "’s"} else i


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


@cache
def office_verbs() -> dict[str, str]:
    """Return the office that a verb tells, by lemma: "chair" makes a chair."""
    rows = read_table("office_verbs.tsv", ("lemma", "office", "example"))
    return {row.cell("lemma"): row.cell("office") for row in rows}
