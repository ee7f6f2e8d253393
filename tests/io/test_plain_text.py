"""Bytes of a file become the characters of a text, and nothing else."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.errors import InputError
from graphkit.io.plain_text import MAX_CHARACTERS, decode_text

TEXTS = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], include_characters="\t\n\r\f"), max_size=200
)

KEPT = [
    pytest.param(b"One.\r\nTwo.\rThree.\n", "One.\r\nTwo.\rThree.\n", id="line-ends-untouched"),
    pytest.param(b"\xef\xbb\xbfA bill", "A bill", id="byte-order-mark-dropped"),
    pytest.param(b"\xef\xbb\xbf\xef\xbb\xbfA", "\ufeffA", id="only-one-mark-dropped"),
    pytest.param("Zoë 🗳️ e\u0301".encode(), "Zoë 🗳️ e\u0301", id="marks-and-emoji-not-composed"),
    pytest.param(b"  A bill  \n\n", "  A bill  \n\n", id="outer-white-space-kept"),
    pytest.param(b"Page 1\x0cPage 2\x1a", "Page 1\x0cPage 2\x1a", id="form-feed-and-end-mark-kept"),
]

REFUSED = [
    pytest.param(b"", "note.txt is empty; remove it or put a text into it", id="empty"),
    pytest.param(b" \r\n\t\n", "note.txt is empty; remove it or put a text into it", id="blank"),
    pytest.param(
        "\u200b\ufeff\u00a0".encode(),
        "note.txt is empty; remove it or put a text into it",
        id="nothing-visible",
    ),
    pytest.param(
        b"A bill\0",
        "note.txt is binary, not a text; save its text as a .txt file",
        id="nul-byte",
    ),
    pytest.param(
        b"%PDF-1.7 \xff",
        "note.txt is a PDF file, not a text; save its text as a .txt file",
        id="pdf",
    ),
    pytest.param(
        b"PK\x03\x04ab",
        "note.txt is a ZIP archive or an office document, not a text; save its text as a .txt file",
        id="docx",
    ),
    pytest.param("A bill".encode("utf-16"), "note.txt is UTF-16; save it as UTF-8", id="utf-16"),
    pytest.param(
        b"A bill \x81 \x8d",
        "note.txt is neither UTF-8 nor Windows-1252; save it as UTF-8",
        id="no-encoding-fits",
    ),
    pytest.param(
        b"a" * (MAX_CHARACTERS + 1),
        "note.txt has 1,000,001 characters, more than 1,000,000; split it into smaller files",
        id="too-long-for-the-parser",
    ),
    pytest.param(
        b"\x01\x02\x03\x04abc",
        "note.txt is binary, not a text; save its text as a .txt file",
        id="control-characters",
    ),
]


@pytest.mark.parametrize(("raw", "text"), KEPT)
def test_characters_stay_as_they_are(raw: bytes, text: str) -> None:
    assert decode_text(raw, where="note.txt") == text


@pytest.mark.parametrize(("raw", "message"), REFUSED)
def test_what_is_no_text_is_refused(raw: bytes, message: str) -> None:
    with pytest.raises(InputError) as caught:
        decode_text(raw, where="note.txt")

    assert str(caught.value) == message


def test_other_bytes_are_windows_1252_with_a_warning() -> None:
    with pytest.warns(UserWarning, match=r"^note\.txt is not UTF-8; it is read as Windows-1252"):
        text = decode_text(b"\x93A caf\xe9,\x94 she said \x96 twice", where="note.txt")

    assert text == "“A café,” she said – twice"


def test_the_longest_text_is_read() -> None:
    assert len(decode_text(b"a" * MAX_CHARACTERS, where="note.txt")) == MAX_CHARACTERS


def test_random_bytes_are_refused() -> None:
    raw = random.Random(3).randbytes(4000)  # noqa: S311 - no secret, the same bytes each time

    with pytest.raises(InputError, match="binary"):
        decode_text(raw, where="note.txt")


@given(TEXTS)
def test_any_visible_text_comes_back(text: str) -> None:
    written = f"A {text}"

    assert decode_text(written.encode("utf-8"), where="note.txt") == written


@given(TEXTS)
def test_a_text_with_a_mark_before_it_has_the_same_offsets(text: str) -> None:
    written = f"A {text}"

    assert decode_text(written.encode("utf-8-sig"), where="note.txt") == written
