"""The words of policies."""

from __future__ import annotations

import pytest

from graphkit.nlp.policy_nouns import pale_modifiers, referring_nouns

WORDS = [
    pytest.param("entire", "modifier", id="modifier"),
    pytest.param("new", "modifier", id="modifier-that-tells-nothing-elsewhere-either"),
    pytest.param("step", "noun", id="noun"),
    pytest.param("board", "none", id="tells-nothing-elsewhere-only"),
    pytest.param("ferry", "none", id="tells"),
]


@pytest.mark.parametrize(("word", "expected"), WORDS)
def test_words_that_tell_little_inside_a_document(word: str, expected: str) -> None:
    kinds = {"modifier": pale_modifiers(), "noun": referring_nouns()}
    assert next((kind for kind, words in kinds.items() if word in words), "none") == expected
