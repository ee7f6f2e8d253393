"""Answers in the formats of the W3C, hostile characters included."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from pyoxigraph import QueryResultsFormat, QuerySolutions, parse_query_results

from graphkit.errors import QueryError
from graphkit.rdf import QueryResult, ResultKind, Term, TermKind, open_store
from graphkit.rdf.terms import term_from_ox
from tests.rdf.builders import harbor

if TYPE_CHECKING:
    from pathlib import Path

XSD = "http://www.w3.org/2001/XMLSchema#"
HOSTILE = 'a "b", <c>\n& \t\\d \u202e é'
RESULT = QueryResult(
    kind=ResultKind.SELECT,
    columns=("who", "n"),
    rows=(
        (Term.iri("https://x.example/a?b=1&c=2"), Term(TermKind.LITERAL, "3", f"{XSD}integer")),
        (Term.string(HOSTILE), None),
        (
            Term(TermKind.LITERAL, "Hafen", None, "de"),
            Term(TermKind.LITERAL, "2031-03-04", f"{XSD}date"),
        ),
    ),
)
TRUTH = QueryResult(
    kind=ResultKind.ASK,
    columns=("answer",),
    rows=((Term(TermKind.LITERAL, "true", f"{XSD}boolean"),),),
    boolean=True,
)
EMPTY = QueryResult(kind=ResultKind.SELECT, columns=("a",), rows=())


def test_texts_are_for_people() -> None:
    iris = ("https://w3id.org/graphkit/data/person/a", "http://www.w3.org/ns/org#Post")
    result = QueryResult(
        kind=ResultKind.SELECT,
        columns=("a", "b"),
        rows=(*RESULT.rows, (Term.iri(iris[0]), Term.iri(iris[1])), (Term.string(iris[0]), None)),
    )
    assert result.texts() == (
        ("https://x.example/a?b=1&c=2", "3"),
        (HOSTILE, ""),
        ("Hafen", "2031-03-04"),
        ("ex:person/a", "org:Post"),
        (iris[0], ""),
    )


def test_texts_know_the_base_of_their_store(tmp_path: Path) -> None:
    base = "https://data.example/x#"
    with open_store(tmp_path / "s", base=base, create=True) as store:
        store.add(*harbor())
        ask = "SELECT DISTINCT ?p { ?s gk:target ?p . ?p a gk:Policy }"
        assert store.query(ask).texts() == (("ex:policy/harbor-act",),)
        named = store.query_named("who-opposes", {"policy": "ex:policy/harbor-act"})
        place = named.columns.index("polarity")
        assert {row[place] for row in named.texts()} == {"gk:opposes"}


def test_csv() -> None:
    rows = list(csv.reader(io.StringIO(RESULT.write("csv"))))
    assert rows == [
        ["who", "n"],
        ["https://x.example/a?b=1&c=2", "3"],
        [HOSTILE, ""],
        ["Hafen", "2031-03-04"],
    ]


@pytest.mark.parametrize(
    ("form", "reader"),
    [
        ("json", QueryResultsFormat.JSON),
        ("xml", QueryResultsFormat.XML),
        ("tsv", QueryResultsFormat.TSV),
    ],
)
def test_another_library_reads_the_same(form: str, reader: QueryResultsFormat) -> None:
    found = parse_query_results(RESULT.write(form), reader)
    assert isinstance(found, QuerySolutions)
    assert [v.value for v in found.variables] == ["who", "n"]
    rows = tuple(
        tuple(None if row[i] is None else term_from_ox(row[i]) for i in range(2)) for row in found
    )
    assert rows == RESULT.rows


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("csv", "answer\ntrue\n"),
        ("tsv", '?answer\n"true"^^<http://www.w3.org/2001/XMLSchema#boolean>\n'),
        ("json", '{\n  "head": {},\n  "boolean": true\n}\n'),
    ],
)
def test_yes_or_no(form: str, text: str) -> None:
    assert TRUTH.write(form) == text


def test_yes_or_no_in_xml() -> None:
    root = ET.fromstring(TRUTH.write("xml"))  # noqa: S314  # our own text
    assert [child.text for child in root] == [None, "true"]


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("csv", "a\n"),
        ("tsv", "?a\n"),
        (
            "json",
            json.dumps({"head": {"vars": ["a"]}, "results": {"bindings": []}}, indent=2) + "\n",
        ),
    ],
)
def test_no_rows(form: str, text: str) -> None:
    assert EMPTY.write(form) == text


def test_xml_holds_no_forbidden_character() -> None:
    rows = ((Term.string("nul\x00 bell\x07 half\ufffe"),),)
    text = QueryResult(kind=ResultKind.SELECT, columns=("a",), rows=rows).write("xml")
    assert "nul\ufffd bell\ufffd half\ufffd" in "".join(ET.fromstring(text).itertext())  # noqa: S314  # our own text


def test_values_are_python_values() -> None:
    assert RESULT.values() == (
        ("https://x.example/a?b=1&c=2", 3),
        (HOSTILE, None),
        ("Hafen", date(2031, 3, 4)),
    )


@pytest.mark.parametrize("result", [RESULT, TRUTH, EMPTY])
def test_turtle_needs_a_graph(result: QueryResult) -> None:
    with pytest.raises(QueryError, match="ask with CONSTRUCT"):
        result.write("turtle")


def test_unknown_format() -> None:
    with pytest.raises(QueryError, match="use one of csv, tsv, json, xml, turtle"):
        RESULT.write("xlsx")


def test_graph_is_written_as_turtle(tmp_path: Path) -> None:
    with open_store(tmp_path / "s", create=True) as store:
        store.add(*harbor())
        result = store.query(
            "CONSTRUCT { ?p rdfs:label ?l } WHERE { ?p a gk:Policy ; rdfs:label ?l }"
        )
    assert result.kind is ResultKind.GRAPH
    assert result.columns == ("subject", "predicate", "object")
    assert result.write("turtle").endswith(
        '<https://w3id.org/graphkit/data/policy/harbor-act> rdfs:label "Harbor Act" .\n'
    )


def test_graph_is_in_one_order(tmp_path: Path) -> None:
    query = "CONSTRUCT WHERE { ?p rdfs:label ?l }"
    with open_store(tmp_path / "s", create=True) as store:
        store.add(*harbor())
        rows = store.query(query).rows
    assert list(rows) == sorted(rows, key=lambda r: [str(c) for c in r])
    assert len(rows) > 5
