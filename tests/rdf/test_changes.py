"""Transactions: all or nothing, also when the process dies in the middle."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import DefaultGraph, NamedNode, Store, Triple

from graphkit.rdf import open_store
from graphkit.rdf.changes import Changes, named_graphs, triples_of
from graphkit.rdf.ordering import canonical
from graphkit.rdf.terms import Names
from graphkit.rdf.vocabulary import DEFAULT_BASE
from tests.rdf.builders import HARBOR_TEXT, harbor
from tests.rdf.test_store import exported

if TYPE_CHECKING:
    from pathlib import Path

NAMES = Names(DEFAULT_BASE)
ONE, TWO = NAMES.node("document/1"), NAMES.node("document/2")
BUILD = """
import sys
from pathlib import Path
from graphkit.rdf import open_store
from tests.rdf.builders import HARBOR_TEXT, harbor
with open_store(Path(sys.argv[1]), create=True) as store:
    for round in range(1000):
        for source in range(3):
            store.add(*harbor(f"{HARBOR_TEXT}{round}", source=f"https://news.example/{source}"))
            print(round, flush=True)
"""


def triple(name: str) -> Triple:
    node = NamedNode(f"https://x.example/{name}")
    return Triple(node, node, node)


def changed(database: Store, graph: NamedNode, old: str, new: str) -> None:
    changes = Changes(database, NAMES)
    changes.replace(graph, [triple(c) for c in old], [triple(c) for c in new])
    changes.apply()


def union(database: Store) -> set[Triple]:
    return {q.triple for q in database.quads_for_pattern(None, None, None, DefaultGraph())}


def letters(*names: str) -> set[Triple]:
    return {triple(n) for n in names}


def test_union_holds_each_triple_once() -> None:
    database = Store()
    changed(database, ONE, "", "ab")
    changed(database, TWO, "", "bc")
    assert union(database) == letters("a", "b", "c")


def test_union_keeps_what_another_graph_says() -> None:
    database = Store()
    changed(database, ONE, "", "ab")
    changed(database, TWO, "", "bc")
    changed(database, ONE, "ab", "")
    assert union(database) == letters("b", "c")
    changed(database, TWO, "bc", "cd")
    assert union(database) == letters("c", "d")


def test_triple_that_moves_between_graphs_stays() -> None:
    database = Store()
    changed(database, ONE, "", "a")
    changes = Changes(database, NAMES)
    changes.replace(ONE, letters("a"), [])
    changes.replace(TWO, [], letters("a"))
    changes.apply()
    assert union(database) == letters("a")


def test_history_is_apart() -> None:
    database = Store()
    changed(database, NAMES.history, "", "ab")
    assert union(database) == set()
    assert triples_of(database, NAMES.history_alone) == letters("a", "b")
    changed(database, ONE, "", "b")
    assert triples_of(database, NAMES.history_alone) == letters("a")
    changed(database, ONE, "b", "")
    assert triples_of(database, NAMES.history_alone) == letters("a", "b")
    changed(database, NAMES.history, "ab", "b")
    assert triples_of(database, NAMES.history_alone) == letters("b")


def test_graphs_that_serve_queries_are_hidden() -> None:
    database = Store()
    changed(database, ONE, "", "a")
    changed(database, NAMES.history, "", "b")
    assert named_graphs(database, NAMES, include_history=False) == [ONE]
    assert set(named_graphs(database, NAMES, include_history=True)) == {ONE, NAMES.history}


def test_nothing_happens_before_apply() -> None:
    database = Store()
    Changes(database, NAMES).replace(ONE, [], letters("a"))
    assert len(database) == 0


def test_same_again_writes_nothing() -> None:
    database = Store()
    changed(database, ONE, "a", "a")
    assert len(database) == 0


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_killed_build_leaves_a_sound_store(tmp_path: Path, seed: int) -> None:
    path = tmp_path / "s"
    command = [sys.executable, "-c", BUILD, str(path)]
    with subprocess.Popen(  # noqa: S603  # our own interpreter and script
        command, stdout=subprocess.PIPE, text=True, env={"PYTHONPATH": ":".join(sys.path)}
    ) as build:
        assert build.stdout is not None
        rounds = [build.stdout.readline() for _ in range(random.Random(seed).randint(4, 12))]  # noqa: S311  # a seed for tests
        build.send_signal(signal.SIGKILL)
    assert build.returncode == -signal.SIGKILL
    with open_store(path) as store:
        assert store.validate() == ()
        assert store.counts().documents == 3
        for document in store.documents():
            if document.replaced_by is None:
                again, extraction = harbor(store.text(document.id), source=document.source)
                assert again.id == document.id
                assert store.extraction(document.id) == canonical(extraction)
        before = exported(store)
        store.add(*harbor(f"{HARBOR_TEXT}{int(rounds[-1])}"))
        store.add(*harbor(f"{HARBOR_TEXT}{int(rounds[-1]) + 5}"))
        assert exported(store) != before
        assert store.validate() == ()


def test_store_that_cannot_be_written_stays_as_it_was(tmp_path: Path) -> None:
    database = Store(str(tmp_path / "db"))
    changed(database, ONE, "", "ab")
    database.flush()
    del database
    database = Store.read_only(str(tmp_path / "db"))
    for old, new in (("", "c"), ("a", "")):
        with pytest.raises(RuntimeError, match="read-write"):
            changed(database, ONE, old, new)
    assert union(database) == letters("a", "b")
