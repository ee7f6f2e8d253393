"""Quotation marks and the runs of text between them, as records."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple


class Lean(IntEnum):
    """What a mark looks like."""

    CLOSES = -1
    EITHER = 0
    OPENS = 1


class Mark(NamedTuple):
    """A double quotation mark, characters [start, end)."""

    start: int
    end: int
    lean: Lean


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedRun:
    """Characters between two quotation marks, without the marks.

    Attributes:
        start: First character inside.
        end: After the last character inside.
        outer_start: The opening mark, or `start` where it is missing.
        outer_end: After the closing mark, or `end` where it is missing.
        paragraph: Place of the paragraph in those given.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    paragraph: int

    @property
    def is_closed(self) -> bool:
        """Tell whether the closing mark is there."""
        return self.outer_end > self.end
