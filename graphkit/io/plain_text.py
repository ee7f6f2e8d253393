"""Decode the bytes of a text file; the characters, line ends included, stay as they are."""

from __future__ import annotations

import codecs
import re
import warnings

from graphkit.errors import InputError

FALLBACK_ENCODING = "Windows-1252"
"""What English-language texts that are not UTF-8 nearly always are."""
MAX_CHARACTERS = 1_000_000
"""Longer texts are refused: spaCy's parser refuses them (`Language.max_length`)."""
CONTROL = re.compile(r"[\x00-\x08\x0e-\x19\x1b-\x1f\x7f]")
"""Control characters that no text holds, apart from tab, line ends, form feed and DOS' end mark."""
MAX_CONTROL_SHARE = 0.01
"""Texts with residue of a terminal or a printer have fewer; compressed data has some 10%."""
SIGNATURES = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
)
WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def decode_text(raw: bytes, *, where: str) -> str:
    """Return the characters of a text file.

    UTF-8 with or without a byte order mark, which is dropped; else Windows-1252, with a warning.

    Args:
        raw: The whole content of the file.
        where: The file, for messages.

    Raises:
        InputError: The bytes are no text, or the text is empty or too long.
    """
    refuse_binary(raw, where=where)
    text = decode_bytes(raw, where=where)
    refuse_unreadable(text, where=where)
    return text


def decode_bytes(raw: bytes, *, where: str, declared: str | None = None) -> str:
    """Return `raw` as UTF-8 without its mark, else in the declared encoding, else Windows-1252.

    The last is a guess, and a warning says so.

    Raises:
        InputError: The bytes do not fit.
    """
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        encoding = declared or FALLBACK_ENCODING
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(f"{where} is neither UTF-8 nor {encoding}; save it as UTF-8") from error
    if declared is None:
        warnings.warn(
            f"{where} is not UTF-8; it is read as {encoding} (save it as UTF-8 to be sure)",
            stacklevel=2,
        )
    return text


def refuse_binary(raw: bytes, *, where: str) -> None:
    """Refuse bytes that are no text in an encoding of one byte or of UTF-8.

    Raises:
        InputError: The file is UTF-16, or of a known binary format, or holds NUL bytes.
    """
    if raw.startswith(WIDE_MARKS):
        raise InputError(f"{where} is UTF-16; save it as UTF-8")
    for signature, what in SIGNATURES:
        if raw.startswith(signature):
            raise InputError(f"{where} is {what}, not a text; save its text as a .txt file")
    if b"\0" in raw:
        raise InputError(f"{where} is binary, not a text; save its text as a .txt file")


def refuse_unreadable(text: str, *, where: str) -> None:
    """Refuse a text that nobody can read, or no parser.

    Raises:
        InputError: Nothing in it is visible, it is mostly control characters, or it is too long.
    """
    if not any(c.isprintable() and not c.isspace() for c in text):
        raise InputError(f"{where} is empty; remove it or put a text into it")
    if len(CONTROL.findall(text)) > len(text) * MAX_CONTROL_SHARE:
        raise InputError(f"{where} is binary, not a text; save its text as a .txt file")
    if len(text) > MAX_CHARACTERS:
        raise InputError(
            f"{where} has {len(text):,} characters, more than {MAX_CHARACTERS:,}; "
            "split it into smaller files"
        )
