"""The attribute ruler of spaCy, with the same answers in a part of the time.

Its rules for English look at the word, the tag and the dependency of one token, seldom at those
of two in a row. There are few such triples, so it is remembered which rules each of them fits.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens._retokenize import set_token_attrs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from spacy.pipeline.attributeruler import AttributeRulerPatternType, MatcherPatternType
    from spacy.tokens import Doc

LOOKED_AT = frozenset({"TAG", "DEP", "LOWER", "IS_SPACE"})
"""What rules may ask for: all of it is the same for the same tag, dependency and small form."""
MOST_REMEMBERED = 50_000
"""Triples; the words of hostile texts never end."""


@Language.factory("gk_attribute_ruler")
def make_attribute_ruler(
    nlp: Language,
    name: str,
    validate: bool = False,  # noqa: FBT001, FBT002 - spaCy's signature
    scorer: Callable[..., object] | None = None,
) -> QuickAttributeRuler:
    """Build the component; it takes the rules of spaCy's factory "attribute_ruler"."""
    return QuickAttributeRuler(nlp.vocab, name, validate=validate, scorer=scorer)


class _Part(NamedTuple):
    """A token of a rule for several tokens in a row."""

    rule: int
    pattern: int
    place: int


class _Fits(NamedTuple):
    """What a token fits: rules for one token, in order, and parts of others."""

    rules: tuple[int, ...]
    attributes: dict[Any, Any]
    """What the rules for one token set; the last one wins."""
    parts: frozenset[_Part]


class QuickAttributeRuler(AttributeRuler):
    """Sets what the class it is made from sets, and remembers what each word fits."""

    def __call__(self, doc: Doc) -> Doc:
        """Set the attributes of the tokens of `doc`."""
        if not self._is_plain:
            return super().__call__(doc)
        fits = [self._fits(doc, i, key) for i, key in enumerate(_keys(doc))]
        found = [fit.attributes for fit in fits]
        for i, rules in self._in_a_row(fits).items():
            found[i] = self._merged(sorted((*fits[i].rules, *rules)))
        for token, attributes in zip(doc, found, strict=True):
            if attributes:
                set_token_attrs(token, attributes)
        return doc

    def add(
        self, patterns: Iterable[MatcherPatternType], attrs: dict[Any, Any], index: int = 0
    ) -> None:
        """Add a rule, and forget what the words fitted before."""
        super().add(patterns, attrs, index)
        for known in ("_is_plain", "_remembered", "_parts"):
            self.__dict__.pop(known, None)

    @cached_property
    def _is_plain(self) -> bool:
        """Tell whether all rules are of the make that this class knows; if not, spaCy's runs."""
        tokens = (t for entry in self.patterns for p in _patterns(entry) for t in p)
        return all(LOOKED_AT.issuperset(token) for token in tokens)

    @cached_property
    def _remembered(self) -> dict[tuple[int, ...], _Fits]:
        return {}

    @cached_property
    def _parts(self) -> tuple[Matcher, dict[int, _Part], dict[tuple[int, int], int]]:
        """Return what finds the tokens of longer patterns, what it finds, and their lengths."""
        matcher, parts, lengths = Matcher(self.vocab), {}, {}
        for rule, entry in enumerate(self.patterns):
            for number, pattern in enumerate(_patterns(entry)):
                for place, token in enumerate(pattern if len(pattern) > 1 else ()):
                    key = self.vocab.strings.add(f"gk {rule} {number} {place}")
                    matcher.add(key, [[cast("dict[str, Any]", token)]])
                    parts[key] = _Part(rule, number, place)
                    lengths[rule, number] = len(pattern)
        return matcher, parts, lengths

    def _fits(self, doc: Doc, place: int, key: tuple[int, ...]) -> _Fits:
        known = self._remembered.get(key)
        if known is not None:
            return known
        token = doc[place : place + 1]
        matcher, parts, _ = self._parts
        rules = sorted(
            rule for rule, *_ in self.match(cast("Doc", token))
        )  # the matcher takes both
        fits = _Fits(
            tuple(rules),
            self._merged(rules),
            frozenset(parts[m] for m, *_ in matcher(token, allow_missing=True))
            if parts
            else frozenset(),
        )
        if len(self._remembered) >= MOST_REMEMBERED:
            self._remembered.clear()
        self._remembered[key] = fits
        return fits

    def _merged(self, rules: list[int]) -> dict[Any, Any]:
        merged: dict[Any, Any] = {}
        for rule in rules:
            merged |= self.attrs[rule]
        return merged

    def _in_a_row(self, fits: list[_Fits]) -> dict[int, list[int]]:
        """Return for tokens in the right company the rules for several tokens that set them."""
        _, _, lengths = self._parts
        found: dict[int, list[int]] = {}
        for i, fit in enumerate(fits):
            for rule, number, place in fit.parts:
                run = fits[i : i + lengths[rule, number]]
                if (
                    place == 0
                    and len(run) == lengths[rule, number]
                    and all(_Part(rule, number, k) in other.parts for k, other in enumerate(run))
                ):
                    index = self.indices[rule]
                    found.setdefault(i + index % len(run), []).append(rule)
        return found


def _patterns(entry: AttributeRulerPatternType) -> list[MatcherPatternType]:
    return cast("list[MatcherPatternType]", entry["patterns"])


def _keys(doc: Doc) -> list[tuple[int, ...]]:
    """Return for each token what the rules look at."""
    return [tuple(row) for row in doc.to_array(["TAG", "DEP", "LOWER"]).tolist()]
