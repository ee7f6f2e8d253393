"""Who supports or opposes what: frames, judgements, joint actions and authorship, put together.

Sources of a stance, most certain first: the words of a holder or about a holder (cues), what a
joint action says (each member takes it), judgements inside somebody's words, and authorship ("the
governor's plan"). Each keeps the words that show it.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from spacy.language import Language

from graphkit.nlp.annotations import (
    ActionNote,
    StanceNote,
    TargetKind,
    TargetRef,
    TokenRange,
    actions_of,
    actor_index,
    actors_of,
    document_of,
    policies_of,
    quotations_of,
    register_extensions,
)
from graphkit.nlp.cues import Frame, cues, find_frames
from graphkit.nlp.evaluations import evaluatives, find_evaluations
from graphkit.nlp.member_lists import ActorTable, Member, listed
from graphkit.nlp.phrases import phrase
from graphkit.nlp.polarity import is_bare_inversion
from graphkit.nlp.policies import policy_index, target_of
from graphkit.nlp.policy_candidates import PRONOUNS
from graphkit.nlp.policy_nouns import is_policy_noun, policy_nouns
from graphkit.nlp.syntax import children, conjuncts, is_passive
from graphkit.records import (
    ActionKind,
    DatePrecision,
    EntityKind,
    EvidenceKind,
    Polarity,
    StatementKind,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Doc, Token

FIRST_PERSON = frozenset({"i", "we", "us", "me", "our", "my", "ourselves"})
JOINT_TEXTS = {
    "letter": ActionKind.LETTER,
    "petition": ActionKind.LETTER,
    "brief": ActionKind.AMICUS_BRIEF,
    "lawsuit": ActionKind.LAWSUIT,
    "suit": ActionKind.LAWSUIT,
    "complaint": ActionKind.LAWSUIT,
    "resolution": ActionKind.RESOLUTION,
    "statement": ActionKind.STATEMENT,
}
AUTHORED = frozenset({"legislation", "rule", "plan", "decision"})
"""Kinds of policy nouns whose possessor stands behind them ("her plan")."""
KIND_OF_WORDS = {
    StatementKind.DIRECT: EvidenceKind.DIRECT,
    StatementKind.MIXED: EvidenceKind.MIXED,
    StatementKind.INDIRECT: EvidenceKind.INDIRECT,
}
AUTHOR_STRENGTH = 0.6
JOINT_STRENGTH = 0.9
REFERENCE_DISCOUNT = 0.9
"""Where the target is "the bill" or "it", the antecedent may be wrong."""
JUDGEMENT_DISCOUNT = 0.85
"""A judging word shows a stance less plainly than a cue of support or opposition."""
SHORTEST_DEED = 2
"""Words of a verb phrase below which nobody can tell what is meant ("step in")."""
DEED_DISCOUNT = 0.75
"""Where the target is a verb phrase ("should raise the fee") instead of a noun."""
VOICE_DISCOUNT = 0.85
"""A joint action whose words are known only through its leader or group."""
INCLUDING = frozenset({"including", "include", "includes", "included"})
LISTED = 0.9
"""The further members of a list of holders, where one may belong to something else."""
SHORTEST_LIST = 3
"""Two names beside a comma may be two clauses; three are a list."""
CONTRADICTED = 0.6
"""Factor on the weaker of two opposite stances of one holder to one target."""
MAX_EVIDENCE_CHARS = 600


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
        return doc


class _Holder(NamedTuple):
    """An actor, how sure it is that it is meant, and the words that mean it."""

    place: int
    sure: float
    tokens: TokenRange


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """One piece of evidence for a stance."""

    holder: int
    target: TargetRef
    polarity: Polarity
    confidence: float
    evidence: TokenRange
    kind: EvidenceKind


def gather_stances(doc: Doc) -> tuple[StanceNote, ...]:
    """Return one note for each (holder, target, polarity), in order of holder and target."""
    context = _Context(doc)
    spoken = [*_from_frames(context), *_from_judgements(context)]
    found = [*spoken, *_from_actions(context, spoken), *_from_authorship(context)]
    return tuple(_merged(doc, found))


class _Context:
    """The look-ups that all sources share for one document."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.actors = actor_index(doc)
        self.policies = policy_index(doc)
        self.table = ActorTable(doc)
        self.voices: dict[int, tuple[int | None, StatementKind, float]] = {}
        # inner and more certain quotations last, so that they win
        for quote in sorted(quotations_of(doc), key=lambda q: (q.start - q.end, q.confidence)):
            span = doc.char_span(quote.start, quote.end, alignment_mode="expand")
            if span is not None:
                for token in span:
                    self.voices[token.i] = (quote.speaker, quote.kind, quote.confidence)

    def voice(self, token: Token) -> tuple[int | None, StatementKind, float] | None:
        """Return speaker, kind and confidence of the statement that `token` stands in."""
        return self.voices.get(token.i)

    def kind_at(self, token: Token) -> EvidenceKind:
        """Return whose words stand at `token`."""
        voice = self.voice(token)
        return EvidenceKind.NARRATED if voice is None else KIND_OF_WORDS[voice[1]]

    def holders(self, tokens: Iterable[Token]) -> Iterator[_Holder]:
        """Yield the actors that the tokens mean."""
        for token in tokens:
            alone = TokenRange(token.i, token.i + 1)
            if token.lower_ in FIRST_PERSON:
                voice = self.voice(token)
                if voice is not None and voice[0] is not None:
                    yield _Holder(voice[0], voice[2], alone)
            elif token.i in self.actors:
                sure = REFERENCE_DISCOUNT if token.pos_ == "PRON" else 1.0
                yield _Holder(self.actors[token.i], sure, self._mention(token))
                for member in self._listed_with(token):
                    yield _Holder(member.place, LISTED, member.tokens)
            elif token.lemma_.lower() in JOINT_TEXTS:
                yield from self._members(token)

    def _mention(self, token: Token) -> TokenRange:
        """Return the whole mention of an actor that `token` belongs to."""
        start, place = token.i, self.actors[token.i]
        while start > token.sent.start and self.actors.get(start - 1) == place:
            start -= 1
        return TokenRange(start, self.table.run(token.i).end)

    def _listed_with(self, token: Token) -> Iterator[Member]:
        """Yield the others of a list that opens with `token`; the parser often loses its end.

        A group names members of its own: "90 firms back it, including Acme and Bolt".
        """
        start = self._mention(token).start
        members = listed(self.table, start, token.sent.end)
        if len(members) >= SHORTEST_LIST and members[0].tokens.covers(token.i):
            yield from members[1:]
        if actors_of(self.doc)[self.actors[token.i]].kind is not EntityKind.PERSON:
            yield from self._included(token)

    def _included(self, token: Token) -> Iterator[Member]:
        sentence = token.sent
        for word in self.doc[token.i : sentence.end]:
            if word.lower_ in INCLUDING and not self._is_about_another(token, word):
                yield from listed(self.table, word.i + 1, sentence.end)
                return

    def _is_about_another(self, group: Token, including: Token) -> bool:
        """Tell whether a noun nearer to "including" is what it names examples of."""
        before = including.nbor(-1) if including.i else including
        if before.text == ",":
            before = before.nbor(-1)
        nearer = before.i if before.pos_ in {"NOUN", "PROPN"} else None
        if nearer is None or nearer in self.actors:
            return nearer is not None and self.actors[nearer] != self.actors[group.i]
        return nearer not in self.policies

    def _members(self, token: Token) -> Iterator[_Holder]:
        """Yield who stands behind "the letter": leaders and signers of the nearest such action."""
        kind = JOINT_TEXTS[token.lemma_.lower()]
        same = [a for a in actions_of(self.doc) if a.kind is kind]
        if same:
            nearest = min(same, key=lambda a: min(abs(e.start - token.i) for e in a.evidence))
            for member in (*nearest.leaders, *nearest.signers):
                yield _Holder(member, REFERENCE_DISCOUNT, TokenRange(token.i, token.i + 1))

    def target(self, head: Token) -> tuple[TargetRef, float] | None:
        """Return what `head` names, with how sure that is."""
        found = target_of(head, policies=self.policies, actors=self.actors)
        if found is None:
            return None
        refers = head.lower_ in PRONOUNS or (
            found.kind is TargetKind.POLICY
            and any(r.covers(head.i) for r in policies_of(self.doc)[found.place].references)
        )
        return found, REFERENCE_DISCOUNT if refers else 1.0

    def side(self, frame: Frame) -> tuple[TargetRef, float] | None:
        """Return what bare "critics" or "supporters" are against or for."""
        place = self.policies.get(frame.target.i)
        return None if place is None else (TargetRef(TargetKind.POLICY, place), 1.0)

    def is_policy_like(self, frame: Frame, target: TargetRef) -> bool:
        """Tell whether a cue that needs a policy has one."""
        if target.kind is not TargetKind.POLICY:
            return False
        if is_policy_noun(frame.target):
            return True
        policy = policies_of(self.doc)[target.place]
        heads = [self.doc[m.start : m.end].root for m in policy.mentions]
        return any(is_policy_noun(h) for h in heads)


