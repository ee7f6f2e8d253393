from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graphkit.nlp.nested_reports import nested_report

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model

CASES = [
    pytest.param("Critics say the fee is cruel.", "say", id="a-side"),
    pytest.param("Farmers believe the fee is cruel.", "believe", id="a-role"),
    pytest.param("Some think that the fee is cruel.", "think", id="a-pronoun"),
    pytest.param("Mayor Dee claims the fee is cruel.", "claims", id="a-name"),
    pytest.param("I think the fee is cruel.", None, id="first-person"),
    pytest.param("We say the fee is cruel.", None, id="first-person-plural"),
    pytest.param("Studies show the fee is cruel.", None, id="studies"),
    pytest.param("This means the fee is cruel.", None, id="a-thing"),
    pytest.param("The fee is cruel, critics say.", None, id="behind-it"),
    pytest.param("The fee is cruel.", None, id="nobody"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_whom_a_speaker_quotes_in_passing(nlp: Language, text: str, expected: str | None) -> None:
    doc = nlp(text)
    found = nested_report(next(t for t in doc if t.lower_ == "cruel"))
    assert (found.text if found is not None else None) == expected
