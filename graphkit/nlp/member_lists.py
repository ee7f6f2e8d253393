"""Read lists of those who joined: "Reps. Ann Bee (OH-01), Cem Dal (TX-02) and Eva Fox (ME-01)".

Parsers lose their way in long lists, so these are read from left to right: an actor is an item
where a separator, or the words that open the list, stand before its name and titles. An actor
named inside the description of another ("Cem Dal, head of Acme Works") is none.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from graphkit.nlp.annotations import TokenRange, actor_index, actors_of
from graphkit.nlp.syntax import FINITE_TAGS
from graphkit.records import EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

SEPARATORS = frozenset({",", ";", "•", "·", "&", "and", "or", ":", "—", "–", "-", "*"})
OPENING, CLOSING = frozenset({"(", "["}), frozenset({")", "]"})
ABBREVIATION = 4
"""Tokens of an abbreviation with its brackets: "the Budget Committee (BC) members"."""
QUOTES = frozenset({'"', "“", "”"})
PLACE_PREPOSITIONS = frozenset({"of", "from"})
RELATIVE = frozenset({"who", "which", "whom", "whose"})
TITLE_PARTS = frozenset({"NOUN", "PROPN", "ADJ", "DET", "NUM", "PRON"})


class Member(NamedTuple):
    """An item of a list: an actor's place and the tokens of the name."""

    place: int
    tokens: TokenRange


class ActorTable:
    """Which actor's mention a token belongs to, and how far that mention goes."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.actors = actors_of(doc)
        self.index = actor_index(doc)
        self._runs = self._runs_of_mentions()

    @cached_property
    def _stops(self) -> list[int]:
        """The full stops and line breaks; not all who ask for a table ask where lists end."""
        return [t.i for t in self.doc if is_stop(t) or (t.is_space and "\n" in t.text)]

    def _runs_of_mentions(self) -> dict[int, TokenRange]:
        runs: dict[int, TokenRange] = {}
        start = 0
        for i in range(1, len(self.doc) + 1):
            place = self.index.get(start)
            if i == len(self.doc) or self.index.get(i) != place:
                if place is not None:
                    runs.update(dict.fromkeys(range(start, i), TokenRange(start, i)))
                start = i
        return runs

    def next_stop(self, start: int) -> int:
        """Return the first full stop or line break from `start` on, or the end of the text."""
        place = bisect_left(self._stops, start)
        return self._stops[place] if place < len(self._stops) else len(self.doc)

    def run(self, start: int) -> TokenRange:
        """Return the tokens from `start` on that belong to the same actor's mention."""
        return TokenRange(start, self._runs[start].end)

    def at(self, index: int) -> tuple[Member, ...]:
        """Return the actor whose mention holds the token, if there is one."""
        if index not in self.index:
            return ()
        return (Member(self.index[index], self._runs[index]),)

    def is_kind(self, place: int, *kinds: EntityKind) -> bool:
        """Tell whether the actor is of one of these kinds."""
        return self.actors[place].kind in kinds

    def within(self, tokens: TokenRange) -> tuple[Member, ...]:
        """Return all actors named in a range, in order."""
        found: list[Member] = []
        i = tokens.start
        while i < tokens.end:
            if i in self.index:
                run = self.run(i)
                found.append(Member(self.index[i], run))
                i = run.end
            else:
                i += 1
        return tuple(found)


def listed(table: ActorTable, start: int, stop: int) -> tuple[Member, ...]:
    """Return the items of the list that starts at token `start`, before `stop` at the latest."""
    found: list[Member] = []
    for member in _mentions(table, start, stop):
        if found and _heads_the_next(table, found[-1], member):
            found.pop()
        previous = found[-1].tokens.end if found else start
        if _is_item(table, member, start, previous):
            found.append(member)
    return tuple(found)


def _heads_the_next(table: ActorTable, first: Member, second: Member) -> bool:
    """Tell a title or head noun taken for an actor: "Caucus Reps. Ann Bee", "mayors of Ohio"."""
    between = table.doc[first.tokens.end : second.tokens.start]
    if table.is_kind(second.place, EntityKind.PERSON):
        return not table.is_kind(first.place, EntityKind.PERSON) and all(
            t.text == "." or (t.pos_ in TITLE_PARTS and t.text not in SEPARATORS) for t in between
        )
    words = table.doc[first.tokens.start : second.tokens.start]
    return (
        any(t.lower_ in PLACE_PREPOSITIONS for t in words)
        and table.is_kind(first.place, EntityKind.GROUP, EntityKind.ORGANIZATION)
        and table.is_kind(second.place, EntityKind.GOVERNMENT)
        and not any(t.text in {",", ";", "and"} or t.like_num for t in words)
    )


def _mentions(table: ActorTable, start: int, stop: int) -> Iterator[Member]:
    doc, i = table.doc, start
    while i < stop:
        token = doc[i]
        if token.text in OPENING:
            i = _after_closing(doc, i, stop)
        elif i in table.index and token.lower_ not in RELATIVE:
            run = table.run(i)
            yield Member(table.index[i], run)
            i = run.end
        elif token.lower_ in RELATIVE:
            i = _after_clause(doc, i, stop)
        elif i > start and ends_list(token):
            return
        else:
            i += 1


