"""Score what is found in the sample corpus against the positions that a careful reader finds.

    python -m tests.sample_accuracy

Only the four policies that recur in the sample count; a stance is right when actor, polarity and
policy are. `sample_positions.tsv` was written before any rule was tried on these texts.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from importlib.resources import as_file
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from graphkit.pipeline import extract
from graphkit.pipeline.extraction import Extracted
from graphkit.resources import data

if TYPE_CHECKING:
    from graphkit.records import Extraction

POSITIONS = Path(__file__).with_name("sample_positions.tsv")
Position = tuple[str, str, str]


class Score(NamedTuple):
    """Precision and recall, each in [0, 1]."""

    precision: float
    recall: float


def expected() -> dict[str, set[Position]]:
    """Return actor, polarity and policy of each position by file."""
    found: dict[str, set[Position]] = defaultdict(set)
    for line in POSITIONS.read_text(encoding="utf-8").splitlines():
        if not line.startswith(("#", "file\t")):
            file, actor, polarity, policy = line.split("\t")
            found[file].add((actor, polarity, policy))
    return found


def positions(extraction: Extraction, wanted: set[Position], policies: set[str]) -> set[Position]:
    """Return the stances on the policies that count, under the names that the reader used."""
    actors = {a.id: (a.name, *a.aliases) for a in extraction.actors()}
    named = {p.id: {p.name, *p.aliases} & policies for p in extraction.policies}
    found: set[Position] = set()
    for stance in extraction.stances:
        for policy in sorted(named.get(stance.target, set()))[:1]:  # type: ignore[call-overload]
            names = actors[stance.holder]
            known = sorted({a for a, _, _ in wanted if any(a in n or n in a for n in names)})
            found.add((known[0] if known else names[0], stance.polarity.value, policy))
    return found


def score() -> Score:
    """Extract the sample corpus and compare."""
    gold = expected()
    policies = {policy for rows in gold.values() for _, _, policy in rows}
    right = shown = 0
    with as_file(data("sample")) as folder:
        files = sorted(folder.glob("*.txt"))
        for file, found in zip(files, extract(files), strict=True):
            if not isinstance(found, Extracted):
                raise SystemExit(f"{file} cannot be read")
            answer = positions(found.extraction, gold[file.name], policies)
            right += len(answer & gold[file.name])
            shown += len(answer)
    return Score(right / shown, right / sum(len(rows) for rows in gold.values()))


if __name__ == "__main__":
    precision, recall = score()
    sys.stdout.write(f"precision {precision:.3f}  recall {recall:.3f}\n")
