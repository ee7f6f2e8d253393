"""What speaks for and against a stance that a rule has found: the features of its confidence."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphkit.nlp.annotations import (
    SignStep,
    TargetKind,
    TargetRef,
    TokenRange,
    actors_of,
    policies_of,
    quotations_of,
)
from graphkit.nlp.stance_confidence import is_plain
from graphkit.nlp.syntax import VERBS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from graphkit.records import EvidenceKind, Polarity

MOST_CERTAIN = 0.97
"""A rule's prior is cut here, so that its log-odds stay finite."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One piece of evidence for a stance.

    Attributes:
        confidence: The rule's prior, lowered for what is unsure about holder and target.
        head: Head of the words for the target, where these words name it.
        members: How many take the stance by the same deed.
    """

    holder: int
    target: TargetRef
    polarity: Polarity
    confidence: float
    evidence: TokenRange
    kind: EvidenceKind
    rule: str
    cue: TokenRange
    steps: tuple[SignStep, ...] = ()
    head: Token | None = None
    members: int = 1
    moods: tuple[str, ...] = ()
    """What makes it less than plain ("conditional", "past", …)."""

    @property
    def is_plain(self) -> bool:
        """Whether the words leave no doubt that it is held."""
        return is_plain(mood_feature(m) for m in self.moods)


def mood_feature(mood: str) -> str:
    """Return the name of the feature for a mood."""
    return f"mood {mood}"


class StanceFacts:
    """Gives the features of a finding; what concerns the whole document is computed once."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        sizes = [len(p.mentions) + len(p.references) for p in policies_of(doc)]
        self.main = sizes.index(max(sizes)) if sizes else None
        self.speakers = frozenset(
            s for q in quotations_of(doc) for s in (q.speaker, *q.joint) if s is not None
        )

    def features(
        self, finding: Finding, *, repeated: int, contradicted: bool, others: int
    ) -> tuple[tuple[str, float], ...]:
        """Return names and values, sorted by name; what is absent counts as 0.

        `prior` is the log-odds of the rule's prior. Counts are logarithms: of evidence
        (`repeated`), holders (`several hold it`, and one more for `others agree`), mentions and
        words. All others are 1 where they hold.
        """
        prior = min(finding.confidence, MOST_CERTAIN)
        found = {
            "prior": math.log(prior / (1 - prior)),
            f"evidence {finding.kind.value}": 1.0,
            f"polarity {finding.polarity.value}": 1.0,
            "repeated": math.log(repeated),
            "contradicted": float(contradicted),
            "several hold it": math.log(finding.members),
            "others agree": math.log1p(others),
            "unasked": float(finding.rule == "way" and not self._is_asked(finding)),
            **self._holder(finding.holder),
            **self._target(finding),
            **{mood_feature(mood): 1.0 for mood in finding.moods},
        }
        return tuple(sorted((name, round(value, 4)) for name, value in found.items() if value))

    def _is_asked(self, finding: Finding) -> bool:
        """Tell whether the user has named both holder and target."""
        actors = actors_of(self.doc)
        return all(actors[place].is_given for place in (finding.holder, finding.target.place))

    def _holder(self, place: int) -> dict[str, float]:
        actor = actors_of(self.doc)[place]
        return {
            f"holder {actor.kind.value}": 1.0,
            "holder speaks": float(place in self.speakers),
        }

    def _target(self, finding: Finding) -> dict[str, float]:
        head = finding.head
        is_deed = head is not None and head.pos_ in VERBS
        found = {"target deed": float(is_deed)}
        if finding.target.kind is not TargetKind.POLICY:
            return found | {"target actor": 1.0}
        policy = policies_of(self.doc)[finding.target.place]
        uses = (*policy.mentions, *policy.references)
        return found | {
            "target mentions": math.log(len(uses)),
            "target is the main policy": float(finding.target.place == self.main),
            "target indefinite": float(head is not None and _is_indefinite(head)),
            "target words": math.log(len(policy.name.split())),
        }


def _is_indefinite(head: Token) -> bool:
    return any(c.dep_ == "det" and c.lower_ in {"a", "an", "any", "some"} for c in head.children)
