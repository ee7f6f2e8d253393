"""Read the data files of this room: tab-separated lists that a political scientist can edit.

The first line that is neither blank nor a comment (`#`) names the columns. Every later row has
as many cells as there are columns; a fault is reported with file, line and what to write instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from graphkit.errors import LexiconError
from graphkit.resources import read_data

if TYPE_CHECKING:
    from collections.abc import Iterator


class Row(NamedTuple):
    """One row of a data file with where it stands, for messages."""

    where: str
    cells: dict[str, str]

    def cell(self, column: str) -> str:
        """Return the cell of that column, stripped."""
        return self.cells[column].strip()

    def choice(self, column: str, allowed: frozenset[str]) -> str:
        """Return the cell, which must be one of the allowed words.

        Raises:
            LexiconError: It is another word.
        """
        value = self.cell(column)
        if value not in allowed:
            listed = ", ".join(sorted(allowed)) or "nothing"
            raise LexiconError(f"{self.where}: {value!r} is not a {column}; write one of {listed}")
        return value


def read_table(name: str, columns: tuple[str, ...]) -> tuple[Row, ...]:
    """Read the packaged table `graphkit/data/<name>`; see `parse_table`."""
    return tuple(parse_table(read_data(name), source=name, columns=columns))


def parse_table(text: str, *, source: str, columns: tuple[str, ...]) -> Iterator[Row]:
    """Parse a table whose header must be the given columns.

    Raises:
        LexiconError: The header differs, a row has too few or too many cells, or its first cell
            is empty; the message names file and line.
    """
    header: tuple[str, ...] | None = None
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        where = f"{source}:{number}"
        cells = line.split("\t")
        if header is None:
            header = tuple(cell.strip() for cell in cells)
            if header != columns:
                raise LexiconError(f"{where}: the columns are {header}; write {columns}")
            continue
        if len(cells) != len(columns) or not cells[0].strip():
            raise LexiconError(
                f"{where}: {cells} is not a row; write {'<TAB>'.join(columns)} with a first cell"
            )
        yield Row(where, dict(zip(columns, cells, strict=True)))
    if header is None:
        raise LexiconError(f"{source}: there is no header; write {'<TAB>'.join(columns)}")
