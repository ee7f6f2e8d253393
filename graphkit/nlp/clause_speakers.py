"""Who speaks where the verb's own subject is missing or is nobody: "Bee left, saying …".

The parser hangs participles at the last noun and loses subjects behind relative clauses. So each
actor of the sentence before the verb is a candidate, scored by what the syntax shows of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphkit.nlp.candidates import OWNING
from graphkit.nlp.reported_content import is_set_off
from graphkit.nlp.syntax import NOUN_SUBJECTS
from graphkit.nlp.text_voices import is_addressed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.tokens import Doc, Token

DAYS = frozenset({"DATE", "TIME"})
OBJECTS = frozenset({"pobj", "dobj"})
MOST_WORDS = 60
"""Tokens before the verb that are read; longer sentences are lists or parse errors."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseWeights:
    """What speaks for an actor of the same sentence.

    Set by hand after reading statements of PolNeAR's training part whose named speaker was missed
    or wrong; only the order of the weights matters.

    Attributes:
        governing: It is the subject of a verb above the cue ("Bee left the room, saying").
        subject: It is the subject of another verb.
        followed: A comma follows the name ("Bee, who has left, said").
        object: It is an object of a verb or preposition.
        owner: It only owns or describes the next noun.
        word: For each word between it and the verb.
        least: A lower score means nobody.
    """

    governing: float = 3.0
    subject: float = 1.5
    followed: float = 1.0
    object: float = -1.0
    owner: float = -2.0
    word: float = -0.02
    least: float = 0.5


WEIGHTS = ClauseWeights()


def is_stray(source: Token, verb: Token) -> bool:
    """Tell whether the parser took a word for the speaker that is none.

    It hangs a participle behind a comma at the noun before it ("made a joke, saying"), and takes
    a day for a subject ("Saturday at the fair Bee said").
    """
    if source.ent_type_ in DAYS:
        return True
    if verb.tag_ != "VBG" or any(c.dep_ in {"nsubj", "aux"} for c in verb.children):
        return False
    is_set_off_participle = verb.dep_ in {"acl", "advcl"} and is_set_off(verb.left_edge)
    return is_set_off_participle and source.dep_ not in NOUN_SUBJECTS


def clause_speaker(doc: Doc, verb: Token, index: Mapping[int, int]) -> int | None:
    """Return the actor of the sentence before `verb` for whom most speaks; None if too little."""
    above = {t.i for t in verb.ancestors}
    best: tuple[float, int, int] | None = None
    for i in range(max(verb.sent.start, verb.i - MOST_WORDS), verb.i):
        if i not in index or (i + 1 in index and index[i + 1] == index[i]):
            continue  # only the last word of a name
        head = doc[i]
        if head.is_quote or is_addressed(head):
            continue
        scored = (_score(head, verb, above), -i, index[i])
        best = max(best or scored, scored)
    return None if best is None or best[0] < WEIGHTS.least else best[2]


def _score(name: Token, verb: Token, above: set[int]) -> float:
    score = WEIGHTS.word * (verb.i - name.i)
    if name.dep_ in NOUN_SUBJECTS:
        score += WEIGHTS.governing if name.head.i in above else WEIGHTS.subject
    elif name.dep_ in OWNING:
        score += WEIGHTS.owner
    elif name.dep_ in OBJECTS:
        score += WEIGHTS.object
    if name.i + 1 < len(name.doc) and name.nbor().text == ",":
        score += WEIGHTS.followed
    return score
