"""Words are split at quotation marks, whatever the spaces around them."""

from __future__ import annotations

import pytest
import spacy

from graphkit.nlp.tokenization import LONGEST_RUN, separate_marks, tokenize

CASES = [
    pytest.param("coast,”said Bo", ["coast", ",", "”", "said", "Bo"], id="cue-glued-to-mark"),
    pytest.param("coast.“The dam", ["coast", ".", "“", "The", "dam"], id="next-paragraph-glued"),
    pytest.param('note:"We lost', ["note", ":", '"', "We", "lost"], id="colon-glued-to-mark"),
    pytest.param("Bo's dog can't", ["Bo", "'s", "dog", "ca", "n't"], id="apostrophes-as-before"),
    pytest.param("the U.S. dam", ["the", "U.S.", "dam"], id="abbreviation-as-before"),
    pytest.param("well-known, old", ["well", "-", "known", ",", "old"], id="hyphen-as-before"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_marks_are_tokens(text: str, expected: list[str]) -> None:
    nlp = spacy.blank("en")
    separate_marks(nlp)
    assert [token.text for token in nlp.make_doc(text)] == expected


@pytest.mark.parametrize(
    ("text", "longest"),
    [
        pytest.param("x" * LONGEST_RUN + " y", LONGEST_RUN, id="as-long-as-allowed"),
        pytest.param("x" * (2 * LONGEST_RUN + 1) + " y", LONGEST_RUN, id="too-long"),
        pytest.param("“" * 2 * LONGEST_RUN + "\u00a0Bo\n", 2, id="marks"),
        pytest.param(" " * 2 * LONGEST_RUN + "Bo", 2 * LONGEST_RUN, id="spaces-are-no-run"),
        pytest.param("", 0, id="nothing"),
    ],
)
def test_no_word_is_longer_than_allowed_and_no_character_is_lost(text: str, longest: int) -> None:
    doc = tokenize(spacy.blank("en"), text)
    assert doc.text == text
    assert max((len(token) for token in doc), default=0) == longest
