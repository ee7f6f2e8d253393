"""What the documents of a store say together, or will say once some of them are replaced."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from pyoxigraph import Literal, NamedNode, QuerySolutions, Triple, Variable

from graphkit.ids import ActorId, StanceId, TargetId
from graphkit.rdf import vocabulary as v
from graphkit.records import DatedStance, ReviewStatus, days_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pyoxigraph import BlankNode, Store

    from graphkit.rdf.terms import Names

Choice = TypeVar("Choice")
Term = NamedNode | Literal
HELD_BY = "SELECT ?s ?holder ?target WHERE { ?s gk:holder ?holder ; gk:target ?target }"
"""Oxigraph joins faster than Python would read either half."""


def links(triples: Iterable[Triple]) -> Iterator[tuple[NamedNode, NamedNode, Term]]:
    """Yield the triples without blank nodes."""
    for t in triples:
        if isinstance(t.subject, NamedNode) and isinstance(t.object, Term):
            yield t.subject, t.predicate, t.object


class Documents:
    """What the documents of a store say, or will say once some graphs are replaced.

    Args:
        database: The store.
        names: Tells the graphs that are none of documents.
        replaced: What graphs will say, by their names.
    """

    def __init__(
        self,
        database: Store,
        names: Names,
        replaced: Mapping[NamedNode, Iterable[Triple]] | None = None,
    ) -> None:
        self._database = database
        self._hidden = {names.history, names.history_alone, names.derived, *(replaced or {})}
        said: dict[tuple[NamedNode, NamedNode], set[Term]] = defaultdict(set)
        said_of: dict[tuple[NamedNode, Term], set[NamedNode]] = defaultdict(set)
        for triples in (replaced or {}).values():
            for subject, predicate, value in links(triples):
                said[subject, predicate].add(value)
                said_of[predicate, value].add(subject)
        self._said, self._said_of = dict(said), dict(said_of)

    def objects(self, subject: NamedNode, predicate: NamedNode) -> set[Term]:
        """Return what documents say of a node."""
        quads = self._database.quads_for_pattern(subject, predicate, None, None)
        found = {q.object for q in quads if self._is_said_in(q.graph_name)}
        new = self._said.get((subject, predicate), set())
        return new.union(o for o in found if isinstance(o, Term))

    def subjects(self, predicate: NamedNode, value: Term) -> set[NamedNode]:
        """Return the nodes of which documents say this."""
        quads = self._database.quads_for_pattern(None, predicate, value, None)
        found = {q.subject for q in quads if self._is_said_in(q.graph_name)}
        return self._new(predicate, value).union(s for s in found if isinstance(s, NamedNode))

    def _new(self, predicate: NamedNode, value: Term) -> set[NamedNode]:
        return self._said_of.get((predicate, value), set())

    def stances(self, holder: NamedNode, target: NamedNode) -> set[NamedNode]:
        """Return the stances of a holder on a target."""
        bound: dict[Variable, NamedNode | BlankNode | Literal | Triple] = {
            Variable("holder"): holder,
            Variable("target"): target,
        }
        answer = self._database.query(HELD_BY, prefixes=v.PREFIXES, substitutions=bound)
        found = {row["s"] for row in answer} if isinstance(answer, QuerySolutions) else set()
        known = {s for s in found if self.objects(s, v.HOLDER)}
        return known | (self._new(v.HOLDER, holder) & self._new(v.TARGET, target))

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
        day, confidence = self._value(stance, v.STATED_ON), self._value(stance, v.CONFIDENCE)
        holder, target = self._value(stance, v.HOLDER), self._value(stance, v.TARGET)
        polarity = self._choice(v.POLARITIES, stance, v.POLARITY)
        if holder is None or target is None or polarity is None:
            return None
        precision = self._choice(v.DATE_PRECISIONS, stance, v.DATE_PRECISION)
        status = self._choice(v.REVIEW_STATUSES, stance, v.REVIEW_STATUS)
        try:
            return DatedStance(
                id=StanceId(stance.value),
                holder=ActorId(holder),
                target=TargetId(target),
                polarity=polarity,
                confidence=float(confidence or ""),
                review_status=status or ReviewStatus.UNREVIEWED,
                days=days_of(date.fromisoformat(day) if day else None, precision),
                text_cluster=self._text_cluster(stance, day),
            )
        except ValueError:  # no number, or no day of the calendar
            return None

    def _text_cluster(self, stance: NamedNode, day: str | None) -> str | None:
        """Return the text of which the document is a copy; None where the text tells the day."""
        if self.objects(stance, v.DATE_WORDS):
            return None
        sources = self._follow({stance}, v.EVIDENCE, v.HAS_TARGET, v.HAS_SOURCE)
        if any(self._value(source, v.DATE_PUBLISHED) != day for source in sources):
            return None
        return min((c.value for c in self._follow(sources, v.TEXT_CLUSTER)), default=None)

    def _follow(self, nodes: set[NamedNode], *path: NamedNode) -> set[NamedNode]:
        for edge in path:
            found = {o for node in nodes for o in self.objects(node, edge)}
            nodes = {o for o in found if isinstance(o, NamedNode)}
        return nodes

    def _value(self, node: NamedNode, predicate: NamedNode) -> str | None:
        return min((o.value for o in self.objects(node, predicate)), default=None)

    def _choice(
        self, choices: Mapping[Choice, NamedNode], node: NamedNode, predicate: NamedNode
    ) -> Choice | None:
        found = self.objects(node, predicate)
        return next((choice for choice, each in choices.items() if each in found), None)

    def _is_said_in(self, graph: object) -> bool:
        return isinstance(graph, NamedNode) and graph not in self._hidden
