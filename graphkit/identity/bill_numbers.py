"""When two numbers of bills are one bill: "H.R. 1" of one congress is not that of the next."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from graphkit.identity.words import read_rows

if TYPE_CHECKING:
    from datetime import date

NUMBER = re.compile(r"(\d{1,5}(?:[-/]\d{1,5})?(?:/(?:EU|EC|EEC))?|(?<= )[A-Z])$")
FIRST_CONGRESS = 1789
OPENING = (1, 3)
"""Month and day on which a new congress meets, in odd years."""
ORDER_DIGITS = 5
"""Digits of the numbers of orders that a country counts through; fewer begin anew elsewhere."""


class BillKey(NamedTuple):
    """What a number tells: its kind and number, and where these are given once only."""

    key: str
    scope: str


def bill_key(name: str) -> BillKey | None:
    """Return the key of a name that is nothing but the number of a bill.

    >>> bill_key("Senate Bill 5") == bill_key("S.B. 5") == BillKey("sb-5", "place")
    True
    """
    found = NUMBER.search(name)
    if found is None:
        return None
    kind = _forms().get(_plain(name[: found.start()]))
    if kind is None:
        return None
    key, scope = kind
    return BillKey(f"{key}-{found.group().casefold().replace('/', '-')}", scope)


def place_of_number(bill: BillKey, day: date | None) -> str | None:
    """Return what tells a number from the same one elsewhere: "" where nothing has to.

    None means that only its document can tell. A bill is taken for one of the congress that sat
    on the day of the document.
    """
    digits = len(bill.key.rpartition("-")[2])
    if bill.scope in {"unique", "union"} or (bill.scope == "order" and digits >= ORDER_DIGITS):
        return ""
    if bill.scope == "congress" and day is not None and day.year > FIRST_CONGRESS:
        begun = day.year if (day.month, day.day) >= OPENING else day.year - 1
        return f"congress-{(begun - FIRST_CONGRESS) // 2 + 1}"
    return None


@cache
def _forms() -> dict[str, tuple[str, str]]:
    rows = read_rows("bill_numbers.tsv", ("form", "key", "scope", "example"))
    return {_plain(form): (key, scope) for form, key, scope, _ in rows}


def _plain(form: str) -> str:
    return re.sub(r"[^a-z]", "", form.casefold())
