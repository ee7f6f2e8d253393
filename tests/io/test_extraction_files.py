"""Extractions are written whole, one file or one line for each document."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from graphkit.errors import InputError
from graphkit.io import (
    json_from_extraction,
    line_from_extraction,
    plan_outputs,
    text_from_extraction,
    write_text,
)
from tests.io.samples import document, extraction


def test_the_text_is_readable_json_that_reads_back() -> None:
    written = text_from_extraction(extraction(), document())

    assert json.loads(written) == json_from_extraction(extraction(), document())
    assert written.startswith('{\n "people": [\n')
    assert written.endswith("\n}\n")
    assert "🛥️ pay twice" in written


def test_a_line_is_one_line_and_says_whose_it_is() -> None:
    line = line_from_extraction(extraction(), document(), file="a/no\nte.txt")

    assert line.endswith("}\n")
    assert line.count("\n") == 1
    assert list(json.loads(line))[:2] == ["file", "people"]
    assert json.loads(line)["file"] == "a/no\nte.txt"


def test_each_input_has_its_output() -> None:
    planned = plan_outputs([Path("a/one.txt"), Path("b/no.2.html")], Path("out"))

    assert planned == {
        Path("a/one.txt"): Path("out/one.json"),
        Path("b/no.2.html"): Path("out/no.2.json"),
    }


CLASHES = [
    pytest.param("a/note.txt", "b/note.txt", id="two-folders"),
    pytest.param("note.txt", "note.html", id="two-endings"),
    pytest.param("note.txt", "NOTE.txt", id="upper-case"),
]


@pytest.mark.parametrize(("one", "two"), CLASHES)
def test_two_inputs_with_one_output_are_refused(one: str, two: str) -> None:
    with pytest.raises(InputError) as caught:
        plan_outputs([Path(one), Path(two)], Path("out"))

    assert str(caught.value) == (
        f"{one} and {two} would both go into {Path(two).stem}.json; "
        "rename one of them or run twice with two folders"
    )


def test_one_input_named_twice_is_no_clash() -> None:
    assert plan_outputs([Path("a.txt"), Path("a.txt")], Path("o")) == {
        Path("a.txt"): Path("o/a.json")
    }


def test_an_output_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("x", encoding="utf-8")

    with pytest.raises(InputError, match=r"out is a file; name a folder for the output"):
        plan_outputs([Path("a.txt")], tmp_path / "out")


def test_a_file_is_written_with_its_folders_and_nothing_beside(tmp_path: Path) -> None:
    write_text(tmp_path / "a" / "b.json", "é\r\n")
    write_text(tmp_path / "a" / "b.json", "ü\r\n")

    assert [p.name for p in (tmp_path / "a").iterdir()] == ["b.json"]
    assert (tmp_path / "a" / "b.json").read_bytes() == "ü\r\n".encode()


def test_a_place_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("x", encoding="utf-8")

    with pytest.raises(InputError, match=r"b\.json cannot be written: .*; name another place"):
        write_text(tmp_path / "a" / "b.json", "{}")


def test_a_failed_write_leaves_what_was_there(tmp_path: Path) -> None:
    (tmp_path / "a.json").mkdir()

    with pytest.raises(InputError, match="is a directory"):
        write_text(tmp_path / "a.json", "{}")

    assert [p.name for p in tmp_path.iterdir()] == ["a.json"]
