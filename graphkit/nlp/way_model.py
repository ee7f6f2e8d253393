"""How one actor stands to another by the way between them, as a fitted model tells it."""

from __future__ import annotations

import math
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from graphkit.nlp.lexicons import read_table
from graphkit.records import Polarity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

COLUMNS = ("feature", "supports", "opposes")
BIAS = "bias"


class Weight(NamedTuple):
    """What a feature adds to the log-odds of either polarity against none."""

    supports: float
    opposes: float

    def of(self, polarity: Polarity) -> float:
        """Return what it adds to the one, as against the other and none."""
        return self.supports if polarity is Polarity.SUPPORTS else self.opposes


NOTHING = Weight(0.0, 0.0)


class Leaning(NamedTuple):
    """The likelier polarity, and its chance in (0, 1) against the other one and none."""

    polarity: Polarity
    chance: float


@cache
def way_weights() -> dict[str, Weight]:
    """Return the weights of `way_weights.tsv`."""
    return {
        row.cell("feature"): Weight(float(row.cell("supports")), float(row.cell("opposes")))
        for row in read_table("way_weights.tsv", COLUMNS)
    }


def leaning(features: Iterable[str], among: Mapping[str, Weight] | None = None) -> Leaning:
    """Return how the holder of a way with these features leans towards its target.

    Args:
        features: Their names; those that no weight is known of count for nothing.
        among: The weights, `way_weights()` if None.
    """
    known = way_weights() if among is None else among
    found = [known[BIAS], *(known.get(feature, NOTHING) for feature in features)]
    supports = math.exp(math.fsum(w.supports for w in found))
    opposes = math.exp(math.fsum(w.opposes for w in found))
    polarity = Polarity.SUPPORTS if supports > opposes else Polarity.OPPOSES
    return Leaning(polarity, max(supports, opposes) / (1 + supports + opposes))
