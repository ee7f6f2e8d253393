"""Words that tell a day, found and worked out."""

from __future__ import annotations

from datetime import date

import pytest

from graphkit.nlp.day_spans import DaySpan, calendar_words, find_day_spans
from graphkit.nlp.day_values import day_value
from graphkit.records import DatePrecision

WEDNESDAY = date(2031, 3, 5)
DAY, WEEK = DatePrecision.DAY, DatePrecision.WEEK
SEASON = DatePrecision.SEASON
MONTH, YEAR = DatePrecision.MONTH, DatePrecision.YEAR


def words(text: str) -> list[str]:
    return [text[s.start : s.end] for s in find_day_spans(text)]


FOUND = [
    pytest.param("She said Tuesday.", ["Tuesday"], id="weekday"),
    pytest.param("late Tuesday night", ["late Tuesday night"], id="part-of-day"),
    pytest.param("on Tuesday, April 6, 2031,", ["Tuesday, April 6, 2031"], id="weekday-and-date"),
    pytest.param("since the 6th of April", ["the 6th of April"], id="day-before-month"),
    pytest.param("Sept. 6-8 and Apr 9", ["Sept. 6-8", "Apr 9"], id="short-months-and-range"),
    pytest.param("earlier this month", ["earlier this month"], id="hedge"),
    pytest.param("back in March 2020", ["March 2020"], id="preposition-left-out"),
    pytest.param("in a 2017 interview", ["2017"], id="year-before-noun"),
    pytest.param("a few weeks ago", ["a few weeks ago"], id="vague"),
    pytest.param("on 2031-04-06 or 4/6/31", ["2031-04-06", "4/6/31"], id="figures"),
    pytest.param("over the weekend", ["over the weekend"], id="weekend"),
    pytest.param("in May", ["May"], id="month-that-is-a-verb"),
    pytest.param("They may march on. Ada May spoke.", [], id="no-month"),
    pytest.param("April 2,000 and $2019 and 2020%", [], id="no-figures"),
    pytest.param("The Sun. It rose. Some Fri. sat.", [], id="no-short-weekday"),
    pytest.param("Section 12.4.7 of 1/2", [], id="no-numbered-section"),
    pytest.param("She spoke on “This Week”.", [], id="no-title"),
    pytest.param(
        "The next day, and a year earlier.", ["The next day", "a year earlier"], id="beside"
    ),
    pytest.param("on the day before, she", ["the day before"], id="day-before"),
    pytest.param("the day before the vote", [], id="day-before-something-else"),
    pytest.param("three days later than planned, no later than", [], id="later-than"),
    pytest.param("in the fall of 2031", ["the fall of 2031"], id="season-of-a-year"),
    pytest.param("this past summer", ["this past summer"], id="season"),
    pytest.param("in the fall of the mill", [], id="no-season"),
    pytest.param("on Spring Street, a fall, to spring up", [], id="no-season-alone"),
    pytest.param("Mondays are dull, marchers march", [], id="no-longer-words"),
    pytest.param("the Clean Wells Act of 2030", [], id="no-year-of-a-law"),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_words_for_days_are_found(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def only(text: str) -> DaySpan:
    (span,) = find_day_spans(text)
    return span


MEANT = [
    pytest.param("Tuesday", date(2031, 3, 4), DAY, id="yesterday's-weekday"),
    pytest.param("Wednesday", date(2031, 3, 5), DAY, id="the-same-weekday"),
    pytest.param("Thursday", date(2031, 2, 27), DAY, id="weekday-of-last-week"),
    pytest.param("last Wednesday", date(2031, 2, 26), DAY, id="last-of-the-same-weekday"),
    pytest.param("next Monday", date(2031, 3, 10), DAY, id="next-weekday"),
    pytest.param("this Friday", date(2031, 3, 7), DAY, id="this-weekday"),
    pytest.param("yesterday", date(2031, 3, 4), DAY, id="yesterday"),
    pytest.param("tonight", date(2031, 3, 5), DAY, id="tonight"),
    pytest.param("April 6", date(2030, 4, 6), DAY, id="month-ahead-is-last-year's"),
    pytest.param("March 7", date(2031, 3, 7), DAY, id="a-day-or-two-late"),
    pytest.param("April 6, 2029", date(2029, 4, 6), DAY, id="full-date"),
    pytest.param("4/6/2031", date(2031, 4, 6), DAY, id="numeric"),
    pytest.param("last week", date(2031, 2, 24), WEEK, id="last-week"),
    pytest.param("over the weekend", date(2031, 2, 24), WEEK, id="weekend"),
    pytest.param("two weeks ago", date(2031, 2, 17), WEEK, id="weeks-ago"),
    pytest.param("earlier this month", date(2031, 3, 1), MONTH, id="this-month"),
    pytest.param("in February", date(2031, 2, 1), MONTH, id="month"),
    pytest.param("in May", date(2030, 5, 1), MONTH, id="month-of-last-year"),
    pytest.param("last March", date(2030, 3, 1), MONTH, id="last-month-of-that-name"),
    pytest.param("six months ago", date(2030, 9, 1), MONTH, id="months-ago"),
    pytest.param("last spring", date(2030, 3, 1), SEASON, id="last-spring"),
    pytest.param("last fall", date(2030, 9, 1), SEASON, id="last-fall"),
    pytest.param("last winter", date(2030, 12, 1), SEASON, id="the-winter-just-over"),
    pytest.param("this summer", date(2031, 6, 1), SEASON, id="this-summer"),
    pytest.param("next spring", date(2032, 3, 1), SEASON, id="next-spring"),
    pytest.param("in the winter of 2029", date(2029, 12, 1), SEASON, id="winter-of-a-year"),
    pytest.param("in the summer", date(2030, 6, 1), SEASON, id="the-last-one-begun"),
    pytest.param("the day before yesterday", date(2031, 3, 3), DAY, id="two-days-back"),
    pytest.param("last year", date(2030, 1, 1), YEAR, id="last-year"),
    pytest.param("in 2019", date(2019, 1, 1), YEAR, id="year"),
    pytest.param("a few weeks ago", None, WEEK, id="vague-stays-relative"),
    pytest.param("February 30", None, DAY, id="no-such-day"),
    pytest.param("99/99/2031", None, DAY, id="no-such-figures"),
    pytest.param("seldom weeks ago", None, WEEK, id="no-number"),
]


@pytest.mark.parametrize(("text", "day", "precision"), MEANT)
def test_day_that_is_meant(text: str, day: date | None, precision: DatePrecision) -> None:
    assert day_value(only(text), WEDNESDAY) == (day, precision)


AHEAD = [
    pytest.param("Friday", date(2031, 3, 7), id="weekday"),
    pytest.param("April 6", date(2031, 4, 6), id="date"),
    pytest.param("in May", date(2031, 5, 1), id="month"),
    pytest.param("in the summer", date(2031, 6, 1), id="season"),
    pytest.param("April 6, 2029", date(2029, 4, 6), id="full-date-stays"),
    pytest.param("yesterday", date(2031, 3, 4), id="yesterday-stays"),
]


@pytest.mark.parametrize(("text", "day"), AHEAD)
def test_future_tense_looks_ahead(text: str, day: date) -> None:
    assert day_value(only(text), WEDNESDAY, future=True).day == day


UNPLACED = [
    pytest.param("Tuesday", None, id="weekday"),
    pytest.param("last week", None, id="period"),
    pytest.param("last spring", None, id="season"),
    pytest.param("the next day", None, id="beside"),
    pytest.param("April 6", None, id="no-year"),
    pytest.param("two days ago", None, id="ago"),
    pytest.param("April 6, 2031", date(2031, 4, 6), id="full-date"),
    pytest.param("in 2019", date(2019, 1, 1), id="year"),
]


@pytest.mark.parametrize(("text", "day"), UNPLACED)
def test_without_a_document_date_only_full_dates_are_known(text: str, day: date | None) -> None:
    assert day_value(only(text), None).day == day


def test_day_first_where_the_country_writes_so() -> None:
    assert day_value(only("4/6/2031"), None, day_first=True).day == date(2031, 6, 4)


@pytest.mark.parametrize("base", [date.min, date.max], ids=["first-day", "last-day"])
def test_no_day_leaves_the_calendar(base: date) -> None:
    text = (
        "last week, next year, Friday, April 6, in May, 999 years ago, tomorrow, over the weekend"
    )
    for future in (False, True):
        for span in find_day_spans(text):
            day_value(span, base, future=future)


def test_each_word_of_the_calendar_has_a_known_value() -> None:
    table = calendar_words()
    assert set(table["unit"].values()) <= {p.value for p in DatePrecision}
    assert sorted(map(int, table["weekday"].values()))[-1] == 6
    assert {int(m) for m in table["month"].values()} == set(range(1, 13))
