"""Stances and their evidence as records, by SPARQL from the union of the documents."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from pyoxigraph import Literal, NamedNode, QuerySolution, QuerySolutions, Store, Variable

from graphkit.ids import ActorId, DocumentId, StanceId, TargetId, TenureId
from graphkit.rdf import vocabulary as v
from graphkit.records import Evidence, EvidenceKind, Quote, ReviewStatus, Span, Stance

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pyoxigraph import BlankNode, Triple

    from graphkit.rdf.terms import Names

Choice = TypeVar("Choice")

STANCES = """
SELECT ?stance ?holder ?target ?polarity ?confidence ?status ?capacity ?day ?precision WHERE {
  ?stance a gk:Stance ; gk:holder ?holder ; gk:target ?target ; gk:polarity ?polarity ;
          gk:confidence ?confidence .
  OPTIONAL { ?stance gk:reviewStatus ?status }
  OPTIONAL { ?stance gk:inCapacity ?capacity }
  OPTIONAL { ?stance gk:statedOn ?day }
  OPTIONAL { ?stance gk:datePrecision ?precision }
}"""
SHOWN = "?owner gk:evidence ?annotation . ?annotation oa:hasTarget ?place ."
PLACE = """
  ?place oa:hasSource ?document ; oa:hasSelector ?position .
  ?position oa:start ?start ; oa:end ?end .
  ?place oa:hasSelector ?words . ?words oa:exact ?exact .
  OPTIONAL { ?words oa:prefix ?prefix }
  OPTIONAL { ?words oa:suffix ?suffix }
"""
PLACES = f"{SHOWN} {PLACE} OPTIONAL {{ ?annotation gk:evidenceKind ?kind }}"
"""What is optional comes last: in between it cuts the pattern in two, which Oxigraph then joins
row by row (480 stances took 16 s instead of 0.5 s)."""
COLUMNS = "?owner ?kind ?document ?start ?end ?exact ?prefix ?suffix"
DEMANDS = f"SELECT {COLUMNS} WHERE {{ ?owner gk:asks ?place . {PLACE} }}"
QUOTES = f"SELECT {COLUMNS} WHERE {{ {PLACES} }}"
STANCE_QUOTES = (
    f"SELECT {COLUMNS} ?holder ?target WHERE {{ ?owner gk:holder ?holder ; gk:target ?target . "
    f"{PLACES} }}"
)
DOCUMENTS = """
SELECT ?document ?title ?publisher ?url ?day ?source WHERE {
  ?document a gk:Document .
  OPTIONAL { ?document dcterms:title ?title }
  OPTIONAL { ?document schema:publisher ?publisher }
  OPTIONAL { ?document schema:url ?url }
  OPTIONAL { ?document schema:datePublished ?day }
  OPTIONAL { ?document gk:sourceKey ?source }
}"""


class StanceReader:
    """Reads stances and quotations; documents once."""

    def __init__(self, database: Store, names: Names) -> None:
        self._database = database
        self._names = names
        self._documents: dict[str, QuerySolution] = {}

    def _rows(self, query: str, **bound: NamedNode) -> Iterator[QuerySolution]:
        terms: dict[Variable, NamedNode | BlankNode | Literal | Triple] = {
            Variable(name): value for name, value in bound.items()
        }
        answer = self._database.query(query, prefixes=v.PREFIXES, substitutions=terms)
        if isinstance(answer, QuerySolutions):
            yield from answer

    def stances(self, **bound: NamedNode) -> tuple[tuple[Stance, tuple[Quote, ...]], ...]:
        """Return stances with their quotations, sorted by id.

        Args:
            **bound: `holder` or `target`, to have those of one entity only.
        """
        quotes = self._grouped(STANCE_QUOTES, **bound)
        found = {
            row["stance"].value: self._stance(row, quotes[row["stance"].value])
            for row in self._rows(STANCES, **bound)
            if quotes[row["stance"].value]
        }
        pairs = ((stance, quotes[iri]) for iri, stance in found.items())
        return tuple(sorted(pairs, key=lambda pair: pair[0].id))

    def quotes(self, owner: NamedNode) -> tuple[Quote, ...]:
        """Return the evidence of a tenure or an action, in the order of the text."""
        return self._grouped(QUOTES, owner=owner)[owner.value]

    def demands(self, action: NamedNode) -> tuple[Quote, ...]:
        """Return the words that say what an action asks for."""
        return self._grouped(DEMANDS, owner=action)[action.value]

    def _grouped(self, query: str, **bound: NamedNode) -> defaultdict[str, tuple[Quote, ...]]:
        found: dict[str, set[Quote]] = defaultdict(set)
        for row in self._rows(query, **bound):
            found[row["owner"].value].add(self._quote(row))
        ordered = {k: tuple(sorted(q, key=lambda q: (q.span, q.kind))) for k, q in found.items()}
        return defaultdict(tuple, ordered)

    def _document(self, iri: str) -> QuerySolution:
        if not self._documents:
            self._documents = {row["document"].value: row for row in self._rows(DOCUMENTS)}
        return self._documents[iri]

    def _quote(self, row: QuerySolution) -> Quote:
        about = self._document(row["document"].value)
        return Quote(
            span=Span(
                document=DocumentId(self._names.id(row["document"].value)),
                start=int(row["start"].value),
                end=int(row["end"].value),
            ),
            kind=_chosen(v.EVIDENCE_KINDS, row["kind"]) or EvidenceKind.NARRATED,
            exact=row["exact"].value,
            prefix=_text(row["prefix"]) or "",
            suffix=_text(row["suffix"]) or "",
            title=_text(about["title"]),
            publisher=_text(about["publisher"]),
            url=_text(about["url"]),
            date=_day(about["day"]),
            source=_text(about["source"]),
        )

    def _stance(self, row: QuerySolution, quotes: tuple[Quote, ...]) -> Stance:
        capacity = row["capacity"]
        polarity = _chosen(v.POLARITIES, row["polarity"])
        if polarity is None:
            raise ValueError(f"{row['stance'].value}: {row['polarity'].value} is no polarity")
        return Stance(
            id=StanceId(self._names.id(row["stance"].value)),
            holder=ActorId(self._names.id(row["holder"].value)),
            target=TargetId(self._names.id(row["target"].value)),
            polarity=polarity,
            confidence=float(row["confidence"].value),
            evidence=tuple(Evidence(span=q.span, kind=q.kind) for q in quotes),
            in_capacity=None if capacity is None else TenureId(self._names.id(capacity.value)),
            stated_on=_day(row["day"]),
            date_precision=_chosen(v.DATE_PRECISIONS, row["precision"]),
            review_status=_chosen(v.REVIEW_STATUSES, row["status"]) or ReviewStatus.UNREVIEWED,
        )


def _text(term: Literal | None) -> str | None:
    return None if term is None else term.value


def _day(term: Literal | None) -> date | None:
    return None if term is None else date.fromisoformat(term.value)


def _chosen(choices: Mapping[Choice, NamedNode], node: object) -> Choice | None:
    return next((choice for choice, each in choices.items() if each == node), None)
