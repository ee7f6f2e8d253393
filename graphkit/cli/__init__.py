"""The command line: parse arguments, call one function of the pipeline, print, set the exit code.

Exit codes: 0 done; 1 a check found problems, or some of many inputs failed; 2 the user's mistake.
"""

from __future__ import annotations

from graphkit.cli.app import app, main

__all__ = ["app", "main"]
