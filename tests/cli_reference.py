"""Write `docs/cli.md` from the help of each command: `make docs`."""

from __future__ import annotations

from pathlib import Path

from typer.main import get_command
from typer.testing import CliRunner

from graphkit.cli import app

PAGE = Path(__file__).resolve().parents[1] / "docs" / "cli.md"
WIDTH = 80
INTRODUCTION = """# The command line

This page is what `graphkit COMMAND --help` says; `make docs` writes it anew.

Exit codes: 0 done; 1 a check found problems, or some of many inputs failed; 2 your mistake, said
in one sentence. Results go to standard output, everything else to standard
error.
"""


def command_names() -> list[str]:
    """Return the names of all commands, in the order of the help."""
    command = get_command(app)
    return list(getattr(command, "commands", {}))


def help_of(*words: str) -> str:
    """Return what `graphkit WORDS --help` prints on a terminal of a fixed width."""
    environment = {"COLUMNS": str(WIDTH), "TERM": "dumb", "NO_COLOR": "1", "GRAPHKIT_STORE": None}
    result = CliRunner().invoke(
        app,
        [*words, "--help"],
        prog_name="graphkit",
        env=environment,
        terminal_width=WIDTH,
    )
    if result.exit_code != 0:
        raise RuntimeError(f"graphkit {' '.join(words)} --help: {result.output}")
    return "\n".join(line.rstrip() for line in result.stdout.strip().splitlines())


def reference() -> str:
    """Return the whole page."""
    sections = [INTRODUCTION, f"```text\n{help_of()}\n```\n"]
    sections += [f"## graphkit {n}\n\n```text\n{help_of(n)}\n```\n" for n in command_names()]
    return "\n".join(sections)


if __name__ == "__main__":
    PAGE.write_text(reference(), encoding="utf-8")
