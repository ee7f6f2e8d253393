"""The history graph: which run added and which withdrew which stance.

It alone knows the time. A withdrawn stance lies there with its evidence and the names of holder
and target; a stance that comes back leaves it again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, Triple

from graphkit.ids import mint
from graphkit.rdf import vocabulary as v
from graphkit.rdf.changes import triples_of
from graphkit.rdf.terms import time_literal
from graphkit.rdf.writing import setting_triples, software_triples

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pyoxigraph import Store

    from graphkit.rdf.terms import Names
    from graphkit.records import Run

FOLLOWED = (v.EVIDENCE, v.DATE_WORDS, v.HAS_TARGET, v.HAS_SELECTOR)
"""From a stance over these edges to the exact words that show it and its day."""
NAMED_BY = (v.HOLDER, v.TARGET, v.IN_CAPACITY)
"""Of these, class and label are enough."""


def stances_of(triples: Iterable[Triple]) -> set[NamedNode]:
    """Return the stances that a set of triples describes."""
    return {
        t.subject
        for t in triples
        if t.predicate == v.TYPE and t.object == v.STANCE and isinstance(t.subject, NamedNode)
    }


def run_node(run: Run, names: Names) -> NamedNode:
    """Return the node of a run: version, settings and time make it."""
    started = "" if run.started is None else time_literal(run.started).value
    settings = (part for setting in run.settings for part in setting)
    return names.node(mint("run", run.version, started, *settings))


def run_triples(
    run: Run,
    document: NamedNode,
    *,
    added: Iterable[NamedNode],
    withdrawn: Iterable[NamedNode],
    names: Names,
) -> set[Triple]:
    """Return what the history says of a run that read `document`."""
    activity = run_node(run, names)
    agent, said = software_triples(run, names)
    found = {
        *said,
        *setting_triples(run, activity),
        Triple(activity, v.TYPE, v.ACTIVITY),
        Triple(activity, v.TYPE, v.RUN),
        Triple(activity, v.ASSOCIATED_WITH, agent),
        Triple(activity, v.USED, document),
        *(Triple(activity, v.ADDED, stance) for stance in added),
        *(Triple(activity, v.WITHDREW, stance) for stance in withdrawn),
        *(Triple(stance, v.INVALIDATED_BY, activity) for stance in withdrawn),
    }
    if run.started is not None:
        found.add(Triple(activity, v.STARTED_AT, time_literal(run.started)))
    return found


def kept_triples(stances: set[NamedNode], graph: Iterable[Triple]) -> set[Triple]:
    """Return what has to be kept of withdrawn stances: themselves, their evidence, the names."""
    by_subject: dict[NamedNode, list[Triple]] = {}
    for triple in graph:
        if isinstance(triple.subject, NamedNode):
            by_subject.setdefault(triple.subject, []).append(triple)
    kept: set[Triple] = set()
    open_nodes = list(stances)
    while open_nodes:
        for triple in by_subject.get(open_nodes.pop(), []):
            kept.add(triple)
            if isinstance(triple.object, NamedNode) and triple.predicate in FOLLOWED:
                open_nodes.append(triple.object)
            if isinstance(triple.object, NamedNode) and triple.predicate in NAMED_BY:
                kept.update(
                    t for t in by_subject.get(triple.object, []) if t.predicate in (v.TYPE, v.LABEL)
                )
    return kept


def outdated_triples(database: Store, live: set[NamedNode], history: NamedNode) -> set[Triple]:
    """Return what the history keeps for the sake of stances that are alive again."""
    back = {s for s in live if any(database.quads_for_pattern(s, None, None, history))}
    if not back:
        return set()
    known = triples_of(database, history)
    return kept_triples(back, known) - kept_triples(stances_of(known) - back, known)
