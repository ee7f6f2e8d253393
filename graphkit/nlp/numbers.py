"""Read how many: "21", "one hundred and two", "nearly two dozen", "half of the 50", "20 to 30".

A count is only given where the words tell it. Of a range the lower bound is the count and the
whole range its modifier; "all but three of the 25" is 22; a share without a whole ("half of the
mayors", "four in 10 voters") has no count and is its own modifier. Figures that are years, sums
of money or parts of a name ("2020 mayors", "$5 million donors", "B-12 farmers") count nobody.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from graphkit.nlp.lexicons import read_table
from graphkit.nlp.phrase_table import PhraseTable

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

DIGITS = re.compile(r"\d{1,3}(,\d{3})+|\d{1,12}")
DECIMAL = re.compile(r"\d{1,3}\.\d{1,3}")
"""Figures before "million": "1.2 million"."""
YEAR = re.compile(r"(19|20)\d\d")
"""Figures before a noun that are years: "2020 Democrats"."""
LARGEST = 10**12
"""Numbers above are no numbers of people."""
THOUSAND = 1000
KINDS = frozenset({"unit", "ten", "factor", "set"})
FOLLOWING = {
    "digits": frozenset({"factor"}),
    "unit": frozenset({"factor"}),
    "ten": frozenset({"unit", "factor"}),
    "factor": frozenset({"unit", "ten", "factor"}),
}
"""Which number words go on after which."""
UNSURE = frozenset({"about", "all", "around", "some"})
"""Modifiers after which four figures are rather a year: "some 2020 candidates"."""
DASHES = frozenset({"-", "–", "—"})
AND = frozenset({"and"})
NO_COUNT_AFTER = frozenset({"$", "£", "€", "#", "no.", "/"})
"""Tokens after which figures count no people."""
OF_WHOLE = frozenset({"the", "its", "their", "his", "her", "our", "all"})
"""Words between a share and its whole: "half of the 50 mayors"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """How many, at tokens [start, end); `count` None for "dozens of"."""

    start: int
    end: int
    count: int | None
    modifier: str | None


class NumberWord(NamedTuple):
    """A row of `number_words.tsv`."""

    kind: str
    value: int


class Share(NamedTuple):
    """A row of `shares.tsv`: a fraction."""

    numerator: int
    denominator: int


def quantity_at(doc: Doc, start: int, stop: int) -> Quantity | None:
    """Return the quantity whose words start at a token."""
    if _counts_no_people(doc, start):
        return None
    return (
        _all_but(doc, start, stop)
        or _share(doc, start, stop)
        or _range(doc, start, stop)
        or _part_of(doc, start, stop)
        or _modified(doc, start, stop)
    )


def _counts_no_people(doc: Doc, start: int) -> bool:
    before = doc[start - 1] if start > 0 else None
    if before is None:
        return False
    joined = before.text in DASHES and not before.whitespace_ and start > 1
    return before.lower_ in NO_COUNT_AFTER or (joined and not doc[start - 2].whitespace_)


def _modified(doc: Doc, start: int, stop: int) -> Quantity | None:
    """Read "more than 20", "20", "dozens of"."""
    hit = quantifiers().at(doc, start, stop)
    if hit is None:
        number = number_at(doc, start, stop)
        return _counted(start, number, None) if number is not None else None
    text = doc[start : hit.end].text.lower()
    number = _number_after(doc, hit.end, stop, hit.value, text)
    if number is not None:
        return _counted(start, number, text if hit.value == "modifier" else None)
    own = number_at(doc, start, stop)
    if own is not None:
        return _counted(start, own, None)
    if hit.value == "further" or (hit.value == "modifier" and text not in {"some", "all"}):
        return None
    if text == "both":
        return Quantity(start=start, end=hit.end, count=2, modifier=None)
    return Quantity(start=start, end=hit.end, count=None, modifier=text)


def _number_after(
    doc: Doc, start: int, stop: int, kind: str, modifier: str
) -> tuple[int, int] | None:
    if kind == "vague" or start >= stop:
        return None
    if YEAR.fullmatch(doc[start].text) and kind == "modifier" and modifier not in UNSURE:
        return start + 1, int(doc[start].text)
    return number_at(doc, start, stop)


def _counted(
    start: int, number: tuple[int, int], modifier: str | None, *, end: int | None = None
) -> Quantity:
    return Quantity(start=start, end=end or number[0], count=number[1], modifier=modifier)


def _all_but(doc: Doc, start: int, stop: int) -> Quantity | None:
    """Read "all but three of the 25", "all but three"."""
    if start + 1 >= stop or doc[start].lower_ != "all" or doc[start + 1].lower_ != "but":
        return None
    less = number_at(doc, start + 2, stop)
    if less is None:
        return None
    whole = _whole(doc, less[0], stop)
    if whole is not None and whole[1] > less[1]:
        return Quantity(start=start, end=whole[0], count=whole[1] - less[1], modifier=None)
    text = doc[start : less[0]].text.lower()
    return Quantity(start=start, end=less[0], count=None, modifier=text)


def _share(doc: Doc, start: int, stop: int) -> Quantity | None:
    """Read "half of the 50", "two-thirds of", "four in 10"."""
    hit = shares().at(doc, start, stop)
    if hit is None:
        return _one_in(doc, start, stop)
    whole = _whole(doc, hit.end, stop)
    if whole is not None and not whole[1] * hit.value.numerator % hit.value.denominator:
        count = whole[1] * hit.value.numerator // hit.value.denominator
        return Quantity(start=start, end=whole[0], count=count, modifier=None)
    end = hit.end + 1 if hit.end < stop and doc[hit.end].lower_ == "of" else hit.end
    return Quantity(start=start, end=end, count=None, modifier=doc[start:end].text.lower())


