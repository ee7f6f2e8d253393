"""`graphkit demo`."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graphkit.cli.building import print_report, progress_bar
from graphkit.cli.output import print_table, say, write
from graphkit.cli.querying import print_rows

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graphkit.analysis import RankedPair
    from graphkit.pipeline import DemoAnswer, DemoReport


def demo(
    *,
    out: Annotated[
        Path, typer.Option("--out", help="The folder to build in; it is made if it is missing.")
    ] = Path("demo"),
) -> None:
    """Build a graph from twelve sample texts and look at it.

    Nobody in the texts exists. The folder then holds store/ and graph.html.
    """
    from graphkit import pipeline

    with progress_bar() as progress:
        report = pipeline.demo(out, progress=progress)
    print_report(report.build, report.store)
    for answer in report.answers:
        _print_answer(answer, report.store)
    _print_pairs("Most agreeing actors", report.agreeing)
    _print_pairs("Most opposed actors", report.opposed)
    _print_next(report)


def _print_answer(answer: DemoAnswer, store: Path) -> None:
    say()
    say(answer.question)
    say()
    say(f"$ graphkit query --store {shlex.quote(str(store))} '")
    write(f"{answer.sparql.strip()}'\n")
    print_rows(answer.result)


def _print_pairs(title: str, pairs: Iterable[RankedPair]) -> None:
    say()
    say(title)
    print_table(
        ("actor", "actor", "policies", "which"),
        [(p.first_label, p.second_label, str(p.weight), "; ".join(p.policy_labels)) for p in pairs],
        right=frozenset({2}),
    )


def _print_next(report: DemoReport) -> None:
    store = shlex.quote(str(report.store))
    say("What to try next")
    say(f"    open {report.page} in a browser: click a line to read the words behind it")
    if report.agreeing:
        name = shlex.quote(report.agreeing[0].first_label)
        say(f"    graphkit show --store {store} {name}")
    say("    graphkit queries")
    say(f"    graphkit network --store {store} --kind conflict -o conflict.graphml")
    say("    graphkit build YOUR-FOLDER --store my-store")
