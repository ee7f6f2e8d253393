"""The parts of people's names: where one ends in a text, and when two are one person's."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from graphkit.nlp.lexicons import read_table

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

PARTICLES = frozenset(
    {"al", "bin", "da", "de", "del", "della", "den", "der", "di", "dos", "du", "el"}
    | {"ibn", "la", "le", "ten", "ter", "van", "von"}
)
SUFFIX = re.compile(
    r"(Jr|Sr|JR|SR|II|III|IV)\.?|M\.?D\.?|Ph\.?D\.?|Esq\.?|J\.?D\.?|[OC]BE|[QKS]C|A[OM]"
)
GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})
HYPHENS = frozenset({"-", "\u2011"})
INITIAL = re.compile(r"([A-Z]\.)+|[A-Z]")
NAME_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’.])*")
GLUED = re.compile(r"[A-Z][a-z]+|[A-Z]+")
OPENING_NICKNAME = frozenset("\"“'‘(")
CLOSING_NICKNAME = frozenset("\"”'’)")
LONGEST_NAME = 6
"""Words of a name; what is longer is a title-case line."""


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name in comparable parts: folded, without suffix, nickname and full stops."""

    given: str | None
    family: tuple[str, ...]
    """All that may be the family name: "wasserman schultz" of "Debbie Wasserman Schultz"."""
    initials: str = ""
    """Of the middle names, where only these are given: "hw" of "George H.W. Bee"."""
    generation: str = ""
    """The "jr", "sr" or "iii" behind the name."""

    @property
    def surname(self) -> str:
        """The last word of the family name."""
        return self.family[-1]


def fold(text: str) -> str:
    """Return the text without accents and letter case, with plain apostrophes."""
    plain = unicodedata.normalize("NFKD", text.replace("’", "'"))
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()


def parse_name(text: str) -> PersonName | None:
    """Read a name without its title; None where there is no word in it.

    >>> parse_name("Edward R. Martin, Jr.")
    PersonName(given='edward', family=('martin',), initials='r', generation='jr')
    """
    bare = re.sub(r"[\"“'‘(]\w+[\"”'’)]", " ", text)
    words = [w.strip(",") for w in bare.split()]
    generation = ""
    while len(words) > 1 and SUFFIX.fullmatch(words[-1]):
        last = fold(words.pop()).replace(".", "")
        generation = last if last in GENERATIONS else generation
    kept = [fold(w).replace(".", "") for w in words if w]
    kept = [w for w in kept if w]
    if not kept:
        return None
    if len(kept) == 1 or kept[0] in PARTICLES:
        return PersonName(None, tuple(kept))
    given, family = kept[0], kept[1:]
    initials = ""
    while len(family) > 1 and _is_initial(family[0], words[-len(family)]):
        initials += family[0]
        family = family[1:]
    return PersonName(given, tuple(family), initials, generation)


def _is_initial(folded: str, written: str) -> bool:
    """Tell whether a word before the family name is "R." or "H.W."."""
    return len(folded) == 1 or INITIAL.fullmatch(written) is not None


def may_be_one(a: PersonName, b: PersonName) -> bool:
    """Tell whether two full names of one family can be one person's.

    >>> may_be_one(PersonName("al", ("bee",), "h"), PersonName("al", ("bee",), "w"))
    False
    """
    if a.given is None or b.given is None or not given_names_agree(a.given, b.given):
        return False
    told = ((a.initials, b.initials), (a.generation, b.generation))
    return all(not x or not y or x == y for x, y in told)


def same_family(full: PersonName, other: PersonName) -> bool:
    """Tell whether the family name of `other` is the whole family name of `full` or its end."""
    n = len(other.family)
    return n <= len(full.family) and full.family[-n:] == other.family


def given_names_agree(a: str, b: str) -> bool:
    """Tell whether two given names can be one person's: equal, initial, or a short form."""
    if a == b or (min(len(a), len(b)) == 1 and a[0] == b[0]):
        return True
    short, long = sorted((a, b), key=len)
    forms = nicknames()
    return (
        (len(short) > 2 and long.startswith(short))  # noqa: PLR2004 - "Ed" alone is too little
        or short in forms.get(long, frozenset())
        or long in forms.get(short, frozenset())
    )


