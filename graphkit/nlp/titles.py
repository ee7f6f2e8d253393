"""Read titles: before a name ("former Ohio Gov. Ann Bee"), or describing one in an apposition."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from graphkit.nlp.government_fields import MINISTERS, fields_start
from graphkit.nlp.jurisdictions import UNITED_STATES, Place, place_before
from graphkit.nlp.lexicons import read_table
from graphkit.nlp.nearby_places import town_before
from graphkit.nlp.parties import parties
from graphkit.nlp.phrase_table import PhraseHit, PhraseTable, norm, words_of_form
from graphkit.records import TenureStatus

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

COLUMNS = ("form", "office", "scope", "number", "example")
SCOPES = frozenset(
    {"federal", "congress", "chamber", "house", "state", "general", "nation", "country", "place"}
    | {"britain", "europe", "ontario", "quebec", "minister", "region", "treasurer", "court"}
    | {"body", "open", "none", "courtesy", "rank"}
)
UNOFFICIAL = frozenset({"courtesy", "rank"})
"""Scopes of titles that are no office."""
BODY_SCOPES = frozenset({"body", "open", "nation", "minister"})
"""Scopes of titles before which the name of an organization may stand."""
OUTLOOK = frozenset({TenureStatus.CANDIDATE})
"""What a word before a title says of another office: "presidential candidate Sen. Ann Bee"."""
POSSESSIVES = frozenset({"'s", "’s", "’", "'"})
REALMS = frozenset({"state", "nation", "country", "city", "county", "commonwealth"})
"""Words for the place that the text is about: "the state's attorney general"."""
PREFIXED = re.compile(r"(?:pro|anti|non|ex)\b", re.IGNORECASE)
ATTRIBUTES = frozenset({"amod", "compound", "nmod"})
OWNERS = frozenset({"its", "their"})
LINKS = frozenset({"and", "&", "of", "on", "for", "the"})
"""Words that may stand inside the name of a body before a title."""
LONGEST_BODY = 9
"""Tokens of an organization's name before a title."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleForm:
    """A row of `titles.tsv`."""

    office: str
    scope: str
    plural: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TitlePhrase:
    """A title in the text with everything that belongs to it, at tokens [start, end).

    Attributes:
        office: None for a mere courtesy ("Mr.").
    """

    start: int
    end: int
    form: TitleForm
    office: str | None
    status: TenureStatus = TenureStatus.CURRENT
    place: Place | None = None
    party: str | None = None
    local: bool = False
    """The text says "the state's" instead of the state's name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleTables:
    """`titles.tsv` and `title_modifiers.tsv`."""

    forms: PhraseTable[TitleForm]
    adjectives: PhraseTable[TitleForm]
    """Only before "candidate" and the like: "presidential"."""
    letters: PhraseTable[TitleForm]
    """Only after a name: "MP"."""
    modifiers: dict[str, TenureStatus | None]


@cache
def title_tables() -> TitleTables:
    """Return the titles, read once."""
    forms: PhraseTable[TitleForm] = PhraseTable()
    adjectives: PhraseTable[TitleForm] = PhraseTable()
    letters: PhraseTable[TitleForm] = PhraseTable()
    tables = {"adjective": adjectives, "letters": letters}
    for row in read_table("titles.tsv", COLUMNS):
        number = row.choice("number", frozenset({"singular", "plural", *tables}))
        form = TitleForm(
            office=row.cell("office"),
            scope=row.choice("scope", SCOPES),
            plural=number == "plural",
        )
        tables.get(number, forms).add(row.cell("form"), form)
    effects = frozenset({"none", *(s.value for s in TenureStatus)})
    modifiers = {
        row.cell("word"): None
        if row.choice("effect", effects) == "none"
        else TenureStatus(row.cell("effect"))
        for row in read_table("title_modifiers.tsv", ("word", "effect", "example"))
    }
    return TitleTables(forms=forms, adjectives=adjectives, letters=letters, modifiers=modifiers)


def title_before(doc: Doc, end: int, floor: int) -> TitlePhrase | None:
    """Return the title that ends where token `end` starts, with its modifiers."""
    after = end
    tables = title_tables()
    status = tables.modifiers.get(norm(doc[end - 1])) if end - 1 > floor else None
    if status in {TenureStatus.ELECT, TenureStatus.CANDIDATE}:
        end -= 2 if doc[end - 2].text == "-" else 1
        hit = tables.adjectives.before(doc, end, floor) or tables.forms.before(doc, end, floor)
    else:
        status = None
        hit = tables.forms.before(doc, end, floor) if end > floor else None
    if hit is None:
        return None
    phrase = _with_modifiers(doc, hit, floor, status or TenureStatus.CURRENT)
    return replace(phrase, end=after)


def title_at(doc: Doc, start: int, stop: int) -> PhraseHit[TitleForm] | None:
    """Return the title whose words start at a token."""
    return title_tables().forms.at(doc, start, stop)


def letters_after(doc: Doc, end: int, stop: int) -> PhraseHit[TitleForm] | None:
    """Return the letters of an office after a name: "Ann Bee MP", "Ann Bee, MP,"."""
    first = end + 1 if end < stop and doc[end].text == "," else end
    return title_tables().letters.at(doc, first, stop) if first < stop else None


def _with_modifiers(
    doc: Doc, hit: PhraseHit[TitleForm], floor: int, status: TenureStatus
) -> TitlePhrase:
    form = hit.value
    if form.scope in UNOFFICIAL:
        return TitlePhrase(start=hit.start, end=hit.end, form=form, office=None)
    reader = _ModifierReader(doc, floor, hit, status)
    while reader.start > floor and (
        reader.take_word() or reader.take_place() or reader.take_party() or reader.take_body()
    ):
        pass
    return reader.phrase()


class _ModifierReader:
    """Reads backwards from a title what belongs to it: status, place, party, organization."""

    def __init__(
        self, doc: Doc, floor: int, hit: PhraseHit[TitleForm], status: TenureStatus
    ) -> None:
        self._doc = doc
        self._floor = floor
        self._hit = hit
        self._status = status
        self._place: Place | None = None
        self._party: str | None = None
        self._body_start: int | None = None
        self._local = False
        self.start = hit.start

    def take_word(self) -> bool:
        """Take "former", "acting", "then-" and the like."""
        step = self.start - 1
        if self._doc[step].text == "-" and step > self._floor:
            step -= 1
        word = norm(self._doc[step])
        modifiers = title_tables().modifiers
        if word == "'s" and step > self._floor and norm(self._doc[step - 1]) in REALMS:
            self.start = step - 1
            self._local = True
            return True
        if word not in modifiers or modifiers[word] in OUTLOOK or self._means_party(step):
            return False
        self._status = modifiers[word] or self._status
        self.start = step
        return True

    def _means_party(self, step: int) -> bool:
        """Tell whether "Conservative" with a capital is the party of an MP or leader."""
        inside = self._doc[step].text[:1].isupper() and not self._doc[step].is_sent_start
        return inside and parties().adjectives.before(self._doc, step + 1, step) is not None

    def take_place(self) -> bool:
        """Take "Ohio", "Ohio's", "British"."""
        found = place_before(self._doc, self.start, self._floor)
        if found is None and self._hit.value.scope == "place" and self._place is None:
            found = town_before(self._doc, self.start, self._floor)
        if found is None or (
            self._hit.value.scope in BODY_SCOPES
            and (self._is_american(found[1]) or _inside_body(self._doc, found[0], self._floor))
        ):
            return False
        self._place = self._place or found[1]
        self.start = found[0]
        return True

    def _is_american(self, place: Place) -> bool:
        """Tell whether "American" begins a body's name: "American Mill Union president"."""
        return self._body_start is not None and place.adjective and place.name == UNITED_STATES

    def take_party(self) -> bool:
        """Take "Republican", "GOP"."""
        found = parties().adjectives.before(self._doc, self.start, self._floor)
        if found is None:
            return False
        self._party = self._party or found.value
        self.start = found.start
        return True

    def take_body(self) -> bool:
        """Take a word of "Energy and Commerce Committee"."""
        if self._hit.value.scope == "nation" and self._status in OUTLOOK:
            return False  # "Secretary of State and presidential candidate Ann Bee"
        if self._hit.value.scope not in BODY_SCOPES or self._hit.start - self.start >= LONGEST_BODY:
            return False
        longer = (
            self._field() or self._attribute() or _body_step(self._doc, self.start, self._floor)
        )
        if longer is None:
            return False
        self.start = self._body_start = longer
        return True

    def _field(self) -> int | None:
        """Return the start of a minister's field in small letters: "shadow health secretary"."""
        if self._hit.value.office.casefold() not in MINISTERS:
            return None
        if self.start > self._floor and self._doc[self.start - 1].lower_ == "shadow":
            return self.start - 1
        return fields_start(self._doc, self.start, self._floor)

    def _attribute(self) -> int | None:
        """Return the start of an adjective or noun before the title: "senior legal analyst"."""
        token = self._doc[self.start - 1]
        if self._hit.value.scope != "body" or token.ent_type_ == "ORDINAL" or token.tag_ == "JJS":
            return None  # "the first woman president", "the oldest senator"
        inside = token.i < token.head.i < self._hit.end
        plain = token.text.islower() and token.pos_ in {"ADJ", "NOUN"}
        return token.i if plain and inside and token.dep_ in ATTRIBUTES else None

    def _form(self) -> TitleForm:
        """Return the title's row; "its vice president" is no officer of the nation."""
        form = self._hit.value
        owned = self.start > 0 and self._doc[self.start - 1].lower_ in OWNERS
        return replace(form, scope="body") if form.scope == "nation" and owned else form

    def _body_start_of(self, form: TitleForm) -> int | None:
        """Return where the body's name starts; "Pro-Growth President" names none."""
        start = self._body_start
        if start is None or form.scope != "nation":
            return start
        return None if PREFIXED.match(self._doc[start].text) else start

    def phrase(self) -> TitlePhrase:
        """Return what was read."""
        form = self._form()
        office = form.office
        start = self._body_start_of(form)
        body = _body_text(self._doc, start, self._hit.start) if start is not None else ""
        if body:
            office = f"{body.title() if body.islower() else body} {office}"
            form = replace(form, scope="body") if form.scope == "nation" else form
        elif form.scope == "body" and self._party is not None:
            office = f"{self._party} {office}"
        return TitlePhrase(
            start=self.start,
            end=self._hit.end,
            form=form,
            office=office,
            status=self._status,
            place=self._place,
            party=self._party,
            local=self._local,
        )


