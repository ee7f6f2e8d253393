"""How a text was read: what is marked in it, and for each stance why it was found."""

from __future__ import annotations

import math
import textwrap
from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING

from graphkit.records.choices import Polarity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graphkit.records.documents import Document, Span
    from graphkit.records.extractions import Stance

EFFECT_WORDS = {
    "inverts": "turns",
    "denies": "denied",
    "means the end": "means its end",
    "keeps": "keeps",
    "passes": "keeps",
}
LEFT_OPEN = {"mood not against": Polarity.OPPOSES, "mood unmet": Polarity.SUPPORTS}
"""Features that tell which side was denied where no side is left."""
LONGEST_STEP = 60
"""Characters of a step of a trail; the cue of a joint action may be a whole sentence."""


class MarkKind(StrEnum):
    """What a marked run of a text is."""

    PERSON = "person"
    ORGANIZATION = "organization"
    GOVERNMENT = "government"
    PARTY = "party"
    GROUP = "group"
    POLICY = "policy"
    ACTION = "action"
    STATEMENT = "statement"
    UNSAID = "unsaid"
    """A report of what was not said."""
    DAY = "day"
    EVIDENCE = "evidence"
    """Words that show a stance."""
    CUE = "cue"
    """The words that a rule started from."""
    STEP = "step"
    """Words that the sign of a stance passed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A run of the text and all that it is for one kind of things.

    Attributes:
        label: What is meant, where the words alone do not tell ("water fee" of "the measure").
        refs: Ids of the actors, policies, actions, statements or stances that it belongs to, in
            the order of the records; none for days and unsaid reports.
    """

    kind: MarkKind
    span: Span
    label: str
    refs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of the text in which no mark begins or ends.

    Attributes:
        marks: Places in `Explanation.marks` of those that cover it: what began first comes first,
            of those that begin together the longest.
    """

    start: int
    end: int
    marks: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleWords:
    """What a rule looks for, in one sentence, with an example."""

    sentence: str
    example: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A feature of a confidence.

    Attributes:
        feature: Its name, as `Reason.features` has it.
        words: What it is, for people.
    """

    feature: str
    words: str
    value: float
    weight: float

    @property
    def contribution(self) -> float:
        """What it adds to the log-odds."""
        return self.weight * self.value


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplainedStance:
    """A stance with all that tells why it is there.

    Attributes:
        number: Its place among the stances of the text, from 1 on; it does not depend on which
            of them are shown.
        holder: The name.
        target: The name.
        office: In which capacity, in words: "Governor, Ohio"; None where it is not known.
        rule: What its rule looks for; None where the stance has no reason.
        terms: What counts most comes first; empty where the stance has no reason.
        bias: What the log-odds of every stance begin with.
        superseded_by: The number of the stance that the same holder took later on the other side.
        supersedes: The numbers of those that this one supersedes.
        conflicts_with: The numbers of those on the other side of which no day tells whether they
            came before or after.
    """

    number: int
    stance: Stance
    holder: str
    target: str
    office: str | None = None
    rule: RuleWords | None = None
    terms: tuple[Term, ...] = ()
    bias: float = 0.0
    superseded_by: int | None = None
    supersedes: tuple[int, ...] = ()
    conflicts_with: tuple[int, ...] = ()

    @property
    def opposites(self) -> tuple[tuple[str, tuple[int, ...]], ...]:
        """The stances of the holder on the other side, by how they stand to this one."""
        by = () if self.superseded_by is None else (self.superseded_by,)
        told = (
            ("superseded by", by),
            ("supersedes", self.supersedes),
            ("conflicts with", self.conflicts_with),
        )
        return tuple((words, numbers) for words, numbers in told if numbers)

    @property
    def first_polarity(self) -> Polarity:
        """The polarity of the cue, before the sign passed any words."""
        polarity, reason = self.stance.polarity, self.stance.reason
        if polarity is Polarity.NEUTRAL and reason is not None:
            left = (side for name, side in LEFT_OPEN.items() if name in dict(reason.features))
            return next(left, polarity)
        turns = sum(step.turns for step in reason.steps) if reason else 0
        return polarity.opposite if turns % 2 else polarity

    def trail(self, text: str) -> tuple[str, ...]:
        """Return how the sign came from the cue to the target, a phrase for each step.

        Of "urged the board to end the fee": "urged (supports)", "end (turns)", "opposes fee".
        """
        reason = self.stance.reason
        end = self.stance.polarity.towards(self.target)
        if reason is None:
            return (end,)
        cue = _short(reason.cue, text)
        steps = (
            effect if step.span == reason.cue else f"{_short(step.span, text)} ({effect})"
            for step in reason.steps
            for effect in (EFFECT_WORDS.get(step.effect, step.effect),)
        )
        return (f"{cue} ({self.first_polarity.value})", *steps, end)

    @property
    def log_odds(self) -> float:
        """The sum of bias and contributions."""
        return math.fsum((self.bias, *(term.contribution for term in self.terms)))

    @property
    def chance(self) -> float:
        """The confidence that follows from the log-odds alone."""
        bounded = max(-50.0, min(50.0, self.log_odds))
        return 1 / (1 + math.exp(-bounded))


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """One text with its marks and explained stances.

    Attributes:
        marks: In text order, of those that begin together the longest first.
        stances: Those that are shown, in the order of their first evidence.
        left_out: How many more there are, below the confidence asked for or not chosen.
    """

    document: Document
    marks: tuple[Mark, ...] = ()
    stances: tuple[ExplainedStance, ...] = ()
    left_out: int = 0

    def segments(self) -> tuple[Segment, ...]:
        """Return the whole text in runs, parted wherever a mark begins or ends."""
        return segments_of([mark.span for mark in self.marks], len(self.document.text))


def _short(span: Span, text: str) -> str:
    return textwrap.shorten(text[span.start : span.end], LONGEST_STEP, placeholder=" …") or "…"


def segments_of(spans: Sequence[Span], length: int) -> tuple[Segment, ...]:
    """Part [0, length) at the boundaries of spans that may nest and overlap.

    Takes n log n steps for n spans, and as many more as the segments name marks in all.
    """
    begins: dict[int, list[int]] = defaultdict(list)
    ends: dict[int, list[int]] = defaultdict(list)
    for place in sorted(range(len(spans)), key=lambda i: (spans[i].start, -spans[i].end, i)):
        begins[spans[place].start].append(place)
        ends[spans[place].end].append(place)
    return tuple(_swept(sorted({0, length, *begins, *ends}), begins, ends))


def _swept(
    cuts: list[int], begins: dict[int, list[int]], ends: dict[int, list[int]]
) -> Iterator[Segment]:
    open_marks: dict[int, None] = {}  # keeps the order in which they began
    for start, end in pairwise(cuts):
        for place in ends.get(start, ()):
            del open_marks[place]
        open_marks.update(dict.fromkeys(begins.get(start, ())))
        yield Segment(start, end, tuple(open_marks))
