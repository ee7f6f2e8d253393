"""Counts of what was to be found, what was found, and what of it is right."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Layer(StrEnum):
    """A kind of record that is scored by itself."""

    PEOPLE = "people"
    OFFICE = "office"
    """Of the people who were found; likewise their jurisdiction."""
    JURISDICTION = "jurisdiction"
    GROUPS = "groups"
    ACTIONS = "actions"
    SIGNERS = "signers"
    """Pairs of an action with one of its leaders and signers."""
    STATEMENTS = "statements"
    QUOTED = "statements: direct and mixed"
    REPORTED = "statements: indirect"
    STANCES = "stances"
    STRICT_STANCES = "stances: strict target"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Counts of one layer.

    Attributes:
        gold: Records that were to be found.
        predicted: Records that were found and are judged.
        matched: How many of them are right.
    """

    gold: int = 0
    predicted: int = 0
    matched: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            gold=self.gold + other.gold,
            predicted=self.predicted + other.predicted,
            matched=self.matched + other.matched,
        )

    @property
    def precision(self) -> float:
        """The share of what was found that is right; 0 where nothing was found."""
        return self.matched / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """The share of what was to be found that is found; 0 where there was nothing."""
        return self.matched / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall.

        >>> Tally(gold=4, predicted=2, matched=1).f1
        0.3333333333333333
        """
        both = self.gold + self.predicted
        return 2 * self.matched / both if both else 0.0


class FaultKind(StrEnum):
    """What is wrong with one record."""

    MISSED = "missed"
    """The gold has it, the prediction has not."""
    INVENTED = "invented"
    """The prediction has it, the gold has not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A record that was missed or invented; `words` show which, on one line."""

    layer: Layer
    kind: FaultKind
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How a prediction of one document does."""

    tallies: Mapping[Layer, Tally]
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LayerFigures:
    """One layer over several documents.

    Attributes:
        tally: The counts of all documents together, whose figures are micro-averages.
        macro_f1: The mean of the F1 of each document that has or should have something there.
    """

    layer: Layer
    tally: Tally
    macro_f1: float


def summed(scores: Iterable[Score]) -> tuple[LayerFigures, ...]:
    """Return the figures of each layer that is scored anywhere, in the order of `Layer`."""
    tallies: dict[Layer, list[Tally]] = {}
    for score in scores:
        for layer, tally in score.tallies.items():
            tallies.setdefault(layer, []).append(tally)
    return tuple(
        LayerFigures(
            layer=layer, tally=sum(tallies[layer], Tally()), macro_f1=_macro(tallies[layer])
        )
        for layer in Layer
        if layer in tallies
    )


def _macro(tallies: Iterable[Tally]) -> float:
    each = [tally.f1 for tally in tallies if tally.gold or tally.predicted]
    return sum(each) / len(each) if each else 0.0
