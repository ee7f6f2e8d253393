"""How the errors of a command end it."""

from __future__ import annotations

import errno
from typing import Any

import typer
from typer.core import TyperGroup

from graphkit.cli.output import complain
from graphkit.errors import GraphkitError

FAULTY = 1
"""A check ran and found problems, or some of many inputs failed."""
MISTAKEN = 2
"""The user's mistake: usage, or any `GraphkitError`."""


class ErrorGroup(TyperGroup):
    """A group of commands whose `GraphkitError` is one sentence and exit code 2."""

    def invoke(self, ctx: Any) -> object:  # noqa: ANN401  # whose Context depends on Typer's version
        """Run the command that was asked for."""
        try:
            return super().invoke(ctx)
        except GraphkitError as error:
            complain(str(error))
            raise typer.Exit(MISTAKEN) from error
        except BrokenPipeError as error:
            # The reader has seen enough (`| head`): that is no fault.
            raise typer.Exit(0) from error
        except OSError as error:
            if error.errno != errno.ENOSPC:
                raise
            complain(f"the disk is full: {error}; make room and run the command again")
            raise typer.Exit(MISTAKEN) from error
