"""Tell where and when a text was written: "DAYTON, Ohio (March 3) —", or a line with a date."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graphkit.nlp.day_spans import DayKind, DaySpan, find_day_spans

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from graphkit.nlp.annotations import TokenRange

DASHES = frozenset({"–", "—", "--", "―"})
LONGEST_DATELINE = 12
"""Tokens before the dash of "PORT LENA, Maine (March 3) —"."""
DATELINE = re.compile(r"(?P<place>[^\W\d_][^\n–—―]{1,79}?)(?:\s*[–—―]|\s?--|\s-\s)\s?\S")
"""Characters of a line up to what follows the dash."""
LETTERS = re.compile(r"[^\W\d_]+")
LONGEST_DATE_LINE = 90
"""Characters."""
WORD = re.compile(r"\w+")
DATE_LINE_WORDS = frozenset(
    {"date", "for", "immediate", "media", "news", "on", "posted", "press", "published", "release"}
) | {"released", "updated"}
"""Words beside the date of a line at the top: "Posted on April 6, 2031"."""


def dateline_end(doc: Doc, tokens: TokenRange) -> int | None:
    """Return the token after a dateline ("DAYTON, Ohio – "), None where a paragraph has none.

    Most of its words are in capitals, or it ends with a bracket ("DAYTON, Ohio (Reuters) -").
    """
    for i in range(tokens.start + 1, min(tokens.start + LONGEST_DATELINE, tokens.end - 1)):
        spaced = doc[i].text == "-" and bool(doc[i - 1].whitespace_)
        if doc[i].text in DASHES or spaced:
            # "D.C." is two loud words
            words = [w for t in doc[tokens.start : i] for w in LETTERS.findall(t.text)]
            return i + 1 if _names_place(words, doc[i - 1].text) else None
    return None


def has_dateline(line: str) -> bool:
    """Tell whether a line opens with a dateline, before it is cut into tokens.

    >>> has_dateline("DAYTON, Ohio – Mayor Bee spoke"), has_dateline("Mayor Bee – a lawyer – spoke")
    (True, False)
    """
    match = DATELINE.match(line)
    if match is None:
        return False
    place = match["place"].rstrip()
    return _names_place(LETTERS.findall(place), place[-1:])


def _names_place(words: list[str], last: str) -> bool:
    loud = sum(word.isupper() for word in words)
    return bool(loud) and (2 * loud >= len(words) or last == ")")


def date_in_line(line: str) -> DaySpan | None:
    """Return the date of a line that says nothing else ("Posted on April 6, 2031")."""
    if len(line) > LONGEST_DATE_LINE or not any(c.isdigit() for c in line):
        return None
    spans = find_day_spans(line)
    if len(spans) != 1 or spans[0].kind not in {DayKind.DATE, DayKind.ISO}:
        return None
    rest = line[: spans[0].start] + line[spans[0].end :]
    return spans[0] if set(WORD.findall(rest.casefold())) <= DATE_LINE_WORDS else None
