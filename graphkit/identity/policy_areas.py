"""To which broad area a policy belongs, where the words of its names leave no doubt."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from graphkit.errors import LexiconError
from graphkit.identity.words import read_rows, singular, words_of
from graphkit.records import PolicyArea

if TYPE_CHECKING:
    from collections.abc import Iterable

SOURCE = "policy_areas.tsv"


def policy_area(names: Iterable[str]) -> PolicyArea | None:
    """Return the area that the names of a policy tell; None where they tell none or two.

    >>> policy_area(["Rural Schools Act"])
    <PolicyArea.EDUCATION: 'education'>
    >>> policy_area(["ban on guns in schools"])
    """
    found = {area for name in names for area in _areas_in(name)}
    return found.pop() if len(found) == 1 else None


def _areas_in(name: str) -> Iterable[PolicyArea]:
    """Yield the areas of the longest phrases of the lexicon in a name."""
    words = [singular(word) for word in words_of(name)]
    longest = max(len(phrase) for phrase in _lexicon())
    start = 0
    while start < len(words):
        phrases = (tuple(words[start : start + size]) for size in range(longest, 0, -1))
        hit = next((phrase for phrase in phrases if phrase in _lexicon()), None)
        if hit is not None:
            yield _lexicon()[hit]
        start += len(hit or (1,))


@cache
def _lexicon() -> dict[tuple[str, ...], PolicyArea]:
    rows = read_rows(SOURCE, ("words", "area", "example"))
    known = {area.value for area in PolicyArea}
    for words, area, _ in rows:
        if area not in known:
            listed = ", ".join(sorted(known))
            raise LexiconError(f"{SOURCE}: {words}: {area!r} is no area; write one of {listed}")
    return {tuple(map(singular, words_of(words))): PolicyArea(area) for words, area, _ in rows}
