"""Gather the mentions of one action: two letters in a text stay two, ten words for one are one."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graphkit.nlp.action_addressees import split_by_addressee
from graphkit.nlp.action_differences import DetailReader
from graphkit.nlp.action_lexicon import JOINT, Role, role_cue
from graphkit.nlp.action_lists import PartyList, find_lists, is_coalition, parties
from graphkit.nlp.action_mentions import VERSUS, Mention, Party, find_mentions
from graphkit.nlp.action_parties import add_parties
from graphkit.nlp.action_votes import is_against
from graphkit.nlp.signatories import lists_of_lines
from graphkit.records import ActionKind, EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Token

    from graphkit.nlp.action_topics import TopicFinder
    from graphkit.nlp.member_lists import ActorTable

ARTICLES = frozenset({"the", "these", "those", "their", "his", "her", "our", "following"})
VOTE = "vote"
PLAN_REACH = 120
"""Tokens from the last words for a bill to "her plan"; farther off it may be any other plan."""
MOST_READ = 8
"""Mentions of an action that are compared with another; the first tell the most."""
DONE_ALONE = frozenset({"endorsement", "executive order", "filibuster", "veto"})
"""What two people do are two of these, though both be called by the same words."""
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
    named: set[int] = field(default_factory=set)
    """Those of `policies` that the text calls by a name ("the Clean Wells Act")."""
    is_text: bool = False
    """The text is the letter itself, with its signatures."""

    def add(self, mention: Mention, policy: int | None) -> None:
        """Take in what a mention says."""
        self.mentions.append(mention)
        self.subkind = self.subkind or mention.subkind
        if policy is not None:
            self.policies.add(policy)
            if mention.is_named():
                self.named.add(policy)
        for party in mention.parties:
            self.join(party)
        self.addressees.update(dict.fromkeys(mention.addressees))

    def join(self, party: Party) -> None:
        """Take in a party; who has once led stays a leader, the first evidence stays.

        A co-leader whom the text elsewhere calls a leader leads with the others all the same.
        """
        known = self.parties.get(party.place)
        if known is None:
            self.parties[party.place] = party
        elif known.role is Role.SIGNER or party.role is Role.CO_LEADER:
            self.parties[party.place] = Party(party.place, party.role, known.evidence)


def gather_events(table: ActorTable, topics: TopicFinder) -> list[Event]:
    """Return the actions of a text in order of their first mention."""
    return _Gathering(table, topics).run()


class _Gathering:
    """The state of one reading from beginning to end."""

    def __init__(self, table: ActorTable, topics: TopicFinder) -> None:
        self.table = table
        self.topics = topics
        self.events: list[Event] = []
        self.details = DetailReader(table.doc)
        self.held: list[Mention] = []
        """People who act together, until the text tells what they do."""

    def run(self) -> list[Event]:
        by_sentence: dict[int, list[Mention]] = {}
        for mention in find_mentions(self.table):
            add_parties(self.table, mention)
            told = by_sentence.setdefault(mention.anchor.sent.start, [])
            told += split_by_addressee(self.table, mention)
        lines = lists_of_lines(self.table)
        for sentence in self.table.doc.sents:
            mentions = by_sentence.get(sentence.start, [])
            self._read(mentions, find_lists(self.table, sentence, lines))
        self._release()
        return [event for event in self.events if self._is_somebody_s(event)]

    def _is_somebody_s(self, event: Event) -> bool:
        """Tell whether enough take part: two in a joint statement, a name in what is done alone."""
        if event.kind is ActionKind.STATEMENT:
            return len(event.parties) > 1
        if event.subkind == VOTE and event.kind is ActionKind.OTHER:
            return len({p.role for p in event.parties.values()}) > 1
        if event.kind is ActionKind.OTHER:
            return bool(_named(self.table, event.parties))
        return any(not is_bare(self.table, place) for place in event.parties)

    def _read(self, mentions: list[Mention], lists: Iterable[PartyList]) -> None:
        loose = [x for x in lists if not self._hand_over(x, mentions)]
        joint = [m for m in mentions if m.is_joint() and m.anchor.lower_ not in VERSUS]
        for mention in mentions:
            if mention.kind is None:
                self._hold(mention, joint, mentions)
        for mention in mentions:
            if mention.kind is not None:
                self._take_in(mention)
        for found in loose:
            self._join_last(found)

    def _hand_over(self, found: PartyList, mentions: Iterable[Mention]) -> bool:
        """Give a list to the nearest mention of its sentence that it fits."""
        fitting = [m for m in mentions if self._fits(found, m)]
        if not fitting or not found.members:
            return False
        cue = found.cue
        nearest = min(
            fitting, key=lambda m: (m.anchor not in cue.ancestors, abs(m.anchor.i - cue.i))
        )
        nearest.parties += parties(self.table, found, nearest)
        return True

    def _fits(self, found: PartyList, mention: Mention) -> bool:
        """Tell whether the list can be the mention's; "an effort led by Bee" is no letter."""
        if mention.weak or (
            mention.kind is not None and not found.rule.fits(mention.kind, mention.subkind)
        ):
            return False
        head = found.cue.head
        if _needs_noun(found) and mention.anchor not in found.cue.subtree:
            return False
        if found.beside and mention.kind is not None and not _involves(found, mention):
            return False
        if found.cue.dep_ != "acl" or head.pos_ not in {"NOUN", "PROPN"}:
            return True
        if head == mention.anchor or head in mention.anchor.children:
            return True
        if self.table.index.get(head.i) in {p.place for p in mention.parties}:
            return True
        return mention.kind in JOINT and self._is_group(head)

    def _is_group(self, noun: Token) -> bool:
        place = self.table.index.get(noun.i)
        named = place is not None and self.table.is_kind(place, EntityKind.GROUP)
        return named or is_coalition(noun)

    def _hold(self, mention: Mention, joint: list[Mention], around: list[Mention]) -> None:
        """Give a coalition to the letter or suit of its sentence, or keep it for a later one."""
        places = {p.place for p in mention.parties}
        for other in around:
            if other.kind in OWN_NAME and places & {p.place for p in other.parties}:
                other.parties += mention.parties
                return
        if joint:
            nearest = min(joint, key=lambda m: abs(m.anchor.i - mention.anchor.i))
            nearest.parties += mention.parties
        elif mention.distinct:
            event = Event(ActionKind.OTHER, subkind="coalition")
            event.add(mention, None)
            self.events.append(event)
        elif mention.parties and not mention.quoted:
            self.held.append(mention)

    def _release(self) -> None:
        """Give what is still held to the last joint action, or make it an action of its own."""
        known = [e for e in self.events if e.kind in JOINT and e.parties]
        named = any(_named(self.table, [p.place for p in m.parties]) for m in self.held)
        if not known and named:
            known = [Event(ActionKind.OTHER, subkind="coalition")]
            self.events += known
        for mention in self.held if known else ():
            known[-1].add(mention, None)

    def _join_last(self, found: PartyList) -> None:
        """Give a list without a mention to the last action that it fits.

        "Co-sponsors" tells by itself of a bill; other lists must name one who takes part.
        """
        known = {m.place for m in found.members}
        telling = role_cue(found.cue) is not None and not _needs_noun(found)
        for event in reversed(self.events):
            if found.rule.fits(event.kind, event.subkind) and (
                telling or known & event.parties.keys()
            ):
                break
        else:
            if not (telling and known and found.rule.role is Role.SIGNER):
                return
            event = Event(next(k for k in ActionKind if k in found.rule.kinds))
            self.events.append(event)
        for party in parties(self.table, found, None):
            event.join(party)

    def _take_in(self, mention: Mention) -> None:
        if mention.kind is None:
            return
        policy = self.topics.policy_at(mention) if mention.kind in OWN_NAME else None
        event = self._same(mention, policy)
        if mention.subkind == VOTE and not _is_cast_alike(mention, event):
            return
        if mention.weak and not _is_behind(mention, event):
            return
        if event is None:
            if mention.quoted or (mention.is_general() and not self._is_named(mention)):
                return
            event = Event(mention.kind, subkind=mention.subkind)
            self.events.append(event)
        event.add(mention, policy)
        if mention.kind in JOINT and not mention.distinct and event.parties:
            for held in self.held:
                event.add(held, None)
            self.held = []

    def _is_named(self, mention: Mention) -> bool:
        return bool(_named(self.table, [p.place for p in mention.parties]))

    def _same(self, mention: Mention, policy: int | None) -> Event | None:
        """Return the action that the mention speaks of, None for one not told before."""
        known = [e for e in reversed(self.events) if e.kind is mention.kind]
        if mention.kind is ActionKind.OTHER:
            known = [e for e in known if e.subkind == mention.subkind]
        known.sort(key=lambda e: e.mentions[0].aside if e.mentions else False)
        if not known or mention.distinct or mention.kind is ActionKind.STATEMENT:
            return None
        if policy is not None and mention.is_named():
            known = [e for e in known if not e.named or policy in e.named]
        known = self._alike(mention, known)
        members = {p.place for p in mention.parties}
        named = [e for e in known if policy is not None and policy in e.policies]
        shared = [e for e in known if members & e.parties.keys()]
        if named or shared:
            return (named or shared)[0]
        fresh = mention.fresh or mention.subkind in DONE_ALONE
        if not known or (fresh and members and _apart(self.table, known[0], members)):
            return None
        if mention.fresh and policy is not None and known[0].policies and members:
            return None
        return known[0]

    def _alike(self, mention: Mention, known: list[Event]) -> list[Event]:
        """Leave out those that clearly are others; words that point back mean some one of them."""
        if not known or mention.kind not in JOINT:
            return known
        told = self.details.details(mention)
        alike = [e for e in known if not told.differs(self.details.of_all(e.mentions[:MOST_READ]))]
        return alike if mention.fresh else alike or known


