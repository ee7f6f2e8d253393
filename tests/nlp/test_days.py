"""The days of statements, actions and stances; people are fictional."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from graphkit.nlp import extract
from tests.rdf.builders import make_document

if TYPE_CHECKING:
    from spacy.language import Language

    from graphkit.records import Extraction

WEDNESDAY = date(2031, 3, 5)
Told = tuple[str | None, str | None, str | None]


def read(nlp: Language, text: str, day: date | None = WEDNESDAY) -> Extraction:
    (extraction,) = extract(nlp, [make_document(text, day=day)])
    return extraction


def statements(nlp: Language, text: str, day: date | None = WEDNESDAY) -> list[Told]:
    """Return day, precision and words of each statement."""
    return [
        (
            None if s.date is None else s.date.isoformat(),
            None if s.date_precision is None else s.date_precision.value,
            None if s.date_words is None else text[s.date_words.start : s.date_words.end],
        )
        for s in read(nlp, text, day).statements
    ]


NO_DAY: Told = (None, None, None)
SAID = [
    pytest.param(
        "Mayor Ada Wren said “the canal must stay open” on Monday.",
        ("2031-03-03", "day", "Monday"),
        id="behind-the-marks",
    ),
    pytest.param(
        "“The canal must stay open,” Mayor Ada Wren said Tuesday.",
        ("2031-03-04", "day", "Tuesday"),
        id="after-the-verb",
    ),
    pytest.param(
        "“The canal must stay open,” Mayor Ada Wren said on Feb. 6.",
        ("2031-02-06", "day", "Feb. 6"),
        id="with-preposition",
    ),
    pytest.param(
        "On Monday, Mayor Ada Wren said the canal must stay open.",
        ("2031-03-03", "day", "Monday"),
        id="in-front",
    ),
    pytest.param(
        "“The canal must stay open,” Mayor Ada Wren said in a statement Monday.",
        ("2031-03-03", "day", "Monday"),
        id="statement",
    ),
    pytest.param(
        "“The canal must stay open,” Mayor Ada Wren wrote in a letter sent Friday.",
        ("2031-02-28", "day", "Friday"),
        id="letter-sent",
    ),
    pytest.param(
        "“The canal must stay open,” Mayor Ada Wren said at Monday's hearing.",
        ("2031-03-03", "day", "Monday"),
        id="occasion",
    ),
    pytest.param(
        "“The canal must stay open,” Mayor Ada Wren said last week.",
        ("2031-02-24", "week", "last week"),
        id="week",
    ),
    pytest.param(
        "“The canal must stay open,” Mayor Ada Wren said in a 2029 interview.",
        ("2029-01-01", "year", "2029"),
        id="year",
    ),
    pytest.param(
        "Mayor Ada Wren wrote to the board on Monday, saying that the canal must stay open.",
        ("2031-03-03", "day", "Monday"),
        id="writing-and-saying",
    ),
    pytest.param(
        "Speaking Monday in Dayton, Mayor Ada Wren said the canal must stay open.",
        ("2031-03-03", "day", "Monday"),
        id="speaking",
    ),
    pytest.param(
        "“The canal closed on Tuesday,” Mayor Ada Wren said.", NO_DAY, id="inside-the-quotation"
    ),
    pytest.param(
        "Mayor Ada Wren said the canal would close on Friday.", NO_DAY, id="inside-the-report"
    ),
    pytest.param(
        "“The canal must stay open,” Mayor Ada Wren said of Monday's ruling.",
        NO_DAY,
        id="what-it-is-about",
    ),
    pytest.param(
        "“The canal must stay open,” Mayor Ada Wren said of a letter sent Monday.",
        NO_DAY,
        id="letter-it-is-about",
    ),
    pytest.param(
        "Voters who left on Monday said the canal must stay open.", NO_DAY, id="another-verb"
    ),
    pytest.param(
        "“The canal must stay open,” said Mayor Ada Wren, who took office in 2029.",
        NO_DAY,
        id="of-the-speaker",
    ),
    pytest.param("“The canal must stay open,” Mayor Ada Wren said.", NO_DAY, id="none"),
]


@pytest.mark.parametrize(("text", "expected"), SAID)
def test_day_of_a_statement(nlp: Language, text: str, expected: Told) -> None:
    assert statements(nlp, text) == [expected]


def test_what_goes_on_was_said_on_the_same_day(nlp: Language) -> None:
    text = "“The canal must stay open,” Mayor Ada Wren said Monday. “It feeds the whole town.”"
    assert statements(nlp, text) == [("2031-03-03", "day", "Monday")] * 2


BESIDE = [
    pytest.param("The day before, Mayor Ada Wren", ("2031-02-19", "day"), id="day-before"),
    pytest.param("The next day, Mayor Ada Wren", ("2031-02-21", "day"), id="next-day"),
    pytest.param("The following week Mayor Ada Wren", ("2031-02-24", "week"), id="next-week"),
    pytest.param("A year earlier, Mayor Ada Wren", ("2030-01-01", "year"), id="year-earlier"),
    pytest.param("Last fall Mayor Ada Wren", ("2030-09-01", "season"), id="season-of-the-text"),
]


@pytest.mark.parametrize(("opening", "expected"), BESIDE)
def test_a_day_is_counted_from_the_one_named_last(
    nlp: Language, opening: str, expected: tuple[str, str]
) -> None:
    text = f"The board closed the canal on Feb. 20. {opening} said the canal must stay open."
    assert [told[:2] for told in statements(nlp, text)] == [expected]


def test_with_no_day_named_before_it_the_day_before_stays_relative(nlp: Language) -> None:
    text = "The day before, Mayor Ada Wren said the canal must stay open."
    assert statements(nlp, text) == [(None, "day", "The day before")]


def test_the_day_after_a_month_stays_relative(nlp: Language) -> None:
    text = "The canal closed in January. The next day Mayor Ada Wren said it must stay open."
    assert statements(nlp, text) == [(None, "day", "The next day")]


def test_what_a_letter_says_has_the_day_of_the_letter(nlp: Language) -> None:
    text = (
        "Mayors Ada Wren and Cy Dell sent a letter to the canal agency on Feb. 6. "
        "“The canal must stay open,” the letter says."
    )
    assert statements(nlp, text) == [("2031-02-06", "day", "Feb. 6")]


def test_without_a_document_date_the_day_stays_relative(nlp: Language) -> None:
    text = "“The canal must stay open,” Mayor Ada Wren said Tuesday."
    assert statements(nlp, text, None) == [(None, "day", "Tuesday")]
    assert [s.has_relative_date for s in read(nlp, text, None).statements] == [True]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("March 5, 2031\n\n", id="alone"),
        pytest.param("Posted on March 5, 2031\n\n", id="posted"),
        pytest.param("DAYTON, Ohio (March 5, 2031) — ", id="dateline"),
    ],
)
def test_a_date_at_the_top_stands_in_for_that_of_the_document(nlp: Language, line: str) -> None:
    text = f"Canal stays open\n\n{line}“The canal must stay,” Mayor Ada Wren said Tuesday."
    assert statements(nlp, text, None) == [("2031-03-04", "day", "Tuesday")]


def actions(nlp: Language, text: str, day: date | None = WEDNESDAY) -> list[tuple[str, str | None]]:
    return [
        (a.kind.value, None if a.date is None else a.date.isoformat())
        for a in read(nlp, text, day).actions
    ]


DONE = [
    pytest.param(
        "Attorney General Ada Wren of Ohio sued the canal agency on Monday.",
        [("lawsuit", "2031-03-03")],
        id="verb",
    ),
    pytest.param(
        "In a Feb. 6 letter, Gov. Ada Wren and Mayor Cy Dell urged the agency to keep the canal.",
        [("letter", "2031-02-06")],
        id="compound",
    ),
    pytest.param(
        "Attorney General Ada Wren of Ohio filed a lawsuit Friday to stop the canal rule.",
        [("lawsuit", "2031-02-28")],
        id="verb-of-the-noun",
    ),
    pytest.param(
        "Attorney General Ada Wren of Ohio will file a lawsuit Friday to stop the canal rule.",
        [("lawsuit", "2031-03-07")],
        id="future",
    ),
    pytest.param(
        "Attorney General Ada Wren of Ohio filed a lawsuit to stop the rule that began Friday.",
        [("lawsuit", None)],
        id="day-of-something-else",
    ),
    pytest.param(
        "Attorney General Ada Wren of Ohio filed a lawsuit to stop the canal rule.",
        [("lawsuit", None)],
        id="none",
    ),
]


@pytest.mark.parametrize(("text", "expected"), DONE)
def test_day_of_an_action(nlp: Language, text: str, expected: list[tuple[str, str | None]]) -> None:
    assert actions(nlp, text) == expected


LETTER = (
    "February 20, 2031\n\nThe Honorable Cy Dell\nDear Secretary Dell:\n\n"
    "We urge you to withdraw the Canal Rule.\n\nSincerely,\n\nAda Wren\nMayor of Dayton\n\n"
    "Bo Fenn\nMayor of Toledo\n"
)


def test_a_letter_that_is_the_text_has_the_day_of_its_head(nlp: Language) -> None:
    assert actions(nlp, LETTER) == [("letter", "2031-02-20")]


def stances(
    nlp: Language, text: str, day: date | None = WEDNESDAY
) -> list[tuple[str | None, bool]]:
    return [
        (None if s.stated_on is None else s.stated_on.isoformat(), s.date_words is not None)
        for s in read(nlp, text, day).stances
    ]


HELD = [
    pytest.param(
        "“I oppose the Canal Act,” Mayor Ada Wren said Monday.", ("2031-03-03", True), id="said"
    ),
    pytest.param(
        "Mayor Ada Wren opposed the Canal Act on Monday.", ("2031-03-03", True), id="told"
    ),
    pytest.param("Mayor Ada Wren opposes the Canal Act.", ("2031-03-05", False), id="document's"),
]


@pytest.mark.parametrize(("text", "expected"), HELD)
def test_day_of_a_stance(nlp: Language, text: str, expected: tuple[str, bool]) -> None:
    assert stances(nlp, text) == [expected]


def test_a_stance_without_any_day_has_none(nlp: Language) -> None:
    assert stances(nlp, "Mayor Ada Wren opposes the Canal Act.", None) == [(None, False)]
