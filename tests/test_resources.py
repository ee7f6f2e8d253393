"""The files that travel with the package are found, and each of them is sound."""

from __future__ import annotations

import json
import re

import pytest

from graphkit.nlp.lexicons import parse_table
from graphkit.resources import data, ontology, read_data
from tests.conftest import ROOT

DATA = ROOT / "graphkit" / "data"
TABLES = sorted(p.relative_to(DATA).as_posix() for p in DATA.rglob("*.tsv"))
JSON_LINES = sorted(p.relative_to(DATA).as_posix() for p in DATA.rglob("*.jsonl"))


def _header(text: str) -> tuple[str, ...]:
    first = next(x for x in text.splitlines() if x.strip() and not x.startswith("#"))
    return tuple(cell.strip() for cell in first.split("\t"))


def test_there_are_tables_to_test() -> None:
    assert TABLES != []


@pytest.mark.parametrize("name", TABLES)
def test_every_shipped_table_loads(name: str) -> None:
    text = read_data(name)

    rows = list(parse_table(text, source=name, columns=_header(text)))

    assert rows != []
    assert [r.where for r in rows if any("\r" in cell for cell in r.cells.values())] == []


@pytest.mark.parametrize("name", TABLES)
def test_every_table_explains_each_of_its_columns(name: str) -> None:
    text = read_data(name)
    comment = " ".join(x for x in text.splitlines() if x.startswith("#"))

    unexplained = [c for c in _header(text) if re.search(rf"\b{re.escape(c)}", comment) is None]

    assert comment != ""
    assert unexplained == []


@pytest.mark.parametrize("name", TABLES)
def test_the_rows_of_every_table_are_sorted_and_said_once(name: str) -> None:
    text = read_data(name)
    rows = list(parse_table(text, source=name, columns=_header(text)))
    keys = [next(iter(r.cells.values())).casefold() for r in rows]
    lines = ["\t".join(r.cells.values()) for r in rows]

    assert keys == sorted(keys)
    assert sorted(lines) == sorted(set(lines))


@pytest.mark.parametrize("name", [*TABLES, *JSON_LINES])
def test_every_shipped_table_is_read_by_some_module(name: str) -> None:
    stem = name.rpartition(".")[0]
    code = "".join(p.read_text(encoding="utf-8") for p in (ROOT / "graphkit").rglob("*.py"))

    assert f'"{name}"' in code or f'"{stem}"' in code


def test_every_line_of_json_lines_is_an_object() -> None:
    lines = [
        (name, line)
        for name in JSON_LINES
        for line in read_data(name).splitlines()
        if line.strip() and not line.startswith(("#", "//"))
    ]

    assert [x for x in lines if not isinstance(json.loads(x[1]), dict)] == []


def test_the_ontology_of_the_checkout_is_found() -> None:
    assert sorted(e.name for e in ontology().iterdir() if e.name.endswith(".ttl")) == sorted(
        p.name for p in (ROOT / "ontology").glob("*.ttl")
    )


def test_a_folder_of_data_is_found() -> None:
    assert data("sample").is_dir()


def test_a_file_that_is_not_in_the_package_is_said_to_be_missing() -> None:
    with pytest.raises(FileNotFoundError):
        read_data("gone.tsv")
