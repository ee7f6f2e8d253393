"""Which places and names of a text take part in what it tells.

A place is an actor where it acts, signs, speaks or is dealt with ("Ohio sued"); elsewhere it is
only where something happens. A name that stands for a policy is no organization.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphkit.nlp.acting_places import acts
from graphkit.nlp.annotations import (
    TargetKind,
    actions_of,
    actors_of,
    policies_of,
    quotations_of,
    stances_of,
)
from graphkit.records import EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

    from graphkit.nlp.annotations import ActorNote, TargetRef, TokenRange

CLAIMED = frozenset({EntityKind.ORGANIZATION, EntityKind.GOVERNMENT, EntityKind.PARTY})


def bystanders(doc: Doc) -> frozenset[int]:
    """Return the places in `doc._.gk_actors` of what is no actor after all.

    Nothing refers to these: no statement, action, stance or group.
    """
    taking_part = frozenset(_referred_to(doc))
    policies = {mention for policy in policies_of(doc) for mention in policy.mentions}
    return frozenset(
        place
        for place, actor in enumerate(actors_of(doc))
        if place not in taking_part
        and actor.kind in CLAIMED
        and not actor.is_given
        and _is_idle(doc, actor, policies)
    )


def _is_idle(doc: Doc, actor: ActorNote, policies: set[TokenRange]) -> bool:
    """Tell whether an organization is but a policy's name, or a place does nothing."""
    if actor.kind is not EntityKind.GOVERNMENT:
        return policies.issuperset(actor.names)
    return not any(acts(doc[mention.end - 1]) for mention in actor.names)


def _referred_to(doc: Doc) -> Iterator[int]:
    for actor in actors_of(doc):
        yield from actor.members
    for quotation in quotations_of(doc):
        if quotation.speaker is not None:
            yield quotation.speaker
        yield from quotation.joint
    for action in actions_of(doc):
        yield from (*action.leaders, *action.signers, *action.addressees)
        yield from _actor_in(action.about)
    for stance in stances_of(doc):
        yield stance.holder
        yield from _actor_in(stance.target)


def _actor_in(target: TargetRef | None) -> Iterator[int]:
    if target is not None and target.kind is TargetKind.ACTOR:
        yield target.place
