"""The value types that cross from room to room.

All are frozen, hold ids instead of objects, and are valid once constructed. `Extraction` is what
one document says; `PositionSet` is what a store answers when a network or a picture is drawn.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from graphkit.ids import (
        ActionId,
        ActorId,
        DocumentId,
        PolicyId,
        StanceId,
        StatementId,
        TargetId,
        TenureId,
        TextClusterId,
    )

DEFAULT_MIN_CONFIDENCE = 0.5
"""Stances below this are kept in the store but left out of what people are shown by default."""


class Polarity(StrEnum):
    """The direction of a stance."""

    SUPPORTS = "supports"
    OPPOSES = "opposes"
    NEUTRAL = "neutral"

    @property
    def opposite(self) -> Polarity:
        """The polarity after one inversion; neutral stays neutral."""
        return {"supports": Polarity.OPPOSES, "opposes": Polarity.SUPPORTS}.get(self.value, self)


class StatementKind(StrEnum):
    """How a statement's words are given: all quoted, partly quoted, or reported."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class EvidenceKind(StrEnum):
    """Whose words a piece of evidence is."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"
    COLLECTIVE = "collective"
    """A signature under a joint text."""
    NARRATED = "narrated"
    """The author's own words about the holder."""


class ActionKind(StrEnum):
    """What was done jointly or formally; a finer word goes into `Action.subkind`."""

    LETTER = "letter"
    LAWSUIT = "lawsuit"
    AMICUS_BRIEF = "amicus brief"
    RESOLUTION = "resolution"
    BILL = "bill"
    STATEMENT = "statement"
    OTHER = "other"


class OrganizationKind(StrEnum):
    """What sort of organization acts."""

    ORGANIZATION = "organization"
    GOVERNMENT = "government"
    """A place that acts stands for its government ("California sued")."""
    PARTY = "party"


class TenureStatus(StrEnum):
    """How a person stands to an office on the day of the document."""

    CURRENT = "current"
    FORMER = "former"
    ACTING = "acting"
    ELECT = "elect"
    CANDIDATE = "candidate"


class ReviewStatus(StrEnum):
    """What a person has decided about a stance."""

    UNREVIEWED = "unreviewed"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


class DatePrecision(StrEnum):
    """How much of a date the text tells."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


class EntityKind(StrEnum):
    """What a node of the graph is."""

    PERSON = "person"
    ORGANIZATION = "organization"
    GOVERNMENT = "government"
    PARTY = "party"
    GROUP = "group"
    POLICY = "policy"
    ACTION = "action"


def _check_confidence(value: float) -> None:
    if not 0.0 < value <= 1.0:
        raise ValueError(f"confidence {value!r} is not in (0, 1]")


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """Half-open range [start, end) of Unicode code points in the text of `document`."""

    document: DocumentId
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"[{self.start}, {self.end}) is not a span: need 0 <= start < end")


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One text with its metadata.

    Attributes:
        id: Derived from `source` and `sha256`.
        source: What stays the same when the text is revised; see `graphkit.ids.source_key`.
        text: The text as read: decoded, without a byte order mark, line ends untouched; for
            HTML the extracted text.
        sha256: SHA-256 of `text` in hex.
        text_cluster: Shared by all documents with this very text.
        path: Where it was read from, relative to the folder given; for messages only.
    """

    id: DocumentId
    source: str
    text: str
    sha256: str
    text_cluster: TextClusterId
    path: str
    title: str | None = None
    publisher: str | None = None
    date: date | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure:
    """A person in an office, as one document shows it.

    Attributes:
        office: The office without its jurisdiction: "Attorney General".
        jurisdiction: "Connecticut", "United States"; None where nothing tells.
        begins: First day in office, where known; `ends` is the last.
        evidence: The words that show it; never empty.
    """

    id: TenureId
    office: str
    jurisdiction: str | None
    status: TenureStatus = TenureStatus.CURRENT
    begins: date | None = None
    ends: date | None = None
    evidence: tuple[Span, ...]

    def __post_init__(self) -> None:
        if not self.evidence:
            raise ValueError(f"tenure {self.id}: no evidence")


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
        _check_mentions(self.id, self.mentions)


