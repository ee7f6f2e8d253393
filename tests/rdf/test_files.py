"""Exports: the same bytes for the same graph, whole or not at all."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import DefaultGraph, RdfFormat, parse

from graphkit.errors import GraphkitError, InputError
from graphkit.rdf import Store, open_store
from graphkit.rdf.files import read_graphs
from tests.rdf.world import fill

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FORMATS = {
    "all.nq": RdfFormat.N_QUADS,
    "all.trig": RdfFormat.TRIG,
    "all.ttl": RdfFormat.TURTLE,
    "all.jsonld": RdfFormat.JSON_LD,
}
BUILD = """
import sys
from pathlib import Path
from graphkit.rdf import open_store
from tests.rdf.world import fill
with open_store(Path(sys.argv[1]) / "s", create=True) as store:
    fill(store)
    for name in ("all.nq", "all.trig", "all.ttl", "all.jsonld"):
        store.export(Path(sys.argv[1]) / name, include_history=True)
"""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(tmp_path_factory.mktemp("files") / "s", create=True) as opened:
        fill(opened)
        yield opened


def quads(path: Path) -> set[object]:
    return set(parse(path=path, format=FORMATS[path.name]))


@pytest.mark.parametrize("name", ["all.trig", "all.jsonld"])
def test_formats_hold_the_same_quads(store: Store, tmp_path: Path, name: str) -> None:
    store.export(tmp_path / "all.nq")
    store.export(tmp_path / name)
    assert quads(tmp_path / name) == quads(tmp_path / "all.nq")


def test_turtle_is_the_union(store: Store, tmp_path: Path) -> None:
    store.export(tmp_path / "all.nq")
    store.export(tmp_path / "all.ttl")
    named = {str(q.triple) for q in parse(path=tmp_path / "all.nq", format=RdfFormat.N_QUADS)}
    union = {str(q.triple) for q in parse(path=tmp_path / "all.ttl", format=RdfFormat.TURTLE)}
    assert union == named


def test_n_quads_are_sorted_and_in_graphs(store: Store, tmp_path: Path) -> None:
    store.export(tmp_path / "all.nq")
    lines = (tmp_path / "all.nq").read_bytes().splitlines()
    assert lines == sorted(lines)
    assert len(set(lines)) == len(lines)
    graphs = {q.graph_name for q in parse(path=tmp_path / "all.nq", format=RdfFormat.N_QUADS)}
    assert DefaultGraph() not in graphs
    assert len(graphs) == 8  # seven documents, and what follows from them together


def test_no_blank_node_leaves(store: Store, tmp_path: Path) -> None:
    store.export(tmp_path / "all.nq", include_history=True)
    assert b"_:" not in (tmp_path / "all.nq").read_bytes()


@pytest.mark.parametrize("seed", ["0", "4711"])
def test_another_process_writes_the_same_bytes(store: Store, tmp_path: Path, seed: str) -> None:
    command = [sys.executable, "-c", BUILD, str(tmp_path)]
    subprocess.run(  # noqa: S603  # our own interpreter and script
        command, check=True, env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)}
    )
    for name in FORMATS:
        store.export(tmp_path / f"mine-{name}", include_history=True)
        assert (tmp_path / f"mine-{name}").read_bytes() == (tmp_path / name).read_bytes()


@pytest.mark.parametrize("name", ["all.csv", "all", "all.rdf", ".nq"])
def test_unknown_ending(store: Store, tmp_path: Path, name: str) -> None:
    with pytest.raises(GraphkitError, match=r"use one of \.nq, \.trig, \.ttl, \.jsonld"):
        store.export(tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_folder_that_is_missing_is_made(store: Store, tmp_path: Path) -> None:
    store.export(tmp_path / "new" / "folder" / "all.nq")
    store.export(tmp_path / "all.nq")
    made = (tmp_path / "new" / "folder" / "all.nq").read_bytes()
    assert made == (tmp_path / "all.nq").read_bytes()


def test_folder_that_cannot_be_made(store: Store, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(GraphkitError, match="cannot be written"):
        store.export(tmp_path / "file" / "all.nq")
    assert [p.name for p in tmp_path.iterdir()] == ["file"]


def test_a_file_of_triples_that_is_missing(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.ttl does not exist; name a file of triples$"):
        read_graphs(tmp_path / "none.ttl")


def test_place_that_is_a_folder(store: Store, tmp_path: Path) -> None:
    (tmp_path / "all.nq").mkdir()
    with pytest.raises(GraphkitError, match="cannot be written"):
        store.export(tmp_path / "all.nq")
    assert [p.name for p in tmp_path.iterdir()] == ["all.nq"]


def test_file_that_is_there_is_replaced(store: Store, tmp_path: Path) -> None:
    (tmp_path / "all.NQ").write_text("old")
    store.export(tmp_path / "all.NQ")
    assert (tmp_path / "all.NQ").read_text(encoding="utf-8").startswith("<https://")
    assert [p.name for p in tmp_path.iterdir()] == ["all.NQ"]
