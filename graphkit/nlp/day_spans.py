"""Find the words of a text that tell a day, week, month or year.

Regular expressions over characters, built once from `calendar_words.tsv`: they do not depend on
how a model cuts a text into tokens or what it takes for a date.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from graphkit.nlp.lexicons import read_table

if TYPE_CHECKING:
    from collections.abc import Iterator

COLUMNS = ("text", "kind", "value", "example")
KINDS = frozenset({"weekday", "month", "day", "shift", "unit", "vague", "season", "beside"})
GAP = r"[^\S\r\n]{1,3}"
"""White space inside of a date."""
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\w%]|[.,:/]\d)"
YEAR = r"(?:1[89]|20|21)\d\d(?![\w%]|[.,:/-]\d)"
LEAD = r"(?:in|since|during|until|back in|last|this|next|early|late|mid)"
"""Words without which a bare month may be a name or a verb ("May", "March")."""
PREPOSITION = re.compile(
    r"(?i:back in|during|in|since|until|(?:an?|the|his|her|their|its)(?=[ ]\d{4}))[ -]"
)
"""What stands before a date and is no part of it."""
LAST_WORDS = 24
"""Characters at the start of a date in which its last/this/next stand."""


class DayKind(StrEnum):
    """How words tell a day."""

    ISO = "iso"
    NUMERIC = "numeric"
    DATE = "date"
    MONTH = "month"
    YEAR = "year"
    WEEKDAY = "weekday"
    NEAR = "near"
    """"yesterday", "tonight"."""
    PERIOD = "period"
    """"last week", "earlier this month"."""
    AGO = "ago"
    SEASON = "season"
    """"last spring", "in the fall of 2031"."""
    BESIDE = "beside"
    """Counted from the day named last: "the day before", "a year earlier"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DaySpan:
    """Words at characters [start, end) that tell a day.

    Attributes:
        text: The words without weekday and hedges, as they are parsed.
        shift: Of a weekday, month, season or period: last (-1), this (0), next (1); None for
            neither. Of what is counted from another day: before it, the same, after it.
        value: The number of a weekday, the days from today, or the first month of a season.
        unit: Of a period or a span that is counted: day, week, month, season or year.
    """

    start: int
    end: int
    kind: DayKind
    text: str
    shift: int | None = None
    value: int = 0
    unit: str = "day"


def find_day_spans(text: str) -> tuple[DaySpan, ...]:
    """Return the words for days in order; they do not overlap.

    >>> [(s.text, s.kind.value) for s in find_day_spans("Bee said on Tuesday, April 6, 2031.")]
    [('April 6, 2031', 'date')]
    """
    return tuple(_spans(text))


def _spans(text: str) -> Iterator[DaySpan]:
    for match in _pattern().finditer(text):
        kind = DayKind(str(match.lastgroup).partition("_")[0])
        yield _READERS[kind](match)


def _span(
    match: re.Match[str],
    kind: DayKind,
    *,
    text: str | None = None,
    shift: int | None = None,
    value: int = 0,
    unit: str = "day",
) -> DaySpan:
    words = match.group() if text is None else text
    lead = PREPOSITION.match(match.group())
    return DaySpan(
        start=match.start() + (lead.end() if lead else 0),
        end=match.end(),
        kind=kind,
        text=" ".join(words.split()),
        shift=shift,
        value=value,
        unit=unit,
    )


def _read_iso(match: re.Match[str]) -> DaySpan:
    return _span(match, DayKind.ISO)


def _read_numeric(match: re.Match[str]) -> DaySpan:
    return _span(match, DayKind.NUMERIC)


def _read_date(match: re.Match[str]) -> DaySpan:
    """Leave out the weekday, and the last day of "April 6-8"."""
    group = "mdy" if match["mdy"] else "dmy"
    words = re.sub(r"(?<=\d)\s*(?:[-–]|and|to|through)\s*\d{1,2}(?!\d)", "", match[group])
    return _span(match, DayKind.DATE, text=words)


def _read_month(match: re.Match[str]) -> DaySpan:
    words = match["my"] or match["bare"]
    return _span(match, DayKind.MONTH, text=words, shift=_shift(match.group()))


def _read_year(match: re.Match[str]) -> DaySpan:
    return _span(match, DayKind.YEAR, text=match["y"] or match["ay"])


