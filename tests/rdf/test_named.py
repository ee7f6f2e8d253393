"""Named queries: headers, names and parameters."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from graphkit.errors import QueryError, UnknownNameError
from graphkit.rdf import (
    ParameterType,
    ParameterValue,
    QueryParameter,
    Store,
    Term,
    named_queries,
    open_store,
)
from graphkit.rdf.named import bind_parameters, named_query, parse_named_query
from tests.rdf.builders import harbor

if TYPE_CHECKING:
    from collections.abc import Iterator

HEADER = "# question: Who?\n# description: All of them.\n"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(tmp_path_factory.mktemp("named") / "s", create=True) as opened:
        opened.add(*harbor())
        yield opened


def test_shipped_queries_are_described() -> None:
    for query in named_queries():
        assert query.question.endswith("?")
        assert query.description.endswith(".")
        assert all(p.description for p in query.parameters)
        assert all(p.example or p.default for p in query.parameters)


@pytest.mark.parametrize("name", ["q06-who-agrees", "q06", "who-agrees"])
def test_query_has_three_names(name: str) -> None:
    assert named_query(name).name == "q06-who-agrees"


def test_header_is_read() -> None:
    text = (
        f"{HEADER}# history: included\n"
        "# parameter: who | entity foaf:Person | example: Ana Bellwick | the person\n"
        "# parameter: least | int | default: 2 | how many\nSELECT * {}"
    )
    query = parse_named_query("q99-x", text)
    assert (query.question, query.description) == ("Who?", "All of them.")
    assert query.include_history is True
    assert query.parameters == (
        QueryParameter(
            name="who",
            type=ParameterType.ENTITY,
            description="the person",
            class_name="foaf:Person",
            example="Ana Bellwick",
        ),
        QueryParameter(name="least", type=ParameterType.INT, description="how many", default="2"),
    )
    assert [p.required for p in query.parameters] == [True, False]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        pytest.param("SELECT * {}", "begin with '# question", id="no-header"),
        pytest.param("# question: Who?\nSELECT * {}", "begin with '# question", id="half-header"),
        pytest.param(f"{HEADER}# parameter: a | int | 2\n", "q99-x.rq:3: ", id="three-fields"),
        pytest.param(f"{HEADER}# parameter: a | float | default: 2 | b\n", ":3: ", id="type"),
        pytest.param(f"{HEADER}# parameter: a | int | maybe: 2 | b\n", ":3: ", id="no-example"),
    ],
)
def test_header_that_is_wrong(text: str, fault: str) -> None:
    with pytest.raises(QueryError, match=fault):
        parse_named_query("q99-x", text)


def bound(kind: str, value: str, *, default: str | None = None) -> dict[str, ParameterValue]:
    line = f"default: {default}" if default else "example: x"
    query = parse_named_query("q99-x", f"{HEADER}# parameter: a | {kind} | {line} | it\n")
    given = {"a": value} if value else {}
    return bind_parameters(query, given, lambda name, _: f"https://x.example/{name}")


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("int", "7", 7),
        ("decimal", "0.5", Decimal("0.5")),
        ("date", "2031-03-04", date(2031, 3, 4)),
        ("string", '" } DROP ALL #', '" } DROP ALL #'),
        ("iri", "https://x.example/a", Term.iri("https://x.example/a")),
        ("entity", "Bellwick", Term.iri("https://x.example/Bellwick")),
    ],
)
def test_value_is_read_by_its_type(kind: str, text: str, value: object) -> None:
    assert bound(kind, text) == {"a": value}


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("int", "seven"),
        ("int", "7.5"),
        ("decimal", "half"),
        ("decimal", "NaN"),
        ("decimal", "Infinity"),
        ("date", "yesterday"),
        ("date", "2031-02-30"),
    ],
)
def test_value_of_another_type(kind: str, text: str) -> None:
    with pytest.raises(QueryError, match=f"is not of type {kind}"):
        bound(kind, text)


def test_default_is_taken() -> None:
    assert bound("int", "", default="2") == {"a": 2}


def test_any_leaves_the_variable_free() -> None:
    assert bound("entity", "", default="any") == {}


@pytest.mark.parametrize(
    ("name", "params", "fault"),
    [
        pytest.param("q01", {}, "needs policy: .* policy=Headwaters Fee Rule", id="missing"),
        pytest.param("q01", {"policy": "Harbor Act", "x": "1"}, "no parameter 'x'", id="unknown"),
        pytest.param("q03", {"x": "1"}, "it takes none", id="takes-none"),
        pytest.param("q06", {"least": "many"}, "not of type int; write it like 2", id="type"),
    ],
)
def test_parameters_used_wrongly(
    store: Store, name: str, params: dict[str, str], fault: str
) -> None:
    with pytest.raises(QueryError, match=fault):
        store.query_named(name, params)


@pytest.mark.parametrize(
    "policy",
    [
        "Harbor Act",
        "the bill",
        "harbor act",
        "policy/harbor-act",
        "https://w3id.org/graphkit/data/policy/harbor-act",
    ],
)
def test_entity_by_label_alias_id_or_iri(store: Store, policy: str) -> None:
    assert len(store.query_named("q01", {"policy": policy}).rows) == 3


@pytest.mark.parametrize(
    ("policy", "fault"),
    [
        pytest.param("Bridge Act", "did you mean 'Harbor Act' \\(policy/harbor-act\\)", id="near"),
        pytest.param("Zoning", "nothing that goes by 'Zoning'; ask for", id="unknown"),
        pytest.param("Ana Bellwick", "nothing that goes by 'Ana Bellwick'", id="another-class"),
        pytest.param("", "nothing that goes by ''", id="empty"),
        pytest.param('" } DROP ALL #', "nothing that goes by", id="injection"),
        pytest.param("\ud800", "nothing that goes by", id="half-a-character"),
    ],
)
def test_entity_that_is_not_there(store: Store, policy: str, fault: str) -> None:
    with pytest.raises(UnknownNameError, match=fault):
        store.query_named("q01", {"policy": policy})


def test_columns_of_parameters_are_left_out(store: Store) -> None:
    assert "policy" not in store.query_named("q01", {"policy": "Harbor Act"}).columns
