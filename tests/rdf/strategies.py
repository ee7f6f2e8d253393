"""Arbitrary documents and extractions, hostile texts included."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from graphkit.ids import ActionId, ActorId, PolicyId, StanceId, StatementId, TargetId, TenureId
from graphkit.records import (
    Action,
    ActionKind,
    DatePrecision,
    Evidence,
    EvidenceKind,
    Extraction,
    Group,
    JurisdictionSource,
    Organization,
    OrganizationKind,
    Person,
    Polarity,
    Policy,
    PolicyArea,
    Reason,
    ReviewStatus,
    Span,
    Stance,
    Statement,
    StatementKind,
    Tenure,
    TenureStatus,
)
from tests.rdf.builders import make_document

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeVar

    from graphkit.records import Document

    T = TypeVar("T")

NO_SURROGATES = st.characters(exclude_categories=["Cs"])
HOSTILE = st.sampled_from(
    [
        'a "quoted" name',
        "it's\nover\r\ntwo lines",
        "<script>alert(1)</script>",
        "} ; DROP ALL ; INSERT DATA { <a:b> <a:b> 1 }",
        "\u202eright to left\u202c",
        "back\\slash \\u0041",
        "é vs e\u0301 😀",
        "nul\x00 and \x1f",
        '"""',
        "%41 ../.. ?x=#y",
    ]
)
words = st.one_of(st.text(NO_SURROGATES, min_size=1, max_size=12), HOSTILE)
maybe_words = st.none() | words
maybe_dates = st.none() | st.dates()
confidences = st.floats(min_value=0, max_value=1, exclude_min=True)
precisions = st.none() | st.sampled_from(DatePrecision)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    text = draw(st.one_of(st.text(NO_SURROGATES, min_size=4, max_size=60), HOSTILE))
    return make_document(
        text,
        source=draw(words),
        title=draw(maybe_words),
        publisher=draw(maybe_words),
        day=draw(maybe_dates),
    )


