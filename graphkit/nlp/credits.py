"""Find photographers and reporters: people whom a text names without speaking of them."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from graphkit.nlp.annotations import tokens_of_characters
from graphkit.nlp.lexicons import read_table

if TYPE_CHECKING:
    from spacy.tokens import Doc

NAME = r"[A-Z][\w.'’-]{1,30}(?: [A-Z][\w.'’-]{0,30}){1,3}"
"""Words have a longest length, or a run of letters takes the square of the time."""
COLUMNS = ("pattern", "example")


@cache
def credit_patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return the patterns of `credits.tsv`, each with the example that it must match."""
    return tuple(
        (re.compile(row.cell("pattern").replace("NAME", NAME), re.MULTILINE), row.cell("example"))
        for row in read_table("credits.tsv", COLUMNS)
    )


def credit_ranges(text: str) -> tuple[tuple[int, int], ...]:
    """Return the characters of each credit in order.

    >>> text = "The council met. Photo by Ann Bee"
    >>> [text[start:end] for start, end in credit_ranges(text)]
    ['Photo by Ann Bee']
    """
    found = {m.span() for pattern, _ in credit_patterns() for m in pattern.finditer(text)}
    return tuple(sorted(found))


def credited_tokens(doc: Doc) -> frozenset[int]:
    """Return the tokens of all credits."""
    tokens: set[int] = set()
    for start, end in credit_ranges(doc.text):
        if credit := tokens_of_characters(doc, start, end):
            tokens.update(range(*credit))
    return frozenset(tokens)
