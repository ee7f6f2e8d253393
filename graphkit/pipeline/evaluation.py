"""From annotated documents to figures: how well extractors read, and which reads better."""

from __future__ import annotations

import warnings
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from graphkit.errors import InputError
from graphkit.pipeline.building import Outcome, Progress
from graphkit.pipeline.extraction import Extracted, extract
from graphkit.pipeline.extractors import DEFAULT_EXTRACTOR, check_names
from graphkit.records import DEFAULT_MIN_CONFIDENCE, Annotation

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Iterator, Sequence

    from graphkit.evaluation import Evaluation, LayerComparison, ScoredDocument
    from graphkit.io import ReadFault

GOLD_ENDING = ".gold.json"
SHOWN_PLACES = 3
"""Places of one file that a message names; who mends them finds the others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """Two extractors on the same documents."""

    first: str
    second: str
    layers: tuple[LayerComparison, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluationReport:
    """What was measured.

    Attributes:
        documents: How many have gold.
        min_confidence: Stances below it count as not found; the calibration counts all.
        evaluations: One for each extractor, in the order named.
        comparisons: Of the first extractor with each other one.
        failed: Documents that could not be read, by extractor; they count as if nothing was found.
    """

    documents: int
    min_confidence: float
    evaluations: tuple[Evaluation, ...]
    comparisons: tuple[Compared, ...]
    failed: tuple[tuple[str, ReadFault], ...]


def evaluate(
    folder: str | os.PathLike[str],
    *,
    extractors: Sequence[str] = (DEFAULT_EXTRACTOR,),
    model: str | None = None,
    min_confidence: float = DEFAULT_MIN_CONFIDENCE,
    workers: int | None = 1,
    progress: Callable[[Progress], None] | None = None,
) -> EvaluationReport:
    """Extract from annotated documents, and score what was found against their gold.

    Args:
        folder: Holds NAME.txt and NAME.gold.json, and perhaps NAME.meta.json.
        extractors: Their names; where there are several, each is compared with the first.
        model: Of the extractors that are named without their own.
        min_confidence: Stances below it count as not found, in [0, 1].
        workers: As in `extract`.
        progress: Is told of each document that is read.

    Raises:
        ExtractorError: An extractor is not known, or does not load.
        InputError: There is no gold, or some of it is malformed or without its text.
        ModelError: The spaCy pipeline does not load.
    """
    from graphkit.evaluation import compare

    names = tuple(extractors)
    check_names(names)
    golds = _golds(Path(folder))
    run = _Run(golds, names, model, min_confidence, workers)
    failed: list[tuple[str, ReadFault]] = []
    evaluations = tuple(_evaluated(name, run, failed, progress) for name in names)
    return EvaluationReport(
        documents=len(golds),
        min_confidence=min_confidence,
        evaluations=evaluations,
        comparisons=tuple(
            Compared(
                first=names[0],
                second=other.extractor,
                layers=compare(evaluations[0].scores, other.scores),
            )
            for other in evaluations[1:]
        ),
        failed=tuple(failed),
    )


class _Gold(NamedTuple):
    """What is in the text at `path`."""

    path: Path
    annotation: Annotation


class _Run(NamedTuple):
    """What all extractors of one evaluation share."""

    golds: tuple[_Gold, ...]
    extractors: tuple[str, ...]
    model: str | None
    min_confidence: float
    workers: int | None


def _golds(folder: Path) -> tuple[_Gold, ...]:
    """Read all gold before anything is extracted, so that faults are told at once."""
    if not folder.is_dir():
        what = "is not a folder" if folder.exists() else "does not exist"
        raise InputError(f"{folder} {what}; name a folder with NAME.txt and NAME{GOLD_ENDING}")
    files = sorted(folder.glob(f"*{GOLD_ENDING}"))
    if not files:
        raise InputError(
            f"{folder} holds no NAME{GOLD_ENDING}; annotate documents first, as "
            "docs/evaluation.md says"
        )
    return _all_or_error(files)


def _all_or_error(files: Sequence[Path]) -> tuple[_Gold, ...]:
    golds: list[_Gold] = []
    faults: list[InputError] = []
    for file in files:
        try:
            golds.append(_gold(file))
        except InputError as error:
            faults.append(error)
    if faults:
        more = f" ({len(faults)} of {len(files)} gold files have faults)" if faults[1:] else ""
        raise InputError(f"{faults[0]}{more}") from faults[0]
    return tuple(golds)


def _gold(file: Path) -> _Gold:
    from graphkit.io import read_annotation

    text = file.with_name(f"{file.name.removesuffix(GOLD_ENDING)}.txt")
    annotation = read_annotation(file)
    if not text.exists():
        raise InputError(f"{file} is the gold of {text.name}, which is not there; put it beside it")
    return _Gold(text, annotation)


def _evaluated(
    name: str,
    run: _Run,
    failed: list[tuple[str, ReadFault]],
    progress: Callable[[Progress], None] | None,
) -> Evaluation:
    from graphkit.evaluation import evaluate as sum_up

    return sum_up(name, _judged(name, run, failed, progress))


def _judged(
    name: str,
    run: _Run,
    failed: list[tuple[str, ReadFault]],
    progress: Callable[[Progress], None] | None,
) -> Iterator[ScoredDocument]:
    paths = [gold.path for gold in run.golds]
    number = run.extractors.index(name)
    found = extract(paths, model=run.model, extractor=name, min_confidence=0.0, workers=run.workers)
    with closing(found):
        for place, (gold, item) in enumerate(zip(run.golds, found, strict=True), start=1):
            if not isinstance(item, Extracted):
                failed.append((name, item))
            elif number == 0:
                _warn_of_unfounded(gold, item.document.text)
            yield _judgement(gold, item, run.min_confidence)
            if progress is not None:
                progress(
                    Progress(
                        done=number * len(paths) + place,
                        total=len(paths) * len(run.extractors),
                        path=f"{name}: {gold.path.name}",
                        outcome=Outcome.READ if isinstance(item, Extracted) else Outcome.FAILED,
                    )
                )


def _judgement(gold: _Gold, item: Extracted | ReadFault, min_confidence: float) -> ScoredDocument:
    from graphkit.evaluation import annotation_from_extraction, judge_document

    text, predicted = "", Annotation()
    if isinstance(item, Extracted):
        text = item.document.text
        predicted = annotation_from_extraction(item.extraction, text)
    return judge_document(
        gold.path.stem, text, gold.annotation, predicted, min_confidence=min_confidence
    )


def _warn_of_unfounded(gold: _Gold, text: str) -> None:
    from graphkit.evaluation import unfounded

    places = unfounded(gold.annotation, text)
    if places:
        shown = ", ".join(places[:SHOWN_PLACES])
        more = f" and {len(places) - SHOWN_PLACES} more" if places[SHOWN_PLACES:] else ""
        warnings.warn(
            f"{gold.path.stem}{GOLD_ENDING}: {shown}{more} stand nowhere in {gold.path.name}, so "
            "nothing can match them; copy the words letter by letter",
            stacklevel=2,
        )
