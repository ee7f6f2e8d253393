from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graphkit.nlp.questions import is_asked

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model

CASES = [
    pytest.param("Does the mayor back the fee?", True, id="question"),
    pytest.param("The mayor may back the fee?!", True, id="with-wonder"),
    pytest.param("“Why back the fee?” the mayor said.", True, id="in-a-quotation"),
    pytest.param("They back the fee. Why?", False, id="next-sentence"),
    pytest.param("Those who back the fee asked: “Why?”", False, id="quoted-behind"),
    pytest.param("Will the board that may back the fee meet?", False, id="taken-for-granted"),
    pytest.param("They back the fee!", False, id="cried"),
    pytest.param("They back the fee", False, id="no-end"),
    pytest.param(f"They back the fee {'and the toll ' * 60}?", False, id="far-away"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_questions(nlp: Language, text: str, expected: bool) -> None:  # noqa: FBT001 - a table
    doc = nlp(text)
    cue = next(t for t in doc if t.lower_ == "back")
    assert is_asked(cue) is expected
