"""Whether one extractor is better than another, or was luckier with the documents.

The documents are drawn again and again, with replacement, each time the same ones for both
extractors, and the figures are computed anew: the paired bootstrap (Efron, B. and Tibshirani, R. J.
(1993), An introduction to the bootstrap, chapters 8 and 13; for language processing Koehn, P.
(2004), Statistical significance tests for machine translation evaluation, EMNLP). Documents are
drawn and not single records, because the records of one document stand or fall together.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from graphkit.evaluation.tallies import Layer, Tally

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from graphkit.evaluation.tallies import Score

    Floats = NDArray[np.float64]

SEED = 20
RESAMPLES = 2000
TAILS = (2.5, 97.5)
"""Percentiles between which 95 % of the resamples lie."""
CELLS_AT_ONCE = 2_000_000
"""Bounds the memory for draws, whatever the number of documents."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """A figure with the interval in which 95 % of the resamples have it."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class LayerComparison:
    """The F1 of two extractors on one layer.

    Attributes:
        difference: Of the second less the first; where its interval leaves out 0, the difference
            is hardly chance.
    """

    layer: Layer
    first: Estimate
    second: Estimate
    difference: Estimate


def compare(
    first: Sequence[Score],
    second: Sequence[Score],
    *,
    seed: int = SEED,
    resamples: int = RESAMPLES,
) -> tuple[LayerComparison, ...]:
    """Compare two extractors on the same documents, layer by layer.

    Args:
        first: The scores of one extractor, a document each.
        second: Those of the other, in the same order.
        seed: Of the draws; the same seed gives the same intervals.
        resamples: How often documents are drawn.

    Raises:
        ValueError: They are not scores of the same number of documents, or of none.
    """
    if len(first) != len(second) or not first:
        raise ValueError(f"{len(first)} and {len(second)} scores are not of the same documents")
    layers = [x for x in Layer if any(x in s.tallies for s in (*first, *second))]
    counts = [_counts(scores, layers) for scores in (first, second)]
    drawn: list[list[Floats]] = [[], []]
    for weights in _draws(len(first), seed=seed, resamples=resamples):
        for found, own in zip(drawn, counts, strict=True):
            found.append(_f1(np.tensordot(weights, own, axes=1)))
    one, other = (np.concatenate(found) for found in drawn)
    whole = [_f1(own.sum(axis=0)) for own in counts]
    return tuple(
        LayerComparison(
            layer=layer,
            first=_estimate(whole[0][i], one[:, i]),
            second=_estimate(whole[1][i], other[:, i]),
            difference=_estimate(whole[1][i] - whole[0][i], other[:, i] - one[:, i]),
        )
        for i, layer in enumerate(layers)
    )


def _counts(scores: Sequence[Score], layers: Sequence[Layer]) -> Floats:
    """Return an array documents × layers × (gold, predicted, matched)."""
    nothing = Tally()
    tallies = [[score.tallies.get(layer, nothing) for layer in layers] for score in scores]
    return np.array([[(t.gold, t.predicted, t.matched) for t in row] for row in tallies], float)


def _draws(documents: int, *, seed: int, resamples: int) -> Iterator[Floats]:
    """Yield arrays resamples × documents that say how often each document is drawn."""
    random = np.random.default_rng(seed)
    at_once = max(1, CELLS_AT_ONCE // documents)
    chances = np.full(documents, 1 / documents)
    for start in range(0, resamples, at_once):
        size = min(at_once, resamples - start)
        yield random.multinomial(documents, chances, size=size).astype(float)


def _f1(counts: Floats) -> Floats:
    """Return F1 for the last axis (gold, predicted, matched); 0 where there is neither."""
    both = counts[..., 0] + counts[..., 1]
    twice = 2 * counts[..., 2]
    return np.divide(twice, both, out=np.zeros_like(both), where=both > 0)


def _estimate(value: float, drawn: Floats) -> Estimate:
    low, high = np.percentile(drawn, TAILS)
    return Estimate(value=float(value), low=float(low), high=float(high))
