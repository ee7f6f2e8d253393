"""Who holds a stance and what it is about: from words of a sentence to actors and policies."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from graphkit.nlp.action_lexicon import companion, joint_text
from graphkit.nlp.annotations import (
    ActionNote,
    TargetKind,
    TargetRef,
    TokenRange,
    actions_of,
    actors_of,
    policies_of,
    quotations_of,
    token_index,
    tokens_of_characters,
)
from graphkit.nlp.member_lists import ActorTable, Member, listed
from graphkit.nlp.namings import behind_dateline, end_of_examples, named_beside
from graphkit.nlp.nested_reports import nested_report
from graphkit.nlp.polarity import is_bare_inversion
from graphkit.nlp.policies import UNNAMED, policy_index, target_of
from graphkit.nlp.policy_candidates import PRONOUNS
from graphkit.nlp.policy_nouns import is_policy_noun
from graphkit.nlp.principals import principals_of
from graphkit.nlp.signatories import letter_voice
from graphkit.nlp.speakers import is_first_person
from graphkit.nlp.syntax import PLURAL, VERBS, children, own_subjects
from graphkit.nlp.vote_frames import decisions_to_end
from graphkit.records import ActionKind, EntityKind, EvidenceKind, Polarity, StatementKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from spacy.tokens import Doc, Token

    from graphkit.nlp.annotations import QuotationNote
    from graphkit.nlp.cues import Frame

KIND_OF_WORDS = {
    StatementKind.DIRECT: EvidenceKind.DIRECT,
    StatementKind.MIXED: EvidenceKind.MIXED,
    StatementKind.INDIRECT: EvidenceKind.INDIRECT,
}
REFERENCE_DISCOUNT = 0.9
"""Where the target is "the bill" or "it", the antecedent may be wrong."""
LISTED = 0.9
"""The further members of a list of holders, where one may belong to something else."""
SHORTEST_LIST = 3
"""Two names beside a comma may be two clauses; three are a list."""
INCLUDING = frozenset({"including", "include", "includes", "included"})
COMPANION_REACH = 6
NOUNS = frozenset({"NOUN", "PROPN"})
SPOKEN_FOR = 0.9
"""The opinion may be more the spokesman's than that of the one spoken for."""
FORESHADOWING = frozenset({"he", "her", "his", "she", "their", "they"})
"""Pronouns that may stand before the name that they mean."""
BEFORE_MAIN = frozenset({"advcl", "prep"})
"""Labels of the clauses and phrases in which they do."""
HARDLY = frozenset({"few", "hardly", "not"})
"""Words before those of whom most do not do it ("few members", "not all members")."""
FIRST_WORDS = 12
"""Words of a sentence among which such a pronoun stands."""
SEVERAL = frozenset({"their", "they"})
SIGNED = 0.8
"""What a letter says in the first person all its signatories say, some of them perhaps less."""


class Holder(NamedTuple):
    """An actor, how sure it is that it is meant, and the words that mean it."""

    place: int
    sure: float
    tokens: TokenRange
    is_signed: bool = False
    """It is meant by "we" in a letter that it signed."""


class Aim(NamedTuple):
    """A target, how sure it is that it is meant, and whether the words turn the sign."""

    ref: TargetRef
    sure: float
    turned: bool


