"""Why a stance was read from a text: for `graphkit explain` and for who doubts an edge."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graphkit.records.documents import Span

TURNING = frozenset({"inverts", "denies", "means the end"})


@dataclass(frozen=True, slots=True, kw_only=True)
class SignStep:
    """A word that the sign passes between the cue and the target, and its effect.

    Attributes:
        effect: "inverts" ("to *end* the fee"), "denies" ("*did not* oppose"), "means the end" where
            the words for the target mean its end or an action against it ("backs *the repeal*",
            "joined *the lawsuit*"), "keeps" or "passes" where the sign goes through unchanged.
    """

    span: Span
    effect: str

    @property
    def turns(self) -> bool:
        """Whether the sign is the opposite one behind these words."""
        return self.effect in TURNING


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """The rule that found a stance, and what its confidence was computed from.

    Attributes:
        rule: Its name: a cue's part of speech with its frame ("verb object"), or another way in
            ("action signer", "predicate", "author").
        cue: The words that the rule started from.
        steps: In the order from the cue to the target.
        features: Name and value of each feature of the confidence, sorted by name.
    """

    rule: str
    cue: Span
    steps: tuple[SignStep, ...] = ()
    features: tuple[tuple[str, float], ...] = ()
