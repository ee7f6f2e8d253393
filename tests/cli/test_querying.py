"""`graphkit query` and `graphkit queries`."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.cli.command import environment, invoke
from tests.positions import content, make_store

if TYPE_CHECKING:
    from pathlib import Path

NAMES = "SELECT DISTINCT ?name WHERE { ?p a foaf:Person ; rdfs:label ?name } ORDER BY ?name"
UNTIL_IT_COMPUTES_S = 3.0
FOUR = ["Ann Bee", "Bob Cee", "Cy Dee", "Di Bee"]


def test_a_query_is_answered_as_a_table(tmp_path: Path) -> None:
    store = make_store(tmp_path / "store")
    result = invoke("query", NAMES, "--store", store)
    assert result.exit_code == 0
    lines = [line.strip() for line in result.stdout.splitlines()]
    assert [line for line in lines if line in FOUR] == FOUR
    assert lines[-1] == "4 rows"


def test_a_table_shortens_iris_and_other_formats_do_not(tmp_path: Path) -> None:
    store = make_store(tmp_path / "store")
    ask = "SELECT ?who ?how { ?s gk:holder ?who ; gk:polarity ?how } ORDER BY ?who LIMIT 1"
    table = invoke("query", ask, "--store", store).stdout
    assert "ex:person/ann-bee" in table
    assert "gk:supports" in table
    assert "https://" not in table
    for format_ in ("csv", "tsv", "json", "xml"):
        written = invoke("query", ask, "--store", store, "--format", format_).stdout
        assert "https://w3id.org/graphkit/data/person/ann-bee" in written
        assert "https://w3id.org/graphkit/ontology#supports" in written


def test_ctrl_c_ends_a_query_that_never_would(tmp_path: Path) -> None:
    store = make_store(tmp_path / "store")
    ask = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    program = subprocess.Popen(  # noqa: S603  # our own program
        [sys.executable, "-m", "graphkit", "query", ask, "--store", str(store)],
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    with pytest.raises(subprocess.TimeoutExpired):
        program.communicate(timeout=UNTIL_IT_COMPUTES_S)
    program.send_signal(signal.SIGINT)
    output = program.communicate(timeout=60)
    assert (program.returncode, output) == (-signal.SIGINT, (b"", b""))
    assert invoke("query", NAMES, "--store", store).exit_code == 0


@pytest.mark.parametrize(
    ("format_", "start"),
    [
        pytest.param("csv", "name\nAnn Bee\n", id="csv"),
        pytest.param("tsv", '?name\n"Ann Bee"\n', id="tsv"),
        pytest.param("json", "{", id="json"),
        pytest.param("xml", "<?xml", id="xml"),
    ],
)
def test_each_format_is_written(tmp_path: Path, format_: str, start: str) -> None:
    store = make_store(tmp_path / "store")
    result = invoke("query", NAMES, "--store", store, "--format", format_)
    assert (result.exit_code, result.stdout.startswith(start)) == (0, True)


def test_a_graph_is_written_as_turtle(tmp_path: Path) -> None:
    store = make_store(tmp_path / "store")
    ask = "CONSTRUCT { ?p rdfs:label ?name } WHERE { ?p a foaf:Person ; rdfs:label ?name }"
    for arguments in ((), ("--format", "turtle")):
        result = invoke("query", ask, "--store", store, *arguments)
        assert (result.exit_code, 'rdfs:label "Ann Bee"' in result.stdout) == (0, True)


@pytest.mark.parametrize(
    ("ask", "answer"),
    [
        pytest.param("ASK { ?s a gk:Stance }", "yes\n", id="yes"),
        pytest.param("ASK { ?s a gk:Unicorn }", "no\n", id="no"),
    ],
)
def test_a_question_of_yes_or_no(tmp_path: Path, ask: str, answer: str) -> None:
    store = make_store(tmp_path / "store")
    assert invoke("query", ask, "--store", store).stdout == answer


def test_a_query_is_read_from_a_file(tmp_path: Path) -> None:
    store = make_store(tmp_path / "store")
    (tmp_path / "q.rq").write_text(f"\ufeff# who is there?\n{NAMES}\n", encoding="utf-8")
    result = invoke("query", "--file", tmp_path / "q.rq", "--store", store, "--format", "csv")
    assert result.stdout.splitlines() == ["name", *FOUR]


def test_a_named_query_takes_parameters(tmp_path: Path) -> None:
    store = make_store(tmp_path / "store")
    result = invoke(
        "query", "--name", "who-opposes", "--param", "policy=Clean Canals Act",
        "--store", store, "--format", "csv",
    )  # fmt: skip
    assert result.exit_code == 0
    assert "Bob Cee of Iowa rejects the Clean Canals Act" in result.stdout
    assert "Ann Bee" not in result.stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param([], "ask one question", id="nothing-asked"),
        pytest.param([NAMES, "--name", "q01"], "ask one question", id="two-asked"),
        pytest.param(["SELECT ?x WHERE {"], "malformed at line 1", id="malformed"),
        pytest.param(["DELETE WHERE { ?s ?p ?o }"], "would change the store", id="update"),
        pytest.param(["--file", "none.rq"], "none.rq cannot be read", id="missing-file"),
        pytest.param(["--name", "nonsense"], "nonsense", id="unknown-name"),
        pytest.param(
            ["--name", "q01", "--param", "policy"],
            "write --param k=v",
            id="parameter-without-value",
        ),
        pytest.param(
            ["--name", "q01", "--param", "=x"], "write --param k=v", id="parameter-without-name"
        ),
        pytest.param(
            ["--name", "q01", "--param", "policy=a", "--param", "policy=b"],
            "given twice",
            id="parameter-twice",
        ),
        pytest.param(["--name", "q01", "--param", "colour=red"], "colour", id="unknown-parameter"),
        pytest.param(["--name", "q01", "--param", "policy=No Act"], "No Act", id="unknown-policy"),
        pytest.param([NAMES, "--param", "a=b"], "belongs to --name", id="parameter-of-no-name"),
        pytest.param([NAMES, "--format", "turtle"], "turtle holds a graph", id="wrong-format"),
    ],
)
def test_a_mistaken_question_is_exit_2_and_leaves_the_store(
    tmp_path: Path, arguments: list[str], message: str
) -> None:
    store = make_store(tmp_path / "store")
    before = content(store)
    result = invoke("query", *arguments, "--store", store)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr
    assert result.stderr.count("\n") == 1
    assert content(store) == before


def test_a_query_that_is_no_text_is_named(tmp_path: Path) -> None:
    store = make_store(tmp_path / "store")
    (tmp_path / "q.rq").write_bytes(b"\xff\xfe\x00S")
    result = invoke("query", "--file", tmp_path / "q.rq", "--store", store)
    assert (result.exit_code, "is not UTF-8 text" in result.stderr) == (2, True)


def test_the_named_queries_are_listed_with_their_parameters() -> None:
    result = invoke("queries", "--format", "json")
    listed = json.loads(result.stdout)
    assert len(listed) >= 5
    assert [q["name"] for q in listed if not q["question"]] == []
    text = invoke("queries").stdout
    assert [q["name"] for q in listed if q["name"] not in text] == []
    parameters = [p["name"] for q in listed for p in q["parameters"]]
    assert [name for name in parameters if f"--param {name}=" not in text] == []
