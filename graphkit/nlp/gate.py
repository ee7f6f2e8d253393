"""The gate of this room: records from an annotated `Doc`. No `Doc` passes it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from graphkit.ids import (
    ActionId,
    ActorId,
    PolicyId,
    StatementId,
    TargetId,
    TenureId,
    mint,
    mint_span_id,
    mint_stance_id,
)
from graphkit.nlp.annotations import (
    ActionNote,
    ActorNote,
    DayNote,
    PolicyNote,
    QuotationNote,
    StanceNote,
    StanceTrace,
    TargetKind,
    TargetRef,
    TokenRange,
    actions_of,
    actors_of,
    days_of,
    document_of,
    policies_of,
    quotations_of,
    stances_of,
    unsaid_of,
)
from graphkit.nlp.office_places import confidence_of
from graphkit.nlp.participation import bystanders
from graphkit.records import (
    Action,
    EntityKind,
    Evidence,
    Extraction,
    Group,
    Organization,
    OrganizationKind,
    Person,
    Policy,
    Reason,
    SignStep,
    Span,
    Stance,
    Statement,
    Tenure,
    Unsaid,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from graphkit.ids import DocumentId

APART = frozenset({"other", "others", "colleagues", "fellow"})
"""Words of a group that its leaders are not counted in."""
ORGANIZATION_KINDS = {
    EntityKind.ORGANIZATION: OrganizationKind.ORGANIZATION,
    EntityKind.GOVERNMENT: OrganizationKind.GOVERNMENT,
    EntityKind.PARTY: OrganizationKind.PARTY,
}


def extraction_from_doc(doc: Doc) -> Extraction:
    """Return all notes on `doc` as records, with spans in code points.

    Raises:
        ValueError: `doc` was not made by `doc_from_document`.
    """
    document = document_of(doc)
    if document is None:
        raise ValueError("the Doc carries no document; make it with doc_from_document")
    return _Gate(doc, document.id).extraction()


class _Gate:
    """Holds the ids that the records of one document refer to each other by."""

    def __init__(self, doc: Doc, document: DocumentId) -> None:
        self.doc = doc
        self.document = document
        self.actors = [self._actor_id(a) for a in actors_of(doc)]
        self.policies = [
            PolicyId(self._span_id("policy", self.span(p.mentions[0]))) for p in policies_of(doc)
        ]
        self.actions = self._action_ids()
        self.days = days_of(doc)

    def span(self, tokens: TokenRange) -> Span:
        """Convert token indices into code points."""
        chosen = self.doc[tokens.start : tokens.end]
        return Span(document=self.document, start=chosen.start_char, end=chosen.end_char)

    def spans(self, ranges: tuple[TokenRange, ...]) -> tuple[Span, ...]:
        return tuple(sorted({self.span(r) for r in ranges}))

    def _span_id(self, kind: str, span: Span) -> str:
        return mint_span_id(kind, self.document, span.start, span.end)

    def _action_ids(self) -> list[ActionId]:
        """Return an id for each action; where a sentence has two letters they are counted."""
        seen: Counter[tuple[str, ...]] = Counter()
        ids: list[ActionId] = []
        for note in actions_of(self.doc):
            parts = (note.kind.value, *(f"{self.span(tokens)}" for tokens in note.evidence[:1]))
            earlier = (str(seen[parts]),) if seen[parts] else ()
            ids.append(ActionId(mint("action", self.document, *parts, *earlier)))
            seen[parts] += 1
        return ids

    def _actor_id(self, actor: ActorNote) -> ActorId:
        return ActorId(self._span_id(actor.kind, self.span(actor.names[0])))

    def extraction(self) -> Extraction:
        out = bystanders(self.doc)
        notes = list(zip(self.actors, actors_of(self.doc), strict=True))
        return Extraction(
            document=self.document,
            people=tuple(self._person(i, a) for i, a in notes if a.kind is EntityKind.PERSON),
            organizations=tuple(
                self._organization(i, a)
                for place, (i, a) in enumerate(notes)
                if a.kind in ORGANIZATION_KINDS and place not in out
            ),
            groups=tuple(
                self._group(place, a)
                for place, (_, a) in enumerate(notes)
                if a.kind is EntityKind.GROUP
            ),
            policies=tuple(
                self._policy(i, p)
                for i, p in zip(self.policies, policies_of(self.doc), strict=True)
            ),
            actions=tuple(map(self._action, self.actions, actions_of(self.doc), self.days.actions)),
            statements=tuple(map(self._statement, quotations_of(self.doc), self.days.statements)),
            stances=tuple(map(self._stance, stances_of(self.doc), self.days.stances)),
            unsaid=tuple(
                Unsaid(cue=self.span(u.cue), words=self.span(u.content), reason=u.reason.value)
                for u in unsaid_of(self.doc)
            ),
        )

    def _person(self, identifier: ActorId, note: ActorNote) -> Person:
        return Person(
            id=identifier,
            name=note.name,
            aliases=tuple(sorted(set(note.aliases))),
            mentions=self.spans(note.names),
            tenures=tuple(
                Tenure(
                    id=self._tenure_id(identifier, place),
                    office=t.office,
                    jurisdiction=t.jurisdiction,
                    constituency=t.constituency,
                    status=t.status,
                    evidence=(self.span(t.evidence),),
                    jurisdiction_source=t.jurisdiction_source,
                    jurisdiction_confidence=confidence_of(t.jurisdiction_source),
                )
                for place, t in enumerate(note.tenures)
            ),
            party=note.party,
        )

    @staticmethod
    def _tenure_id(person: ActorId, place: int) -> TenureId:
        return TenureId(mint("tenure", person, str(place)))

    def _organization(self, identifier: ActorId, note: ActorNote) -> Organization:
        return Organization(
            id=identifier,
            name=note.name,
            aliases=tuple(sorted(set(note.aliases))),
            mentions=self.spans(note.names),
            kind=ORGANIZATION_KINDS[note.kind],
        )

    def _group(self, place: int, note: ActorNote) -> Group:
        members = sorted({*note.members, *fellows_of(self.doc, place)})
        return Group(
            id=self.actors[place],
            name=note.name,
            aliases=tuple(sorted(set(note.aliases))),
            mentions=self.spans(note.names),
            count=note.count,
            count_modifier=note.count_modifier,
            role=note.role,
            party=note.party,
            members=tuple(self.actors[m] for m in members),
        )

    def _policy(self, identifier: PolicyId, note: PolicyNote) -> Policy:
        return Policy(
            id=identifier,
            name=note.name,
            aliases=tuple(sorted(set(note.aliases))),
            mentions=self.spans(note.mentions),
            negates=None if note.negates is None else self.policies[note.negates],
            references=self.spans(note.references),
        )

    def _target_id(self, target: TargetRef) -> TargetId:
        if target.kind is TargetKind.POLICY:
            return TargetId(self.policies[target.place])
        if target.kind is TargetKind.ACTOR:
            return TargetId(self.actors[target.place])
        return TargetId(self.actions[target.place])

    def _first_mention(self, target: TargetRef) -> Span:
        if target.kind is TargetKind.POLICY:
            return self.span(policies_of(self.doc)[target.place].mentions[0])
        if target.kind is TargetKind.ACTOR:
            return self.span(actors_of(self.doc)[target.place].names[0])
        return self.span(actions_of(self.doc)[target.place].evidence[0])

    def _words(self, day: DayNote | None) -> Span | None:
        return None if day is None or day.words is None else self.span(day.words)

    def _action(self, identifier: ActionId, note: ActionNote, day: DayNote | None) -> Action:
        names = [actors_of(self.doc)[i].name for i in (*note.leaders, *note.signers)]
        about = None if note.about is None else self._target_id(note.about)
        return Action(
            id=identifier,
            kind=note.kind,
            subkind=note.subkind,
            name=_action_name(note, names),
            leaders=tuple(self.actors[i] for i in note.leaders),
            co_leaders=tuple(self.actors[i] for i in note.co_leaders),
            signers=tuple(self.actors[i] for i in note.signers),
            addressees=tuple(self.actors[i] for i in note.addressees),
            about=about,
            stance=note.stance,
            asks=None if note.asks is None else self.span(note.asks),
            signer_count=note.signer_count,
            count_modifier=note.count_modifier,
            date=None if day is None else day.day,
            date_precision=None if day is None else day.precision,
            date_words=self._words(day),
            evidence=self.spans(note.evidence),
            confidence=note.confidence,
        )

    def _statement(self, note: QuotationNote, day: DayNote | None) -> Statement:
        quote = Span(document=self.document, start=note.start, end=note.end)
        return Statement(
            id=StatementId(self._span_id("statement", quote)),
            speaker=None if note.speaker is None else self.actors[note.speaker],
            quote=quote,
            kind=note.kind,
            cue=None if note.cue is None else self.span(note.cue),
            confidence=note.confidence,
            date=None if day is None else day.day,
            date_precision=None if day is None else day.precision,
            date_words=self._words(day),
            source=None if note.source is None else self.span(note.source),
            joint_speakers=tuple(sorted(self.actors[i] for i in note.joint)),
        )

    def _stance(self, note: StanceNote, day: DayNote | None) -> Stance:
        holder = actors_of(self.doc)[note.holder]
        first, target = self.span(holder.names[0]), self._first_mention(note.target)
        holder_id = self.actors[note.holder]
        return Stance(
            id=mint_stance_id(
                self.document,
                holder=(first.start, first.end),
                target=(target.start, target.end),
                polarity=note.polarity,
            ),
            holder=holder_id,
            target=self._target_id(note.target),
            polarity=note.polarity,
            confidence=note.confidence,
            evidence=tuple(
                dict.fromkeys(Evidence(span=self.span(r), kind=k) for r, k in note.evidence)
            ),
            in_capacity=None if note.tenure is None else self._tenure_id(holder_id, note.tenure),
            stated_on=None if day is None else day.day,
            date_precision=None if day is None else day.precision,
            date_words=self._words(day),
            reason=self._reason(note.trace),
        )

    def _reason(self, trace: StanceTrace) -> Reason:
        return Reason(
            rule=trace.rule,
            cue=self.span(trace.cue),
            steps=tuple(SignStep(span=self.span(s.words), effect=s.effect) for s in trace.steps),
            features=trace.features,
        )


def fellows_of(doc: Doc, place: int) -> tuple[int, ...]:
    """Return whom the text names of a counted group, by the actions that both take part in.

    "20 other mayors" and "20 of her colleagues" leave out the leaders and whom the text has named
    before.
    """
    actors = actors_of(doc)
    group = actors[place]
    is_apart = any(word in APART for word in group.name.casefold().split())
    found: set[int] = set()
    for action in actions_of(doc):
        parties = (*action.leaders, *action.signers)
        if place in parties:
            later = (p for p in action.signers if actors[p].names[0] > group.names[0])
            named = later if is_apart else parties
            found.update(p for p in named if actors[p].kind is not EntityKind.GROUP)
    fits = group.count is not None and len(found) <= group.count
    return tuple(sorted(found)) if fits else ()


def _action_name(note: ActionNote, names: list[str]) -> str:
    kind = note.subkind or note.kind.value
    if not names:
        return kind
    count = len(names) - 1
    others = f" and {count} other{'s' if count > 1 else ''}" if count else ""
    return f"{kind} of {names[0]}{others}"
