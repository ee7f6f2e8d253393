"""From a phrase to a target: carry the sign through inverters, then look the policy up."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from graphkit.nlp.annotations import (
    PolicyNote,
    TargetKind,
    TargetRef,
    TokenRange,
    actor_index,
    policies_of,
)
from graphkit.nlp.phrases import has_content, phrase
from graphkit.nlp.polarity import compose
from graphkit.nlp.policies import policy_index

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from graphkit.records import Polarity


NAMING = frozenset({"NOUN", "PROPN", "VERB", "AUX", "ADJ", "NUM"})
"""Parts of speech of words that can head the name of a policy."""


class TargetFinder:
    """Looks phrases up among the policies and actors of a text; its indexes are made once."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.actors = actor_index(doc)
        self.policies = policy_index(doc)
        self._mentions: dict[int, list[tuple[int, TokenRange]]] = defaultdict(list)
        for place, policy in enumerate(policies_of(doc)):
            for mention in policy.mentions:
                self._add(place, mention)

    def target(self, head: Token, polarity: Polarity) -> tuple[TargetRef, Polarity] | None:
        """Return what `head` ends up naming, and the polarity towards it.

        "an end to the fee" with supports gives the fee with opposes. A phrase that no known policy
        or actor stands in becomes a policy of its own; None where it has no content ("it").
        """
        composed = compose(head, polarity)
        if composed.head.pos_ in {"PRON", "DET"} and composed.head.i not in self.policies:
            return None
        for token, sign in ((composed.head, composed.polarity), (head, polarity)):
            if token.i in self.policies:
                return TargetRef(TargetKind.POLICY, self.policies[token.i]), sign
            inner = self._policy_inside(phrase(token))
            if inner is not None:
                return TargetRef(TargetKind.POLICY, inner), sign
            if token.i in self.actors:
                return TargetRef(TargetKind.ACTOR, self.actors[token.i]), sign
        if composed.head.pos_ not in NAMING or not has_content(composed.head):
            return None
        return self._new_policy(composed.head), composed.polarity

    def _add(self, place: int, mention: TokenRange) -> None:
        for i in range(*mention):
            self._mentions[i].append((place, mention))

    def _new_policy(self, head: Token) -> TargetRef:
        tokens = phrase(head)
        name = self.doc[tokens.start : tokens.end].text
        place = len(policies_of(self.doc))
        note = PolicyNote(name=name, mentions=(tokens,))
        self.doc._.gk_policies = (*policies_of(self.doc), note)
        self._add(place, tokens)
        for i in range(*tokens):
            self.policies.setdefault(i, place)
        return TargetRef(TargetKind.POLICY, place)

    def _policy_inside(self, tokens: TokenRange) -> int | None:
        """Return the policy with the longest mention within the range."""
        sizes = {
            (place, mention): min(mention.end, tokens.end) - max(mention.start, tokens.start)
            for i in range(*tokens)
            for place, mention in self._mentions.get(i, ())
        }
        best = max(sizes, key=lambda found: (sizes[found], -found[0]), default=None)
        return None if best is None else best[0]
