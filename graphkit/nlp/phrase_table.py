"""Find the phrases of a lexicon in a text, whatever its full stops, hyphens and letter case."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

V = TypeVar("V")
SHORT_ACRONYM = 4
"""Forms of so few capitals ("US", "AG", "MP") are read only in capitals: "us" is a pronoun."""
JOINTS = frozenset({".", "-", "–"})
"""Tokens inside a phrase that are passed over where they touch the word before."""


class PhraseHit(NamedTuple, Generic[V]):
    """A phrase of the table at tokens [start, end)."""

    start: int
    end: int
    value: V


class PhraseTable(Generic[V]):
    """Phrases with their values; a later phrase of the same words replaces an earlier one."""

    def __init__(self, *, strict_dots: bool = False) -> None:
        """Start empty; with `strict_dots` "Va." is not found in "VA"."""
        self._strict_dots = strict_dots
        self._values: dict[tuple[str, ...], V] = {}
        self._capitals: set[tuple[str, ...]] = set()
        self._dotted: set[tuple[str, ...]] = set()
        self._plain: set[tuple[str, ...]] = set()
        self._starts: dict[str, int] = {}
        self._ends: dict[str, int] = {}

    def add(self, form: str, value: V) -> None:
        """Add a phrase."""
        words = words_of_form(form)
        self._values[words] = value
        if form.endswith("."):
            self._dotted.add(words)
        else:
            self._plain.add(words)
        if form.isupper() and len(form) <= SHORT_ACRONYM and "." not in form:
            self._capitals.add(words)
        self._starts[words[0]] = max(len(words), self._starts.get(words[0], 0))
        self._ends[words[-1]] = max(len(words), self._ends.get(words[-1], 0))

    def get(self, form: str) -> V | None:
        """Return the value of exactly this phrase."""
        return self._values.get(words_of_form(form))

    def at(self, doc: Doc, start: int, stop: int) -> PhraseHit[V] | None:
        """Return the longest phrase that starts at a token and ends before `stop`."""
        best: PhraseHit[V] | None = None
        words: list[str] = []
        longest = self._starts.get(norm(doc[start]), 0) if start < stop else 0
        i = start
        while i < stop and len(words) < longest:
            words.append(norm(doc[i]))
            last, i = i + 1, _past_joints(doc, i + 1, stop)
            key = tuple(words)
            if key in self._values and self._cased(doc, start, last, key):
                end = i if key in self._dotted and doc[i - 1].text == "." else last
                best = PhraseHit(start, end, self._values[key])
        return best

    def before(self, doc: Doc, end: int, floor: int) -> PhraseHit[V] | None:
        """Return the longest phrase that ends where token `end` starts."""
        last = end - 1
        while last > floor and doc[last].text in JOINTS and not doc[last - 1].whitespace_:
            last -= 1
        # A full stop or a hyphen may stand between; "Ohio. Gov. Bee" are two sentences.
        allowed = {end, last + 1} if doc[end - 1].text == "-" else {end}
        longest = self._ends.get(norm(doc[last]), 0) if last >= floor else 0
        best: PhraseHit[V] | None = None
        for start in range(last, max(floor, end - 2 * longest) - 1, -1):
            hit = self.at(doc, start, end)
            if hit is not None and hit.end in allowed:
                best = hit
        return best

    def _cased(self, doc: Doc, start: int, end: int, words: tuple[str, ...]) -> bool:
        if words in self._capitals:
            return doc[start:end].text.isupper()
        if self._strict_dots and words in self._dotted and words not in self._plain:
            return doc[end - 1].text.endswith(".") or (end < len(doc) and doc[end].text == ".")
        return True


def norm(token: Token) -> str:
    """Return the token's lower-case letters without full stops."""
    return token.lower_.replace(".", "").replace("’", "'")


def words_of_form(form: str) -> tuple[str, ...]:
    """Split a lexicon's form as `norm` and the tokenizer would.

    >>> words_of_form("Lt. Vice-Gov.")
    ('lt', 'vice', 'gov')
    """
    spaced = form.replace("-", " ").replace("–", " ").replace(",", " , ").replace("’", "'")
    words = (w.replace(".", "").casefold() for w in spaced.replace("'s", " 's").split())
    return tuple(w for w in words if w)


def _past_joints(doc: Doc, index: int, stop: int) -> int:
    while index < stop and doc[index].text in JOINTS and not doc[index - 1].whitespace_:
        # A full stop that ends the sentence is not part of "Sens."
        if doc[index].text == "." and (index + 1 >= stop or _opens_sentence(doc, index + 1)):
            break
        index += 1
    return index


def _opens_sentence(doc: Doc, index: int) -> bool:
    return bool(doc[index].is_space)
