"""`graphkit extract`."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graphkit.cli import options
from graphkit.cli.groups import FAULTY
from graphkit.cli.output import complain, print_table, say, write
from graphkit.errors import InputError
from graphkit.records import DEFAULT_MIN_CONFIDENCE

if TYPE_CHECKING:
    from collections.abc import Callable

    from graphkit.pipeline import Extracted


class ExtractFormat(StrEnum):
    """How an extraction is written."""

    JSON = "json"
    TABLE = "table"


def extract(
    files: Annotated[list[Path], typer.Argument(metavar="FILE", help="Text or HTML files.")],
    *,
    format_: Annotated[
        ExtractFormat, typer.Option("--format", help="JSON, or tables for people.")
    ] = ExtractFormat.JSON,
    out: Annotated[
        Path | None,
        typer.Option("--out", help="A folder; each file's JSON goes there as NAME.json."),
    ] = None,
    model: options.Model = None,
    min_confidence: options.MinConfidence = DEFAULT_MIN_CONFIDENCE,
) -> None:
    """Say what texts hold, from people to stances.

    One file gives one JSON object, several give JSON Lines whose key `file` says whose each is.
    """
    from graphkit import pipeline
    from graphkit.io import ReadFault

    if out is not None and format_ is ExtractFormat.TABLE:
        raise InputError("--out writes JSON; leave out --format table")
    deliver = _delivery(files, format_, out)
    faults = 0
    for item in pipeline.extract(files, model=model, min_confidence=min_confidence):
        if isinstance(item, ReadFault):
            complain(item.message)
            faults += 1
        else:
            deliver(item)
    if faults:
        complain(f"{faults} of {len(files)} files could not be read")
        raise typer.Exit(FAULTY)


def _delivery(
    files: list[Path], format_: ExtractFormat, out: Path | None
) -> Callable[[Extracted], None]:
    """Return what is done with each extraction."""
    from graphkit import io

    if out is not None:
        outputs = io.plan_outputs(files, out)
        return lambda item: io.write_text(
            outputs[item.path], io.text_from_extraction(item.extraction, item.document)
        )
    if format_ is ExtractFormat.TABLE:
        return _print_tables
    if len(files) == 1:
        return lambda item: write(io.text_from_extraction(item.extraction, item.document))
    return lambda item: write(
        io.line_from_extraction(item.extraction, item.document, file=str(item.path))
    )


def _print_tables(item: Extracted) -> None:
    extraction, names = item.extraction, item.extraction.names()
    say(f"{item.path}: {item.document.title or 'no title'}")
    print_table(
        ("person", "office", "jurisdiction", "party"),
        [
            (
                person.name,
                person.tenures[0].office if person.tenures else "",
                (person.tenures[0].jurisdiction or "") if person.tenures else "",
                person.party or "",
            )
            for person in extraction.people
        ],
    )
    print_table(
        ("group or organization", "count", "role"),
        [(group.name, str(group.count or ""), group.role or "") for group in extraction.groups]
        + [(organization.name, "", "") for organization in extraction.organizations],
        right=frozenset({1}),
    )
    print_table(
        ("action", "leaders and signers", "about"),
        [
            (
                action.kind.value,
                ", ".join(names[i] for i in (*action.leaders, *action.signers)),
                names[action.about] if action.about else "",
            )
            for action in extraction.actions
        ],
    )
    print_table(
        ("speaker", "kind", "quote"),
        [
            (
                names[statement.speaker] if statement.speaker else "",
                statement.kind.value,
                item.document.text[statement.quote.start : statement.quote.end],
            )
            for statement in extraction.statements
        ],
    )
    print_table(
        ("actor", "polarity", "target", "confidence", "evidence"),
        [
            (
                names[stance.holder],
                stance.polarity.value,
                names[stance.target],
                f"{stance.confidence:.2f}",
                item.document.text[stance.evidence[0].span.start : stance.evidence[0].span.end],
            )
            for stance in extraction.stances
        ],
        right=frozenset({3}),
    )