def _from_frames(context: _Context) -> Iterator[_Found]:
    for frame in find_frames(context.doc):
        target = context.side(frame) if frame.bare else context.target(frame.target)
        if target is None or (frame.needs_policy and not context.is_policy_like(frame, target[0])):
            continue
        for holder in context.holders(frame.holders):
            yield _found(context, frame, holder, target)


def _from_judgements(context: _Context) -> Iterator[_Found]:
    for frame in find_evaluations(context.doc):
        target = context.target(frame.target)
        if target is None or not context.is_policy_like(frame, target[0]):
            continue
        if frame.holders:
            for holder in context.holders(frame.holders):
                judged = holder._replace(sure=holder.sure * JUDGEMENT_DISCOUNT)
                yield _found(context, frame, judged, target)
            continue
        voice = context.voice(frame.cue)
        if voice is not None and voice[0] is not None:
            here = TokenRange(frame.cue.i, frame.cue.i + 1)
            speaker = _Holder(voice[0], voice[2] * JUDGEMENT_DISCOUNT, here)
            yield _found(context, frame, speaker, target)


def _found(
    context: _Context, frame: Frame, holder: _Holder, target: tuple[TargetRef, float]
) -> _Found:
    turned = target[0].kind is TargetKind.POLICY and is_bare_inversion(frame.target)
    return _Found(
        holder=holder.place,
        target=target[0],
        polarity=frame.polarity.opposite if turned else frame.polarity,
        confidence=frame.strength * holder.sure * target[1] * _clarity(frame),
        evidence=_evidence(context.doc, frame, holder.tokens),
        kind=context.kind_at(frame.cue),
    )


