"""Texts that once broke a rule are read without an exception, and spans stay inside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graphkit.nlp import extract
from tests.soak.laws import document_of, faults

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model

CASES = [
    pytest.param("the Attorney General of", id="title-breaks-off"),
    pytest.param(
        f"Joining Ada Wren in the letter are {', '.join(['plead District of Columbia'] * 27)} "
        "wrote to Bo Lind.",
        id="two-letters-in-a-sentence",
    ),
    pytest.param("Act of " * 600, id="deep-tree"),
]


@pytest.mark.parametrize("text", CASES)
def test_rough_texts_are_read(nlp: Language, text: str) -> None:
    document = document_of(text, name="rough.txt")
    (extraction,) = extract(nlp, [document])
    assert faults(extraction, document) == []
