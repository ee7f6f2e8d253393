"""Reports by nouns and adjectives."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graphkit.nlp.lexicons import read_table
from graphkit.nlp.report_words import COLUMNS, find_word_reports
from tests.nlp.speaking import said

if TYPE_CHECKING:
    from spacy.language import Language

PEOPLE = {"Ann Bee": ("Bee",), "Cy Dee": ("Dee",)}

CASES = [
    pytest.param(
        "Ann Bee's claim that the dam is unsafe was new.",
        [("Ann Bee", "the dam is unsafe")],
        id="owner",
    ),
    pytest.param(
        "There was criticism from Ann Bee that the plan came late.",
        [("Ann Bee", "the plan came late")],
        id="author",
    ),
    pytest.param(
        "Ann Bee's promise to repair the dam was new.",
        [("Ann Bee", "to repair the dam")],
        id="infinitive",
    ),
    pytest.param(
        "Ann Bee raised the fear that the dam will fail.",
        [("Ann Bee", "the dam will fail")],
        id="object",
    ),
    pytest.param(
        "Ann Bee is sure that the dam is unsafe.",
        [("Ann Bee", "the dam is unsafe")],
        id="adjective",
    ),
    pytest.param("Ann Bee made no claim that the dam is unsafe.", [], id="no-claim"),
    pytest.param("Ann Bee did not make the claim that the dam is unsafe.", [], id="denied"),
    pytest.param("Ann Bee is not sure that the dam is unsafe.", [], id="not-sure"),
    pytest.param("Ann Bee's fear to speak at the dam was old.", [], id="noun-without-infinitive"),
    pytest.param("Ann Bee's claim was new.", [], id="nothing-claimed"),
    pytest.param("The claim that the dam is unsafe is old.", [], id="nobodys-claim"),
    pytest.param("Ann Bee met the concerned mayors of the valley.", [], id="no-clause"),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "expected"), CASES)
def test_reports_by_words(nlp: Language, text: str, expected: list[tuple[str, str]]) -> None:
    assert said(nlp, text, PEOPLE) == [(who, "indirect", what) for who, what in expected]


def test_a_text_without_parse_has_none(nlp: Language) -> None:
    assert list(find_word_reports(nlp.make_doc("Ann Bee's claim that it is late"))) == []


def test_rows_are_sorted_once_and_have_an_example() -> None:
    rows = [tuple(row.cells.values()) for row in read_table("report_words.tsv", COLUMNS)]
    assert [r[0] for r in rows] == sorted({r[0] for r in rows})
    assert all(r[-1].strip() for r in rows)
