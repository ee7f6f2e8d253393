"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

DEFAULT_STORE = Path("graphkit-store")

Store = Annotated[
    Path,
    typer.Option("--store", envvar="GRAPHKIT_STORE", help="The folder of the store."),
]
Model = Annotated[
    str | None,
    typer.Option(
        "--model",
        help="The spaCy pipeline to use instead of en_core_web_sm; the model of another extractor.",
    ),
]
Extractor = Annotated[
    str,
    typer.Option(
        "--extractor",
        help="What reads the texts: rules, or another one that is installed; NAME:MODEL names its "
        "model too.",
    ),
]
Names = Annotated[
    Path | None,
    typer.Option(
        "--names",
        help="A list of names, one actor a line: NAME, and after tabs the kind and other names. "
        "Each is an actor wherever a text names it.",
    ),
]
Judgements = Annotated[
    Path | None,
    typer.Option(
        "--judgements",
        help="A table of policies that people judged to be one or two; see: graphkit policies.",
    ),
]
MinConfidence = Annotated[
    float,
    typer.Option(
        "--min-confidence",
        min=0.0,
        max=1.0,
        help="Leave out stances below this confidence; 0 shows all.",
    ),
]
Workers = Annotated[
    int | None,
    typer.Option(
        "--workers",
        min=1,
        show_default=False,
        help="Processes that read at the same time; by default one for each core, but none that "
        "would load for less than 25 files. The result is the same with any number.",
    ),
]
