"""`graphkit evaluate`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graphkit.cli import options
from graphkit.cli.building import progress_bar
from graphkit.cli.groups import FAULTY
from graphkit.cli.output import complain, print_table, say, write
from graphkit.cli.reliability import print_reliability
from graphkit.pipeline import DEFAULT_EXTRACTOR
from graphkit.records import DEFAULT_MIN_CONFIDENCE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from graphkit.evaluation import Estimate, Evaluation, Layer, LayerFigures
    from graphkit.pipeline import Compared, EvaluationReport

NUMBERS = frozenset(range(1, 8))
"""The columns of numbers in the tables below."""


def evaluate(  # noqa: PLR0913 - one for each option
    folder: Annotated[
        Path,
        typer.Argument(metavar="DIR", help="Holds NAME.txt and NAME.gold.json of each document."),
    ],
    *,
    extractors: Annotated[
        list[str] | None,
        typer.Option(
            "--extractor",
            show_default=DEFAULT_EXTRACTOR,
            help="What reads the texts; NAME:MODEL names its model too. Give two to compare them.",
        ),
    ] = None,
    model: options.Model = None,
    as_json: Annotated[bool, typer.Option("--json", help="Write all figures as JSON.")] = False,
    errors: Annotated[
        str | None,
        typer.Option(
            "--errors",
            metavar="LAYER",
            help="List what was missed and invented in a layer, such as stances.",
        ),
    ] = None,
    plot: Annotated[
        Path | None,
        typer.Option("--plot", help="A picture of the confidence bands: .svg or .png."),
    ] = None,
    min_confidence: options.MinConfidence = DEFAULT_MIN_CONFIDENCE,
    workers: options.Workers = None,
) -> None:
    """Measure extraction on documents that are annotated by hand.

    Says for each layer how much of what was found is right (precision) and how much of what is
    there was found (recall), and for stances whether they are as often right as their confidence
    says. How to annotate and how to read the figures: docs/evaluation.md.
    """
    from graphkit import pipeline

    layers = _layers(errors)
    if plot is not None:
        from graphkit.viz import check_picture_ending

        check_picture_ending(plot.suffix)
    with progress_bar() as progress:
        report = pipeline.evaluate(
            folder,
            extractors=tuple(extractors or (DEFAULT_EXTRACTOR,)),
            model=model,
            min_confidence=min_confidence,
            workers=workers,
            progress=progress,
        )
    if as_json:
        _write_json(report, layers)
    else:
        _print_report(report, layers)
    if plot is not None:
        _write_plot(report, plot, quiet=as_json)
    _end_with_faults(report)


def _layers(asked: str | None) -> tuple[Layer, ...]:
    """Return the layers whose name begins with what was asked for."""
    if asked is None:
        return ()
    from graphkit.evaluation import Layer

    found = tuple(layer for layer in Layer if layer.value.startswith(asked.strip().casefold()))
    if not found or not asked.strip():
        known = ", ".join(layer.value for layer in Layer)
        raise typer.BadParameter(f"{asked!r} is no layer; use one of: {known}")
    return found


def _end_with_faults(report: EvaluationReport) -> None:
    for extractor, fault in report.failed:
        complain(f"{extractor}: {fault.message}")
    if report.failed:
        total = report.documents * len(report.evaluations)
        complain(
            f"{len(report.failed)} of {total} readings failed and count as if nothing was found"
        )
        raise typer.Exit(FAULTY)


def _print_report(report: EvaluationReport, layers: Sequence[Layer]) -> None:
    for evaluation in report.evaluations:
        say(f"{evaluation.extractor}: {report.documents} documents")
        _print_layers(evaluation.layers)
        say(
            f"Stances below confidence {report.min_confidence:g} are left out above; the "
            "confidences below are those of all stances."
        )
        print_reliability(evaluation.calibration)
    for compared in report.comparisons:
        _print_comparison(compared)
    if layers:
        _print_errors(report.evaluations, layers)


def _print_layers(layers: Iterable[LayerFigures]) -> None:
    print_table(
        ("layer", "precision", "recall", "F1", "macro F1", "gold", "found", "right"),
        [_layer_row(figures) for figures in layers],
        right=NUMBERS,
    )


def _layer_row(figures: LayerFigures) -> tuple[str, ...]:
    """Return a row of the table; what nobody annotated can be neither right nor wrong."""
    tally = figures.tally
    shares = (tally.precision, tally.recall, tally.f1, figures.macro_f1)
    counts = (tally.gold, tally.predicted, tally.matched)
    return (
        figures.layer.value,
        *(f"{share:.3f}" if tally.gold else "-" for share in shares),
        *(str(count) for count in counts),
    )


def _print_comparison(compared: Compared) -> None:
    say(f"F1 of {compared.first} and of {compared.second}, with 95 % intervals over documents")
    print_table(
        ("layer", compared.first, compared.second, "difference", "chance?"),
        [
            (
                layer.layer.value,
                _interval(layer.first),
                _interval(layer.second),
                _interval(layer.difference, sign="+"),
                _is_chance(layer.difference),
            )
            for layer in compared.layers
        ],
    )


def _is_chance(difference: Estimate) -> str:
    """Return whether such a difference comes about by drawing other documents."""
    if difference.low == difference.high == 0:
        return "none"
    return "maybe" if difference.low <= 0 <= difference.high else "no"


def _interval(estimate: Estimate, *, sign: str = "") -> str:
    return f"{estimate.value:{sign}.3f} [{estimate.low:{sign}.3f}, {estimate.high:{sign}.3f}]"


def _errors(
    evaluation: Evaluation, layers: Sequence[Layer]
) -> Iterable[tuple[str, str, str, str, str]]:
    for document in evaluation.documents:
        for fault in document.score.faults:
            if fault.layer in layers:
                yield (
                    evaluation.extractor,
                    document.name,
                    fault.layer.value,
                    fault.kind.value,
                    fault.words,
                )


def _print_errors(evaluations: Sequence[Evaluation], layers: Sequence[Layer]) -> None:
    for evaluation in evaluations:
        rows = [row[1:] for row in _errors(evaluation, layers)]
        if rows:
            say(f"{evaluation.extractor}: what is wrong")
            print_table(("document", "layer", "fault", "what"), rows)
        else:
            say(f"{evaluation.extractor}: nothing was missed or invented there")


def _write_json(report: EvaluationReport, layers: Sequence[Layer]) -> None:
    import json

    from graphkit.evaluation import json_from_comparison, json_from_evaluation

    content: dict[str, object] = {
        "documents": report.documents,
        "min_confidence": report.min_confidence,
        "evaluations": [json_from_evaluation(e) for e in report.evaluations],
        "comparisons": [
            {"first": c.first, "second": c.second, "layers": json_from_comparison(c.layers)}
            for c in report.comparisons
        ],
        "failed": [{"extractor": name, "message": fault.message} for name, fault in report.failed],
    }
    if layers:
        keys = ("extractor", "document", "layer", "fault", "what")
        content["errors"] = [
            dict(zip(keys, row, strict=True))
            for evaluation in report.evaluations
            for row in _errors(evaluation, layers)
        ]
    write(json.dumps(content, ensure_ascii=False, indent=1, allow_nan=False) + "\n")


def _write_plot(report: EvaluationReport, path: Path, *, quiet: bool) -> None:
    from graphkit.io import write_bytes
    from graphkit.viz import draw_reliability

    calibrations = {e.extractor: e.calibration for e in report.evaluations}
    write_bytes(path, draw_reliability(calibrations, ending=path.suffix))
    if not quiet:
        say(f"{path}: the confidence bands as a picture")
