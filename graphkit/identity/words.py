"""Read this room's word lists: tab-separated files that a political scientist can edit."""

from __future__ import annotations

import re
from functools import cache

from graphkit.errors import LexiconError
from graphkit.ids import slug
from graphkit.resources import read_data

UNCHANGED_ENDINGS = ("ss", "us", "is")
MIN_PLURAL = 4
POSSESSIVE = re.compile(r"['’]s\b|(?<=s)['’](?!\w)")
DOTTED = re.compile(r"\b(?:[A-Za-z]\.){2,}")


@cache
def generic_policy_words() -> frozenset[str]:
    """Return the words that do not tell one policy from another in other documents."""
    return _words_across("yes") | telling_never()


@cache
def telling_never() -> frozenset[str]:
    """Return the modifiers that tell nothing, whatever other words stand beside them."""
    return _words_across("never")


def _words_across(kind: str) -> frozenset[str]:
    rows = read_rows("generic_policy_words.tsv", ("word", "across", "within", "example"))
    return frozenset(word for word, across, _, _ in rows if across == kind)


@cache
def office_families() -> dict[str, str]:
    """Return the office family of each name of an office that has several."""
    return {row[0]: row[1] for row in read_rows("office_families.tsv", ("variant", "family"))}


@cache
def personal_titles(place: str) -> frozenset[str]:
    """Return the titles that stand `before` or `after` a name."""
    rows = read_rows("personal_titles.tsv", ("word", "place", "example"))
    return frozenset(word for word, where, _ in rows if where == place)


def read_rows(name: str, columns: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Return the rows of the packaged table `graphkit/data/<name>`; see `parse_rows`."""
    return parse_rows(read_data(name), source=name, columns=columns)


def parse_rows(text: str, *, source: str, columns: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Parse a table: comments begin with `#`, the first other line names the columns.

    Raises:
        LexiconError: The header differs, or a row has an empty cell, too few or too many.
    """
    lines = [
        (number, tuple(cell.strip() for cell in line.split("\t")))
        for number, line in enumerate(text.splitlines(), start=1)
        if line.strip() and not line.startswith("#")
    ]
    if not lines or lines[0][1] != columns:
        raise LexiconError(f"{source}: no header; begin with {'<TAB>'.join(columns)}")
    for number, cells in lines[1:]:
        if len(cells) != len(columns) or not all(cells):
            raise LexiconError(
                f"{source}:{number}: {list(cells)} is not a row; write {'<TAB>'.join(columns)}"
            )
    return tuple(cells for _, cells in lines[1:])


def words_of(text: str) -> tuple[str, ...]:
    """Return the plain words of `text`: lower case, ASCII, possessives and dots in U.S. dropped.

    >>> words_of("The U.S. Governor’s “Zero-Tolerance” plan")
    ('the', 'us', 'governor', 'zero', 'tolerance', 'plan')
    """
    undotted = DOTTED.sub(lambda m: m.group().replace(".", ""), text)
    return tuple(slug(POSSESSIVE.sub("", undotted)).split("-"))


def singular(word: str) -> str:
    """Return a plain word without the ending of a plural.

    >>> [singular(word) for word in ("fees", "policies", "taxes", "bus", "gas")]
    ['fee', 'policy', 'tax', 'bus', 'gas']
    """
    if len(word) < MIN_PLURAL or not word.endswith("s") or word.endswith(UNCHANGED_ENDINGS):
        return word
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    if word.endswith(("ches", "shes", "xes", "sses")):
        return word[:-2]
    return word[:-1]
