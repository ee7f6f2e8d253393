"""Give what one document says the ids that it shares with other documents."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from graphkit.identity.organizations import full_name, organization_ids, own_id
from graphkit.identity.people import person_ids, tenure_id
from graphkit.identity.policies import policy_id
from graphkit.identity.policy_areas import policy_area
from graphkit.ids import ActorId, PolicyId, TargetId, TenureId
from graphkit.records import (
    Action,
    Extraction,
    Group,
    Organization,
    Person,
    Policy,
    ReviewStatus,
    Stance,
    Statement,
    Tenure,
)

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping
    from datetime import date

    from graphkit.records import Span

Key = TypeVar("Key", bound="Hashable")
Record = TypeVar("Record")
Mentioned = TypeVar("Mentioned", Person, Organization, Group, Policy)


def resolve_extraction(extraction: Extraction, *, day: date | None = None) -> Extraction:
    """Return `extraction` with global ids for people, organizations, policies and tenures.

    Groups, actions, statements and stances keep their ids. Organizations or policies that turn
    out to be one are merged, and so are the stances that become one by that; no evidence is lost.
    The result depends on nothing but the extraction, not even on the order of its parts, and
    resolving it again changes nothing.

    Args:
        extraction: What one document says.
        day: Its day, which tells "H.R. 1" of one congress from that of another.
    """
    resolved = _resolve_once(extraction, day)
    # A merged record has the names of both, which may spell out one more abbreviation.
    while _size(resolved) < _size(extraction):
        extraction, resolved = resolved, _resolve_once(resolved, day)
    return resolved


def _size(extraction: Extraction) -> int:
    return len(extraction.organizations) + len(extraction.policies)


def _resolve_once(extraction: Extraction, day: date | None) -> Extraction:
    actors = person_ids(extraction.people)
    organizations = organization_ids(extraction.organizations)
    actors.update(organizations)
    policies = {policy.id: policy_id(policy, day=day) for policy in extraction.policies}
    targets: dict[TargetId, TargetId] = {TargetId(k): TargetId(v) for k, v in actors.items()}
    targets.update((TargetId(k), TargetId(v)) for k, v in policies.items())
    tenures = {
        tenure.id: tenure_id(actors[person.id], tenure)
        for person in extraction.people
        for tenure in person.tenures
    }
    return Extraction(
        document=extraction.document,
        people=_sorted_by_mention(_person(p, actors, tenures) for p in extraction.people),
        organizations=_merge_organizations(extraction.organizations, organizations),
        groups=_sorted_by_mention(
            replace(group, members=_mapped(group.members, actors)) for group in extraction.groups
        ),
        policies=merge_policies(extraction.policies, policies),
        actions=tuple(
            sorted(
                (_action(a, actors, targets) for a in extraction.actions),
                key=lambda a: (min(a.evidence), a.id),
            )
        ),
        statements=tuple(
            sorted(
                (
                    s if s.speaker is None else _statement(s, s.speaker, actors)
                    for s in extraction.statements
                ),
                key=lambda s: (s.quote, s.id),
            )
        ),
        stances=merge_stances(_stance(s, actors, targets, tenures) for s in extraction.stances),
        unsaid=extraction.unsaid,
    )


def _sorted_by_mention(records: Iterable[Mentioned]) -> tuple[Mentioned, ...]:
    return tuple(sorted(records, key=lambda r: (min(r.mentions), r.id)))


def _grouped(records: Iterable[tuple[Key, Record]]) -> dict[Key, list[Record]]:
    groups: dict[Key, list[Record]] = defaultdict(list)
    for key, record in records:
        groups[key].append(record)
    return groups


def _mapped(ids: Iterable[ActorId], actors: Mapping[ActorId, ActorId]) -> tuple[ActorId, ...]:
    """Return the new ids in the old order, each once."""
    return tuple(dict.fromkeys(actors.get(i, i) for i in ids))


def _statement(
    statement: Statement, speaker: ActorId, actors: Mapping[ActorId, ActorId]
) -> Statement:
    said_by = actors.get(speaker, speaker)
    joint = set(_mapped(statement.joint_speakers, actors)) - {said_by}
    return replace(statement, speaker=said_by, joint_speakers=tuple(sorted(joint)))


def _person(
    person: Person, actors: Mapping[ActorId, ActorId], tenures: Mapping[TenureId, TenureId]
) -> Person:
    merged: dict[TenureId, Tenure] = {}
    for tenure in person.tenures:
        identifier = tenures[tenure.id]
        first = merged.get(identifier, tenure)
        evidence = tuple(sorted({*first.evidence, *tenure.evidence}))
        seat = first.constituency or tenure.constituency
        merged[identifier] = replace(first, id=identifier, evidence=evidence, constituency=seat)
    return replace(person, id=actors[person.id], tenures=tuple(merged.values()))


def _action(
    action: Action, actors: Mapping[ActorId, ActorId], targets: Mapping[TargetId, TargetId]
) -> Action:
    leaders = _mapped(action.leaders, actors)
    signers = _mapped(action.signers, actors)
    return replace(
        action,
        leaders=leaders,
        co_leaders=_mapped(action.co_leaders, actors),
        signers=tuple(s for s in signers if s not in leaders),
        addressees=_mapped(action.addressees, actors),
        about=None if action.about is None else targets.get(action.about, action.about),
    )


def _all_mentions(records: Iterable[Organization | Policy]) -> tuple[Span, ...]:
    return tuple(sorted({span for record in records for span in record.mentions}))


def _other_names(records: Iterable[Organization | Policy], chosen: str) -> tuple[str, ...]:
    names = {name for record in records for name in (record.name, *record.aliases)}
    return tuple(sorted(names - {chosen}))


def _merge_organizations(
    organizations: Iterable[Organization], ids: Mapping[ActorId, ActorId]
) -> tuple[Organization, ...]:
    groups = _grouped((ids[o.id], o) for o in organizations)
    return _sorted_by_mention(_one_organization(i, same) for i, same in groups.items())


def _one_organization(identifier: ActorId, same: list[Organization]) -> Organization:
    if len(same) == 1:
        return replace(same[0], id=identifier)
    # One that has the shared id only as an abbreviation does not name them all.
    spelled = [o for o in same if own_id(o) == identifier] or same
    first = min(spelled, key=lambda o: (min(o.mentions), o.name, o.id))
    name = full_name(first)
    return replace(
        first,
        id=identifier,
        name=name,
        aliases=_other_names(same, name),
        mentions=_all_mentions(same),
    )


def merge_policies(
    policies: Iterable[Policy], ids: Mapping[PolicyId, PolicyId]
) -> tuple[Policy, ...]:
    """Return the policies with the ids given; those that share one are merged."""
    groups = _grouped((ids[p.id], p) for p in policies)
    return _sorted_by_mention(_one_policy(i, same, ids) for i, same in groups.items())


def _one_policy(
    identifier: PolicyId, same: list[Policy], ids: Mapping[PolicyId, PolicyId]
) -> Policy:
    ordered = sorted(same, key=lambda p: (min(p.mentions), p.name, p.id))
    names = [name for p in same for name in (p.name, *p.aliases)]
    negated = (ids.get(p.negates, p.negates) for p in ordered if p.negates is not None)
    return replace(
        ordered[0],
        id=identifier,
        aliases=_other_names(same, ordered[0].name) if len(same) > 1 else ordered[0].aliases,
        mentions=_all_mentions(same),
        negates=next((n for n in negated if n != identifier), None),
        area=policy_area(names),
        references=tuple(sorted({span for policy in same for span in policy.references})),
    )


def _stance(
    stance: Stance,
    actors: Mapping[ActorId, ActorId],
    targets: Mapping[TargetId, TargetId],
    tenures: Mapping[TenureId, TenureId],
) -> Stance:
    capacity = stance.in_capacity
    return replace(
        stance,
        holder=actors.get(stance.holder, stance.holder),
        target=targets.get(stance.target, stance.target),
        in_capacity=None if capacity is None else tenures.get(capacity, capacity),
    )


def merge_stances(stances: Iterable[Stance]) -> tuple[Stance, ...]:
    """Return the stances sorted by evidence; those of one holder, target and polarity are one."""
    groups = _grouped(((s.holder, s.target, s.polarity), s) for s in stances)
    merged = (_one_stance(same) for same in groups.values())
    return tuple(sorted(merged, key=lambda s: (s.evidence[0], s.id)))


def _one_stance(same: list[Stance]) -> Stance:
    """Merge stances of one holder, target and polarity under the id with the earliest evidence."""
    ordered = sorted(same, key=lambda s: (min(s.evidence), s.id))
    first = ordered[0]
    # a day that the text tells comes before that of the document
    dated = min(ordered, key=lambda s: (s.stated_on is None, s.date_words is None))
    reviews = (s.review_status for s in ordered)
    surest = max(ordered, key=lambda s: s.confidence)
    return replace(
        first,
        evidence=tuple(sorted({e for s in ordered for e in s.evidence})),
        confidence=surest.confidence,
        reason=surest.reason,
        in_capacity=next((s.in_capacity for s in ordered if s.in_capacity is not None), None),
        stated_on=dated.stated_on,
        date_precision=dated.date_precision,
        date_words=dated.date_words,
        review_status=next(
            (r for r in reviews if r is not ReviewStatus.UNREVIEWED), ReviewStatus.UNREVIEWED
        ),
    )
