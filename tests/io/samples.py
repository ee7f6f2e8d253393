"""A small document with one record of each kind in it."""

from __future__ import annotations

from datetime import date

from graphkit.ids import (
    ActionId,
    ActorId,
    PolicyId,
    StanceId,
    StatementId,
    TargetId,
    TenureId,
    mint_document_id,
    mint_text_cluster_id,
    text_digest,
)
from graphkit.records import (
    Action,
    ActionKind,
    DatePrecision,
    Document,
    Evidence,
    EvidenceKind,
    Extraction,
    Group,
    Organization,
    Person,
    Polarity,
    Policy,
    Span,
    Stance,
    Statement,
    StatementKind,
    Tenure,
    TenureStatus,
)

TEXT = (
    "Mayor Ida Brandt opposed the fee in a letter with more than 12 pilots and the Harbour League "
    "to Olaf Prine: “🛥️ pay twice.” Brandt wants no harbour fee."
)
MAYOR = ActorId("person/ida-brandt")
CLERK = ActorId("person/olaf-prine")
LEAGUE = ActorId("organization/harbour-league")
PILOTS = ActorId("group/pilots")
FEE = PolicyId("policy/harbour-fee")


def document() -> Document:
    """Return the document."""
    sha256 = text_digest(TEXT)
    return Document(
        id=mint_document_id("note.txt", sha256),
        source="note.txt",
        text=TEXT,
        sha256=sha256,
        text_cluster=mint_text_cluster_id(sha256),
        path="note.txt",
    )


def span(words: str) -> Span:
    """Return where `words` first stand in the text."""
    start = TEXT.index(words)
    return Span(document=document().id, start=start, end=start + len(words))


def extraction() -> Extraction:
    """Return what the document says."""
    return Extraction(
        document=document().id,
        people=_people(),
        organizations=(
            Organization(id=LEAGUE, name="Harbour League", mentions=(span("Harbour League"),)),
        ),
        groups=(
            Group(
                id=PILOTS,
                name="more than 12 pilots",
                mentions=(span("more than 12 pilots"),),
                count=12,
                count_modifier="more than",
                role="pilots",
            ),
        ),
        policies=(
            Policy(
                id=FEE, name="harbour fee", aliases=("the fee",), mentions=(span("harbour fee"),)
            ),
        ),
        actions=(_letter(),),
        statements=(
            Statement(
                id=StatementId("statement/1"),
                speaker=MAYOR,
                quote=span("🛥️ pay twice"),
                kind=StatementKind.DIRECT,
                confidence=2 / 3,
            ),
        ),
        stances=(_stance(),),
    )


def _people() -> tuple[Person, ...]:
    tenure = Tenure(
        id=TenureId("tenure/1"),
        office="Mayor",
        jurisdiction="Bergen",
        constituency="2nd Ward",
        status=TenureStatus.FORMER,
        evidence=(span("Mayor"),),
    )
    return (
        Person(
            id=MAYOR,
            name="Mayor Ida Brandt",
            aliases=("Brandt",),
            mentions=(span("Mayor Ida Brandt"),),
            tenures=(tenure,),
        ),
        Person(id=CLERK, name="Olaf Prine", mentions=(span("Olaf Prine"),), party="Green"),
    )


def _letter() -> Action:
    return Action(
        id=ActionId("action/letter"),
        kind=ActionKind.LETTER,
        subkind="open letter",
        name="letter of Mayor Ida Brandt",
        leaders=(MAYOR,),
        co_leaders=(MAYOR,),
        signers=(PILOTS, LEAGUE),
        addressees=(CLERK,),
        about=TargetId(FEE),
        stance=Polarity.OPPOSES,
        asks=span("opposed the fee"),
        signer_count=12,
        count_modifier="more than",
        date=date(2024, 5, 1),
        date_precision=DatePrecision.MONTH,
        evidence=(span("in a letter"),),
    )


def _stance() -> Stance:
    return Stance(
        id=StanceId("stance/1"),
        holder=MAYOR,
        target=TargetId(FEE),
        polarity=Polarity.OPPOSES,
        confidence=0.9,
        evidence=(
            Evidence(span=span("opposed the fee"), kind=EvidenceKind.NARRATED),
            Evidence(span=span("Mayor Ida Brandt"), kind=EvidenceKind.NARRATED),
        ),
        stated_on=date(2024, 5, 6),
        date_precision=DatePrecision.DAY,
    )