def _clarity(frame: Frame) -> float:
    """Return how well the target is named: a deed that is no known policy may be anything."""
    if frame.target.pos_ not in {"VERB", "AUX"} or frame.target.is_title or frame.target.is_upper:
        return 1.0
    tokens = phrase(frame.target)
    is_vague = tokens.end - tokens.start < SHORTEST_DEED or is_passive(frame.target)
    return DEED_DISCOUNT**2 if is_vague else DEED_DISCOUNT


def _evidence(doc: Doc, frame: Frame, holder: TokenRange) -> TokenRange:
    """Return the words that hold cue, holder and target, within one sentence."""
    target, sentence = phrase(frame.target), frame.cue.sent
    parts = [TokenRange(frame.cue.i, frame.cue.i + 1), target, holder]
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


def _from_actions(context: _Context, spoken: list[_Found]) -> Iterator[_Found]:
    """Yield what each joint action says for each of its members."""
    for action in actions_of(context.doc):
        position = _position(context, action, spoken)
        if position is None:
            continue
        target, polarity, confidence = position
        shown = dict(action.member_evidence)
        for member in (*action.leaders, *action.signers):
            yield _Found(
                holder=member,
                target=target,
                polarity=polarity,
                confidence=confidence,
                evidence=shown.get(member, action.evidence[0]),
                kind=EvidenceKind.COLLECTIVE,
            )


