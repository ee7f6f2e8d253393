"""Read the bytes of one file, with every fault of the file system as an `InputError`."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

from graphkit.errors import InputError
from graphkit.io._paths import reason_of, shown

if TYPE_CHECKING:
    from pathlib import Path

MAX_BYTES = 20_000_000
"""Files of this size and more are refused: nothing that one person reads as one text is so long."""


def read_bytes(path: Path, *, max_bytes: int = MAX_BYTES) -> bytes:
    """Return the content of the regular file at `path`.

    Raises:
        InputError: There is no such file, it is no regular file (a pipe would block for ever), it
            cannot be read, or it has `max_bytes` or more.
    """
    try:
        mode = path.stat().st_mode
    except FileNotFoundError as error:
        raise InputError(_missing(path)) from error
    except OSError as error:
        raise InputError(f"{shown(path)} cannot be read: {reason_of(error)}") from error
    if stat.S_ISDIR(mode):
        raise InputError(f"{shown(path)} is a folder; name a file")
    if not stat.S_ISREG(mode):
        raise InputError(f"{shown(path)} is not a regular file; save its content as a .txt file")
    try:
        with path.open("rb") as file:
            raw = file.read(max_bytes)
    except OSError as error:
        raise InputError(
            f"{shown(path)} cannot be read: {reason_of(error)}; check its permissions"
        ) from error
    if len(raw) == max_bytes:
        raise InputError(
            f"{shown(path)} has {max_bytes / 1_000_000:g} MB or more; split it into smaller files"
        )
    return raw


def _missing(path: Path) -> str:
    if path.is_symlink():
        return f"{shown(path)} is a link to a file that does not exist; mend or remove it"
    return f"{shown(path)} does not exist; check the path"
