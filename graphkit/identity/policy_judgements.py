"""Let policies be one that people judged to be one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from graphkit.errors import InputError
from graphkit.identity.resolution import merge_policies, merge_stances
from graphkit.ids import PolicyId, TargetId
from graphkit.records import Policy

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from graphkit.records import Extraction, Organization, PolicyJudgement


def canonical_policies(judgements: Iterable[PolicyJudgement]) -> dict[TargetId, PolicyId]:
    """Return the id that each policy gets which is another one: that of the judgement made first.

    Raises:
        InputError: Two policies are judged to be one, perhaps by way of others, and not to be.
    """
    known = tuple(judgements)
    above: dict[TargetId, TargetId] = {}
    for judgement in known:
        if judgement.is_same:
            policy, other = _top(judgement.policy, above), _top(judgement.other, above)
            if policy != other:
                above[other] = policy
    for judgement in known:
        if not judgement.is_same and _top(judgement.policy, above) == _top(judgement.other, above):
            raise InputError(
                f"{judgement.policy} and {judgement.other} are judged to be one and to be two; "
                "take one of these judgements out"
            )
    return {other: PolicyId(_top(other, above)) for other in sorted(above)}


def _top(policy: TargetId, above: dict[TargetId, TargetId]) -> TargetId:
    while policy in above:
        policy = above[policy]
    return policy


def apply_judgements(extraction: Extraction, same: Mapping[TargetId, PolicyId]) -> Extraction:
    """Return a resolved extraction in which the policies that are one have one id.

    What the text took for an organization, by a short name alone, becomes a policy if a policy it
    was judged to be; but not where it acts or speaks, as no policy does.
    """
    acting = _acting(extraction)
    turned = [o for o in extraction.organizations if TargetId(o.id) in same and o.id not in acting]
    policies = (*extraction.policies, *map(_policy_of, turned))
    ids = {policy.id: same.get(TargetId(policy.id), policy.id) for policy in policies}
    targets = {TargetId(old): TargetId(new) for old, new in ids.items() if old != new}
    if not targets:
        return extraction
    return replace(
        extraction,
        organizations=tuple(o for o in extraction.organizations if o not in turned),
        policies=merge_policies(policies, ids),
        actions=tuple(
            a if a.about is None else replace(a, about=targets.get(a.about, a.about))
            for a in extraction.actions
        ),
        stances=merge_stances(
            replace(s, target=targets.get(s.target, s.target)) for s in extraction.stances
        ),
    )


def _acting(extraction: Extraction) -> set[str]:
    """Return the ids of all who do, say or hold something, or belong to a group."""
    found: set[str] = {s.holder for s in extraction.stances}
    for group in extraction.groups:
        found.update(group.members)
    for action in extraction.actions:
        found.update((*action.leaders, *action.signers, *action.addressees))
    for statement in extraction.statements:
        found.update((*statement.joint_speakers, statement.speaker or ""))
    return found


def _policy_of(organization: Organization) -> Policy:
    return Policy(
        id=PolicyId(organization.id),
        name=organization.name,
        aliases=organization.aliases,
        mentions=organization.mentions,
    )
