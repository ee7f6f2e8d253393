"""Say which records were missed, and which were invented."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphkit.evaluation.tallies import Fault, FaultKind

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from graphkit.evaluation.tallies import Layer

SHOWN_QUOTE = 80
"""Characters of a quotation that are enough to find it."""


def missed_and_invented(
    layer: Layer,
    gold: Sequence[str],
    predicted: Sequence[str],
    pairs: Collection[tuple[int, int]],
    *,
    excused: Collection[int] = frozenset(),
) -> list[Fault]:
    """Return a fault for each record that has no counterpart; first what was missed."""
    found = {i for i, _ in pairs}
    right = {j for _, j in pairs} | set(excused)
    missed = (words for i, words in enumerate(gold) if i not in found)
    invented = (words for j, words in enumerate(predicted) if j not in right)
    return [
        *(Fault(layer=layer, kind=FaultKind.MISSED, words=_line(words)) for words in missed),
        *(Fault(layer=layer, kind=FaultKind.INVENTED, words=_line(words)) for words in invented),
    ]


def _line(words: str) -> str:
    return " ".join(words.split())
