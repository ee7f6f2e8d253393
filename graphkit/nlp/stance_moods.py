"""What makes a stance less than plain: a condition ("would back it if …"), or that it is past."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from graphkit.nlp.lexicons import read_table
from graphkit.nlp.syntax import own_subjects

if TYPE_CHECKING:
    from spacy.tokens import Token

PLACES = frozenset({"adverb", "clause", "verb"})
MOODS = frozenset({"conditional", "past"})
CLAUSES = frozenset({"advcl", "ccomp"})


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

    A that-clause in a sentence whose main verb is an imperative is not told as a fact by anybody.
    """
    order = verb.sent.root
    is_order = order.tag_ == "VB" and not own_subjects(order)
    auxiliaries = any(c.dep_ in {"aux", "auxpass"} for c in order.children)
    return is_order and not auxiliaries and verb != order and _follows_that(verb)


def _follows_that(verb: Token) -> bool:
    """Tell whether "that" opens the clause, also where the parser takes it for a pronoun."""
    for subject in own_subjects(verb):
        edge = subject.left_edge.i
        if edge > verb.sent.start and verb.doc[edge - 1].lower_ == "that":
            return True
    return False