class StanceContext:
    """Answers, for one document, who a holder is, whose words a token is, what a target names."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.table = ActorTable(doc)
        self.actors = self.table.index
        self.surnames = {
            actor.name.split()[-1]: place
            for place, actor in enumerate(actors_of(doc))
            if actor.kind is EntityKind.PERSON and actor.name.split()
        }
        self.meant_too = _shared_references(doc, self.actors)
        self.owners = token_index(actor.owning for actor in actors_of(doc))
        self.policies = policy_index(doc)
        self.principals = principals_of(doc, self.actors)
        self.voices: dict[int, tuple[tuple[int, ...], StatementKind, float]] = {}
        # inner and more certain quotations last, so that they win
        for quote in sorted(quotations_of(doc), key=lambda q: (q.start - q.end, q.confidence)):
            tokens = tokens_of_characters(doc, quote.start, quote.end)
            heard = () if quote.speaker is None else (quote.speaker, *quote.joint)
            heard = (*heard, *self._speaking_members(quote))
            for i in range(*tokens) if tokens else ():
                self.voices[i] = (heard, quote.kind, quote.confidence)
        self.letter_start, self.signatories = letter_voice(doc, self.table)
        self.decisions = tuple(decisions_to_end(doc))

    def _speaking_members(self, quote: QuotationNote) -> Iterator[int]:
        """Yield who is named as one of a group that speaks: "critics, including Bee, say"."""
        if quote.cue is None or quote.speaker is None or quote.cue.start == quote.cue.end:
            return
        if self.table.is_kind(quote.speaker, EntityKind.PERSON):
            return
        for subject in own_subjects(self.doc[quote.cue.start : quote.cue.end].root):
            if self.actors.get(subject.i) == quote.speaker:
                yield from (member.place for member in self._included(subject))

    def kind_at(self, token: Token) -> EvidenceKind:
        """Return whose words stand at `token`."""
        voice = self.voices.get(token.i)
        return EvidenceKind.NARRATED if voice is None else KIND_OF_WORDS[voice[1]]

    def speakers(self, token: Token) -> Iterator[Holder]:
        """Yield whose words stand at `token`, where that is told."""
        voice = self.voices.get(token.i)
        if voice is not None:
            here = TokenRange(token.i, token.i + 1)
            for speaker in voice[0]:
                yield from self._and_principal(Holder(speaker, voice[2], here))

    def _and_principal(self, holder: Holder) -> Iterator[Holder]:
        """Yield a holder, and for whom it speaks: what a spokesman says is that one's opinion."""
        yield holder
        principal = self.principals.get(holder.place)
        if principal is not None:
            yield holder._replace(place=principal, sure=holder.sure * SPOKEN_FOR)

    def judges(self, cue: Token) -> Iterator[Holder]:
        """Yield whose judgement stands at `cue`: others' whom the speaker quotes, else his own."""
        report = nested_report(cue)
        if report is not None and self.voices.get(report.i) == self.voices.get(cue.i):
            yield from self.holders(own_subjects(report))
        else:
            yield from self.speakers(cue)

    def _first_person(self, token: Token) -> Iterator[Holder]:
        """Yield who "we" are: the speaker of a quotation, or all who signed the letter."""
        yield from self.speakers(token)
        if token.i not in self.voices and token.i >= self.letter_start:
            for place in self.signatories:
                yield Holder(place, SIGNED, TokenRange(token.i, token.i + 1), is_signed=True)

    def holders(self, tokens: Iterable[Token]) -> Iterator[Holder]:
        """Yield the actors that the tokens mean."""
        for token in tokens:
            if is_first_person(token):
                yield from self._first_person(token)
            elif token.i in self.actors:
                yield from self._named(token)
            else:
                yield from self._unnamed(token)

    def _unnamed(self, token: Token) -> Iterator[Holder]:
        """Yield whom a noun or pronoun that is no mention stands for."""
        if joint_text(token) is not None:
            yield from self._members(token)
        elif token.i in self.owners:
            here = TokenRange(token.left_edge.i, token.i + 1)
            yield Holder(self.owners[token.i], REFERENCE_DISCOUNT, here)
        elif token.lower_ == "it":
            yield from self._own(token)
        elif token.lower_ in FORESHADOWING:
            yield from self._named_later(token)
        elif behind := behind_dateline(token):
            yield from self.holders(behind)
        else:
            yield from self._beside(token)
            # "the Democrats who backed it include Sens. Bee and Dee"
            for member in self._included(token) if token.tag_ in PLURAL else ():
                yield Holder(member.place, LISTED, member.tokens)

    def _beside(self, noun: Token) -> Iterator[Holder]:
        """Yield the people whose names stand beside a noun: "the chairman, Ann Bee, opposes it"."""
        is_common = noun.pos_ == "NOUN" or noun.tag_ == "NNPS"
        for name in named_beside(noun) if is_common else ():
            place = self.actors.get(name.i)
            if place is not None and self.table.is_kind(place, EntityKind.PERSON):
                yield Holder(place, LISTED, self._mention(name))

    def _named_later(self, pronoun: Token) -> Iterator[Holder]:
        """Yield whom a pronoun before the main clause means: "While he backs it, Bee said …"."""
        start = pronoun.sent.start
        if pronoun.i - start > FIRST_WORDS or any(
            i in self.actors for i in range(start, pronoun.i)
        ):
            return
        labels = {pronoun.dep_}
        for verb in islice(pronoun.ancestors, FIRST_WORDS):
            if verb.pos_ not in VERBS or not labels & BEFORE_MAIN:
                labels.add(verb.dep_)
                continue
            later = [s for s in own_subjects(verb) if s.i > pronoun.i and s.i in self.actors]
            for subject in later[:1]:
                place = self.actors[subject.i]
                if self.table.is_kind(place, EntityKind.PERSON) or pronoun.lower_ in SEVERAL:
                    yield Holder(place, REFERENCE_DISCOUNT, self._mention(subject))
                return

    def _named(self, token: Token) -> Iterator[Holder]:
        """Yield the actor that a name or pronoun means, and who is named along with it."""
        mention = self._mention(token)
        if _is_excepted(mention, self.doc):
            return
        sure = REFERENCE_DISCOUNT if token.pos_ == "PRON" else 1.0
        for place in (self.actors[token.i], *self.meant_too.get(token.i, ())):
            yield from self._and_principal(Holder(place, sure, mention))
        if self.table.is_kind(self.actors[token.i], EntityKind.GROUP):
            yield from self._beside(token)
        yield from self._companions(mention, token.sent.end)
        for member in self._listed_with(token, mention.start):
            yield Holder(member.place, LISTED, member.tokens)

    def _mention(self, token: Token) -> TokenRange:
        """Return the mention of an actor that holds `token`, from the start of its sentence on."""
        (member,) = self.table.at(token.i)
        return TokenRange(max(member.tokens.start, token.sent.start), member.tokens.end)

    def _listed_with(self, token: Token, start: int) -> Iterator[Member]:
        """Yield the others of a list that opens with `token`; the parser often loses its end.

        A group names members of its own: "90 firms back it, including Acme and Bolt".
        """
        members = listed(self.table, start, token.sent.end)
        if len(members) >= SHORTEST_LIST and members[0].tokens.covers(token.i):
            yield from members[1:]
        if not self.table.is_kind(self.actors[token.i], EntityKind.PERSON):
            yield from self._included(token)

    def _companions(self, mention: TokenRange, end: int) -> Iterator[Holder]:
        """Yield who does it with them: "Rep. Bee, along with Rep. Dee, opposed it"."""
        words = self.doc[mention.end : min(end, mention.end + COMPANION_REACH)]
        start = 1 if len(words) and words[0].text == "," else 0
        opening = companion(words[start]) if start < len(words) else None
        if opening is None or not opening.holds:
            return
        first = mention.end + start + len(opening.words)
        for member in listed(self.table, first, end):
            yield Holder(member.place, LISTED, member.tokens)

    def _included(self, token: Token) -> Iterator[Member]:
        sentence = token.sent
        for word in self.doc[token.i : sentence.end]:
            if word.lower_ in INCLUDING and not self._is_about_another(token, word):
                yield from listed(self.table, word.i + 1, end_of_examples(word))
                return

    def _is_about_another(self, group: Token, including: Token) -> bool:
        """Tell whether a noun nearer to "including" is what it names examples of."""
        before = including.nbor(-1) if including.i else including
        if before.text == ",":
            before = before.nbor(-1)
        nearer = before.i if before.pos_ in NOUNS else None
        if nearer is None or nearer in self.actors:
            return nearer is not None and self.actors[nearer] != self.actors.get(group.i)
        return nearer not in self.policies

    def _own(self, token: Token) -> Iterator[Holder]:
        """Yield the body that says of itself: "the union said it would fight the fee"."""
        verb = token.head
        if token.dep_ != "nsubj" or verb.dep_ != "ccomp":
            return
        for subject in own_subjects(verb.head):
            place = self.actors.get(subject.i)
            if place is not None and not self.table.is_kind(place, EntityKind.PERSON):
                yield Holder(place, REFERENCE_DISCOUNT, self._mention(subject))

    def _members(self, token: Token) -> Iterator[Holder]:
        """Yield who stands behind "the letter": leaders and signers of the nearest such action.

        A resolution is like a bill: what it does and says is not yet said by those who passed it.
        """
        action = self._nearest_action(token)
        if action is not None and action.kind is not ActionKind.RESOLUTION:
            for member in (*action.leaders, *action.signers):
                yield Holder(member, REFERENCE_DISCOUNT, TokenRange(token.i, token.i + 1))

    def target(self, frame: Frame) -> Aim | None:
        """Return what the frame's target names, and whether the sign turns on the way."""
        head = frame.target
        through = self._through_action(head)
        if through is not None:
            return through
        found = self._meant(head)
        if found is not None and self._is_of_cue(found, frame):
            # "a lawsuit against Acme" is against Acme, not against the lawsuit
            found = target_of(head, policies={}, actors=self.actors)
        decision = self._decision(head, found)
        if decision is not None:
            return decision
        if found is None or (frame.bare and found.kind is not TargetKind.POLICY):
            return None
        is_policy = found.kind is TargetKind.POLICY
        refers = head.lower_ in PRONOUNS or (
            is_policy
            and not frame.bare
            and any(r.covers(head.i) for r in policies_of(self.doc)[found.place].references)
        )
        return Aim(
            ref=found,
            sure=REFERENCE_DISCOUNT if refers else 1.0,
            turned=is_policy and is_bare_inversion(head) and not self._is_named_after(found, head),
        )

    def _is_of_cue(self, found: TargetRef, frame: Frame) -> bool:
        """Tell whether the policy found is named by the cue, whose target is only part of it."""
        if found.kind is not TargetKind.POLICY or frame.bare or frame.cue.pos_ not in NOUNS:
            return False
        place = self.policies.get(frame.cue.i)
        return place == found.place and frame.cue.is_ancestor(frame.target)

    def _decision(self, head: Token, found: TargetRef | None) -> Aim | None:
        """Return what "the measure" would end, where the text told only of a vote to end it.

        A law that is named after that vote is what is meant instead.
        """
        if head.lemma_.lower() not in UNNAMED or any(c.dep_ != "det" for c in head.children):
            return None
        before = [d for d in self.decisions if d.deed.i < head.i]
        meant = self._meant(before[-1].ended) if before else None
        if meant is None:
            return None
        told = before[-1].deed.sent.end
        named = () if found is None else self._mentions(found)
        if any(told <= mention.start < head.i for mention in named):
            return None
        return Aim(ref=meant, sure=REFERENCE_DISCOUNT, turned=True)

    def _mentions(self, target: TargetRef) -> tuple[TokenRange, ...]:
        is_policy = target.kind is TargetKind.POLICY
        return policies_of(self.doc)[target.place].mentions if is_policy else ()

    def _meant(self, head: Token) -> TargetRef | None:
        """Return what `head` names, or what is named behind it: "the bill, the Canal Act, …"."""
        named = (head, *children(head, "appos"))
        found = (target_of(t, policies=self.policies, actors=self.actors) for t in named)
        return next((f for f in found if f is not None), None)

    def _is_named_after(self, target: TargetRef, head: Token) -> bool:
        """Tell "the repeal" that is the "Canal Fee Repeal Act" itself."""
        return head.lemma_.lower() in policies_of(self.doc)[target.place].name.casefold().split()

    def _through_action(self, head: Token) -> Aim | None:
        """Return what a joint text is about: who backs a suit against a rule opposes the rule."""
        action = self._nearest_action(head)
        if action is None or action.about is None or action.stance is None:
            return None
        turned = action.stance is Polarity.OPPOSES
        return Aim(ref=action.about, sure=REFERENCE_DISCOUNT, turned=turned)

    def _nearest_action(self, token: Token) -> ActionNote | None:
        kind = joint_text(token)
        same = [a for a in actions_of(self.doc) if a.kind is kind]
        if kind is None or not same:
            return None
        return min(same, key=lambda a: min(abs(e.start - token.i) for e in a.evidence))

    def is_policy_like(self, frame: Frame, target: TargetRef) -> bool:
        """Tell whether a cue that needs a policy has one."""
        if target.kind is not TargetKind.POLICY:
            return False
        if is_policy_noun(frame.target):
            return True
        policy = policies_of(self.doc)[target.place]
        heads = [self.doc[m.start : m.end].root for m in policy.mentions]
        return any(is_policy_noun(h) for h in heads)


def _shared_references(doc: Doc, index: Mapping[int, int]) -> dict[int, tuple[int, ...]]:
    """Return whom "they" means beside the actor that the index holds: "Bee and Dee said they"."""
    found: dict[int, list[int]] = {}
    for place, actor in enumerate(actors_of(doc)):
        for span in actor.references:
            if index[span.start] != place and span.end - span.start == 1:
                found.setdefault(span.start, []).append(place)
    return {i: tuple(places) for i, places in found.items()}


def _is_excepted(mention: TokenRange, doc: Doc) -> bool:
    """Tell who is left out: "all but two members voted for it", "few members voted for it"."""
    if doc[mention.start].lower_ in HARDLY:
        return True
    return doc[max(0, mention.start - 2) : mention.start].text.casefold() == "all but"
