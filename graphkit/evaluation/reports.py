"""Evaluations as JSON, for programs that read them."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graphkit.evaluation.bootstrap import LayerComparison
    from graphkit.evaluation.evaluations import Evaluation, ScoredDocument
    from graphkit.evaluation.tallies import LayerFigures, Tally
    from graphkit.records import Calibration, ConfidenceBand, Threshold

DIGITS = 4
"""More say nothing with some thousand records."""


def json_from_evaluation(evaluation: Evaluation) -> dict[str, object]:
    """Return an evaluation as a JSON-ready object."""
    return {
        "extractor": evaluation.extractor,
        "layers": {f.layer.value: _layer(f) for f in evaluation.layers},
        "calibration": _calibration(evaluation.calibration),
        "documents": {d.name: _document(d) for d in evaluation.documents},
    }


def json_from_comparison(layers: tuple[LayerComparison, ...]) -> dict[str, object]:
    """Return what two extractors differ in, by layer, as a JSON-ready object."""
    return {
        layer.layer.value: {
            part: {name: _rounded(value) for name, value in asdict(getattr(layer, part)).items()}
            for part in ("first", "second", "difference")
        }
        for layer in layers
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, DIGITS)


def _layer(figures: LayerFigures) -> dict[str, object]:
    return {**_tally(figures.tally), "macro_f1": _rounded(figures.macro_f1)}


def _tally(tally: Tally) -> dict[str, object]:
    return {
        "precision": _rounded(tally.precision),
        "recall": _rounded(tally.recall),
        "f1": _rounded(tally.f1),
        **asdict(tally),
    }


def _document(document: ScoredDocument) -> dict[str, object]:
    return {layer.value: _tally(tally) for layer, tally in document.score.tallies.items()}


def _calibration(calibration: Calibration) -> dict[str, object]:
    return {
        "expected_calibration_error": _rounded(calibration.expected_error),
        "bands": [_band(band) for band in calibration.bands],
        "high_confidence": _threshold(calibration.high),
        "best_threshold": _threshold(calibration.best) if calibration.best else None,
        "excused": calibration.excused,
    }


def _band(band: ConfidenceBand) -> dict[str, object]:
    return {
        "low": band.low,
        "high": band.high,
        "count": band.count,
        "right": band.right,
        "precision": _rounded(band.precision),
        "interval": [_rounded(end) for end in band.interval] if band.interval else None,
        "mean_confidence": _rounded(band.mean_confidence),
    }


def _threshold(threshold: Threshold) -> dict[str, object]:
    return {
        "confidence": _rounded(threshold.confidence),
        "precision": _rounded(threshold.precision),
        "recall": _rounded(threshold.recall),
        "f1": _rounded(threshold.f1),
        "shown": threshold.shown,
        "right": threshold.right,
        "gold": threshold.gold,
    }
