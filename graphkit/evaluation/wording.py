"""Names and phrases reduced to what decides whether they mean the same."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from graphkit.errors import LexiconError
from graphkit.resources import read_data

TABLE = "matching_words.tsv"
COLUMNS = ("word", "use", "example")
ENDINGS = ("ies", "ing", "ation", "ions", "ion", "ed", "es", "s")
"""Tried in this order; the first that fits is cut off."""
LEAST_STEM = 4
"""Characters that must be left of a word when its ending is cut off."""
KEPT_PHRASES = 50_000
"""The same names are compared again and again, so what was reduced is remembered."""
POSSESSIVE = re.compile(r"'s\b")
OTHER = re.compile(r"[^a-z0-9$%]+")


@cache
def matching_words(use: str) -> frozenset[str]:
    """Return the words of `graphkit/data/matching_words.tsv` with that use.

    Raises:
        LexiconError: The table has another header, or a row does not fit.
    """
    lines = [
        (number, tuple(line.split("\t")))
        for number, line in enumerate(read_data(TABLE).splitlines(), start=1)
        if line and not line.startswith("#")
    ]
    if lines[0][1] != COLUMNS:
        raise LexiconError(f"{TABLE}: no header; begin with {'<TAB>'.join(COLUMNS)}")
    for number, cells in lines[1:]:
        if len(cells) != len(COLUMNS) or not all(cells):
            raise LexiconError(f"{TABLE}:{number}: not a row; write {'<TAB>'.join(COLUMNS)}")
    return frozenset(cells[0] for _, cells in lines[1:] if cells[1] == use)


@lru_cache(KEPT_PHRASES)
def plain(text: str) -> str:
    """Return the words of `text` in lower case without accents, possessives and punctuation.

    >>> plain("Zoë’s $5 Fee-Repeal")
    'zoe $5 fee repeal'
    """
    decomposed = unicodedata.normalize("NFKD", text)
    folded = "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()
    return OTHER.sub(" ", POSSESSIVE.sub("", folded.replace("’", "'"))).strip()


@lru_cache(KEPT_PHRASES)
def content_words(text: str) -> frozenset[str]:
    """Return the stems of the words of `text` that tell something.

    >>> sorted(content_words("the repeal of the canal fees"))
    ['canal', 'fees', 'repeal']
    """
    stops = matching_words("stop")
    return frozenset(stem(word) for word in plain(text).split() if word not in stops)


def stem(word: str) -> str:
    """Return `word` without its ending, if enough is left.

    >>> stem("separating"), stem("separation"), stem("fees")
    ('separat', 'separ', 'fees')
    """
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= LEAST_STEM:
            return word.removesuffix(ending)
    return word


@lru_cache(KEPT_PHRASES)
def bare_name(name: str) -> str:
    """Return a person's name without titles and initials; the whole name if nothing is left.

    >>> bare_name("Gov. Ann J. Bee")
    'ann bee'
    """
    titles = matching_words("title")
    kept = [word for word in plain(name).split() if word not in titles and len(word) > 1]
    return " ".join(kept) or plain(name)


@cache
def _inverters() -> frozenset[str]:
    return frozenset(stem(word) for word in matching_words("inverter"))


@lru_cache(KEPT_PHRASES)
def without_inverters(target: str) -> str | None:
    """Return a target without the words that turn its polarity round, if they do so together.

    >>> without_inverters("repeal of the fee"), without_inverters("the fee")
    ('of the fee', None)
    """
    words = plain(target).split()
    kept = [word for word in words if stem(word) not in _inverters()]
    return " ".join(kept) or None if (len(words) - len(kept)) % 2 else None
