from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graphkit.nlp.annotations import stances_of
from graphkit.nlp.sarcasm import is_sarcastic, sarcasm_marks
from graphkit.records import DEFAULT_MIN_CONFIDENCE

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model

CASES = [
    pytest.param("Their “fair” fee hurts towns.", "fair", True, id="scare-marks"),
    pytest.param('The owner\'s "fair" fee hurts towns.', "fair", True, id="straight-scare-marks"),
    pytest.param("The so-called fair fee hurts towns.", "fair", True, id="so-called"),
    pytest.param("The fee is fair. Yeah, right.", "fair", True, id="remark-behind"),
    pytest.param("Oh great, the fee is wonderful.", "wonderful", True, id="remark-before"),
    pytest.param("She called the fee “fair” today.", "fair", False, id="quoted-judgement"),
    pytest.param("She said it was a “fair” fee.", "fair", False, id="quoted-behind-an-article"),
    pytest.param("The so-called canal fee is fair.", "fair", False, id="so-called-name"),
    pytest.param("They act as if it is fair.", "fair", False, id="as-if-of-a-comparison"),
    pytest.param("“The fee is fair and just,” she said.", "fair", False, id="long-quotation"),
    pytest.param("The fee is fair.", "fair", False, id="plain"),
]


@pytest.mark.parametrize(("text", "word", "expected"), CASES)
def test_sarcasm(nlp: Language, text: str, word: str, *, expected: bool) -> None:
    (found,) = [t for t in nlp(text) if t.text == word]
    assert is_sarcastic(found) is expected


SURE = [
    pytest.param("“The water fee is wonderful,” Sen. Ann Bee said.", [True], id="plain"),
    pytest.param(
        "“The water fee is wonderful. Yeah, right,” Sen. Ann Bee said.", [False], id="sarcastic"
    ),
]


@pytest.mark.parametrize(("text", "expected"), SURE)
def test_sarcasm_is_not_shown_by_default(nlp: Language, text: str, expected: list[bool]) -> None:
    stances = stances_of(nlp(text))
    assert [s.confidence >= DEFAULT_MIN_CONFIDENCE for s in stances] == expected


def test_marks_are_in_lower_case_and_sorted() -> None:
    assert list(sarcasm_marks()) == sorted({mark.lower() for mark in sarcasm_marks()})
