"""Write docs/cli.md from the help of the commands: `python -m tests.cli.reference`."""

from __future__ import annotations

from pathlib import Path

from typer.testing import CliRunner

from graphkit.cli import app
from graphkit.cli.app import COMMANDS

REFERENCE = Path(__file__).parents[2] / "docs" / "cli.md"
HEAD = """# The command line

Written from the help of the commands by `python -m tests.cli.reference`; a test compares.

Exit codes: 0 done; 1 a check found problems, or some of many inputs failed; 2 a mistake in what was
asked, with one sentence on stderr that says what to do. Results go to stdout, progress and messages
to stderr.
"""


def help_of(*command: str) -> str:
    """Return what `graphkit … --help` prints on a terminal of 80 columns."""
    result = CliRunner().invoke(
        app,
        [*command, "--help"],
        env={"COLUMNS": "80", "GRAPHKIT_STORE": None, "FORCE_COLOR": None},
        prog_name="graphkit",
    )
    return result.stdout


def reference() -> str:
    """Return the text of docs/cli.md."""
    parts = [HEAD, f"```text\n{help_of().strip()}\n```\n"]
    parts += [f"## graphkit {n}\n\n```text\n{help_of(n).strip()}\n```\n" for n in COMMANDS]
    return "\n".join(parts)


if __name__ == "__main__":
    REFERENCE.write_text(reference(), encoding="utf-8")
