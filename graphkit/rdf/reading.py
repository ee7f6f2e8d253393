"""Records from triples: the inverse of `graphkit.rdf.writing`.

RDF knows no order, so records come back in that of `canonical`: people and the like by where the
text names them first, stances by id.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from pyoxigraph import Literal, NamedNode

from graphkit.ids import (
    ActionId,
    ActorId,
    DocumentId,
    PolicyId,
    StanceId,
    StatementId,
    TargetId,
    TenureId,
    TextClusterId,
)
from graphkit.rdf import vocabulary as v
from graphkit.rdf.ordering import canonical
from graphkit.records import (
    Action,
    Document,
    DocumentSummary,
    Evidence,
    Extraction,
    Group,
    JurisdictionSource,
    Organization,
    OrganizationKind,
    Person,
    Policy,
    Span,
    Stance,
    Statement,
    Tenure,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pyoxigraph import Triple

    from graphkit.rdf.terms import Names

Choice = TypeVar("Choice")


def document_from_triples(
    identifier: DocumentId, triples: Iterable[Triple], names: Names
) -> Document:
    """Return the document that a graph describes; where it was read from is not kept."""
    node = _Description(triples, names).node(names.node(identifier))
    return Document(
        id=identifier,
        source=node.text(v.SOURCE_KEY) or "",
        text=node.text(v.TEXT) or "",
        sha256=node.text(v.SHA256) or "",
        text_cluster=TextClusterId(node.link(v.TEXT_CLUSTER) or ""),
        path="",
        title=node.text(v.TITLE),
        publisher=node.text(v.PUBLISHER),
        date=node.day(v.DATE_PUBLISHED),
        url=node.text(v.URL),
    )


def summary_from_triples(
    identifier: DocumentId, triples: Iterable[Triple], names: Names, *, stances: int
) -> DocumentSummary:
    """Return what is said of a document, its text left out."""
    node = _Description(triples, names).node(names.node(identifier))
    replaced_by = node.link(v.REPLACED_BY)
    return DocumentSummary(
        id=identifier,
        source=node.text(v.SOURCE_KEY) or "",
        title=node.text(v.TITLE),
        publisher=node.text(v.PUBLISHER),
        date=node.day(v.DATE_PUBLISHED),
        url=node.text(v.URL),
        stances=stances,
        replaced_by=None if replaced_by is None else DocumentId(replaced_by),
    )


def extraction_from_triples(
    identifier: DocumentId, triples: Iterable[Triple], names: Names
) -> Extraction:
    """Return what the graph of a document says, in canonical order."""
    return _Reader(identifier, _Description(triples, names)).extraction()


class _Description:
    """Triples by subject and predicate."""

    def __init__(self, triples: Iterable[Triple], names: Names) -> None:
        self.names = names
        self.by_subject: dict[str, dict[NamedNode, list[NamedNode | Literal]]] = defaultdict(
            lambda: defaultdict(list)
        )
        self.by_class: dict[NamedNode, list[NamedNode]] = defaultdict(list)
        for triple in triples:
            subject, value = triple.subject, triple.object
            if not isinstance(subject, NamedNode) or not isinstance(value, NamedNode | Literal):
                continue
            self.by_subject[subject.value][triple.predicate].append(value)
            if triple.predicate == v.TYPE and isinstance(value, NamedNode):
                self.by_class[value].append(subject)

    def node(self, node: NamedNode) -> _Node:
        return _Node(self, node)

    def instances(self, each: NamedNode) -> list[_Node]:
        return [_Node(self, n) for n in self.by_class[each]]


class _Node:
    """What is said of one node."""

    def __init__(self, description: _Description, node: NamedNode) -> None:
        self.description = description
        self.node = node
        self.said: Mapping[NamedNode, list[NamedNode | Literal]] = description.by_subject[
            node.value
        ]

    @property
    def id(self) -> str:
        return self.description.names.id(self.node.value)

    def values(self, predicate: NamedNode) -> list[NamedNode | Literal]:
        return self.said.get(predicate, [])

    def value(self, predicate: NamedNode) -> NamedNode | Literal | None:
        found = self.values(predicate)
        return min(found, key=str) if found else None

    def nodes(self, predicate: NamedNode) -> list[_Node]:
        return [
            _Node(self.description, n) for n in self.values(predicate) if isinstance(n, NamedNode)
        ]

    def has_class(self, each: NamedNode) -> bool:
        return each in self.values(v.TYPE)

    def text(self, predicate: NamedNode) -> str | None:
        found = self.value(predicate)
        return None if found is None else found.value

    def texts(self, predicate: NamedNode) -> tuple[str, ...]:
        return tuple(sorted(x.value for x in self.values(predicate)))

    def number(self, predicate: NamedNode) -> int | None:
        found = self.text(predicate)
        return None if found is None else int(found)

    def share(self, predicate: NamedNode) -> float:
        return float(self.text(predicate) or 1.0)

    def day(self, predicate: NamedNode) -> date | None:
        found = self.text(predicate)
        return None if found is None else date.fromisoformat(found)

    def link(self, predicate: NamedNode) -> str | None:
        found = self.nodes(predicate)
        return min(n.id for n in found) if found else None

    def links(self, predicate: NamedNode) -> tuple[str, ...]:
        return tuple(sorted(n.id for n in self.nodes(predicate)))

    def choice(self, predicate: NamedNode, choices: Mapping[Choice, NamedNode]) -> Choice | None:
        """Return the member of a closed choice that the value stands for."""
        found = self.value(predicate)
        return next((c for c, n in choices.items() if n == found), None)

    def needed(self, predicate: NamedNode, choices: Mapping[Choice, NamedNode]) -> Choice:
        found = self.choice(predicate, choices)
        if found is None:
            raise ValueError(f"{self.node.value}: no known value of {predicate.value}")
        return found


class _Reader:
    """Reads the records of one document."""

    def __init__(self, document: DocumentId, description: _Description) -> None:
        self.document = document
        self.description = description
        self.tenures: dict[str, list[_Node]] = defaultdict(list)
        self.parties: dict[str, str] = {}
        for node in description.instances(v.MEMBERSHIP):
            member = node.link(v.ORG_MEMBER) or ""
            if node.has_class(v.TENURE):
                self.tenures[member].append(node)
            else:
                for party in node.nodes(v.ORG_ORGANIZATION):
                    self.parties[member] = party.text(v.LABEL) or ""

    def extraction(self) -> Extraction:
        read = self.description.instances
        return canonical(
            Extraction(
                document=self.document,
                people=tuple(self._person(n) for n in self._mentioned(v.PERSON)),
                organizations=tuple(self._organization(n) for n in self._mentioned(v.ORGANIZATION)),
                groups=tuple(self._group(n) for n in self._mentioned(v.GROUP)),
                policies=tuple(self._policy(n) for n in self._mentioned(v.POLICY)),
                actions=tuple(self._action(n) for n in read(v.ACTION)),
                statements=tuple(self._statement(n) for n in read(v.STATEMENT)),
                stances=tuple(self._stance(n) for n in read(v.STANCE)),
            )
        )

    def _mentioned(self, each: NamedNode) -> list[_Node]:
        """Leave out what only serves another record, such as the party of a person."""
        return [n for n in self.description.instances(each) if n.values(v.MENTION)]

    def _span(self, place: _Node) -> Span:
        for selector in place.nodes(v.HAS_SELECTOR):
            start, end = selector.number(v.START), selector.number(v.END)
            if start is not None and end is not None:
                return Span(document=self.document, start=start, end=end)
        raise ValueError(f"{place.node.value}: no position")

    def _spans(self, node: _Node, predicate: NamedNode) -> tuple[Span, ...]:
        return tuple(self._span(place) for place in node.nodes(predicate))

    def _evidence(self, node: _Node) -> tuple[Span, ...]:
        return tuple(
            span for note in node.nodes(v.EVIDENCE) for span in self._spans(note, v.HAS_TARGET)
        )

    def _person(self, node: _Node) -> Person:
        tenures = sorted(self.tenures[node.id], key=lambda t: (t.number(v.RANK) or 0, t.id))
        return Person(
            id=ActorId(node.id),
            name=node.text(v.LABEL) or "",
            aliases=node.texts(v.ALT_LABEL),
            mentions=self._spans(node, v.MENTION),
            tenures=tuple(self._tenure(t) for t in tenures),
            party=self.parties.get(node.id),
        )

    def _tenure(self, node: _Node) -> Tenure:
        places = [p for post in node.nodes(v.POST_OF) for p in post.nodes(v.JURISDICTION_OF)]
        source = node.text(v.JURISDICTION_SOURCE)
        return Tenure(
            id=TenureId(node.id),
            office=node.text(v.ROLE_NAME) or "",
            jurisdiction=places[0].text(v.LABEL) if places else None,
            constituency=node.text(v.CONSTITUENCY),
            status=node.needed(v.TENURE_STATUS, v.TENURE_STATUSES),
            begins=self._edge(node, v.HAS_BEGINNING),
            ends=self._edge(node, v.HAS_END),
            evidence=self._evidence(node),
            jurisdiction_source=JurisdictionSource(source) if source else None,
            jurisdiction_confidence=node.share(v.JURISDICTION_CONFIDENCE) if source else None,
        )

    @staticmethod
    def _edge(node: _Node, edge: NamedNode) -> date | None:
        days = [
            instant.day(v.IN_DATE)
            for interval in node.nodes(v.MEMBER_DURING)
            for instant in interval.nodes(edge)
        ]
        return days[0] if days else None

    def _organization(self, node: _Node) -> Organization:
        kinds = [k for k, each in v.ORGANIZATION_CLASSES.items() if node.has_class(each)]
        return Organization(
            id=ActorId(node.id),
            name=node.text(v.LABEL) or "",
            aliases=node.texts(v.ALT_LABEL),
            mentions=self._spans(node, v.MENTION),
            kind=kinds[0] if kinds else OrganizationKind.ORGANIZATION,
        )

    def _group(self, node: _Node) -> Group:
        parties = node.nodes(v.MEMBER_PARTY)
        return Group(
            id=ActorId(node.id),
            name=node.text(v.LABEL) or "",
            aliases=node.texts(v.ALT_LABEL),
            mentions=self._spans(node, v.MENTION),
            count=node.number(v.MEMBER_COUNT),
            count_modifier=node.text(v.COUNT_MODIFIER),
            role=node.text(v.MEMBER_ROLE),
            party=parties[0].text(v.LABEL) if parties else None,
            members=tuple(ActorId(i) for i in node.links(v.MEMBER)),
        )

    def _policy(self, node: _Node) -> Policy:
        negated = node.link(v.NEGATES)
        return Policy(
            id=PolicyId(node.id),
            name=node.text(v.LABEL) or "",
            aliases=node.texts(v.ALT_LABEL),
            mentions=self._spans(node, v.MENTION),
            negates=None if negated is None else PolicyId(negated),
            area=node.choice(v.BROADER, v.POLICY_AREAS),
        )

    def _action(self, node: _Node) -> Action:
        about = node.link(v.ABOUT)
        return Action(
            id=ActionId(node.id),
            kind=next(k for k, each in v.ACTION_CLASSES.items() if node.has_class(each)),
            subkind=node.text(v.SUBKIND),
            name=node.text(v.LABEL) or "",
            leaders=tuple(ActorId(i) for i in node.links(v.LEAD_SIGNER)),
            co_leaders=tuple(ActorId(i) for i in node.links(v.CO_LEADER)),
            signers=tuple(ActorId(i) for i in node.links(v.SIGNER)),
            addressees=tuple(ActorId(i) for i in node.links(v.ADDRESSEE)),
            about=None if about is None else TargetId(about),
            stance=node.choice(v.POLARITY, v.POLARITIES),
            asks=self._place(node, v.ASKS),
            signer_count=node.number(v.SIGNER_COUNT),
            count_modifier=node.text(v.COUNT_MODIFIER),
            date=node.day(v.DATE),
            date_precision=node.choice(v.DATE_PRECISION, v.DATE_PRECISIONS),
            date_words=self._date_words(node),
            evidence=self._evidence(node),
            confidence=node.share(v.CONFIDENCE),
        )

    def _place(self, node: _Node, predicate: NamedNode) -> Span | None:
        found = self._spans(node, predicate)
        return found[0] if found else None

    def _date_words(self, node: _Node) -> Span | None:
        return self._place(node, v.DATE_WORDS)

    def _statement(self, node: _Node) -> Statement:
        speaker, cues = node.link(v.SPEAKER), self._spans(node, v.CUE)
        sources = self._spans(node, v.SOURCE_WORDS)
        return Statement(
            id=StatementId(node.id),
            speaker=None if speaker is None else ActorId(speaker),
            quote=self._spans(node, v.QUOTE)[0],
            kind=node.needed(v.STATEMENT_KIND, v.STATEMENT_KINDS),
            cue=cues[0] if cues else None,
            source=sources[0] if sources else None,
            joint_speakers=tuple(ActorId(i) for i in node.links(v.JOINT_SPEAKER)),
            confidence=node.share(v.CONFIDENCE),
            date=node.day(v.STATED_ON),
            date_precision=node.choice(v.DATE_PRECISION, v.DATE_PRECISIONS),
            date_words=self._date_words(node),
        )

    def _stance(self, node: _Node) -> Stance:
        capacity = node.link(v.IN_CAPACITY)
        return Stance(
            id=StanceId(node.id),
            holder=ActorId(node.link(v.HOLDER) or ""),
            target=TargetId(node.link(v.TARGET) or ""),
            polarity=node.needed(v.POLARITY, v.POLARITIES),
            confidence=node.share(v.CONFIDENCE),
            evidence=tuple(
                Evidence(span=span, kind=note.needed(v.EVIDENCE_KIND, v.EVIDENCE_KINDS))
                for note in node.nodes(v.EVIDENCE)
                for span in self._spans(note, v.HAS_TARGET)
            ),
            in_capacity=None if capacity is None else TenureId(capacity),
            stated_on=node.day(v.STATED_ON),
            date_precision=node.choice(v.DATE_PRECISION, v.DATE_PRECISIONS),
            date_words=self._date_words(node),
            review_status=node.needed(v.REVIEW_STATUS, v.REVIEW_STATUSES),
        )
