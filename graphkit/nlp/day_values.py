"""Work out which day words mean, seen from the day on which a text was written.

`dateparser` reads dates and "two weeks ago"; weekdays and last/this/next are counted here, as it
knows no tense. A period is given by its first day: "in March" is March 1, a week its Monday.
"""

from __future__ import annotations

from datetime import MINYEAR, date, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

from dateparser.date import DateDataParser

from graphkit.nlp.day_spans import DayKind, DaySpan
from graphkit.records import DatePrecision

DAYS = 7
"""Days of a week."""
MONTHS = 12
SATURDAY = timedelta(days=5)
"""From Monday."""
SLACK = timedelta(days=3)
"""A date so little after that of the text is not a year old: clocks and editions differ."""
MONTH, SEASON = DatePrecision.MONTH, DatePrecision.SEASON
SPRING, DECEMBER = 3, 12
NO_BASE = datetime(2000, 1, 1)  # noqa: DTZ001 - a day, wherever it is
"""For dates that tell their year; a leap year, so that February 29 is read."""
CACHED = 4096
"""Readings that are kept: dates of one text are few and come again."""


class DayValue(NamedTuple):
    """A day, None where it stays relative, and how much of it is told."""

    day: date | None
    precision: DatePrecision


def day_value(
    span: DaySpan, base: date | None, *, future: bool = False, day_first: bool = False
) -> DayValue:
    """Return which day the words mean in a text of the day `base`.

    Args:
        span: The words.
        base: The day of the text; without it only full dates are known.
        future: What is told of lies ahead ("will vote Friday").
        day_first: 4/6/2031 is June 4.
    """
    try:
        return _VALUES[span.kind](span, base, future=future, day_first=day_first)
    except (OverflowError, ValueError):  # before the year 1, after the year 9999, February 30
        return DayValue(None, _precision(span))


def _precision(span: DaySpan) -> DatePrecision:
    if span.kind in {DayKind.MONTH, DayKind.YEAR}:
        return DatePrecision(span.kind.value)
    return DatePrecision(span.unit)


@lru_cache(maxsize=CACHED)
def _parsed(text: str, base: datetime, *, day_first: bool) -> date | None:
    """Read a date; nothing of the machine's clock or time zone goes in."""
    found = _reader(base, day_first=day_first).get_date_data(text).date_obj
    return None if found is None else found.date()


@lru_cache(maxsize=16)
def _reader(base: datetime, *, day_first: bool) -> DateDataParser:
    return DateDataParser(
        languages=["en"],
        settings={
            "RELATIVE_BASE": base,
            "PREFER_DATES_FROM": "current_period",
            "PREFER_DAY_OF_MONTH": "first",
            "PREFER_MONTH_OF_YEAR": "first",
            "DATE_ORDER": "DMY" if day_first else "MDY",
            "TIMEZONE": "UTC",
            "TO_TIMEZONE": "UTC",
            "RETURN_AS_TIMEZONE_AWARE": False,
        },
    )


def _as_base(base: date | None) -> datetime:
    return NO_BASE if base is None else datetime(base.year, base.month, base.day)  # noqa: DTZ001


def _full(span: DaySpan, base: date | None, *, future: bool, day_first: bool) -> DayValue:
    """Read "2031-04-06" and "4/6/31"."""
    del base, future
    return DayValue(_parsed(span.text, NO_BASE, day_first=day_first), DatePrecision.DAY)


def _dated(span: DaySpan, base: date | None, *, future: bool, day_first: bool) -> DayValue:
    """Read "April 6, 2031", and "April 6" in the year that fits."""
    del day_first
    if _has_year(span.text):
        return DayValue(_parsed(span.text, NO_BASE, day_first=False), DatePrecision.DAY)
    if base is None:
        return DayValue(None, DatePrecision.DAY)
    years = (base.year - 1, base.year, base.year + 1)
    days = [_parsed(f"{span.text}, {year}", NO_BASE, day_first=False) for year in years]
    return DayValue(_nearest([d for d in days if d], base, future=future), DatePrecision.DAY)


def _has_year(text: str) -> bool:
    return text[-4:].isdigit()


def _nearest(days: list[date], base: date, *, future: bool) -> date | None:
    """Return the last day up to the base, or the first one after it."""
    if future:
        return min((d for d in days if d >= base), default=None)
    return max((d for d in days if d <= base + SLACK), default=None)


def _month(span: DaySpan, base: date | None, *, future: bool, day_first: bool) -> DayValue:
    del day_first
    if _has_year(span.text):
        return DayValue(_parsed(span.text, NO_BASE, day_first=False), MONTH)
    if base is None:
        return DayValue(None, MONTH)
    this = base.replace(day=1)
    if span.shift == 0:
        return DayValue(_parsed(f"{span.text} {base.year}", NO_BASE, day_first=False), MONTH)
    years = range(max(MINYEAR, base.year - 1), base.year + 2)
    firsts = [_parsed(f"{span.text} {year}", NO_BASE, day_first=False) for year in years]
    days = [d for d in firsts if d and not (d == this and span.shift)]
    ahead = (span.shift or 0) > 0 or (future and span.shift is None)
    return DayValue(_nearest(days, this, future=ahead), MONTH)


