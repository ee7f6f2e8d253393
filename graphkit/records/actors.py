"""Who acts and speaks: people in their offices, organizations, groups."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphkit.records.checks import check_confidence, check_mentions
from graphkit.records.choices import JurisdictionSource, OrganizationKind, TenureStatus

if TYPE_CHECKING:
    from datetime import date

    from graphkit.ids import ActorId, TenureId
    from graphkit.records.documents import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure:
    """A person in an office, as one document shows it.

    Attributes:
        office: The office without its jurisdiction: "Attorney General".
        jurisdiction: "Connecticut", "United States"; None where nothing tells.
        constituency: The seat within the jurisdiction, in the words of the text: "5th District",
            "Elmbridge East"; None where nothing tells, or the office is of the whole place.
        begins: First day in office, where known; `ends` is the last.
        evidence: The words that show it; never empty.
        jurisdiction_source: What tells the jurisdiction; None where somebody set it by hand.
        jurisdiction_confidence: How sure that is, in (0, 1]; given with the source.
    """

    id: TenureId
    office: str
    jurisdiction: str | None
    constituency: str | None = None
    status: TenureStatus = TenureStatus.CURRENT
    begins: date | None = None
    ends: date | None = None
    evidence: tuple[Span, ...]
    jurisdiction_source: JurisdictionSource | None = None
    jurisdiction_confidence: float | None = None

    def __post_init__(self) -> None:
        if not self.evidence:
            raise ValueError(f"tenure {self.id}: no evidence")
        if (self.jurisdiction_source is None) is not (self.jurisdiction_confidence is None):
            raise ValueError(f"tenure {self.id}: source and confidence of a place come together")
        if self.jurisdiction_confidence is not None:
            check_confidence(self.jurisdiction_confidence)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person, under all names that a document uses.

    Attributes:
        name: The fullest form in the text.
        aliases: The other forms, sorted.
        mentions: Where they stand, in order; never empty. Pronouns are not mentions.
        tenures: The main office first.
        party: "Democratic", "Republican", …; None where nothing tells.
    """

    id: ActorId
    name: str
    aliases: tuple[str, ...] = ()
    mentions: tuple[Span, ...]
    tenures: tuple[Tenure, ...] = ()
    party: str | None = None

    def __post_init__(self) -> None:
        check_mentions(self.id, self.mentions)


@dataclass(frozen=True, slots=True, kw_only=True)
class Organization:
    """An organization, a party, or a government (also under the name of its place)."""

    id: ActorId
    name: str
    aliases: tuple[str, ...] = ()
    mentions: tuple[Span, ...]
    kind: OrganizationKind = OrganizationKind.ORGANIZATION

    def __post_init__(self) -> None:
        check_mentions(self.id, self.mentions)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """People known only collectively: "17 Democratic treasurers".

    Attributes:
        name: The words as they stand.
        count: 21; None where the text gives no number.
        count_modifier: "more than", "at least", "nearly"; None where the number is exact.
        role: "attorneys general".
        members: Those of them whom the document names.
    """

    id: ActorId
    name: str
    aliases: tuple[str, ...] = ()
    mentions: tuple[Span, ...]
    count: int | None = None
    count_modifier: str | None = None
    role: str | None = None
    party: str | None = None
    members: tuple[ActorId, ...] = ()

    def __post_init__(self) -> None:
        check_mentions(self.id, self.mentions)
        if self.count is not None and self.count < 1:
            raise ValueError(f"group {self.id}: count {self.count} is below 1")
