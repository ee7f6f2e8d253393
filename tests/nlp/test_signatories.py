"""Texts that are letters themselves: salutation and signature block; nobody in them exists."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graphkit.nlp.member_lists import ActorTable
from graphkit.nlp.signatories import salutation, signature_block
from tests.nlp.acting import Told, addressees, names, parties

if TYPE_CHECKING:
    from spacy.language import Language

OPENING = "Dear Secretary Tom Hale:\n\nWe urge you to end the toll.\n\n"


def signers(nlp: Language, text: str) -> list[str]:
    """Return the names in the signature block."""
    doc = nlp(text)
    return names(doc, tuple(m.place for m in signature_block(ActorTable(doc))))


BLOCKS = [
    pytest.param(
        OPENING + "Sincerely,\n\nRuth Lindqvist\nPaul Orr\nMara Quill\n",
        ["Ruth Lindqvist", "Paul Orr", "Mara Quill"],
        id="names",
    ),
    pytest.param(
        OPENING + "Respectfully,\n\nRuth Lindqvist, Mayor of Dayton\nPaul Orr, Professor of Law\n",
        ["Ruth Lindqvist", "Paul Orr"],
        id="names-with-offices",
    ),
    pytest.param(
        OPENING + "Signed,\n\nSenator Ruth Lindqvist\nRepresentative Paul Orr\n",
        ["Ruth Lindqvist", "Paul Orr"],
        id="names-after-titles",
    ),
    pytest.param(
        OPENING
        + "Yours faithfully,\n\nRuth Lindqvist\n\nThe letter was sent to every paper in the "
        "state on Monday, and Paul Orr of the agency said that he would read it with care.\n",
        ["Ruth Lindqvist"],
        id="prose-ends-the-block",
    ),
]
NO_BLOCKS = [
    pytest.param("Ruth Lindqvist spoke.\n\nPaul Orr left.\n", id="no-closing-words"),
    pytest.param(
        "She sincerely regrets it, said Ruth Lindqvist.\n\nPaul Orr\n", id="in-a-sentence"
    ),
    pytest.param(OPENING, id="unsigned"),
    pytest.param("Sincerely,\n\n", id="nothing-follows"),
]


@pytest.mark.parametrize(("text", "expected"), BLOCKS)
def test_reads_the_signature_block(nlp: Language, text: str, expected: list[str]) -> None:
    assert signers(nlp, text) == expected


@pytest.mark.parametrize("text", NO_BLOCKS)
def test_finds_no_signature_block(nlp: Language, text: str) -> None:
    assert signers(nlp, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(OPENING, ["Tom Hale"], id="dear"),
        pytest.param("Dear colleagues,\n\nRuth Lindqvist spoke.\n", [], id="nobody-named"),
        pytest.param("My dear Tom Hale left.\n", [], id="in-a-sentence"),
    ],
)
def test_reads_the_salutation(nlp: Language, text: str, expected: list[str]) -> None:
    doc = nlp(text)
    assert names(doc, tuple(m.place for m in salutation(ActorTable(doc)))) == expected


def test_a_text_that_is_a_letter_gives_an_action(nlp: Language) -> None:
    doc = nlp(OPENING + "Sincerely,\n\nRuth Lindqvist\nPaul Orr\n")
    assert parties(doc) == [Told("letter", [], ["Ruth Lindqvist", "Paul Orr"])]
    assert addressees(doc) == [["Tom Hale"]]


def test_a_letter_told_and_shown_is_one(nlp: Language) -> None:
    doc = nlp(
        "Sen. Ruth Lindqvist sent a letter to Secretary Tom Hale. Here it is.\n\n"
        + OPENING
        + "Sincerely,\n\nRuth Lindqvist\nPaul Orr\n"
    )
    assert parties(doc) == [Told("letter", ["Ruth Lindqvist"], ["Paul Orr"])]
