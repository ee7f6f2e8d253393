"""Undo hard wrapping: line breaks that an e-mail program or an old page put inside of sentences.

A paragraph is wrapped when it has several lines of nearly one length, the last one apart, or when
a long line goes on with a small letter. Lists, signatures and verses have lines of all lengths
and stay as they are. A break becomes as many blanks, so that all offsets stay.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

BREAK = re.compile(r"(\r\n|\r|\n)")
LONGEST_LINE = 120
"""Characters: no program wraps later, and unwrapped paragraphs are longer."""
SHORTEST_LINE = 45
EVENNESS = 0.7
"""Length of the shortest inner line of a wrapped paragraph, as a share of the longest."""
FEWEST_LINES = 3
"""Two lines may be anything; they are joined only where the second begins small."""


def with_joined_lines(text: str) -> str:
    """Return `text` with the breaks inside of wrapped paragraphs as blanks; lengths stay."""
    pieces = BREAK.split(text)  # line, break, line, break, …, line
    for first, last in _paragraphs(pieces):
        if _is_wrapped(pieces[first : last + 1 : 2]):
            for place in range(first + 1, last, 2):
                pieces[place] = " " * len(pieces[place])
    return "".join(pieces)


def _paragraphs(pieces: list[str]) -> Iterator[tuple[int, int]]:
    """Yield the places of first and last line of each run of lines that are not blank."""
    first: int | None = None
    for place in range(0, len(pieces), 2):
        if pieces[place].strip():
            first = place if first is None else first
        elif first is not None:
            yield first, place - 2
            first = None
    if first is not None:
        yield first, len(pieces) - 1


def _is_wrapped(lines: list[str]) -> bool:
    inner = [len(line.rstrip()) for line in lines[:-1]]
    if not inner or max(inner) > LONGEST_LINE or len(lines[-1].rstrip()) > max(inner):
        return False
    if min(inner) < max(SHORTEST_LINE, EVENNESS * max(inner)):
        return False
    goes_on = [line.lstrip()[:1].islower() for line in lines[1:]]
    return all(goes_on) if len(lines) < FEWEST_LINES else any(goes_on)
