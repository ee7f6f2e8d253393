"""Measure: what was extracted against what careful readers found, and confidence against truth."""

from __future__ import annotations

from graphkit.evaluation.bootstrap import Estimate, LayerComparison, compare
from graphkit.evaluation.calibration import (
    Labelled,
    calibrate,
    expected_calibration_error,
    wilson_interval,
)
from graphkit.evaluation.evaluations import Evaluation, ScoredDocument, evaluate, judge_document
from graphkit.evaluation.gold import unfounded
from graphkit.evaluation.predictions import annotation_from_extraction
from graphkit.evaluation.reports import json_from_comparison, json_from_evaluation
from graphkit.evaluation.scoring import score_document
from graphkit.evaluation.stances import StanceOutcome, label_stances
from graphkit.evaluation.tallies import (
    Fault,
    FaultKind,
    Layer,
    LayerFigures,
    Score,
    Tally,
    summed,
)

__all__ = [
    "Estimate",
    "Evaluation",
    "Fault",
    "FaultKind",
    "Labelled",
    "Layer",
    "LayerComparison",
    "LayerFigures",
    "Score",
    "ScoredDocument",
    "StanceOutcome",
    "Tally",
    "annotation_from_extraction",
    "calibrate",
    "compare",
    "evaluate",
    "expected_calibration_error",
    "json_from_comparison",
    "json_from_evaluation",
    "judge_document",
    "label_stances",
    "score_document",
    "summed",
    "unfounded",
    "wilson_interval",
]
