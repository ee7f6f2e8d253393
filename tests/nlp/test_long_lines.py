"""Lines longer than any sentence are cut before they are parsed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graphkit.nlp.annotations import TokenRange
from graphkit.nlp.long_lines import LONGEST_SENTENCE, cut_points

if TYPE_CHECKING:
    from spacy.language import Language

HALF = LONGEST_SENTENCE // 2
SENTENCE = "Ada Wren of Ohio backs the harbor plan. "
"""Nine tokens."""


def cuts(nlp: Language, text: str) -> list[int]:
    doc = nlp.make_doc(text)
    return list(cut_points(doc, TokenRange(0, len(doc))))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("word " * LONGEST_SENTENCE, [], id="just-short-enough"),
        pytest.param("word " * (LONGEST_SENTENCE + 1), [LONGEST_SENTENCE], id="one-too-many"),
        pytest.param(
            "word " * (2 * LONGEST_SENTENCE + 1), [LONGEST_SENTENCE, 2 * LONGEST_SENTENCE], id="two"
        ),
        pytest.param(SENTENCE * 50, [LONGEST_SENTENCE // 9 * 9], id="full-stop"),
        pytest.param(
            "word " * (HALF + 9) + "end. Then " + "word, " * (HALF // 2),
            [HALF + 11],
            id="stop-before-comma",
        ),
        pytest.param("word " * (HALF + 9) + ", " + "word " * HALF, [HALF + 10], id="comma"),
        pytest.param(
            "word " * (HALF + 9) + "“Yes.” Then " + "word " * HALF,
            [HALF + 13],
            id="behind-the-mark",
        ),
        pytest.param("word " * 9 + ". Then " + "word " * 2 * HALF, [2 * HALF], id="far-too-early"),
        pytest.param(
            "word " * (HALF + 9) + "3.5 or no. 7 " + "word " * 2 * HALF,
            [2 * HALF],
            id="no-sentence-opens",
        ),
        pytest.param("", [], id="nothing"),
    ],
)
def test_cuts(nlp: Language, text: str, expected: list[int]) -> None:
    assert cuts(nlp, text) == expected


@pytest.mark.model
@pytest.mark.parametrize("text", ["of the ", "Act of ", ". ", "a, ", '" ', "( ", "Ann Bee and "])
def test_no_sentence_is_longer(nlp: Language, text: str) -> None:
    doc = nlp(text * 2 * LONGEST_SENTENCE)
    assert max(len(sentence) for sentence in doc.sents) <= LONGEST_SENTENCE


@pytest.mark.model
def test_a_paragraph_of_sentences_is_parsed_as_it_would_be_without_cuts(nlp: Language) -> None:
    sentences = [sentence.text for sentence in nlp(SENTENCE * 100).sents]
    assert sentences == [SENTENCE.strip()] * 100
