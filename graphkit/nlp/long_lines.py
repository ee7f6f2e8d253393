"""Cut lines that no writer wrote into parts that the parser can bear.

The parser puts a list of ten thousand names, or ten thousand commas, into one sentence and one
tree of that depth; whoever walks such a tree needs time with the square of its size.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphkit.nlp.annotations import TokenRange

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

LONGEST_SENTENCE = 400
"""Tokens. The longest of 1400 sentences in news articles, press releases and letters has 183."""
ENDS = frozenset({".", "!", "?", "…"})
PAUSES = frozenset({";", ","})
CLOSING = frozenset({'"', "”", "’", "'", ")", "]"})
MOST_CLOSING = 3
"""Marks behind one full stop."""


def cut_points(doc: Doc, tokens: TokenRange) -> Iterator[int]:
    """Yield where new sentences have to start, so that none in `tokens` is longer than allowed.

    That is behind the last full stop before the limit; where there is none, behind the last
    semicolon or comma in the second half; where there is none either, at the limit.
    """
    start = tokens.start
    while tokens.end - start > LONGEST_SENTENCE:
        start = _cut(doc, TokenRange(start, start + LONGEST_SENTENCE))
        yield start


def _cut(doc: Doc, window: TokenRange) -> int:
    places = range(window.end, (window.start + window.end) // 2, -1)
    behind_end = next((i for i in places if _is_behind_end(doc, i)), None)
    if behind_end is not None:
        return behind_end
    return next((i for i in places if doc[i - 1].text in PAUSES), window.end)


def _is_behind_end(doc: Doc, place: int) -> bool:
    """Tell whether a sentence ends before the token at `place` and another one opens there."""
    if not doc[place - 1].whitespace_ or not _opens(doc[place]):
        return False
    last = place - 1
    while last > place - 1 - MOST_CLOSING and doc[last].text in CLOSING:
        last -= 1
    return doc[last].text in ENDS


def _opens(token: Token) -> bool:
    return token.text[0].isupper() or token.text[0] in "“\"'‘("
