"""Open the files that travel with the package: lexicons, sample corpus, templates, ontology.

A checkout keeps `ontology/` at its top level; a wheel carries it inside the package. Both are
found here, and nowhere else.
"""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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
