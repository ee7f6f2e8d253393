"""Long texts are parsed in pieces, and hardly a word of theirs is read otherwise."""

from __future__ import annotations

from time import process_time
from typing import TYPE_CHECKING

import numpy as np
import pytest
import spacy

from graphkit.nlp import extract
from graphkit.nlp.language import DEFAULT_MODEL, REGISTRY_PACKAGES, doc_from_document, read
from graphkit.nlp.pieces import FOUND, LONGEST_PIECE, whole_sentences
from tests.soak.laws import document_of, faults
from tests.soak.texts import samples

if TYPE_CHECKING:
    from spacy.language import Language

ALIKE = 0.999
"""Share of the words that are read as in one piece; the others stand at a border of pieces."""
SLOWEST = 5 / 1.1
"""The bare pipeline takes 1.1 times as long as we do (`benchmarks/reading.md`); a test on a machine
with other work only sees where that is lost by far."""
STEEPEST = 5 * 10
"""Ten times the text may take ten times as long."""


@pytest.mark.parametrize(
    ("lengths", "expected"),
    [
        pytest.param([3], [3], id="one-sentence"),
        pytest.param([LONGEST_PIECE - 1, 1], [LONGEST_PIECE], id="just-short-enough"),
        pytest.param([LONGEST_PIECE, 1], [LONGEST_PIECE, 1], id="one-too-many"),
        pytest.param([2, LONGEST_PIECE + 5, 3], [2, LONGEST_PIECE + 5, 3], id="one-that-is-longer"),
        pytest.param([1000] * 9, [4000, 4000, 1000], id="many"),
    ],
)
def test_pieces(lengths: list[int], expected: list[int]) -> None:
    starts = np.zeros(sum(lengths), dtype=bool)
    starts[np.cumsum([0, *lengths[:-1]])] = True
    pieces = list(whole_sentences(starts))
    assert [end - start for start, end in pieces] == expected
    assert [start for start, _ in pieces] == [0, *(end for _, end in pieces[:-1])]


@pytest.mark.model
def test_a_long_text_is_read_as_in_one_piece(nlp: Language) -> None:
    document = document_of("\n\n".join(samples() * 2), name="long.txt")
    whole, pieces = nlp(doc_from_document(nlp, document)), read(nlp, document)
    assert len(whole) > 2 * LONGEST_PIECE
    same = (whole.to_array(FOUND) == pieces.to_array(FOUND)).all(axis=1)
    assert same.mean() > ALIKE
    (extraction,) = extract(nlp, [document])
    assert faults(extraction, document) == []


def seconds(nlp: Language, text: str) -> float:
    """Return the CPU seconds that reading takes."""
    start = process_time()
    list(extract(nlp, [document_of(text, name="a.txt")]))
    return process_time() - start


@pytest.mark.model
def test_reading_keeps_up_with_the_bare_pipeline(nlp: Language) -> None:
    bare, texts = spacy.load(REGISTRY_PACKAGES[DEFAULT_MODEL]), samples()[:6]
    start = process_time()
    assert sum(len(doc) for doc in bare.pipe(texts)) > 0
    theirs = process_time() - start
    assert sum(seconds(nlp, text) for text in texts) < SLOWEST * theirs


@pytest.mark.model
@pytest.mark.slow
def test_time_grows_with_the_length(nlp: Language) -> None:
    joined = "\n\n".join(samples())
    long = (joined * 4)[:200_000]
    short = min(seconds(nlp, long[:20_000]) for _ in range(2))
    assert seconds(nlp, long) < STEEPEST * short
