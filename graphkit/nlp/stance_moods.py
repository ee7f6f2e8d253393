"""What makes a stance less than plain: a condition ("would back it if …"), or that it is past."""

from __future__ import annotations

from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from graphkit.nlp.lexicons import read_table
from graphkit.nlp.syntax import VERBS, own_subjects

if TYPE_CHECKING:
    from spacy.tokens import Token

PLACES = frozenset({"adverb", "clause", "verb"})
MOODS = frozenset({"conditional", "past"})
CLAUSES = frozenset({"advcl", "ccomp"})
MOST_ABOVE = 6
"""Words that govern a clause, among which an order is looked for."""


@cache
def moods() -> dict[tuple[str, str], str]:
    """Return the mood of each (word, place) of `stance_moods.tsv`."""
    rows = read_table("stance_moods.tsv", ("word", "where", "mood", "example"))
    return {
        (row.cell("word"), row.choice("where", PLACES)): row.choice("mood", MOODS) for row in rows
    }


def mood_of(verb: Token) -> str | None:
    """Return what makes the stance of a verb less than plain: "conditional", "past" or None."""
    if verb.dep_ == "xcomp" and (found := moods().get((verb.head.lemma_.lower(), "verb"))):
        return found
    for child in verb.children:
        if child.dep_ == "advmod" and (found := moods().get((child.lower_, "adverb"))):
            return found
        if child.dep_ in CLAUSES and (found := _opened(child)):
            return found
    return None


def _opened(clause: Token) -> str | None:
    """Return the mood of the word that opens a clause."""
    openers = (c.lower_ for c in clause.children if c.dep_ in {"mark", "advmod"})
    return next((m for o in openers if (m := moods().get((o, "clause")))), None)


def is_dictated(verb: Token) -> bool:
    """Tell what a reader is ordered to think or note: "record that Bee supports the fee".

    A that-clause below an imperative is not told as a fact by anybody, and no more so where the
    order itself is quoted ("The leaflet said: “Record that …”").
    """
    if not _follows_that(verb):
        return False
    above = islice(verb.ancestors, MOST_ABOVE)
    return any(order != verb and _is_order(order) for order in (verb.sent.root, *above))


def _is_order(verb: Token) -> bool:
    """Tell an imperative: a bare verb without a subject and without "to" or "will"."""
    first = verb
    while first.dep_ == "conj" and first.head.pos_ in VERBS:
        first = first.head  # "will fight and say that …" orders nobody
    helped = any(c.dep_ in {"aux", "auxpass"} for c in (*verb.children, *first.children))
    subjects = (*own_subjects(verb), *own_subjects(first))
    return verb.tag_ == first.tag_ == "VB" and not helped and not subjects


def _follows_that(verb: Token) -> bool:
    """Tell whether "that" opens the clause, also where the parser takes it for a pronoun."""
    for subject in own_subjects(verb):
        edge = subject.left_edge.i
        if edge > verb.sent.start and verb.doc[edge - 1].lower_ == "that":
            return True
    return False
