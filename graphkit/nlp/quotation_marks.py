"""An automaton over quotation marks: which runs of a text stand in quotation marks.

Typists leave out marks, mix curly with straight ones, and use the same signs for apostrophes and
inches. A mark is therefore judged by its shape and by what stands on both sides of it, and what
does not pair up is repaired: a run that is never closed ends with its paragraph or before the
next opening mark; a closing mark without an opening one belongs to the sentences before it.
"""

from __future__ import annotations

import re
import string
from bisect import bisect_left
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from graphkit.nlp.marked_runs import Lean, Mark, MarkedRun
from graphkit.nlp.single_marks import LAST_BEFORE_CLOSING, find_singles, mistyped_closing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

OPENING = frozenset("“„«")
CLOSING = frozenset("”»")
STRAIGHT = frozenset('"\uff02‟')
DOUBLE_MARKS = OPENING | CLOSING | STRAIGHT
_MAKES = {mark: make for make in ("“„”", "«»", "`'", "".join(sorted(STRAIGHT))) for mark in make}
"""For each mark those that a typist pairs with it."""
_MARK = re.compile(r"``|''|[“„«”»\"\uff02‟]")
_BEFORE_OPENING = frozenset("([{<—–-―/|")
_AFTER_CLOSING = frozenset(".,;:?!)]}>—–-―/|…")
_SENTENCE_BREAK = re.compile(r"[.?!…:][\s\xa0]+(?=[\"“‘'\[(]?[A-Z0-9])|[.?!…](?=[A-Z][a-z’']+ )")
_INCHES = re.compile(r"(?<![\d,])\d{1,3}(?:\.\d+)?\Z")
_OPENING_OF_SPEECH = re.compile(r"(?:\A|(?<=\n)|[:,]\s)(?P<mark>‘)(?=[A-Z])")
_KEEPS_FULL_STOP = frozenset(f".{string.ascii_uppercase}")
_ALL_SPACE = re.compile(r"\s*")
_INVISIBLE = frozenset("\u00ad\u200b\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2069\ufeff")
"""Signs of direction and width that web pages leave in a text; they count as white space."""


def find_marked_runs(
    text: str, paragraphs: Iterable[tuple[int, int]] | None = None
) -> tuple[MarkedRun, ...]:
    """Return the outermost quoted runs of `text` in order; no run crosses a paragraph.

    Args:
        text: The text.
        paragraphs: Character ranges in order; the lines of the text where left out.

    Example:
        >>> text = 'He said "we lost."'
        >>> [text[run.start:run.end] for run in find_marked_runs(text)]
        ['we lost.']
    """
    ranges = lines_of(text) if paragraphs is None else tuple(paragraphs)
    runs: list[MarkedRun] = []
    for place, (start, end) in enumerate(ranges):
        runs.extend(_Paragraph(text, start, end, place).runs())
    runs.extend(_left_open(text, ranges, runs))
    runs.sort(key=lambda run: run.outer_start)
    return tuple(run for run in runs if text[run.start : run.end].strip())


def _left_open(
    text: str, ranges: Sequence[tuple[int, int]], runs: Sequence[MarkedRun]
) -> Iterator[MarkedRun]:
    """Yield single quotations that go on in the next paragraph, and so have no closing mark.

    A single sign that closes nowhere is taken for an opening mark only where the next paragraph
    opens with one too.
    """
    for place, ((start, end), following) in enumerate(pairwise(ranges)):
        if text[following[0]] != "‘":
            continue
        opening = _OPENING_OF_SPEECH.search(text, start, end)
        if opening is None or any(
            r.outer_end > opening.start("mark") for r in runs if r.paragraph == place
        ):
            continue
        yield MarkedRun(
            start=opening.end(),
            end=end,
            outer_start=opening.start("mark"),
            outer_end=end,
            paragraph=place,
        )


