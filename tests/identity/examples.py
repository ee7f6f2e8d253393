"""Short ways to write records for the tests of this room."""

from __future__ import annotations

from graphkit.ids import ActorId, DocumentId, PolicyId, StanceId, TargetId, TenureId
from graphkit.records import (
    Evidence,
    EvidenceKind,
    Organization,
    OrganizationKind,
    Person,
    Polarity,
    Policy,
    Span,
    Stance,
    Tenure,
    TenureStatus,
)

DOCUMENT = DocumentId("document/0123456789abcdef")


def span(start: int, end: int | None = None) -> Span:
    return Span(document=DOCUMENT, start=start, end=start + 3 if end is None else end)


def tenure(
    office: str,
    place: str | None = None,
    *,
    at: int = 0,
    status: TenureStatus = TenureStatus.CURRENT,
) -> Tenure:
    identifier = TenureId(f"tenure/{office}-{place}-{at}-{status}")
    return Tenure(
        id=identifier, office=office, jurisdiction=place, status=status, evidence=(span(at),)
    )


def person(name: str, *tenures: Tenure, at: int = 0) -> Person:
    return Person(id=ActorId(f"person/{at}"), name=name, mentions=(span(at),), tenures=tenures)


def organization(
    name: str,
    *aliases: str,
    at: int = 0,
    kind: OrganizationKind = OrganizationKind.ORGANIZATION,
) -> Organization:
    return Organization(
        id=ActorId(f"{kind}/{at}"), name=name, aliases=aliases, mentions=(span(at),), kind=kind
    )


def policy(name: str, *aliases: str, at: int = 0, negates: PolicyId | None = None) -> Policy:
    return Policy(
        id=PolicyId(f"policy/{at}"),
        name=name,
        aliases=aliases,
        mentions=(span(at),),
        negates=negates,
    )


def stance(
    holder: str,
    target: str,
    *,
    at: int = 0,
    polarity: Polarity = Polarity.OPPOSES,
    confidence: float = 0.5,
    capacity: str | None = None,
) -> Stance:
    return Stance(
        id=StanceId(f"stance/{at}"),
        holder=ActorId(holder),
        target=TargetId(target),
        polarity=polarity,
        confidence=confidence,
        evidence=(Evidence(span=span(at), kind=EvidenceKind.DIRECT),),
        in_capacity=None if capacity is None else TenureId(capacity),
    )
