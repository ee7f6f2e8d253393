from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graphkit.nlp.annotations import actors_of
from graphkit.nlp.gate import extraction_from_doc, fellows_of
from graphkit.records import EntityKind

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model

CASES = [
    pytest.param(
        "Treasurer Ann Bee was one of 17 Democratic treasurers who signed a letter to the board.",
        ["Ann Bee"],
        id="one-of-them",
    ),
    pytest.param(
        "Mayor Ann Bee led 20 other mayors in a letter to the board.", [], id="others-leave-her-out"
    ),
    pytest.param("Mayor Ann Bee met 20 mayors.", [], id="no-action"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_whom_the_text_names_of_a_counted_group(
    nlp: Language, text: str, expected: list[str]
) -> None:
    doc = nlp(text)
    (place,) = [i for i, a in enumerate(actors_of(doc)) if a.kind is EntityKind.GROUP]
    assert [actors_of(doc)[i].name for i in fellows_of(doc, place)] == expected


def test_a_doc_without_document_does_not_pass(nlp: Language) -> None:
    with pytest.raises(ValueError, match="doc_from_document"):
        extraction_from_doc(nlp("Ann Bee spoke."))