def _read_weekday(match: re.Match[str]) -> DaySpan:
    value = int(calendar_words()["weekday"][match["w"].lower()])
    return _span(match, DayKind.WEEKDAY, shift=_shift(match.group()), value=value)


def _read_near(match: re.Match[str]) -> DaySpan:
    words = " ".join(match["n"].lower().split())
    return _span(match, DayKind.NEAR, value=int(calendar_words()["day"][words]))


def _read_period(match: re.Match[str]) -> DaySpan:
    unit = calendar_words()["unit"][(match["u"] or "weekend").lower()]
    shift = _shift(match.group()) if match["u"] else None
    return _span(match, DayKind.PERIOD, shift=shift, unit=unit)


def _read_ago(match: re.Match[str]) -> DaySpan:
    unit = calendar_words()["unit"][match["au"].lower()]
    words = "" if match["vague"] else f"{match['count']} {match['au']} ago"
    return _span(match, DayKind.AGO, text=words, unit=unit)


def _read_season(match: re.Match[str]) -> DaySpan:
    word = next(w for w in (match["s"], match["sy"], match["bare_s"]) if w)
    month = int(calendar_words()["season"][word.lower()])
    shift = _shift(match.group()) if match["s"] else None
    year = match["syear"] or ""
    return _span(match, DayKind.SEASON, text=year, shift=shift, value=month, unit="season")


def _read_beside(match: re.Match[str]) -> DaySpan:
    """Read "the next day", "the day before", "two weeks later"."""
    word, unit = next((w, u) for w, u in _besides(match) if w)
    units = calendar_words()["unit"]
    counted = f"{match['bcount']} {unit}" if match["bcount"] else ""
    shift = int(calendar_words()["beside"][word.lower()])
    kind = DayKind.BESIDE
    return _span(match, kind, text=counted, shift=shift, unit=units[unit.lower()])


def _besides(match: re.Match[str]) -> Iterator[tuple[str, str]]:
    for word, unit in (("bw", "bu"), ("ew", "eu"), ("cw", "cu")):
        yield match[word], match[unit]


_READERS = {
    DayKind.SEASON: _read_season,
    DayKind.BESIDE: _read_beside,
    DayKind.ISO: _read_iso,
    DayKind.NUMERIC: _read_numeric,
    DayKind.DATE: _read_date,
    DayKind.MONTH: _read_month,
    DayKind.YEAR: _read_year,
    DayKind.WEEKDAY: _read_weekday,
    DayKind.NEAR: _read_near,
    DayKind.PERIOD: _read_period,
    DayKind.AGO: _read_ago,
}


def _shift(words: str) -> int | None:
    """Return what the word before a period says; "this past" and "this coming" by the latter."""
    shifts = calendar_words()["shift"]
    found = [shifts[w] for w in words[:LAST_WORDS].lower().split() if w in shifts]
    return int(found[-1]) if found else None


@cache
def calendar_words() -> dict[str, dict[str, str]]:
    """Return the values of `calendar_words.tsv` by kind and text."""
    words: dict[str, dict[str, str]] = {kind: {} for kind in sorted(KINDS)}
    for row in read_table("calendar_words.tsv", COLUMNS):
        words[row.choice("kind", KINDS)][row.cell("text")] = row.cell("value")
    return words


def _any(kind: str, *, capital: bool = False, short: bool = True) -> str:
    """Return an expression for the words of a kind, the longest first."""
    words = (w for w in calendar_words()[kind] if short or not w.endswith("."))
    forms = sorted(words, key=lambda w: (-len(w), w))
    return "|".join(_form(w, capital=capital or w.endswith(".")) for w in forms)


def _form(word: str, *, capital: bool) -> str:
    escaped = GAP.join(map(re.escape, word.split(" ")))
    if not capital:
        return f"(?i:{escaped})"
    upper = re.escape(word.upper().rstrip("."))
    return f"(?:{escaped[0].upper()}{escaped[1:]}|{upper})"


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(r"(?<![\w$£€/.-])(?:" + "|".join(_alternatives()) + r")(?![\w])")