def _part_of(doc: Doc, start: int, stop: int) -> Quantity | None:
    """Read "three of the five"; "one of the 12" leaves the 12 to be read."""
    part = number_at(doc, start, stop)
    if part is None or part[1] == 1 or part[0] >= stop or doc[part[0]].lower_ != "of":
        return None
    whole = _whole(doc, part[0], stop)
    if whole is None or whole[1] <= part[1]:
        return None
    return _counted(start, part, None, end=whole[0])


def _one_in(doc: Doc, start: int, stop: int) -> Quantity | None:
    number = number_at(doc, start, stop)
    if number is None or number[0] >= stop or doc[number[0]].lower_ != "in":
        return None
    whole = number_at(doc, number[0] + 1, stop)
    if whole is None or whole[1] <= number[1]:
        return None
    text = doc[start : whole[0]].text.lower()
    return Quantity(start=start, end=whole[0], count=None, modifier=text)


def _whole(doc: Doc, i: int, stop: int) -> tuple[int, int] | None:
    """Return the number of the whole in "of the 50"."""
    if i < stop and doc[i].lower_ == "of":
        i += 1
    while i < stop and doc[i].lower_ in OF_WHOLE:
        i += 1
    return number_at(doc, i, stop)


def _range(doc: Doc, start: int, stop: int) -> Quantity | None:
    """Read "20 to 30", "20-30", "between 20 and 30", "two or three"."""
    between = doc[start].lower_ == "between"
    low = number_at(doc, start + int(between), stop)
    if low is None or low[0] + 1 >= stop:
        return None
    links = {"and"} if between else {"to", "or", *DASHES}
    high = number_at(doc, low[0] + 1, stop) if doc[low[0]].lower_ in links else None
    if high is None or high[1] <= low[1]:
        return None
    text = doc[start : high[0]].text.lower()
    return Quantity(start=start, end=high[0], count=low[1], modifier=text)


def number_at(doc: Doc, start: int, stop: int) -> tuple[int, int] | None:
    """Return where the number that starts at a token ends, and its value; whole numbers only."""
    if start >= stop or YEAR.fullmatch(doc[start].text):
        return None
    if (named := _set_at(doc, start, stop)) is not None:
        return named
    i, value, kind = _first(doc, start, stop)
    if not kind:
        return None
    return _summed(doc, i, stop, value, kind)


def _set_at(doc: Doc, start: int, stop: int) -> tuple[int, int] | None:
    """Read "a trio of"."""
    if start + 2 >= stop or doc[start].lower_ not in {"a", "the"}:
        return None
    word = number_words().get(doc[start + 1].lower_)
    if word is None or word.kind != "set" or doc[start + 2].lower_ != "of":
        return None
    return start + 3, word.value


def _first(doc: Doc, start: int, stop: int) -> tuple[int, int, str]:
    """Return the end, value and kind of a number's first word; no kind where it is none."""
    token = doc[start]
    word = number_words().get(token.lower_)
    if token.lower_ in {"a", "an"} and start + 1 < stop and _kind(doc[start + 1]) == "factor":
        return start + 1, 1, "digits"
    if DIGITS.fullmatch(token.text):
        return start + 1, int(token.text.replace(",", "")), "digits"
    if DECIMAL.fullmatch(token.text) and start + 1 < stop and _kind(doc[start + 1]) == "factor":
        value = float(token.text) * number_words()[doc[start + 1].lower_].value
        return start + 2, round(value), "unit" if value == round(value) else ""
    if word is None or word.kind in {"factor", "set"}:
        return start, 0, ""
    return start + 1, word.value, word.kind


def _summed(doc: Doc, i: int, stop: int, value: int, kind: str) -> tuple[int, int] | None:
    """Add up the number words from `i` on: "two hundred and fifty-three thousand"."""
    total, below = 0, value
    while (step := _next_word(doc, i, stop, kind)) is not None:
        i, word = step
        kind = word.kind
        if kind != "factor":
            below += word.value
        elif word.value < THOUSAND:
            below *= word.value
        else:
            total, below = total + below * word.value, 0
        if total + below > LARGEST:
            return None
    return (i, total + below) if total + below > 0 else None


def _next_word(doc: Doc, i: int, stop: int, kind: str) -> tuple[int, NumberWord] | None:
    joints = {"ten": DASHES, "factor": AND}.get(kind, frozenset())
    if i < stop and doc[i].lower_ in joints:
        i += 1
    word = number_words().get(doc[i].lower_) if i < stop else None
    return (i + 1, word) if word is not None and word.kind in FOLLOWING[kind] else None


def _kind(token: Token) -> str | None:
    word = number_words().get(token.lower_)
    return word.kind if word is not None else None


@cache
def quantifiers() -> PhraseTable[str]:
    """Return the words before a number or instead of one, with their kind."""
    table: PhraseTable[str] = PhraseTable()
    kinds = frozenset({"modifier", "vague", "further"})
    for row in read_table("quantifiers.tsv", ("form", "kind", "example")):
        table.add(row.cell("form"), row.choice("kind", kinds))
    return table


@cache
def shares() -> PhraseTable[Share]:
    """Return the fractions: "half", "two-thirds"."""
    table: PhraseTable[Share] = PhraseTable()
    for row in read_table("shares.tsv", ("form", "numerator", "denominator", "example")):
        share = Share(int(row.cell("numerator")), int(row.cell("denominator")))
        table.add(row.cell("form"), share)
    return table


@cache
def number_words() -> dict[str, NumberWord]:
    """Return the number words with kind and value."""
    return {
        row.cell("word"): NumberWord(row.choice("kind", KINDS), int(row.cell("value")))
        for row in read_table("number_words.tsv", ("word", "kind", "value", "example"))
    }
