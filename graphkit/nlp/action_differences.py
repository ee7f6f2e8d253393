"""Tell two suits or letters of one plaintiff apart: by day, court, addressee and topic.

One difference may be another wording for the same ("the administration", "the department"); two
are taken for two actions, unless something else is the same and the day does not differ.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from graphkit.nlp.action_lexicon import JOINT
from graphkit.nlp.annotations import document_of
from graphkit.nlp.day_mentions import DayMentions
from graphkit.nlp.day_spans import DayKind
from graphkit.nlp.day_values import day_value
from graphkit.nlp.policy_nouns import generic_words
from graphkit.nlp.syntax import VERBS, children, objects, prepositional_objects
from graphkit.records import ActionKind, DatePrecision

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc, Token

    from graphkit.nlp.action_mentions import Mention

LEAST = 2
"""Differences that make two actions."""
TOPIC_PREPOSITIONS = ("about", "challenging", "on", "over", "regarding")
ADDRESSING = {ActionKind.LAWSUIT: ("against",)}
COURT = "court"
LONGEST_SENTENCE = 200
"""Tokens; longer ones are lists."""
NAMING = frozenset({"ADJ", "NOUN", "PROPN"})
TOLD = frozenset({"ADJ", "NOUN", "PROPN", "VERB"})
TIMES = frozenset({"DATE", "TIME"})
EMPTY: frozenset[str] = frozenset()


class Details(NamedTuple):
    """What words for an action tell of it; empty where they tell nothing."""

    days: frozenset[str] = EMPTY
    courts: frozenset[str] = EMPTY
    addressees: frozenset[str] = EMPTY
    topics: frozenset[str] = EMPTY

    def joined(self, other: Details) -> Details:
        """Return what both tell."""
        return Details(*(a | b for a, b in zip(self, other, strict=True)))

    def differs(self, other: Details) -> bool:
        """Tell whether they clearly speak of two actions."""
        pairs = [(a, b) for a, b in zip(self, other, strict=True) if a and b]
        different = sum(not a & b for a, b in pairs)
        other_day = bool(self.days and other.days) and not self.days & other.days
        return different >= LEAST and (other_day or different == len(pairs))


class DetailReader:
    """Reads details of mentions; the days of a text are read when first asked for."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._known: dict[int, Details] = {}

    @cached_property
    def _days(self) -> DayMentions:
        return DayMentions(self._doc)

    def of_all(self, mentions: Iterable[Mention]) -> Details:
        """Return what several mentions of one action tell together."""
        found = Details()
        for mention in mentions:
            found = found.joined(self.details(mention))
        return found

    def details(self, mention: Mention) -> Details:
        """Return what the words at one mention tell; nothing of what is not done jointly."""
        if mention.kind not in JOINT:
            return Details()
        place = mention.anchor.i
        if place not in self._known:
            self._known[place] = self._read(mention.anchor, mention.kind)
        return self._known[place]

    def _read(self, anchor: Token, kind: ActionKind) -> Details:
        verb = anchor if anchor.pos_ in VERBS else anchor.head
        heads = [anchor] if verb == anchor or verb.pos_ not in VERBS else [anchor, verb]
        prepositions = ADDRESSING.get(kind, ("to",))
        directed = [t for h in heads for t in prepositional_objects(h, *prepositions)]
        if anchor.pos_ in VERBS:
            directed += objects(anchor)
        addressees = _words(directed)
        return Details(
            days=self._told_days(heads),
            courts=_courts(anchor),
            addressees=addressees - generic_words(),
            topics=_topics(heads) - addressees - generic_words(),
        )

    def _told_days(self, heads: list[Token]) -> frozenset[str]:
        document = document_of(self._doc)
        base = None if document is None else document.date
        owners = {t.i for t in heads}
        found: set[str] = set()
        for mention in self._days.beside(heads[0].i):
            if mention.owners & owners and mention.span.kind is not DayKind.BESIDE:
                value = day_value(mention.span, base, future=mention.future)
                if value.day is not None and value.precision is DatePrecision.DAY:
                    found.add(value.day.isoformat())
                elif base is None and mention.span.kind is DayKind.DATE:
                    found.add(mention.span.text)
        return frozenset(found)


def _words(heads: Iterable[Token]) -> frozenset[str]:
    """Return the words of names and nouns, with those listed behind them."""
    found: set[str] = set()
    for head in heads:
        for token in (head, *head.conjuncts):
            inside = (token, *children(token, "compound", "amod", "nmod"))
            found.update(t.lower_ for t in inside if t.pos_ in NAMING)
    return frozenset(found)


def _courts(anchor: Token) -> frozenset[str]:
    """Return the words of "in federal court"; parsers hang it at the defendant as well."""
    if len(anchor.sent) > LONGEST_SENTENCE:
        return EMPTY
    courts = (t for t in anchor.sent if t.lemma_.lower() == COURT and t.head.lower_ == "in")
    return _words(courts) - {COURT}


def _topics(heads: Iterable[Token]) -> frozenset[str]:
    found: set[str] = set()
    for head in heads:
        told = [
            *prepositional_objects(head, *TOPIC_PREPOSITIONS),
            *(c for c in children(head, "acl", "advcl", "xcomp") if c.i > head.i),
        ]
        for each in told:
            found.update(
                t.lemma_.lower()
                for t in each.subtree
                if t != each and t.pos_ in TOLD and t.ent_type_ not in TIMES
            )
            if each.pos_ not in VERBS and each.ent_type_ not in TIMES:
                found.add(each.lemma_.lower())
    return frozenset(found)
