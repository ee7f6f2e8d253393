"""Words with "co-" and "re-" stay in one piece; other hyphens part words as before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("They co-signed it.", ["They", "co-signed", "it", "."], id="verb"),
        pytest.param("Re-introduced again", ["Re-introduced", "again"], id="capital"),
        pytest.param("a well-known act", ["a", "well", "-", "known", "act"], id="other-prefix"),
        pytest.param("Acme Co-West", ["Acme", "Co-West"], id="name"),
        pytest.param("taco-stand", ["taco", "-", "stand"], id="not-a-prefix"),
    ],
)
def test_prefixed_words_stay_whole(nlp: Language, text: str, words: list[str]) -> None:
    assert [token.text for token in nlp.make_doc(text)] == words
