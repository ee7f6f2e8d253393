"""What the documents of a store say together, or will say once some of them are replaced."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from pyoxigraph import DefaultGraph, Literal, NamedNode, QuerySolutions, Triple, Variable

from graphkit.ids import ActorId, StanceId, TargetId
from graphkit.rdf import vocabulary as v
from graphkit.records import DatedStance, ReviewStatus, days_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pyoxigraph import BlankNode, QuerySolution, Store

    from graphkit.rdf.terms import Names

Choice = TypeVar("Choice")
Term = NamedNode | Literal
KnownStances = dict[NamedNode, DatedStance | None]
MOST_KNOWN = 50_000
"""Some 30 MB. Without it, each document that names a person again reads all stances of that person
on a policy: the turns of 800 of them, added one by one, took 116 s in all instead of 44 s."""
UNION = DefaultGraph()
HELD = """SELECT ?stance ?polarity ?holder ?target WHERE {
  ?stance gk:holder ?holder ; gk:target ?target ; gk:polarity ?polarity
}"""
TURNED = """SELECT ?stance ?edge ?other ?holder ?target WHERE {
  ?stance gk:holder ?holder ; gk:target ?target .
  VALUES ?edge { gk:supersededBy gk:conflictsWith }
  ?stance ?edge ?other
}"""
"""Oxigraph joins faster than Python reads either half."""


def links(triples: Iterable[Triple]) -> Iterator[tuple[NamedNode, NamedNode, Term]]:
    """Yield the triples without blank nodes."""
    for t in triples:
        if isinstance(t.subject, NamedNode) and isinstance(t.object, Term):
            yield t.subject, t.predicate, t.object


class Documents:
    """What the documents of a store say, or will say once some graphs are replaced.

    Each look-up in a store on disk takes about 35 µs, so a stance is read by one of them.

    Args:
        database: The store.
        names: Tells the graphs that are none of documents.
        replaced: What graphs will say, by their names.
        known: Stances that the store has, kept from one change to the next; see `MOST_KNOWN`.
    """

    def __init__(
        self,
        database: Store,
        names: Names,
        replaced: Mapping[NamedNode, Iterable[Triple]] | None = None,
        known: KnownStances | None = None,
    ) -> None:
        self._database = database
        self._known = {} if known is None else known
        self._hidden = {names.history, names.history_alone, names.derived, *(replaced or {})}
        self._gone = {
            quad.subject
            for graph in replaced or {}
            for quad in database.quads_for_pattern(None, v.TYPE, v.STANCE, graph)
        }
        said: dict[NamedNode, dict[NamedNode, set[Term]]] = defaultdict(lambda: defaultdict(set))
        said_of: dict[tuple[NamedNode, Term], set[NamedNode]] = defaultdict(set)
        for triples in (replaced or {}).values():
            for subject, predicate, value in links(triples):
                said[subject][predicate].add(value)
                said_of[predicate, value].add(subject)
        self._said = {subject: dict(facts) for subject, facts in said.items()}
        self._said_of = dict(said_of)
        self._copies: dict[NamedNode, tuple[str | None, str | None]] = {}

    def objects(self, subject: NamedNode, predicate: NamedNode) -> set[Term]:
        """Return what documents say of a node."""
        quads = self._database.quads_for_pattern(subject, predicate, None, None)
        found = {q.object for q in quads if self._is_said_in(q.graph_name)}
        new = self._said.get(subject, {}).get(predicate, set())
        return new.union(o for o in found if isinstance(o, Term))

    def subjects(self, predicate: NamedNode, value: Term) -> set[NamedNode]:
        """Return the nodes of which documents say this."""
        quads = self._database.quads_for_pattern(None, predicate, value, None)
        found = {q.subject for q in quads if self._is_said_in(q.graph_name)}
        new = self._said_of.get((predicate, value), set())
        return new.union(s for s in found if isinstance(s, NamedNode))

    def sides(self, holder: NamedNode, target: NamedNode) -> dict[NamedNode, Term]:
        """Return the polarity of each stance of a holder on a target."""
        found: dict[NamedNode, Term] = {
            row["stance"]: row["polarity"]
            for row in self._rows(HELD, holder, target)
            if row["stance"] not in self._gone
        }
        held = self._said_of.get((v.HOLDER, holder), set())
        for stance in held & self._said_of.get((v.TARGET, target), set()):
            found.update((stance, p) for p in self._said[stance].get(v.POLARITY, ()))
        return found

    def turns(self, holder: NamedNode, target: NamedNode) -> set[Triple]:
        """Return the edges of turns from stances of a holder on a target, as the store has them."""
        rows = self._rows(TURNED, holder, target)
        return {Triple(row["stance"], row["edge"], row["other"]) for row in rows}

    def _rows(self, query: str, holder: NamedNode, target: NamedNode) -> Iterator[QuerySolution]:
        bound: dict[Variable, NamedNode | BlankNode | Literal | Triple] = {
            Variable("holder"): holder,
            Variable("target"): target,
        }
        answer = self._database.query(query, prefixes=v.PREFIXES, substitutions=bound)
        if isinstance(answer, QuerySolutions):
            yield from answer

    def endings(self, policy: NamedNode) -> set[tuple[NamedNode, NamedNode]]:
        """Return the pairs of a policy and what it ends in which this one stands."""
        ended = self.objects(policy, v.NEGATES)
        pairs = {(policy, other) for other in ended if isinstance(other, NamedNode)}
        return pairs | {(other, policy) for other in self.subjects(v.NEGATES, policy)}

    def tells(self, ending: tuple[NamedNode, NamedNode]) -> bool:
        """Tell whether documents say that the one policy ends the other."""
        return ending[1] in self.objects(ending[0], v.NEGATES)

    def dated(self, stance: NamedNode) -> DatedStance | None:
        """Return what of a stance decides on its turns; its ids are the whole IRIs.

        None where it lacks something that every stance has, as a forged one may.
        """
        if stance in self._said:
            return self._read(stance, self._said[stance])
        if stance not in self._known:
            if len(self._known) >= MOST_KNOWN:
                self._known.clear()
            self._known[stance] = self._read(stance, self._facts(stance))
        return self._known[stance]

    def _read(self, stance: NamedNode, facts: Mapping[NamedNode, set[Term]]) -> DatedStance | None:
        day, confidence = _value(facts, v.STATED_ON), _value(facts, v.CONFIDENCE)
        holder, target = _value(facts, v.HOLDER), _value(facts, v.TARGET)
        polarity = _choice(v.POLARITIES, facts, v.POLARITY)
        if holder is None or target is None or polarity is None:
            return None
        precision = _choice(v.DATE_PRECISIONS, facts, v.DATE_PRECISION)
        status = _choice(v.REVIEW_STATUSES, facts, v.REVIEW_STATUS)
        try:
            return DatedStance(
                id=StanceId(stance.value),
                holder=ActorId(holder),
                target=TargetId(target),
                polarity=polarity,
                confidence=float(confidence or ""),
                review_status=status or ReviewStatus.UNREVIEWED,
                days=days_of(date.fromisoformat(day) if day else None, precision),
                text_cluster=None if v.DATE_WORDS in facts else self._copied(stance, facts, day),
            )
        except ValueError:  # no number, or no day of the calendar
            return None

    def _facts(self, stance: NamedNode) -> Mapping[NamedNode, set[Term]]:
        facts: dict[NamedNode, set[Term]] = defaultdict(set)
        for quad in self._database.quads_for_pattern(stance, None, None, UNION):
            if isinstance(quad.object, Term):
                facts[quad.predicate].add(quad.object)
        return dict(facts)

    def _copied(
        self, stance: NamedNode, facts: Mapping[NamedNode, set[Term]], day: str | None
    ) -> str | None:
        """Return the text of which the document is a copy, where its day is that of the stance."""
        found = set()
        for source in self._sources(stance, facts):
            if source not in self._copies:
                told = (self.objects(source, p) for p in (v.DATE_PUBLISHED, v.TEXT_CLUSTER))
                published, cluster = (min((o.value for o in each), default=None) for each in told)
                self._copies[source] = published, cluster
            published, cluster = self._copies[source]
            if published == day and cluster is not None:
                found.add(cluster)
        return min(found, default=None)

    def _sources(self, stance: NamedNode, facts: Mapping[NamedNode, set[Term]]) -> set[NamedNode]:
        """Return the documents of a stance: a store has it in the graph that is named so."""
        if stance not in self._said:
            quads = self._database.quads_for_pattern(stance, v.TYPE, v.STANCE, None)
            graphs = {q.graph_name for q in quads if self._is_said_in(q.graph_name)}
            return {graph for graph in graphs if isinstance(graph, NamedNode)}
        nodes: set[Term] = set(facts.get(v.EVIDENCE, ()))
        for edge in (v.HAS_TARGET, v.HAS_SOURCE):
            said = (self._said.get(n, {}) for n in nodes if isinstance(n, NamedNode))
            nodes = {o for each in said for o in each.get(edge, ())}
        return {node for node in nodes if isinstance(node, NamedNode)}

    def _is_said_in(self, graph: object) -> bool:
        return isinstance(graph, NamedNode) and graph not in self._hidden


def _value(facts: Mapping[NamedNode, set[Term]], predicate: NamedNode) -> str | None:
    return min((o.value for o in facts.get(predicate, ())), default=None)


def _choice(
    choices: Mapping[Choice, NamedNode],
    facts: Mapping[NamedNode, set[Term]],
    predicate: NamedNode,
) -> Choice | None:
    found = facts.get(predicate, ())
    return next((choice for choice, each in choices.items() if each in found), None)
