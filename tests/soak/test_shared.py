"""The real documents beside the project are read without an exception, and the laws hold."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING

import pytest

from graphkit.io import read_document
from tests.soak.amounts import amount
from tests.soak.test_language import read

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.language import Language

pytestmark = [pytest.mark.model, pytest.mark.shared, pytest.mark.slow]

EVERY = amount(1, otherwise=10)
"""Of so many texts one is read."""
FOLDERS = ("corpus", "eval/dev")


@pytest.mark.parametrize("folder", FOLDERS)
def test_real_texts(nlp: Language, shared: Path, folder: str) -> None:
    texts = sorted((shared / folder).glob("*.txt"))
    if not texts:
        pytest.skip(f"{shared / folder} has no texts")
    wrong: list[tuple[str, str]] = []
    for path in texts[::EVERY]:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)
            document = read_document(path)
        wrong += [(path.name, fault) for fault in read(nlp, document)[1]]
    assert wrong == []
