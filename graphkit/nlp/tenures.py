"""Tell which offices a text gives to a person, where, and since or until when."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from graphkit.nlp.annotations import TenureNote, TokenRange, blocks_of
from graphkit.nlp.descriptions import describe
from graphkit.nlp.jurisdictions import UNITED_STATES, Place, gazetteer
from graphkit.nlp.office_places import OfficeClaim, jurisdiction_of
from graphkit.nlp.titles import POSSESSIVES, TitleForm, TitlePhrase
from graphkit.records import TenureStatus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

    from graphkit.nlp.mentions import PersonMention
    from graphkit.nlp.people import PersonCluster
    from graphkit.nlp.setting import Setting

HOUSE_MEMBER = TitleForm(office="U.S. Representative", scope="congress", plural=False)
NO_OFFICE = TitleForm(office="", scope="none", plural=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What a text says of a person's offices and party."""

    tenures: tuple[TenureNote, ...]
    party: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Claim:
    """One phrase that gives an office, a place or a party."""

    phrase: TitlePhrase
    evidence: TokenRange
    place: Place | None


def profiles(doc: Doc, clusters: list[PersonCluster], setting: Setting) -> list[Profile]:
    """Return the profile of each person."""
    claims = [list(_claims(doc, cluster)) for cluster in clusters]
    local_offices = {
        claim.phrase.form.office
        for mine in claims
        for claim in mine
        if claim.place is not None and claim.place.name == setting.state
    }
    result: list[Profile] = []
    for mine in claims:
        places = [c.place.name for c in mine if c.place is not None and c.place.is_state]
        home = places[0] if places else None
        notes = [
            TenureNote(
                office=claim.phrase.office,
                jurisdiction=jurisdiction_of(
                    OfficeClaim(
                        phrase=claim.phrase,
                        place=claim.place,
                        home=home,
                        local=claim.phrase.form.office in local_offices,
                    ),
                    setting,
                ),
                status=claim.phrase.status,
                evidence=claim.evidence,
            )
            for claim in mine
            if claim.phrase.office
        ]
        party = next((c.phrase.party for c in mine if c.phrase.party), None)
        result.append(Profile(tenures=tuple(_merged(notes)), party=party))
    return result


def _claims(doc: Doc, cluster: PersonCluster) -> Iterator[_Claim]:
    for mention in cluster.mentions:
        phrase = mention.title
        end = mention.end
        tag = mention.tag
        if phrase is not None and phrase.office is not None:
            place = phrase.place or mention.place or (tag.place if tag else None)
            if phrase.place is not None and phrase.place.name == UNITED_STATES:
                place = mention.place or (tag.place if tag else None) or phrase.place
            phrase = replace(phrase, party=phrase.party or (tag.party if tag else None))
            yield _Claim(phrase=phrase, evidence=TokenRange(phrase.start, end), place=place)
        elif tag is not None:
            form = (
                HOUSE_MEMBER if tag.district else TitleForm(office="", scope="none", plural=False)
            )
            yield _Claim(
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
        yield from _around(doc, mention)


def _around(doc: Doc, mention: PersonMention) -> Iterator[_Claim]:
    """Yield what the appositions before and after a name say."""
    stop = _block_end(doc, mention.end)
    after = mention.tag.end if mention.tag else mention.end
    if mention.tag is None and after < stop and doc[after].text in POSSESSIVES:
        return
    opener = doc[after].text if after < stop else ""
    if opener in {",", "–", "—", "("} or (opener == "as" and after + 1 < stop):
        phrase = describe(doc, after + 1, stop)
        if phrase is not None:
            yield _Claim(
                phrase=phrase,
                evidence=TokenRange(mention.start, phrase.end),
                place=phrase.place,
            )
    before = _described_before(doc, mention.start)
    closed = after >= stop or doc[after].is_punct
    if before is not None and closed:
        yield _Claim(
            phrase=before, evidence=TokenRange(before.start, mention.end), place=before.place
        )


def _described_before(doc: Doc, start: int) -> TitlePhrase | None:
    """Return the phrase of "The state's attorney general, Ann Bee,"."""
    if start < 3 or doc[start - 1].text != ",":  # noqa: PLR2004 - an article, a title and a comma
        return None
    for i in range(start - 2, max(-1, start - 16), -1):
        if doc[i].is_punct and doc[i].text not in {"-", "'", "’"}:
            return None
        if doc[i].lower_ in {"the", "his", "her", "its"} or doc[i].text in {"'s", "’s"}:
            first = i if doc[i].lower_ in {"the", "his", "her", "its"} else _possessor(doc, i)
            phrase = describe(doc, first, start - 1)
            if phrase is not None and phrase.end == start - 1:
                return phrase
    return None


def _possessor(doc: Doc, i: int) -> int:
    first = i - 1
    while first > 0 and doc[first - 1].pos_ == "PROPN":
        first -= 1
    hit = gazetteer().table.at(doc, first, i)
    return first if hit is not None else i + 1


def _block_end(doc: Doc, i: int) -> int:
    for block in blocks_of(doc):
        if block.tokens.covers(i - 1):
            return block.tokens.end
    return len(doc)


def _merged(notes: list[TenureNote]) -> list[TenureNote]:
    """Unite what several phrases say of one office; bare titles go where a fuller one stands."""
    kept: list[TenureNote] = []
    for note in notes:
        for i, other in enumerate(kept):
            if _one_office(note.office, other.office) and _compatible(note, other):
                fuller = note if len(note.office) > len(other.office) else other
                kept[i] = replace(
                    other,
                    office=fuller.office,
                    jurisdiction=other.jurisdiction or note.jurisdiction,
                )
                break
        else:
            kept.append(note)
    return sorted(kept, key=lambda n: n.status is TenureStatus.FORMER)


def _one_office(a: str, b: str) -> bool:
    short, long = sorted((a.casefold(), b.casefold()), key=len)
    return short == long or long.endswith(f" {short}") or long.startswith(f"{short} ")


def _compatible(a: TenureNote, b: TenureNote) -> bool:
    return a.status is b.status and (
        a.jurisdiction is None or b.jurisdiction is None or a.jurisdiction == b.jurisdiction
    )
