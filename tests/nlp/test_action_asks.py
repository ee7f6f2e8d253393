"""What actions ask for, in the words of the text, and who leads together; nobody here exists."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graphkit.nlp.annotations import actions_of
from tests.nlp.acting import names

if TYPE_CHECKING:
    from spacy.language import Language

ASKS = [
    pytest.param(
        "Mayor Ruth Lindqvist sent a letter to the Energy Department urging it to withdraw the "
        "dam rule, and 20 colleagues signed it.",
        ["urging it to withdraw the dam rule"],
        id="participle-at-the-noun",
    ),
    pytest.param(
        "The lawsuit, filed by Ohio, asks the court to strike down the fee and return the money.",
        ["asks the court to strike down the fee and return the money"],
        id="the-suit-asks",
    ),
    pytest.param(
        "In the letter, Ruth Lindqvist urged Secretary Tom Hale to reopen the mill, saying it "
        "was safe.",
        ["urged Secretary Tom Hale to reopen the mill"],
        id="a-member-asks-in-it",
    ),
    pytest.param(
        "Ohio sued the Department of Energy to block the dam rule.",
        ["to block the dam rule"],
        id="purpose-of-a-suit",
    ),
    pytest.param(
        "Senator Ruth Lindqvist introduced a bill that would ban plastic bags.",
        ["would ban plastic bags"],
        id="what-a-bill-would-do",
    ),
    pytest.param(
        "More than 200 academics signed a petition to reopen the library.",
        ["to reopen the library"],
        id="purpose-of-a-petition",
    ),
    pytest.param(
        "Mayor Ruth Lindqvist sent a letter to Governor Tom Hale thanking him for the bridge.",
        [None],
        id="thanks-ask-for-nothing",
    ),
    pytest.param(
        "Mayor Ruth Lindqvist signed the letter, which does not ask the board to resign.",
        [None],
        id="denied",
    ),
    pytest.param(
        "Senator Ruth Lindqvist introduced a bill that would lead to layoffs in the mills.",
        [None],
        id="what-would-come-of-it",
    ),
]
TOGETHER = [
    pytest.param(
        "The letter was co-led by Reps. Ruth Lindqvist and Joe Dalton and signed by Mara Quill.",
        ["Ruth Lindqvist", "Joe Dalton"],
        id="co-led-by",
    ),
    pytest.param(
        "Senators Ruth Lindqvist and Joe Dalton led a letter to the minister.",
        ["Ruth Lindqvist", "Joe Dalton"],
        id="two-led",
    ),
    pytest.param(
        "Senator Ruth Lindqvist led the letter alongside Senator Joe Dalton.",
        ["Joe Dalton"],
        id="alongside",
    ),
    pytest.param("Senator Ruth Lindqvist led a letter to the minister.", [], id="one-leads"),
    pytest.param(
        "Senator Ruth Lindqvist led the letter along with 20 colleagues.", [], id="a-group-follows"
    ),
    pytest.param(
        "Senators Ruth Lindqvist and Joe Dalton sent a letter to the minister.",
        [],
        id="both-send-and-nobody-leads",
    ),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "expected"), ASKS)
def test_what_is_asked(nlp: Language, text: str, expected: list[str | None]) -> None:
    doc = nlp(text)
    asked = [a.asks for a in actions_of(doc)]
    assert [None if r is None else doc[r.start : r.end].text for r in asked] == expected


@pytest.mark.model
@pytest.mark.parametrize(("text", "expected"), TOGETHER)
def test_who_leads_together(nlp: Language, text: str, expected: list[str]) -> None:
    doc = nlp(text)
    assert [names(doc, a.co_leaders) for a in actions_of(doc)] == [expected]
    assert all(set(a.co_leaders) <= set(a.leaders) for a in actions_of(doc))
