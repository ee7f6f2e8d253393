"""Places and names that take part in what a text tells; all people and bodies are fictional."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from graphkit.nlp.annotations import actors_of, quotations_of
from graphkit.nlp.participation import bystanders

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model

CASES = [
    pytest.param("California sued the mill.", [], id="subject"),
    pytest.param("The mill was sued by Ohio and Utah.", [], id="agents"),
    pytest.param("Ohio, Utah and Maine ended the tea tax.", [], id="list-of-subjects"),
    pytest.param(
        "The attorneys general of Ohio, Utah and Maine signed a letter to the board.",
        [],
        id="signers",
    ),
    pytest.param("The Harbor Defense League has an office.", [], id="organization"),
    pytest.param("Gov. Ann Bee visited Ohio and Utah.", ["Ohio", "Utah"], id="visited"),
    pytest.param("Prices in towns beyond Maine rose.", ["Maine"], id="circumstance"),
    pytest.param(
        "Gov. Ann Bee supports the Harbor Wages Fairness Act (HWFA). Unions like HWFA.",
        [],
        id="short-name-of-a-policy-is-no-actor",
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_who_takes_no_part(nlp: Language, text: str, expected: list[str]) -> None:
    doc = nlp(text)

    assert [actors_of(doc)[place].name for place in sorted(bystanders(doc))] == expected


def test_who_says_something_with_others_takes_part(nlp: Language) -> None:
    doc = nlp("Gov. Ann Bee visited Ohio and Utah. “The water fee is cruel,” she said.")
    ohio = next(place for place, actor in enumerate(actors_of(doc)) if actor.name == "Ohio")
    (quotation,) = quotations_of(doc)
    doc._.gk_quotations = (replace(quotation, joint=(ohio,)),)

    assert [actors_of(doc)[place].name for place in sorted(bystanders(doc))] == ["Utah"]
