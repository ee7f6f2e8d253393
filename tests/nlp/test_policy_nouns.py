"""The words of policies."""

from __future__ import annotations

import pytest

from graphkit.nlp.policy_nouns import (
    nominalizations,
    pale_modifiers,
    policy_nouns,
    referring_nouns,
    transparent_nouns,
)

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


def test_nouns_of_doing_are_no_verbs_of_others() -> None:
    verbs = nominalizations()
    assert (verbs["eviction"], verbs["removal"]) == ("evict", "remove")
    assert "regulation" not in verbs
    assert not set(verbs) & set(verbs.values()) - {
        noun for noun, verb in verbs.items() if noun == verb
    }


def test_transparent_nouns_are_read() -> None:
    assert "version" in transparent_nouns()
    assert "bill" not in transparent_nouns()
    assert "ban" in policy_nouns()
