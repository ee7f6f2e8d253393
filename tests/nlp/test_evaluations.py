from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graphkit.nlp.evaluations import find_evaluations
from tests.nlp.frames import Plain, plain

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model

CASES = [
    pytest.param("The levy is wrong and cruel.", {("", "opposes", "levy")}, id="predicate"),
    pytest.param("The levy is an insult to farmers.", {("", "opposes", "levy")}, id="noun"),
    pytest.param("The bill is not a good solution.", {("", "opposes", "bill")}, id="negated"),
    pytest.param(
        "They called the move reckless.", {("They", "opposes", "move")}, id="verb-of-naming"
    ),
    pytest.param("He described the tax as unfair.", {("He", "opposes", "tax")}, id="as"),
    pytest.param(
        "It is wrong to divide families.", {("", "opposes", "divide families")}, id="infinitive"
    ),
    pytest.param("The levy would hurt farmers.", {("", "opposes", "levy")}, id="effect"),
    pytest.param("The levy must be repealed.", {("", "opposes", "levy")}, id="demand"),
    pytest.param("The levy starts in June.", set(), id="plain-fact"),
    pytest.param("The farmers were hurt by hail.", set(), id="passive-effect"),
    pytest.param("The hall is large.", set(), id="neutral-adjective"),
    pytest.param("They called the mayor on Monday.", set(), id="telephone"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_evaluations(nlp: Language, text: str, expected: set[Plain]) -> None:
    doc = nlp(text)
    assert plain(doc, find_evaluations(doc)) == expected
