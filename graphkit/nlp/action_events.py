"""Gather the mentions of one action: two letters in a text stay two, ten words for one are one."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graphkit.nlp.action_lexicon import Role
from graphkit.nlp.action_lists import PartyList, find_lists, parties
from graphkit.nlp.action_mentions import Mention, Party, find_mentions
from graphkit.nlp.action_parties import add_parties
from graphkit.records import ActionKind, EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graphkit.nlp.action_topics import TopicFinder
    from graphkit.nlp.member_lists import ActorTable

OWN_NAME = frozenset({ActionKind.BILL, ActionKind.RESOLUTION})
"""Kinds that a text may tell apart by name: two bills on two policies are two."""


@dataclass(slots=True)
class Event:
    """One action with all that the text says of it so far."""

    kind: ActionKind
    subkind: str | None = None
    mentions: list[Mention] = field(default_factory=list)
    parties: dict[int, Party] = field(default_factory=dict)
    addressees: dict[int, None] = field(default_factory=dict)
    policies: set[int] = field(default_factory=set)

    def add(self, mention: Mention, policy: int | None) -> None:
        """Take in what a mention says."""
        self.mentions.append(mention)
        self.subkind = self.subkind or mention.subkind
        if policy is not None:
            self.policies.add(policy)
        for party in mention.parties:
            self.join(party)
        self.addressees.update(dict.fromkeys(mention.addressees))

    def join(self, party: Party) -> None:
        """Take in a party; who has once led stays a leader, the first evidence stays."""
        known = self.parties.get(party.place)
        if known is None:
            self.parties[party.place] = party
        elif party.role is Role.LEADER and known.role is Role.SIGNER:
            self.parties[party.place] = Party(party.place, party.role, known.evidence)


def gather_events(table: ActorTable, topics: TopicFinder) -> list[Event]:
    """Return the actions of a text in order of their first mention."""
    events: list[Event] = []
    by_sentence: dict[int, list[Mention]] = {}
    for mention in find_mentions(table.doc):
        add_parties(table, mention)
        by_sentence.setdefault(mention.anchor.sent.start, []).append(mention)
    for sentence in table.doc.sents:
        mentions = by_sentence.get(sentence.start, [])
        lists = list(find_lists(table, sentence))
        loose = [x for x in lists if not _hand_over(table, x, mentions)]
        for mention in mentions:
            _take_in(table, events, mention, topics)
        for found in loose:
            _join_last(table, events, found)
    return events


def _hand_over(table: ActorTable, found: PartyList, mentions: Iterable[Mention]) -> bool:
    """Give a list to the nearest mention of its sentence that it fits."""
    fitting = [m for m in mentions if m.kind is None or found.rule.fits(m.kind)]
    if not fitting or not found.members:
        return False
    nearest = min(
        fitting, key=lambda m: (m.anchor not in found.cue.ancestors, abs(m.anchor.i - found.cue.i))
    )
    nearest.parties += parties(table, found, nearest)
    return True


def _join_last(table: ActorTable, events: list[Event], found: PartyList) -> None:
    """Give a list without a mention to the last action, if it names one who takes part in that."""
    if not events:
        return
    last = events[-1]
    if any(m.place in last.parties for m in found.members) and found.rule.fits(last.kind):
        for party in parties(table, found, None):
            last.join(party)


def _take_in(table: ActorTable, events: list[Event], mention: Mention, topics: TopicFinder) -> None:
    if mention.kind is None:
        return
    policy = topics.policy_at(mention) if mention.kind in OWN_NAME else None
    event = _same(table, events, mention, policy)
    if event is None:
        event = Event(mention.kind)
        events.append(event)
    event.add(mention, policy)


def _same(
    table: ActorTable, events: list[Event], mention: Mention, policy: int | None
) -> Event | None:
    """Return the action that the mention speaks of, None for one not told before."""
    known = [e for e in reversed(events) if e.kind is mention.kind]
    if not known or mention.distinct:
        return None
    members = {p.place for p in mention.parties}
    if policy is not None:
        named = [e for e in known if policy in e.policies]
        if named:
            return named[0]
    for event in known:
        if members & event.parties.keys():
            return event
    if mention.fresh and members and _apart(table, known[0], members):
        return None
    if policy is not None and known[0].policies and mention.kind in OWN_NAME and members:
        return None
    return known[0]


def _apart(table: ActorTable, event: Event, members: set[int]) -> bool:
    """Tell whether both name people or organizations, and not the same ones."""
    return bool(_named(table, event.parties)) and bool(_named(table, members))


def _named(table: ActorTable, places: Iterable[int]) -> list[int]:
    return [p for p in places if not table.is_kind(p, EntityKind.GROUP)]


def with_members(events: Iterable[Event]) -> Iterator[Event]:
    """Yield the actions that somebody takes part in."""
    return (event for event in events if event.parties)
