"""Actors that the user knows of: marked in one text, or named in a list for all texts.

A list of names is a text of one actor a line, its cells apart by tabs: the name, the kind, and
what else texts call it. Kind and further names may be missing, the kind also in the middle:

    Ann Bee<TAB>person<TAB>Bee<TAB>Governor Bee
    Esteria<TAB>government<TAB>Esterian<TAB>Esterians
    Canal Watch
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from graphkit.errors import InputError
from graphkit.io._files import read_bytes
from graphkit.io._paths import shown
from graphkit.io.plain_text import decode_text
from graphkit.records import ACTOR_KINDS, EntityKind, GivenMention, KnownName

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from graphkit.records import Document

MAX_NAMES_BYTES = 5_000_000
WORD = re.compile(r"\w+")
APOSTROPHES = "['’]"
KINDS = ", ".join(sorted(ACTOR_KINDS))
EXAMPLE = '{"start": 0, "end": 7, "kind": "person", "name": "Ann Bee"}'


def read_names(path: Path) -> tuple[KnownName, ...]:
    """Return the actors of a list of names; empty lines and those that begin with # are none.

    Raises:
        InputError: The file cannot be read, a line has no name or an unknown kind, or there is
            no name in it.
    """
    where = shown(path)
    text = decode_text(read_bytes(path, max_bytes=MAX_NAMES_BYTES), where=where)
    names = tuple(
        _known_name(line, where=f"{where}:{number}")
        for number, line in enumerate(text.splitlines(), start=1)
        if line.strip() and not line.startswith("#")
    )
    if not names:
        raise InputError(f"{where} has no names; write one a line")
    return names


def _known_name(line: str, *, where: str) -> KnownName:
    name, kind, *others = (*(cell.strip() for cell in line.split("\t")), "")
    aliases = tuple(other for other in others if other)
    for form in (name, *aliases):
        if WORD.match(form) is None:
            raise InputError(f"{where}: {form!r:.60} does not begin with a letter or a digit")
    return KnownName(name=name, kind=_kind(kind, where=where), aliases=aliases)


def _kind(cell: str, *, where: str) -> EntityKind | None:
    if not cell:
        return None
    if cell not in ACTOR_KINDS:
        raise InputError(f"{where}: {cell!r:.60} is no kind of actor; write one of {KINDS}")
    return EntityKind(cell)


class NameTable:
    """Finds the names of a list in texts: as they are spelled, as whole words, the longest one."""

    def __init__(self, names: Iterable[KnownName]) -> None:
        """Take the actors; of two that share a name the first one has it."""
        self._forms: dict[str, dict[str, KnownName]] = defaultdict(dict)
        for known in names:
            for form in (known.name, *known.aliases):
                first = WORD.match(form)
                if first is not None:
                    self._forms[first[0]].setdefault(form, known)
        self._patterns = {
            word: [
                (_pattern(form), forms[form]) for form in sorted(forms, key=lambda f: (-len(f), f))
            ]
            for word, forms in self._forms.items()
        }

    def mark(self, document: Document) -> Document:
        """Return the document with its names marked, beside what is marked in it already."""
        taken = {i for m in document.mentions for i in range(m.start, m.end)}
        found = [
            m for m in self._mentions(document.text) if taken.isdisjoint(range(m.start, m.end))
        ]
        return replace(document, mentions=(*document.mentions, *found))

    def _mentions(self, text: str) -> Iterator[GivenMention]:
        end = 0
        for word in WORD.finditer(text):
            if word.start() < end:
                continue
            for pattern, known in self._patterns.get(word[0], ()):
                found = pattern.match(text, word.start())
                if found is not None:
                    end = found.end()
                    yield GivenMention(
                        start=found.start(), end=end, kind=known.kind, name=known.name
                    )
                    break


def _pattern(form: str) -> re.Pattern[str]:
    """Return what finds the form also over the end of a line and with the other apostrophe."""
    words = (APOSTROPHES.join(map(re.escape, re.split(APOSTROPHES, w))) for w in form.split())
    return re.compile(r"\s+".join(words) + r"(?!\w)")


def mentions_from_json(value: object, *, where: str) -> tuple[GivenMention, ...]:
    """Return the mentions that metadata give; None gives none.

    Raises:
        InputError: It is no list of objects with `start` and `end`, or one is no mention.
    """
    if value is None:
        return ()
    if not isinstance(value, list):
        raise InputError(
            f"{where}: mentions is {value!r:.60}; write a list of objects like {EXAMPLE}"
        )
    return tuple(
        _given_mention(item, where=f"{where}: mention {number}")
        for number, item in enumerate(value, start=1)
    )


def _given_mention(item: object, *, where: str) -> GivenMention:
    if not isinstance(item, dict):
        raise InputError(f"{where} is {item!r:.60}; write an object like {EXAMPLE}")
    start, end, kind, name = (item.get(key) for key in ("start", "end", "kind", "name"))
    if type(start) is not int or type(end) is not int or not 0 <= start < end:
        raise InputError(f"{where} has no start before its end; count characters from 0: {EXAMPLE}")
    for key, given in (("kind", kind), ("name", name)):
        if given is not None and not isinstance(given, str):
            raise InputError(f"{where}: {key} is {given!r:.60}; write a text or null")
    return GivenMention(
        start=start, end=end, kind=_kind(kind or "", where=where), name=(name or "").strip() or None
    )


def check_mentions(mentions: Iterable[GivenMention], text: str, *, where: str) -> None:
    """Check that all mentions lie in the text.

    Raises:
        InputError: One does not.
    """
    for mention in mentions:
        if mention.end > len(text):
            raise InputError(
                f"{where}: the mention [{mention.start}, {mention.end}) leaves the text, which has "
                f"{len(text)} characters; count characters, not bytes"
            )
