"""Run the command line in tests: in this process where fast, as a program where it matters."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

from typer.testing import CliRunner

from graphkit.cli import app

if TYPE_CHECKING:
    from pathlib import Path

    from typer.testing import Result


def environment(**more: str) -> dict[str, str]:
    """Return the environment without what would change the output."""
    dropped = {"COLUMNS", "FORCE_COLOR", "GITHUB_ACTIONS", "GRAPHKIT_STORE", "PY_COLORS"}
    kept = {name: value for name, value in os.environ.items() if name not in dropped}
    return {**kept, "PYTHONUTF8": "1", **more}


def invoke(*arguments: str | Path) -> Result:
    """Run a command in this process."""
    clean = {"GRAPHKIT_STORE": None, "COLUMNS": None, "FORCE_COLOR": None}
    return CliRunner().invoke(app, [str(a) for a in arguments], env=clean, prog_name="graphkit")


def run(*arguments: str | Path, folder: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """Run a command as a program in `folder`; keyword arguments go into its environment."""
    return subprocess.run(  # noqa: S603  # our own program
        [sys.executable, "-m", "graphkit", *(str(a) for a in arguments)],
        cwd=folder,
        env=environment(**more),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
