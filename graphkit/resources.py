"""Open the files that travel with the package: lexicons, sample corpus, templates, ontology.

A checkout keeps `ontology/` at its top level; a wheel carries it inside the package. Both are
found here, and nowhere else.
"""

from __future__ import annotations

import hashlib
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable


def data(name: str) -> Traversable:
    """Return the packaged file or folder `graphkit/data/<name>`."""
    return files("graphkit").joinpath("data").joinpath(name)


def read_data(name: str) -> str:
    """Return the text of the packaged file `graphkit/data/<name>`.

    Raises:
        FileNotFoundError: The file is not in the package.
    """
    return data(name).read_text(encoding="utf-8")


def ontology() -> Traversable:
    """Return the folder with the ontology, its shapes and its named queries."""
    packaged = files("graphkit").joinpath("ontology")
    if packaged.is_dir():
        return packaged
    return files("graphkit").joinpath("..").joinpath("ontology")


def digest(*folders: str) -> str:
    """Return 16 hex digits that change whenever a file below `graphkit/<folder>` does.

    Only code and data files count, each with its name; line ends do not.
    """
    total = hashlib.sha256()
    for folder in sorted(folders):
        for name, text in sorted(_texts(files("graphkit").joinpath(folder), folder)):
            total.update(f"{name}\0{len(text)}\0{text}".encode())
    return total.hexdigest()[:16]


def _texts(folder: Traversable, name: str) -> Iterator[tuple[str, str]]:
    for entry in folder.iterdir():
        path = f"{name}/{entry.name}"
        if entry.is_dir():
            yield from _texts(entry, path)
        elif entry.name.endswith((".py", ".tsv", ".jsonl")):
            yield path, entry.read_text(encoding="utf-8")
