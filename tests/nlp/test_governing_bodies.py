"""Governments and legislatures that have no name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graphkit.nlp.annotations import actors_of
from graphkit.records import EntityKind

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model

CASES = [
    pytest.param("The federal government issued a rule.", ["federal government"], id="federal"),
    pytest.param(
        "A rule of the federal government’s own ended.", ["federal government"], id="an-owner"
    ),
    pytest.param(
        "Farmers met. Dayton’s legislature passed a bill.",
        ["Dayton’s legislature"],
        id="of-a-place",
    ),
    pytest.param("The administration backs the bill.", ["administration"], id="administration"),
    pytest.param(
        "The Okafor administration backs it. The administration is new.",
        ["Okafor administration"],
        id="taken-up-again",
    ),
    pytest.param("The government may be any.", [], id="bare-government"),
    pytest.param("A new government may come.", [], id="not-yet-one"),
    pytest.param("She spoke of the local government.", [], id="nothing-done"),
    pytest.param("Government workers met.", [], id="only-describes"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_bodies_that_act(nlp: Language, text: str, expected: list[str]) -> None:
    found = [a.name for a in actors_of(nlp(text)) if a.kind is EntityKind.ORGANIZATION]

    assert found == expected
