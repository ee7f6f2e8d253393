"""Tell whom the text names of a group: "12 mayors, including Ann Bee", "two states (Ohio, Utah)".

A list after "including", "such as" or "among them" names some of a group; one in brackets or after
a dash names all of it, so it is taken only where it is as long as the group. The places in "Ohio
and 15 other states" and the person in "Ann Bee and her colleagues" belong to the group by its own
words. Nobody is a member of those who are "other" than the ones named.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from graphkit.nlp.annotations import ActorNote, actors_of
from graphkit.nlp.member_lists import ActorTable, listed
from graphkit.records import EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

    from graphkit.nlp.annotations import TokenRange

SOME = (("including",), ("such", "as"), ("among", "them"), ("notably",), ("like",))
"""Words that open a list of some members, after a comma or not."""
ALL = frozenset({"(", "—", "–", "--", ":"})
"""Marks that open a list of all members."""
MARKS = frozenset({",", "—", "–", "--"})
CLOSING = frozenset({")", "]"})
NAMED = frozenset({EntityKind.PERSON, EntityKind.GOVERNMENT, EntityKind.ORGANIZATION})
LONGEST_LIST = 400
"""Tokens of a list of members."""


def with_members(doc: Doc) -> tuple[ActorNote, ...]:
    """Return the actors of `doc`, each group with those of it whom the text names."""
    actors = actors_of(doc)
    if not any(a.kind is EntityKind.GROUP for a in actors):
        return actors
    table = ActorTable(doc)
    return tuple(
        replace(actor, members=_members(table, actor)) if actor.kind is EntityKind.GROUP else actor
        for actor in actors
    )


def _members(table: ActorTable, group: ActorNote) -> tuple[int, ...]:
    found: set[int] = set()
    for mention in group.names:
        found.update(_in_its_words(table, mention))
        found.update(_listed_after(table, mention, group.count))
    if group.count is not None and len(found) > group.count:
        return ()
    return tuple(sorted(found))


def _in_its_words(table: ActorTable, mention: TokenRange) -> Iterator[int]:
    """Yield the places before "and 15 other states", the person before "and her colleagues"."""
    words = [t.lower_ for t in table.doc[mention.start : mention.end]]
    if "and" not in words:
        return
    last = mention.start + len(words) - 1 - words[::-1].index("and")
    opens = {EntityKind.PERSON, EntityKind.GOVERNMENT}
    for i in range(mention.start, last):
        place = table.index.get(i)
        following = table.doc[i + 1]
        listed_here = following.lower_ in {",", "and"}
        if place is not None and table.actors[place].kind in opens and listed_here:
            yield place


def _listed_after(table: ActorTable, mention: TokenRange, count: int | None) -> tuple[int, ...]:
    doc, i = table.doc, mention.end
    start = _after_words(doc, i)
    if start is not None:
        return _named(table, start)
    if count is None or i >= len(doc) or doc[i].text not in ALL:
        return ()
    places = _named(table, i + 1)
    return places if len(places) == count else ()


def _after_words(doc: Doc, i: int) -> int | None:
    """Return where the list starts that "including" or "such as" opens."""
    if i < len(doc) and doc[i].text in MARKS:
        i += 1
    for words in SOME:
        if words == ("like",) and i < len(doc) and doc[i].pos_ != "ADP":
            continue
        if tuple(t.lower_ for t in doc[i : i + len(words)]) == words:
            return i + len(words)
    return None


def _named(table: ActorTable, start: int) -> tuple[int, ...]:
    doc = table.doc
    stop = min(table.next_stop(start), start + LONGEST_LIST)
    if doc[start - 1].text == "(":
        stop = next((i for i in range(start, stop) if doc[i].text in CLOSING), stop)
    members = listed(table, start, stop)
    return tuple(m.place for m in members if table.is_kind(m.place, *NAMED))
