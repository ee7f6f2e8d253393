"""Find the phrases of `judging_phrases.tsv`: "falls short", "a slap in the face", "out of line"."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from graphkit.nlp.cue_table import STRENGTHS
from graphkit.nlp.lexicons import read_table
from graphkit.records import Polarity

if TYPE_CHECKING:
    from spacy.tokens import Token

COLUMNS = ("phrase", "pos", "polarity", "strength", "example")
PARTS = {"ADP": "PREP", "AUX": "VERB", "SCONJ": "PREP", "PROPN": "NOUN", "ADV": "ADJ"}
"""How the table calls parts of speech that it has no own name for."""
GAP = 4
"""Words that may stand between two words of a phrase ("leaves the old farms behind")."""
MISSING = -1


class JudgingPhrase(NamedTuple):
    """A row of `judging_phrases.tsv`."""

    words: tuple[str, ...]
    pos: str
    polarity: Polarity
    strength: float


@cache
def judging_phrases() -> dict[tuple[str, str], tuple[JudgingPhrase, ...]]:
    """Return the phrases by their first word, and those of nouns by the last; the longest first."""
    found: dict[tuple[str, str], list[JudgingPhrase]] = defaultdict(list)
    for row in read_table("judging_phrases.tsv", COLUMNS):
        words = tuple(row.cell("phrase").split())
        pos = row.choice("pos", frozenset({"ADJ", "NOUN", "PREP", "VERB"}))
        item = JudgingPhrase(
            words=words,
            pos=pos,
            polarity=Polarity(row.choice("polarity", frozenset({"supports", "opposes"}))),
            strength=STRENGTHS[row.choice("strength", frozenset(STRENGTHS))],
        )
        found[words[0], pos].append(item)
        if pos in {"ADJ", "NOUN"}:
            found[words[-1], pos].append(item)
    return {key: tuple(sorted(v, key=lambda p: (-len(p.words), p))) for key, v in found.items()}


def phrase_at(token: Token) -> JudgingPhrase | None:
    """Return the longest phrase that hangs at `token`."""
    pos = PARTS.get(token.pos_, token.pos_)
    for item in judging_phrases().get((token.lemma_.lower(), pos), ()):
        if _follows(token, item.words) or _precedes(token, item):
            return item
    return None


def _follows(token: Token, words: tuple[str, ...]) -> bool:
    """Tell whether `token` is the first word and the others come behind it, in order."""
    if not _is_word(token, words[0]):
        return False
    place = token.i
    for word in words[1:]:
        stop = min(token.sent.end, place + GAP + 2)
        between = token.doc[place + 1 : stop]
        place = next((t.i for t in between if _is_word(t, word) and not _is_less(t)), MISSING)
        if place == MISSING:
            return False
    return True


def _is_less(token: Token) -> bool:
    """Tell the end of "makes the town less safe", which does not make it safe."""
    return token.i > 0 and token.pos_ in {"ADJ", "ADV"} and token.nbor(-1).lower_ == "less"


def _precedes(token: Token, item: JudgingPhrase) -> bool:
    """Tell whether `token` is the last word of a noun or adjective right behind the others."""
    start = token.i + 1 - len(item.words)
    if item.pos not in {"ADJ", "NOUN"} or start < token.sent.start:
        return False
    return all(map(_is_word, token.doc[start : token.i + 1], item.words))


def _is_word(token: Token, word: str) -> bool:
    return word in {token.lemma_.lower(), token.lower_.replace("’", "'")}