def _alternatives() -> Iterator[str]:
    """Yield one expression for each kind; the name of its last group begins with the kind."""
    month = f"(?:{_any('month', capital=True)}|{_short_months()})"
    weekday = _any("weekday")
    whole_weekday = _any("weekday", short=False)  # "Sun." ends a sentence more often
    shift = f"(?i:{_any('shift')})"
    of_week = f"(?:(?:{weekday}),?{GAP})?"
    another = rf"(?:{GAP}?(?:[-–]|and|to|through){GAP}?{DAY})?".replace(f"{GAP}?", r"[^\S\r\n]?")
    year = rf"(?:,?{GAP}{YEAR})?"
    hedge = rf"(?i:(?:early|earlier|late|later|mid)[ -](?:in{GAP})?)"
    yield r"(?P<iso>(?:1[89]|20|21)\d\d-\d\d-\d\d)"
    yield r"(?P<numeric>\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)(?!/)|\d{1,2}\.\d{1,2}\.\d{4})"
    day = rf"(?P<mdy>{month}{GAP}{DAY}{another}{year})"
    turned = rf"(?P<dmy>(?:the{GAP})?{DAY}{another}{GAP}(?:of{GAP})?{month}{year})"
    yield rf"(?P<date>{of_week}(?:{day}|{turned}))"
    of_year = rf"(?P<my>{month}(?:{GAP}of|,)?{GAP}{YEAR})"
    lead = rf"(?:(?i:{LEAD})[ -])"
    yield rf"(?P<month>{lead}?{hedge}?{of_year}|{lead}{hedge}?(?P<bare>{month}))"
    own = r"(?:[Aa]n?|[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts)"
    yield rf"(?P<year>{lead}{hedge}?(?P<y>{YEAR})|{own}{GAP}(?P<ay>{YEAR})(?=[ ][a-z]))"
    part = rf"(?:{GAP}(?i:morning|afternoon|evening|night))?"
    yield rf"(?P<weekday>{hedge}?(?:{shift}{GAP}){{0,2}}(?P<w>{whole_weekday}){part})"
    yield rf"(?P<near>{hedge}?(?P<n>{_any('day')}))"
    unit = f"(?i:{_any('unit')})"
    # "This Week" is a title; "the next day" is counted from another one
    several = rf"(?:(?i:this){GAP})?{shift}{GAP}(?!(?i:day)|[A-Z])(?P<u>{unit})"
    several = rf"{several}|(?i:over){GAP}the{GAP}weekend"
    yield rf"(?P<period>{hedge}?(?:{several}))"
    yield from _seasons_and_besides(unit, shift)
    number = rf"(?:(?P<vague>(?i:{_any('vague')}))|(?P<count>\d{{1,3}}|(?i:[a-z]{{1,9}})))"
    yield rf"(?P<ago>{number}{GAP}(?P<au>{unit})s?{GAP}(?i:ago))"


def _seasons_and_besides(unit: str, shift: str) -> Iterator[str]:
    """Yield the expressions for seasons, and for what is counted from the day named last."""
    season = f"(?i:{_any('season')})"
    fall = r"(?![^\S\r\n]+of)"  # "in the fall of the empire"; "in the fall" may be down some stairs
    of_year = rf"(?:the{GAP})?(?P<sy>{season})(?:{GAP}of|,)?{GAP}(?P<syear>{YEAR})"
    told = rf"(?:(?i:this){GAP})?{shift}{GAP}(?P<s>{season})"
    bare = rf"(?i:in|during){GAP}the{GAP}(?P<bare_s>spring|summer|autumn|winter){fall}"
    yield rf"(?P<season>{told}|{of_year}|{bare})"
    ends = r"(?=[^\S\r\n]*(?:[.,;:)”\"’]|(?:and|but)\b|$))"
    beside = rf"(?i:the){GAP}(?P<bw>following|next|previous|preceding|same){GAP}(?P<bu>{unit})"
    edge = rf"(?P<ew>earlier|later|(?:before|after){ends})"
    plain = rf"(?i:the){GAP}(?P<eu>{unit}){GAP}{edge}"
    number = r"(?P<bcount>\d{1,3}|(?i:an?|one|two|three|four|five|six|seven|eight|nine|ten))"
    counted = rf"{number}{GAP}(?P<cu>{unit})s?{GAP}(?P<cw>earlier|later)(?![^\S\r\n]+than\b)"
    yield rf"(?P<beside>{beside}|{plain}|{counted})"


def _short_months() -> str:
    """Return the short forms of months without their full stop ("Apr 6")."""
    forms = sorted(w for w in calendar_words()["month"] if w.endswith("."))
    return "|".join(w.rstrip(".").title() for w in forms)
