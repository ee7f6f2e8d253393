"""The folder of a store: what lies in it, and who may use it now.

graphkit-store/
    graphkit.json   the base IRI, and the marker that says "this is a store"
    graphkit.lock   held by whoever uses the store: many readers, or one writer
    oxigraph/       the files of Oxigraph
"""

from __future__ import annotations

import fcntl
import json
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, Store

from graphkit.errors import StoreError
from graphkit.rdf.vocabulary import DEFAULT_BASE

if TYPE_CHECKING:
    from pathlib import Path

MARKER = "graphkit.json"
LOCK = "graphkit.lock"
DATABASE = "oxigraph"
FORMAT = 1
"""Raised when a store of before can no longer be read."""
LOCK_MODES = {"read": fcntl.LOCK_SH, "write": fcntl.LOCK_EX}


@dataclass(slots=True)
class Hold:
    """An open database with the lock that keeps others away."""

    database: Store
    lock: int
    writable: bool
    is_writer: bool

    def release(self) -> None:
        """Close the database and let others in."""
        if self.writable:
            self.database.flush()
        del self.database
        os.close(self.lock)


def prepare_folder(path: Path, base: str) -> str:
    """Make `path` a store if it is none yet; return its base IRI.

    Raises:
        StoreError: `path` is a file or another folder, or the base does not fit.
    """
    check_base(base)
    if (path / MARKER).is_file():
        return read_base(path, base)
    _check_vacant(path)
    try:
        path.mkdir(parents=True, exist_ok=True)
        (path / LOCK).touch()
        marker = json.dumps({"format": FORMAT, "base": base}, indent=2) + "\n"
        draft = path / f"{MARKER}.new"
        draft.write_text(marker, encoding="utf-8")
        draft.replace(path / MARKER)
    except OSError as error:
        raise StoreError(
            f"{path} cannot be made a store ({error.strerror}); choose a folder you may write to"
        ) from error
    return base


def read_base(path: Path, base: str = DEFAULT_BASE) -> str:
    """Return the base IRI that the store remembers.

    Raises:
        StoreError: There is no store, or another base than the remembered one is asked for.
    """
    if not (path / MARKER).is_file():
        raise StoreError(_what_is_there(path))
    try:
        marker = json.loads((path / MARKER).read_text(encoding="utf-8"))
        found, written = marker["format"], marker["base"]
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise StoreError(
            f"{path / MARKER} cannot be read ({error}); build the store anew in another folder"
        ) from error
    if found != FORMAT or not isinstance(written, str):
        raise StoreError(
            f"{path} is a store of format {found}, this version reads format {FORMAT}; "
            "build it anew in another folder"
        )
    if base not in (DEFAULT_BASE, written):
        raise StoreError(
            f"{path} has the base {written}, not {base}; leave the base out or build another store"
        )
    return written


def check_base(base: str) -> None:
    """Refuse a base that is no absolute IRI or that ids cannot be put behind.

    Raises:
        StoreError: It is not.
    """
    try:
        NamedNode(base)
    except ValueError as error:
        raise StoreError(f"base {base!r} is not an absolute IRI ({error}); give another") from error
    if not base.endswith(("/", "#")):
        raise StoreError(f"base {base!r} must end with / or #; put one behind it")


def _check_vacant(path: Path) -> None:
    if path.exists() and not path.is_dir():
        raise StoreError(f"{path} is a file, not a store; name a folder")
    if path.is_dir():
        others = sorted({p.name for p in path.iterdir()} - {LOCK, f"{MARKER}.new"})
        if others:
            raise StoreError(
                f"{path} is not a store, and holds other files ({others[0]}); "
                "name an empty or a new folder"
            )


def _what_is_there(path: Path) -> str:
    if path.is_dir():
        return f"{path} is a folder but not a store; name a store, or build one in a new folder"
    if path.exists():
        return f"{path} is a file, not a store; name the folder of a store"
    return f"{path} does not exist; build a store first, or name another folder"


def take(path: Path, mode: str) -> Hold:
    """Lock and open the database of a store, `mode` being "read" or "write".

    Raises:
        StoreError: Somebody else uses the store, or its files are damaged.
    """
    lock = _lock(path, mode)
    try:
        opened, writable = _open(path / DATABASE, mode)
    except (OSError, RuntimeError) as error:
        os.close(lock)
        raise StoreError(
            f"{path} cannot be opened ({error}); close what else uses it, or build it anew"
        ) from error
    return Hold(opened, lock, writable, mode == "write")


def _open(database: Path, mode: str) -> tuple[Store, bool]:
    """Open the files of Oxigraph, and tell whether they can be written to."""
    if mode == "write" or not (database / "CURRENT").exists():
        return Store(database), True
    try:
        return Store.read_only(str(database)), False
    except RuntimeError:
        # A build was killed before Oxigraph had put its own mark there; no document is in it yet.
        return Store(database), True


def _lock(path: Path, mode: str) -> int:
    name = path / LOCK
    try:
        handle = os.open(name, os.O_RDONLY)
    except OSError as error:
        raise StoreError(
            f"{name} cannot be opened ({error.strerror}); "
            "make the folder readable, or put an empty file of that name there"
        ) from error
    try:
        fcntl.flock(handle, LOCK_MODES[mode] | fcntl.LOCK_NB)
    except OSError as error:
        os.close(handle)
        raise StoreError(
            f"{path} is in use by another process; wait until it has finished and try again"
        ) from error
    return handle
