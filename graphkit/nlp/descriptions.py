"""Read what an apposition says of a person: "the attorney general of Ohio", "an Iowa Democrat"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from graphkit.nlp.government_fields import fields_end
from graphkit.nlp.jurisdictions import Place, place_at, place_before
from graphkit.nlp.names import is_name_word
from graphkit.nlp.nearby_places import town_at
from graphkit.nlp.organization_words import organization_nouns
from graphkit.nlp.parties import parties
from graphkit.nlp.phrase_table import norm
from graphkit.nlp.titles import (
    BODY_SCOPES,
    UNOFFICIAL,
    TitleForm,
    TitlePhrase,
    title_at,
    title_before,
    title_tables,
)
from graphkit.records import TenureStatus

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

OPENERS = frozenset({"the", "a", "an", "his", "her", "their", "its", "our", "one"})
LEADS = OPENERS | frozenset({"now", "currently", "also"})
CHOICES = frozenset({"nominee", "pick", "choice", "candidate", "nomination"})
"""Who is not yet in the office that follows."""
PLACE_LINKS = frozenset({"of", "from", "for", "in"})
BODY_LINKS = frozenset({"of", "for", "at", "with", "on", "to"})
BODY_WORDS = frozenset({"of", "for", "and", "the", "&", "on", "in", "'s", "’s", "'", "’"})
OPENING_NEXT = frozenset({"a", "an", "his", "her"})
"""Words after "and" that begin another description."""
ENDS = frozenset(
    {",", ";", ".", ")", "(", ":", "–", "—", "-", "--", "”", '"', "“", "who", "which", "that"}
)
LONGEST_LEAD = 10
"""Tokens of an apposition before its title."""
LONGEST_TAIL = 14
"""Tokens of the organization after a title."""
LEAD_TAGS = frozenset({"ADJ", "ADV", "NOUN", "PROPN", "NUM", "PUNCT"})
"""What may stand between the article and a party's member: "the No. 2 Senate Republican"."""
OWNER_TAGS = frozenset({"ADJ", "NOUN", "PROPN", "PART", "DET"})
"""What an owner before a title consists of: "Mr. Reed's deputy adviser"."""
NO_OFFICE = TitleForm(office="", scope="none", plural=False)


def describe(doc: Doc, start: int, stop: int) -> TitlePhrase | None:
    """Return the office or party that the words from a token on give to somebody."""
    first = start
    while first < stop and doc[first].lower_ in LEADS:
        first += 1
    for i in range(first, min(stop, first + LONGEST_LEAD)):
        if _breaks(doc[i]):
            break
        end = _title_end(doc, i, stop)
        phrase = title_before(doc, end, first) if end is not None else None
        if phrase is None or end is None or not _starts(doc, first, phrase.start):
            continue
        described = _with_tail(doc, replace(phrase, start=start), stop)
        if described is not None or doc[end].ent_type_ == "PERSON":
            return described
    return _nominee(doc, start, first, stop) or _party_member(doc, start, first, stop)


def _breaks(token: Token) -> bool:
    """Tell whether a description ends before its title: at a comma or a verb but "acting"."""
    if token.text in {",", ";", ":", "”", '"', "“"}:
        return True
    return token.pos_ in {"VERB", "AUX"} and norm(token) not in title_tables().modifiers


def _nominee(doc: Doc, start: int, first: int, stop: int) -> TitlePhrase | None:
    """Return the office of "the nominee for attorney general", "Reed's pick for secretary"."""
    for i in range(first, min(stop - 2, first + LONGEST_LEAD)):
        if _breaks(doc[i]):
            return None
        if doc[i].lower_ not in CHOICES or doc[i + 1].lower_ not in {"for", "to"}:
            continue
        begin = i + 2
        while begin < stop and doc[begin].lower_ in {"be", "become", "serve", "as", *OPENERS}:
            begin += 1
        phrase = describe(doc, begin, stop) if begin < stop else None
        if phrase is None or not phrase.office:
            return None
        return replace(phrase, start=start, status=TenureStatus.CANDIDATE)
    return None


def _title_end(doc: Doc, i: int, stop: int) -> int | None:
    """Return the end of the title that starts at a token, "presidential candidate" included."""
    hit = title_at(doc, i, stop)
    if hit is not None:
        return None if hit.value.scope in UNOFFICIAL else hit.end
    tables = title_tables()
    adjective = tables.adjectives.at(doc, i, stop)
    if adjective is None or adjective.end >= stop:
        return None
    status = tables.modifiers.get(norm(doc[adjective.end]))
    return adjective.end + 1 if status is TenureStatus.CANDIDATE else None


def _starts(doc: Doc, first: int, start: int) -> bool:
    """Tell whether only an owner and an adjective or two stand before the title phrase."""
    owners = [i for i in range(first, start) if doc[i].tag_ == "POS"]
    if owners and all(_owns(doc[i]) for i in range(first, owners[-1])):
        first = owners[-1] + 1
    return all(
        doc[i].pos_ in {"ADJ", "ADV", "NUM", "NOUN"} or norm(doc[i]) == "-"
        for i in range(first, start)
    )


def _owns(token: Token) -> bool:
    return token.pos_ in OWNER_TAGS and token.lower_ != "whose"


