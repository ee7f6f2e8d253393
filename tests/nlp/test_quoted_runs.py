"""Quotations in their place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graphkit.nlp.quoted_runs import find_quoted

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from graphkit.nlp.annotations import TokenRange

pytestmark = pytest.mark.model

CASES = [
    pytest.param("Bo said, “We lost.”", ["Bo said,"], [""], id="before"),
    pytest.param("“We lost,” Bo said. He left.", [""], ["Bo said"], id="behind"),
    pytest.param("He left. “We lost,” Bo said.", [""], ["Bo said"], id="sentence-before-is-over"),
    pytest.param("“A,” said Bo, “B.”", ["", "said Bo,"], ["said Bo,", ""], id="between"),
    pytest.param("Bo left.\n\n“We lost.”", [""], [""], id="another-paragraph"),
    pytest.param("Nobody spoke.", [], [], id="no-marks"),
]


def _text(doc: Doc, tokens: TokenRange) -> str:
    return doc[tokens.start : tokens.end].text if tokens.start < tokens.end else ""


@pytest.mark.parametrize(("text", "before", "after"), CASES)
def test_the_sentence_around(nlp: Language, text: str, before: list[str], after: list[str]) -> None:
    doc = nlp(text)
    found = find_quoted(doc, text)
    assert [_text(doc, q.before) for q in found] == before
    assert [_text(doc, q.after) for q in found] == after


def test_its_place_in_the_paragraph(nlp: Language) -> None:
    text = "“We lost.”\n\nBo said “no” twice."
    doc = nlp(text)
    places = [(q.block, q.opens_block, q.closes_block) for q in find_quoted(doc, text)]
    assert places == [(0, True, True), (1, False, False)]