def _year(span: DaySpan, base: date | None, *, future: bool, day_first: bool) -> DayValue:
    del base, future, day_first
    return DayValue(date(int(span.text), 1, 1), DatePrecision.YEAR)


def _weekday(span: DaySpan, base: date | None, *, future: bool, day_first: bool) -> DayValue:
    """Count from the text's day: that day itself or the last one, ahead in the future tense.

    "Last Friday" is never the text's own day; "this Friday" is that of the running week.
    """
    del day_first
    if base is None:
        return DayValue(None, DatePrecision.DAY)
    if span.shift == 0:
        return DayValue(_monday(base) + timedelta(days=span.value), DatePrecision.DAY)
    ahead = (span.shift or 0) > 0 or future
    step = (
        (span.value - base.weekday()) % DAYS if ahead else -((base.weekday() - span.value) % DAYS)
    )
    if step == 0 and span.shift:
        step = DAYS * span.shift
    return DayValue(base + timedelta(days=step), DatePrecision.DAY)


def _near(span: DaySpan, base: date | None, *, future: bool, day_first: bool) -> DayValue:
    del future, day_first
    day = None if base is None else base + timedelta(days=span.value)
    return DayValue(day, DatePrecision.DAY)


def _period(span: DaySpan, base: date | None, *, future: bool, day_first: bool) -> DayValue:
    del future, day_first
    precision = DatePrecision(span.unit)
    if base is None:
        return DayValue(None, precision)
    if span.shift is None:  # "over the weekend": the last one that has begun
        return DayValue(_monday(base - SATURDAY), precision)
    return DayValue(_moved(base, span.unit, span.shift), precision)


def _moved(base: date, unit: str, steps: int) -> date:
    """Return the first day of the period that lies some periods from the base's."""
    if unit == "year":
        return date(base.year + steps, 1, 1)
    if unit == "month":
        months = base.year * MONTHS + base.month - 1 + steps
        return date(months // MONTHS, months % MONTHS + 1, 1)
    if unit == "week":
        return _monday(base + timedelta(days=DAYS * steps))
    return base + timedelta(days=steps)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _ago(span: DaySpan, base: date | None, *, future: bool, day_first: bool) -> DayValue:
    """Read "two weeks ago"; "a few weeks ago" stays relative."""
    del future, day_first
    precision = DatePrecision(span.unit)
    if base is None or not span.text:
        return DayValue(None, precision)
    day = _parsed(span.text, _as_base(base), day_first=False)
    return DayValue(None if day is None else _moved(day, span.unit, 0), precision)


def _season(span: DaySpan, base: date | None, *, future: bool, day_first: bool) -> DayValue:
    """Read "the fall of 2031"; "last spring" is the last one that is over."""
    del day_first
    if span.text:
        return DayValue(date(int(span.text), span.value, 1), SEASON)
    if base is None:
        return DayValue(None, SEASON)
    years = range(max(MINYEAR, base.year - 2), base.year + 2)
    firsts = [date(year, span.value, 1) for year in years]
    if span.shift == 0:
        winter = span.value == DECEMBER and base.month < SPRING
        return DayValue(date(base.year - winter, span.value, 1), SEASON)
    if (span.shift or 0) > 0 or (future and span.shift is None):
        return DayValue(min((d for d in firsts if d > base), default=None), SEASON)
    # a season is over when the third month after its first one begins
    latest = base if span.shift is None else _moved(base, "month", -3)
    return DayValue(max((d for d in firsts if d <= latest), default=None), SEASON)


def _beside(span: DaySpan, base: date | None, *, future: bool, day_first: bool) -> DayValue:
    """Count from the day that the text named last, which `base` is here."""
    del future, day_first
    precision = DatePrecision(span.unit)
    if base is None:
        return DayValue(None, precision)
    if not span.text:
        return DayValue(_moved(base, span.unit, span.shift or 0), precision)
    words = f"{span.text} ago" if (span.shift or 0) < 0 else f"in {span.text}"
    day = _parsed(words, _as_base(base), day_first=False)
    return DayValue(None if day is None else _moved(day, span.unit, 0), precision)


_VALUES = {
    DayKind.SEASON: _season,
    DayKind.BESIDE: _beside,
    DayKind.ISO: _full,
    DayKind.NUMERIC: _full,
    DayKind.DATE: _dated,
    DayKind.MONTH: _month,
    DayKind.YEAR: _year,
    DayKind.WEEKDAY: _weekday,
    DayKind.NEAR: _near,
    DayKind.PERIOD: _period,
    DayKind.AGO: _ago,
}
