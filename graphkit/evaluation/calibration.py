"""How far the confidence of stances keeps what it promises."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from graphkit.evaluation.stances import StanceOutcome
from graphkit.records import Calibration, ConfidenceBand, Threshold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

BANDS = 10
HIGH_CONFIDENCE = 0.8
"""From here on a stance may be used without a look at its words."""
QUANTILE_95 = 1.959963984540054
"""Of the normal distribution, for intervals that hold in 95 of 100 cases."""


class Labelled(NamedTuple):
    """The confidence of a predicted stance in (0, 1], and what the stance turned out to be."""

    confidence: float
    outcome: StanceOutcome


def calibrate(labelled: Iterable[Labelled], *, gold: int) -> Calibration:
    """Return how confidence and precision go together.

    Args:
        labelled: The predicted stances of all documents.
        gold: How many stances had to be found in them.
    """
    every = list(labelled)
    judged = sorted(
        (one for one in every if one.outcome is not StanceOutcome.EXCUSED), reverse=True
    )
    bands = tuple(_band(judged, number) for number in range(BANDS))
    return Calibration(
        bands=bands,
        expected_error=expected_calibration_error(bands),
        high=_threshold(judged, HIGH_CONFIDENCE, gold),
        best=_best_threshold(judged, gold),
        excused=len(every) - len(judged),
    )


def wilson_interval(right: int, count: int, *, z: float = QUANTILE_95) -> tuple[float, float]:
    """Return where a share of `count` trials lies with 95 % confidence.

    Unlike the normal interval it stays inside [0, 1] and serves few trials, too: Wilson, E. B.
    (1927), Probable inference, the law of succession, and statistical inference. Journal of the
    American Statistical Association 22, 209-212.

    >>> [round(end, 3) for end in wilson_interval(9, 10)]
    [0.596, 0.982]

    Raises:
        ValueError: There are no trials, or more right ones than trials.
    """
    if not 0 <= right <= count or count == 0:
        raise ValueError(f"{right} of {count} is no share; need 0 <= right <= count, count > 0")
    share, square = right / count, z * z
    middle = share + square / (2 * count)
    reach = z * math.sqrt(share * (1 - share) / count + square / (4 * count * count))
    whole = 1 + square / count
    # Rounding must not push an end across 0, 1 or the share itself.
    low, high = (middle - reach) / whole, (middle + reach) / whole
    return max(0.0, min(low, share)), min(1.0, max(high, share))


def expected_calibration_error(bands: Sequence[ConfidenceBand]) -> float | None:
    """Return the mean distance of precision and mean confidence, weighted by each band's count.

    Naeini, M. P., Cooper, G. F. and Hauskrecht, M. (2015), Obtaining well calibrated probabilities
    using Bayesian binning. AAAI, 2901-2907; in this form Guo, C. et al. (2017), On calibration of
    modern neural networks. ICML, equation 3.

    Returns:
        A number in [0, 1]; None where the bands are empty.
    """
    total = sum(band.count for band in bands)
    if not total:
        return None
    gaps = (
        band.count * abs(band.precision - band.mean_confidence)
        for band in bands
        if band.precision is not None and band.mean_confidence is not None
    )
    return sum(gaps) / total


def band_of(confidence: float) -> int:
    """Return the number of the band of a confidence: 0 for [0, 0.1), …, 9 for [0.9, 1].

    >>> [band_of(c) for c in (0.05, 0.1, 0.29999, 0.3, 0.7, 1.0)]
    [0, 1, 2, 3, 7, 9]
    """
    return min(BANDS - 1, int(confidence * BANDS))


def _band(judged: Sequence[Labelled], number: int) -> ConfidenceBand:
    inside = [one for one in judged if band_of(one.confidence) == number]
    right = sum(one.outcome is StanceOutcome.RIGHT for one in inside)
    mean = math.fsum(one.confidence for one in inside) / len(inside) if inside else None
    return ConfidenceBand(
        low=number / BANDS,
        high=(number + 1) / BANDS,
        count=len(inside),
        right=right,
        mean_confidence=mean,
        interval=wilson_interval(right, len(inside)) if inside else None,
    )


def _threshold(judged: Sequence[Labelled], confidence: float, gold: int) -> Threshold:
    shown = [one for one in judged if one.confidence >= confidence]
    right = sum(one.outcome is StanceOutcome.RIGHT for one in shown)
    return Threshold(confidence=confidence, shown=len(shown), right=right, gold=gold)


def _best_threshold(judged: Sequence[Labelled], gold: int) -> Threshold | None:
    """Return the threshold with the best F1; of equal ones the highest.

    `judged` is sorted, the highest confidence first.
    """
    best: Threshold | None = None
    right = 0
    for shown, one in enumerate(judged, start=1):
        right += one.outcome is StanceOutcome.RIGHT
        if shown < len(judged) and judged[shown].confidence == one.confidence:
            continue  # stances of one confidence are shown or left out together
        here = Threshold(confidence=one.confidence, shown=shown, right=right, gold=gold)
        if best is None or here.f1 > best.f1:
            best = here
    return best
