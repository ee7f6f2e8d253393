"""`graphkit network` and `graphkit view`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from graphkit.cli import options
from graphkit.cli.output import say
from graphkit.pipeline import NetworkKind
from graphkit.records import DEFAULT_MIN_CONFIDENCE


def network(
    *,
    store: options.Store = options.DEFAULT_STORE,
    kind: Annotated[NetworkKind, typer.Option("--kind", help="Which network.")],
    out: Annotated[
        Path,
        typer.Option("--out", "-o", help="The file: .graphml, .gexf, .csv or .json."),
    ],
    min_confidence: options.MinConfidence = DEFAULT_MIN_CONFIDENCE,
) -> None:
    """Write a network of actors to a file.

    Who agrees with whom, who disagrees, or who is for and against what.
    """
    from graphkit import analysis, pipeline

    graph = pipeline.network(store, kind=kind, min_confidence=min_confidence)
    analysis.write_network(graph, out)
    say(f"{out}: {graph.number_of_nodes()} nodes, {graph.number_of_edges()} edges")


def view(
    *,
    store: options.Store = options.DEFAULT_STORE,
    out: Annotated[Path, typer.Option("--out", "-o", help="The HTML file.")],
    min_confidence: options.MinConfidence = DEFAULT_MIN_CONFIDENCE,
) -> None:
    """Draw the graph as one HTML page.

    The page needs no network: open it in any browser.
    """
    from graphkit import pipeline

    page = pipeline.view(store, out, min_confidence=min_confidence)
    say(f"{page}: open it in a browser")
