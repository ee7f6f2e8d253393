"""Queries read the store and nothing else, whatever they say."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphkit.errors import QueryError
from graphkit.rdf import Store, Term, open_store
from tests.rdf.builders import harbor
from tests.rdf.test_store import exported

if TYPE_CHECKING:
    from collections.abc import Iterator

NOWHERE = "<http://127.0.0.1:9999/sparql>"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path = tmp_path_factory.mktemp("sparql") / "s"
    with open_store(path, create=True) as opened:
        opened.add(*harbor())
        opened.add(*harbor(source="https://coast.example/7"))
        yield opened


@pytest.mark.parametrize(
    ("query", "fault"),
    [
        pytest.param("SELECT * WHERE { ?s ?p }", "malformed at line 1, column 25", id="syntax"),
        pytest.param("SELECT ?s\nWHERE {\n  ?s ?p ?o\n", "malformed at line", id="not-closed"),
        pytest.param("", "the query is empty", id="empty"),
        pytest.param(" \n# nothing\n", "the query is empty", id="comment-only"),
        pytest.param(
            "DESCRIBE ex:policy/harbor-act", r"is written \\/, as in ex:person\\/ann$", id="slash"
        ),
        pytest.param("what?", "malformed", id="prose"),
        pytest.param(
            "SELECT ?s { ?s nope:p ?o }",
            "a prefix is not known; declare the prefix, or use one of dcterms, ex,",
            id="unknown-prefix",
        ),
        pytest.param(
            "SELECT (<http://x.example/f>(1) AS ?a) {}", "cannot be answered", id="unknown-function"
        ),
        pytest.param("DELETE WHERE { ?s ?p ?o }", "DELETE would change", id="delete"),
        pytest.param("INSERT DATA { <a:b> <a:b> 1 }", "INSERT would change", id="insert"),
        pytest.param("PREFIX x: <http://x/> drop all", "DROP would change", id="drop"),
        pytest.param("BASE <http://x/> CLEAR ALL", "CLEAR would change", id="clear"),
        pytest.param(
            "# SELECT\nLOAD <http://127.0.0.1:9999/x>", "LOAD would change", id="load-after-comment"
        ),
        pytest.param("WITH <a:b> DELETE { ?s ?p ?o } WHERE {}", "WITH would change", id="with"),
        pytest.param(f"ASK {{ SERVICE {NOWHERE} {{ ?s ?p ?o }} }}", "SERVICE", id="service"),
        pytest.param(f"ASK {{ sErViCe{NOWHERE}{{ ?s ?p ?o }} }}", "SERVICE", id="service-tight"),
        pytest.param(f"ASK {{ SERVICE SILENT {NOWHERE} {{}} }}", "SERVICE", id="service-silent"),
        pytest.param("ASK { SERVICE ?where { ?s ?p ?o } }", "SERVICE", id="service-variable"),
        pytest.param("ASK { SERVICE ex:x { ?s ?p ?o } }", "SERVICE", id="service-name"),
        pytest.param(
            f"ASK {{ SERVICE # no\n # really\n {NOWHERE} {{}} }}", "SERVICE", id="service-comment"
        ),
        pytest.param(
            f"ASK {{ BIND(1 AS ?a) FILTER(?a<2#>'''\n) SERVICE {NOWHERE} {{ ?s ?p ?o }} #'''\n }}",
            "SERVICE",
            id="service-hidden-in-what-looks-like-a-string",
        ),
        pytest.param(f"ASK {{ ?s ?p 1SERVICE{NOWHERE}{{}} }}", "SERVICE", id="service-after-digit"),
        pytest.param(f"ASK {{ ?s ?p ?o.SERVICE{NOWHERE}{{}} }}", "SERVICE", id="service-after-dot"),
        pytest.param(
            "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }", "no such graph", id="from-file"
        ),
        pytest.param(
            "SELECT * FROM <http://127.0.0.1:9999/> { ?s ?p ?o }",
            "nothing is fetched",
            id="from-web",
        ),
        pytest.param(
            "SELECT * FROM NAMED <http://127.0.0.1:9999/> { ?s ?p ?o }",
            "no such graph",
            id="from-named",
        ),
        pytest.param(
            "PREFIX w: <http://w.example/> SELECT * FROM w:x { ?s ?p ?o }",
            "FROM <http://w.example/x>",
            id="from-name",
        ),
        pytest.param("SELECT * FROM ex:history { ?s ?p ?o }", "history", id="from-history"),
    ],
)
def test_refused(store: Store, query: str, fault: str) -> None:
    before = exported(store, include_history=True)
    with pytest.raises(QueryError, match=fault) as caught:
        store.query(query)
    assert "\n" not in str(caught.value)
    assert exported(store, include_history=True) == before


@pytest.mark.parametrize(
    "query",
    [
        pytest.param("ASK { ?service a gk:Stance }", id="variable"),
        pytest.param("ASK { ?service a gk:Stance FILTER(?service != 3) }", id="variable-compared"),
        pytest.param("SELECT ?delete { ?delete a gk:Stance }", id="delete-as-variable"),
        pytest.param("ASK { ?s a gk:Stance } # insert SERVICE here", id="comment"),
        pytest.param(
            "PREFIX service: <https://w3id.org/graphkit/ontology#> ASK { ?s a service:Stance }",
            id="prefix",
        ),
        pytest.param("ASK { ?s a gk:Stance FILTER('DROP ALL' != 'x') }", id="string"),
        pytest.param("DESCRIBE ex:person\\/ana-bellwick", id="describe"),
        pytest.param("CONSTRUCT WHERE { ?s a gk:Stance }", id="construct"),
        pytest.param("select ?s { ?s a gk:Stance }", id="lower-case"),
    ],
)
def test_allowed(store: Store, query: str) -> None:
    assert store.query(query).rows != ()


def test_one_triple_of_two_documents_counts_once(store: Store) -> None:
    query = "SELECT (COUNT(?l) AS ?n) { ?p a foaf:Person ; rdfs:label ?l }"
    assert store.query(query).values() == ((3,),)
    assert store.query(query, include_history=True).values() == ((3,),)
    graphs = " ".join(f"FROM <{store.base}{d.id}>" for d in store.documents())
    assert store.query(query.replace("{", graphs + " {", 1)).values() == ((3,),)


def test_from_asks_the_named_documents_only(store: Store) -> None:
    first, second = (f"<{store.base}{d.id}>" for d in store.documents())
    count = "SELECT (COUNT(?s) AS ?n) {} {{ ?s a gk:Stance }}"
    inside = "SELECT DISTINCT ?g FROM NAMED {} {{ GRAPH ?g {{ ?s a {} }} }}"
    assert store.query(count.format(f"FROM {first}")).values() == ((5,),)
    assert store.query(count.format(f"FROM {first} FROM {second}")).values() == ((10,),)
    assert store.query(inside.format(first, "gk:Run")).rows == ()
    assert store.query(inside.format(first, "gk:Stance")).values() == ((first[1:-1],),)


def test_graph_names_the_document(store: Store) -> None:
    rows = store.query("SELECT DISTINCT ?g { GRAPH ?g { ?s a gk:Stance } } ORDER BY ?g").values()
    assert rows == tuple((f"{store.base}{d.id}",) for d in store.documents())


@pytest.mark.parametrize(
    "value",
    [
        "plain",
        True,
        7,
        0.5,
        Decimal("0.25"),
        date(2031, 3, 4),
        datetime(2031, 3, 4, 5, 6, 7, tzinfo=UTC),
    ],
)
def test_parameter_comes_back_as_it_went(store: Store, value: object) -> None:
    result = store.query("SELECT ?v { FILTER(?v = ?v) }", parameters={"v": value})  # type: ignore[dict-item]  # each of the kinds
    assert result.values() == ((value,),)


def test_parameter_may_be_an_iri(store: Store) -> None:
    bellwick = Term.iri(f"{store.base}person/ana-bellwick")
    result = store.query("SELECT ?p ?l { ?p rdfs:label ?l }", parameters={"p": bellwick})
    assert result.values() == ((bellwick.value, "Ana Bellwick"),)


@settings(max_examples=25)
@given(text=st.text(st.characters(exclude_categories=["Cs"])))
def test_text_of_a_parameter_is_only_text(store: Store, text: str) -> None:
    for hostile in (text, f'" }} ; DROP ALL #{text}', f"'''{text}> ?x . SERVICE <x:y> {{}}"):
        result = store.query("SELECT ?v { BIND(1 AS ?one) }", parameters={"v": hostile})
        assert result.values() == ((hostile,),)


@pytest.mark.parametrize(
    ("parameters", "fault"),
    [
        pytest.param({"nobody": "x"}, "parameter \\?nobody is not among", id="not-selected"),
        pytest.param({"s } DROP ALL": "x"}, "not the name of a variable", id="hostile-name"),
        pytest.param({"": "x"}, "not the name of a variable", id="no-name"),
        pytest.param({"s": Term.iri("no iri")}, "not a valid iri", id="bad-iri"),
        pytest.param({"s": "\ud800"}, "half a character", id="lone-surrogate"),
    ],
)
def test_parameters_that_do_not_fit(
    store: Store, parameters: dict[str, str | Term], fault: str
) -> None:
    with pytest.raises(QueryError, match=fault):
        store.query("SELECT ?s { ?s a gk:Stance }", parameters=parameters)


def test_long_reasons_are_cut(store: Store) -> None:
    with pytest.raises(QueryError) as caught:
        store.query("ASK { x-y:a ?p ?o }")
    assert len(str(caught.value)) < 260
    assert json.dumps(str(caught.value)).count("\\n") == 0
