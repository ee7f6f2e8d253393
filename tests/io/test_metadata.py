"""Metadata beside a text is read with care, for it is scraped."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.errors import InputError
from graphkit.io.metadata import (
    Metadata,
    clean_text,
    day_from_text,
    is_web_address,
    metadata_path,
    read_metadata,
)

if TYPE_CHECKING:
    from pathlib import Path

READ = [
    pytest.param("{}", Metadata(), id="nothing-said"),
    pytest.param(
        '{"title": null, "publisher": null, "date": null, "url": null}', Metadata(), id="all-null"
    ),
    pytest.param(
        '{"title": "Toll opposed", "publisher": "The Bugle", "date": "2024-05-31", '
        '"url": "https://example.org/toll"}',
        Metadata(
            title="Toll opposed",
            publisher="The Bugle",
            date=date(2024, 5, 31),
            url="https://example.org/toll",
        ),
        id="all-said",
    ),
    pytest.param(
        '{"date": "2024-05-31T23:10:00-05:00"}', Metadata(date=date(2024, 5, 31)), id="time"
    ),
    pytest.param('{"title": " A\\n  toll ", "date": ""}', Metadata(title="A toll"), id="one-line"),
    pytest.param('{"author": 3, "tags": []}', Metadata(), id="other-keys-not-read"),
    pytest.param('{"title": "\\ud800 A"}', Metadata(title="A"), id="half-a-character"),
    pytest.param('\ufeff{"title": "A"}', Metadata(title="A"), id="byte-order-mark"),
]

REFUSED = [
    pytest.param(b"{", ":1 is not JSON", id="broken"),
    pytest.param(b"", ":1 is not JSON", id="empty"),
    pytest.param(b'["title"]', " is not a JSON object; write one like", id="list"),
    pytest.param(
        b'{"title": 3}', ": title is 3; write a text in quotation marks or null", id="int"
    ),
    pytest.param(b'{"date": 2024}', ': date is 2024; write "YYYY-MM-DD" or null', id="date-int"),
    pytest.param(
        b'{"url": ["x"]}', ": url is ['x']; write a text in quotation marks", id="list-url"
    ),
    pytest.param(b'{"title": "\xe9"}', " is not UTF-8; save it as UTF-8", id="not-utf-8"),
    pytest.param(b"[" * 100_000, " is too deep", id="too-deep"),
    pytest.param(b'{"date": ' + b"9" * 5000 + b"}", "too long number", id="too-long-a-number"),
    pytest.param(b" " * 1_000_000, " has 1 MB or more", id="too-large"),
]

DAYS = [
    pytest.param("2024-02-29", date(2024, 2, 29), id="leap-day"),
    pytest.param("2024-05-31 10:00", date(2024, 5, 31), id="with-time"),
    pytest.param("2024-05-31T10:00:00.5Z", date(2024, 5, 31), id="iso-time"),
    pytest.param("2023-02-29", None, id="no-such-day"),
    pytest.param("5/6/2024", None, id="month-or-day-first"),
    pytest.param("5/31/2024", date(2024, 5, 31), id="month-first"),
    pytest.param("31.5.2024", date(2024, 5, 31), id="day-first"),
    pytest.param("5/5/2024", date(2024, 5, 5), id="either-way-the-same"),
    pytest.param("2/30/2024", None, id="no-such-day-in-numbers"),
    pytest.param("13/31/2024", None, id="no-such-month"),
    pytest.param("5/31/24", None, id="two-digits-of-a-year"),
    pytest.param("20240531", None, id="no-hyphens"),
    pytest.param("2024-05", None, id="month-only"),
    pytest.param("not found", None, id="words"),
    pytest.param("2024-05-31 or so", None, id="words-behind"),
    pytest.param("\u0662\u0660\u0662\u0664-05-31", None, id="other-digits"),
]

ADDRESSES = [
    pytest.param("https://example.org/a?b=c#d", True, id="https"),
    pytest.param("HTTP://EXAMPLE.ORG", True, id="upper-case"),
    pytest.param("https://bücher.example/ü", True, id="international"),
    pytest.param("javascript:alert(1)", False, id="script"),
    pytest.param("file:///etc/passwd", False, id="file"),
    pytest.param("data:text/html,x", False, id="data"),
    pytest.param("ftp://example.org/a", False, id="ftp"),
    pytest.param("example.org/a", False, id="no-scheme"),
    pytest.param("https://", False, id="no-host"),
    pytest.param("https://[::1", False, id="broken-host"),
    pytest.param("https://example.org/a b", False, id="space"),
    pytest.param("https://example.org/> <urn:x", False, id="breaks-out-of-an-iri"),
    pytest.param('https://example.org/"x', False, id="quotation-mark"),
    pytest.param("https://example.org/\ud800", False, id="half-a-character"),
]


def _beside(folder: Path, raw: bytes) -> Path:
    (folder / "note.meta.json").write_bytes(raw)
    return folder / "note.txt"


@pytest.mark.parametrize(("content", "metadata"), READ)
def test_metadata_is_read(tmp_path: Path, content: str, metadata: Metadata) -> None:
    assert read_metadata(_beside(tmp_path, content.encode())) == metadata


@pytest.mark.parametrize(("raw", "message"), REFUSED)
def test_broken_metadata_is_refused_with_file_and_remedy(
    tmp_path: Path, raw: bytes, message: str
) -> None:
    with pytest.raises(InputError) as caught:
        read_metadata(_beside(tmp_path, raw))

    assert str(caught.value).startswith(str(tmp_path / "note.meta.json"))
    assert message in str(caught.value)


def test_without_a_file_nothing_is_known(tmp_path: Path) -> None:
    assert read_metadata(tmp_path / "note.txt") == Metadata()


def test_a_broken_link_is_not_taken_for_no_metadata(tmp_path: Path) -> None:
    (tmp_path / "note.meta.json").symlink_to(tmp_path / "gone.json")

    with pytest.raises(InputError, match="is a link to a file that does not exist"):
        read_metadata(tmp_path / "note.txt")


def test_a_date_that_is_no_day_is_left_out_with_a_warning(tmp_path: Path) -> None:
    path = _beside(tmp_path, b'{"title": "A", "date": "not found"}')

    with pytest.warns(
        UserWarning, match=r"date 'not found' is not a day, or may be two.*write YYYY-MM-DD"
    ):
        metadata = read_metadata(path)

    assert metadata == Metadata(title="A")


def test_an_unsafe_address_is_left_out_with_a_warning(tmp_path: Path) -> None:
    path = _beside(tmp_path, b'{"title": "A", "url": "javascript:alert(1)"}')

    with pytest.warns(UserWarning, match="is not a web address and is left out"):
        metadata = read_metadata(path)

    assert metadata == Metadata(title="A")


@pytest.mark.parametrize(("value", "day"), DAYS)
def test_a_day_is_what_can_be_read_in_one_way_only(value: str, day: date | None) -> None:
    assert day_from_text(value) == day


@pytest.mark.parametrize(("value", "expected"), ADDRESSES)
def test_only_safe_web_addresses_pass(value: str, expected: bool) -> None:  # noqa: FBT001 - a table's column
    assert is_web_address(value) is expected


def test_the_name_keeps_its_inner_dots(tmp_path: Path) -> None:
    assert metadata_path(tmp_path / "no.5.txt") == tmp_path / "no.5.meta.json"


@given(st.text(max_size=50))
def test_clean_text_is_one_visible_line_or_none(value: str) -> None:
    cleaned = clean_text(value)

    assert cleaned is None or (cleaned.isprintable() and cleaned == " ".join(cleaned.split()))


@given(st.dates())
def test_every_day_comes_back(day: date) -> None:
    assert day_from_text(json.loads(json.dumps(day.isoformat()))) == day
