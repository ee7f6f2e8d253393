"""Find the names beside a noun that say who is meant: "the chairman, Bee", "critics like Bee"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphkit.nlp.datelines import DASHES
from graphkit.nlp.syntax import PLURAL, agents, children, conjuncts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

EXAMPLE_REACH = 2
"""Tokens from a noun over "," or "such" to the word that opens its examples."""
EXAMPLES = frozenset({"like"})
LEADING = frozenset({"lead", "head"})


def named_beside(noun: Token) -> tuple[Token, ...]:
    """Return the heads of the names in apposition to a noun, or given as examples or leaders.

    Whether they name somebody is for the caller to see.
    """
    found = (*_appositions(noun), *_examples(noun), *_leaders(noun))
    return tuple(t for head in found for t in conjuncts(head) if t.i > noun.i)


def _appositions(noun: Token) -> Iterator[Token]:
    """Yield "Bee" of "the chairman, Bee" and "the governor of Ohio, Bee"."""
    yield from children(noun, "appos")
    for preposition in children(noun, "prep"):
        for inner in children(preposition, "pobj"):
            yield from children(inner, "appos")


def _examples(noun: Token) -> Iterator[Token]:
    """Yield "Bee" of "critics such as Bee"; the parser may hang "like Bee" at the verb."""
    holders = [noun, noun.head] if noun.head.i > noun.i else [noun]
    for holder in holders:
        for word in children(holder, "prep"):
            if not noun.i < word.i <= noun.i + EXAMPLE_REACH:
                continue
            such = word.lower_ == "as" and word.nbor(-1).lower_ == "such"
            if such or word.lower_ in EXAMPLES:
                yield from children(word, "pobj")


def _leaders(noun: Token) -> Iterator[Token]:
    """Yield "Bee" of "lawmakers led by Bee"; who leads a thing does not do what it does."""
    for verb in children(noun, "acl") if noun.tag_ in PLURAL else ():
        if verb.lemma_ in LEADING:
            yield from agents(verb)


def behind_dateline(place: Token) -> tuple[Token, ...]:
    """Return who acts behind a place that the parser took for the subject: "DAYTON – Bee urged"."""
    dashes = [c.i for c in place.rights if c.text in DASHES]
    behind = children(place, "appos") if dashes else ()
    return tuple(t for c in behind if c.i > dashes[0] for t in conjuncts(c) if t != place)


def end_of_examples(including: Token) -> int:
    """Return where a list ends: with its sentence, or where it gives examples of something else."""
    end = including.sent.end
    words = including.doc[including.i : end - 1]
    return next((w.i for w in words if w.lower_ == "such" and w.nbor().lower_ == "as"), end)
