"""What is known about a text beside its words: title, publisher, date, address.

`NAME.meta.json` beside a text is an object with the keys `title`, `publisher`, `date` and `url`,
each of which may be null or missing; other keys are not read.
"""

from __future__ import annotations

import json
import os
import re
import warnings
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from graphkit.errors import InputError
from graphkit.io._files import read_bytes
from graphkit.io._paths import shown

if TYPE_CHECKING:
    from pathlib import Path

MAX_METADATA_BYTES = 1_000_000
ISO_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ][\d:.,+\-Z ]*)?")
UNSAFE_IN_IRI = re.compile(r"[\x00-\x20\x7f-\x9f<>\"{}|\\^`\ud800-\udfff]|\s")
"""Characters that no IRI may hold (RFC 3987)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What is known about a text; absent is None."""

    title: str | None = None
    publisher: str | None = None
    date: date | None = None
    url: str | None = None


def metadata_path(path: Path) -> Path:
    """Return where the metadata of the text at `path` would stand: `NAME.meta.json` beside it."""
    return path.with_name(f"{path.stem}.meta.json")


def read_metadata(path: Path) -> Metadata:
    """Return the metadata of the text at `path`; all is None where there is no file beside it.

    A date that is no day and an address that is no web address are left out with a warning:
    scraped metadata often holds "not found" there, and the text is good without.

    Raises:
        InputError: The file cannot be read, is no JSON object, or holds something else than text
            under one of the four keys.
    """
    beside = metadata_path(path)
    if not os.path.lexists(beside):
        return Metadata()
    where = shown(beside)
    content = _json_object(read_bytes(beside, max_bytes=MAX_METADATA_BYTES), where=where)
    return Metadata(
        title=_text(content, "title", where=where),
        publisher=_text(content, "publisher", where=where),
        date=_day(_text(content, "date", where=where), where=where),
        url=_url(_text(content, "url", where=where), where=where),
    )


def clean_text(value: str) -> str | None:
    """Return `value` on one line, without control characters; None if nothing is left."""
    printable = "".join(c if c.isprintable() else " " for c in value)
    return " ".join(printable.split()) or None


def day_from_text(value: str) -> date | None:
    """Return the day that an ISO 8601 date or time names, as written there; None for all else."""
    match = ISO_DAY.fullmatch(value)
    if match is None:
        return None
    try:
        return date.fromisoformat(match[1])
    except ValueError:
        return None


def is_web_address(value: str) -> bool:
    """Tell whether `value` is an http or https address that can stand as an IRI in the graph."""
    if UNSAFE_IN_IRI.search(value):
        return False
    try:
        parts = urlsplit(value)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname)


def _json_object(raw: bytes, *, where: str) -> dict[str, object]:
    try:
        content = json.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise InputError(f"{where} is not UTF-8; save it as UTF-8") from error
    except json.JSONDecodeError as error:
        raise InputError(
            f"{where}:{error.lineno} is not JSON ({error.msg}); "
            'write an object like {"title": "…", "date": "2024-05-31"}'
        ) from error
    except (RecursionError, ValueError) as error:
        raise InputError(
            f"{where} is too deep or has a too long number; write a flat object"
        ) from error
    if not isinstance(content, dict):
        raise InputError(f'{where} is not a JSON object; write one like {{"title": "…"}}')
    return content


def _text(content: dict[str, object], key: str, *, where: str) -> str | None:
    value = content.get(key)
    if value is None:
        return None
    if not isinstance(value, str):
        hint = '"YYYY-MM-DD"' if key == "date" else "a text in quotation marks"
        raise InputError(f"{where}: {key} is {value!r:.60}; write {hint} or null")
    return clean_text(value)


def _day(value: str | None, *, where: str) -> date | None:
    if value is None:
        return None
    day = day_from_text(value)
    if day is None:
        warnings.warn(
            f"{where}: date {value!r:.60} is not a day and is left out; write YYYY-MM-DD or null",
            stacklevel=3,
        )
    return day


def _url(value: str | None, *, where: str) -> str | None:
    if value is None or is_web_address(value):
        return value
    warnings.warn(
        f"{where}: url {value!r:.60} is not a web address and is left out; "
        "write one that begins with https:// or null",
        stacklevel=3,
    )
    return None
