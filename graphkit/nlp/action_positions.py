"""Which of the things that the members of a joint action say is what the action stands for.

What hangs at the words for a letter or suit is one candidate, what its group or leaders say in the
text are others. Facts about each are weighed: one is surer than another, but none decides alone.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from graphkit.nlp.action_lexicon import noun_cue
from graphkit.nlp.action_topics import OWN_TARGET, is_own
from graphkit.nlp.annotations import (
    HEADS,
    ActionNote,
    TargetKind,
    TargetRef,
    actions_of,
    actors_of,
    blocks_of,
    policies_of,
)
from graphkit.nlp.policy_nouns import is_policy_noun
from graphkit.nlp.syntax import VERBS
from graphkit.records import ActionKind, EntityKind, EvidenceKind, Polarity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc

    from graphkit.nlp.stance_features import Finding

JOINT_STRENGTH = 0.9
VOICE_DISCOUNT = 0.85
"""A joint action whose words are known only through its leader or group."""
PLAIN = 0.65
"""Confidence from which the words of a leader or group may tell more than the words around."""
WEIGHTS = {
    "told": 1.0,
    "joint": 1.0,
    "signed": 0.5,
    "beside": 0.6,
    "headline": 0.8,
    "confidence": 1.0,
    "repeated": 0.4,
    "deed": -0.7,
    "talk": -1.5,
    "amount": -1.5,
    "granted": -0.7,
    "taken": -1.0,
}
"""What speaks for a candidate and against it; see `_facts`."""
UNSAID = 0.6
"""What the words around an action tell, where no member is said to say it."""
MOST_REPEATED = 4
"""Times from which it makes no difference how often a thing is said."""
TALK = frozenset({"argument", "claim", "comment", "remark", "rhetoric", "statement", "testimony"})
"""What others said, which a letter answers while it is about something else."""


ORDERS = frozenset({"executive order"})
"""Deeds that others may be for or against."""


class Position(NamedTuple):
    """What an action stands for, how sure that is, and by which rule it is told."""

    target: TargetRef
    polarity: Polarity
    confidence: float
    rule: str


class PositionFinder:
    """Finds the positions of the actions of one document."""

    def __init__(self, doc: Doc, spoken: Iterable[Finding]) -> None:
        self.doc = doc
        heads = (b.tokens for b in blocks_of(doc) if b.kind in HEADS)
        self.heads = frozenset(i for each in heads for i in range(*each))
        self.said: dict[int, list[Finding]] = defaultdict(list)
        for finding in spoken:
            if (
                finding.target.kind is TargetKind.POLICY
                and finding.polarity is not Polarity.NEUTRAL
            ):
                self.said[finding.holder].append(finding)
        self.told = {a.about: i for i, a in reversed(list(enumerate(actions_of(doc)))) if a.about}

    def position(self, place: int) -> Position | None:
        """Return the position of the action at `place` of `actions_of`, if the text tells one."""
        action = actions_of(self.doc)[place]
        told = _told(action)
        if told is not None and is_own(action):
            return self._told_position(action, told)
        if action.kind is ActionKind.BILL:
            return None
        plain = {
            side: found
            for side, found in self._sides(action).items()
            if side == told or (self._may_lead(place, found, told) and not self._is_text(side[0]))
        }
        if told is not None:
            plain.setdefault(told, [])
        if not plain:
            return None
        best = max(plain, key=lambda side: (self._score(place, side, plain[side]), -side[0].place))
        if told is None:
            sure = max(f.confidence for f in plain[best]) * VOICE_DISCOUNT
            return Position(*best, sure, "voice")
        if best == told:
            return self._told_position(action, told)
        sure = JOINT_STRENGTH * action.confidence
        return Position(*best, sure, "lead")

    def _told_position(self, action: ActionNote, told: tuple[TargetRef, Polarity]) -> Position:
        sure = JOINT_STRENGTH * action.confidence
        return Position(*told, sure, "action")

    def _sides(self, action: ActionNote) -> dict[tuple[TargetRef, Polarity], list[Finding]]:
        """Return what the group or a leader says, with all of the members who say it too."""
        sides: dict[tuple[TargetRef, Polarity], list[Finding]] = defaultdict(list)
        members = (*action.leaders, *action.signers)
        for member in dict.fromkeys(members):
            for finding in self.said[member]:
                sides[finding.target, finding.polarity].append(finding)
        voices = {m for m in members if self._is_group(m)} or set(action.leaders)
        return {side: f for side, f in sides.items() if any(x.holder in voices for x in f)}

    def _may_lead(
        self, place: int, found: list[Finding], told: tuple[TargetRef, Polarity] | None
    ) -> bool:
        """Tell whether words elsewhere may outweigh those at the action itself."""
        if told is None:
            return True
        linked = ("joint", "signed", "beside", "headline")
        facts = self._links(place, found)
        return any(facts[name] for name in linked) and any(f.confidence >= PLAIN for f in found)

    def _is_text(self, target: TargetRef) -> bool:
        """Tell "the lawsuit", which is not what those who sue are for or against."""
        first = policies_of(self.doc)[target.place].mentions[0]
        cue = noun_cue(self.doc[first.start : first.end].root)
        return cue is not None and cue.kind not in OWN_TARGET and cue.subkind not in ORDERS

    def _is_group(self, actor: int) -> bool:
        return actors_of(self.doc)[actor].kind is EntityKind.GROUP

    def _score(self, place: int, side: tuple[TargetRef, Polarity], found: list[Finding]) -> float:
        return sum(WEIGHTS[name] * value for name, value in self._facts(place, side, found).items())

    def _facts(
        self, place: int, side: tuple[TargetRef, Polarity], found: list[Finding]
    ) -> dict[str, float]:
        action = actions_of(self.doc)[place]
        return {
            **self._links(place, found),
            **self._shape(side[0]),
            "told": side == _told(action),
            "confidence": max((f.confidence for f in found), default=UNSAID),
            "granted": action.kind is ActionKind.LAWSUIT and side[1] is Polarity.SUPPORTS,
            "repeated": min(len({f.evidence for f in found}), MOST_REPEATED) / 2,
            "taken": self.told.get(side[0], place) != place,
        }

    def _links(self, place: int, found: list[Finding]) -> dict[str, float]:
        """Return how what is said hangs together with the action; a headline is of the first."""
        holders = {f.holder for f in found}
        beside = {self.doc[i].sent.start for i in actions_of(self.doc)[place].cues}
        return {
            "joint": len(holders) > 1 or any(self._is_group(h) for h in holders),
            "signed": any(f.kind is EvidenceKind.COLLECTIVE for f in found),
            "beside": any(self.doc[f.cue.start].sent.start in beside for f in found),
            "headline": place == 0 and any(f.cue.start in self.heads for f in found),
        }

    def _shape(self, target: TargetRef) -> dict[str, float]:
        """Return what the words for the target tell: a deed or talk is seldom what it is about."""
        if target.kind is not TargetKind.POLICY:
            return {}
        first = policies_of(self.doc)[target.place].mentions[0]
        root = self.doc[first.start : first.end].root
        return {
            "deed": root.pos_ in VERBS and not is_policy_noun(root),
            "talk": root.lemma_.lower() in TALK,
            "amount": root.ent_type_ == "MONEY" or root.like_num,
        }


def _told(action: ActionNote) -> tuple[TargetRef, Polarity] | None:
    """Return what the words around an action tell, unless that is only whom it is sent to."""
    about, stance = action.about, action.stance
    if about is None or stance is None:
        return None
    is_addressed = about.kind is TargetKind.ACTOR and about.place in action.addressees
    return None if is_addressed else (about, stance)
