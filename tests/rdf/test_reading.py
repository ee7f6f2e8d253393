"""Records survive the way into triples and back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from pyoxigraph import RdfFormat, Triple, parse, serialize

from graphkit.ids import TenureId
from graphkit.rdf.ordering import canonical
from graphkit.rdf.reading import (
    document_from_triples,
    extraction_from_triples,
    summary_from_triples,
)
from graphkit.rdf.terms import Names
from graphkit.rdf.vocabulary import DEFAULT_BASE, POLARITY, RANK
from graphkit.rdf.writing import triples_from_records
from graphkit.records import Document, DocumentSummary, Extraction, Run
from tests.rdf.builders import harbor
from tests.rdf.strategies import readings

NAMES = Names(DEFAULT_BASE)
RUN = Run(version="1")


def written(document: Document, extraction: Extraction) -> frozenset[Triple]:
    return triples_from_records(document, extraction, run=RUN, names=NAMES)


@given(readings())
def test_records_to_rdf_to_records_is_identity(reading: tuple[Document, Extraction]) -> None:
    document, extraction = reading
    triples = written(document, extraction)
    assert extraction_from_triples(document.id, triples, NAMES) == canonical(extraction)
    assert document_from_triples(document.id, triples, NAMES) == document


@given(readings())
def test_canonical_order_is_stable(reading: tuple[Document, Extraction]) -> None:
    _, extraction = reading
    assert canonical(canonical(extraction)) == canonical(extraction)


@given(readings())
def test_triples_survive_n_quads(reading: tuple[Document, Extraction]) -> None:
    triples = written(*reading)
    data = serialize(triples, format=RdfFormat.N_TRIPLES) or b""
    assert {q.triple for q in parse(data, format=RdfFormat.N_TRIPLES)} == triples


def test_tenures_keep_their_order() -> None:
    document, extraction = harbor()
    bellwick = next(p for p in extraction.people if p.tenures and p.name == "Ana Bellwick")
    second = replace(
        bellwick.tenures[0], id=TenureId("tenure/0"), office="Aide"
    )  # sorts before the first
    people = (replace(bellwick, tenures=(*bellwick.tenures, second)),)
    several = replace(extraction, people=people + extraction.people[1:])
    read = extraction_from_triples(document.id, written(document, several), NAMES)
    assert [t.office for p in read.people for t in p.tenures][:2] == ["Governor", "Aide"]


def test_party_of_a_person_is_not_an_organization_of_the_document() -> None:
    document, extraction = harbor()
    read = extraction_from_triples(document.id, written(document, extraction), NAMES)
    assert [p.party for p in read.people] == ["Harbor Greens", "Old Party", None]
    assert read.organizations == ()


def test_summary_leaves_the_text_out() -> None:
    document, extraction = harbor()
    found = summary_from_triples(document.id, written(document, extraction), NAMES, stances=5)
    assert found == DocumentSummary(
        id=document.id,
        source=document.source,
        title=document.title,
        publisher=document.publisher,
        date=document.date,
        url=document.url,
        stances=5,
    )


def test_unknown_polarity_raises() -> None:
    document, extraction = harbor()
    triples = [t for t in written(document, extraction) if t.predicate != POLARITY]
    with pytest.raises(ValueError, match=r"no known value of .*polarity"):
        extraction_from_triples(document.id, triples, NAMES)


def test_position_is_needed() -> None:
    document, extraction = harbor()
    triples = [t for t in written(document, extraction) if not t.predicate.value.endswith("#end")]
    with pytest.raises(ValueError, match="no position"):
        extraction_from_triples(document.id, triples, NAMES)


def test_rank_may_be_missing() -> None:
    document, extraction = harbor()
    triples = [t for t in written(document, extraction) if t.predicate != RANK]
    assert extraction_from_triples(document.id, triples, NAMES) == canonical(extraction)
