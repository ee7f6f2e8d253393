"""Who speaks where the parser loses the subject; all people are fictional."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.nlp.speaking import said

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model

PEOPLE = {"Ann Bee": ("Bee",), "Cy Dee": ("Dee",), "Mill Union": ("the Mill Union",)}

CASES = [
    pytest.param(
        "Ann Bee opened the fair with a joke about Cy Dee, saying, “The dam will hold.”",
        "Ann Bee",
        id="participle-behind-an-object",
    ),
    pytest.param(
        "As Ann Bee backed the criticism, saying the dam “will hold,” Cy Dee left.",
        "Ann Bee",
        id="participle-in-a-subordinate-clause",
    ),
    pytest.param(
        "Saturday at the county fair Ann Bee said the dam “will hold.”", "Ann Bee", id="day-first"
    ),
    pytest.param(
        "Ann Bee, meanwhile, who has no such friends, said the dam “will hold.”",
        "Ann Bee",
        id="relative-clause-between",
    ),
    pytest.param(
        "When Cy Dee left in May, Ann Bee released the following statement:\n\n"
        "“The dam will hold another year.”",
        "Ann Bee",
        id="subject-of-the-main-clause-before-a-colon",
    ),
    pytest.param(
        "A witness wrote to Ann Bee saying the dam “will hold.”", None, id="no-comma-no-change"
    ),
    pytest.param("Two fishermen said the dam “will hold.”", None, id="subject-that-is-nobody"),
    pytest.param("Investors left, saying the dam “will hold.”", None, id="subject-above"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_speaker_of_a_clause(nlp: Language, text: str, expected: str | None) -> None:
    speakers = [who for who, _, what in said(nlp, text, PEOPLE) if "will hold" in what.lower()]
    assert speakers == [expected]
