"""A build that is killed at any moment leaves a sound store, and the next build mends the rest."""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING, NamedTuple

import pytest

from graphkit.pipeline import build
from graphkit.rdf import open_store
from graphkit.resources import data
from tests.soak.amounts import amount

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

pytestmark = [pytest.mark.model, pytest.mark.slow]

KILLS = amount(200, otherwise=6)
MAKING_S = 0.3
"""Seconds around the moment at which the store is made."""
Lines = frozenset[str]


class Ground(NamedTuple):
    """What each trial starts from and must come to.

    Attributes:
        before: A store with the first edition of the corpus.
        corpus: The second edition: some texts are new, some changed, some as they were.
        editions: The N-Quads of each graph, as they are before and after.
        built: All N-Quads after the second edition, by what the store held before.
        load_s: Seconds until a build writes, and until it ends.
    """

    before: Path
    corpus: Path
    editions: frozenset[tuple[str, Lines]]
    built: dict[bool, str]
    load_s: float
    end_s: float


def write_corpus(folder: Path, *, second: bool) -> Path:
    """Write six texts of the sample corpus; in the second edition two more, and two changed."""
    folder.mkdir()
    names = sorted(f.name for f in data("sample").iterdir() if f.name.endswith(".txt"))
    for place, name in enumerate(names[: 8 if second else 6]):
        text = data(f"sample/{name}").read_text(encoding="utf-8")
        changed = second and place in {1, 4}
        (folder / name).write_text(f"{text}\n{text[:300]}" if changed else text, encoding="utf-8")
    return folder


def exported(store: Path, to: Path) -> str:
    """Return the sorted N-Quads of a store, the history left out."""
    with open_store(store) as opened:
        opened.export(to)
    return to.read_text(encoding="utf-8")


def graphs(quads: str) -> Iterable[tuple[str, Lines]]:
    """Return the graph of each document by its name with its lines.

    What follows from them together changes with each document; `validate` tells whether it does
    follow.
    """
    found: dict[str, set[str]] = {}
    for line in quads.splitlines():
        name = line.rsplit(" ", 2)[1]
        if not name.endswith("/derived>"):
            found.setdefault(name, set()).add(line)
    return [(name, frozenset(lines)) for name, lines in sorted(found.items())]


def started_build(corpus: Path, store: Path) -> subprocess.Popen[str]:
    """Start `graphkit build` in a process of its own."""
    command = [sys.executable, "-m", "graphkit", "build", str(corpus), "--store", str(store)]
    return subprocess.Popen(  # noqa: S603 - our own command
        command,
        text=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={"PYTHONPATH": ":".join(sys.path)},
    )


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Ground:
    folder = tmp_path_factory.mktemp("kills")
    before, fresh, after = folder / "before", folder / "fresh", folder / "after"
    corpus = write_corpus(folder / "corpus-2", second=True)
    build([write_corpus(folder / "corpus-1", second=False)], store=before)
    started = time.monotonic()
    with started_build(corpus, fresh) as undisturbed:
        while not fresh.exists() and undisturbed.poll() is None:
            time.sleep(0.01)
        load_s = time.monotonic() - started
    assert undisturbed.returncode == 0
    end_s = time.monotonic() - started
    shutil.copytree(before, after)
    build([corpus], store=after)
    texts = [exported(store, folder / "all.nq") for store in (before, fresh, after)]
    return Ground(
        before=before,
        corpus=corpus,
        editions=frozenset(graph for text in texts for graph in graphs(text)),
        built={False: texts[1], True: texts[2]},
        load_s=load_s,
        end_s=end_s,
    )


def moments(ground: Ground) -> list[tuple[float, float]]:
    """Return when to kill: at any time, while the store is made, or while documents are written."""
    load_s, end_s = ground.load_s, ground.end_s
    making = (max(0.0, load_s - MAKING_S), load_s + MAKING_S)
    return [(0.0, end_s), making, (load_s, end_s), (load_s, end_s)]


@pytest.mark.parametrize("seed", range(KILLS))
def test_killed_build(ground: Ground, tmp_path: Path, seed: int) -> None:
    rng = random.Random(seed)  # noqa: S311 - the same moments again are what is wanted
    store, is_old = tmp_path / "store", rng.random() < 0.5
    if is_old:
        shutil.copytree(ground.before, store)
    with started_build(ground.corpus, store) as process:
        time.sleep(rng.uniform(*rng.choice(moments(ground))))
        process.kill()
    assert process.returncode in {0, -signal.SIGKILL}
    if is_old or (store / "graphkit.json").exists():
        with open_store(store) as opened:
            assert opened.validate() == ()
        half = exported(store, tmp_path / "half.nq")
        assert [name for name, lines in graphs(half) if (name, lines) not in ground.editions] == []
    build([ground.corpus], store=store)
    assert exported(store, tmp_path / "whole.nq") == ground.built[is_old]
