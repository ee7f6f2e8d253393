from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graphkit.nlp.lexicons import read_table
from graphkit.nlp.neutral_frames import find_neutral_frames
from tests.nlp.frames import Plain, plain

if TYPE_CHECKING:
    from spacy.language import Language

    from graphkit.nlp.lexicons import Row

pytestmark = pytest.mark.model

ROWS = read_table("neutral_phrases.tsv", ("word", "object", "denied", "frames", "example"))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.cell('word')}-{row.cell('object')}")
def test_the_example_of_a_phrase_takes_no_side(nlp: Language, row: Row) -> None:
    doc = nlp(row.cell("example"))
    found = {
        (who, sign, what.split()[0]) for who, sign, what in plain(doc, find_neutral_frames(doc))
    }
    assert found == {("She", "neutral", "fee")}


CASES = [
    pytest.param(
        "The mayor, undecided on the fee, left.",
        {("mayor", "neutral", "fee")},
        id="behind-its-noun",
    ),
    pytest.param(
        "The mayor is undecided on whether to back the fee.",
        {("mayor", "neutral", "fee")},
        id="on-whether",
    ),
    pytest.param(
        "The mayor abstained from the vote on the fee.",
        {("mayor", "neutral", "fee")},
        id="from-a-vote-on-it",
    ),
    pytest.param(
        "The mayor would not say whether he is for or against the fee.",
        {("mayor", "neutral", "fee")},
        id="whether-for-or-against",
    ),
    pytest.param(
        "The mayor does not support or oppose ending the fee.",
        {("mayor", "neutral", "fee")},
        id="on-an-end",
    ),
    pytest.param("The mayor supports or opposes the fee.", set(), id="or-without-denial"),
    pytest.param("The mayor will not oppose the fee and back the toll.", set(), id="and"),
    pytest.param("The mayor said whether he backs the fee.", set(), id="said-whether"),
    pytest.param("The mayor decided on the fee.", set(), id="decided"),
    pytest.param("The mayor committed to the fee.", set(), id="committed"),
    pytest.param("The mayor did not abstain on the fee.", set(), id="not-abstain"),
    pytest.param("The mayor may take no position on the fee.", set(), id="may"),
    pytest.param("The mayor has no objection to the fee.", set(), id="another-noun"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_neutral_frames(nlp: Language, text: str, expected: set[Plain]) -> None:
    doc = nlp(text)
    assert plain(doc, find_neutral_frames(doc)) == expected
