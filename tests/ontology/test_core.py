"""The ontology defines what the code writes, no more and no less."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import NamedNode
from rdflib import OWL, RDF, RDFS, SKOS, Graph, URIRef
from rdflib.term import BNode

from graphkit import resources
from graphkit.rdf import vocabulary as v

ONTOLOGY = Path(__file__).resolve().parents[2] / "ontology"
MODULES = sorted(ONTOLOGY.glob("*.ttl"))
TURTLE = [*MODULES, *sorted((ONTOLOGY / "shapes").glob("*.ttl"))]


def terms_of_the_code() -> set[str]:
    """Every `gk:` term of the vocabulary module, which alone spells out IRIs."""
    found: set[str] = set()
    for value in vars(v).values():
        nodes = value.values() if isinstance(value, dict) else [value]
        found |= {n.value for n in nodes if isinstance(n, NamedNode) and n.value.startswith(v.GK)}
    return found


def graph_of(*paths: Path) -> Graph:
    graph = Graph(bind_namespaces="none")
    for path in paths:
        graph.parse(data=path.read_text(encoding="utf-8"), format="turtle")
    return graph


def defined_terms() -> list[URIRef]:
    graph = graph_of(*MODULES)
    return sorted({s for s in graph.subjects(RDFS.isDefinedBy) if isinstance(s, URIRef)})


def test_every_term_of_the_code_is_defined_and_every_defined_one_is_used() -> None:
    assert {str(t) for t in defined_terms()} == terms_of_the_code()


def test_no_other_module_spells_out_a_term() -> None:
    rooms = sorted((ONTOLOGY.parent / "graphkit").rglob("*.py"))
    spelled = [p.name for p in rooms if v.GK in p.read_text(encoding="utf-8")]
    assert spelled == ["vocabulary.py"]


@pytest.mark.parametrize("term", defined_terms(), ids=lambda t: t.rpartition("#")[2])
def test_term_is_documented(term: URIRef) -> None:
    graph = graph_of(*MODULES)
    for predicate in (RDFS.label, SKOS.definition, SKOS.example, RDFS.isDefinedBy):
        values = list(graph.objects(term, predicate))
        assert len(values) == 1, predicate
        assert str(values[0]).strip()
    assert str(graph.value(term, SKOS.definition)).endswith(".")
    assert list(graph.objects(term, RDF.type))


@pytest.mark.parametrize("path", TURTLE, ids=lambda p: p.name)
def test_file_is_written_as_rdflib_writes_it(path: Path) -> None:
    written = graph_of(path).serialize(format="longturtle", encoding="utf-8")
    assert written == path.read_bytes()


@pytest.mark.parametrize("path", TURTLE, ids=lambda p: p.name)
def test_file_is_one_ontology_with_a_version(path: Path) -> None:
    graph = graph_of(path)
    ontologies = list(graph.subjects(RDF.type, OWL.Ontology))
    assert len(ontologies) == 1
    assert str(graph.value(ontologies[0], OWL.versionIRI)).startswith(f"{ontologies[0]}/")


@pytest.mark.parametrize("path", TURTLE, ids=lambda p: p.name)
def test_blank_nodes_are_lists_only(path: Path) -> None:
    graph = graph_of(path)
    blank = {s for s in graph.subjects() if isinstance(s, BNode)}
    assert {p for b in blank for p in graph.predicates(b)} <= {RDF.first, RDF.rest}


def test_superclasses_are_known_vocabularies() -> None:
    graph = graph_of(*MODULES)
    known = tuple(iri for name, iri in v.PREFIXES.items() if name != "sh")
    others = [o for o in graph.objects(None, RDFS.subClassOf) if not str(o).startswith(known)]
    assert others == []


def test_ontology_travels_with_the_package() -> None:
    assert resources.ontology().joinpath("core.ttl").is_file()
