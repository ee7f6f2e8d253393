"""Questions asked of hand-made parses."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from graphkit.nlp.syntax import ancestors_until_clause


@pytest.mark.parametrize(
    ("words", "tags", "heads", "expected"),
    [
        pytest.param(
            ["Bee", "voiced", "doubts", "on", "tolls"],
            ["PROPN", "VERB", "NOUN", "ADP", "NOUN"],
            [1, 1, 1, 2, 3],
            ["on", "doubts", "voiced"],
            id="up-to-the-verb",
        ),
        pytest.param(
            ["Doubts", "on", "tolls"],
            ["NOUN", "ADP", "NOUN"],
            [0, 0, 1],
            ["on", "Doubts"],
            id="a-line-without-a-verb-ends-at-its-root",
        ),
    ],
)
def test_ancestors_end_at_a_verb_or_at_the_root(
    words: list[str], tags: list[str], heads: list[int], expected: list[str]
) -> None:
    doc = Doc(Vocab(), words=words, pos=tags, heads=heads, deps=["dep"] * len(words))
    last = doc[len(doc) - 1]
    assert [token.text for token in ancestors_until_clause(last)] == expected
