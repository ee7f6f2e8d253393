"""A sentence model of a few numbers, written to a folder as real ones are."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from pathlib import Path

PIECES = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "harbor", "levy", "toll", "##s", "ban", ".")
WIDTH, INNER, LAYERS, HEADS, LONGEST = 8, 16, 2, 2, 128
CONFIG = {
    "model_type": "bert",
    "hidden_act": "gelu",
    "num_hidden_layers": LAYERS,
    "num_attention_heads": HEADS,
    "layer_norm_eps": 1e-12,
}


def shapes() -> dict[str, tuple[int, ...]]:
    """Return the shape of each array of a BERT model of this size."""
    found: dict[str, tuple[int, ...]] = {
        "embeddings.word_embeddings.weight": (len(PIECES), WIDTH),
        "embeddings.position_embeddings.weight": (LONGEST, WIDTH),
        "embeddings.token_type_embeddings.weight": (2, WIDTH),
    }
    places: dict[str, tuple[int, ...]] = {"embeddings.LayerNorm": (WIDTH,)}
    for layer in range(LAYERS):
        stem = f"encoder.layer.{layer}."
        places.update(
            {f"{stem}attention.self.{part}": (WIDTH, WIDTH) for part in ("query", "key", "value")}
        )
        places[f"{stem}attention.output.dense"] = (WIDTH, WIDTH)
        places[f"{stem}attention.output.LayerNorm"] = (WIDTH,)
        places[f"{stem}intermediate.dense"] = (INNER, WIDTH)
        places[f"{stem}output.dense"] = (WIDTH, INNER)
        places[f"{stem}output.LayerNorm"] = (WIDTH,)
    for name, shape in places.items():
        found[f"{name}.weight"] = shape
        found[f"{name}.bias"] = shape[:1]
    return found


def arrays() -> dict[str, np.ndarray[Any, np.dtype[np.float32]]]:
    """Return numbers that are the same each time."""
    random = np.random.default_rng(5)
    return {name: random.normal(size=shape).astype(np.float32) for name, shape in shapes().items()}


def write_model(folder: Path, **changed: str | int) -> Path:
    """Write the model to `folder`; keyword arguments change its settings."""
    folder.mkdir(parents=True, exist_ok=True)
    vocabulary = {piece: number for number, piece in enumerate(PIECES)}
    (folder / "config.json").write_text(json.dumps({**CONFIG, **changed}), encoding="utf-8")
    (folder / "tokenizer.json").write_text(
        json.dumps({"model": {"type": "WordPiece", "vocab": vocabulary}}), encoding="utf-8"
    )
    table: dict[str, Any] = {"__metadata__": {"format": "pt"}}
    body = b""
    for name, numbers in arrays().items():
        table[name] = {
            "dtype": "F32",
            "shape": list(numbers.shape),
            "data_offsets": [len(body), len(body) + numbers.nbytes],
        }
        body += numbers.tobytes()
    header = json.dumps(table).encode()
    weights = len(header).to_bytes(8, "little") + header + body
    (folder / "model.safetensors").write_bytes(weights)
    return folder
