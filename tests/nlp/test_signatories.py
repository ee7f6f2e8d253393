"""Texts that are letters themselves: salutation and signature block; nobody in them exists."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graphkit.nlp.member_lists import ActorTable
from graphkit.nlp.signatories import salutation, signature_block
from tests.nlp.acting import Told, addressees, names, parties, topics

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
        OPENING + "Sincerely,\n\nRuth Lindqvist\nMayor\nNebraska\n\nPaul Orr\nTreasurer\nMaine\n",
        ["Ruth Lindqvist", "Paul Orr"],
        id="places-under-names",
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
BLOCKS += [
    pytest.param(
        OPENING
        + "Sincerely,\n\nRuth Lindqvist            Paul Orr\nMayor of Dayton     Mayor of Akron",
        ["Ruth Lindqvist", "Paul Orr"],
        id="columns",
    ),
    pytest.param(
        OPENING
        + "Sincerely,\n\nRuth Lindqvist\nUnited States Senator\n\nPaul Orr\nMember of Congress\n\n"
        "###\n\nPress contact: Mara Quill, 555-0100\n",
        ["Ruth Lindqvist", "Paul Orr"],
        id="offices-and-a-rule-below",
    ),
    pytest.param(
        OPENING + "Signed,\n\nOhio\nMaine\nClear Wells League\n",
        ["Ohio", "Maine", "Clear Wells League"],
        id="places-and-organizations",
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
        pytest.param(
            "The Honorable Tom Hale\nSecretary of Energy\nWashington, DC 20585\n\n"
            "Dear Mr. Secretary:\n\nWe urge you to end the toll.\n",
            ["Tom Hale"],
            id="letterhead",
        ),
        pytest.param("The Honorable Tom Hale spoke.\n\nHe left.\n", [], id="no-letter"),
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


def test_a_text_that_is_a_letter_says_what_it_asks(nlp: Language) -> None:
    doc = nlp(
        "Dear Secretary Tom Hale:\n\nWe write to urge you to repeal the Canal Toll Rule.\n\n"
        "Sincerely,\n\nRuth Lindqvist\nPaul Orr\n"
    )
    assert topics(doc) == [("Canal Toll Rule", "opposes")]


UNDER_A_LINE = [
    pytest.param(
        "Attorney General Mara Quill led a letter opposing the toll.\n\nJoining Attorney General "
        "Quill in the letter are:\n\n• Ohio Attorney General Paul Orr\n• Maine\n• Vermont\n\n"
        "###\n\nEva Fox\n",
        [Told("letter", ["Mara Quill"], ["Paul Orr", "Maine", "Vermont"])],
        id="bullets",
    ),
    pytest.param(
        "Rep. Ruth Lindqvist sent a letter to Secretary Tom Hale on the dam. The following members "
        "signed the letter:\n\nPaul Orr (OH-01)\nMara Quill (TX-02)\n\nLindqvist was elected "
        "in 2010 and has served on the board of the dam ever since, said Eva Fox of Dayton.\n",
        [Told("letter", ["Ruth Lindqvist"], ["Paul Orr", "Mara Quill"])],
        id="names-line-by-line",
    ),
    pytest.param(
        "The bill is cosponsored by:\nRep. Paul Orr (OH-01)\nRep. Mara Quill (TX-02)\n\n"
        "Rep. Ruth Lindqvist introduced the Clean Wells Act on Monday.\n",
        [Told("bill", ["Ruth Lindqvist"], ["Paul Orr", "Mara Quill"])],
        id="cosponsors-of-a-bill",
    ),
    pytest.param(
        "In addition to Lindqvist, the letter was signed by Senators:\n\nPaul Orr (D-Ohio), Mara "
        "Quill (R-Utah), Tom Hale (D-Maine).\n\nSenator Ruth Lindqvist led the letter.\n",
        [Told("letter", ["Ruth Lindqvist"], ["Paul Orr", "Mara Quill", "Tom Hale"])],
        id="one-line-of-names",
    ),
    pytest.param(
        "Senator Ruth Lindqvist wrote a letter on the dam. It says:\n\nPaul Orr\nMara Quill\n",
        [Told("letter", ["Ruth Lindqvist"], [])],
        id="no-word-of-taking-part",
    ),
    pytest.param(
        "Senator Ruth Lindqvist led the letter. Those who joined it:\n\nNobody was there on "
        "Monday, said Paul Orr.\n",
        [Told("letter", ["Ruth Lindqvist"], [])],
        id="prose-under-it",
    ),
]


@pytest.mark.parametrize(("text", "expected"), UNDER_A_LINE)
def test_reads_names_that_stand_line_by_line(
    nlp: Language, text: str, expected: list[Told]
) -> None:
    assert parties(nlp(text)) == expected


def test_a_letter_told_and_shown_is_one(nlp: Language) -> None:
    doc = nlp(
        "Sen. Ruth Lindqvist sent a letter to Secretary Tom Hale. Here it is.\n\n"
        + OPENING
        + "Sincerely,\n\nRuth Lindqvist\nPaul Orr\n"
    )
    assert parties(doc) == [Told("letter", ["Ruth Lindqvist"], ["Paul Orr"])]
