"""The words that judge: rows of `evaluatives.tsv` and `judging_phrases.tsv` in a text."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from graphkit.nlp.cue_table import STRENGTHS
from graphkit.nlp.judging_phrases import phrase_at
from graphkit.nlp.lexicons import read_table
from graphkit.nlp.syntax import children
from graphkit.records import Polarity

if TYPE_CHECKING:
    from spacy.tokens import Token

COLUMNS = ("lemma", "pos", "polarity", "strength", "example")
PARTS_OF_SPEECH = {"ADJ": "ADJ", "NOUN": "NOUN", "VERB": "VERB", "ADV": "ADJ"}
DEED = "DEED"
"""Of verbs for what people and bodies alone do."""
TABLE_PARTS = frozenset({"ADJ", "DEED", "NOUN", "VERB"})


class Judgement(NamedTuple):
    """A row of `evaluatives.tsv`, or what a demand says; where it is denied its sign turns."""

    polarity: Polarity
    strength: float
    is_effect: bool = False
    """It is a verb for what the judged thing does."""
    is_fixed: bool = False
    """It holds a negation of its own ("makes no sense"), which does not turn it."""
    denied: Token | None = None
    """The word that a negation turns."""


@cache
def evaluatives() -> dict[tuple[str, str], Judgement]:
    """Return the judging words of `evaluatives.tsv` by lemma and part of speech."""
    return {
        (row.cell("lemma"), row.choice("pos", TABLE_PARTS)): Judgement(
            Polarity(row.choice("polarity", frozenset({"supports", "opposes"}))),
            STRENGTHS[row.choice("strength", frozenset(STRENGTHS))],
            is_effect=row.cell("pos") in {"DEED", "VERB"},
        )
        for row in read_table("evaluatives.tsv", COLUMNS)
    }


def judgement_at(token: Token) -> Judgement | None:
    """Return what the word, or the phrase that hangs at it, judges."""
    several = phrase_at(token)
    if several is not None:
        is_effect = several.pos == "VERB"
        is_fixed = "no" in several.words
        return Judgement(several.polarity, several.strength, is_effect, is_fixed)
    pos = PARTS_OF_SPEECH.get(token.pos_)
    if pos is None:
        return None
    words, lemma = evaluatives(), token.lemma_.lower()
    found = words.get((lemma, pos))
    if found is None and token.dep_ in {"amod", "acomp", "attr", "oprd"}:
        found = words.get((token.lower_, "ADJ"))
    if found is None and pos == "VERB" and not children(token, "prt"):
        found = words.get((lemma, DEED))  # "lied", but not "lay out a plan"
    return found
