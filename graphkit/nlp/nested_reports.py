"""Find whom a speaker quotes in passing: “Critics say the fee is cruel” is no view of hers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphkit.nlp.cue_table import cues
from graphkit.nlp.groups import roles
from graphkit.nlp.speakers import is_first_person
from graphkit.nlp.speech_cues import load_speech_lexicon
from graphkit.nlp.syntax import own_subjects

if TYPE_CHECKING:
    from spacy.tokens import Token

MAX_CLIMB = 8
"""Steps up the tree after which no report is looked for."""
THINGS = frozenset({"it", "that", "this", "these", "those", "what", "which"})
"""Pronouns of what does not speak: "this means the fee is unfair"."""


def nested_report(word: Token) -> Token | None:
    """Return the verb by which others are said to say or think what `word` stands in.

    What studies show and what the speaker thinks himself is the speaker's own.
    """
    current = word
    for _ in range(MAX_CLIMB):
        head = current.head
        if head == current:
            return None
        if current.dep_ == "ccomp" and head.lemma_.lower() in load_speech_lexicon().verbs:
            subjects = own_subjects(head)
            is_before = any(s.i < head.i < current.i for s in subjects)
            return head if is_before and _are_others(subjects) else None
        current = head
    return None


def _are_others(subjects: tuple[Token, ...]) -> bool:
    return all(_is_somebody(s) and not is_first_person(s) for s in subjects)


def _is_somebody(subject: Token) -> bool:
    if subject.pos_ in {"PRON", "PROPN"}:
        return subject.lower_ not in THINGS
    is_side = (subject.lemma_.lower(), "ROLE") in cues()
    return is_side or roles().get(subject.lower_) is not None
