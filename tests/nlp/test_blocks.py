"""Paragraphs and datelines; places are real, people are not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graphkit.nlp.annotations import FURNITURE, blocks_of
from graphkit.nlp.blocks import BlocksComponent, find_blocks
from graphkit.nlp.language import doc_from_document
from tests.rdf.builders import make_document

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


KINDS = [
    pytest.param("Council Backs the Harbor Plan\n\nThe council met.", "headline", id="title-case"),
    pytest.param("Council backs the harbor plan\n\nThe council met.", "headline", id="first-line"),
    pytest.param("By Paul Reed\n\nThe council met.", "byline", id="byline"),
    pytest.param("Paul Reed / harbor news photo\n\nThe council met.", "byline", id="credit"),
    pytest.param("Ada Wren speaks. Photo by Paul Reed\nThe council met.", "caption", id="caption"),
    pytest.param("Advertisement\n\nThe council met.", "boilerplate", id="advertisement"),
    pytest.param("• The fee ends.\nThe council met.", "list item", id="bullet"),
    pytest.param("The council met by night.\nIt went home.", "body", id="sentence"),
    pytest.param("He is wrong, she said:\nIt went home.", "body", id="announcement"),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_kind_of_the_first_block(nlp: Language, text: str, kind: str) -> None:
    assert next(find_blocks(nlp.make_doc(text))).kind == kind


def test_short_lines_after_a_closing_are_signatures(nlp: Language) -> None:
    doc = nlp.make_doc("We urge you to act.\n\nSincerely,\n\nAda Wren\nMayor of Dayton\n\nIt met.")
    kinds = [block.kind for block in find_blocks(doc)]
    assert kinds == ["body", "body", "signature", "signature", "body"]


LISTED = (
    "Press room\n\nBee introduces Ferry ActApril 15, 2031 Press ReleaseDayton – Rep. Ann Bee "
    "(OH-01) introduced the Ferry Act.Read MoreMayor Tom Hale speaksApril 2, 2031 Press Release"
    "Elm – “The dam must go,” Mayor Tom Hale said. Read MoreRep. Cy Dee (OH-02) left the hall."
    "Read More"
)


def test_stories_glued_together_in_a_list_stand_apart(nlp: Language) -> None:
    doc = doc_from_document(nlp, make_document(LISTED))
    found = [(b.kind, doc[b.tokens.start : b.tokens.end].text) for b in find_blocks(doc)]
    assert [text for kind, text in found if kind in FURNITURE] == ["Read More"] * 3
    assert [text[-10:] for kind, text in found if kind not in FURNITURE] == [
        "Press room",
        "Ferry Act.",
        "Hale said.",
        " the hall.",
    ]


def test_one_link_to_more_is_no_list(nlp: Language) -> None:
    doc = doc_from_document(nlp, make_document("Bee left the hall.Read MoreMayor Hale stayed."))
    assert len(list(find_blocks(doc))) == 1
