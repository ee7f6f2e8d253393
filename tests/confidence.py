"""Fit the confidence of stances on the annotated documents beside the project, and measure it.

    python tests/confidence.py            how far confidences can be believed
    python tests/confidence.py --fit      write graphkit/data/stance_weights.tsv anew
    python tests/confidence.py --check    exit 1 above the error or below the precision allowed

The weights are those of a logistic regression with an L2 penalty (scikit-learn) on all annotated
documents. Those that no rule was written from are among them: rules are right more often on the
documents that they were written from, and weights that saw only these would promise too much. The
stances of one joint action are right or wrong together, so each of n such stances weighs n to the
power of -0.5. All figures are cross-validated: the documents fall into 14 parts, and each part is
judged by weights from the others. Stances with a feature whose weight is set by hand
(`stance_hand_weights.tsv`) take no part in fitting: the texts have too few of them.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from graphkit.evaluation import (
    Labelled,
    StanceOutcome,
    annotation_from_extraction,
    calibrate,
    label_stances,
)
from graphkit.io import read_annotation
from graphkit.nlp.stance_confidence import BIAS, confidence_of, hand_weights
from tests.accuracy import EVAL, gold_names, is_checking
from tests.floors import read_floors
from tests.readings import readings

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from graphkit.records import Calibration

FOLDS = 14
PENALTY = 0.02
"""Inverse of the L2 penalty. Of 0.01, 0.02, 0.03, 0.05 and 0.1 the smallest whose log loss, when
cross-validated, is within 0.005 of the best: the most cautious weights that tell as much."""
SHARED_WEIGHT = -0.5
WEIGHTS = Path(__file__).resolve().parents[1] / "graphkit" / "data" / "stance_weights.tsv"
PARTS = {
    "all documents": frozenset({False, True}),
    "documents that were read": frozenset({False}),
    "documents that were not read": frozenset({True}),
}
"""Titles, and whether the documents are checking ones."""
FEW = 5
"""A feature must be met in as many documents to be given a weight."""
HEADER = """\
# Weights of the logistic model that turns the features of a stance into its confidence.
# Written by tests/confidence.py --fit; see docs/accuracy.md for how far they can be believed.
# feature  as graphkit/nlp/stance_features.py names it; what is not listed weighs nothing
# weight   added, times the feature's value, to the log-odds of the stance being right
feature\tweight
"""

Features = tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """A stance that was read from an annotated document, and whether it is right."""

    document: str
    features: Features
    outcome: StanceOutcome
    cluster: tuple[str, ...]
    """What it shares with the other stances of a joint action."""


def judged_stances(names: Sequence[str]) -> tuple[list[Judged], Counter[str]]:
    """Read the documents; return each stance found, and how many the gold of each asks for."""
    found: list[Judged] = []
    asked: Counter[str] = Counter()
    paths = [EVAL / f"{name}.txt" for name in names]
    read = readings(paths, script="confidence", min_confidence=0.0)
    for name, one in zip(names, read, strict=True):
        gold = read_annotation(EVAL / f"{name}.gold.json")
        asked[name] = sum(not s.optional for s in gold.stances)
        predicted = annotation_from_extraction(one.extraction, one.document.text)
        outcomes = label_stances(one.document.text, gold, predicted)
        for stance, outcome in zip(one.extraction.stances, outcomes, strict=True):
            if stance.reason is not None:
                cluster = (name, stance.target, stance.polarity, stance.reason.rule)
                found.append(Judged(name, stance.reason.features, outcome, cluster))
    return found, asked


def fit(stances: Iterable[Judged]) -> dict[str, float]:
    """Return the weight of each feature, and the bias."""
    from sklearn.linear_model import LogisticRegression

    known = [s for s in stances if s.outcome is not StanceOutcome.EXCUSED and not _by_hand(s)]
    met: dict[str, set[str]] = {}
    for stance in known:
        for name, _ in stance.features:
            met.setdefault(name, set()).add(stance.document)
    names = sorted(name for name, documents in met.items() if len(documents) >= FEW)
    sizes = Counter(s.cluster for s in known)
    model = LogisticRegression(C=PENALTY, max_iter=5000)
    model.fit(
        [[dict(s.features).get(name, 0.0) for name in names] for s in known],
        [s.outcome is StanceOutcome.RIGHT for s in known],
        sample_weight=[sizes[s.cluster] ** SHARED_WEIGHT for s in known],
    )
    weights = dict(zip(names, map(float, model.coef_[0]), strict=True))
    return {BIAS: float(model.intercept_[0]), **weights}


def _by_hand(stance: Judged) -> bool:
    return any(name in hand_weights() for name, _ in stance.features)


def cross_validated(stances: Sequence[Judged]) -> list[tuple[str, Labelled]]:
    """Return the document of each stance, and the confidence that weights from others give it."""
    documents = sorted({s.document for s in stances})
    labelled: list[tuple[str, Labelled]] = []
    for fold in range(FOLDS):
        held = frozenset(documents[fold::FOLDS])
        weights = fit(s for s in stances if s.document not in held)
        labelled += [
            (s.document, Labelled(confidence_of(s.features, weights | hand_weights()), s.outcome))
            for s in stances
            if s.document in held
        ]
    return labelled


def shipped(stances: Iterable[Judged]) -> list[Labelled]:
    """Return each stance with the confidence that graphkit gives it."""
    return [Labelled(confidence_of(s.features), s.outcome) for s in stances]


def show(title: str, found: Calibration) -> None:
    """Print the bands and what they come to."""
    print(f"\n{title}\nconfidence  stances  right  precision  mean confidence")
    for band in found.bands:
        if band.count and band.precision is not None:
            print(
                f"{band.low:.1f} to {band.high:.1f} {band.count:8} {band.right:6}"
                f" {band.precision:10.3f} {band.mean_confidence:10.3f}"
            )
    if found.expected_error is not None and found.best is not None:
        print(f"expected calibration error {found.expected_error:.3f}")
        print(f"at 0.8 and more: {found.high.right} of {found.high.shown} right")
        print(f"best F1 {found.best.f1:.3f} at {found.best.confidence:.3f}")


def write_weights(weights: dict[str, float]) -> None:
    """Write the data file, the features in order of their names."""
    rows = "".join(f"{name}\t{weights[name]:.3f}\n" for name in sorted(weights))
    WEIGHTS.write_text(HEADER + rows, encoding="utf-8")


def limits_broken(found: Calibration, limits: dict[str, float]) -> list[str]:
    """Return a line for each limit that is not kept; where nothing is sure, none is kept."""
    lines = []
    error, high = found.expected_error, found.high
    if error is None or error > limits["expected_error_at_most"]:
        lines.append(f"expected calibration error {error} is above the limit")
    if high.precision < limits["precision_at_0.8"]:
        lines.append(f"precision {high.precision:.3f} at 0.8 and more is below the floor")
    return lines


def main() -> int:
    """Run the script."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--fit", action="store_true")
    parser.add_argument("--check", action="store_true")
    args = parser.parse_args()
    names = gold_names()
    if not names:
        print(f"confidence: no annotated documents in {EVAL}; nothing to measure")
        return 0
    stances, asked = judged_stances(names)
    if args.check:
        limits = read_floors()["confidence"]
        lines = limits_broken(calibrate(shipped(stances), gold=asked.total()), limits)
        print(*(lines or ["the confidence of stances keeps its limits"]), sep="\n")
        return 1 if lines else 0
    if args.fit:
        write_weights(fit(stances))
        print(f"written: {WEIGHTS}")
        return 0
    labelled = cross_validated(stances)
    for title, wanted in PARTS.items():
        show(
            f"cross-validated, {title}",
            calibrate(
                [one for name, one in labelled if is_checking(name) in wanted],
                gold=sum(n for name, n in asked.items() if is_checking(name) in wanted),
            ),
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
