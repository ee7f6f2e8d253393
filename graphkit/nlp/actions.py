"""Find the actions of a text: letters, lawsuits, briefs, resolutions, bills, with their parties.

Words for an action are found first, then who takes part by the parse around them and by lists read
from left to right, then the mentions of one action are gathered, and last what it is about.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

from graphkit.nlp.action_asks import AskFinder
from graphkit.nlp.action_events import Event, gather_events, is_bare
from graphkit.nlp.action_lexicon import (
    Role,
    asking_verbs,
    companions,
    deeds,
    noun_cues,
    role_cues,
    verb_cues,
)
from graphkit.nlp.action_mentions import Party
from graphkit.nlp.action_topics import OPPOSING, Topic, TopicFinder
from graphkit.nlp.annotations import ActionNote, TokenRange, register_extensions
from graphkit.nlp.member_lists import ActorTable
from graphkit.nlp.signatories import salutation, signature_block
from graphkit.records import ActionKind, EntityKind, Polarity

if TYPE_CHECKING:
    from spacy.tokens import Doc

PLAIN_CONFIDENCE = 0.9


@Language.factory(
    "gk_actions",
    assigns=["doc._.gk_actions"],
    requires=["doc._.gk_blocks", "doc._.gk_actors", "doc._.gk_policies"],
)
def make_actions_component(nlp: Language, name: str) -> ActionsComponent:  # noqa: ARG001 - spaCy's signature
    """Build the component; its lexicons are read here, once."""
    register_extensions()
    for lexicon in (noun_cues, verb_cues, role_cues, companions, deeds, asking_verbs):
        lexicon()
    return ActionsComponent()


class ActionsComponent:
    """Set `doc._.gk_actions`."""

    def __call__(self, doc: Doc) -> Doc:
        """Find the actions of `doc`."""
        doc._.gk_actions = find_actions(doc)
        return doc


def find_actions(doc: Doc) -> tuple[ActionNote, ...]:
    """Return the actions of `doc` in order of their first mention."""
    table, topics = ActorTable(doc), TopicFinder(doc)
    events = gather_events(table, topics)
    _add_letter_itself(table, events)
    asks = AskFinder(table)
    notes = (_note(table, topics, asks, event) for event in events)
    return tuple(note for note in notes if note.kind is not ActionKind.OTHER or note.about)


def _add_letter_itself(table: ActorTable, events: list[Event]) -> None:
    """Add the signers at the foot of the text to its letter."""
    signers = signature_block(table)
    if not signers:
        return
    letter = next((e for e in events if e.kind is ActionKind.LETTER), None)
    if letter is None:
        letter = Event(ActionKind.LETTER)
        events.append(letter)
    letter.is_text = True
    for place, tokens in signers:
        letter.join(Party(place, Role.SIGNER, tokens))
    letter.addressees.update(dict.fromkeys(m.place for m in salutation(table)))


def _note(table: ActorTable, topics: TopicFinder, asks: AskFinder, event: Event) -> ActionNote:
    parties = _told_apart(table, event)
    members = frozenset(event.parties)
    topic = topics.topic(event.mentions, members)
    if topic is None and event.is_text:
        topic = topics.of_letter()
    counted = [p.place for p in parties if table.is_kind(p.place, EntityKind.GROUP)]
    group = table.actors[counted[0]] if counted else None
    together = (p.place for p in parties if p.role is Role.CO_LEADER)
    return ActionNote(
        kind=event.kind,
        subkind=event.subkind,
        leaders=tuple(p.place for p in parties if p.role.leads),
        co_leaders=tuple(place for place in together if place not in counted),
        signers=tuple(p.place for p in parties if p.role is Role.SIGNER),
        addressees=tuple(p for p in event.addressees if p not in members),
        about=None if topic is None else topic.target,
        stance=_stance(event, topic),
        asks=_demand(asks, event, members),
        signer_count=None if group is None else group.count,
        count_modifier=None if group is None else group.count_modifier,
        evidence=_evidence(event, parties),
        cues=tuple(sorted({m.anchor.i for m in event.mentions})),
        member_evidence=tuple((p.place, p.evidence) for p in parties),
        confidence=PLAIN_CONFIDENCE,
    )


def _demand(asks: AskFinder, event: Event, members: frozenset[int]) -> TokenRange | None:
    found = asks.ask(event.mentions, members)
    return asks.of_letter() if found is None and event.is_text else found


def _stance(event: Event, topic: Topic | None) -> Polarity | None:
    if topic is None:
        return None
    return Polarity.OPPOSES if event.subkind in OPPOSING else topic.polarity


def _told_apart(table: ActorTable, event: Event) -> list[Party]:
    """Return the parties in order of text; "the lawmakers" are nobody beside those named."""
    parties = sorted(event.parties.values(), key=lambda p: (p.evidence.end, p.place))
    telling = [p for p in parties if not is_bare(table, p.place)]
    return telling or parties


def _evidence(event: Event, parties: list[Party]) -> tuple[TokenRange, ...]:
    ranges = {m.sentence for m in event.mentions if m.parties} or {p.evidence for p in parties}
    return tuple(sorted(ranges))