@cache
def nicknames() -> dict[str, frozenset[str]]:
    """Return the short forms of each given name, folded."""
    table: dict[str, frozenset[str]] = {}
    for row in read_table("nicknames.tsv", ("name", "short", "example")):
        short = frozenset(fold(form) for form in row.cell("short").split("|"))
        table[fold(row.cell("name"))] = short
    return table


@cache
def given_names() -> dict[str, str]:
    """Return who bears each common given name: man, woman or either; folded."""
    rows = read_table("given_names.tsv", ("name", "used_by", "example"))
    kinds = frozenset({"man", "woman", "either"})
    return {fold(row.cell("name")): row.choice("used_by", kinds) for row in rows}


@cache
def name_prefixes() -> frozenset[str]:
    """Return what stands in one word before a second capital: "Mc", "De", "Van"."""
    rows = read_table("name_prefixes.tsv", ("prefix", "example"))
    return frozenset(fold(row.cell("prefix")) for row in rows)


def is_glued(text: str) -> bool:
    """Tell whether a word is two that have lost the blank between them: "ReleasesRep".

    >>> is_glued("DeSantis"), is_glued("JoAnn"), is_glued("MoreRep")
    (False, False, True)
    """
    parts = GLUED.findall(text)
    if len(parts) < 2 or sum(map(len, parts)) < len(text):  # noqa: PLR2004 - one part is a word
        return False
    return any(
        fold(part) not in name_prefixes() and fold(part) not in given_names() for part in parts[:-1]
    )


def name_run(doc: Doc, start: int, stop: int) -> int:
    """Return where the run of name words that starts at a token ends; `start` if there is none."""
    i = start
    words = 0
    while i < stop and words < LONGEST_NAME:
        following = _next_part(doc, i, stop, opened=words > 0)
        if following is None:
            break
        words += 1
        i = following
    return with_suffix(doc, i, stop) if i > start else start


def _next_part(doc: Doc, i: int, stop: int, *, opened: bool) -> int | None:
    token = doc[i]
    if is_name_word(token):
        i += 1
        while (
            i + 1 < stop
            and doc[i].text in HYPHENS
            and not doc[i - 1].whitespace_
            and not doc[i].whitespace_
            and is_name_word(doc[i + 1])
        ):
            i += 2
        return i
    if opened and token.lower_ in PARTICLES:
        j = i
        while j < stop and doc[j].lower_ in PARTICLES:
            j += 1
        if j < stop and doc[j].text in HYPHENS and not doc[j - 1].whitespace_:
            j += 1  # "al-Bee"
        return j if j < stop and is_name_word(doc[j]) and j > i else None
    if opened and token.text in OPENING_NICKNAME and i + 3 < stop:
        inside = is_name_word(doc[i + 1]) and doc[i + 2].text in CLOSING_NICKNAME
        return i + 3 if inside and is_name_word(doc[i + 3]) else None
    return None


def before_nickname(doc: Doc, start: int, floor: int) -> int:
    """Return the start of 'Ann "Nan" Bee' where a name was found from its nickname on."""
    first = start - 2
    if first < floor or start + 1 >= len(doc) or doc[start - 1].text not in OPENING_NICKNAME:
        return start
    quoted = doc[start + 1].text in CLOSING_NICKNAME and is_name_word(doc[first])
    return first if quoted and fold(doc[first].text) in given_names() else start


def is_name_word(token: Token) -> bool:
    """Tell whether a token can be a word of a name: a capital and letters, or initials."""
    return (
        token.text[:1].isupper() and token.pos_ != "PRON" and bool(NAME_WORD.fullmatch(token.text))
    )


def with_suffix(doc: Doc, i: int, stop: int) -> int:
    """Return the end of a name with the "Jr." or "M.D." behind it."""
    j = i + 1 if i < stop and doc[i].text == "," else i
    if j < stop and SUFFIX.fullmatch(doc[j].text):
        return j + 1
    return i
