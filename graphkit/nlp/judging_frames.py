"""Make frames of judgements, with what makes them less than plain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphkit.nlp.cues import Frame
from graphkit.nlp.polarity import DENIES, Step, compose
from graphkit.nlp.stance_moods import moods_of
from graphkit.records import Polarity

if TYPE_CHECKING:
    from spacy.tokens import Token

    from graphkit.nlp.judging_words import Judgement

FORESEEN = frozenset({"conditional", "past", "present", "tentative"})
"""Moods of a judgement that leave it plain: what would be a disaster if passed is opposed."""
NOT_BAD = "not bad"
"""Mood of what is only said not to be bad."""


def judging_frame(
    rule: str, cue: Token, holders: tuple[Token, ...], target: Token, judgement: Judgement
) -> Frame:
    """Return a frame for a judgement on what `target` heads; its sign is carried to the thing."""
    denied = judgement.denied
    moods = [m for m in moods_of(cue, is_judgement=True) if m not in FORESEEN]
    if denied is not None and judgement.polarity is Polarity.OPPOSES:
        moods.append(NOT_BAD)
    composed = compose(target, judgement.polarity.opposite if denied else judgement.polarity)
    return Frame(
        cue=cue,
        holders=holders,
        target=composed.head,
        start=composed.start,
        polarity=composed.polarity,
        strength=judgement.strength,
        needs_policy=False,
        rule=rule,
        steps=(*(() if denied is None else (Step(denied, DENIES),)), *composed.steps),
        moods=tuple(moods),
    )
