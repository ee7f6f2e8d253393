"""The scheme of policy areas."""

from __future__ import annotations

from pathlib import Path

from rdflib import RDF, SKOS, Graph, URIRef

from graphkit.rdf import vocabulary as v
from graphkit.records import PolicyArea

SCHEME = Path(__file__).resolve().parents[2] / "ontology" / "policies.ttl"
TOPICS = {*range(1, 11), *range(12, 22), 23}
"""Numbers of the major topics of the Comparative Agendas Project: there is no 11 and no 22."""


def test_each_area_is_a_top_concept_with_the_number_of_one_topic() -> None:
    graph = Graph().parse(data=SCHEME.read_text(encoding="utf-8"), format="turtle")
    scheme = URIRef(v.AREA_SCHEME.value)
    assert graph.value(scheme, RDF.type) == SKOS.ConceptScheme
    areas = set(graph.subjects(SKOS.topConceptOf, scheme))
    assert areas == {URIRef(node.value) for node in v.POLICY_AREAS.values()}
    assert areas == set(graph.subjects(SKOS.inScheme, scheme))
    numbers = [int(str(graph.value(area, SKOS.notation))) for area in areas]
    assert (len(numbers), set(numbers)) == (len(PolicyArea), TOPICS)
