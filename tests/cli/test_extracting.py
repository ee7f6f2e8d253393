"""`graphkit extract`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.cli.command import invoke, run

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "“I back the Clean Canals Act,” said Governor Ann Bee of Ohio.\n"
KEYS = {"people", "organizations", "groups", "actions", "policies", "statements", "stances"}
BIG = 20_000_000


def _write(folder: Path, name: str, text: str = TEXT) -> Path:
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.model
def test_one_file_gives_one_indented_object(tmp_path: Path) -> None:
    result = invoke("extract", _write(tmp_path, "a.txt"))
    assert (result.exit_code, result.stdout.startswith("{\n ")) == (0, True)
    assert set(json.loads(result.stdout)) >= KEYS


@pytest.mark.model
def test_several_files_give_json_lines_that_say_whose_they_are(tmp_path: Path) -> None:
    files = [_write(tmp_path, "b.txt"), _write(tmp_path, "a.txt")]
    result = invoke("extract", *files)
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert [line["file"] for line in lines] == [str(file) for file in files]
    assert [set(line) >= KEYS for line in lines] == [True, True]


@pytest.mark.model
def test_with_out_each_file_has_its_own(tmp_path: Path) -> None:
    files = [_write(tmp_path, "b.txt"), _write(tmp_path, "a.txt")]
    out = tmp_path / "new" / "out"
    result = invoke("extract", *files, "--out", out)
    assert (result.exit_code, result.stdout) == (0, "")
    assert sorted(p.name for p in out.iterdir()) == ["a.json", "b.json"]
    assert set(json.loads((out / "a.json").read_text(encoding="utf-8"))) >= KEYS


@pytest.mark.model
def test_a_table_is_for_people(tmp_path: Path) -> None:
    result = invoke("extract", _write(tmp_path, "a.txt"), "--format", "table")
    assert result.exit_code == 0
    assert "speaker" in result.stdout
    assert not result.stdout.startswith("{")


@pytest.mark.model
def test_a_table_of_nothing_says_so(tmp_path: Path) -> None:
    file = _write(tmp_path, "a.txt", "It rained.\n")
    result = invoke("extract", file, "--format", "table")
    assert result.stdout == f"{file}: no title\n    nobody and nothing was found in it\n"


@pytest.mark.model
def test_one_bad_file_of_many_is_exit_1_and_the_others_are_answered(tmp_path: Path) -> None:
    result = invoke("extract", _write(tmp_path, "empty.txt", ""), _write(tmp_path, "a.txt"))
    assert result.exit_code == 1
    assert [json.loads(line)["file"] for line in result.stdout.splitlines()] == [
        str(tmp_path / "a.txt")
    ]
    assert "empty.txt" in result.stderr
    assert "1 of 2 files could not be read" in result.stderr


@pytest.mark.model
def test_another_encoding_is_warned_of_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("Zoë Bee said: “No.”".encode("cp1252"))
    done = run("extract", "a.txt", folder=tmp_path)
    assert done.returncode == 0
    assert done.stderr.startswith("graphkit: warning: ")
    assert done.stderr.count("\n") == 1
    assert json.loads(done.stdout)["people"] is not None


def test_two_files_of_one_stem_are_refused_before_any_work(tmp_path: Path) -> None:
    files = [_write(tmp_path, "one/a.txt"), _write(tmp_path, "two/a.txt")]
    result = invoke("extract", *files, "--out", tmp_path / "out")
    assert (result.exit_code, "a.json" in result.stderr) == (2, True)
    assert not (tmp_path / "out").exists()


def test_a_table_does_not_go_into_files(tmp_path: Path) -> None:
    file = _write(tmp_path, "a.txt")
    result = invoke("extract", file, "--format", "table", "--out", tmp_path / "out")
    assert (result.exit_code, "--out writes JSON" in result.stderr) == (2, True)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        pytest.param("none.txt", None, "does not exist", id="missing"),
        pytest.param("a.txt", b"", "empty", id="empty"),
        pytest.param("a.txt", b" \n\n ", "empty", id="blank"),
        pytest.param("a.txt", b"\x89PNG\r\n\x1a\n\x00\x00", "picture", id="binary"),
        pytest.param("a.txt", bytes(range(256)) * 9, "a.txt", id="bytes"),
        pytest.param("a.json", b"{}", "JSON", id="json"),
        pytest.param("a.txt", b"word " * (BIG // 5), "20 MB", id="20-mb"),
    ],
)
def test_what_is_no_text_is_exit_2_with_one_sentence(
    tmp_path: Path, name: str, content: bytes | None, message: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    result = invoke("extract", tmp_path / name)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr
    assert result.stderr.count("\n") == 1


@pytest.mark.model
def test_an_output_folder_that_cannot_be_made_is_exit_2(tmp_path: Path) -> None:
    file = _write(tmp_path, "a.txt")
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    for out in (tmp_path / "file", tmp_path / "file" / "out"):
        result = invoke("extract", file, "--out", out)
        assert result.exit_code == 2
        assert result.stderr.count("\n") == 1
    assert (tmp_path / "file").read_text(encoding="utf-8") == "mine"


def test_an_unknown_model_is_exit_2(tmp_path: Path) -> None:
    result = invoke("extract", _write(tmp_path, "a.txt"), "--model", "no_such_model")
    assert (result.exit_code, "no_such_model" in result.stderr) == (2, True)
