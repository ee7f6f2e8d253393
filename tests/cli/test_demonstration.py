"""`graphkit demo`."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING

import pytest

from tests.cli.command import invoke, run

if TYPE_CHECKING:
    from pathlib import Path

TYPED = re.compile(r"^\$ graphkit (query [^']*'[^']*')$", flags=re.MULTILINE)
"""A query as one would type it."""


@pytest.mark.model
def test_the_demonstration_prints_what_was_found_and_what_to_try_next(tmp_path: Path) -> None:
    done = run("demo", folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert sorted(p.name for p in (tmp_path / "demo").iterdir()) == ["graph.html", "store"]
    for title in ("in the store", "Most agreeing", "Most opposed", "What to try next"):
        assert title in done.stdout
    typed = TYPED.findall(done.stdout)
    assert len(typed) == 3
    for command in typed:
        again = run(*shlex.split(command), folder=tmp_path)
        assert f"{command}\n{again.stdout}" in done.stdout


def test_a_folder_with_something_else_is_exit_2(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    result = invoke("demo", "--out", tmp_path)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "holds something else (notes.txt), which is left as it is" in result.stderr
    assert [p.name for p in tmp_path.iterdir()] == ["notes.txt"]
