"""What is known about a text beside its words: title, publisher, date, address.

`NAME.meta.json` beside a text is an object with the keys `title`, `publisher`, `date` and `url`,
each of which may be null or missing, and perhaps `mentions`: where the text names actors that are
known already. Other keys are not read.
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
from graphkit.io.given_mentions import mentions_from_json

if TYPE_CHECKING:
    from pathlib import Path

    from graphkit.records import GivenMention

MAX_METADATA_BYTES = 1_000_000
ISO_DAY = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[T ][0-9:.,+\-Z ]*)?")
NUMERIC_DAY = re.compile(r"([0-9]{1,2})[/.]([0-9]{1,2})[/.]([0-9]{4})")
"""4/16/2031 and 16.4.2031 tell which part is the day; 4/6/2031 does not."""
UNSAFE_IN_IRI = re.compile(r"[\x00-\x20\x7f-\x9f<>\"{}|\\^`\ud800-\udfff]|\s")
"""Characters that no IRI may hold (RFC 3987)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What is known about a text; absent is None."""

    title: str | None = None
    publisher: str | None = None
    date: date | None = None
    url: str | None = None
    mentions: tuple[GivenMention, ...] = ()


def metadata_path(path: Path) -> Path:
    """Return where the metadata of the text at `path` would stand: `NAME.meta.json` beside it."""
    return path.with_name(f"{path.stem}.meta.json")


def read_metadata(path: Path) -> Metadata:
    """Return the metadata of the text at `path`; all is None where there is no file beside it.

    A date that is no day (or may be two) and an address that is no web address are left out with
    a warning: scraped metadata often holds "not found" there, and the text is good without.

    Raises:
        InputError: The file cannot be read, is no JSON object, or holds something else than text
            under one of the four keys, or something else than mentions under theirs.
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
        mentions=mentions_from_json(content.get("mentions"), where=where),
    )


def clean_text(value: str) -> str | None:
    """Return `value` on one line, without control characters; None if nothing is left."""
    printable = "".join(c if c.isprintable() else " " for c in value)
    return " ".join(printable.split()) or None


def day_from_text(value: str) -> date | None:
    """Return the day that a date names which can be read in one way only; None for all else.

    That is an ISO 8601 date or time, as written there, or a day in numbers of which one alone can
    be the month.

    >>> day_from_text("2031-04-16T10:00"), day_from_text("4/16/2031"), day_from_text("4/6/2031")
    (datetime.date(2031, 4, 16), datetime.date(2031, 4, 16), None)
    """
    match = ISO_DAY.fullmatch(value)
    if match is not None:
        return _calendar_day(*match[1].split("-"))
    match = NUMERIC_DAY.fullmatch(value)
    if match is None:
        return None
    days = {_calendar_day(match[3], match[i], match[3 - i]) for i in (1, 2)} - {None}
    return days.pop() if len(days) == 1 else None


def _calendar_day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
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
            f"{where}: date {value!r:.60} is not a day, or may be two, and is left out; "
            "write YYYY-MM-DD or null",
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
