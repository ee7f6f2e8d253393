"""Which words praise or blame, by all lexicons together: the sign of a single word."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from graphkit.nlp.cue_table import cues
from graphkit.nlp.judging_words import evaluatives
from graphkit.nlp.lexicons import read_table
from graphkit.nlp.syntax import is_negated
from graphkit.records import Polarity

if TYPE_CHECKING:
    from spacy.tokens import Token

COLUMNS = ("word", "sign")
PLUS, MINUS, FAINT_PLUS, FAINT_MINUS = "+", "-", "p", "m"
"""Signs of words from our own lexicons of support and judgement, and of all others."""
SIGNS = {Polarity.SUPPORTS: PLUS, Polarity.OPPOSES: MINUS}
FAINT = {PLUS: FAINT_PLUS, MINUS: FAINT_MINUS}
OPPOSITE = {PLUS: MINUS, MINUS: PLUS, FAINT_PLUS: FAINT_MINUS, FAINT_MINUS: FAINT_PLUS}
READ_AS = {"ADV": "ADJ", "PROPN": "NOUN"}
"""The part of speech under which the lexicons list a word."""


@cache
def sentiment_words() -> dict[str, str]:
    """Return the faint sign of each word of `sentiment_words.tsv`."""
    rows = read_table("sentiment_words.tsv", COLUMNS)
    return {row.cell("word"): FAINT[row.choice("sign", frozenset(FAINT))] for row in rows}


@cache
def _listed() -> dict[tuple[str, str], str]:
    """Return the sign of each lemma and part of speech of the cues and of the judging words.

    What is only done to policies ("introduce") tells nothing of how actors stand to each other.
    """
    found = {
        key: SIGNS[same[0].polarity]
        for key, same in cues().items()
        if same[0].polarity in SIGNS and not all(cue.needs_policy for cue in same)
    }
    found.update((key, SIGNS[judgement.polarity]) for key, judgement in evaluatives().items())
    return found


def sign_of(token: Token) -> str | None:
    """Return the sign of a word that praises or helps, or that blames or harms.

    A negation turns it; None where the word is neither.
    """
    lemma = token.lemma_.lower()
    known = _listed().get((lemma, READ_AS.get(token.pos_, token.pos_)))
    if known is None and token.pos_ != "PROPN":
        words = sentiment_words()
        known = words.get(token.lower_) or words.get(lemma)
    if known is None:
        return None
    return OPPOSITE[known] if is_negated(token) else known
