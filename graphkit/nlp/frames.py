"""The frames of a document, read once for the policies, actions and stances that need them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

from graphkit.nlp.cues import find_frames
from graphkit.nlp.evaluations import find_evaluations
from graphkit.nlp.judged_things import judged_things
from graphkit.nlp.neutral_frames import find_neutral_frames, is_one_of_both_sides

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from graphkit.nlp.cues import Frame


class Frames(NamedTuple):
    """What a document supports and opposes by its words, and what it judges."""

    stated: tuple[Frame, ...]
    judging: tuple[Frame, ...]
    neutral: tuple[Frame, ...]
    """Where somebody is said to take no side."""
    things: frozenset[int]
    """Heads of what is judged though its noun is none for policies."""


def frames_of(doc: Doc) -> Frames:
    """Return the frames of a parsed document; they are kept on it until `forget_frames`."""
    frames = cast("Frames | None", doc._.gk_frames)
    if frames is None:
        judging = tuple(find_evaluations(doc))
        frames = Frames(
            stated=tuple(f for f in find_frames(doc) if not is_one_of_both_sides(f.cue)),
            judging=judging,
            neutral=tuple(find_neutral_frames(doc)),
            things=judged_things(doc, judging),
        )
        doc._.gk_frames = frames
    return frames


def forget_frames(doc: Doc) -> None:
    """Drop the frames: their tokens hold the document, which would live until it is collected."""
    doc._.gk_frames = None
