"""Files are found in a fixed order, each once, whatever the folder holds."""

from __future__ import annotations

import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from graphkit.errors import InputError
from graphkit.io.sources import ReadFault, SourceFile, list_sources

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


DEPTH = 1200
"""More than Python allows frames."""


@contextmanager
def _deep_folder(top: Path) -> Iterator[Path]:
    """Make a folder so deep that pytest could not remove it, and remove it."""
    folders = [top / Path(*["d"] * depth) for depth in range(1, DEPTH + 1)]
    for folder in folders:
        folder.mkdir()
    yield folders[-1]
    for folder in reversed(folders):
        for file in folder.glob("*.txt"):
            file.unlink()
        folder.rmdir()


def _fill(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("A bill.", encoding="utf-8")


def _keys(*sources: Path) -> list[str]:
    return [f.key for f in list_sources(sources) if isinstance(f, SourceFile)]


def test_a_folder_is_walked_in_sorted_order(tmp_path: Path) -> None:
    _fill(tmp_path, "b.txt", "a/z.html", "a/b/c.TXT", "a.text", "c/d.htm")

    assert _keys(tmp_path) == ["a/b/c.TXT", "a/z.html", "a.text", "b.txt", "c/d.htm"]


def test_other_files_in_a_folder_are_passed_over(tmp_path: Path) -> None:
    _fill(
        tmp_path, "a.txt", "a.meta.json", "b.json", "c.jsonl", "README.md", "d.docx", ".e.txt",
        ".git/f.txt", "txt",
    )  # fmt: skip

    assert _keys(tmp_path) == ["a.txt"]


def test_a_named_file_is_known_by_its_name(tmp_path: Path) -> None:
    _fill(tmp_path, "a/note.md", "b/letter")

    assert _keys(tmp_path / "b/letter", tmp_path / "a/note.md") == ["letter", "note.md"]


def test_named_json_is_passed_over_among_texts(tmp_path: Path) -> None:
    _fill(tmp_path, "a.txt", "a.meta.json", "b.jsonl")

    assert _keys(*sorted(tmp_path.iterdir())) == ["a.txt"]


def test_a_file_reached_twice_is_read_once(tmp_path: Path) -> None:
    _fill(tmp_path, "a.txt", "b.txt")
    (tmp_path / "c.txt").symlink_to("a.txt")

    assert _keys(tmp_path / "b.txt", tmp_path, tmp_path) == ["b.txt", "a.txt"]


def test_a_folder_that_holds_itself_is_walked_once(tmp_path: Path) -> None:
    _fill(tmp_path, "a/b.txt")
    (tmp_path / "a/loop").symlink_to(tmp_path)
    (tmp_path / "self.txt").symlink_to("self.txt")

    assert _keys(tmp_path) == ["a/b.txt", "self.txt"]


def test_a_linked_folder_is_followed(tmp_path: Path) -> None:
    _fill(tmp_path, "far/a.txt", "near/b.txt")
    (tmp_path / "near/link").symlink_to(tmp_path / "far")

    assert _keys(tmp_path / "near") == ["b.txt", "link/a.txt"]


def test_a_deep_folder_is_walked(tmp_path: Path) -> None:
    with _deep_folder(tmp_path) as deep:
        _fill(deep, "a.txt")
        keys = _keys(tmp_path)

    assert keys == ["d/" * DEPTH + "a.txt"]


def test_accents_composed_or_not_make_one_key(tmp_path: Path) -> None:
    _fill(tmp_path / "linux", "Zo\u00eb.txt")
    _fill(tmp_path / "mac", "Zoe\u0308.txt")

    assert _keys(tmp_path / "linux") == _keys(tmp_path / "mac") == ["Zo\u00eb.txt"]


def test_a_name_that_is_no_utf8_has_a_key(tmp_path: Path) -> None:
    path = os.path.join(os.fsencode(tmp_path), b"caf\xe9.txt")  # noqa: PTH118 - bytes, not a Path
    Path(os.fsdecode(path)).write_text("A bill.", encoding="utf-8")

    assert _keys(tmp_path) == ["caf\\xe9.txt"]


def test_a_missing_source_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    _fill(tmp_path, "a.txt")

    with pytest.raises(InputError, match=r"gone\.txt does not exist; check the path"):
        list_sources([tmp_path / "a.txt", tmp_path / "gone.txt"])


def test_a_folder_without_documents_is_refused(tmp_path: Path) -> None:
    _fill(tmp_path, "a.meta.json", "b/c.csv")

    with pytest.raises(InputError, match=r"has no documents in it; put files there that end in "):
        list_sources([tmp_path])


def test_json_alone_is_refused(tmp_path: Path) -> None:
    _fill(tmp_path, "a.json")

    with pytest.raises(InputError, match="no document among what was named"):
        list_sources([tmp_path / "a.json"])


def test_naming_nothing_is_refused() -> None:
    with pytest.raises(InputError, match=r"no document among what was named \(nothing\)"):
        list_sources([])


def test_control_characters_in_a_name_do_not_reach_the_terminal(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        list_sources([tmp_path / "a\x1b[2J\n.txt"])

    assert str(caught.value) == f"{tmp_path}/a\\x1b[2J\\n.txt does not exist; check the path"


def test_a_folder_that_cannot_be_opened_is_a_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, as_nobody: Callable[[], None]
) -> None:
    _fill(tmp_path, "a.txt", "b/c.txt")
    (tmp_path / "b").chmod(0)
    tmp_path.chmod(0o755)
    monkeypatch.chdir(tmp_path)
    as_nobody()

    assert list_sources([Path()]) == (
        SourceFile(path=Path("a.txt"), key="a.txt"),
        ReadFault(path="b", message="b cannot be opened: permission denied"),
    )
