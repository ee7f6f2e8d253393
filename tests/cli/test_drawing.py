"""`graphkit network` and `graphkit view`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.cli.command import invoke
from tests.positions import make_store

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("ending", ["graphml", "gexf", "csv", "json"])
def test_a_network_is_written_in_each_format(tmp_path: Path, ending: str) -> None:
    out = tmp_path / f"network.{ending}"
    store = make_store(tmp_path / "store")
    result = invoke("network", "--store", store, "--kind", "conflict", "-o", out)
    assert (result.exit_code, result.stdout) == (0, f"{out}: 3 nodes, 2 edges\n")
    assert "bob-cee" in out.read_text(encoding="utf-8")


def test_uncertain_stances_count_when_they_are_asked_for(tmp_path: Path) -> None:
    out = tmp_path / "network.json"
    store = make_store(tmp_path / "store")
    invoke("network", "--store", store, "--kind", "congruence", "--min-confidence", "0", "-o", out)
    nodes = [node["id"] for node in json.loads(out.read_text(encoding="utf-8"))["nodes"]]
    assert "person/di-bee.akron-mayor" in nodes


@pytest.mark.parametrize(
    ("kind", "out", "message"),
    [
        pytest.param("conflict", "network.docx", ".graphml", id="unknown-ending"),
        pytest.param("conflict", "network", ".graphml", id="no-ending"),
        pytest.param("conflict", "file/network.csv", "cannot be written", id="no-folder"),
        pytest.param("friends", "network.csv", "friends", id="unknown-kind"),
    ],
)
def test_a_mistaken_network_is_exit_2(tmp_path: Path, kind: str, out: str, message: str) -> None:
    (tmp_path / "file").touch()
    store = make_store(tmp_path / "store")
    result = invoke("network", "--store", store, "--kind", kind, "-o", tmp_path / out)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr
    assert sorted(p.name for p in tmp_path.iterdir()) == ["file", "store"]


def test_a_picture_is_one_file(tmp_path: Path) -> None:
    out = tmp_path / "pictures" / "graph.html"
    result = invoke("view", "--store", make_store(tmp_path / "store"), "-o", out)
    assert (result.exit_code, result.stdout) == (0, f"{out}: open it in a browser\n")
    assert "Ann Bee of Ohio backs the Clean Canals Act" in out.read_text(encoding="utf-8")


def test_a_picture_without_a_store_is_exit_2(tmp_path: Path) -> None:
    result = invoke("view", "--store", tmp_path / "none", "-o", tmp_path / "graph.html")
    assert (result.exit_code, "does not exist" in result.stderr) == (2, True)
    assert list(tmp_path.iterdir()) == []


def test_a_picture_that_cannot_be_written_is_exit_2(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    store = make_store(tmp_path / "store")
    result = invoke("view", "--store", store, "-o", tmp_path / "file" / "graph.html")
    assert (result.exit_code, "cannot be written" in result.stderr) == (2, True)
