"""Opening a store: every mistake is one sentence, and changes nothing."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import Store as Database

from graphkit.errors import StoreError
from graphkit.rdf import open_store
from graphkit.records import Counts
from tests.rdf.builders import harbor

if TYPE_CHECKING:
    from pathlib import Path

HOLD = """
import sys
from pathlib import Path
from graphkit.rdf import open_store
store = open_store(Path(sys.argv[1]), create=sys.argv[2] == "write")
store.counts()
print("open", flush=True)
sys.stdin.read()
"""


def tree(path: Path) -> dict[str, bytes]:
    return {str(p): p.read_bytes() for p in sorted(path.rglob("*")) if p.is_file()}


def test_missing_store(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="does not exist; build a store first"):
        open_store(tmp_path / "s")
    assert tree(tmp_path) == {}


@pytest.mark.parametrize("create", [True, False])
def test_path_is_a_file(tmp_path: Path, create: bool) -> None:  # noqa: FBT001  # a case of a table
    path = tmp_path / "s"
    path.write_text("mine")
    with pytest.raises(StoreError, match="is a file, not a store"):
        open_store(path, create=create)
    assert path.read_text() == "mine"


@pytest.mark.parametrize("create", [True, False])
def test_folder_that_is_no_store(tmp_path: Path, create: bool) -> None:  # noqa: FBT001  # a case of a table
    (tmp_path / "thesis.txt").write_text("mine")
    before = tree(tmp_path)
    with pytest.raises(StoreError, match="not a store"):
        open_store(tmp_path, create=create)
    assert tree(tmp_path) == before


def test_empty_folder_becomes_a_store(tmp_path: Path) -> None:
    with open_store(tmp_path, create=True) as store:
        assert store.counts().documents == 0


def test_folders_on_the_way_are_made(tmp_path: Path) -> None:
    open_store(tmp_path / "a" / "b", create=True).close()
    assert (tmp_path / "a" / "b" / "graphkit.json").is_file()


@pytest.mark.parametrize(
    ("base", "fault"),
    [
        pytest.param("data/", "not an absolute IRI", id="relative"),
        pytest.param("https://x.example/a b/", "not an absolute IRI", id="space"),
        pytest.param("https://x.example/data", "must end with / or #", id="no-slash"),
        pytest.param("", "not an absolute IRI", id="empty"),
    ],
)
def test_base_that_is_none(tmp_path: Path, base: str, fault: str) -> None:
    with pytest.raises(StoreError, match=fault):
        open_store(tmp_path / "s", base=base, create=True)
    assert tree(tmp_path) == {}


@pytest.mark.parametrize("create", [True, False])
def test_another_base_is_refused(tmp_path: Path, create: bool) -> None:  # noqa: FBT001  # a case of a table
    open_store(tmp_path / "s", base="https://a.example/", create=True).close()
    with pytest.raises(StoreError, match=r"has the base https://a\.example/, not https://b"):
        open_store(tmp_path / "s", base="https://b.example/", create=create)


def test_same_base_is_accepted(tmp_path: Path) -> None:
    open_store(tmp_path / "s", base="https://a.example/", create=True).close()
    with open_store(tmp_path / "s", base="https://a.example/") as store:
        assert store.base == "https://a.example/"


@pytest.mark.parametrize(
    "marker", ["", "{", "[]", '{"format": 1}', '{"format": 2, "base": "https://a.example/"}']
)
def test_damaged_marker(tmp_path: Path, marker: str) -> None:
    open_store(tmp_path / "s", create=True).close()
    (tmp_path / "s" / "graphkit.json").write_text(marker)
    with pytest.raises(StoreError, match="in another folder"):
        open_store(tmp_path / "s")


def test_marker_is_readable(tmp_path: Path) -> None:
    open_store(tmp_path / "s", base="https://a.example/", create=True).close()
    marker = json.loads((tmp_path / "s" / "graphkit.json").read_text())
    assert marker == {"format": 1, "base": "https://a.example/"}


def test_damaged_database(tmp_path: Path) -> None:
    with open_store(tmp_path / "s", create=True) as store:
        store.add(*harbor())
    (tmp_path / "s" / "oxigraph" / "CURRENT").write_text("MANIFEST-999999\n")
    with pytest.raises(StoreError, match="cannot be opened"):
        open_store(tmp_path / "s")


def test_database_without_its_list_of_files(tmp_path: Path) -> None:
    open_store(tmp_path / "s", create=True).close()
    for manifest in (tmp_path / "s" / "oxigraph").glob("MANIFEST*"):
        manifest.write_bytes(b"")
    with pytest.raises(StoreError, match="cannot be opened"):
        open_store(tmp_path / "s")


def test_half_made_store_is_finished(tmp_path: Path) -> None:
    open_store(tmp_path / "s", create=True).close()
    for path in sorted((tmp_path / "s" / "oxigraph").iterdir()):
        path.unlink()
    with open_store(tmp_path / "s") as store:
        assert store.counts().documents == 0


@pytest.mark.parametrize(
    ("lost", "fault"),
    [
        pytest.param(20, "only possible on read-write", id="no-mark-of-oxigraph"),
        pytest.param(120, "Column family not found", id="no-tables"),
    ],
)
def test_store_whose_making_was_killed_is_empty(tmp_path: Path, lost: int, fault: str) -> None:
    open_store(tmp_path / "s", create=True).close()
    database = tmp_path / "s" / "oxigraph"
    shutil.rmtree(database)
    Database(str(database))
    for log in database.glob("*.log"):
        log.write_bytes(b"")
    (manifest,) = database.glob("MANIFEST-*5")
    manifest.write_bytes(manifest.read_bytes()[:-lost])
    with pytest.raises(RuntimeError, match=fault):
        Database.read_only(str(database))
    with open_store(tmp_path / "s") as store:
        assert store.counts() == Counts()


def test_many_read_at_once(tmp_path: Path) -> None:
    with open_store(tmp_path / "s", create=True) as store:
        store.add(*harbor())
    with open_store(tmp_path / "s") as one, open_store(tmp_path / "s") as other:
        assert one.counts() == other.counts()


def test_reader_becomes_the_writer(tmp_path: Path) -> None:
    open_store(tmp_path / "s", create=True).close()
    with open_store(tmp_path / "s") as store:
        store.add(*harbor())
        assert store.counts().stances == 5
        with pytest.raises(StoreError, match="in use by another process"):
            open_store(tmp_path / "s")


def test_reader_stays_a_reader_while_others_read(tmp_path: Path) -> None:
    open_store(tmp_path / "s", create=True).close()
    with open_store(tmp_path / "s") as store, open_store(tmp_path / "s"):
        with pytest.raises(StoreError, match="in use by another process"):
            store.add(*harbor())
        assert store.counts().stances == 0


@pytest.mark.parametrize(
    ("held", "asked", "works"),
    [
        pytest.param("write", "read", False, id="reading-while-built"),
        pytest.param("write", "write", False, id="two-builds"),
        pytest.param("read", "write", False, id="building-while-read"),
        pytest.param("read", "read", True, id="two-readers"),
    ],
)
def test_two_processes(tmp_path: Path, held: str, asked: str, works: bool) -> None:  # noqa: FBT001  # a case of a table
    path = tmp_path / "s"
    open_store(path, create=True).close()
    command = [sys.executable, "-c", HOLD, str(path), held]
    with subprocess.Popen(  # noqa: S603  # our own interpreter and script
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        if works:
            with open_store(path, create=asked == "write") as store:
                assert store.counts().documents == 0
        else:
            with pytest.raises(StoreError, match="in use by another process; wait"):
                open_store(path, create=asked == "write")
        other.communicate("")
    assert other.returncode == 0
