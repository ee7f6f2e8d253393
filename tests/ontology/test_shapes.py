"""Every shape has a message and an example that breaks it, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import RDF, SH, Graph, URIRef

from graphkit.rdf import Problem, validate_file
from graphkit.rdf import vocabulary as v

ONTOLOGY = Path(__file__).resolve().parents[2] / "ontology"
VALID = sorted((ONTOLOGY / "examples" / "valid").glob("*.ttl"))
INVALID = sorted((ONTOLOGY / "examples" / "invalid").glob("*.ttl"))
OTHER_RULES = {
    "quote-is-the-text",
    "shortcut-has-a-stance",
    "digest-is-of-the-text",
    "no-blank-node",
    "turn-follows-from-stances",
}


def shapes() -> Graph:
    text = (ONTOLOGY / "shapes" / "core.ttl").read_text(encoding="utf-8")
    return Graph().parse(data=text, format="turtle")


def named_rule(path: Path) -> str:
    """The rule in the first comment: `# breaks gk:StanceShape-holder`."""
    return path.read_text(encoding="utf-8").splitlines()[0].removeprefix("# breaks ")


@pytest.mark.parametrize("path", VALID, ids=lambda p: p.stem)
def test_valid_example_has_no_fault(path: Path) -> None:
    assert validate_file(path) == ()


@pytest.mark.parametrize("path", INVALID, ids=lambda p: p.stem)
def test_invalid_example_breaks_the_rule_it_names_and_no_other(path: Path) -> None:
    problems: tuple[Problem, ...] = validate_file(path)
    assert {p.rule for p in problems} == {named_rule(path)}
    assert all(p.message for p in problems)


def test_every_rule_has_an_example_that_breaks_it() -> None:
    rules = {str(s).replace(v.GK, "gk:") for s in shapes().subjects(RDF.type, SH.PropertyShape)}
    assert {named_rule(p) for p in INVALID} == rules | OTHER_RULES


def test_every_property_shape_has_an_iri_a_message_and_a_node_shape() -> None:
    graph = shapes()
    for shape in graph.subjects(RDF.type, SH.PropertyShape):
        assert isinstance(shape, URIRef)
        assert len(list(graph.objects(shape, SH.message))) == 1
        owners = list(graph.subjects(SH.property, shape))
        assert len(owners) == 1
        assert str(shape).startswith(f"{owners[0]}-")


def test_every_class_that_is_checked_is_written() -> None:
    graph = shapes()
    written = {str(n.value) for n in vars(v).values() if hasattr(n, "value")}
    targets = {str(t) for t in graph.objects(None, SH.targetClass)}
    assert targets <= written


def test_every_path_is_a_property_that_is_written() -> None:
    graph = shapes()
    written = {str(n.value) for n in vars(v).values() if hasattr(n, "value")}
    paths = {str(p) for p in graph.objects(None, SH.path) if isinstance(p, URIRef)}
    assert paths <= written