def _position(
    context: _Context, action: ActionNote, spoken: list[_Found]
) -> tuple[TargetRef, Polarity, float] | None:
    """Return target, polarity and confidence of a joint action.

    Where the words around the action do not tell, those of its group or leaders do: what "the
    senators wrote" in their letter is what all who signed it say.
    """
    if action.about is not None and action.stance is not None and not _is_addressed(action):
        return action.about, action.stance, JOINT_STRENGTH * action.confidence
    actors = actors_of(context.doc)
    members = (*action.leaders, *action.signers)
    groups = [m for m in members if actors[m].kind is EntityKind.GROUP]
    voices = groups or list(action.leaders)
    said = [f for f in spoken if f.holder in voices and f.target.kind is TargetKind.POLICY]
    if not said or action.kind is ActionKind.BILL:
        return None
    best = max(said, key=lambda f: (f.confidence, -f.evidence.start))
    return best.target, best.polarity, best.confidence * VOICE_DISCOUNT


def _is_addressed(action: ActionNote) -> bool:
    """Tell whether what the action seems to be about is only whom it is sent to."""
    about = action.about
    return about is not None and about.kind is TargetKind.ACTOR and about.place in action.addressees


def _from_authorship(context: _Context) -> Iterator[_Found]:
    """Yield "the governor's plan": its possessor stands behind it; a place merely has its laws."""
    for token in context.doc:
        if policy_nouns().get(token.lemma_.lower()) not in AUTHORED or token.pos_ != "NOUN":
            continue
        owners = [t for c in children(token, "poss") for t in conjuncts(c)]
        target = context.target(token)
        if not owners or target is None or target[0].kind is not TargetKind.POLICY:
            continue
        for holder in context.holders(owners):
            if actors_of(context.doc)[holder.place].kind is EntityKind.GOVERNMENT:
                continue
            yield _Found(
                holder=holder.place,
                target=target[0],
                polarity=Polarity.SUPPORTS,
                confidence=AUTHOR_STRENGTH * holder.sure * target[1],
                evidence=TokenRange(min(o.left_edge.i for o in owners), phrase(token).end),
                kind=context.kind_at(token),
            )


def _weight(items: list[_Found]) -> tuple[float, float]:
    """Rank a side of a contradiction: what somebody says beats what a joint text seems to say."""
    own = (i.confidence for i in items if i.kind is not EvidenceKind.COLLECTIVE)
    return max(own, default=0.0), max((i.confidence for i in items), default=0.0)


def _merged(doc: Doc, found: list[_Found]) -> Iterator[StanceNote]:
    grouped: dict[tuple[int, TargetRef, Polarity], list[_Found]] = defaultdict(list)
    for item in found:
        if item.target != TargetRef(TargetKind.ACTOR, item.holder):
            grouped[item.holder, item.target, item.polarity].append(item)
    best = {key: max(i.confidence for i in items) for key, items in grouped.items()}
    document = document_of(doc)
    for key in sorted(grouped):
        holder, target, polarity = key
        confidence = best[key]
        if _weight(grouped.get((holder, target, polarity.opposite), [])) > _weight(grouped[key]):
            confidence *= CONTRADICTED
        items = sorted(grouped[key], key=lambda i: (-i.confidence, i.evidence))
        day = document.date if document else None
        yield StanceNote(
            holder=holder,
            target=target,
            polarity=polarity,
            confidence=min(1.0, confidence),
            evidence=tuple(dict.fromkeys((i.evidence, i.kind) for i in items)),
            tenure=0 if actors_of(doc)[holder].tenures else None,
            stated_on=day,
            date_precision=DatePrecision.DAY if day else None,
        )