def is_bare(table: ActorTable, place: int) -> bool:
    """Tell a group without number, party or office: "lawmakers", "their colleagues"."""
    group = table.actors[place]
    if group.kind is not EntityKind.GROUP:
        return False
    words = [w for w in group.name.lower().split() if w not in ARTICLES]
    return group.count is None and len(words) == 1


def _is_behind(mention: Mention, bill: Event | None) -> bool:
    """Tell whether "her plan" can be a bill of which the text tells neither name nor author."""
    if bill is None or bill.parties or bill.named or mention.quoted:
        return False
    near = mention.anchor.i - bill.mentions[-1].anchor.i <= PLAN_REACH
    return near and bool(mention.parties) and mention.anchor.tag_ == "NN"


def _is_cast_alike(mention: Mention, vote: Event | None) -> bool:
    """Tell whether a chamber votes, or members of one that voted alike."""
    if any(p.role.leads for p in mention.parties):
        return True
    told = vote.mentions[0].anchor if vote is not None and vote.mentions else None
    return told is not None and is_against(told) == is_against(mention.anchor)


def _needs_noun(found: PartyList) -> bool:
    """Tell a noun that says little alone: an author may be that of a bill, a letter or a book."""
    return role_cue(found.cue) is not None and found.rule.kinds >= {
        ActionKind.BILL,
        ActionKind.LETTER,
    }


def _involves(found: PartyList, mention: Mention) -> bool:
    """Tell whether those accompanied take part, or the list hangs at the mention itself."""
    cue, anchor = found.cue, mention.anchor
    return bool(mention.parties) or anchor in cue.children or anchor in cue.ancestors


def _apart(table: ActorTable, event: Event, members: set[int]) -> bool:
    """Tell whether both name people or organizations, and not the same ones."""
    here, there = _named(table, event.parties), _named(table, members)
    return bool(here and there) and not any(
        _words(table, a) <= _words(table, b) or _words(table, b) <= _words(table, a)
        for a in here
        for b in there
    )


def _words(table: ActorTable, place: int) -> set[str]:
    return set(table.actors[place].name.split()) - {"the", "The"}


def _named(table: ActorTable, places: Iterable[int]) -> list[int]:
    return [p for p in places if not table.is_kind(p, EntityKind.GROUP)]
