"""Descriptions that take up people and organizations; all of them are fictional."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graphkit.errors import LexiconError
from graphkit.nlp.annotations import actors_of
from graphkit.nlp.designations import descriptive_nouns
from graphkit.nlp.lexicons import parse_table

if TYPE_CHECKING:
    from spacy.language import Language

CASES = [
    pytest.param(
        "Ada Wren, a neurosurgeon, met Roy Fenn. The neurosurgeon said it would fail.",
        {"Ada Wren": ["The neurosurgeon"]},
        id="described-before",
    ),
    pytest.param(
        "Roy Fenn opposed the tunnel. The Ohio senator said it would fail.",
        {"Roy Fenn": ["The Ohio senator"]},
        id="office-that-the-text-has-not-told",
    ),
    pytest.param(
        "Sen. Ada Wren (D-OR) met Sen. Roy Fenn (R-KY). The Republican said it would fail.",
        {"Roy Fenn": ["The Republican"]},
        id="party-decides",
    ),
    pytest.param(
        "Mr. Roy Fenn met Mrs. Ada Wren. The businesswoman said it would fail.",
        {"Ada Wren": ["The businesswoman"]},
        id="gender-of-the-noun",
    ),
    pytest.param(
        "Roy Fenn opposed the tunnel. It would fail, according to the Democratic nominee.",
        {"Roy Fenn": ["the Democratic nominee"]},
        id="according-to",
    ),
    pytest.param(
        "Sen. Ada Wren spoke. The governor said it would fail.", {}, id="holder-of-another-office"
    ),
    pytest.param(
        "Sen. Ada Wren (D-OR) spoke. The Republican nominee said it would fail.",
        {},
        id="member-of-another-party",
    ),
    pytest.param(
        "Ada Wren spoke. A surgeon stood up. A surgeon said it failed. The surgeon said it hurt.",
        {},
        id="introduced-without-a-name",
    ),
    pytest.param("Ada Wren spoke. The next candidate said it would fail.", {}, id="somebody-else"),
    pytest.param("Ada Wren spoke about the candidate.", {}, id="no-subject"),
    pytest.param("Ada Wren spoke. The candidates said it would fail.", {}, id="several"),
    pytest.param("The neurosurgeon said it would fail.", {}, id="nobody-before"),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "expected"), CASES)
def test_designations(nlp: Language, text: str, expected: dict[str, list[str]]) -> None:
    doc = nlp(text)
    found = {
        a.name: [doc[r.start : r.end].text for r in a.references]
        for a in actors_of(doc)
        if a.references
    }
    assert found == expected


def test_shipped_nouns_are_sorted_and_known() -> None:
    nouns = list(descriptive_nouns())
    assert (nouns == sorted(nouns), descriptive_nouns()["actress"]) == (True, "woman")


def test_an_unknown_kind_is_refused() -> None:
    columns = ("noun", "refers", "example")
    table = parse_table("noun\trefers\texample\nclerk\tship\tx\n", source="d.tsv", columns=columns)
    with pytest.raises(LexiconError, match=r"d\.tsv:2: 'ship' is not a refers"):
        next(iter(table)).choice("refers", frozenset({"man"}))
