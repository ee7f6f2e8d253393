"""From a phrase to a target: carry the sign through inverters, then look the policy up."""

from __future__ import annotations

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


def target_from_phrase(
    doc: Doc, head: Token, polarity: Polarity
) -> tuple[TargetRef, Polarity] | None:
    """Return what `head` ends up naming, and the polarity towards it.

    "an end to the fee" with supports gives the fee with opposes. A phrase that no known policy or
    actor stands in becomes a policy of its own; None where it has no content ("it").
    """
    composed = compose(head, polarity)
    policies, actors = policy_index(doc), actor_index(doc)
    if composed.head.pos_ in {"PRON", "DET"} and composed.head.i not in policies:
        return None
    for token, sign in ((composed.head, composed.polarity), (head, polarity)):
        if token.i in policies:
            return TargetRef(TargetKind.POLICY, policies[token.i]), sign
        inner = _policy_inside(doc, phrase(token))
        if inner is not None:
            return TargetRef(TargetKind.POLICY, inner), sign
        if token.i in actors:
            return TargetRef(TargetKind.ACTOR, actors[token.i]), sign
    if not has_content(composed.head):
        return None
    return _new_policy(doc, composed.head), composed.polarity


def _new_policy(doc: Doc, head: Token) -> TargetRef:
    tokens = phrase(head)
    note = PolicyNote(name=doc[tokens.start : tokens.end].text, mentions=(tokens,))
    doc._.gk_policies = (*policies_of(doc), note)
    return TargetRef(TargetKind.POLICY, len(policies_of(doc)) - 1)


def _policy_inside(doc: Doc, tokens: TokenRange) -> int | None:
    """Return the policy with the longest mention within the range."""
    best: tuple[int, int] | None = None
    for place, policy in enumerate(policies_of(doc)):
        for mention in policy.mentions:
            if mention.meets(tokens):
                size = min(mention.end, tokens.end) - max(mention.start, tokens.start)
                best = max(best or (0, 0), (size, -place))
    return None if best is None else -best[1]
