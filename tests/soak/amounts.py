"""How many trials are run: a small part by default, all with `GRAPHKIT_SOAK=full`."""

from __future__ import annotations

import os

FULL = "full"


def amount(full: int, *, otherwise: int) -> int:
    """Return the number of trials of this run."""
    return full if os.environ.get("GRAPHKIT_SOAK") == FULL else otherwise


def batches(trials: int, *, size: int) -> list[range]:
    """Return the seeds 0 … `trials` in runs of `size`."""
    return [range(first, min(first + size, trials)) for first in range(0, trials, size)]
