"""What an annotator or an extractor finds in one document, by names instead of ids.

These are the records behind the JSON that annotators and scorers share: gold and predictions have
the same form, so that they can be compared.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphkit.records.checks import check_confidence

if TYPE_CHECKING:
    from graphkit.records.choices import ActionKind, Polarity, StatementKind


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnotatedPerson:
    """A person under the fullest name in the text, with the main office."""

    name: str
    aliases: tuple[str, ...] = ()
    office: str | None = None
    jurisdiction: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnotatedGroup:
    """People known only collectively; `text` are the words as they stand."""

    text: str
    count: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnotatedPolicy:
    """Something one can be for or against, under all phrases of the text for it."""

    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnotatedAction:
    """A letter, lawsuit, bill or the like; `about` is a policy's name."""

    kind: ActionKind
    leaders: tuple[str, ...] = ()
    signers: tuple[str, ...] = ()
    about: str | None = None
    stance: Polarity | None = None

    @property
    def members(self) -> tuple[str, ...]:
        """All who take part: the leaders, then the signers."""
        return (*self.leaders, *self.signers)


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnotatedStatement:
    """Something said.

    Attributes:
        speaker: None where the text names nobody.
        quote: A run of the text.
        span: Where it stands, [start, end) in code points; None where only the words are given.
    """

    speaker: str | None
    quote: str
    kind: StatementKind
    span: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnotatedStance:
    """A stance.

    Attributes:
        evidence: A run of the text.
        optional: In gold: careful readers may disagree on it.
        confidence: In predictions, in (0, 1].
    """

    actor: str
    polarity: Polarity
    target: str
    evidence: str
    optional: bool = False
    confidence: float = 1.0

    def __post_init__(self) -> None:
        check_confidence(self.confidence)


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """All that was found in one document."""

    people: tuple[AnnotatedPerson, ...] = ()
    groups: tuple[AnnotatedGroup, ...] = ()
    policies: tuple[AnnotatedPolicy, ...] = ()
    actions: tuple[AnnotatedAction, ...] = ()
    statements: tuple[AnnotatedStatement, ...] = ()
    stances: tuple[AnnotatedStance, ...] = ()
