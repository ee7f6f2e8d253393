"""How the errors of a command end it."""

from __future__ import annotations

import errno
from typing import Any, cast

import typer
from typer.core import TyperGroup

from graphkit.cli.output import complain
from graphkit.errors import GraphkitError

FAULTY = 1
"""A check ran and found problems, or some of many inputs failed."""
MISTAKEN = 2
"""The user's mistake: usage, or any `GraphkitError`."""


USAGE_ERROR = cast("type[Exception]", typer.BadParameter.__bases__[0])
"""Click's UsageError, whichever Click it is that this Typer brings with it."""


class ErrorGroup(TyperGroup):
    """A group of commands whose `GraphkitError` is one sentence and exit code 2."""

    def make_context(self, info_name: str | None, args: list[str], *rest: Any, **more: Any) -> Any:  # noqa: ANN401  # as Click declares it
        """Read the options that stand before the command."""
        if not args:  # Click answers with the help
            return super().make_context(info_name, args, *rest, **more)
        try:
            return super().make_context(info_name, args, *rest, **more)
        except USAGE_ERROR as error:
            complain(_usage_message(error, str(info_name)))
            raise typer.Exit(MISTAKEN) from error

    def invoke(self, ctx: Any) -> object:  # noqa: ANN401  # whose Context depends on Typer's version
        """Run the command that was asked for."""
        try:
            return super().invoke(ctx)
        except GraphkitError as error:
            complain(str(error))
            raise typer.Exit(MISTAKEN) from error
        except USAGE_ERROR as error:
            complain(_usage_message(error, ctx.command_path))
            raise typer.Exit(MISTAKEN) from error
        except BrokenPipeError as error:
            # The reader has seen enough (`| head`): that is no fault.
            raise typer.Exit(0) from error
        except OSError as error:
            if error.errno != errno.ENOSPC:
                raise
            complain(f"the disk is full: {error}; make room and run the command again")
            raise typer.Exit(MISTAKEN) from error


def _usage_message(error: Any, program: str) -> str:  # noqa: ANN401  # see USAGE_ERROR
    """Return what is wrong with the arguments as one sentence that says where to read on."""
    command = error.ctx.command_path if error.ctx is not None else program
    what = error.format_message().replace("Value error, ", "").rstrip(".")
    return f"{what[:1].lower()}{what[1:]}; see: {command} --help"
