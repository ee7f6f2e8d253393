"""Cut texts into the word pieces of a BERT model in lower case.

After Devlin et al. (2019, BERT) and Wu et al. (2016, Google's Neural Machine Translation System):
words and marks are parted, and of each word the longest piece that the vocabulary has is taken
first, and so on behind it.
"""

from __future__ import annotations

import string
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

LONGEST_WORD = 100
"""Characters of a word beyond which it is unknown."""
LONGEST_TEXT = 128
"""Pieces of a text, its two borders among them; the rest is left out."""
START, END, UNKNOWN = "[CLS]", "[SEP]", "[UNK]"
BEHIND = "##"
"""Before a piece that does not begin a word."""
BLANKS = frozenset("\t\n\r")
IDEOGRAPHS = (
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0xF900, 0xFAFF),
    (0x20000, 0x2CEAF),
    (0x2F800, 0x2FA1F),
)
"""Each of these characters is a word."""


def pieces_of(text: str, vocabulary: Mapping[str, int]) -> list[int]:
    """Return the numbers of the pieces of `text` with those of its borders.

    >>> vocabulary = {"[UNK]": 0, "[CLS]": 1, "[SEP]": 2, "toll": 3, "##s": 4, "!": 5}
    >>> pieces_of("Tolls! Whatever", vocabulary)
    [1, 3, 4, 5, 0, 2]
    """
    found = [vocabulary[START]]
    for word in _words(text):
        found += _pieces(word, vocabulary)
        if len(found) >= LONGEST_TEXT - 1:
            break
    return [*found[: LONGEST_TEXT - 1], vocabulary[END]]


def _words(text: str) -> Iterator[str]:
    """Yield the words and marks of `text` in lower case, without accents."""
    clean = "".join(map(_cleaned, text))
    bare = (c for c in unicodedata.normalize("NFD", clean) if unicodedata.category(c) != "Mn")
    for run in "".join(bare).lower().split():
        start = 0
        for place, character in enumerate(run):
            if _is_mark(character):
                yield from filter(None, (run[start:place], character))
                start = place + 1
        if start < len(run):
            yield run[start:]


def _cleaned(character: str) -> str:
    if character in BLANKS or unicodedata.category(character) == "Zs":
        return " "
    if character in "\0\ufffd" or unicodedata.category(character).startswith("C"):
        return ""
    is_word = any(first <= ord(character) <= last for first, last in IDEOGRAPHS)
    return f" {character} " if is_word else character


def _is_mark(character: str) -> bool:
    return character in string.punctuation or unicodedata.category(character).startswith("P")


def _pieces(word: str, vocabulary: Mapping[str, int]) -> list[int]:
    """Return the pieces of a word; of one that cannot be put together, the unknown one."""
    if len(word) > LONGEST_WORD:
        return [vocabulary[UNKNOWN]]
    found: list[int] = []
    start = 0
    while start < len(word):
        before = BEHIND if start else ""
        ends = range(len(word), start, -1)
        end = next((e for e in ends if before + word[start:e] in vocabulary), None)
        if end is None:
            return [vocabulary[UNKNOWN]]
        found.append(vocabulary[before + word[start:end]])
        start = end
    return found
