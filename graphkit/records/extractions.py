"""What one document says: policies, actions, statements, stances, and all of it together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphkit.records.checks import check_confidence, check_mentions
from graphkit.records.choices import ReviewStatus

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

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
    from graphkit.records.actors import Group, Organization, Person
    from graphkit.records.choices import (
        ActionKind,
        DatePrecision,
        EvidenceKind,
        Polarity,
        PolicyArea,
        StatementKind,
    )
    from graphkit.records.documents import Span
    from graphkit.records.reasons import Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """A policy, bill, rule, decision or proposal that one can be for or against.

    Attributes:
        negates: The policy that this one ends ("repeal of X" negates X).
        area: The broad area that its names tell, if they tell one.
        references: Where words that name no policy mean it ("the bill", "the move"); kept by no
            graph.
        area: The broad area that its names tell, if they tell one.
    """

    id: PolicyId
    name: str
    aliases: tuple[str, ...] = ()
    mentions: tuple[Span, ...]
    negates: PolicyId | None = None
    area: PolicyArea | None = None
    references: tuple[Span, ...] = ()

    def __post_init__(self) -> None:
        check_mentions(self.id, self.mentions)


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """Something done jointly or formally: a letter, a lawsuit, a bill.

    Attributes:
        name: A short label for people, made from the kind and the parties.
        co_leaders: Those of `leaders` who lead together with others ("co-led by Bee and Dee").
        signers: All who joined, the leaders left out.
        stance: What the action says of `about`.
        asks: The words that say what it asks for ("urging the agency to withdraw the rule").
        signer_count: The announced number of signatories, with its modifier.
        date: The first day of the time that `date_precision` names; None where the text tells
            none, or only a relative one ("Tuesday") that nothing places.
        date_words: The words that tell it.
        evidence: The words that show it; never empty.
    """

    id: ActionId
    kind: ActionKind
    subkind: str | None = None
    name: str
    leaders: tuple[ActorId, ...] = ()
    co_leaders: tuple[ActorId, ...] = ()
    signers: tuple[ActorId, ...] = ()
    addressees: tuple[ActorId, ...] = ()
    about: TargetId | None = None
    stance: Polarity | None = None
    asks: Span | None = None
    signer_count: int | None = None
    count_modifier: str | None = None
    date: date | None = None
    date_precision: DatePrecision | None = None
    date_words: Span | None = None
    evidence: tuple[Span, ...]
    confidence: float = 1.0

    def __post_init__(self) -> None:
        check_mentions(self.id, self.evidence)
        check_confidence(self.confidence)
        if not set(self.co_leaders) <= set(self.leaders):
            raise ValueError(f"action {self.id}: a co-leader is not among the leaders")

    @property
    def has_relative_date(self) -> bool:
        """Whether the words for its day are known and the day is not."""
        return self.date is None and self.date_words is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Something said or written, by a speaker where the text tells one.

    Attributes:
        quote: The words, without their outer quotation marks.
        cue: The words that announce it ("said", "wrote"); None for an uncued quotation.
        date: As that of an `Action`. None where the text tells none: the document's day is not
            taken for it.
        joint_speakers: Others who said the same words ("Bee and Dee said"), `speaker` left out.
        source: The words for a speaker who is no actor ("a spokesman"); None where `speaker` is.
    """

    id: StatementId
    speaker: ActorId | None
    quote: Span
    kind: StatementKind
    cue: Span | None = None
    confidence: float = 1.0
    date: date | None = None
    date_precision: DatePrecision | None = None
    date_words: Span | None = None
    source: Span | None = None
    joint_speakers: tuple[ActorId, ...] = ()

    def __post_init__(self) -> None:
        check_confidence(self.confidence)

    @property
    def has_relative_date(self) -> bool:
        """Whether the words for its day are known and the day is not."""
        return self.date is None and self.date_words is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsaid:
    """A report of something that was not said ("did not say that …"): it is no statement.

    Attributes:
        words: What was not said.
        reason: "denied", "supposed" or "asked".
    """

    cue: Span
    words: Span
    reason: str


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
        stated_on: The day of the statement or action that shows it, as that of an `Action`; the
            document's day where the text tells none, and then without `date_words`.
        reason: How its first evidence was found; None where it was read back from a graph.
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
    date_words: Span | None = None
    review_status: ReviewStatus = ReviewStatus.UNREVIEWED
    reason: Reason | None = None

    def __post_init__(self) -> None:
        if not self.evidence:
            raise ValueError(f"stance {self.id}: no evidence")
        check_confidence(self.confidence)

    @property
    def has_relative_date(self) -> bool:
        """Whether the words for its day are known and the day is not."""
        return self.stated_on is None and self.date_words is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """All that one document says. Ids inside it refer to each other.

    Attributes:
        unsaid: What it reports as not said; kept by no graph.
    """

    document: DocumentId
    people: tuple[Person, ...] = ()
    organizations: tuple[Organization, ...] = ()
    groups: tuple[Group, ...] = ()
    policies: tuple[Policy, ...] = ()
    actions: tuple[Action, ...] = ()
    statements: tuple[Statement, ...] = ()
    stances: tuple[Stance, ...] = ()
    unsaid: tuple[Unsaid, ...] = ()

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

    def spans(self) -> Iterator[Span]:
        """Yield every span of every record; some come twice."""
        for named in (*self.actors(), *self.policies):
            yield from named.mentions
        for person in self.people:
            for tenure in person.tenures:
                yield from tenure.evidence
        for action in self.actions:
            yield from action.evidence
        for stance in self.stances:
            yield from (evidence.span for evidence in stance.evidence)
        yield from (span for policy in self.policies for span in policy.references)
        yield from (statement.quote for statement in self.statements)
        yield from (span for report in self.unsaid for span in (report.cue, report.words))
        yield from self._optional_spans()

    def _optional_spans(self) -> Iterator[Span]:
        """Yield cues, askings, the words of days, and those of reasons."""
        cues = (statement.cue for statement in self.statements)
        asks = (action.asks for action in self.actions)
        dated: tuple[Action | Statement | Stance, ...] = (
            *self.actions,
            *self.statements,
            *self.stances,
        )
        yield from (s for s in (*cues, *asks, *(d.date_words for d in dated)) if s is not None)
        for reason in (stance.reason for stance in self.stances):
            if reason is not None:
                yield from (reason.cue, *(step.span for step in reason.steps))

    def names(self) -> dict[str, str]:
        """Return the name of every actor, policy and action by its id."""
        named: dict[str, str] = {x.id: x.name for x in self.actors()}
        named.update((x.id, x.name) for x in self.policies)
        named.update((x.id, x.name) for x in self.actions)
        return named
