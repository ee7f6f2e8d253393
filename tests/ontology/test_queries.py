"""Each competency question has its answer on an invented world, the same in two engines."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import Literal, NamedNode, Quad, QuerySolutions, RdfFormat, parse
from pyoxigraph import Store as Oxigraph
from rdflib import Dataset, URIRef
from rdflib import Literal as RdflibLiteral

from graphkit.rdf import NamedQuery, Store, Term, TermKind, named_queries, open_store
from graphkit.rdf.named import bind_parameters
from graphkit.rdf.terms import ox_from_value, term_from_ox
from tests.ontology.questions import QUERIES, VALUES
from tests.rdf.world import fill

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rdflib.term import Identifier

    from graphkit.rdf import ParameterValue

NAMES = [q.name for q in named_queries()]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(tmp_path_factory.mktemp("world") / "s", create=True) as opened:
        fill(opened)
        yield opened


@pytest.fixture(scope="module")
def datasets(store: Store, tmp_path_factory: pytest.TempPathFactory) -> dict[bool, Dataset]:
    """What the store exports, in rdflib's own memory; with the history and without."""
    loaded = {}
    for include_history in (False, True):
        path = tmp_path_factory.mktemp("export") / "all.nq"
        store.export(path, include_history=include_history)
        dataset = loaded[include_history] = Dataset(default_union=True)
        for quad in parse(path=path, format=RdfFormat.N_QUADS):
            subject, predicate, value = (rdflib_term(term_from_ox(x)) for x in quad.triple)
            dataset.graph(URIRef(quad.graph_name.value)).add((subject, predicate, value))
    return loaded


def query_of(name: str) -> NamedQuery:
    return next(q for q in named_queries() if q.name == name)


def bound(store: Store, query: NamedQuery) -> dict[str, ParameterValue]:
    given = VALUES.get(query.name, {})
    return bind_parameters(query, given, lambda name, _: f"{store.base}{store_id(store, name)}")


def store_id(store: Store, name: str) -> str:
    rows = store.query("SELECT ?s ?name { ?s rdfs:label ?name }", parameters={"name": name}).rows
    found = sorted(str(row[0]) for row in rows)
    return found[0].removeprefix(store.base)


def rdflib_term(value: ParameterValue) -> Identifier:
    term = value if isinstance(value, Term) else term_from_ox(ox_from_value(value))
    if term.kind is TermKind.IRI:
        return URIRef(term.value)
    return RdflibLiteral(term.value, datatype=URIRef(term.datatype) if term.datatype else None)


def test_all_sixteen_questions_are_there() -> None:
    assert [name[:3] for name in NAMES] == [f"q{n:02}" for n in range(1, 17)]


@pytest.mark.parametrize("name", NAMES)
def test_answer_is_the_expected_one(store: Store, name: str) -> None:
    answer = store.query_named(name, VALUES.get(name, {})).write("csv")
    assert answer == (QUERIES / f"{name}.csv").read_text(encoding="utf-8")


@pytest.mark.filterwarnings("ignore:Dataset.*deprecated:DeprecationWarning")  # rdflib's own
@pytest.mark.parametrize("name", NAMES)
def test_rdflib_answers_the_same(store: Store, datasets: dict[bool, Dataset], name: str) -> None:
    query = query_of(name)
    bindings = {k: rdflib_term(x) for k, x in bound(store, query).items()}
    result = datasets[query.include_history].query(query.text, initBindings=bindings)
    hidden = {p.name for p in query.parameters}
    columns = [str(v) for v in result.vars or [] if str(v) not in hidden]
    rows = [["" if row[c] is None else str(row[c]) for c in columns] for row in result]  # type: ignore[call-overload,index]  # rows of SELECT
    expected = list(csv.reader(io.StringIO((QUERIES / f"{name}.csv").read_text("utf-8"))))
    assert [columns, *sorted(rows)] == [expected[0], *sorted(expected[1:])]


@pytest.mark.parametrize("name", [n for n in NAMES if n[:3] not in ("q13",)])
def test_every_question_but_that_for_faults_has_an_answer(name: str) -> None:
    assert len((QUERIES / f"{name}.csv").read_text("utf-8").splitlines()) > 1


