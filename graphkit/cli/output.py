"""Print: results to stdout, all else to stderr, and nothing that a terminal would obey.

Names, quotations and paths come from documents of strangers, so what is shown to people goes
through `plain` first. Files and machine formats keep the exact characters.
"""

from __future__ import annotations

import sys
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.console import Console

HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})
"""Control and format characters, surrogates: they move the cursor or turn the reading direction."""
KEPT = frozenset("\u200c\u200d\u00ad")
"""Joiners and the soft hyphen belong to words."""
KEPT_TOGETHER = 12
"""Characters: where there is room, words up to this length are not broken; a day has 10."""
BETWEEN_COLUMNS = 3
WIDE = 110
"""Columns of output that goes to a file or a pipe, unless COLUMNS says otherwise."""


def plain(text: str, *, keep_lines: bool = False) -> str:
    r"""Return `text` with control characters written out; a line break becomes a space.

    >>> plain("red \x1b[31m alert")
    'red \\x1b[31m alert'
    """
    return "".join(_shown(c, keep_lines=keep_lines) for c in text)


def _shown(character: str, *, keep_lines: bool) -> str:
    if character in "\r\n\t":
        return character if keep_lines and character == "\n" else " "
    if unicodedata.category(character) in HIDDEN and character not in KEPT:
        return character.encode("unicode_escape").decode("ascii")
    return character


def complain(message: str) -> None:
    """Print one line to stderr."""
    print(f"graphkit: {plain(message)}", file=sys.stderr)


def write(text: str) -> None:
    """Print a result as it is to stdout, in UTF-8 whatever the locale."""
    if isinstance(getattr(sys.stdout, "encoding", None), str) and hasattr(sys.stdout, "buffer"):
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode("utf-8", "surrogateescape"))
        sys.stdout.buffer.flush()
    else:
        sys.stdout.write(text)


def say(line: str = "") -> None:
    """Print a line for people to stdout."""
    write(f"{plain(line)}\n")


def tell(message: str) -> None:
    """Print a message that is no result: one line for people, to stderr."""
    print(plain(message), file=sys.stderr)


def console(width: int | None = None) -> Console:
    """Return the console for tables: colours on a terminal only, wide enough in a pipe."""
    import os

    from rich.console import Console

    is_terminal = sys.stdout.isatty()
    if width is None and not is_terminal and "COLUMNS" not in os.environ:
        width = WIDE
    return Console(
        width=width,
        force_terminal=is_terminal,
        no_color=None if is_terminal else True,
        highlight=False,
        markup=False,
        emoji=False,
        soft_wrap=False,
    )


def print_table(
    columns: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    title: str | None = None,
    right: frozenset[int] = frozenset(),
) -> None:
    """Print rows of text as a table; `right` are the columns of numbers."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, title=title, title_justify="left", pad_edge=False)
    screen = console()
    shown = [[plain(cell) for cell in row] for row in rows]
    longest = [
        max((len(w) for cell in cells for w in cell.split()), default=1)
        for cells in zip(columns, *shown, strict=True)
    ]
    kept = _kept_together(longest, screen.width)
    for place, column in enumerate(columns):
        table.add_column(
            plain(column),
            justify="right" if place in right else "left",
            # In a narrow window what is long goes on in the next line, and no cell loses its end.
            overflow="fold",
            min_width=min(longest[place], kept),
        )
    for row in shown:
        table.add_row(*map(Text, row))
    with screen.capture() as capture:
        screen.print(table)
    # Rich fills lines up with spaces, which wrap in a narrower window and get into what is copied.
    write("".join(f"{line.rstrip()}\n" for line in capture.get().splitlines()))


def _kept_together(longest: Sequence[int], width: int) -> int:
    """Return up to which length words can stay whole, given the longest of each column."""
    room = width - BETWEEN_COLUMNS * len(longest)
    fitting = (k for k in range(KEPT_TOGETHER, 1, -1) if sum(min(n, k) for n in longest) <= room)
    return next(fitting, 1)


def print_text(text: str) -> None:
    """Print lines that are plain already, wrapped to the terminal with their indent kept."""
    import textwrap

    width = console().width
    for line in text.splitlines():
        indent = " " * (len(line) - len(line.lstrip()))
        wrapped = textwrap.wrap(
            line, width=max(width, 40), subsequent_indent=indent, break_on_hyphens=False
        )
        write("\n".join(wrapped or [""]) + "\n")
