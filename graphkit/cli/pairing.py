"""`graphkit policies`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graphkit.cli import options
from graphkit.cli.output import plain, print_text, say, tell
from graphkit.pipeline import DEFAULT_MIN_SIMILARITY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphkit.records import PolicyPair

INDENT = "    "


def policies(
    *,
    store: options.Store = options.DEFAULT_STORE,
    judgements: options.Judgements = None,
    out: Annotated[
        Path | None,
        typer.Option(
            "--out", "-o", help="Write the pairs to this table, behind what is in it already."
        ),
    ] = None,
    embeddings: Annotated[
        bool,
        typer.Option("--embeddings", help="Compare the meaning of names too, by a local model."),
    ] = False,
    model_dir: Annotated[
        Path | None,
        typer.Option(
            "--model-dir",
            help="The folder of another sentence model (BERT, safetensors); implies --embeddings.",
        ),
    ] = None,
    min_similarity: Annotated[
        float,
        typer.Option(
            "--min-similarity", min=0.0, max=1.0, help="How close the meaning of names must be."
        ),
    ] = DEFAULT_MIN_SIMILARITY,
) -> None:
    """List policies that may be one, for you to decide.

    Nothing is merged by itself: write same or different into the table, and build with it.
    """
    from graphkit import pipeline

    meaning = pipeline.Meaning(folder=model_dir, minimum=min_similarity)
    pairs = pipeline.suggest_policy_pairs(
        store,
        meaning=meaning if embeddings or model_dir is not None else None,
        judgements=judgements,
    )
    for orphan in () if judgements is None else pipeline.orphaned_judgements(store, judgements):
        tell(f"{judgements}: the store has no {orphan.policy}; its judgement is kept")
    if out is not None:
        say(f"{out}: {_counted(pipeline.write_policy_pairs(pairs, out))} added")
        return
    print_text("\n".join(line for pair in pairs for line in lines_of_pair(pair)))
    say(f"{_counted(len(pairs))} that may be one policy")


def _counted(pairs: int) -> str:
    return f"{pairs} pair{'' if pairs == 1 else 's'}"


def lines_of_pair(pair: PolicyPair) -> Iterator[str]:
    """Yield the lines that show a pair with its evidence; all of them are safe to print."""
    close = "" if pair.similarity is None else f" {pair.similarity:.2f}"
    yield plain(f"{pair.first.name} = {pair.second.name}? ({pair.reason.value}{close})")
    for policy in (pair.first, pair.second):
        yield plain(f"{INDENT}{policy.id}")
        yield plain(f"{INDENT * 2}“{policy.quote}”")
        yield plain(f"{INDENT * 3}{policy.source}")
    yield ""
