"""The commands together, and what holds for all of them."""

from __future__ import annotations

import os
import sys
import warnings
from typing import TYPE_CHECKING, Annotated

import typer

from graphkit import __version__
from graphkit.cli import (
    building,
    checking,
    demonstration,
    drawing,
    evaluating,
    explaining,
    extracting,
    pairing,
    querying,
    showing,
)
from graphkit.cli.groups import ErrorGroup
from graphkit.cli.output import complain

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TextIO

app = typer.Typer(
    name="graphkit",
    cls=ErrorGroup,
    no_args_is_help=True,
    add_completion=False,
    # Plain help reads the same in a terminal, in a pipe and in docs/cli.md.
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    epilog="\b\nExample:\n  graphkit demo",
    context_settings={"help_option_names": ["--help", "-h"]},
)


def _show_version(*, wanted: bool) -> None:
    if wanted:
        typer.echo(f"graphkit {__version__}")
        raise typer.Exit


@app.callback()
def graphkit(
    *,
    version: Annotated[  # handled by its callback
        bool,
        typer.Option(
            "--version",
            callback=lambda value: _show_version(wanted=value),
            is_eager=True,
            help="Show the version and exit.",
        ),
    ] = False,
) -> None:
    """Build knowledge graphs of political positions from news, releases and letters.

    Every stance in the graph leads back to the exact words of a source.
    """


COMMANDS: dict[str, tuple[Callable[..., None], tuple[str, ...]]] = {
    "demo": (demonstration.demo, ("graphkit demo", "graphkit demo --out my-demo")),
    "extract": (
        extracting.extract,
        (
            "graphkit extract article.txt --format table",
            "graphkit extract *.txt --out extracted --workers 4",
        ),
    ),
    "explain": (
        explaining.explain,
        (
            "graphkit explain article.txt",
            "graphkit explain article.txt --stance 3",
            "graphkit explain article.html --html explained.html",
        ),
    ),
    "build": (
        building.build,
        (
            "graphkit build articles/ --store my-store",
            "graphkit build articles/ --workers 4",
            "graphkit build a.txt b.html --strict",
        ),
    ),
    "evaluate": (
        evaluating.evaluate,
        (
            "graphkit evaluate annotated/",
            "graphkit evaluate annotated/ --errors stances",
            "graphkit evaluate annotated/ --plot reliability.svg",
            "graphkit evaluate annotated/ --extractor rules --extractor rules:en_core_web_md",
        ),
    ),
    "query": (
        querying.query,
        (
            "graphkit query 'SELECT ?name WHERE { ?p a foaf:Person ; rdfs:label ?name }'",
            "graphkit query --file question.rq --format csv",
            "graphkit query --name who-opposes --param policy='Clean Canals Act'",
        ),
    ),
    "queries": (querying.queries, ("graphkit queries",)),
    "show": (showing.show, ("graphkit show 'Ann Bee' --store my-store",)),
    "policies": (
        pairing.policies,
        (
            "graphkit policies",
            "graphkit policies --out pairs.tsv",
            "graphkit policies --embeddings --out pairs.tsv",
        ),
    ),
    "network": (drawing.network, ("graphkit network --kind congruence -o agreement.graphml",)),
    "view": (drawing.view, ("graphkit view -o graph.html",)),
    "validate": (checking.validate, ("graphkit validate", "graphkit validate graph.ttl")),
    "export": (checking.export, ("graphkit export -o graph.trig",)),
}
"""Each command with its function and its examples, in the order of the help."""


def _examples(lines: tuple[str, ...]) -> str:
    """Return the end of a help text; the first character keeps Click from joining the lines."""
    return "\n".join(
        ("\b", "Examples:" if len(lines) > 1 else "Example:", *(f"  {x}" for x in lines))
    )


for _name, (_function, _lines) in COMMANDS.items():
    app.command(_name, epilog=_examples(_lines))(_function)


def main() -> None:
    """Run the command line; the console script `graphkit` starts here."""
    warnings.showwarning = _show_warning
    try:
        app()
    finally:
        _close_output()


def _show_warning(  # the signature that `warnings` asks for
    message: Warning | str,
    category: type[Warning],
    filename: str,  # noqa: ARG001  # where in the code it was raised helps no user
    lineno: int,  # noqa: ARG001
    file: TextIO | None = None,  # noqa: ARG001
    line: str | None = None,  # noqa: ARG001
) -> None:
    if issubclass(category, UserWarning):
        complain(f"warning: {message}")


def _close_output() -> None:
    """Flush; where the reader has gone (`| head`), let Python's own flush at exit go nowhere."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
