"""Which stances a later one supersedes, and which conflict: a graph of its own.

Turns follow from several documents together, so no document's graph may hold them: it would depend
on what was added before. They lie in the graph `<base>derived`, which each addition puts right in
its own transaction, for the holders and policies that it touches. So the graph depends on nothing
but the documents, whatever their order.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, Triple

from graphkit.rdf import vocabulary as v
from graphkit.rdf.documents import Documents, KnownStances, links
from graphkit.rdf.history import stances_of
from graphkit.records import DEFAULT_MIN_CONFIDENCE, Turn, TurnKind, fold_policies, turns_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pyoxigraph import Store

    from graphkit.rdf.terms import Names
    from graphkit.records import DatedStance, Fold

EDGES = (v.SUPERSEDED_BY, v.CONFLICTS_WITH)
BOTH = 2
"""Sides that a turn needs."""


@dataclass(frozen=True, slots=True)
class Family:
    """Policies that end each other, one by one."""

    policies: frozenset[NamedNode]
    endings: frozenset[tuple[NamedNode, NamedNode]]


def families(policies: Iterable[NamedNode], *views: Documents) -> list[Family]:
    """Return the policies with all those that end them or that they end, in any of the views."""
    found: list[Family] = []
    known: set[NamedNode] = set()
    for policy in sorted(policies, key=str):
        if policy in known:
            continue
        members, endings, open_ends = {policy}, set(), [policy]
        while open_ends:
            current = open_ends.pop()
            pairs = {pair for view in views for pair in view.endings(current)}
            endings |= pairs
            fresh = {end for pair in pairs for end in pair} - members
            members |= fresh
            open_ends += fresh
        known |= members
        found.append(Family(frozenset(members), frozenset(endings)))
    return found


def folds_of(members: Iterable[Family], documents: Documents) -> dict[str, Fold]:
    """Return how the policies of families stand to each other, by IRI."""
    policies = {
        policy
        for family in members
        for policy in family.policies
        if v.POLICY in documents.objects(policy, v.TYPE)
    }
    pairs = {pair for family in members for pair in family.endings if documents.tells(pair)}
    return fold_policies(
        (policy.value for policy in policies),
        ((ending.value, ended.value) for ending, ended in pairs),
    )


def dated_stances(stances: Iterable[NamedNode], documents: Documents) -> list[DatedStance]:
    """Return what decides on the turns of stances, in the order of their IRIs."""
    found = (documents.dated(stance) for stance in sorted(stances, key=str))
    return [stance for stance in found if stance is not None]


def turn_triples(turns: Iterable[Turn]) -> set[Triple]:
    """Return the edges of turns; a conflict has one each way."""
    found = set()
    for turn in turns:
        earlier, later = NamedNode(turn.earlier), NamedNode(turn.later)
        if turn.kind is TurnKind.SUPERSEDED:
            found.add(Triple(earlier, v.SUPERSEDED_BY, later))
        else:
            found |= {
                Triple(earlier, v.CONFLICTS_WITH, later),
                Triple(later, v.CONFLICTS_WITH, earlier),
            }
    return found


def changed_turns(
    database: Store,
    names: Names,
    old: Mapping[NamedNode, Iterable[Triple]],
    new: Mapping[NamedNode, Iterable[Triple]],
    known: KnownStances,
) -> tuple[set[Triple], set[Triple]]:
    """Return the edges that a change of documents touches: as they are, and as they will be.

    Args:
        database: The store before the change.
        names: Tells the graphs that are none of documents.
        old: What the changing graphs say, by their names.
        new: What they will say.
        known: Stances that were read before; those of the changing graphs are forgotten.
    """
    for triples in old.values():
        for stance in stances_of(triples):
            known.pop(stance, None)
    before, after = Documents(database, names), Documents(database, names, new, known)
    contents = [triples for part in (old, new) for triples in part.values()]
    pairs = {pair for triples in contents for pair in _endings(triples)}
    moved = {pair for pair in pairs if before.tells(pair) != after.tells(pair)}
    holders = _holders_by_policy(contents)
    was: set[Triple] = set()
    will: set[Triple] = set()
    for family in families({*holders, *(end for pair in moved for end in pair)}, before, after):
        if moved.isdisjoint(family.endings):
            touched = {h for policy in family.policies for h in holders.get(policy, ())}
        else:
            touched = _all_holders(family, before, after)
        for holder in touched:
            was |= {t for policy in family.policies for t in before.turns(holder, policy)}
            will |= _turns(holder, family, after)
    return was, will


def _endings(triples: Iterable[Triple]) -> set[tuple[NamedNode, NamedNode]]:
    return {
        (ending, ended)
        for ending, predicate, ended in links(triples)
        if predicate == v.NEGATES and isinstance(ended, NamedNode)
    }


def _holders_by_policy(contents: Iterable[Iterable[Triple]]) -> dict[NamedNode, set[NamedNode]]:
    """Return who holds stances on which policy, read graph by graph.

    A stance that is read anew keeps its id, but may be of someone else by then.
    """
    found: dict[NamedNode, set[NamedNode]] = defaultdict(set)
    for triples in contents:
        holders: dict[NamedNode, NamedNode] = {}
        targets: dict[NamedNode, NamedNode] = {}
        policies: set[NamedNode] = set()
        for subject, predicate, value in links(triples):
            if predicate == v.HOLDER and isinstance(value, NamedNode):
                holders[subject] = value
            elif predicate == v.TARGET and isinstance(value, NamedNode):
                targets[subject] = value
            elif predicate == v.TYPE and value == v.POLICY:
                policies.add(subject)
        for stance, target in targets.items():
            if target in policies:
                found[target].add(holders[stance])
    return dict(found)


def _turns(holder: NamedNode, family: Family, documents: Documents) -> set[Triple]:
    sides = [documents.sides(holder, policy) for policy in sorted(family.policies, key=str)]
    if len({(n, polarity) for n, each in enumerate(sides) for polarity in each.values()}) < BOTH:
        return set()  # most holders stay on one side, and nothing more of them is read
    known = dated_stances((stance for each in sides for stance in each), documents)
    folds = folds_of([family], documents)
    return turn_triples(turns_of(known, folds, min_confidence=DEFAULT_MIN_CONFIDENCE))


def _all_holders(family: Family, *views: Documents) -> set[NamedNode]:
    found = {
        holder
        for view in views
        for policy in family.policies
        for stance in view.subjects(v.TARGET, policy)
        for holder in view.objects(stance, v.HOLDER)
    }
    return {holder for holder in found if isinstance(holder, NamedNode)}


def all_turns(documents: Documents, stances: Iterable[NamedNode]) -> set[Triple]:
    """Return every edge that follows from stances, which are all of their documents."""
    known = dated_stances(stances, documents)
    members = families({NamedNode(stance.target) for stance in known}, documents)
    folds = folds_of(members, documents)
    return turn_triples(turns_of(known, folds, min_confidence=DEFAULT_MIN_CONFIDENCE))
