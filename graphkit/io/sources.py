"""Find the files to read in what a user named: files and folders."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphkit.errors import InputError
from graphkit.io._paths import is_folder, key_from_path, reason_of, shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

TEXT_SUFFIXES = frozenset({".txt", ".text"})
HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
JSON_SUFFIXES = frozenset({".json", ".jsonl"})
"""Metadata, extractions and the like: never documents."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """A file to read.

    Attributes:
        path: Where it is.
        key: Its path relative to the folder that was named, with slashes; its name where it was
            named itself.
    """

    path: Path
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadFault:
    """A file or folder that could not be read, and the sentence that says why."""

    path: str
    message: str


def list_sources(sources: Sequence[Path]) -> tuple[SourceFile | ReadFault, ...]:
    """Return the files to read, each once: sources in the order given, folders sorted by name.

    In folders only text and HTML files count, hidden ones and all others are passed over; links
    are followed, but no folder is entered twice. A file that is named itself is read whatever its
    ending, unless it is JSON. A folder that cannot be opened is a `ReadFault`.

    Raises:
        InputError: Nothing is at one of the paths, or there is no document in them.
    """
    seen: set[tuple[int, int]] = set()
    found: list[SourceFile | ReadFault] = []
    for source in sources:
        files = tuple(_files_of(source))
        if is_folder(source) and not files:
            raise InputError(
                f"{shown(source)} has no documents in it; "
                f"put files there that end in {', '.join(sorted(TEXT_SUFFIXES | HTML_SUFFIXES))}"
            )
        found.extend(f for f in files if isinstance(f, ReadFault) or _is_new(f.path, seen))
    if not found:
        named = ", ".join(shown(s) for s in sources) or "nothing"
        raise InputError(f"no document among what was named ({named}); name texts or a folder")
    return tuple(found)


def _files_of(source: Path) -> Iterator[SourceFile | ReadFault]:
    if is_folder(source):
        yield from _walk(source)
        return
    if not os.path.lexists(source):
        raise InputError(f"{shown(source)} does not exist; check the path")
    if source.suffix.lower() not in JSON_SUFFIXES:
        yield SourceFile(path=source, key=key_from_path(source, source.parent))


def _walk(root: Path) -> Iterator[SourceFile | ReadFault]:
    entered: set[tuple[int, int]] = set()
    waiting = [root]
    while waiting:
        path = waiting.pop()
        if not is_folder(path):
            yield SourceFile(path=path, key=key_from_path(path, root))
            continue
        if not _is_new(path, entered):
            continue
        try:
            inside = sorted(path.iterdir(), reverse=True)
        except OSError as error:
            yield ReadFault(
                path=shown(path), message=f"{shown(path)} cannot be opened: {reason_of(error)}"
            )
            continue
        waiting.extend(p for p in inside if _may_count(p))


def _is_new(path: Path, seen: set[tuple[int, int]]) -> bool:
    """Tell whether the file behind `path`, links followed, is not in `seen`, and put it there.

    What cannot be looked at is always new: the reader will say what is wrong with it.
    """
    try:
        status = path.stat()
    except OSError:
        return True
    identity = (status.st_dev, status.st_ino)
    known = identity in seen
    seen.add(identity)
    return not known


def _may_count(path: Path) -> bool:
    """Tell whether a walk looks at `path`: a folder, or a file whose format is known."""
    if path.name.startswith("."):
        return False
    return path.suffix.lower() in TEXT_SUFFIXES | HTML_SUFFIXES or is_folder(path)