@pytest.mark.parametrize("name", NAMES)
def test_query_is_ordered_and_needs_no_prefix_from_outside(name: str) -> None:
    text = query_of(name).text
    assert "ORDER BY" in text
    database = Oxigraph()
    names = [p.name for p in query_of(name).parameters]
    assert isinstance(database.query(text), QuerySolutions)
    assert all(f"?{n}" in text for n in names)


@pytest.mark.parametrize("name", [n for n in NAMES if not n.startswith("q11")])
def test_withdrawn_stances_never_appear(store: Store, name: str) -> None:
    gone = store.query("SELECT ?s { ?s prov:wasInvalidatedBy ?r }", include_history=True).rows
    answer = store.query_named(name, VALUES.get(name, {})).write("csv")
    assert len(gone) == 2
    assert not [row for row in gone if str(row[0]) in answer]


def test_what_changed_tells_of_withdrawn_ones(store: Store) -> None:
    result = store.query_named("q11", {"from": "2031-08-02", "until": "2031-08-02"})
    assert sorted(str(row[1]) for row in result.rows) == [
        "added",
        "added",
        "withdrawn",
        "withdrawn",
    ]
    assert store.query_named("q11", {"from": "2031-08-03"}).rows == ()
    assert len(store.query_named("q11", {"until": "2031-08-01"}).rows) == 18


GK = "https://w3id.org/graphkit/ontology#"


def stance(*, evidence: bool = True, shortcut: bool = True) -> list[Quad]:
    holder, target, node = (NamedNode(f"https://x.example/{n}") for n in ("h", "t", "s"))
    said = [
        (node, "holder", holder),
        (node, "target", target),
        (node, "polarity", NamedNode(f"{GK}opposes")),
    ]
    if evidence:
        said.append((node, "evidence", NamedNode("https://x.example/e")))
    if shortcut:
        said.append((holder, "opposes", target))
    quads = [Quad(s, NamedNode(f"{GK}{p}"), o) for s, p, o in said]
    kind = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    return [*quads, Quad(node, kind, NamedNode(f"{GK}Stance"))]


@pytest.mark.parametrize(
    ("quads", "problems"),
    [
        pytest.param(stance(), [], id="sound"),
        pytest.param(stance(shortcut=False), ["stance without edge"], id="no-edge"),
        pytest.param(stance(evidence=False), ["stance without evidence"], id="no-evidence"),
        pytest.param(stance()[-2:-1], ["edge without stance"], id="no-stance"),
    ],
)
def test_shortcut_question_finds_faults(quads: list[Quad], problems: list[str]) -> None:
    database = Oxigraph()
    database.extend(quads)
    rows = database.query(query_of("q13-shortcuts").text)
    assert isinstance(rows, QuerySolutions)
    assert [row["problem"] for row in rows] == [Literal(p) for p in problems]


def test_end_of_a_policy_supported_is_opposition_to_it(store: Store) -> None:
    rows = store.query_named("q01", {"policy": "Harbor Act"}).values()
    assert ("Oda Finchley", "the repeal of the Harbor Act") in [row[:2] for row in rows]
    repeal = store.query_named("q01", {"policy": "the repeal of the Harbor Act"})
    assert repeal.rows == ()


def test_end_of_a_policy_supported_is_no_support_for_it(store: Store) -> None:
    rows = store.query_named("q16", {"policy": "Harbor Act"}).values()
    assert "Oda Finchley" not in [row[0] for row in rows]
    repeal = store.query_named("q16", {"policy": "the repeal of the Harbor Act"}).values()
    assert [row[0] for row in repeal] == ["Oda Finchley", "Pell Marrowby"]


def test_out_of_office_does_not_sign(store: Store) -> None:
    values = {"addressee": "Ana Bellwick", "office": "Attorney General"}
    names = [row[2] for row in store.query_named("q02", values).values()]
    assert names == ["Oda Finchley"]
    assert store.query_named("q02", {**values, "until": "2031-06-14"}).rows == ()


@pytest.mark.parametrize(("least", "pairs"), [("1", 8), ("2", 1), ("3", 0)])
def test_agreement_on_at_least_so_many(store: Store, least: str, pairs: int) -> None:
    assert len(store.query_named("q06", {"least": least}).rows) == pairs
