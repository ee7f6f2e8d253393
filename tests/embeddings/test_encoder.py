"""Texts become vectors, as the public libraries compute them."""

from __future__ import annotations

import math
from importlib.util import find_spec
from typing import TYPE_CHECKING

import numpy as np
import pytest

from graphkit.embeddings import Encoder, alike, load_encoder
from graphkit.embeddings.model_files import PACKAGE
from graphkit.errors import ModelError
from tests.embeddings.small_model import HEADS, LAYERS, PIECES, WIDTH, arrays, write_model

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

TEXTS = ["harbor levy", "tolls.", "ban", "harbor harbor harbor ban", ""]


@pytest.fixture(scope="module")
def encoder(tmp_path_factory: pytest.TempPathFactory) -> Encoder:
    return load_encoder(write_model(tmp_path_factory.mktemp("model")))


def slowly_encoded(numbers: list[int]) -> NDArray[np.float64]:
    """Encode the pieces of one text, one number after the other, by the book."""
    given = {name: array.astype(np.float64) for name, array in arrays().items()}

    def linear(name: str, x: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.array([given[f"{name}.weight"] @ row + given[f"{name}.bias"] for row in x])

    def normal(name: str, x: NDArray[np.float64]) -> NDArray[np.float64]:
        rows = [(row - row.mean()) / math.sqrt(row.var() + 1e-12) for row in x]
        scaled: NDArray[np.float64] = np.array(rows) * given[f"{name}.weight"]
        return scaled + given[f"{name}.bias"]

    x = normal(
        "embeddings.LayerNorm",
        given["embeddings.word_embeddings.weight"][numbers]
        + given["embeddings.position_embeddings.weight"][: len(numbers)]
        + given["embeddings.token_type_embeddings.weight"][0],
    )
    size = WIDTH // HEADS
    for layer in range(LAYERS):
        stem = f"encoder.layer.{layer}."
        query, key, value = (
            linear(f"{stem}attention.self.{part}", x) for part in ("query", "key", "value")
        )
        seen = np.zeros_like(x)
        for head in range(HEADS):
            part = slice(head * size, (head + 1) * size)
            for place in range(len(x)):
                weights = np.exp(key[:, part] @ query[place, part] / math.sqrt(size))
                seen[place, part] = weights @ value[:, part] / weights.sum()
        x = normal(
            f"{stem}attention.output.LayerNorm",
            x + linear(f"{stem}attention.output.dense", seen),
        )
        inner = linear(f"{stem}intermediate.dense", x)
        inner = inner * 0.5 * (1 + np.vectorize(math.erf)(inner / math.sqrt(2)))
        x = normal(f"{stem}output.LayerNorm", x + linear(f"{stem}output.dense", inner))
    mean: NDArray[np.float64] = x.mean(axis=0)
    return mean / math.sqrt(float((mean**2).sum()))


def test_vectors_are_those_of_the_formulas(encoder: Encoder) -> None:
    numbers = [PIECES.index(piece) for piece in ("[CLS]", "toll", "##s", ".", "[SEP]")]
    assert encoder.encode(["tolls."])[0] == pytest.approx(slowly_encoded(numbers), abs=1e-5)


def test_a_text_has_the_same_vector_alone_and_among_longer_ones(encoder: Encoder) -> None:
    together = encoder.encode(TEXTS)
    for text, vector in zip(TEXTS, together, strict=True):
        assert encoder.encode([text])[0] == pytest.approx(vector, abs=1e-5)


def test_vectors_have_length_one(encoder: Encoder) -> None:
    assert np.linalg.norm(encoder.encode(TEXTS), axis=1) == pytest.approx(1, abs=1e-5)


def test_no_texts_have_no_vectors(encoder: Encoder) -> None:
    assert encoder.encode([]).shape == (0, WIDTH)


def test_rows_that_are_alike_are_found_once() -> None:
    east, north = [1.0, 0.0], [0.0, 1.0]
    vectors = np.array([east, north, east, [0.6, 0.8]], dtype=np.float32)
    found = [(i, j, round(s, 4)) for i, j, s in alike(vectors, minimum=0.7)]
    assert found == [(0, 2, 1.0), (1, 3, 0.8)]


def test_rows_are_alike_beyond_the_first_block_too() -> None:
    vectors = np.eye(150, dtype=np.float32)
    vectors[149] = vectors[3]
    assert list(alike(vectors, minimum=0.9)) == [(3, 149, 1.0)]


def test_a_weight_that_is_missing_is_named(tmp_path: Path) -> None:
    encoder = load_encoder(write_model(tmp_path, num_hidden_layers=LAYERS + 1))
    with pytest.raises(ModelError, match=r"lacks encoder\.layer\.2\.attention\.self\.query"):
        encoder.encode(["toll"])


@pytest.mark.skipif(find_spec(PACKAGE) is None, reason="the sentence model is not installed")
@pytest.mark.parametrize(
    ("first", "second", "similarity"),
    [
        ("The cat sits outside", "The dog plays in the garden", 0.2838),
        ("A man is playing guitar", "A woman watches TV", -0.0327),
        ("The new movie is awesome", "The new movie is so great", 0.8939),
    ],
)
def test_similarities_of_the_real_model(first: str, second: str, similarity: float) -> None:
    one, other = load_encoder().encode([first, second])
    assert float(one @ other) == pytest.approx(similarity, abs=1e-4)
