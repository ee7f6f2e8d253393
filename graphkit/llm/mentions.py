"""Where a text has a name, letter by letter."""

from __future__ import annotations

MOST_MENTIONS = 200
"""Of one name; more tell nothing new."""


def find_mentions(text: str, name: str) -> tuple[int, ...]:
    """Return where `name` starts in `text`, as whole words; empty where it is no name at all.

    >>> find_mentions("Bee met Beecham. Bee left.", "Bee")
    (0, 17)
    """
    if name != name.strip() or not any(c.isalpha() for c in name):
        return ()
    places: list[int] = []
    start = text.find(name)
    while start >= 0 and len(places) < MOST_MENTIONS:
        if _stands_alone(text, start, start + len(name)):
            places.append(start)
        start = text.find(name, start + len(name))
    return tuple(places)


def _stands_alone(text: str, start: int, end: int) -> bool:
    before = start > 0 and text[start - 1].isalnum() and text[start].isalnum()
    after = end < len(text) and text[end].isalnum() and text[end - 1].isalnum()
    return not before and not after
