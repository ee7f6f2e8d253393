"""Who supports or opposes what: frames, judgements, joint actions and authorship, put together.

Sources of a stance, most certain first: the words of a holder or about a holder (cues), what a
joint action says (each member takes it), judgements inside somebody's words, and authorship ("the
governor's plan"). Each keeps the words that show it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from spacy.language import Language

from graphkit.nlp.action_positions import PositionFinder
from graphkit.nlp.annotations import (
    SignStep,
    StanceNote,
    StanceTrace,
    TargetKind,
    TargetRef,
    TokenRange,
    actions_of,
    actors_of,
    furniture_of,
    register_extensions,
)
from graphkit.nlp.authorship import find_authorship
from graphkit.nlp.cue_table import cues
from graphkit.nlp.frames import forget_frames, frames_of
from graphkit.nlp.judging_words import evaluatives
from graphkit.nlp.phrases import phrase
from graphkit.nlp.stance_confidence import confidence_of
from graphkit.nlp.stance_context import Aim, Holder, StanceContext
from graphkit.nlp.stance_features import Finding, StanceFacts
from graphkit.nlp.stance_moods import BEFORE, PAST, PRESENT
from graphkit.nlp.syntax import VERBS, is_passive
from graphkit.nlp.vote_frames import find_vote_frames
from graphkit.nlp.way_stances import find_way_stances
from graphkit.records import EvidenceKind, Polarity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

    from graphkit.nlp.cues import Frame

JUDGEMENT_DISCOUNT = 0.85
"""A judging word shows a stance less plainly than a cue of support or opposition."""
DEEDS = frozenset({"conduct", "effect"})
"""Rules for what somebody or something does."""
SAID_OF = frozenset({"naming", "predicate", "thanks"})
"""Rules for what somebody or something is said to be, or thanked for."""
SHORTEST_DEED = 2
"""Words of a verb phrase below which nobody can tell what is meant ("step in")."""
DEED_DISCOUNT = 0.6
"""Where the target is a verb phrase ("should raise the fee") instead of a noun."""
MAX_EVIDENCE_CHARS = 600
NO_WEIGHT = (False, 0.0, 0.0)
MEANS_THE_END = "means the end"
"""Effect of words that mean the end of the target, or an action against it ("the repeal")."""


@Language.factory(
    "gk_stances",
    assigns=["doc._.gk_stances"],
    requires=["doc._.gk_actors", "doc._.gk_quotations", "doc._.gk_policies", "doc._.gk_actions"],
)
def make_stances_component(nlp: Language, name: str) -> StancesComponent:  # noqa: ARG001 - spaCy's signature
    """Build the component; its lexicons are read here, once."""
    register_extensions()
    cues()
    evaluatives()
    return StancesComponent()


class StancesComponent:
    """Set `doc._.gk_stances`."""

    def __call__(self, doc: Doc) -> Doc:
        """Gather the stances of `doc`."""
        doc._.gk_stances = gather_stances(doc)
        forget_frames(doc)
        return doc


def gather_stances(doc: Doc) -> tuple[StanceNote, ...]:
    """Return one note for each (holder, target, polarity), in order of holder and target."""
    context = StanceContext(doc)
    spoken = [*_from_frames(context), *_from_judgements(context)]
    found = [*spoken, *_from_actions(context, spoken), *find_authorship(context)]
    found += find_way_stances(context, spoken)
    return tuple(_merged(doc, found))


def _from_frames(context: StanceContext) -> Iterator[Finding]:
    frames = frames_of(context.doc)
    for frame in (*frames.stated, *frames.neutral, *find_vote_frames(context.doc)):
        aim = context.target(frame)
        if aim is None or (frame.needs_policy and not context.is_policy_like(frame, aim.ref)):
            continue
        if frame.needs_actor and aim.ref.kind is not TargetKind.ACTOR:
            continue
        for holder in context.holders(frame.holders):
            # of what a letter says, its plain verbs are everybody's: "we oppose", "we urge you to"
            if not holder.is_signed or frame.cue.pos_ == "VERB":
                yield _found(context, frame, holder, aim)


def _from_judgements(context: StanceContext) -> Iterator[Finding]:
    frames = frames_of(context.doc)
    for frame in frames.judging:
        aim = context.target(frame)
        if aim is None:
            continue
        if not (frame.target.i in frames.things or _is_judged(context, frame, aim)):
            continue
        named = context.holders(frame.holders)
        for holder in named if frame.holders else context.judges(frame.cue):
            judging = holder._replace(sure=holder.sure * JUDGEMENT_DISCOUNT)
            yield _found(context, frame, judging, aim)


def _is_judged(context: StanceContext, frame: Frame, aim: Aim) -> bool:
    """Tell whether a judgement is one on its target; a body that helps somebody is not praised."""
    if aim.ref.kind is not TargetKind.ACTOR:
        return frame.rule != "conduct" and context.is_policy_like(frame, aim.ref)
    if frame.rule in DEEDS:
        return frame.polarity is Polarity.OPPOSES and not frame.steps
    return frame.rule in SAID_OF


def _found(context: StanceContext, frame: Frame, holder: Holder, aim: Aim) -> Finding:
    return Finding(
        holder=holder.place,
        target=aim.ref,
        polarity=frame.polarity.opposite if aim.turned else frame.polarity,
        confidence=frame.strength * holder.sure * aim.sure * _clarity(frame),
        evidence=_evidence(context.doc, frame, holder.tokens),
        kind=EvidenceKind.COLLECTIVE if holder.is_signed else context.kind_at(frame.cue),
        rule=frame.rule,
        cue=TokenRange(frame.cue.i, frame.cue.i + 1),
        steps=_steps(frame, turned=aim.turned),
        head=frame.target,
        moods=frame.moods,
    )


def _steps(frame: Frame, *, turned: bool) -> tuple[SignStep, ...]:
    """Return what the sign passed, the words for the target among it where they turn it."""
    passed = [(step.word, step.effect) for step in frame.steps]
    if turned:
        passed.append((frame.target, MEANS_THE_END))
    return tuple(SignStep(TokenRange(w.i, w.i + 1), effect) for w, effect in passed)


def _clarity(frame: Frame) -> float:
    """Return how well the target is named: a deed that is no known policy may be anything."""
    if frame.target.pos_ not in VERBS or frame.target.is_title or frame.target.is_upper:
        return 1.0
    tokens = phrase(frame.target)
    is_vague = tokens.end - tokens.start < SHORTEST_DEED or is_passive(frame.target)
    return DEED_DISCOUNT**2 if is_vague else DEED_DISCOUNT


def _evidence(doc: Doc, frame: Frame, holder: TokenRange) -> TokenRange:
    """Return the words that hold cue, holder and target, within one sentence."""
    target, sentence = phrase(frame.target), frame.cue.sent
    words = [TokenRange(t.i, t.i + 1) for t in (frame.cue, frame.start)]
    parts = [*words, target, holder]
    inside = [p for p in parts if sentence.start <= p.start and p.end <= sentence.end]
    start, end = min(p.start for p in inside), max(p.end for p in inside)
    while start < frame.cue.i and _chars(doc, start, end) > MAX_EVIDENCE_CHARS:
        start += 1
    while end > frame.cue.i + 1 and _chars(doc, start, end) > MAX_EVIDENCE_CHARS:
        end -= 1
    return TokenRange(start, end)


def _chars(doc: Doc, start: int, end: int) -> int:
    span = doc[start:end]
    return span.end_char - span.start_char


def _from_actions(context: StanceContext, spoken: list[Finding]) -> Iterator[Finding]:
    """Yield what each joint action says for each of its members."""
    positions = PositionFinder(context.doc, spoken)
    for place, action in enumerate(actions_of(context.doc)):
        position = positions.position(place)
        if position is None:
            continue
        shown = dict(action.member_evidence)
        for member in (*action.leaders, *action.signers):
            yield Finding(
                holder=member,
                target=position.target,
                polarity=position.polarity,
                confidence=position.confidence,
                evidence=shown.get(member, action.evidence[0]),
                kind=EvidenceKind.COLLECTIVE,
                rule=f"{position.rule} {'leader' if member in action.leaders else 'signer'}",
                cue=action.evidence[0],
                members=len(action.leaders) + len(action.signers),
            )


def _weight(items: list[Finding]) -> tuple[bool, float, float]:
    """Rank a side of a contradiction: what somebody says beats what a joint text seems to say."""
    own = (i.confidence for i in items if i.kind is not EvidenceKind.COLLECTIVE)
    plain = any(i.is_plain for i in items)
    return plain, max(own, default=0.0), max((i.confidence for i in items), default=0.0)


def _as_past(items: list[Finding], against: list[Finding]) -> list[Finding]:
    """Return the findings of a side, marked as past where the holder is now on the other side.

    "Had opposed the fee but now backs it": of the two the latter is plain.
    """
    is_over = any(PRESENT in i.moods for i in against) and all(
        PRESENT not in i.moods for i in items
    )
    was_before = all(BEFORE in i.moods for i in items)
    if not is_over and not (was_before and any(i.is_plain for i in against)):
        return items
    return [replace(i, moods=tuple(sorted({*i.moods, PAST}))) for i in items]


def _merged(doc: Doc, found: list[Finding]) -> Iterator[StanceNote]:
    grouped: dict[tuple[int, TargetRef, Polarity], list[Finding]] = defaultdict(list)
    furniture = furniture_of(doc)
    for item in found:
        if item.evidence.start in furniture:
            continue
        if item.target != TargetRef(TargetKind.ACTOR, item.holder):
            grouped[item.holder, item.target, item.polarity].append(item)
    facts = StanceFacts(doc)
    holders = Counter((target, polarity) for _, target, polarity in grouped)
    grouped = {
        key: _as_past(items, grouped.get((*key[:2], key[2].opposite), []))
        for key, items in grouped.items()
    }
    weights = {key: _weight(items) for key, items in grouped.items()}
    for key in sorted(grouped):
        holder, target, polarity = key
        items = sorted(grouped[key], key=lambda i: (not i.is_plain, -i.confidence, i.evidence))
        against = weights.get((holder, target, polarity.opposite), NO_WEIGHT)
        first = items[0]
        features = facts.features(
            first,
            repeated=len(items),
            contradicted=against > weights[key],
            others=holders[target, polarity] - 1,
        )
        yield StanceNote(
            holder=holder,
            target=target,
            polarity=polarity,
            confidence=confidence_of(features),
            evidence=tuple(dict.fromkeys((i.evidence, i.kind) for i in items)),
            trace=StanceTrace(rule=first.rule, cue=first.cue, steps=first.steps, features=features),
            tenure=0 if actors_of(doc)[holder].tenures else None,
        )
