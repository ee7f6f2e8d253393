"""From a phrase to a target: carry the sign through inverters, then look the policy up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphkit.nlp.annotations import TargetKind, TargetRef, TokenRange, actor_index, policies_of
from graphkit.nlp.phrases import phrase
from graphkit.nlp.polarity import compose
from graphkit.nlp.policies import policy_index

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from graphkit.records import Polarity


def target_from_phrase(
    doc: Doc, head: Token, polarity: Polarity
) -> tuple[TargetRef, Polarity] | None:
    """Return what `head` ends up naming, and the polarity towards it.

    "an end to the fee" with supports gives the fee with opposes. Where nothing of the phrase is a
    known policy or actor, None.
    """
    composed = compose(head, polarity)
    policies, actors = policy_index(doc), actor_index(doc)
    for token, sign in ((composed.head, composed.polarity), (head, polarity)):
        if token.i in policies:
            return TargetRef(TargetKind.POLICY, policies[token.i]), sign
        inner = _policy_inside(doc, phrase(token))
        if inner is not None:
            return TargetRef(TargetKind.POLICY, inner), sign
        if token.i in actors:
            return TargetRef(TargetKind.ACTOR, actors[token.i]), sign
    return None


def _policy_inside(doc: Doc, tokens: TokenRange) -> int | None:
    """Return the policy with the longest mention within the range."""
    best: tuple[int, int] | None = None
    for place, policy in enumerate(policies_of(doc)):
        for mention in policy.mentions:
            if mention.meets(tokens):
                size = min(mention.end, tokens.end) - max(mention.start, tokens.start)
                best = max(best or (0, 0), (size, -place))
    return None if best is None else -best[1]
