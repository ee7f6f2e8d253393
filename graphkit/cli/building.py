"""`graphkit build`."""

from __future__ import annotations

import signal
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graphkit.cli import options
from graphkit.cli.groups import FAULTY
from graphkit.cli.output import complain, plain, print_table, tell
from graphkit.pipeline import DEFAULT_EXTRACTOR

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType

    from graphkit.pipeline import BuildReport, Progress
    from graphkit.records import Counts

INTERRUPTED = 130
"""What shells report of a command that Ctrl-C has ended."""


def build(  # noqa: PLR0913 - one for each option
    sources: Annotated[
        list[Path], typer.Argument(metavar="SOURCE", help="Files, and folders of files.")
    ],
    *,
    store: options.Store = options.DEFAULT_STORE,
    model: options.Model = None,
    extractor: options.Extractor = DEFAULT_EXTRACTOR,
    names: options.Names = None,
    judgements: options.Judgements = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Take in nothing if a file cannot be read; exit 2.")
    ] = False,
    workers: options.Workers = None,
) -> None:
    """Read documents into the graph of a store.

    The store is made if it is missing. Documents that the store already has are passed over. One
    that cannot be read is reported at the end and the others are in; the exit code is then 1.
    """
    from graphkit import pipeline

    with progress_bar() as progress, _stopping() as stop:
        report = pipeline.build(
            sources,
            store=store,
            model=model,
            extractor=extractor,
            names=names,
            judgements=judgements,
            strict=strict,
            workers=workers,
            progress=progress,
            stop=stop,
        )
    print_report(report, store)
    if report.interrupted:
        raise typer.Exit(INTERRUPTED)
    if report.failed:
        raise typer.Exit(FAULTY)


@contextmanager
def _stopping() -> Iterator[Callable[[], bool]]:
    """Yield a question that is True after Ctrl-C; a second Ctrl-C ends the program at once."""
    asked: list[bool] = []

    def ask(number: int, frame: FrameType | None) -> None:  # noqa: ARG001  # as signal calls it
        if asked:
            raise KeyboardInterrupt
        asked.append(True)
        complain("stopping after this document; press Ctrl-C again to stop at once")

    previous = signal.signal(signal.SIGINT, ask)
    try:
        yield lambda: bool(asked)
    finally:
        signal.signal(signal.SIGINT, previous)


@contextmanager
def progress_bar() -> Iterator[Callable[[Progress], None] | None]:
    """Yield what moves a bar on stderr; None where stderr is no terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    bar = Bar(
        TextColumn("{task.fields[name]}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    )
    with bar:
        task = bar.add_task("build", total=None, name="loading the language model")

        def move(step: Progress) -> None:
            bar.update(task, completed=step.done, total=step.total, name=plain(step.path))

        yield move


def print_report(report: BuildReport, store: Path) -> None:
    """Print what a run did and what the store holds."""
    for fault in report.failed:
        complain(f"not read: {fault.message}")
    print_table(
        ("documents", "number"),
        [
            ("read", str(report.read)),
            ("replaced", str(report.replaced)),
            ("unchanged", str(report.unchanged)),
            ("failed", str(len(report.failed))),
        ],
        right=frozenset({1}),
    )
    print_counts(report.counts)
    ending = " (interrupted)" if report.interrupted else ""
    tell(f"{store}: done in {report.elapsed_s:.1f} s{ending}")


def print_counts(counts: Counts) -> None:
    """Print what a store holds."""
    print_table(
        ("in the store", "number"),
        [
            ("documents", str(counts.documents)),
            ("people", str(counts.people)),
            ("organizations", str(counts.organizations)),
            ("groups", str(counts.groups)),
            ("policies", str(counts.policies)),
            ("actions", str(counts.actions)),
            ("statements", str(counts.statements)),
            ("stances", str(counts.stances)),
        ],
        right=frozenset({1}),
    )
