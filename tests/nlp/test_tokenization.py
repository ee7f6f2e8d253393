"""Words are split at quotation marks, whatever the spaces around them."""

from __future__ import annotations

import pytest
import spacy

from graphkit.nlp.tokenization import separate_marks

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
