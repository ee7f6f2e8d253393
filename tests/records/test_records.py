"""A record that can be constructed is valid."""

from __future__ import annotations

import re
from dataclasses import FrozenInstanceError, fields, replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.ids import (
    ActionId,
    ActorId,
    DocumentId,
    PolicyId,
    StanceId,
    StatementId,
    TargetId,
    TenureId,
)
from graphkit.records import (
    Action,
    ActionKind,
    DatePrecision,
    Entity,
    EntityKind,
    Evidence,
    EvidenceKind,
    Extraction,
    Group,
    JurisdictionSource,
    NetworkEdge,
    Organization,
    Person,
    Polarity,
    Policy,
    PositionSet,
    Quote,
    Run,
    Span,
    Stance,
    Statement,
    StatementKind,
    Tenure,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from _typeshed import DataclassInstance

DOCUMENT = DocumentId("document/1")
SPAN = Span(document=DOCUMENT, start=0, end=5)
EVIDENCE = Evidence(span=SPAN, kind=EvidenceKind.DIRECT)
PERSON = Person(id=ActorId("person/a"), name="Ida Brandt", mentions=(SPAN,))
ORGANIZATION = Organization(id=ActorId("organization/b"), name="Harbour League", mentions=(SPAN,))
GROUP = Group(id=ActorId("group/c"), name="12 pilots", mentions=(SPAN,), count=12)
POLICY = Policy(id=PolicyId("policy/d"), name="harbour fee", mentions=(SPAN,))
ACTION = Action(id=ActionId("action/e"), kind=ActionKind.LETTER, name="letter", evidence=(SPAN,))
STANCE = Stance(
    id=StanceId("stance/f"),
    holder=PERSON.id,
    target=TargetId(POLICY.id),
    polarity=Polarity.OPPOSES,
    confidence=0.5,
    evidence=(EVIDENCE,),
)
STATEMENT = Statement(
    id=StatementId("statement/g"),
    speaker=PERSON.id,
    quote=SPAN,
    kind=StatementKind.DIRECT,
)
TENURE = Tenure(id=TenureId("tenure/h"), office="Mayor", jurisdiction=None, evidence=(SPAN,))
EDGE = NetworkEdge(source="person/a", target="policy/d", weight=1, stances=(STANCE.id,))
POSITIONS = PositionSet(
    stances=(STANCE,),
    entities={
        "person/a": Entity(id="person/a", kind=EntityKind.PERSON, label="Ida Brandt"),
        "policy/d": Entity(id="policy/d", kind=EntityKind.POLICY, label="harbour fee"),
    },
    quotes={
        STANCE.id: (
            Quote(span=SPAN, kind=EvidenceKind.DIRECT, exact="words", prefix="", suffix=""),
        )
    },
)
EXTRACTION = Extraction(
    document=DOCUMENT,
    people=(PERSON,),
    organizations=(ORGANIZATION,),
    groups=(GROUP,),
    policies=(POLICY,),
    actions=(ACTION,),
    statements=(STATEMENT,),
    stances=(STANCE,),
)
RECORDS = [
    PERSON, ORGANIZATION, GROUP, POLICY, ACTION, STANCE, STATEMENT, TENURE, EDGE, EXTRACTION, SPAN,
]  # fmt: skip

NO_SPANS = [
    pytest.param(0, 0, id="empty"),
    pytest.param(5, 4, id="backwards"),
    pytest.param(-1, 4, id="before-the-text"),
]

INVALID: list[object] = [
    pytest.param(lambda: replace(PERSON, mentions=()), "person/a: no mention", id="person"),
    pytest.param(
        lambda: replace(ORGANIZATION, mentions=()), "organization/b: no mention", id="org"
    ),
    pytest.param(lambda: replace(GROUP, mentions=()), "group/c: no mention", id="group"),
    pytest.param(lambda: replace(GROUP, count=0), "group group/c: count 0 is below 1", id="count"),
    pytest.param(lambda: replace(POLICY, mentions=()), "policy/d: no mention", id="policy"),
    pytest.param(lambda: replace(ACTION, evidence=()), "action/e: no mention", id="action"),
    pytest.param(
        lambda: replace(ACTION, leaders=(), co_leaders=(PERSON.id,)),
        "action action/e: a co-leader is not among the leaders",
        id="co-leader-who-does-not-lead",
    ),
    pytest.param(lambda: replace(TENURE, evidence=()), "tenure tenure/h: no evidence", id="tenure"),
    pytest.param(
        lambda: replace(TENURE, jurisdiction_source=JurisdictionSource.TITLE),
        "tenure tenure/h: source and confidence of a place come together",
        id="source-without-confidence",
    ),
    pytest.param(lambda: replace(STANCE, evidence=()), "stance stance/f: no evidence", id="stance"),
    pytest.param(
        lambda: replace(STANCE, confidence=0.0), "confidence 0.0 is not in (0, 1]", id="never-sure"
    ),
    pytest.param(
        lambda: replace(STATEMENT, confidence=1.01),
        "confidence 1.01 is not in (0, 1]",
        id="too-sure",
    ),
    pytest.param(
        lambda: replace(ACTION, confidence=float("nan")),
        "confidence nan is not in (0, 1]",
        id="nan",
    ),
    pytest.param(
        lambda: replace(EXTRACTION, people=()),
        "stance stance/f: holder person/a is not in the record",
        id="unknown-holder",
    ),
    pytest.param(
        lambda: replace(EXTRACTION, policies=()),
        "stance stance/f: target policy/d is not in the record",
        id="unknown-target",
    ),
    pytest.param(
        lambda: replace(POSITIONS, entities={}),
        "stance stance/f: person/a is not among the entities",
        id="entity-not-described",
    ),
    pytest.param(lambda: replace(POSITIONS, quotes={}), "stance stance/f: no quote", id="no-quote"),
    pytest.param(
        lambda: replace(EDGE, stances=()), "edge person/a - policy/d: no stance", id="edge"
    ),
    pytest.param(
        lambda: Run(version="1", started=datetime(2024, 5, 6)),  # noqa: DTZ001 - what is refused
        "run: 2024-05-06 00:00:00 has no time zone",
        id="no-time-zone",
    ),
]


@pytest.mark.parametrize(("start", "end"), NO_SPANS)
def test_an_impossible_range_is_no_span(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="is not a span: need 0 <= start < end"):
        Span(document=DOCUMENT, start=start, end=end)


@pytest.mark.parametrize(("make", "message"), INVALID)
def test_an_invalid_record_cannot_be_made(make: Callable[[], object], message: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        make()


@pytest.mark.parametrize("record", RECORDS, ids=lambda r: type(r).__name__)
def test_records_are_frozen_and_hashable(record: DataclassInstance) -> None:
    name = fields(record)[0].name

    with pytest.raises(FrozenInstanceError):
        setattr(record, name, None)
    assert hash(record) == hash(replace(record))


@pytest.mark.parametrize("record", RECORDS, ids=lambda r: type(r).__name__)
def test_records_have_no_room_for_more(record: object) -> None:
    assert not hasattr(record, "__dict__")


def test_a_run_may_have_a_time_or_none() -> None:
    started = datetime(2024, 5, 6, tzinfo=UTC)

    assert (Run(version="1", started=started).started, Run(version="1").started) == (started, None)


def test_names_are_those_of_all_that_can_be_named() -> None:
    assert EXTRACTION.names() == {
        "person/a": "Ida Brandt",
        "organization/b": "Harbour League",
        "group/c": "12 pilots",
        "policy/d": "harbour fee",
        "action/e": "letter",
    }


@pytest.mark.parametrize("target", [PERSON.id, ORGANIZATION.id, GROUP.id, POLICY.id, ACTION.id])
def test_a_stance_may_be_about_an_actor_a_policy_or_an_action(target: str) -> None:
    stance = replace(STANCE, target=TargetId(target))

    assert replace(EXTRACTION, stances=(stance,)).stances == (stance,)


@pytest.mark.parametrize("polarity", Polarity)
def test_two_inversions_are_none(polarity: Polarity) -> None:
    assert polarity.opposite.opposite is polarity


def test_an_inversion_turns_the_sign() -> None:
    assert [p.opposite for p in Polarity] == [Polarity.OPPOSES, Polarity.SUPPORTS, Polarity.NEUTRAL]


def test_an_unknown_word_is_no_polarity() -> None:
    with pytest.raises(ValueError, match="'for' is not a valid Polarity"):
        Polarity("for")


@given(st.text(min_size=1), st.data())
def test_a_span_slices_back_to_its_words(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))

    span = Span(document=DOCUMENT, start=start, end=end)

    assert text[span.start : span.end] == "".join(text[i] for i in range(start, end))


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(1, 50))))
def test_spans_sort_by_where_they_stand(pairs: list[tuple[int, int]]) -> None:
    spans = [Span(document=DOCUMENT, start=a, end=a + n) for a, n in pairs]

    assert [(s.start, s.end) for s in sorted(spans)] == sorted((a, a + n) for a, n in pairs)


@pytest.mark.parametrize(
    ("precision", "written"),
    [
        pytest.param(DatePrecision.DAY, "2031-12-01", id="day"),
        pytest.param(DatePrecision.WEEK, "week of 2031-12-01", id="week"),
        pytest.param(DatePrecision.MONTH, "2031-12", id="month"),
        pytest.param(DatePrecision.SEASON, "2031-12 to 2032-02", id="winter"),
        pytest.param(DatePrecision.YEAR, "2031", id="year"),
    ],
)
def test_a_day_is_written_as_far_as_it_is_told(precision: DatePrecision, written: str) -> None:
    assert precision.written(date(2031, 12, 1)) == written
