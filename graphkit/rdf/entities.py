"""Entities as they are shown to people, read from the union of the documents."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pyoxigraph import DefaultGraph, Literal, NamedNode

from graphkit.rdf import vocabulary as v
from graphkit.records import Entity, EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pyoxigraph import Store

    from graphkit.rdf.terms import Names
    from graphkit.records import Stance

KINDS: tuple[tuple[NamedNode, EntityKind], ...] = (
    (v.PERSON, EntityKind.PERSON),
    (v.PARTY, EntityKind.PARTY),
    (v.GOVERNMENT, EntityKind.GOVERNMENT),
    (v.ORGANIZATION, EntityKind.ORGANIZATION),
    (v.GROUP, EntityKind.GROUP),
    (v.POLICY, EntityKind.POLICY),
    (v.ACTION, EntityKind.ACTION),
)
"""The first class that a node has decides; a party is an organization too."""
KIND_ORDER = {kind: place for place, kind in enumerate(EntityKind)}


class Office(NamedTuple):
    """An office as it sorts: the main one first."""

    rank: int
    status: str
    name: str
    jurisdiction: str | None


class EntityReader:
    """Reads entities from the union; each one once."""

    def __init__(self, database: Store, names: Names) -> None:
        self._database = database
        self._names = names
        self._known: dict[str, Entity] = {}

    def objects(self, subject: NamedNode, predicate: NamedNode) -> list[NamedNode | Literal]:
        """Return what the union says of a node, sorted."""
        quads = self._database.quads_for_pattern(subject, predicate, None, DefaultGraph())
        return sorted(
            (q.object for q in quads if isinstance(q.object, NamedNode | Literal)), key=str
        )

    def subjects(self, predicate: NamedNode, value: NamedNode | Literal) -> list[NamedNode]:
        """Return the nodes of which the union says this, sorted."""
        quads = self._database.quads_for_pattern(None, predicate, value, DefaultGraph())
        return sorted((q.subject for q in quads if isinstance(q.subject, NamedNode)), key=str)

    def nodes(self, subject: NamedNode, *path: NamedNode) -> list[NamedNode]:
        """Follow a path of edges."""
        found = [subject]
        for edge in path:
            found = [o for s in found for o in self.objects(s, edge) if isinstance(o, NamedNode)]
        return found

    def text(self, subject: NamedNode, predicate: NamedNode) -> str | None:
        """Return the longest text that the union gives, the first of equals."""
        return longest(o.value for o in self.objects(subject, predicate))

    def kind(self, node: NamedNode) -> EntityKind | None:
        """Return what a node is; None where it is nothing that is shown."""
        classes = self.objects(node, v.TYPE)
        return next((kind for each, kind in KINDS if each in classes), None)

    def entity(self, node: NamedNode) -> Entity | None:
        """Return the entity of a node; None where there is none."""
        if node.value not in self._known:
            kind = self.kind(node)
            if kind is None:
                return None
            self._known[node.value] = self._read(node, kind)
        return self._known[node.value]

    def id(self, node: NamedNode) -> str:
        """Return the id of a node."""
        return self._names.id(node.value)

    def node(self, identifier: str) -> NamedNode:
        """Return the node of an id."""
        return self._names.node(identifier)

    def by_id(self, identifier: str) -> Entity | None:
        """Return the entity with an id; None where there is none."""
        return self.entity(self._names.node(identifier))

    def entities(self, nodes: Iterable[NamedNode]) -> tuple[Entity, ...]:
        """Return the entities of nodes, each once, sorted by name."""
        found = {e.id: e for e in map(self.entity, nodes) if e is not None}
        return tuple(sorted(found.values(), key=lambda e: (e.label, e.id)))

    def office_words(self, tenure: NamedNode) -> str | None:
        """Return an office with its place and seat, such as "Senator, Ohio, 5th District"."""
        office = self.text(tenure, v.ROLE_NAME)
        places = self.nodes(tenure, v.POST_OF, v.JURISDICTION_OF)
        place = self.text(places[0], v.LABEL) if places else None
        seat = self.text(tenure, v.CONSTITUENCY)
        return ", ".join(words for words in (office, place, seat) if words) or None

    def relative_date(self, stance: Stance) -> str | None:
        """Return the words for the day of a stance, None where the day is known."""
        if stance.stated_on is not None:
            return None
        return self.text(self._names.node(stance.id), v.RELATIVE_DATE)

    def _read(self, node: NamedNode, kind: EntityKind) -> Entity:
        labels = {o.value for o in self.objects(node, v.LABEL)}
        label = longest(labels) or self._names.id(node.value)
        aliases = labels | {o.value for o in self.objects(node, v.ALT_LABEL)}
        offices = self._offices(node) if kind is EntityKind.PERSON else []
        count_node = v.SIGNER_COUNT if kind is EntityKind.ACTION else v.MEMBER_COUNT
        count = self.text(node, count_node)
        return Entity(
            id=self._names.id(node.value),
            kind=kind,
            label=label,
            aliases=tuple(sorted(aliases - {label})),
            office=offices[0].name if offices else None,
            jurisdiction=offices[0].jurisdiction if offices else None,
            party=self._party(node),
            count=None if count is None else int(count),
            count_modifier=self.text(node, v.COUNT_MODIFIER),
        )

    def _offices(self, person: NamedNode) -> list[Office]:
        found = []
        for tenure in self.subjects(v.ORG_MEMBER, person):
            name = self.text(tenure, v.ROLE_NAME)
            if name is None:
                continue
            places = self.nodes(tenure, v.POST_OF, v.JURISDICTION_OF)
            found.append(
                Office(
                    rank=int(self.text(tenure, v.RANK) or 1),
                    status=""
                    if v.node("gk:current") in self.objects(tenure, v.TENURE_STATUS)
                    else "later",
                    name=name,
                    jurisdiction=self.text(places[0], v.LABEL) if places else None,
                )
            )
        return sorted(found, key=lambda o: (o.rank, o.status, o.jurisdiction is None, str(o)))

    def _party(self, node: NamedNode) -> str | None:
        parties = self.nodes(node, v.MEMBER_PARTY)
        for membership in self.subjects(v.ORG_MEMBER, node):
            parties += self.nodes(membership, v.ORG_ORGANIZATION)
        return longest(label for p in parties if (label := self.text(p, v.LABEL)))


def longest(texts: Iterable[str]) -> str | None:
    """Return the longest text, the first in alphabetical order of several; None of none."""
    return min(texts, key=lambda t: (-len(t), t), default=None)
