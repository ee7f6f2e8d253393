"""`graphkit build`."""

from __future__ import annotations

import contextlib
import json
import os
import pty
import re
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from graphkit.pipeline import open_store
from graphkit.pipeline.demonstration import sample_corpus
from tests.cli.command import environment, invoke, run
from tests.positions import content, make_store

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "“I back the Clean Canals Act,” said Governor Ann Bee of Ohio.\n"
MANY = 400


def _folder(parent: Path, **texts: str) -> Path:
    folder = parent / "articles"
    folder.mkdir()
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.model
def test_a_folder_is_built_and_counted(tmp_path: Path) -> None:
    folder = _folder(tmp_path, a=TEXT, b=TEXT.replace("Ann", "Di"))
    (folder / "a.meta.json").write_text('{"title": "A"}', encoding="utf-8")
    (folder / "a.json").write_text("{}", encoding="utf-8")
    result = invoke("build", folder, "--store", tmp_path / "store")
    assert result.exit_code == 0
    assert re.fullmatch(r".*/store: done in \d+\.\d s\n", result.stderr)
    assert [line.split() for line in result.stdout.splitlines() if "read " in line] == [
        ["read", "2"]
    ]
    again = invoke("build", folder, "--store", tmp_path / "store")
    assert ["unchanged", "2"] in [line.split() for line in again.stdout.splitlines()]


@pytest.mark.model
def test_who_takes_no_side_stands_in_a_sound_graph_beside_a_later_side(tmp_path: Path) -> None:
    folder = _folder(
        tmp_path,
        a="Mayor Ann Bee takes no position on the Clean Canals Act.\n",
        b="Mayor Ann Bee supports the Clean Canals Act.\n",
    )
    for name, day in (("a", "2021-03-01"), ("b", "2021-05-01")):
        meta = f'{{"title": "{name}", "publisher": "The Post", "date": "{day}"}}'
        (folder / f"{name}.meta.json").write_text(meta, encoding="utf-8")
    store = tmp_path / "store"
    invoke("build", folder, "--store", store)
    shown = invoke("show", "Ann Bee", "--store", store).stdout
    assert [
        line.partition(" (")[0].strip() for line in shown.splitlines() if "Act, 20" in line
    ] == [
        "is neutral on Clean Canals Act, 2021-03-01",
        "supports Clean Canals Act, 2021-05-01",
    ]
    assert invoke("validate", "--store", store).stdout == f"{store}: no problems\n"
    turned = invoke("query", "--name", "who-turned", "--store", store, "--format", "json")
    assert json.loads(turned.stdout)["results"]["bindings"] == []


@pytest.mark.model
def test_one_bad_document_is_reported_at_the_end_and_is_exit_1(tmp_path: Path) -> None:
    folder = _folder(tmp_path, a=TEXT, b="")
    result = invoke("build", folder, "--store", tmp_path / "store")
    assert result.exit_code == 1
    assert result.stderr.startswith("graphkit: not read: ")
    assert "b.txt" in result.stderr
    with open_store(tmp_path / "store") as store:
        assert store.counts().documents == 1


def test_with_strict_it_ends_the_run_with_exit_2(tmp_path: Path) -> None:
    folder = _folder(tmp_path, a=TEXT, b="", c=TEXT)
    result = invoke("build", folder, "--store", tmp_path / "store", "--strict")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.count("\n") == 1
    assert not (tmp_path / "store").exists()