class _Drawing:
    """Draws the records of one document; ids are made unique by a number."""

    def __init__(self, draw: st.DrawFn, document: Document) -> None:
        self.draw = draw
        self.document = document
        self.number = 0

    def id(self, kind: str) -> str:
        self.number += 1
        return f"{kind}/{self.number}{self.draw(words)}"

    def span(self) -> Span:
        last = len(self.document.text)
        start = self.draw(st.integers(0, last - 1))
        return Span(
            document=self.document.id, start=start, end=self.draw(st.integers(start + 1, last))
        )

    def spans(self) -> tuple[Span, ...]:
        return tuple(self.span() for _ in range(self.draw(st.integers(1, 3))))

    def several(self, make: Callable[[], T], most: int = 2) -> tuple[T, ...]:
        return tuple(make() for _ in range(self.draw(st.integers(0, most))))

    def texts(self) -> tuple[str, ...]:
        return tuple(self.draw(st.lists(words, max_size=2)))

    def some(self, ids: tuple[ActorId, ...]) -> tuple[ActorId, ...]:
        return tuple(self.draw(st.lists(st.sampled_from(ids), max_size=3))) if ids else ()

    def tenure(self) -> Tenure:
        jurisdiction = self.draw(maybe_words)
        source = self.draw(st.none() | st.sampled_from(JurisdictionSource))
        return Tenure(
            id=TenureId(self.id("tenure")),
            office=self.draw(words),
            jurisdiction=jurisdiction,
            constituency=self.draw(maybe_words),
            status=self.draw(st.sampled_from(TenureStatus)),
            begins=self.draw(maybe_dates),
            ends=self.draw(maybe_dates),
            evidence=self.spans(),
            jurisdiction_source=source,
            jurisdiction_confidence=None if source is None else self.draw(confidences),
        )

    def person(self) -> Person:
        return Person(
            id=ActorId(self.id("person")),
            name=self.draw(words),
            aliases=self.texts(),
            mentions=self.spans(),
            tenures=self.several(self.tenure),
            party=self.draw(maybe_words),
        )

    def organization(self) -> Organization:
        return Organization(
            id=ActorId(self.id("organization")),
            name=self.draw(words),
            aliases=self.texts(),
            mentions=self.spans(),
            kind=self.draw(st.sampled_from(OrganizationKind)),
        )

    def group(self, members: tuple[ActorId, ...]) -> Group:
        return Group(
            id=ActorId(self.id("group")),
            name=self.draw(words),
            aliases=self.texts(),
            mentions=self.spans(),
            count=self.draw(st.none() | st.integers(1, 10**30)),
            count_modifier=self.draw(maybe_words),
            role=self.draw(maybe_words),
            party=self.draw(maybe_words),
            members=self.some(members),
        )

    def policy(self) -> Policy:
        return Policy(
            id=PolicyId(self.id("policy")),
            name=self.draw(words),
            aliases=self.texts(),
            mentions=self.spans(),
            references=self.draw(st.sampled_from([(), self.spans()])),
            area=self.draw(st.sampled_from([None, *PolicyArea])),
        )

    def action(self, actors: tuple[ActorId, ...], targets: tuple[TargetId, ...]) -> Action:
        leaders = self.some(actors)
        return Action(
            id=ActionId(self.id("action")),
            kind=self.draw(st.sampled_from(ActionKind)),
            subkind=self.draw(maybe_words),
            name=self.draw(words),
            leaders=leaders,
            co_leaders=self.some(leaders),
            signers=self.some(actors),
            addressees=self.some(actors),
            about=self.draw(st.none() | st.sampled_from(targets)),
            stance=self.draw(st.none() | st.sampled_from(Polarity)),
            asks=self.draw(st.sampled_from([None, self.span()])),
            signer_count=self.draw(st.none() | st.integers(1, 500)),
            count_modifier=self.draw(maybe_words),
            date=self.draw(maybe_dates),
            date_precision=self.draw(precisions),
            date_words=self.draw(st.sampled_from([None, self.span()])),
            evidence=self.spans(),
            confidence=self.draw(confidences),
        )

    def statement(self, actors: tuple[ActorId, ...]) -> Statement:
        return Statement(
            id=StatementId(self.id("statement")),
            speaker=self.draw(st.none() | st.sampled_from(actors)),
            quote=self.span(),
            kind=self.draw(st.sampled_from(StatementKind)),
            cue=self.draw(st.sampled_from([None, self.span()])),
            source=self.draw(st.sampled_from([None, self.span()])),
            joint_speakers=tuple(sorted(self.draw(st.sets(st.sampled_from(actors), max_size=2)))),
            confidence=self.draw(confidences),
            date=self.draw(maybe_dates),
            date_precision=self.draw(precisions),
            date_words=self.draw(st.sampled_from([None, self.span()])),
        )

    def stance(
        self,
        actors: tuple[ActorId, ...],
        targets: tuple[TargetId, ...],
        tenures: tuple[TenureId, ...],
    ) -> Stance:
        kinds = st.sampled_from(EvidenceKind)
        return Stance(
            id=StanceId(self.id("stance")),
            holder=self.draw(st.sampled_from(actors)),
            target=self.draw(st.sampled_from(targets)),
            polarity=self.draw(st.sampled_from(Polarity)),
            confidence=self.draw(confidences),
            evidence=tuple(Evidence(span=s, kind=self.draw(kinds)) for s in self.spans()),
            in_capacity=self.draw(st.sampled_from([None, *tenures])),
            stated_on=self.draw(maybe_dates),
            date_precision=self.draw(precisions),
            date_words=self.draw(st.sampled_from([None, self.span()])),
            reason=self.draw(st.sampled_from([None, Reason(rule="verb object", cue=self.span())])),
            review_status=self.draw(st.sampled_from(ReviewStatus)),
        )


@st.composite
def readings(draw: st.DrawFn) -> tuple[Document, Extraction]:
    """A document with an extraction of it that breaks no shape."""
    document = draw(documents())
    made = _Drawing(draw, document)
    people = (made.person(), *made.several(made.person, 1))
    organizations = made.several(made.organization, 1)
    known = tuple(p.id for p in people) + tuple(o.id for o in organizations)
    groups = made.several(lambda: made.group(known), 1)
    actors = known + tuple(g.id for g in groups)
    policies = (made.policy(), *made.several(made.policy, 1))
    targets = tuple(TargetId(i) for i in (*actors, *(p.id for p in policies)))
    tenures = tuple(t.id for p in people for t in p.tenures)
    return document, Extraction(
        document=document.id,
        people=people,
        organizations=organizations,
        groups=groups,
        policies=policies,
        actions=made.several(lambda: made.action(actors, targets), 1),
        statements=made.several(lambda: made.statement(actors)),
        stances=made.several(lambda: made.stance(actors, targets, tenures)),
    )
