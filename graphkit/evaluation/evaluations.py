"""One extractor over all annotated documents."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from graphkit.evaluation.calibration import Labelled, calibrate
from graphkit.evaluation.scoring import score_document
from graphkit.evaluation.stances import label_stances
from graphkit.evaluation.tallies import Layer, summed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graphkit.evaluation.tallies import LayerFigures, Score
    from graphkit.records import Annotation, Calibration


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoredDocument:
    """A document with its score and the labels of all its stances.

    Attributes:
        score: Of what is shown: stances below the confidence asked for are left out.
        labelled: All stances, also those below it.
        gold_stances: How many stances had to be found.
    """

    name: str
    score: Score
    labelled: tuple[Labelled, ...]
    gold_stances: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """How an extractor does on annotated documents."""

    extractor: str
    documents: tuple[ScoredDocument, ...]
    layers: tuple[LayerFigures, ...]
    calibration: Calibration

    @property
    def scores(self) -> tuple[Score, ...]:
        """The score of each document."""
        return tuple(document.score for document in self.documents)


def judge_document(
    name: str, text: str, gold: Annotation, predicted: Annotation, *, min_confidence: float
) -> ScoredDocument:
    """Score one document, and label its stances.

    Args:
        name: Of the document.
        text: As read.
        gold: What is in it.
        predicted: What was extracted from it, with the stances of any confidence.
        min_confidence: Stances below it count as not found, in [0, 1]; labelled they are.
    """
    shown = replace(
        predicted,
        stances=tuple(s for s in predicted.stances if s.confidence >= min_confidence),
    )
    score = score_document(text, gold, shown)
    outcomes = label_stances(text, gold, predicted)
    return ScoredDocument(
        name=name,
        score=score,
        labelled=tuple(
            Labelled(stance.confidence, outcome)
            for stance, outcome in zip(predicted.stances, outcomes, strict=True)
        ),
        gold_stances=score.tallies[Layer.STANCES].gold,
    )


def evaluate(extractor: str, documents: Iterable[ScoredDocument]) -> Evaluation:
    """Sum up what an extractor did on all documents."""
    every = tuple(documents)
    return Evaluation(
        extractor=extractor,
        documents=every,
        layers=summed(document.score for document in every),
        calibration=calibrate(
            (one for document in every for one in document.labelled),
            gold=sum(document.gold_stances for document in every),
        ),
    )