@pytest.mark.parametrize(
    ("source", "message"),
    [
        pytest.param("none.txt", "does not exist", id="missing"),
        pytest.param("hollow", "has no documents", id="folder-without-documents"),
        pytest.param("empty.txt", "empty", id="empty"),
        pytest.param("binary.txt", "picture", id="binary"),
        pytest.param("big.txt", "20 MB", id="20-mb"),
    ],
)
def test_bad_input_is_exit_2_and_leaves_the_store(
    tmp_path: Path, source: str, message: str
) -> None:
    (tmp_path / "hollow").mkdir()
    (tmp_path / "hollow" / "a.meta.json").write_text("{}", encoding="utf-8")
    (tmp_path / "empty.txt").touch()
    (tmp_path / "binary.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00")
    if source == "big.txt":
        (tmp_path / "big.txt").write_bytes(b"word " * 4_000_000)
    store = make_store(tmp_path / "store")
    before = content(store)
    result = invoke("build", tmp_path / source, "--store", store)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr
    assert result.stderr.count("\n") == 1
    assert content(store) == before


@pytest.mark.model
@pytest.mark.parametrize("place", ["store", "store/inside"])
def test_a_store_that_cannot_be_one_is_exit_2(tmp_path: Path, place: str) -> None:
    (tmp_path / "store").write_text("mine", encoding="utf-8")
    result = invoke("build", _folder(tmp_path, a=TEXT), "--store", tmp_path / place)
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1)
    assert (tmp_path / "store").read_text(encoding="utf-8") == "mine"


@pytest.mark.model
def test_a_store_that_is_in_use_is_exit_2(tmp_path: Path) -> None:
    folder, store = _folder(tmp_path, a=TEXT), make_store(tmp_path / "store")
    with open_store(store):
        result = invoke("build", folder, "--store", store)
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1)
    assert "in use" in result.stderr


@pytest.mark.model
def test_the_graph_does_not_depend_on_the_hash_seed(tmp_path: Path) -> None:
    texts = sorted(sample_corpus().glob("*.txt"))[:3]
    exported = []
    for seed in ("1", "2"):
        store = f"store{seed}"
        built = run("build", *texts, "--store", store, folder=tmp_path, PYTHONHASHSEED=seed)
        assert built.returncode == 0
        run("export", "--store", store, "-o", f"{seed}.nq", folder=tmp_path, PYTHONHASHSEED=seed)
        exported.append((tmp_path / f"{seed}.nq").read_bytes())
    assert exported[0] == exported[1]


@pytest.mark.model
def test_ctrl_c_stops_between_documents(tmp_path: Path) -> None:
    folder = _folder(tmp_path, **{f"t{n}": TEXT.replace("Bee", f"Bee{n}") for n in range(MANY)})
    program = subprocess.Popen(  # noqa: S603  # our own program
        [sys.executable, "-m", "graphkit", "build", str(folder), "--store", "store"],
        cwd=tmp_path,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    while not (tmp_path / "store" / "graphkit.json").exists():
        assert program.poll() is None
        time.sleep(0.02)
    program.send_signal(signal.SIGINT)
    _, stderr = program.communicate()
    assert program.returncode == 130
    assert "stopping after this document" in stderr
    assert "Traceback" not in stderr
    assert "(interrupted)" in stderr
    with open_store(tmp_path / "store") as store:
        assert store.counts().documents < MANY
        assert store.validate() == ()


@pytest.mark.model
def test_a_terminal_sees_a_progress_bar(tmp_path: Path) -> None:
    folder = _folder(tmp_path, a=TEXT)
    leader, follower = pty.openpty()
    program = subprocess.Popen(  # noqa: S603  # our own program
        [sys.executable, "-m", "graphkit", "build", str(folder), "--store", "store"],
        cwd=tmp_path,
        env=environment(TERM="xterm", COLUMNS="100"),
        stdout=subprocess.PIPE,
        stderr=follower,
    )
    os.close(follower)
    shown = _read_all(leader)
    stdout, _ = program.communicate()
    assert program.returncode == 0
    assert b"loading the language model" in shown
    assert b"\x1b" not in stdout


def _read_all(leader: int) -> bytes:
    """Read what a program writes to its terminal until it ends; unread, it would wait for us."""
    parts = []
    with contextlib.suppress(OSError):  # what Linux answers once the other end is closed
        while part := os.read(leader, 4096):
            parts.append(part)
    os.close(leader)
    return b"".join(parts)