@dataclass(frozen=True, slots=True, kw_only=True)
class Organization:
    """An organization, a party, or a government (also under the name of its place)."""

    id: ActorId
    name: str
    aliases: tuple[str, ...] = ()
    mentions: tuple[Span, ...]
    kind: OrganizationKind = OrganizationKind.ORGANIZATION

    def __post_init__(self) -> None:
        _check_mentions(self.id, self.mentions)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """People known only collectively: "21 Democratic attorneys general".

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
        _check_mentions(self.id, self.mentions)
        if self.count is not None and self.count < 1:
            raise ValueError(f"group {self.id}: count {self.count} is below 1")


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """A policy, bill, rule, decision or proposal that one can be for or against.

    Attributes:
        negates: The policy that this one ends ("repeal of X" negates X).
    """

    id: PolicyId
    name: str
    aliases: tuple[str, ...] = ()
    mentions: tuple[Span, ...]
    negates: PolicyId | None = None

    def __post_init__(self) -> None:
        _check_mentions(self.id, self.mentions)


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """Something done jointly or formally: a letter, a lawsuit, a bill.

    Attributes:
        name: A short label for people, made from the kind and the parties.
        signers: All who joined, the leaders left out.
        stance: What the action says of `about`.
        signer_count: The announced number of signatories, with its modifier.
        evidence: The words that show it; never empty.
    """

    id: ActionId
    kind: ActionKind
    subkind: str | None = None
    name: str
    leaders: tuple[ActorId, ...] = ()
    signers: tuple[ActorId, ...] = ()
    addressees: tuple[ActorId, ...] = ()
    about: TargetId | None = None
    stance: Polarity | None = None
    signer_count: int | None = None
    count_modifier: str | None = None
    date: date | None = None
    date_precision: DatePrecision | None = None
    evidence: tuple[Span, ...]
    confidence: float = 1.0

    def __post_init__(self) -> None:
        _check_mentions(self.id, self.evidence)
        _check_confidence(self.confidence)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Something said or written, by a speaker where the text tells one.

    Attributes:
        quote: The words, without their outer quotation marks.
        cue: The words that announce it ("said", "wrote"); None for an uncued quotation.
    """

    id: StatementId
    speaker: ActorId | None
    quote: Span
    kind: StatementKind
    cue: Span | None = None
    confidence: float = 1.0
    date: date | None = None
    date_precision: DatePrecision | None = None

    def __post_init__(self) -> None:
        _check_confidence(self.confidence)


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Evidence:
    """A run of a text that shows a stance, and whose words it is."""

    span: Span
    kind: EvidenceKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Stance:
    """A holder's support of or opposition to a target.

    Attributes:
        in_capacity: The office in which it was held.
        confidence: In (0, 1].
        evidence: The most certain first; never empty.
        stated_on: The day of the statement; the document's day where the text gives none.
    """

    id: StanceId
    holder: ActorId
    target: TargetId
    polarity: Polarity
    confidence: float
    evidence: tuple[Evidence, ...]
    in_capacity: TenureId | None = None
    stated_on: date | None = None
    date_precision: DatePrecision | None = None
    review_status: ReviewStatus = ReviewStatus.UNREVIEWED

    def __post_init__(self) -> None:
        if not self.evidence:
            raise ValueError(f"stance {self.id}: no evidence")
        _check_confidence(self.confidence)


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """All that one document says. Ids inside it refer to each other."""

    document: DocumentId
    people: tuple[Person, ...] = ()
    organizations: tuple[Organization, ...] = ()
    groups: tuple[Group, ...] = ()
    policies: tuple[Policy, ...] = ()
    actions: tuple[Action, ...] = ()
    statements: tuple[Statement, ...] = ()
    stances: tuple[Stance, ...] = ()

    def __post_init__(self) -> None:
        actors: set[str] = {x.id for x in self.actors()}
        targets = actors | {x.id for x in self.policies} | {x.id for x in self.actions}
        for stance in self.stances:
            if stance.holder not in actors:
                raise ValueError(f"stance {stance.id}: holder {stance.holder} is not in the record")
            if stance.target not in targets:
                raise ValueError(f"stance {stance.id}: target {stance.target} is not in the record")

    def actors(self) -> tuple[Person | Organization | Group, ...]:
        """Return all that can hold a stance."""
        return (*self.people, *self.organizations, *self.groups)

    def names(self) -> dict[str, str]:
        """Return the name of every actor, policy and action by its id."""
        named: dict[str, str] = {x.id: x.name for x in self.actors()}
        named.update((x.id, x.name) for x in self.policies)
        named.update((x.id, x.name) for x in self.actions)
        return named


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A node of the graph as it is shown to people."""

    id: str
    kind: EntityKind
    label: str
    aliases: tuple[str, ...] = ()
    office: str | None = None
    jurisdiction: str | None = None
    party: str | None = None
    count: int | None = None
    count_modifier: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Evidence with its words, their surroundings, and the document they stand in."""

    span: Span
    kind: EvidenceKind
    exact: str
    prefix: str
    suffix: str
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    date: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionSet:
    """Stances with all that is needed to show them.

    Attributes:
        stances: Sorted by id.
        entities: Every holder and target of `stances`, by id.
        quotes: The evidence of each stance, by its id, in text order.
        capacities: The words for each `Stance.in_capacity`: "Attorney General, Connecticut".
    """

    stances: tuple[Stance, ...] = ()
    entities: Mapping[str, Entity] = field(default_factory=dict)
    quotes: Mapping[StanceId, tuple[Quote, ...]] = field(default_factory=dict)
    capacities: Mapping[TenureId, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkNode:
    """A node of a network as a plot needs it."""

    id: str
    label: str
    kind: EntityKind


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkEdge:
    """An edge of a network as a plot needs it.

    Attributes:
        source: The holder in an affiliation network; else the end with the smaller id.
        polarity: None in a congruence or conflict network.
        stances: All that support the edge, sorted; never empty.
    """

    source: str
    target: str
    weight: int
    polarity: Polarity | None = None
    stances: tuple[StanceId, ...]

    def __post_init__(self) -> None:
        if not self.stances:
            raise ValueError(f"edge {self.source} - {self.target}: no stance")


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One run of graphkit over documents: what made the stances of the graph.

    Attributes:
        version: The version of graphkit.
        settings: Names and values of what can be set, sorted by name.
        started: When it began, with a time zone; None leaves the time out of the history.
    """

    version: str
    settings: tuple[tuple[str, str], ...] = ()
    started: datetime | None = None

    def __post_init__(self) -> None:
        if self.started is not None and self.started.tzinfo is None:
            raise ValueError(f"run: {self.started} has no time zone")


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What adding a document changed: stances that are new, and those that are gone."""

    document: DocumentId
    added: tuple[StanceId, ...] = ()
    withdrawn: tuple[StanceId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentSummary:
    """A document of a store without its text.

    Attributes:
        stances: How many stances rest on it.
        replaced_by: The document that holds a newer text of the same source.
    """

    id: DocumentId
    source: str
    title: str | None = None
    publisher: str | None = None
    date: date | None = None
    url: str | None = None
    stances: int = 0
    replaced_by: DocumentId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How much a store holds; withdrawn stances and replaced documents are not counted."""

    documents: int = 0
    people: int = 0
    organizations: int = 0
    groups: int = 0
    policies: int = 0
    actions: int = 0
    statements: int = 0
    stances: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownTenure:
    """A tenure with the words that show it."""

    tenure: Tenure
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownStance:
    """A stance with its holder, its target and the words that show it."""

    stance: Stance
    holder: Entity
    target: Entity
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownAction:
    """An action with its parties and the words that show it.

    Attributes:
        unnamed_signers: How many of the announced signatories nobody names; None where no
            number was announced.
    """

    entity: Entity
    kind: ActionKind
    subkind: str | None = None
    date: date | None = None
    date_precision: DatePrecision | None = None
    leaders: tuple[Entity, ...] = ()
    signers: tuple[Entity, ...] = ()
    addressees: tuple[Entity, ...] = ()
    about: Entity | None = None
    stance: Polarity | None = None
    signer_count: int | None = None
    count_modifier: str | None = None
    unnamed_signers: int | None = None
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """All that a store knows of one entity.

    Attributes:
        groups: Groups that count the entity among their members.
        members: Of a group, those whom a document names.
        unknown_members: Of a group, its count less `members`; None without a count.
        action: Of an action, its parties and words.
        negates: Of a policy, those that it ends; `negated_by` is the inverse.
        stances_held: With the entity as holder; `stances_about` with it as target.
    """

    entity: Entity
    tenures: tuple[ShownTenure, ...] = ()
    groups: tuple[Entity, ...] = ()
    members: tuple[Entity, ...] = ()
    unknown_members: int | None = None
    led: tuple[ShownAction, ...] = ()
    signed: tuple[ShownAction, ...] = ()
    received: tuple[ShownAction, ...] = ()
    action: ShownAction | None = None
    negates: tuple[Entity, ...] = ()
    negated_by: tuple[Entity, ...] = ()
    stances_held: tuple[ShownStance, ...] = ()
    stances_about: tuple[ShownStance, ...] = ()


def _check_mentions(identifier: str, mentions: tuple[Span, ...]) -> None:
    if not mentions:
        raise ValueError(f"{identifier}: no mention")