def lines_of(text: str) -> tuple[tuple[int, int], ...]:
    """Return the character ranges of the lines that hold more than white space."""
    return tuple((m.start(), m.end()) for m in re.finditer(r"[^\r\n]+", text) if m.group().strip())


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Cut white space at both ends, and the comma or full stop of the sentence around.

    Example:
        >>> trimmed("We lost,", 0, 8)
        (0, 7)
    """
    leading = _ALL_SPACE.match(text, start, end)
    start = leading.end() if leading else start
    while start < (shorter := _before_trailing(text, start, end)) < end:
        end = shorter
    return start, end


def _before_trailing(text: str, start: int, end: int) -> int:
    """Return where the white space and commas at the end begin, with a full stop before them.

    The full stop of an abbreviation and those of an ellipsis stay. Not a pattern: one that looks
    for the end from each place needs time with the square of the length.
    """
    while end > start and (text[end - 1].isspace() or text[end - 1] == ","):
        end -= 1
    if end == start or text[end - 1] != ".":
        return end
    before = text[end - 2 : end - 1] if end - 2 >= start else ""
    return end if before and before in _KEEPS_FULL_STOP else end - 1


class _Paragraph:
    """The automaton's state while it walks over one paragraph."""

    def __init__(self, text: str, start: int, end: int, place: int) -> None:
        self.text = text
        self.start = start
        self.end = end
        self.place = place
        self.done: list[MarkedRun] = []
        self.opening: Mark | None = None
        self.depth = 0
        self.nests = False

    def runs(self) -> Iterator[MarkedRun]:
        marks = tuple(self._marks())
        self.nests = _is_bracketed(marks) or self._is_left_open(marks)
        for place, mark in enumerate(marks):
            following = marks[place + 1 : place + 3]
            if not self._is_inches(mark, following):
                self._step(mark, following)
        self._finish()
        yield from sorted(self._with_singles(marks), key=lambda run: run.outer_start)

    def _with_singles(self, marks: Sequence[Mark]) -> list[MarkedRun]:
        """Add the single quotations unless double marks stand around one or across its ends."""
        doubles = sorted(self.done, key=lambda run: run.outer_start)
        starts = [run.outer_start for run in doubles]
        kept: list[MarkedRun] = []
        swallowed: set[int] = set()
        whole = MarkedRun(
            start=self.start,
            end=self.end,
            outer_start=self.start,
            outer_end=self.end,
            paragraph=self.place,
        )
        for single in find_singles(self.text, whole, marks):
            first = max(0, bisect_left(starts, single.outer_start) - 1)
            near = range(first, bisect_left(starts, single.outer_end))
            met = [i for i in near if doubles[i].outer_end > single.outer_start]
            if all(_is_within(doubles[i], single) for i in met):
                swallowed.update(met)
                kept.append(single)
        return [*(run for i, run in enumerate(doubles) if i not in swallowed), *kept]

    def _marks(self) -> Iterator[Mark]:
        for found in _MARK.finditer(self.text, self.start, self.end):
            yield Mark(found.start(), found.end(), self._lean(found.start(), found.end()))

    def _around(self, start: int, end: int) -> tuple[str, str]:
        """Return the characters on both sides; a space stands for the paragraph's edge."""
        left = self.text[start - 1] if start > self.start else " "
        right = self.text[end] if end < self.end else " "
        return _seen(left), _seen(right)

    def _lean(self, start: int, end: int) -> Lean:
        sign = self.text[start:end]
        left, right = self._around(start, end)
        if sign == "''":
            return _straight_lean(left, right)
        if sign == "``" or sign in OPENING:
            mistyped = right.isspace() and not left.isspace()
            return Lean.CLOSES if mistyped else Lean.OPENS
        if sign in CLOSING:
            mistyped = (left.isspace() or left in _BEFORE_OPENING) and right.isalnum()
            return Lean.OPENS if mistyped else Lean.CLOSES
        return _straight_lean(left, right)

    def _is_inches(self, mark: Mark, later: Sequence[Mark]) -> bool:
        """Tell whether a straight mark after a number means inches: 'a 12" pipe'."""
        if self.text[mark.start] not in STRAIGHT or mark.lean is Lean.OPENS:
            return False
        before = self.text[max(self.start, mark.start - 8) : mark.start]
        if not _INCHES.search(before):
            return False
        return self.opening is None or bool(later and later[0].lean is Lean.CLOSES)

    def _step(self, mark: Mark, later: Sequence[Mark]) -> None:
        opens = mark.lean is Lean.OPENS or (mark.lean is Lean.EITHER and self.opening is None)
        if opens and self.opening is None:
            self.opening, self.depth = mark, 1
        elif opens and (self.nests or self._is_nested(later)):
            self.depth += 1
        elif opens:
            self._close(mark.start, mark.start)
            self.opening, self.depth = mark, 1
        elif self.opening is None:
            self._stray_closing(mark)
        elif self.depth > 1:
            self.depth -= 1
        else:
            self._close(mark.start, mark.end)

    @staticmethod
    def _is_nested(later: Sequence[Mark]) -> bool:
        """Tell whether an inner quotation and then the outer one are closed next."""
        return [m.lean for m in later[:2]] == [Lean.CLOSES, Lean.CLOSES]

    def _is_left_open(self, marks: Sequence[Mark]) -> bool:
        """Tell whether the first mark opens the paragraph, and others of another make pair up.

        So they do in a quotation that goes on in the next paragraph: '"The “quiet” harbor is'.
        """
        if not marks or marks[0].lean is not Lean.OPENS or not _is_bracketed(marks[1:]):
            return False
        first = self.text[marks[0].start]
        opens_block = not self.text[self.start : marks[0].start].strip()
        return opens_block and all(self.text[m.start] not in _MAKES[first] for m in marks[1:])

    def _close(self, end: int, outer_end: int) -> None:
        opening = self.opening
        if opening is None:
            return
        if end == outer_end and (found := mistyped_closing(self.text, opening.end, end)):
            end, outer_end = found, found + 1
        self.done.append(
            MarkedRun(
                start=opening.end,
                end=end,
                outer_start=opening.start,
                outer_end=outer_end,
                paragraph=self.place,
            )
        )
        self.opening, self.depth = None, 0

    def _finish(self) -> None:
        if self.opening is not None:
            self._close(self.end, self.end)

    def _stray_closing(self, mark: Mark) -> None:
        """Repair a closing mark that nothing opened."""
        last = self.done[-1] if self.done else None
        if last is not None and self._goes_on(last, mark.start):
            self.done[-1] = replace(last, end=mark.start, outer_end=mark.end)
            return
        start = self.start if last is None else self._sentence_after(last.outer_end, mark.start)
        if start is None:
            return
        self.done.append(
            MarkedRun(
                start=start,
                end=mark.start,
                outer_start=start,
                outer_end=mark.end,
                paragraph=self.place,
            )
        )

    def _goes_on(self, last: MarkedRun, until: int) -> bool:
        """Tell whether the closing mark of `last` was one too many: 'a "poor deal" for all,"'."""
        if not last.is_closed or self.text[last.end - 1] in LAST_BEFORE_CLOSING:
            return False
        return _SENTENCE_BREAK.search(self.text, last.outer_end, until) is None

    def _sentence_after(self, start: int, until: int) -> int | None:
        """Return where the first new sentence begins: the words before it announce."""
        found = _SENTENCE_BREAK.search(self.text, start, until)
        return found.end() if found else None


def _seen(character: str) -> str:
    return " " if character in _INVISIBLE else character


def _is_bracketed(marks: Sequence[Mark]) -> bool:
    """Tell whether the marks pair up like brackets, so that one inside a pair is nested."""
    depth = 0
    for mark in marks:
        depth += mark.lean
        if mark.lean is Lean.EITHER or depth < 0:
            return False
    return depth == 0


def _straight_lean(left: str, right: str) -> Lean:
    """Judge a mark that has no direction by its neighbours; a mark beside it is a wall."""
    opens = left.isspace() or left in _BEFORE_OPENING or left in DOUBLE_MARKS
    closes = right.isspace() or right in _AFTER_CLOSING or right in DOUBLE_MARKS
    if opens == closes:
        return Lean.EITHER
    return Lean.OPENS if opens else Lean.CLOSES


def _is_within(inner: MarkedRun, outer: MarkedRun) -> bool:
    return outer.outer_start < inner.outer_start and inner.outer_end < outer.outer_end
