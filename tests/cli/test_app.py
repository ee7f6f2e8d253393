"""What holds for all commands."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from graphkit import __version__
from graphkit.cli.app import COMMANDS
from tests.cli.command import environment, invoke, run
from tests.cli.reference import REFERENCE, help_of, reference
from tests.positions import make_store

if TYPE_CHECKING:
    from pathlib import Path

ASKED = {
    "demo", "extract", "explain", "build", "evaluate", "query", "queries", "show", "policies",
    "network", "view", "validate", "export",
}  # fmt: skip


def test_the_commands_are_those_of_the_documentation() -> None:
    assert set(COMMANDS) == ASKED


def test_the_reference_is_what_the_help_says() -> None:
    assert REFERENCE.read_text(encoding="utf-8") == reference()


@pytest.mark.parametrize("name", sorted(ASKED))
def test_each_help_has_an_example_of_its_command(name: str) -> None:
    _, examples = help_of(name).split("Example", 1)
    assert f"  graphkit {name}" in examples


def test_the_version_is_told() -> None:
    result = invoke("--version")
    assert (result.exit_code, result.stdout) == (0, f"graphkit {__version__}\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(["fly"], "no such command 'fly'; see: graphkit --help", id="unknown-command"),
        pytest.param(["view", "--fast"], "no such option", id="unknown-option"),
        pytest.param(["show"], "missing argument", id="missing-argument"),
        pytest.param(["view"], "missing option", id="missing-option"),
        pytest.param(["view"], "see: graphkit view --help", id="where-to-read-on"),
        pytest.param(["--fast"], "no such option", id="unknown-option-of-all"),
        pytest.param(["show", "x", "--min-confidence", "2"], "--min-confidence", id="out-of-range"),
        pytest.param(["query", "x", "--format", "pdf"], "'pdf'", id="unknown-format"),
    ],
)
def test_a_mistake_in_usage_is_exit_2(arguments: list[str], message: str) -> None:
    result = invoke(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr
    assert result.stderr.count("\n") == 1
    assert "Value error" not in result.stderr


def test_an_error_is_one_line_on_stderr_without_a_traceback(tmp_path: Path) -> None:
    done = run("show", "Ann Bee", folder=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "graphkit: graphkit-store does not exist; build a store first, or name another folder\n"
    )


def test_the_store_is_taken_from_the_environment(tmp_path: Path) -> None:
    make_store(tmp_path / "elsewhere")
    done = run("show", "Ann Bee", folder=tmp_path, GRAPHKIT_STORE="elsewhere")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Ann Bee (person)\n")


def test_the_store_of_the_folder_is_the_default(tmp_path: Path) -> None:
    make_store(tmp_path / "graphkit-store")
    assert run("show", "Ann Bee", folder=tmp_path).returncode == 0


def test_a_reader_that_leaves_early_is_no_error(tmp_path: Path) -> None:
    make_store(tmp_path / "graphkit-store")
    many = "SELECT ?a ?b WHERE { ?a ?p ?x . ?b ?q ?y }"
    command = f"{sys.executable} -m graphkit query '{many}' --format csv"
    done = subprocess.run(  # noqa: S603  # our own program in a pipe
        ["/bin/bash", "-c", f"set -o pipefail; {command} | head -n 1"],
        cwd=tmp_path,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "a,b\n", "")


def test_a_pipe_gets_no_escape_codes(tmp_path: Path) -> None:
    make_store(tmp_path / "graphkit-store")
    query = "SELECT ?name WHERE { ?p a foaf:Person ; rdfs:label ?name }"
    done = run("query", query, folder=tmp_path, TERM="xterm-256color")
    assert "\x1b" not in done.stdout + done.stderr
    assert "Ann Bee" in done.stdout
