"""From features to a confidence: a logistic model whose weights were fitted on annotated texts.

What the texts are too few to tell has weights set by hand, each with its reason.
"""

from __future__ import annotations

import math
from functools import cache
from typing import TYPE_CHECKING

from graphkit.nlp.lexicons import read_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

BIAS = "bias"


PLAIN = -1.0
"""Sum of the weights set by hand above which a stance is as good as plain."""


@cache
def hand_weights() -> dict[str, float]:
    """Return the weight of each feature of `stance_hand_weights.tsv`."""
    rows = read_table("stance_hand_weights.tsv", ("feature", "weight", "why"))
    return {row.cell("feature"): float(row.cell("weight")) for row in rows}


@cache
def weights() -> dict[str, float]:
    """Return the weight of each feature, fitted or set by hand."""
    rows = read_table("stance_weights.tsv", ("feature", "weight"))
    return {row.cell("feature"): float(row.cell("weight")) for row in rows} | hand_weights()


def is_plain(features: Iterable[str]) -> bool:
    """Tell whether nothing among the features leaves open that the stance is held."""
    return sum(hand_weights().get(name, 0.0) for name in features) > PLAIN


def confidence_of(
    features: tuple[tuple[str, float], ...], among: Mapping[str, float] | None = None
) -> float:
    """Return the chance in (0, 1) that a stance with these features is right.

    Args:
        features: Names and values.
        among: The weights, `weights()` if None.
    """
    known = weights() if among is None else among
    score = known[BIAS] + sum(known.get(name, 0.0) * value for name, value in features)
    return 1 / (1 + math.exp(-score))
