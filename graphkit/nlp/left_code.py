"""Tell lines of scripts and style sheets that were left in a text when it was taken from a page."""

from __future__ import annotations

import re
from functools import cache

from graphkit.nlp.lexicons import read_table

COLUMNS = ("pattern", "example")
LONGEST_CODE_LINE = 2000
"""Characters of a line in which code is looked for; what is longer is text that holds some."""
LONGEST_RUN = 200
"""Lines after an opening brace that may belong to it."""
FEWEST_WORDS_OF_PROSE = 8
SENTENCE = re.compile(r"[.!?][”\"’')]*\s*$")


@cache
def code_marks() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return the patterns of `code_marks.tsv`, each with the example that it must match."""
    return tuple(
        (re.compile(row.cell("pattern")), row.cell("example"))
        for row in read_table("code_marks.tsv", COLUMNS)
    )


class CodeReader:
    """Reads the lines of one text from first to last; knows in which braces it is."""

    def __init__(self) -> None:
        self._depth = 0
        self._lines = 0

    def is_code(self, line: str) -> bool:
        """Tell whether the next line is code."""
        if len(line) > LONGEST_CODE_LINE or _is_prose(line):
            self._depth = 0
            return False
        marked = any(pattern.search(line) for pattern, _ in code_marks())
        inside = self._depth > 0 and self._lines < LONGEST_RUN
        if not marked and not inside:
            self._depth = 0
            return False
        self._lines = self._lines + 1 if inside else 0
        self._depth = max(0, self._depth + line.count("{") - line.count("}"))
        return True


def _is_prose(line: str) -> bool:
    return len(line.split()) >= FEWEST_WORDS_OF_PROSE and SENTENCE.search(line) is not None
