"""Undo what copying and decoding did to a text, in as many characters as before.

Pages carry blanks that do not break, marks that are not seen, entities that nobody unescaped
("&rsquo;") and letters that were decoded with the wrong table ("â€™"), or what is left of them
("â", where a program dropped the bytes that are no letters). The rules and the model know none of
them. Each is written as the one character that was meant, with blanks beside it, so that all
offsets stay.
"""

from __future__ import annotations

import re
import unicodedata
from html import unescape

_ENTITY = re.compile(r"&(?:#\d{1,6}|#[xX][0-9a-fA-F]{1,5}|[a-zA-Z]{2,8});")
_WRONG_TABLE = "\x80-\xbf" + bytes(range(0x80, 0xA0)).decode("cp1252", errors="ignore")
"""What the bytes 80 to BF become in Windows-1252, or in Latin-1 where that has no letter."""
_MISREAD = re.compile(f"[\xc2-\xdf][{_WRONG_TABLE}]|[\xe0-\xef][{_WRONG_TABLE}]{{2}}")
_UNUSUAL = re.compile(r"[^\t\n\r -~\xa1-\xac\xae-\u036f\u2010-\u2027\u2030-\u205e]")
"""Where to look: everything but the usual letters and marks."""
LIKELY = re.compile("[\xa0-\u017f\u2010-\u203a€™]")
"""What a misread sequence may stand for: Western letters and marks. "CAFÉ”" stands for itself."""
_IS_TORN = re.compile(r"(?<!\S)â(?!\S)|Â(?!\w)")
"""No English text has these: a dash and a blank of which UTF-8's first byte is left."""
_TORN = re.compile(r"[âÂ]")
_ENDINGS = re.compile(r"(?:s|t|re|ve|ll|d|m)(?!\w)")
"""What an apostrophe joins to a word."""
OPENING = frozenset({"Ps", "Pi"})
"""Unicode's categories of opening brackets and quotation marks."""
LINE_BREAKS = frozenset("\u2028\u2029\x85\x0b\x0c\x1c\x1d\x1e")


def with_plain_characters(text: str) -> str:
    """Return `text` with blanks, marks and letters written the usual way; lengths stay."""
    text = _MISREAD.sub(_decoded, text)
    text = _ENTITY.sub(_unescaped, text)
    if _IS_TORN.search(text):
        text = "\n".join(_mended(line) for line in text.split("\n"))
    return _UNUSUAL.sub(_plain, text)


def _decoded(found: re.Match[str]) -> str:
    """Return what the bytes of a misread sequence say in UTF-8, or the sequence as it is."""
    octets = b"".join(_octet(character) for character in found[0])
    try:
        meant = octets.decode("utf-8")
    except UnicodeDecodeError:
        return found[0]
    return _padded(meant, len(found[0])) if LIKELY.fullmatch(meant) else found[0]


def _octet(character: str) -> bytes:
    try:
        return character.encode("cp1252")
    except UnicodeEncodeError:
        return character.encode("latin-1")


def _mended(line: str) -> str:
    """Return a line with the marks that are torn to one letter; which one, its place tells."""
    pieces: list[str] = []
    start, is_open = 0, False
    for found in _TORN.finditer(line):
        meant = _meant(found, is_open=is_open)
        is_open = meant == "“" or (is_open and meant != "”")
        pieces += (line[start : found.start()], meant)
        start = found.end()
    return "".join((*pieces, line[start:]))


def _meant(found: re.Match[str], *, is_open: bool) -> str:
    """Return the mark that a torn one stands for: a blank, a dash, an apostrophe or a quote."""
    line, end = found.string, found.end()
    after = line[end : end + 1]
    before = line[found.start() - 1] if found.start() else " "
    if found[0] == "Â":
        return found[0] if after.isalnum() else " "
    if before.isspace():
        return "“" if after and not after.isspace() else "–"
    if after.isalnum():
        return "’" if before.isalnum() and _ENDINGS.match(line, end) else "–"
    return "”" if is_open else "’"


def _unescaped(found: re.Match[str]) -> str:
    meant = unescape(found[0])
    return _padded(meant, len(found[0])) if len(meant) == 1 else found[0]


def _padded(character: str, length: int) -> str:
    """Return the character as long as what it stands for.

    The blanks go outside: before an opening mark, behind all else, so that no span that ends at
    a mark takes them in. A letter with an accent is written as two where that saves the blank,
    which would cut the word.
    """
    if unicodedata.category(character) in OPENING:
        return character.rjust(length)
    return unicodedata.normalize("NFD", character)[:length].ljust(length)


def _plain(found: re.Match[str]) -> str:
    """Return how a single unusual character is written here."""
    character = found[0]
    if character in LINE_BREAKS:
        return "\n"
    category = unicodedata.category(character)
    if category in {"Zs", "Cc"}:
        return " "
    if category == "Cs":
        return "\ufffd"
    if category == "Cf" and _stands_beside_blank(found):
        return " "
    return character


def _stands_beside_blank(found: re.Match[str]) -> bool:
    """Tell whether an unseen mark stands at the end of a word; within one it cannot be left out."""
    before = found.string[found.start() - 1 : found.start()]
    after = found.string[found.end() : found.end() + 1]
    return not (before.isalnum() and after.isalnum())
