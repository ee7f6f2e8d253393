"""`graphkit validate` and `graphkit export`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.cli.command import invoke
from tests.positions import content, make_store

if TYPE_CHECKING:
    from pathlib import Path


def _forged(folder: Path) -> Path:
    """Return a file in which a quotation is not what the text says."""
    out = folder / "graph.nq"
    invoke("export", "--store", make_store(folder / "store"), "-o", out)
    lines = [
        line.replace("backs", "mocks") if "ns/oa#exact" in line else line
        for line in out.read_text(encoding="utf-8").splitlines()
    ]
    out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return out


def test_a_sound_store_has_no_problems(tmp_path: Path) -> None:
    store = make_store(tmp_path / "store")
    result = invoke("validate", "--store", store)
    assert (result.exit_code, result.stdout) == (0, f"{store}: no problems\n")
    assert json.loads(invoke("validate", "--store", store, "--format", "json").stdout) == []


def test_problems_are_listed_and_are_exit_1(tmp_path: Path) -> None:
    file = _forged(tmp_path)
    result = invoke("validate", file)
    assert result.exit_code == 1
    assert f"4 problems in {file}" in result.stdout
    listed = invoke("validate", file, "--format", "json")
    assert listed.exit_code == 1
    assert {problem["rule"] for problem in json.loads(listed.stdout)} == {"quote-is-the-text"}


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        pytest.param("none.ttl", None, "none.ttl", id="missing"),
        pytest.param("a.ttl", "this is not Turtle", "a.ttl", id="malformed"),
        pytest.param("a.docx", "x", "a.docx", id="unknown-ending"),
    ],
)
def test_what_cannot_be_checked_is_exit_2(
    tmp_path: Path, name: str, text: str | None, message: str
) -> None:
    if text is not None:
        (tmp_path / name).write_text(text, encoding="utf-8")
    result = invoke("validate", tmp_path / name)
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1)
    assert message in result.stderr


@pytest.mark.parametrize("ending", ["nq", "trig", "ttl", "jsonld"])
def test_the_graph_is_written_in_each_format(tmp_path: Path, ending: str) -> None:
    out = tmp_path / f"graph.{ending}"
    result = invoke("export", "--store", make_store(tmp_path / "store"), "-o", out)
    assert (result.exit_code, result.stdout) == (0, f"{out}: written\n")
    assert "Ann Bee" in out.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("out", "message"),
    [
        pytest.param("graph.docx", ".nq, .trig, .ttl, .jsonld", id="unknown-ending"),
        pytest.param("file/graph.nq", "cannot be written", id="no-folder"),
    ],
)
def test_a_mistaken_export_is_exit_2_and_leaves_the_store(
    tmp_path: Path, out: str, message: str
) -> None:
    (tmp_path / "file").touch()
    store = make_store(tmp_path / "store")
    before = content(store)
    result = invoke("export", "--store", store, "-o", tmp_path / out)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr
    assert content(store) == before


def test_a_folder_that_is_no_store_is_exit_2(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    result = invoke("validate", "--store", tmp_path)
    assert (result.exit_code, "not a store" in result.stderr) == (2, True)
    assert [p.name for p in tmp_path.iterdir()] == ["notes.txt"]