def _with_tail(doc: Doc, phrase: TitlePhrase, stop: int) -> TitlePhrase | None:
    phrase = _with_second(doc, _with_status(doc, phrase, stop), stop)
    end = phrase.end
    if end < stop and is_name_word(doc[end]) and doc[end].pos_ == "PROPN":
        return None  # the title of the next person
    if end >= stop:
        return phrase
    if doc[end].lower_ in PLACE_LINKS:
        found = place_at(doc, end + 1, stop)
        if found is None and phrase.form.scope == "place":
            found = town_at(doc, end + 1, stop)
        if found is not None and not found[1].adjective and _closes(doc, phrase, found[0], stop):
            return replace(phrase, end=found[0], place=phrase.place or found[1])
    if phrase.form.office == "Secretary of State" and doc[end].lower_ == "for":
        phrase = replace(phrase, form=replace(phrase.form, scope="minister"))
    has_body = phrase.form.scope in BODY_SCOPES
    if has_body and doc[end].lower_ in BODY_LINKS:
        return _with_body(doc, phrase, stop)
    return _with_employer(doc, phrase, stop) if has_body and doc[end].text == "," else phrase


def _with_status(doc: Doc, phrase: TitlePhrase, stop: int) -> TitlePhrase:
    """Take "-elect" and "nominee" after a title."""
    end = phrase.end
    modifiers = title_tables().modifiers
    step = 1 if end + 1 < stop and doc[end].text == "-" else 0
    word = norm(doc[end + step]) if end + step < stop else ""
    if modifiers.get(word) is None:
        return phrase
    return replace(phrase, status=modifiers[word] or phrase.status, end=end + step + 1)


def _with_second(doc: Doc, phrase: TitlePhrase, stop: int) -> TitlePhrase:
    """Join the titles of "founder and executive director of the Mill Fund"."""
    end = phrase.end
    if end + 1 >= stop or doc[end].lower_ not in {"and", "&"}:
        return phrase
    second = title_at(doc, end + 1, stop)
    if second is None or not {phrase.form.scope, second.value.scope} <= {"body", "nation"}:
        return phrase
    if second.end < stop and is_name_word(doc[second.end]):
        return phrase
    office = f"{phrase.office} and {second.value.office}"
    return replace(phrase, end=second.end, form=replace(phrase.form, scope="body"), office=office)


def _with_employer(doc: Doc, phrase: TitlePhrase, stop: int) -> TitlePhrase:
    """Add the organization of "Ann Bee, President, National Mill Coalition"."""
    start = phrase.end + 1
    end = start
    while end < min(stop, start + LONGEST_TAIL) and (
        is_name_word(doc[end]) or doc[end].lower_ in BODY_WORDS
    ):
        end += 1
    run = doc[start:end]
    sure = any(t.ent_type_ == "ORG" or t.text in organization_nouns() for t in run)
    if len(run) < 2 or not sure or any(t.ent_type_ == "PERSON" for t in run):  # noqa: PLR2004
        return phrase
    form = replace(phrase.form, scope="body")
    return replace(phrase, end=end, form=form, office=f"{phrase.office}, {run.text}")


def _with_body(doc: Doc, phrase: TitlePhrase, stop: int) -> TitlePhrase:
    end = max(phrase.end + 1, fields_end(doc, phrase.end + 1, stop))
    while end < min(stop, phrase.end + LONGEST_TAIL) and not _ends_body(doc, end):
        end += 1
    while doc[end - 1].lower_ in {"and", "of", "for", "the", "-"}:
        end -= 1
    if end <= phrase.end + 1:
        return phrase
    form = phrase.form
    if form.scope == "nation":
        form = replace(form, scope="body")
    return replace(
        phrase, end=end, form=form, office=f"{phrase.office} {doc[phrase.end : end].text}"
    )


def _ends_body(doc: Doc, i: int) -> bool:
    token = doc[i]
    if token.lower_ in ENDS and not (token.text == "-" and not token.whitespace_):
        return True
    if token.lower_ == "and" and i + 1 < len(doc) and doc[i + 1].lower_ in OPENING_NEXT:
        return True
    return token.pos_ in {"VERB", "AUX"} and token.text[:1].islower()


def _closes(doc: Doc, phrase: TitlePhrase, end: int, stop: int) -> bool:
    """Tell whether a place ends a title, and does not begin an organization's name."""
    if end >= stop:
        return True
    if phrase.form.scope in BODY_SCOPES and doc[end].lower_ in {"and", "&", "-", "'s", "’s"}:
        return False
    return not is_name_word(doc[end]) or doc[end].pos_ != "PROPN"


def _party_member(doc: Doc, start: int, first: int, stop: int) -> TitlePhrase | None:
    for i in range(first, min(stop, first + 5)):
        hit = parties().members.at(doc, i, stop)
        if hit is None:
            if doc[i].text in ENDS:
                return None
            continue
        if hit.end < stop and is_name_word(doc[hit.end]):
            return None
        found = place_before(doc, i, first) if i > first else None
        lead = found[0] if found else i
        if any(doc[k].pos_ not in LEAD_TAGS for k in range(first, lead)):
            return None
        place: Place | None = found[1] if found else None
        end = hit.end
        if end < stop and doc[end].lower_ in {"of", "from"}:
            after = place_at(doc, end + 1, stop)
            if after is not None:
                end, place = after[0], place or after[1]
        return TitlePhrase(
            start=start, end=end, form=NO_OFFICE, office=None, place=place, party=hit.value
        )
    return None
