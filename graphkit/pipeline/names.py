"""Let readers know the actors of a list of names."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from graphkit.pipeline.workers import digest_of

if TYPE_CHECKING:
    import os

    from graphkit.io import NameTable
    from graphkit.pipeline.workers import Readers


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """A list of names, and what tells it from others."""

    table: NameTable
    digest: str


def load_names(path: str | os.PathLike[str] | None) -> Names | None:
    """Return the list in the file; None where no file is named.

    Raises:
        InputError: The file cannot be read, or a line of it is no name.
    """
    if path is None:
        return None
    from graphkit.io import NameTable, read_names

    names = read_names(Path(path))
    digest = digest_of(names)
    return Names(table=NameTable(names), digest=digest)


def knowing(readers: Readers, names: Names | None) -> Readers:
    """Return readers that know the names."""
    if names is None:
        return readers
    return replace(
        readers,
        settings=(*readers.settings, ("names", names.digest)),
        start=lambda document: readers.start(names.table.mark(document)),
    )
