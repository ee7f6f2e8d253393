"""The numbers of bills, ballot measures, orders and directives: "H.R. 412", "Measure C"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from graphkit.nlp.lexicons import read_table

if TYPE_CHECKING:
    from collections.abc import Iterator

COLUMNS = ("form", "key", "scope", "example")
SCOPES = frozenset({"congress", "place", "order", "unique", "union"})
LETTERED = frozenset({"measure"})
"""Kinds that are told apart by letters too."""
UNION_NUMBER = r"\d{1,4}/\d{1,4}(?:/(?:EU|EC|EEC))?"
GAP = r"[ \u00a0]?"


class BillNumber(NamedTuple):
    """A number at [start, end) of a text; equal keys are one bill."""

    start: int
    end: int
    key: str


def find_bill_numbers(text: str) -> Iterator[BillNumber]:
    """Yield the numbers in `text`.

    >>> [n.key for n in find_bill_numbers("Senate Bill 5 is S.B. 5, and neither is U.S. 5.")]
    ['sb-5', 'sb-5']
    """
    for match in _pattern().finditer(text):
        kinds = [key for name, key in _groups().items() if match.group(name)]
        yield BillNumber(*match.span(), f"{kinds[0]}-{match.group('number').casefold()}")


@cache
def _forms() -> dict[str, tuple[str, str]]:
    rows = read_table("bill_numbers.tsv", COLUMNS)
    return {r.cell("form"): (r.cell("key"), r.choice("scope", SCOPES)) for r in rows}


@cache
def _groups() -> dict[str, str]:
    """Return the key of each named group of the pattern; longer forms come first."""
    longest_first = sorted(_forms(), key=lambda form: (-len(form), form))
    return {f"kind{i}": _forms()[form][0] for i, form in enumerate(longest_first)}


@cache
def _pattern() -> re.Pattern[str]:
    longest_first = sorted(_forms(), key=lambda form: (-len(form), form))
    kinds: dict[str, list[str]] = {}
    for i, form in enumerate(longest_first):
        key, scope = _forms()[form]
        number = UNION_NUMBER if scope == "union" else r"\d{1,5}(?:-\d{1,5})?"
        if key in LETTERED:
            number = rf"{number}|[A-Z](?![\w’'-]|\.[A-Z])"
        kinds.setdefault(number, []).append(rf"(?P<kind{i}>{_spelled(form)})")
    ways = (rf"(?:{'|'.join(forms)}){GAP}(?={number})" for number, forms in kinds.items())
    number = rf"(?P<number>{UNION_NUMBER}|\d{{1,5}}(?:-\d{{1,5}})?|[A-Z])"
    return re.compile(rf"(?<![\w.])(?:{'|'.join(ways)}){number}(?![\w])")


def _spelled(form: str) -> str:
    """Return a pattern for a form, its full stops and the spaces behind them left free.

    "S." keeps its full stop, for a bare capital is no bill.
    """
    if form == "S.":
        return r"S\."
    pieces = (r"\.?" + GAP if c == "." else re.escape(c) for c in form)
    return "".join(pieces).replace(r"\ ", r"[ \u00a0]")
