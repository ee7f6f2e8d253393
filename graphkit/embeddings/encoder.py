"""Turn short texts into vectors that lie close together where they mean the same.

The network is BERT's (Devlin et al., 2019), as sentence-transformers uses it (Reimers and
Gurevych, 2019, Sentence-BERT): the mean of the vectors of a text's pieces, of length one. It is
written out here because the usual libraries would bring gigabytes for some multiplications.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from graphkit.embeddings.model_files import ModelFiles, read_model
from graphkit.embeddings.word_pieces import pieces_of
from graphkit.errors import ModelError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

BATCH = 64
"""Texts that go through the network at once; those of one length stand together."""
FAR = np.float32(-1e9)
"""Added to what a piece must not look at."""
ERF_TERMS = tuple(
    map(np.float32, (0.254829592, -0.284496736, 1.421413741, -1.453152027, 1.061405429))
)
LAYER = "encoder.layer.{}."
INNER = ("attention.self.query", "attention.self.key", "attention.self.value")


class Encoder:
    """A loaded model; get one from `load_encoder`."""

    def __init__(self, model: ModelFiles) -> None:
        self._model = model

    def encode(self, texts: Sequence[str]) -> Floats:
        """Return one row of length one for each text; the product of two rows is their cosine."""
        pieces = [pieces_of(text, self._model.vocabulary) for text in texts]
        by_length = sorted(range(len(texts)), key=lambda i: len(pieces[i]))
        width = self._weight("embeddings.word_embeddings.weight").shape[1]
        found = np.zeros((len(texts), width), dtype=np.float32)
        for start in range(0, len(texts), BATCH):
            rows = by_length[start : start + BATCH]
            found[rows] = self._encode([pieces[i] for i in rows])
        return found

    def _encode(self, pieces: list[list[int]]) -> Floats:
        longest = max(map(len, pieces))
        numbers = np.zeros((len(pieces), longest), dtype=np.int64)
        mask = np.zeros((len(pieces), longest), dtype=np.float32)
        for row, of_text in enumerate(pieces):
            numbers[row, : len(of_text)] = of_text
            mask[row, : len(of_text)] = 1
        hidden = self._embedded(numbers)
        away = (1 - mask)[:, None, None, :] * FAR
        for layer in range(self._model.layers):
            hidden = self._layer(LAYER.format(layer), hidden, away)
        mean: Floats = (hidden * mask[:, :, None]).sum(axis=1) / mask.sum(axis=1, keepdims=True)
        lengths: Floats = np.linalg.norm(mean, axis=1, keepdims=True)
        return mean / lengths

    def _embedded(self, numbers: NDArray[np.int64]) -> Floats:
        words = self._weight("embeddings.word_embeddings.weight")[numbers]
        places = self._weight("embeddings.position_embeddings.weight")[: numbers.shape[1]]
        kinds = self._weight("embeddings.token_type_embeddings.weight")[0]
        return self._normal("embeddings.LayerNorm", words + places + kinds)

    def _layer(self, name: str, hidden: Floats, away: Floats) -> Floats:
        texts, length, width = hidden.shape
        heads = self._model.heads
        query, key, value = (
            self._linear(name + part, hidden)
            .reshape(texts, length, heads, width // heads)
            .transpose(0, 2, 1, 3)
            for part in INNER
        )
        scores = query @ key.transpose(0, 1, 3, 2) / np.float32(np.sqrt(width // heads)) + away
        scores = np.exp(scores - scores.max(axis=-1, keepdims=True))
        seen = (scores / scores.sum(axis=-1, keepdims=True)) @ value
        seen = seen.transpose(0, 2, 1, 3).reshape(texts, length, width)
        seen = self._linear(name + "attention.output.dense", seen)
        hidden = self._normal(name + "attention.output.LayerNorm", hidden + seen)
        inner = _gelu(self._linear(name + "intermediate.dense", hidden))
        outer = self._linear(name + "output.dense", inner)
        return self._normal(name + "output.LayerNorm", hidden + outer)

    def _linear(self, name: str, hidden: Floats) -> Floats:
        # as one matrix, for which NumPy has BLAS: twenty times as fast as one text after another
        rows = hidden.reshape(-1, hidden.shape[-1]) @ self._weight(f"{name}.weight").T
        return (rows + self._weight(f"{name}.bias")).reshape(*hidden.shape[:-1], -1)

    def _normal(self, name: str, hidden: Floats) -> Floats:
        centred = hidden - hidden.mean(axis=-1, keepdims=True)
        spread = np.sqrt((centred**2).mean(axis=-1, keepdims=True) + self._model.epsilon)
        scaled: Floats = centred / spread * self._weight(f"{name}.weight")
        return scaled + self._weight(f"{name}.bias")

    def _weight(self, name: str) -> Floats:
        try:
            return self._model.weights[name]
        except KeyError:
            raise ModelError(f"the sentence model lacks {name}; name another folder") from None


def load_encoder(folder: Path | None = None) -> Encoder:
    """Load the model in `folder`, or that of the package without one.

    Raises:
        MissingExtraError: No folder is named, and the package is not installed.
        ModelError: The model cannot be read or is of another kind.
    """
    return Encoder(read_model(folder))


def alike(vectors: Floats, *, minimum: float) -> Iterator[tuple[int, int, float]]:
    """Yield the rows i < j whose product is at least `minimum`, with it, in order of i and j."""
    for start in range(0, len(vectors), BATCH):
        products = vectors[start : start + BATCH] @ vectors.T
        for row, column in np.argwhere(products >= minimum).tolist():
            if start + row < column:
                yield start + row, column, float(products[row, column])


def _gelu(x: Floats) -> Floats:
    return (x * np.float32(0.5) * (1 + _erf(x / np.float32(np.sqrt(2))))).astype(np.float32)


def _erf(x: Floats) -> Floats:
    """Return the error function: Abramowitz and Stegun (1964), 7.1.26, to within 1.5e-7."""
    t = 1 / (1 + np.float32(0.3275911) * np.abs(x))
    total = np.zeros_like(x)
    for term in reversed(ERF_TERMS):
        total = ((total + term) * t).astype(np.float32)
    return (np.sign(x) * (1 - total * np.exp(-(x**2)))).astype(np.float32)
