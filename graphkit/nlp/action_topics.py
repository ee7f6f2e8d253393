"""What an action is about, and whether it is for or against it.

Letters and briefs say it in words of support, opposition or judgement around them; a suit opposes
what it attacks; a bill's authors support the bill itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from graphkit.nlp.action_lexicon import noun_cue
from graphkit.nlp.action_votes import decided, is_censure
from graphkit.nlp.annotations import ActionNote, TargetKind, TargetRef, actor_index
from graphkit.nlp.frames import frames_of
from graphkit.nlp.polarity import effect_of
from graphkit.nlp.policies import policy_index, target_of
from graphkit.nlp.syntax import VERBS, children, conjuncts, objects, patients, prepositional_objects
from graphkit.nlp.targets import TargetFinder
from graphkit.records import ActionKind, Polarity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Doc, Token

    from graphkit.nlp.action_mentions import Mention
    from graphkit.nlp.cues import Frame

OWN_TARGET = frozenset({ActionKind.BILL, ActionKind.RESOLUTION})
"""Kinds whose authors support the very thing that the noun names."""
OWN_SUBKINDS = frozenset({"endorsement", "executive order", "settlement"})
"""The same of finer words for what has no kind of its own."""
FIRST_PERSON = frozenset({"i", "we"})
OPPOSING = frozenset({"filibuster", "veto"})
"""What is always done against something, by whatever words it is told."""
ATTACK_PREPOSITIONS = ("over", "about", "against", "challenging", "regarding")


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
        self.targets = TargetFinder(doc)
        stated = frames_of(doc).stated
        self.frames = _by_sentence(f for f in stated if f.polarity is not Polarity.NEUTRAL)
        self.itself: set[int] = set()
        """Policies that are the words for the action at hand."""
        self.evaluations = _by_sentence(frames_of(doc).judging)

    def topic(self, mentions: Iterable[Mention], members: frozenset[int]) -> Topic | None:
        """Return the topic of an action from all its mentions, the first that tells one."""
        told = sorted(mentions, key=lambda m: not m.is_named())
        self.itself = {self.policies[m.anchor.i] for m in told if m.anchor.i in self.policies}
        found = next((t for m in told for t in self._told_at(m)), None)
        if found is not None:
            return found
        for frames in (self.frames, self.evaluations):
            found = next((t for m in told for t in self._said_by(m, members, frames)), None)
            if found is not None:
                return found
        return None

    def _told_at(self, mention: Mention) -> Iterator[Topic]:
        """Yield the topics that hang at one mention, by the surest way first."""
        yield from self._own(mention)
        yield from self._withstood(mention)
        yield from (t for t in self._attacked(mention) if not self._is_itself(t, mention))
        for way in (self._voted, self._framed, self._trailing):
            yield from way(mention)

    def of_letter(self) -> Topic | None:
        """Return what a text that is a letter asks for first: "we write to urge you to …"."""
        ours = (f for fs in self.frames.values() for f in fs if _is_ours(f))
        return next((t for f in ours for t in self._policy(f)), None)

    def policy_at(self, mention: Mention) -> int | None:
        """Return the policy that the words of a bill name."""
        if mention.anchor.pos_ == "VERB":
            return None
        return self.policies.get(mention.anchor.i)

    def _own(self, mention: Mention) -> Iterator[Topic]:
        if not is_own(mention):
            return
        if mention.anchor.pos_ == "VERB" or mention.subkind == "endorsement":
            yield from (
                Topic(TargetRef(TargetKind.ACTOR, place), Polarity.SUPPORTS)
                for place in mention.addressees
            )
            return
        place = self.policy_at(mention)
        if place is not None:
            yield Topic(TargetRef(TargetKind.POLICY, place), Polarity.SUPPORTS)
        else:
            yield from self._from_phrase(mention.anchor, Polarity.SUPPORTS)

    def _withstood(self, mention: Mention) -> Iterator[Topic]:
        """Yield what a filibuster or veto is of."""
        if mention.subkind in OPPOSING and mention.anchor.pos_ == "NOUN":
            for thing in prepositional_objects(mention.anchor, "of", "against", "on"):
                yield from self._from_phrase(thing, Polarity.OPPOSES)

    def _attacked(self, mention: Mention) -> Iterator[Topic]:
        """Yield what a suit is over, or what it is to stop somebody from."""
        if mention.kind is not ActionKind.LAWSUIT:
            return
        heads = [mention.anchor]
        if mention.anchor.head.pos_ in VERBS and mention.anchor.pos_ != "VERB":
            heads.append(mention.anchor.head)
        for head in heads:
            for thing in prepositional_objects(head, *ATTACK_PREPOSITIONS):
                yield from self._from_phrase(thing, Polarity.OPPOSES)
            for deed in prepositional_objects(head, "for"):
                for thing in (deed, *objects(deed)) if deed.pos_ in VERBS else ():
                    yield from self._from_phrase(thing, Polarity.OPPOSES)
            for verb in children(head, "xcomp", "advcl", "acl"):
                yield from self._kept_from(verb)

    def _kept_from(self, verb: Token) -> Iterator[Topic]:
        """Yield the deed in "to stop the board from closing the school"."""
        if effect_of(verb) != "inverts":
            return
        for head in (verb, *objects(verb)):
            for deed in prepositional_objects(head, "from"):
                for thing in objects(deed) if deed.pos_ in VERBS else (deed,):
                    yield from self._from_phrase(thing, Polarity.OPPOSES)

    def _framed(self, mention: Mention) -> Iterator[Topic]:
        """Yield the targets of words of support or opposition that hang at the mention."""
        for frame in self.frames.get(mention.anchor.sent.start, []):
            if _belongs(frame, mention) and frame.target != mention.anchor:
                yield from self._target(frame, mention)

    def _voted(self, mention: Mention) -> Iterator[Topic]:
        """Yield whom a chamber confirms or rejects, and what it condemns."""
        verb = mention.anchor
        if mention.subkind != "vote":
            return
        for deed in (d for d in (verb, decided(verb)) if d is not None):
            if is_censure(deed):
                things = (t for o in objects(deed) for t in conjuncts(o))
                # "condemn the toll" may be a policy of its own, and so is what they are for
                apart = (
                    t for t in things if self.policies.get(t.i) != self.policies.get(deed.i, -1)
                )
                for thing in apart:
                    yield from self._from_phrase(thing, Polarity.OPPOSES)
            effect = effect_of(deed)
            for person in (t.i for t in patients(deed) if t.i in self.actors and effect):
                polarity = Polarity.OPPOSES if effect == "inverts" else Polarity.SUPPORTS
                yield Topic(TargetRef(TargetKind.ACTOR, self.actors[person]), polarity)

    def _trailing(self, mention: Mention) -> Iterator[Topic]:
        """Yield what a participle far behind the noun asks for: "a letter to …, urging"."""
        if mention.kind in OWN_TARGET or mention.anchor.pos_ == "VERB":
            return
        for frame in self.frames.get(mention.anchor.sent.start, []):
            verb = frame.cue if frame.cue.pos_ in VERBS else frame.cue.head
            if mention.anchor.i < verb.i <= frame.cue.i and _is_trailing(verb):
                yield from self._target(frame, mention)

    def _said_by(
        self, mention: Mention, members: frozenset[int], frames: dict[int, list[Frame]]
    ) -> Iterator[Topic]:
        """Yield the targets of what a member supports, opposes or judges beside the mention."""
        for frame in frames.get(mention.anchor.sent.start, []):
            said = any(self.actors.get(h.i) in members for h in frame.holders)
            if said or (not frame.holders and _is_said_in(mention, frame.cue)):
                yield from self._target(frame, mention)

    def _target(self, frame: Frame, mention: Mention) -> Iterator[Topic]:
        """Yield the policy of a frame, unless that is the letter or suit itself."""
        means = [t for v in _deeds_of(frame.target) for t in prepositional_objects(v, "by")]
        for deed in (t for t in means if t.pos_ in VERBS):
            yield from self._from_phrase(deed, frame.polarity)
        yield from (t for t in self._policy(frame) if not self._is_itself(t, mention))

    def _policy(self, frame: Frame) -> Iterator[Topic]:
        target = target_of(frame.target, policies=self.policies, actors=self.actors)
        if target is not None and target.kind is TargetKind.POLICY:
            found = iter([Topic(target, frame.polarity)])
        else:
            found = self._from_phrase(frame.target, frame.polarity)
        if not _is_text(frame.target) and frame.target.i not in self.actors:
            yield from found

    def _from_phrase(self, head: Token, polarity: Polarity) -> Iterator[Topic]:
        found = self.targets.target(head, polarity)
        if found is not None and found[0].kind is TargetKind.POLICY:
            yield Topic(*found)

    def _is_itself(self, topic: Topic, mention: Mention) -> bool:
        return not is_own(mention) and topic.target.place in self.itself


def _is_ours(frame: Frame) -> bool:
    return any(holder.lower_ in FIRST_PERSON for holder in frame.holders)


def _is_trailing(verb: Token) -> bool:
    return verb.tag_ == "VBG" and verb.dep_ in {"acl", "advcl"}


def _is_said_in(mention: Mention, cue: Token) -> bool:
    """Tell whether the words stand in the clause of "in the brief, she argued that …"."""
    anchor = mention.anchor
    if anchor.dep_ != "pobj" or anchor.head.lower_ != "in":
        return False
    return cue.i > anchor.i and anchor.head.head in cue.ancestors


def is_own(mention: Mention | ActionNote) -> bool:
    """Tell whether what is done is about the very thing that its noun names."""
    return mention.kind in OWN_TARGET or mention.subkind in OWN_SUBKINDS


def _is_text(target: Token) -> bool:
    """Tell "signed the letter", which says nothing of what the letter is about."""
    cue = noun_cue(target)
    return cue is not None and cue.kind not in OWN_TARGET


def _by_sentence(frames: Iterable[Frame]) -> dict[int, list[Frame]]:
    found: dict[int, list[Frame]] = {}
    for frame in frames:
        found.setdefault(frame.cue.sent.start, []).append(frame)
    return found


def _deeds_of(target: Token) -> tuple[Token, ...]:
    """Return the verb that is asked for: the target, or the one that its sign came through."""
    return tuple(t for t in (target, target.head) if t.pos_ in VERBS and t.tag_ == "VB")


def _belongs(frame: Frame, mention: Mention) -> bool:
    """Tell whether words of support hang at the mention ("a letter urging", "sued to block")."""
    anchor, cue = mention.anchor, frame.cue
    if anchor in frame.holders or anchor == cue:
        return True
    above = tuple(cue.ancestors)
    if cue.i > anchor.i and (anchor in above or (anchor.head in above and anchor.dep_ == "dobj")):
        return True
    return cue in anchor.ancestors and anchor.dep_ == "pobj"
