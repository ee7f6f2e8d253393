"""`graphkit extract`."""

from __future__ import annotations

from contextlib import closing
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graphkit.cli import options
from graphkit.cli.groups import FAULTY
from graphkit.cli.output import complain, print_table, say, write
from graphkit.errors import InputError
from graphkit.pipeline import DEFAULT_EXTRACTOR
from graphkit.records import DEFAULT_MIN_CONFIDENCE

if TYPE_CHECKING:
    from collections.abc import Callable

    from graphkit.pipeline import Extracted
    from graphkit.records import Extraction


class ExtractFormat(StrEnum):
    """How an extraction is written."""

    JSON = "json"
    TABLE = "table"


def extract(  # noqa: PLR0913 - one for each option
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
    extractor: options.Extractor = DEFAULT_EXTRACTOR,
    names: options.Names = None,
    min_confidence: options.MinConfidence = DEFAULT_MIN_CONFIDENCE,
    workers: options.Workers = None,
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
    found = pipeline.extract(
        files,
        model=model,
        extractor=extractor,
        names=names,
        min_confidence=min_confidence,
        workers=workers,
    )
    with closing(found):  # Ctrl-C ends the workers too
        for item in found:
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
    extraction, text = item.extraction, item.document.text
    say(f"{item.path}: {item.document.title or 'no title'}")
    tables = (
        (("person", "office", "jurisdiction", "party"), _people(extraction), None),
        (("group or organization", "count", "role"), _bodies(extraction), 1),
        (("action", "leaders and signers", "sent to", "about"), _actions(extraction), None),
        (("speaker", "kind", "quote"), _statements(extraction, text), None),
        (("actor", "polarity", "target", "confidence", "evidence"), _stances(extraction, text), 3),
    )
    for columns, rows, number in tables:
        if rows:
            print_table(columns, rows, right=frozenset() if number is None else frozenset({number}))
    if not any(rows for _, rows, _ in tables):
        say("    nobody and nothing was found in it")


Rows = list[tuple[str, ...]]


def _people(extraction: Extraction) -> Rows:
    rows: Rows = []
    for person in extraction.people:
        main = person.tenures[0] if person.tenures else None
        office = (main.office, main.jurisdiction or "") if main else ("", "")
        rows.append((person.name, *office, person.party or ""))
    return rows


def _bodies(extraction: Extraction) -> Rows:
    groups: Rows = [(g.name, str(g.count or ""), g.role or "") for g in extraction.groups]
    return groups + [(organization.name, "", "") for organization in extraction.organizations]


def _actions(extraction: Extraction) -> Rows:
    names = extraction.names()
    return [
        (
            action.kind.value,
            ", ".join(names[i] for i in (*action.leaders, *action.signers)),
            ", ".join(names[i] for i in action.addressees),
            names[action.about] if action.about else "",
        )
        for action in extraction.actions
    ]


def _statements(extraction: Extraction, text: str) -> Rows:
    names = extraction.names()
    return [
        (
            names[statement.speaker] if statement.speaker else "",
            statement.kind.value,
            text[statement.quote.start : statement.quote.end],
        )
        for statement in extraction.statements
    ]


def _stances(extraction: Extraction, text: str) -> Rows:
    names = extraction.names()
    return [
        (
            names[stance.holder],
            stance.polarity.value,
            names[stance.target],
            f"{stance.confidence:.2f}",
            text[stance.evidence[0].span.start : stance.evidence[0].span.end],
        )
        for stance in extraction.stances
    ]
