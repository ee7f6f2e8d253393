"""The order in which records come back from a graph, which itself knows none."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from graphkit.records import Action, Extraction, Group, Organization, Person, Policy

if TYPE_CHECKING:
    from collections.abc import Iterable

Item = TypeVar("Item")
Named = TypeVar("Named", Person, Organization, Group, Policy)


def canonical(extraction: Extraction) -> Extraction:
    """Return the same records without repetitions and in the order in which they are read back.

    Reasons of stances, references to policies and what was not said are left out: they explain a
    reading and are no part of the graph.
    """
    return Extraction(
        document=extraction.document,
        people=_in_order(
            replace(
                p,
                aliases=_sorted(p.aliases),
                mentions=_sorted(p.mentions),
                tenures=tuple(replace(t, evidence=_sorted(t.evidence)) for t in p.tenures),
            )
            for p in extraction.people
        ),
        organizations=_in_order(
            replace(o, aliases=_sorted(o.aliases), mentions=_sorted(o.mentions))
            for o in extraction.organizations
        ),
        groups=_in_order(
            replace(
                g,
                aliases=_sorted(g.aliases),
                mentions=_sorted(g.mentions),
                members=_sorted(g.members),
            )
            for g in extraction.groups
        ),
        policies=_in_order(
            replace(p, aliases=_sorted(p.aliases), mentions=_sorted(p.mentions), references=())
            for p in extraction.policies
        ),
        actions=tuple(
            sorted(map(_canonical_action, extraction.actions), key=lambda a: (a.evidence, a.id))
        ),
        statements=tuple(sorted(extraction.statements, key=lambda s: (s.quote, s.id))),
        stances=tuple(
            sorted(
                (replace(s, evidence=_sorted(s.evidence), reason=None) for s in extraction.stances),
                key=lambda s: s.id,
            )
        ),
    )


def _in_order(entities: Iterable[Named]) -> tuple[Named, ...]:
    return tuple(sorted(entities, key=lambda e: (e.mentions, e.id)))


def _sorted(items: Iterable[Item]) -> tuple[Item, ...]:
    return tuple(sorted(set(items)))  # type: ignore[type-var]  # spans, evidence and ids all compare


def _canonical_action(action: Action) -> Action:
    return replace(
        action,
        leaders=_sorted(action.leaders),
        co_leaders=_sorted(action.co_leaders),
        signers=_sorted(action.signers),
        addressees=_sorted(action.addressees),
        evidence=_sorted(action.evidence),
    )
