"""The words of support and opposition: rows of `stance_cues.tsv`, and where a text has them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from graphkit.nlp.lexicons import read_table
from graphkit.nlp.syntax import children
from graphkit.records import Polarity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

COLUMNS = ("lemma", "pos", "polarity", "frames", "requires", "strength")
ING = "ing"
"""Frame of a deed that stands where the object would: "opposes ending the fee"."""
STRENGTHS = {"high": 0.9, "medium": 0.75, "low": 0.55, "faint": 0.4}
REQUIRED = frozenset({"any", "policy", "noun", "actor"})
COPULAR = {"against": ("be", "stand", "come", "remain"), "for": ("be",)}
"""Verbs after which "against" and "for" tell a stance of the subject."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A row of `stance_cues.tsv`."""

    lemma: str
    pos: str
    polarity: Polarity
    frames: tuple[str, ...]
    needs_policy: bool
    needs_noun: bool
    needs_actor: bool
    strength: float

    @property
    def all_frames(self) -> tuple[str, ...]:
        """Where the target stands; what may be an object may be a deed in the -ing form too."""
        has_object = self.pos == "VERB" and "object" in self.frames
        return (*self.frames, ING) if has_object else self.frames


@cache
def cues() -> dict[tuple[str, str], tuple[Cue, ...]]:
    """Return the cues of `stance_cues.tsv` by lemma and part of speech."""
    found: dict[tuple[str, str], list[Cue]] = defaultdict(list)
    for row in read_table("stance_cues.tsv", COLUMNS):
        cue = Cue(
            lemma=row.cell("lemma"),
            pos=row.choice("pos", frozenset({"VERB", "NOUN", "ROLE", "ADJ", "PREP"})),
            polarity=Polarity(
                row.choice("polarity", frozenset({"supports", "opposes", "neutral"}))
            ),
            frames=tuple(row.cell("frames").split("|")),
            needs_policy=row.choice("requires", REQUIRED) in {"policy", "noun"},
            needs_noun=row.cell("requires") == "noun",
            needs_actor=row.cell("requires") == "actor",
            strength=STRENGTHS[row.choice("strength", frozenset(STRENGTHS))],
        )
        found[cue.lemma, cue.pos].append(cue)
    return {key: tuple(value) for key, value in found.items()}


def cues_at(token: Token) -> Iterator[Cue]:
    """Yield the rows of `stance_cues.tsv` that a word is a cue by."""
    lemma, pos = token.lemma_.lower(), token.pos_
    if pos == "VERB":
        phrasal = (f"{lemma} {c.lower_}" for c in children(token, "prt", "advmod"))
        found = [cue for phrase in phrasal for cue in cues().get((phrase, "VERB"), ())]
        yield from found or cues().get((lemma, "VERB"), ())
    elif pos in {"NOUN", "PROPN"}:
        yield from cues().get((lemma, "NOUN"), ())
        yield from cues().get((lemma, "ROLE"), ())
    elif pos == "ADP" and token.dep_ == "prep" and token.head.lemma_ in COPULAR.get(lemma, ()):
        yield from cues().get((lemma, "PREP"), ())
    if pos == "ADJ" or token.tag_ == "VBN":
        yield from cues().get((token.lower_, "ADJ"), ())
