"""Paragraphs and datelines; places are real, people are not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graphkit.nlp.annotations import blocks_of
from graphkit.nlp.blocks import BlocksComponent, find_blocks

if TYPE_CHECKING:
    from spacy.language import Language


def starts(nlp: Language, text: str) -> list[str]:
    """Return the words at which the component starts a sentence."""
    doc = BlocksComponent()(nlp.make_doc(text))
    return [token.text for token in doc if token.is_sent_start]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("DAYTON – Mayor Bee spoke.", ["DAYTON", "Mayor"], id="city"),
        pytest.param("DAYTON, OH — Mayor Bee spoke.", ["DAYTON", "Mayor"], id="city-and-state"),
        pytest.param("DAYTON, Ohio (AP) - Mayor Bee spoke.", ["DAYTON", "Mayor"], id="agency"),
        pytest.param("Mayor Bee – a lawyer – spoke.", ["Mayor"], id="aside"),
        pytest.param("The AP-style book is out.", ["The"], id="hyphen"),
        pytest.param("DAYTON –", ["DAYTON"], id="nothing-follows"),
        pytest.param("Bee spoke.\n\nDAYTON – Fox left.", ["Bee", "DAYTON", "Fox"], id="second"),
    ],
)
def test_a_sentence_starts_after_a_dateline(nlp: Language, text: str, expected: list[str]) -> None:
    assert starts(nlp, text) == expected


def test_blocks_are_the_lines_without_their_white_space(nlp: Language) -> None:
    doc = nlp.make_doc("One line. \n\n  Another line.\n")
    found = [doc[b.tokens.start : b.tokens.end].text for b in find_blocks(doc)]
    assert found == ["One line.", "Another line."]


def test_the_component_keeps_the_blocks(nlp: Language) -> None:
    doc = BlocksComponent()(nlp.make_doc("One.\nTwo."))
    assert [b.tokens for b in blocks_of(doc)] == [(0, 2), (3, 5)]
