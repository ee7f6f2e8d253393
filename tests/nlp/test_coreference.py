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
        "Mr. Paul Reed and Mrs. Ada Wren opposed the plan. They said it would fail.",
        {"Paul Reed": ["They"], "Ada Wren": ["They"]},
        id="they-are-two-people",
    ),
    pytest.param(
        "Mr. Paul Reed met Mrs. Ada Wren. They said it would fail.", {}, id="two-not-together"
    ),
    pytest.param(
        "Ohio Gov. Paul Reed met Oregon Gov. Ada Wren. Oregon's governor opposed the plan.",
        {"Ada Wren": ["Oregon's governor"]},
        id="governor-of-a-place",
    ),
    pytest.param(
        "Ohio Gov. Paul Reed spoke. Oregon's governor opposed the plan.",
        {},
        id="governor-of-another-place",
    ),
    pytest.param(
        "Ohio Gov. Paul Reed spoke. Ohio's next governor may oppose the plan.",
        {},
        id="next-governor-of-a-place",
    ),
    pytest.param(
        "Attorney General Ada Wren sued. The attorney general's office said it was unlawful.",
        {"Ada Wren": ["The attorney general"]},
        id="office-of-the-attorney-general",
    ),
    pytest.param(
        "Attorney General Ada Wren sued. The attorney general's car broke down.",
        {},
        id="possession-is-no-mention",
    ),
    pytest.param(
        "Ada Wren met Roy Fenn. Ada Wren's campaign said it was unlawful. The campaign sued.",
        {"Ada Wren's campaign": ["The campaign"]},
        id="campaign",
    ),
    pytest.param(
        "Lou Park left. Mrs. Ada Wren, who met Mr. Roy Fenn, spoke. She said it was unlawful.",
        {"Ada Wren": ["She"]},
        id="gender-told-by-courtesy",
    ),
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


def test_a_surname_means_whom_the_text_calls_so(nlp: Language) -> None:
    doc = nlp(
        "Sen. Ada Wren opposed the plan. Wren said it would fail. Her brother Roy Wren, who runs a "
        "farm near the river with two partners and four dogs, sells milk and cheese to the schools "
        "of the whole county and has never, as far as anybody knows, taken part in any of its many "
        "elections. Wren will vote."
    )
    counts = {a.name: len(a.names) for a in actors_of(doc) if a.kind.value == "person"}
    assert counts == {"Ada Wren": 3, "Roy Wren": 1}
