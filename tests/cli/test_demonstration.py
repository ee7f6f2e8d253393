"""`graphkit demo`."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING

import pytest

from graphkit.pipeline import answer_query, list_queries
from tests.cli.command import invoke, run

if TYPE_CHECKING:
    import subprocess
    from pathlib import Path

TYPED = re.compile(r"^\$ graphkit (query [^']*'[^']*')$", flags=re.MULTILINE)
"""A query as one would type it."""


@pytest.fixture(scope="module")
def demonstrated(
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[Path, subprocess.CompletedProcess[str]]:
    """A folder in which the demonstration has run, and what it printed."""
    folder = tmp_path_factory.mktemp("demonstrated")
    return folder, run("demo", folder=folder)


@pytest.mark.model
def test_the_demonstration_prints_what_was_found_and_what_to_try_next(
    demonstrated: tuple[Path, subprocess.CompletedProcess[str]],
) -> None:
    folder, done = demonstrated
    assert done.returncode == 0
    assert re.fullmatch(r"demo/store: done in \d+\.\d s\n", done.stderr)
    assert sorted(p.name for p in (folder / "demo").iterdir()) == ["graph.html", "store"]
    for title in ("in the store", "Most agreeing", "Most opposed", "What to try next"):
        assert title in done.stdout
    typed = TYPED.findall(done.stdout)
    assert len(typed) == 3
    for command in typed:
        again = run(*shlex.split(command), folder=folder)
        assert f"{command}\n{again.stdout}" in done.stdout


@pytest.mark.model
def test_the_examples_of_the_named_queries_are_answered_from_the_sample(
    demonstrated: tuple[Path, subprocess.CompletedProcess[str]],
) -> None:
    store = demonstrated[0] / "demo" / "store"
    answers = {}
    for query in list_queries():
        examples = {p.name: p.example for p in query.parameters if p.example is not None}
        if examples:
            answers[query.name] = answer_query(store, name=query.name, parameters=examples).values()
    assert sorted(answers) == [
        "q01-who-opposes",
        "q02-who-signed",
        "q05-said-in-office",
        "q16-who-supports",
    ]
    assert [name for name, rows in answers.items() if not rows] == []


def test_a_folder_with_something_else_is_exit_2(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    result = invoke("demo", "--out", tmp_path)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "holds something else (notes.txt), which is left as it is" in result.stderr
    assert [p.name for p in tmp_path.iterdir()] == ["notes.txt"]
