"""What an action is about, and whether it is for or against it.

Letters and briefs say it in words of support and opposition around them; a suit opposes what it
attacks; a bill's authors support the bill itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from graphkit.nlp.annotations import TargetKind, TargetRef, actor_index
from graphkit.nlp.cues import Frame, find_frames
from graphkit.nlp.policies import policy_index, target_of
from graphkit.nlp.syntax import prepositional_objects
from graphkit.nlp.targets import target_from_phrase
from graphkit.records import ActionKind, Polarity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Doc

    from graphkit.nlp.action_mentions import Mention

OWN_TARGET = frozenset({ActionKind.BILL, ActionKind.RESOLUTION, ActionKind.OTHER})
"""Kinds whose authors support the very thing that the noun names."""
ATTACK_PREPOSITIONS = ("over", "challenging", "about", "against")
SUBJECT_PREPOSITIONS = ("on", "about", "regarding", "concerning")
VERBS = frozenset({"VERB", "AUX"})


class Topic(NamedTuple):
    """A target with the polarity of the action towards it."""

    target: TargetRef
    polarity: Polarity


class TopicFinder:
    """Finds what mentions are about; the frames of a text are read once."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.actors = actor_index(doc)
        self.policies = policy_index(doc)
        self.frames: dict[int, list[Frame]] = {}
        for frame in find_frames(doc):
            self.frames.setdefault(frame.cue.sent.start, []).append(frame)

    def topic(self, mentions: Iterable[Mention], members: frozenset[int]) -> Topic | None:
        """Return the topic of an action from all its mentions, the first that tells one."""
        told = list(mentions)
        for mention in told:
            found = self._own(mention) or self._attacked(mention) or self._framed(mention)
            if found is not None:
                return found
        return next((t for m in told for t in self._said_by(m, members)), None)

    def policy_at(self, mention: Mention) -> int | None:
        """Return the policy that the words of a bill name."""
        if mention.anchor.pos_ == "VERB":
            return None
        return self.policies.get(mention.anchor.i)

    def _own(self, mention: Mention) -> Topic | None:
        if mention.kind not in OWN_TARGET:
            return None
        place = self.policy_at(mention)
        if place is not None:
            return Topic(TargetRef(TargetKind.POLICY, place), Polarity.SUPPORTS)
        found = target_from_phrase(self.doc, mention.anchor, Polarity.SUPPORTS)
        if found is None or found[0].kind is not TargetKind.POLICY:
            return None
        return Topic(*found)

    def _attacked(self, mention: Mention) -> Topic | None:
        """Return what a suit is over."""
        if mention.kind is not ActionKind.LAWSUIT:
            return None
        heads = [mention.anchor]
        if mention.anchor.head.pos_ in VERBS and mention.anchor.pos_ != "VERB":
            heads.append(mention.anchor.head)
        for head in heads:
            for preposition in ATTACK_PREPOSITIONS:
                for thing in prepositional_objects(head, preposition):
                    found = target_from_phrase(self.doc, thing, Polarity.OPPOSES)
                    if found is not None and found[0].kind is TargetKind.POLICY:
                        return Topic(*found)
        return None

    def _framed(self, mention: Mention) -> Topic | None:
        """Return the target of words of support or opposition that hang at the mention."""
        frames = self.frames.get(mention.anchor.sent.start, [])
        for frame in frames:
            if self._belongs(frame, mention) and frame.target != mention.anchor:
                found = self._target(frame, mention)
                if found is not None:
                    return found
        return None

    @staticmethod
    def _belongs(frame: Frame, mention: Mention) -> bool:
        anchor = mention.anchor
        if anchor in frame.holders or anchor == frame.cue:
            return True
        if frame.cue.i > anchor.i and anchor in frame.cue.ancestors:
            return True
        head = anchor.head
        if frame.cue.i > anchor.i and head in frame.cue.ancestors and anchor.dep_ == "dobj":
            return True
        return frame.cue in anchor.ancestors and anchor.dep_ == "pobj"

    def _said_by(self, mention: Mention, members: frozenset[int]) -> Iterator[Topic]:
        """Yield the targets of what a member supports or opposes beside the mention."""
        for frame in self.frames.get(mention.anchor.sent.start, []):
            if any(self.actors.get(h.i) in members for h in frame.holders):
                found = self._target(frame, mention)
                if found is not None:
                    yield found

    def _target(self, frame: Frame, mention: Mention) -> Topic | None:
        """Return what the frame is about, unless that is the letter or suit itself."""
        target = target_of(frame.target, policies=self.policies, actors=self.actors)
        if target is not None and target.kind is TargetKind.POLICY:
            found: tuple[TargetRef, Polarity] | None = (target, frame.polarity)
        else:
            found = target_from_phrase(self.doc, frame.target, frame.polarity)
        if found is None or found[0].kind is TargetKind.ACTION:
            return None
        if mention.kind not in OWN_TARGET and found[0] == self._itself(mention):
            return None
        return Topic(*found)

    def _itself(self, mention: Mention) -> TargetRef | None:
        place = self.policies.get(mention.anchor.i)
        return None if place is None else TargetRef(TargetKind.POLICY, place)
