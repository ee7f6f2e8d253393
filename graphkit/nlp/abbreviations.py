"""Pair abbreviations with what they stand for: "Harbor Rules Board (HRB)", "the HRB (…)".

A short form in brackets, or after "or", goes with the words before it whose initials it is
made of; so does a long form in brackets with the short form before it. The words need not be a
name that anything else has found: "Anglers Against Tolls (AAT)". Initials are compared as
Schwartz and Hearst (2003, A Simple Algorithm for Identifying Abbreviation Definitions in
Biomedical Text) do, but word by word. Laws and programs have abbreviations too: what stands for
one of these is no organization.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from graphkit.nlp.annotations import TokenRange
from graphkit.nlp.organization_words import not_organizations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

SHORT = re.compile(r"[A-Z][A-Za-z&.-]{0,8}[A-Z]\.?")
"""An abbreviation: two to ten letters, the first and the last of them capitals."""
SMALL = frozenset({"of", "for", "and", "&", "the", "on", "in", "to", "against", "a", "an"})
"""Words of a name whose initials may be left out."""
MOST_WORDS = 14
"""Tokens before a bracket in which the long form must start."""
OPENING, CLOSING = frozenset({"(", "["}), frozenset({")", "]"})
QUOTES = frozenset({'"', "“", "”", "``", "''", "'", "‘", "’"})
ALTERNATIVES = frozenset({"or"})


class Abbreviation(NamedTuple):
    """A short form, the tokens of the long one, and whether that names who can act."""

    short: str
    long: TokenRange
    acts: bool


def find_abbreviations(doc: Doc) -> Iterator[Abbreviation]:
    """Yield the abbreviations that the text explains, in order."""
    for token in doc:
        if SHORT.fullmatch(token.text) is None:
            continue
        long = _long_form(doc, token)
        if long is not None:
            yield Abbreviation(token.text, long, _can_act(doc, long))


def _long_form(doc: Doc, token: Token) -> TokenRange | None:
    """Return the long form beside a short one."""
    letters = [c for c in token.text.lower() if c.isalpha()]
    before = _before_mark(doc, token.i)
    if before is not None:
        return _words_before(doc, before, letters)
    if token.i + 1 < len(doc) and doc[token.i + 1].text in OPENING:
        return _words_in_brackets(doc, token.i + 2, letters)
    return None


def _before_mark(doc: Doc, i: int) -> int | None:
    """Return the bracket or comma before "(HRB", "(“HRB”" or ", or HRB"."""
    while i > 0 and doc[i - 1].text in QUOTES | {"the"}:
        i -= 1
    if i > 1 and doc[i - 1].text in OPENING:
        return i - 1
    if i > 2 and doc[i - 1].lower_ in ALTERNATIVES and doc[i - 2].text == ",":  # noqa: PLR2004
        return i - 2
    return None


def _words_before(doc: Doc, end: int, letters: list[str]) -> TokenRange | None:
    """Return the shortest run of words before `end` with these initials."""
    while end > 0 and (doc[end - 1].text in {"'s", "’s", "'", "’"} or doc[end - 1].is_space):
        end -= 1
    for start in range(end - 1, max(-1, end - 1 - MOST_WORDS), -1):
        token = doc[start]
        if token.is_space or token.text in {".", ";", ":", "!", "?"} | OPENING | CLOSING:
            return None
        if token.text[:1].isupper() and _are_initials(doc, TokenRange(start, end), letters):
            return TokenRange(start, end)
    return None


def _words_in_brackets(doc: Doc, start: int, letters: list[str]) -> TokenRange | None:
    for end in range(start + 2, min(len(doc), start + MOST_WORDS)):
        if doc[end].text in CLOSING:
            inside = TokenRange(start, end)
            return inside if _are_initials(doc, inside, letters) else None
    return None


def _are_initials(doc: Doc, words: TokenRange, letters: list[str]) -> bool:
    """Tell whether the letters are the words' initials, those of small words left out or not."""
    tokens = [t for t in doc[words.start : words.end] if t.text[:1].isalpha()]
    if len(tokens) < 2 or not (tokens[0].text[:1].isupper() and tokens[-1].text[:1].isupper()):  # noqa: PLR2004
        return False
    if any(t.text[:1].islower() and t.lower_ not in SMALL for t in tokens):
        return False
    every = [t.lower_[0] for t in tokens]
    main = [t.lower_[0] for t in tokens if t.lower_ not in SMALL]
    return letters in (every, main)


def _can_act(doc: Doc, long: TokenRange) -> bool:
    return doc[long.end - 1].lower_ not in not_organizations()
