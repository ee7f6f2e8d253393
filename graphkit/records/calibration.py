"""How far confidences keep what they promise."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfidenceBand:
    """The judged stances whose confidence lies in one band.

    Attributes:
        low: The band is [low, high); the last one includes 1.
        count: How many there are.
        right: How many of them the gold has.
        mean_confidence: Their mean confidence; None where there are none.
        interval: Where the precision lies with 95 % confidence (Wilson 1927); None without any.
    """

    low: float
    high: float
    count: int
    right: int
    mean_confidence: float | None
    interval: tuple[float, float] | None

    def __post_init__(self) -> None:
        if not 0 <= self.right <= self.count:
            raise ValueError(f"band {self.low}-{self.high}: {self.right} of {self.count} are right")

    @property
    def precision(self) -> float | None:
        """The share that is right; None where there is nothing in the band."""
        return self.right / self.count if self.count else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Threshold:
    """What is shown when stances below a confidence are left out.

    Attributes:
        confidence: The least confidence shown.
        shown: How many judged stances have it.
        right: How many of them the gold has.
        gold: How many stances the gold has that were to be found.
    """

    confidence: float
    shown: int
    right: int
    gold: int

    @property
    def precision(self) -> float:
        """The share of what is shown that is right; 0 where nothing is shown."""
        return self.right / self.shown if self.shown else 0.0

    @property
    def recall(self) -> float:
        """The share of the gold that is shown; 0 where there is none."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.shown + self.gold
        return 2 * self.right / both if both else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """How confidence and precision go together.

    Attributes:
        bands: Each 0.1 wide, the lowest first.
        expected_error: The mean distance of confidence and precision, in [0, 1], weighted by the
            stances of each band; None where no stance was judged.
        high: What is shown at high confidence.
        best: The threshold with the best F1; None where no stance was judged.
        excused: Stances that were not judged: optional in the gold, repeated, or neutral.
    """

    bands: tuple[ConfidenceBand, ...]
    expected_error: float | None
    high: Threshold
    best: Threshold | None
    excused: int
