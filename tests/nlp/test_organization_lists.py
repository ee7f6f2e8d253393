from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graphkit.nlp.annotations import actors_of
from graphkit.records import EntityKind

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model

LED = "The bill is backed by more than 40 firms, including Microsoft, "
CASES = [
    pytest.param(
        f"{LED}Snap, Google, IBM, X, Amazon, and Boeing.",
        {"Microsoft", "Snap", "Google", "IBM", "X", "Amazon", "Boeing"},
        id="short-names",
    ),
    pytest.param(
        f"{LED}Google, IBM, Internet Works, the Brotherly Order of Police, and Boeing.",
        {"Microsoft", "Google", "IBM", "Internet Works", "Brotherly Order of Police", "Boeing"},
        id="common-words",
    ),
    pytest.param(
        f"{LED}Google, Ohio, IBM, Amazon, and Boeing.",
        {"Microsoft", "Google", "IBM", "Amazon", "Boeing"},
        id="a-place-is-none",
    ),
    pytest.param(
        "She owns shares, Snip, Google and a boat.", {"Google"}, id="too-few-are-organizations"
    ),
    pytest.param(
        f"{LED}the new canal, Snip, Google, and old mills.",
        {"Microsoft", "Google"},
        id="things-are-no-names",
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_organizations_of_lists(nlp: Language, text: str, expected: set[str]) -> None:
    named = {a.name for a in actors_of(nlp(text)) if a.kind is EntityKind.ORGANIZATION}
    assert named == expected
