"""Print an explanation for people: the marked text, then why each stance was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from graphkit.cli.marked_text import CUE, STEP, emphasised, legend, marked_lines
from graphkit.cli.output import console, plain, write
from graphkit.records import DatePrecision

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphkit.records import ExplainedStance, Explanation, Span, Term

INDENT = 3
COLUMN = 12
"""Columns of "confidence" and the names beside it."""
NARROW = 60
"""Columns below which names stand over what they name."""
LEAST_ROOM = 12
CLOSE = 0.005
"""A confidence that differs by less from what its features give follows from them alone."""
COLOURS = {"supports": "bold green", "opposes": "bold red"}


class ExplanationPrinter:
    """Prints one explanation in lines of a given width, by default that of the terminal."""

    def __init__(self, explanation: Explanation, width: int | None) -> None:
        self.explanation = explanation
        self.text = explanation.document.text
        self.screen = console(width)

    def show(self, *, only: bool, least: float) -> None:
        """Print the text, or with `only` its lines about the one stance, and the stances."""
        document = self.explanation.document
        self._print(f"{document.path}: {document.title or 'no title'}")
        kinds = {mark.kind for mark in self.explanation.marks}
        if kinds:
            self._print(legend(kinds))
        self._print("")
        for line in self._lines(only=only):
            self._print(line)
        self._print("")
        for explained in self.explanation.stances:
            self._print(_head(explained))
            for name, value in self._rows(explained):
                self._row(name, value)
            self._print("")
        self._print(self._summary(only=only, least=least))

    def _print(self, line: Text | str, *, name: str = "", indent: int = 0) -> None:
        """Print a line, wrapped and indented; in the margin of its first part stands a name."""
        value = Text(plain(line)) if isinstance(line, str) else line
        room = max(self.screen.width - indent, LEAST_ROOM)
        parts = list(value.wrap(self.screen, room, tab_size=1)) or [Text()]
        with self.screen.capture() as capture:
            for place, part in enumerate(parts):
                part.rstrip()
                margin = Text(f"{name if not place else '':<{indent}}" if part else "")
                self.screen.print(margin.append_text(part), soft_wrap=True)
        write(capture.get())

    def _row(self, name: str, value: Text | str) -> None:
        """Print what a name stands for: beside it, or below it where there is little room."""
        if self.screen.width >= NARROW:
            margin = f"{'':{INDENT}}{name}"
            self._print(value, name=margin, indent=INDENT + COLUMN)
            return
        if name:
            self._print(name, indent=INDENT)
        self._print(value, indent=2 * INDENT)

    def _lines(self, *, only: bool) -> Iterator[Text]:
        numbers: dict[str, int] = {s.stance.id: s.number for s in self.explanation.stances}
        wanted = self._wanted() if only else None
        for number, line in enumerate(marked_lines(self.explanation, numbers)):
            if wanted is None or number in wanted:
                yield line

    def _wanted(self) -> frozenset[int]:
        """Return the numbers of the lines that show the stance."""
        found: set[int] = set()
        for explained in self.explanation.stances:
            for span in _spans(explained):
                first = self.text.count("\n", 0, span.start)
                found.update(range(first, first + 1 + self.text.count("\n", span.start, span.end)))
        return frozenset(found)

    def _summary(self, *, only: bool, least: float) -> str:
        shown, more = len(self.explanation.stances), self.explanation.left_out
        if only:
            return f"{_counted(more, 'other stance')} not shown." if more else "There is no other."
        if not shown and not more:
            return "No stance was found in this text."
        below = f"{more} below confidence {least:g}; --min-confidence 0 shows all."
        if not shown:
            return f"No stance is shown: {below}"
        return f"{_counted(shown, 'stance')}{f', and {below}' if more else '.'}"

    def _rows(self, explained: ExplainedStance) -> Iterator[tuple[str, Text | str]]:
        """Yield the facts about a stance with their names."""
        stance, reason = explained.stance, explained.stance.reason
        yield from self._evidence(explained)
        yield "day", self._day(explained)
        for relation, numbers in explained.opposites:
            yield "against", f"{relation} {', '.join(map(str, numbers))}{_doubt(relation)}"
        if reason is None:
            yield "rule", "none is told by what read the text"
        else:
            yield "sign", " → ".join(explained.trail(self.text))
            yield "rule", f"{reason.rule}: {_rule_words(explained)}"
            yield from _confidence(explained)
        yield "id", stance.id

    def _evidence(self, explained: ExplainedStance) -> Iterator[tuple[str, Text]]:
        reason = explained.stance.reason
        parts: list[tuple[int, int, str]] = []
        if reason is not None:
            parts = [(reason.cue.start, reason.cue.end, CUE)]
            parts += [
                (s.span.start, s.span.end, STEP) for s in reason.steps if s.span != reason.cue
            ]
        for evidence in explained.stance.evidence:
            span = evidence.span
            shown = emphasised(self.text, span.start, span.end, parts)
            where = f"” ({evidence.kind.words}; characters {span.start} to {span.end})"
            yield "words", Text("“").append_text(shown).append(where)

    def _day(self, explained: ExplainedStance) -> str:
        stance, words = explained.stance, explained.stance.date_words
        told = f"“{self.text[words.start : words.end]}”" if words else None
        if stance.stated_on is None:
            return f"{told}, which nothing places" if told else "none is told"
        day = (stance.date_precision or DatePrecision.DAY).written(stance.stated_on)
        return f"{day}, {told or 'the day of the document'}"


def _head(explained: ExplainedStance) -> Text:
    stance = explained.stance
    holder = f"{explained.holder} ({explained.office})" if explained.office else explained.holder
    words = f"{explained.number}. {holder} {stance.polarity.towards(explained.target)}"
    head = Text(plain(words), style=COLOURS.get(stance.polarity.value, "bold"))
    return head.append(f" - confidence {stance.confidence:.2f}")


def _doubt(relation: str) -> str:
    is_conflict = relation == "conflicts with"
    return ": no day tells which came first, or one is misread" if is_conflict else ""


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


def _spans(explained: ExplainedStance) -> Iterator[Span]:
    yield from (evidence.span for evidence in explained.stance.evidence)
    if explained.stance.reason is not None:
        yield explained.stance.reason.cue


def _rule_words(explained: ExplainedStance) -> str:
    rule = explained.rule
    return "there are no words for it" if rule is None else f"{rule.sentence} As in: {rule.example}"


def _confidence(explained: ExplainedStance) -> Iterator[tuple[str, str]]:
    """Yield what the confidence is made of; what weighs nothing comes in one line."""
    confidence, chance = explained.stance.confidence, explained.chance
    is_plain = abs(confidence - chance) < CLOSE
    then = "" if is_plain else f", a chance of {chance:.2f} before it was calibrated"
    yield "confidence", f"{confidence:.2f}, from log-odds of {explained.log_odds:+.2f}{then}"
    for term in explained.terms:
        if term.contribution:
            yield f"{term.contribution:>+10.2f}", _term(term)
    if explained.bias:
        yield f"{explained.bias:>+10.2f}", "what every stance begins with (bias)"
    silent = ", ".join(term.feature for term in explained.terms if not term.contribution)
    if silent:
        yield f"{'0':>10}", f"weigh nothing: {silent}"


def _term(term: Term) -> str:
    return f"{term.words} ({term.feature} {term.value:.2f} × weight {term.weight:.2f})"
