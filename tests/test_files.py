"""A file is there wholly or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graphkit.files import write_whole

if TYPE_CHECKING:
    from pathlib import Path

NAMES = [
    pytest.param("new.json", id="new"),
    pytest.param("old.json", id="replaces-an-old-one"),
    pytest.param("deep/er/new.json", id="makes-its-folders"),
    pytest.param("n" * 250 + ".json", id="longest-name"),
]


@pytest.mark.parametrize("name", NAMES)
def test_a_file_is_written_with_nothing_beside(tmp_path: Path, name: str) -> None:
    (tmp_path / "old.json").write_bytes(b"old, and longer")

    write_whole(tmp_path / name, b"new\r\n")

    contents = {str(p.relative_to(tmp_path)): p.read_bytes() for p in tmp_path.rglob("*.*")}
    assert contents == {"old.json": b"old, and longer", name: b"new\r\n"}


def test_a_file_has_the_rights_that_any_new_file_has(tmp_path: Path) -> None:
    (tmp_path / "plain").write_bytes(b"")

    write_whole(tmp_path / "whole", b"")

    assert (tmp_path / "whole").stat().st_mode == (tmp_path / "plain").stat().st_mode


REFUSED = [
    pytest.param("folder", IsADirectoryError, id="a-folder"),
    pytest.param("file/new.json", OSError, id="below-a-file"),
    pytest.param("n" * 256, OSError, id="name-too-long"),
]


@pytest.mark.parametrize(("name", "error"), REFUSED)
def test_a_failed_write_leaves_what_was_there(
    tmp_path: Path, name: str, error: type[OSError]
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_bytes(b"old")

    with pytest.raises(error):
        write_whole(tmp_path / name, b"new")

    assert sorted(p.name for p in tmp_path.rglob("*")) == ["file", "folder"]
    assert (tmp_path / "file").read_bytes() == b"old"
