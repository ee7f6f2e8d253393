"""Show paths in messages and turn them into keys, whatever bytes a file name holds."""

from __future__ import annotations

import os
import stat
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path, PurePath


def shown(path: PurePath) -> str:
    """Return `path` for a message: control characters and undecodable bytes are escaped."""
    return "".join(
        c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in str(path)
    )


def key_from_path(path: Path, root: Path) -> str:
    r"""Return `path` relative to `root` with slashes, the same on every machine.

    Composed and decomposed accents are one (macOS writes the latter); bytes that are no UTF-8
    become `\xNN`. A path outside `root` is known by its file name.
    """
    relative = (
        path.relative_to(root) if path.is_relative_to(root) else path.relative_to(path.parent)
    )
    raw = os.fsencode(relative.as_posix())
    return unicodedata.normalize("NFC", raw.decode("utf-8", "backslashreplace"))


def is_folder(path: Path) -> bool:
    """Tell whether `path` is a folder, or a link to one; False for all that cannot be looked at."""
    try:
        return stat.S_ISDIR(path.stat().st_mode)
    except OSError:
        return False


def reason_of(error: OSError) -> str:
    """Return the system's own words for `error`, to stand inside a sentence."""
    return (error.strerror or type(error).__name__).lower()
