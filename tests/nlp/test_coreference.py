"""Pronouns and titles without names; all people are fictional."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graphkit.nlp.annotations import actors_of

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


def references(doc: Doc) -> dict[str, list[str]]:
    """Return the references of each actor that has any."""
    return {
        a.name: [doc[r.start : r.end].text for r in a.references]
        for a in actors_of(doc)
        if a.references
    }


CASES = [
    pytest.param(
        "Sen. Ada Wren opposed the plan. She said it would fail.",
        {"Ada Wren": ["She"]},
        id="she",
    ),
    pytest.param(
        "Gov. Paul Reed met Sen. Ada Wren. He said the plan would fail.",
        {"Paul Reed": ["He"]},
        id="he-is-the-man",
    ),
    pytest.param(
        "Mr. Lou Park met Mr. Paul Reed. He said the plan would fail.",
        {"Lou Park": ["He"]},
        id="subject-before-object",
    ),
    pytest.param(
        "Twelve mayors signed a letter. They urged a vote.",
        {"Twelve mayors": ["They"]},
        id="they",
    ),
    pytest.param(
        "Ohio Gov. Paul Reed met Sen. Ada Wren. The governor opposed the plan.",
        {"Paul Reed": ["The governor"]},
        id="the-governor",
    ),
    pytest.param(
        "Sen. Ada Wren (D-OR) met Sen. Roy Fenn (R-KY). The Kentucky senator opposed the plan.",
        {"Roy Fenn": ["The Kentucky senator"]},
        id="senator-of-a-state",
    ),
    pytest.param("He said the plan would fail.", {}, id="nobody-before"),
    pytest.param("Paul Reed left. “He is wrong,” the sign read.", {}, id="inside-a-quotation"),
    pytest.param("Sen. Ada Wren met the governor.", {}, id="office-that-nobody-holds"),
    pytest.param(
        "Gov. Paul Reed spoke. The next governor will decide.", {}, id="another-officeholder"
    ),
    pytest.param("Gov. Paul Reed spoke. The governor race is open.", {}, id="part-of-another-noun"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_references(nlp: Language, text: str, expected: dict[str, list[str]]) -> None:
    assert references(nlp(text)) == expected


MORE = [
    pytest.param(
        "The Justice Department sued in May. The department later lost.",
        {"Justice Department": ["The department"]},
        id="department",
    ),
    pytest.param(
        "President Paul Reed spoke. The Reed administration sued. The administration lost.",
        {"Reed administration": ["The administration"]},
        id="administration",
    ),
    pytest.param(
        "The Justice Department sued. The fees rose until they fell.",
        {},
        id="they-is-no-actor",
    ),
    pytest.param(
        "President Paul Reed spoke. The company president left.", {}, id="president-of-a-company"
    ),
    pytest.param(
        "FCC Chairman Paul Reed met EPA Administrator Ada Wren. The FCC chairman left.",
        {"Paul Reed": ["The FCC chairman"]},
        id="chairman-of-a-body",
    ),
]


@pytest.mark.parametrize(("text", "expected"), MORE)
def test_bodies_and_rivals(nlp: Language, text: str, expected: dict[str, list[str]]) -> None:
    assert references(nlp(text)) == expected
