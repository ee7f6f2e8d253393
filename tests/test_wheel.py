"""The wheel works in an empty environment, far from the checkout."""

from __future__ import annotations

import json
import os
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.conftest import ROOT
from tests.test_repository import tracked_files

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [pytest.mark.slow, pytest.mark.model]

CLEAN = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "GRAPHKIT", "VIRTUAL"))}


def _run(*command: Path | str, folder: Path) -> str:
    answer = subprocess.run(  # noqa: S603 - our own program
        [str(word) for word in command],
        cwd=folder,
        env=CLEAN,
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == 0, answer.stderr
    return answer.stdout


def test_the_graphkit_in_use_is_the_wheels(wheel_environment: Path, tmp_path: Path) -> None:
    code = "import graphkit, json, sys; print(json.dumps([graphkit.__file__, sys.path]))"

    where, path = json.loads(_run(wheel_environment / "python", "-c", code, folder=tmp_path))

    assert where.startswith(str(wheel_environment.parent))
    assert [entry for entry in path if entry.startswith(str(ROOT))] == []


def test_it_asks_for_nothing_that_is_not_locked(wheel_environment: Path, tmp_path: Path) -> None:
    answer = _run(wheel_environment / "python", "-m", "pip", "check", folder=tmp_path)

    assert answer.strip() == "No broken requirements found."


def test_help_needs_nothing_but_the_core(wheel_environment: Path, tmp_path: Path) -> None:
    answer = _run(wheel_environment / "graphkit", "--help", folder=tmp_path)

    assert "Usage: graphkit" in answer


def test_every_file_of_the_package_and_the_ontology_is_in_it(
    wheel_environment: Path, tmp_path: Path
) -> None:
    code = (
        "import json, pathlib, graphkit\n"
        "top = pathlib.Path(graphkit.__file__).parent\n"
        "files = (p for p in top.rglob('*') if p.is_file() and '__pycache__' not in p.parts)\n"
        "print(json.dumps(sorted(p.relative_to(top).as_posix() for p in files)))"
    )

    installed = json.loads(_run(wheel_environment / "python", "-c", code, folder=tmp_path))

    tracked = {
        name.removeprefix("graphkit/")
        for name in tracked_files()
        if name.startswith(("graphkit/", "ontology/"))
    }
    assert sorted(tracked - set(installed)) == []
    assert [name for name in installed if not _is_in_the_tree(name)] == []


def test_the_demo_runs_in_another_folder(wheel_environment: Path, tmp_path: Path) -> None:
    answer = _run(wheel_environment / "graphkit", "demo", "--out", "shown", folder=tmp_path)

    assert "What to try next" in answer
    assert sorted(p.name for p in (tmp_path / "shown").iterdir()) == ["graph.html", "store"]
    page = (tmp_path / "shown" / "graph.html").read_text(encoding="utf-8")
    assert page.lower().startswith("<!doctype html>")
    query = "SELECT (COUNT(*) AS ?stances) WHERE { ?s a gk:Stance }"
    counted = _run(
        wheel_environment / "graphkit",
        "query", "--store", "shown/store", "--format", "csv", query,
        folder=tmp_path,
    )  # fmt: skip
    assert int(counted.split()[1]) > 0


def _is_in_the_tree(name: str) -> bool:
    return (ROOT / "graphkit" / name).is_file() or (ROOT / name).is_file()
