"""Quotations in single marks, told from apostrophes, elisions and plural possessives."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from graphkit.nlp.marked_runs import MarkedRun

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graphkit.nlp.marked_runs import Mark

LAST_BEFORE_CLOSING = frozenset(".,;:?!…—–-)]")
"""What American typography puts before a closing mark; its lack tells that the run goes on."""
_OPENING = re.compile(r"(?<![^\s(\[{—–\-/:])[‘'](?=[^\s'’‘.,;:?!)\]])")
_CLOSING = re.compile(r"(?<=\S)['’](?=[\s.,;:?!)\]}—–\-/|…]|\Z)")
_CLOSING_BEHIND_STOP = re.compile(r"(?<=[.!?,])['’](?=\s|\Z)")
_ELISION = re.compile(r"['‘’](?:\d\d|em|til|tis|twas|cause|bout|round|n)(?:s?\b)", re.IGNORECASE)


def find_singles(text: str, paragraph: MarkedRun, marks: Sequence[Mark]) -> Iterator[MarkedRun]:
    """Yield the runs in single marks of a paragraph.

    Args:
        text: The text.
        paragraph: The whole paragraph as a run.
        marks: Its double marks: a single quotation holds an even number of them.
    """
    at = paragraph.start
    while found := _OPENING.search(text, at, paragraph.end):
        at = found.end()
        closing = _closing(text, found, paragraph.end, marks)
        if closing is None:
            continue
        at = closing + 1
        yield MarkedRun(
            start=found.end(),
            end=closing,
            outer_start=found.start(),
            outer_end=closing + 1,
            paragraph=paragraph.paragraph,
        )


def mistyped_closing(text: str, start: int, end: int) -> int | None:
    """Return the single mark that ends a quotation that a double mark opened.

    '“Let us go.’ Bee was at the pier': it stands behind a stop, and nothing single is open.
    """
    found = _CLOSING_BEHIND_STOP.search(text, start, end)
    if found is None or _OPENING.search(text, start, found.start()):
        return None
    return found.start()


def _closing(text: str, opening: re.Match[str], end: int, marks: Sequence[Mark]) -> int | None:
    """Return the mark that closes a single quotation, None where it is an apostrophe."""
    if _ELISION.match(text, opening.start()):
        return None
    following = _OPENING.search(text, opening.end(), end)
    limit = end if following is None else following.start()
    closings = [m.start() for m in _CLOSING.finditer(text, opening.end(), limit)]
    # A plural possessive ("the states' rights") closes nothing as long as another mark may.
    sure = [c for c in closings if text[c - 1].lower() != "s"]
    after_stop = [c for c in sure if text[c - 1] in LAST_BEFORE_CLOSING]
    chosen = next(iter([*after_stop[:1], *sure[:1], *closings[:1]]), None)
    if sure and closings[0] == sure[0]:
        chosen = sure[0]
    if chosen is None or not _is_balanced(marks, opening.start(), chosen):
        return None
    return chosen


def _is_balanced(marks: Sequence[Mark], start: int, end: int) -> bool:
    """Tell whether an even number of double marks stands between two characters."""
    first = bisect_left(marks, start, key=lambda mark: mark.start)
    return (bisect_left(marks, end, key=lambda mark: mark.start) - first) % 2 == 0
