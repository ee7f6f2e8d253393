"""`graphkit validate` and `graphkit export`."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from graphkit.cli import options
from graphkit.cli.groups import FAULTY
from graphkit.cli.output import print_table, say, write
from graphkit.cli.querying import ListFormat


def validate(
    file: Annotated[
        Path | None,
        typer.Argument(metavar="FILE.ttl", help="A file of triples; without it, the store."),
    ] = None,
    *,
    store: options.Store = options.DEFAULT_STORE,
    format_: Annotated[
        ListFormat, typer.Option("--format", help="A table for people, or JSON.")
    ] = ListFormat.TABLE,
) -> None:
    """Check a graph and each of its quotations.

    The graph must fit its shapes, each quotation the text of its document. The exit code is 1
    where problems are found.
    """
    from graphkit import pipeline

    problems = pipeline.validate(store) if file is None else pipeline.validate_file(file)
    if format_ is ListFormat.JSON:
        write(json.dumps([asdict(p) for p in problems], ensure_ascii=False, indent=1) + "\n")
    elif problems:
        print_table(
            ("node", "rule", "message", "document"),
            [(_short(p.node), p.rule, p.message, _short(p.document or "")) for p in problems],
        )
        say(f"{len(problems)} problem{'' if len(problems) == 1 else 's'} in {file or store}")
    else:
        say(f"{file or store}: no problems")
    if problems:
        raise typer.Exit(FAULTY)


def _short(iri: str) -> str:
    from graphkit.rdf import DEFAULT_BASE, compact_iri

    return compact_iri(iri, DEFAULT_BASE)


def export(
    *,
    store: options.Store = options.DEFAULT_STORE,
    out: Annotated[
        Path,
        typer.Option("--out", "-o", help="The file: .nq, .trig, .ttl or .jsonld."),
    ],
) -> None:
    """Write the whole graph to a file."""
    from graphkit import pipeline

    say(f"{pipeline.export(store, out)}: written")
