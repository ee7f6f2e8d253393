"""Write extractions: one JSON file for each document, or one line for each."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

from graphkit.errors import InputError
from graphkit.files import write_whole
from graphkit.io._paths import is_folder, reason_of, shown
from graphkit.io.extraction_json import json_from_extraction

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from graphkit.records import Document, Extraction


def text_from_extraction(extraction: Extraction, document: Document) -> str:
    """Return the extraction as indented JSON that ends in a line break."""
    return _dump(json_from_extraction(extraction, document), indent=1) + "\n"


def line_from_extraction(extraction: Extraction, document: Document, *, file: str) -> str:
    """Return the extraction as one line of JSON Lines; its first key `file` says whose it is."""
    return _dump({"file": file, **json_from_extraction(extraction, document)}, indent=None) + "\n"


def plan_outputs(paths: Iterable[Path], folder: Path) -> dict[Path, Path]:
    """Return for each input where its JSON goes: `folder/NAME.json`.

    Raises:
        InputError: Two inputs would share a file (also where only upper and lower case differ,
            which many file systems do not tell apart), or `folder` is a file.
    """
    if os.path.lexists(folder) and not is_folder(folder):
        raise InputError(f"{shown(folder)} is a file; name a folder for the output")
    planned: dict[Path, Path] = {}
    taken: dict[str, Path] = {}
    for path in paths:
        first = taken.setdefault(path.stem.casefold(), path)
        if first != path:
            raise InputError(
                f"{shown(first)} and {shown(path)} would both go into {path.stem}.json; "
                "rename one of them or run twice with two folders"
            )
        planned[path] = folder / f"{path.stem}.json"
    return planned


def write_text(path: Path, text: str) -> None:
    """Write `text` as UTF-8 so that the file is there wholly or not at all; make its folder.

    Raises:
        InputError: The file or its folder cannot be written.
    """
    write_bytes(path, text.encode("utf-8"))


def write_bytes(path: Path, content: bytes) -> None:
    """Write `content` so that the file is there wholly or not at all; make its folder.

    Raises:
        InputError: The file or its folder cannot be written.
    """
    try:
        write_whole(path, content)
    except OSError as error:
        raise InputError(
            f"{shown(path)} cannot be written: {reason_of(error)}; name another place"
        ) from error


def _dump(content: dict[str, object], *, indent: int | None) -> str:
    return json.dumps(content, ensure_ascii=False, indent=indent, allow_nan=False)