def _after_closing(doc: Doc, start: int, stop: int) -> int:
    return next((i + 1 for i in range(start, stop) if doc[i].text in CLOSING), stop)


def _after_clause(doc: Doc, start: int, stop: int) -> int:
    """Return the comma after a relative clause, or the list that the clause itself opens."""
    for i in range(start, stop):
        if doc[i].text in {",", ";"}:
            return i
        if doc[i].lower_ == "by" and doc[i - 1].tag_ == "VBN":
            return i + 1
        if is_stop(doc[i]):
            return stop
    return stop


def ends_list(token: Token) -> bool:
    """Tell whether no list goes on over this token."""
    if is_stop(token) or token.text in QUOTES or (token.is_space and "\n" in token.text):
        return True
    if token.lower_ == "by" and token.i and token.nbor(-1).tag_ == "VBN":
        return True
    return token.tag_ in FINITE_TAGS or (token.tag_ == "TO" and token.dep_ == "aux")


def is_stop(token: Token) -> bool:
    """Tell a full stop from the point of a shortened word ("W.Va.,")."""
    if token.text in {"!", "?"}:
        return True
    if token.text != "." or token.i == 0:
        return False
    inside = token.i + 1 < len(token.doc) and not token.whitespace_
    return not (inside and token.nbor(1).text in {",", ";", ")"})


def _is_item(table: ActorTable, member: Member, start: int, previous: int) -> bool:
    doc = table.doc
    if _is_modifier(table, member):
        return False
    named = table.is_kind(member.place, EntityKind.PERSON)
    at = member.tokens.start - 1
    while at >= max(start, previous) and _belongs_to_title(doc[at], named=named):
        at -= 1
    if at < start:
        return True
    if at < previous:
        return False
    before = doc[at]
    if before.lower_ in PLACE_PREPOSITIONS:
        place = table.is_kind(member.place, EntityKind.GOVERNMENT)
        return place and _is_plural(table, before, start)
    if not named and _is_described(table, previous, at):
        return False
    if before.text == "-":
        return bool(before.whitespace_)
    return before.lower_ in SEPARATORS | CLOSING or before.lower_ == "as" or before.is_space


def _is_described(table: ActorTable, previous: int, at: int) -> bool:
    """Tell a name inside of what describes the one before: "Bee, head of Acme and Dale Steel"."""
    if previous == 0 or previous - 1 not in table.index:
        return False
    person = table.is_kind(table.index[previous - 1], EntityKind.PERSON)
    words = [t for t in table.doc[previous:at] if not t.is_space]
    opened = bool(words) and words[0].text in {",", "("}
    return person and opened and any(t.lower_ in {"of", "for", "at"} for t in words[1:])


def _belongs_to_title(token: Token, *, named: bool) -> bool:
    """Tell whether the word can stand between a separator and a name: "Secretary of State"."""
    if token.is_space:
        return "\n" not in token.text
    if token.lower_ in SEPARATORS:
        return False
    if named and token.lower_ in {"of", "for", "the"} and token.i > 0:
        before = token.nbor(-1)
        # "…, the watchdog group Clear Wells" opens an item as "the" alone does not go on with one
        opens = token.lower_ == "the" and (before.is_punct or before.is_space)
        return opens or before.pos_ in {"PROPN", "ADP"}
    return token.pos_ in TITLE_PARTS or token.text in {".", "’s", "'s", "-"} or token.tag_ == "VBG"


def _is_plural(table: ActorTable, preposition: Token, start: int) -> bool:
    """Tell "the governors of Ohio and Utah" from "Governor Ann Bee of Ohio"."""
    if preposition.i <= start:
        return True
    before = preposition.nbor(-1)
    if before.lower_ == "general" and before.i > start:
        before = before.nbor(-1)
    owner = table.index.get(before.i)
    if owner is not None and table.is_kind(owner, EntityKind.PERSON):
        return False
    return before.lower_.endswith("s") and before.pos_ in {"NOUN", "PROPN"}


def _is_modifier(table: ActorTable, member: Member) -> bool:
    """Tell a name that only describes the noun behind it ("the Ohio senators", "Bee's bill")."""
    doc, end = table.doc, member.tokens.end
    if end >= len(doc):
        return False
    after = doc[end]
    if after.is_space and "\n" not in after.text and end + 1 < len(doc):
        after = doc[end + 1]
    if after.tag_ == "POS" or after.lower_ in {"'s", "’s"}:
        return True
    if table.is_kind(member.place, EntityKind.PERSON, EntityKind.GROUP):
        return False
    if after.text in OPENING:
        behind = _after_closing(doc, after.i, min(len(doc), after.i + ABBREVIATION))
        after = doc[behind] if behind < len(doc) else after
    return after.pos_ in {"NOUN", "PROPN"} and not after.is_space
