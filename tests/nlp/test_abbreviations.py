"""Abbreviations and what they stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graphkit.nlp.abbreviations import find_abbreviations

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The Harbor Rules Board (HRB) met.", ("HRB", "Harbor Rules Board"), id="after"
        ),
        pytest.param(
            "The Board of Harbor Rules (BHR) met.",
            ("BHR", "Board of Harbor Rules"),
            id="small-word",
        ),
        pytest.param(
            "The Friends of the Harbor (FOTH) met.",
            ("FOTH", "Friends of the Harbor"),
            id="all-words",
        ),
        pytest.param(
            "The HRB (Harbor Rules Board) met.", ("HRB", "Harbor Rules Board"), id="before"
        ),
        pytest.param(
            "The Harbor Rules Board (“HRB”) met.", ("HRB", "Harbor Rules Board"), id="quoted"
        ),
        pytest.param(
            "The Harbor Rules Board, or HRB, met.", ("HRB", "Harbor Rules Board"), id="or"
        ),
        pytest.param("The Harbor Rules Board (HRX) met.", None, id="other-letters"),
        pytest.param("They met in the harbor (HRB).", None, id="no-name"),
        pytest.param("Ada Wren (D-OR) met him.", None, id="party-tag"),
        pytest.param("(HRB)", None, id="nothing-before"),
        pytest.param("HRB (", None, id="nothing-behind"),
    ],
)
def test_long_forms(nlp: Language, text: str, expected: tuple[str, str] | None) -> None:
    doc = nlp.make_doc(text)
    found = next(find_abbreviations(doc), None)
    shown = found and (found.short, doc[found.long.start : found.long.end].text)
    assert shown == expected


def test_what_stands_for_a_law_does_not_act(nlp: Language) -> None:
    doc = nlp.make_doc("The Save Our Harbor Act (SOHA) passed.")
    assert [a.acts for a in find_abbreviations(doc)] == [False]
