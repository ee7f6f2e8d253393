"""`graphkit explain`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graphkit.cli import options
from graphkit.cli.output import say, write
from graphkit.errors import InputError
from graphkit.pipeline import DEFAULT_EXTRACTOR
from graphkit.records import DEFAULT_MIN_CONFIDENCE

if TYPE_CHECKING:
    from graphkit.records import Explanation

NARROWEST = 30


def explain(  # noqa: PLR0913 - one for each option
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A text or HTML file.")],
    *,
    html: Annotated[
        Path | None,
        typer.Option("--html", help="Write one HTML page here instead; it needs no network."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Write the same as data.")] = False,
    stance: Annotated[
        str | None,
        typer.Option(
            "--stance",
            metavar="N|ID",
            help="Explain only this stance, by its number or id, whatever its confidence.",
        ),
    ] = None,
    width: Annotated[
        int | None,
        typer.Option(
            "--width",
            min=NARROWEST,
            show_default=False,
            help="Columns of a line; by default those of the terminal.",
        ),
    ] = None,
    model: options.Model = None,
    extractor: options.Extractor = DEFAULT_EXTRACTOR,
    names: options.Names = None,
    min_confidence: options.MinConfidence = DEFAULT_MIN_CONFIDENCE,
) -> None:
    """Show what was found in a text, and why each stance was.

    Prints the text with people, groups, policies, actions, quotations, days and stances marked;
    below it each stance with its rule, its cue, the way of its sign and what its confidence is
    made of. How to read it: docs/explain.md.
    """
    from graphkit import pipeline

    if html is not None and as_json:
        raise InputError("--html and --json write different things; leave out one of them")
    explanation = pipeline.explain(
        file,
        model=model,
        extractor=extractor,
        names=names,
        min_confidence=min_confidence,
        stance=stance,
    )
    if as_json:
        from graphkit.io import text_from_explanation

        write(text_from_explanation(explanation))
    elif html is not None:
        _write_page(explanation, html)
    else:
        from graphkit.cli.explanation_text import ExplanationPrinter

        printer = ExplanationPrinter(explanation, width)
        printer.show(only=stance is not None, least=min_confidence)


def _write_page(explanation: Explanation, path: Path) -> None:
    from graphkit.io import write_text
    from graphkit.viz import render_explanation

    write_text(path, render_explanation(explanation))
    say(f"{path}: open it in a browser")