def _inside_body(doc: Doc, start: int, floor: int) -> bool:
    """Tell whether "of", "for" stands before the place: it is part of a body's name."""
    return start > floor and doc[start - 1].lower_ in {"of", "for"}


SALUTATIONS = frozenset({"dear", "hon", "honorable"})


def _body_step(doc: Doc, start: int, floor: int) -> int | None:
    """Return the start of the body's name with one more word, or None where it begins."""
    token = doc[start - 1]
    if token.text == ")" and start - 3 >= floor and doc[start - 3].text == "(":
        return start - 3
    if token.lower_ in SALUTATIONS:
        return None  # "Dear Chairman Bee"
    if token.text in POSSESSIVES:
        return start - 1 if start - 2 >= floor and doc[start - 2].text[:1].isupper() else None
    if _is_body_word(token):
        return start - 1
    if token.lower_ in LINKS and start - 2 >= floor and not _joins_people(doc, start):
        before = doc[start - 2]
        if _is_body_word(before) or (
            before.lower_ in LINKS and _is_body_word(doc[max(floor, start - 3)])
        ):
            return start - 1
    return None


def _joins_people(doc: Doc, start: int) -> bool:
    """Tell "Ann Bee and" before the title of the next person from "Energy and Commerce"."""
    return doc[start - 2].ent_type_ == "PERSON" or doc[start].lower_ in title_words()


@cache
def title_words() -> frozenset[str]:
    """Return the titles of one word, in lower case."""
    rows = read_table("titles.tsv", COLUMNS)
    return frozenset(
        " ".join(words_of_form(row.cell("form"))) for row in rows if " " not in row.cell("form")
    )


@cache
def leaderships() -> frozenset[str]:
    """Return the offices of those who lead a chamber: "House Speaker"."""
    rows = read_table("titles.tsv", COLUMNS)
    return frozenset(row.cell("office") for row in rows if row.cell("scope") == "house")


def _is_body_word(token: Token) -> bool:
    if token.text == "-" and not token.whitespace_:
        return True
    if not token.text[:1].isupper() or token.pos_ not in {"PROPN", "NOUN", "ADJ"}:
        return False
    return not (token.is_sent_start and token.pos_ == "ADJ")


def _body_text(doc: Doc, start: int, end: int) -> str:
    words: list[str] = []
    skipping = False
    for token in doc[start:end]:
        skipping = skipping or token.text == "("
        if not skipping and token.text not in POSSESSIVES:
            words.append(token.text_with_ws)
        elif words and not skipping:
            words.append(" ")
        skipping = skipping and token.text != ")"
    return " ".join("".join(words).split())
