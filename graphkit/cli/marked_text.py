"""A text for people with all that was found in it between brackets, in colour on a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from graphkit.cli.output import plain
from graphkit.records import MarkKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from graphkit.records import Explanation, Mark, Segment

OPEN, CLOSE = "⟦", "⟧"
OWN_BRACKETS = str.maketrans({OPEN: "[[", CLOSE: "]]"})
"""A text that has these brackets itself shows others, so that none of its words pass for marks."""
AGAIN = "…"
"""Behind the name of a mark that goes on after another that overlaps it."""
LONGEST_LABEL = 40
MOST_NUMBERS = 8
"""Ranges of numbers of stances at one bracket."""
CUE, STEP = "*", "_"
SILENT = frozenset({MarkKind.CUE, MarkKind.STEP})
"""Kinds without brackets of their own: they are emphasised where their stance is told."""
STYLES = {
    MarkKind.PERSON: "bold cyan",
    MarkKind.ORGANIZATION: "cyan",
    MarkKind.GOVERNMENT: "cyan",
    MarkKind.PARTY: "cyan",
    MarkKind.GROUP: "bold blue",
    MarkKind.POLICY: "bold yellow",
    MarkKind.ACTION: "magenta",
    MarkKind.STATEMENT: "green",
    MarkKind.UNSAID: "italic",
    MarkKind.DAY: "blue",
    MarkKind.EVIDENCE: "",
    MarkKind.CUE: "underline",
    MarkKind.STEP: "underline",
}
TAG_STYLES = {MarkKind.EVIDENCE: "bold reverse"}
KIND_WORDS = {
    MarkKind.STATEMENT: "said by",
    MarkKind.UNSAID: "not said",
    MarkKind.EVIDENCE: "1, 2",
}


def legend(kinds: Iterable[MarkKind]) -> Text:
    """Return one line that shows how each kind is marked."""
    shown = set(kinds) - SILENT
    parts = [
        Text(
            f"{OPEN}{KIND_WORDS.get(kind, kind.value)}: {_sample(kind)}{CLOSE}", style=STYLES[kind]
        )
        for kind in MarkKind
        if kind in shown
    ]
    return Text("  ").join(parts)


def _sample(kind: MarkKind) -> str:
    return "words for these stances" if kind is MarkKind.EVIDENCE else "…"


def marked_lines(explanation: Explanation, numbers: Mapping[str, int]) -> Iterator[Text]:
    """Yield the lines of the text with their marks; all of them are safe to print.

    Args:
        explanation: Of the whole text.
        numbers: Of the stances, by their ids.
    """
    writer = _Writer(explanation, numbers)
    for segment in explanation.segments():
        yield from writer.write(segment)
    yield writer.end()


class _Writer:
    """Opens and closes brackets on the way through the segments."""

    def __init__(self, explanation: Explanation, numbers: Mapping[str, int]) -> None:
        self.text = explanation.document.text
        self.marks = explanation.marks
        self.numbers = numbers
        self.opened: list[int] = []
        self.seen: set[int] = set()
        self.line = Text()

    def write(self, segment: Segment) -> Iterator[Text]:
        """Yield the lines that end in this segment."""
        wanted = list(self._told(segment.marks))
        kept = _common(self.opened, wanted)
        self._close(down_to=kept)
        for mark in wanted[kept:]:
            self._open(mark)
        style = self._style(segment.marks)
        first, *others = self.text[segment.start : segment.end].split("\n")
        self.line.append(_safe(first), style)
        for other in others:
            yield self.line
            self.line = Text()
            self.line.append(_safe(other), style)

    def end(self) -> Text:
        """Return the last line."""
        self._close(down_to=0)
        return self.line

    def _told(self, places: tuple[int, ...]) -> Iterator[int]:
        """Yield the marks that get brackets; words for a stance inside others for it get none."""
        shown: set[str] = set()
        for place in places:
            mark = self.marks[place]
            if mark.kind is MarkKind.EVIDENCE:
                if shown.issuperset(mark.refs):
                    continue
                shown.update(mark.refs)
            if mark.kind not in SILENT:
                yield place

    def _open(self, place: int) -> None:
        mark = self.marks[place]
        style = TAG_STYLES.get(mark.kind, f"dim {STYLES[mark.kind]}".strip())
        self.line.append(f"{OPEN}{self._tag(mark, again=place in self.seen)}: ", style)
        self.opened.append(place)
        self.seen.add(place)

    def _close(self, *, down_to: int) -> None:
        while len(self.opened) > down_to:
            kind = self.marks[self.opened.pop()].kind
            self.line.append(CLOSE, TAG_STYLES.get(kind, f"dim {STYLES[kind]}".strip()))

    def _tag(self, mark: Mark, *, again: bool) -> str:
        if mark.kind is MarkKind.EVIDENCE:
            name = ranges(self.numbers[ref] for ref in mark.refs)
        else:
            name = KIND_WORDS.get(mark.kind, mark.kind.value)
        if again:
            return f"{name}{AGAIN}"
        words = " ".join(self.text[mark.span.start : mark.span.end].split())
        if not mark.label or mark.label.casefold() == words.casefold():
            return name
        label = _shortened(_safe(mark.label))
        return f"{name} ({label})" if mark.kind is MarkKind.UNSAID else f"{name} {label}"

    def _style(self, places: tuple[int, ...]) -> str:
        """Return a style of all kinds; what began last gives the colour."""
        kinds = dict.fromkeys(self.marks[place].kind for place in reversed(places))
        return " ".join(style for kind in reversed(kinds) if (style := STYLES[kind]))


def _common(opened: list[int], wanted: list[int]) -> int:
    """Return how many marks at the bottom of the stack stay open."""
    pairs = zip(opened, wanted, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(opened), len(wanted)))


def _safe(text: str) -> str:
    return plain(text).translate(OWN_BRACKETS)


def _shortened(label: str) -> str:
    return label if len(label) <= LONGEST_LABEL else f"{label[: LONGEST_LABEL - 1]}…"


def ranges(numbers: Iterable[int]) -> str:
    """Return numbers in short.

    >>> ranges([5, 1, 2, 3, 7])
    '1-3, 5, 7'
    """
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and runs[-1][1] == number - 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    told = [str(a) if a == b else f"{a}-{b}" for a, b in runs]
    more = len(told) - MOST_NUMBERS
    return ", ".join(told if more <= 0 else [*told[:MOST_NUMBERS], f"and {more} more"])


def emphasised(text: str, start: int, end: int, parts: Iterable[tuple[int, int, str]]) -> Text:
    """Return text[start:end] with runs of it between signs, as `*urged*`.

    Args:
        text: The whole text.
        start: Where the words begin.
        end: Where they end.
        parts: Begin, end and sign of each run; what overlaps an earlier one is left alone.
    """
    shown = Text()
    at = start
    for begin, stop, sign in sorted(set(parts)):
        if at <= begin and stop <= end:
            shown.append(_safe(text[at:begin]))
            shown.append(f"{sign}{_safe(text[begin:stop])}{sign}", "bold underline")
            at = stop
    return shown.append(_safe(text[at:end]))
