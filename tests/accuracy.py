"""Score `graphkit extract` on the annotated documents beside the project, and hold the floors.

    python tests/accuracy.py                     the table, reading and checking documents apart
    python tests/accuracy.py --errors stances    what was missed or invented (reading documents)
    python tests/accuracy.py --check             exit 1 below tests/accuracy_floors.json
    python tests/accuracy.py --raise-floors      write the figures reached into that file
    python tests/accuracy.py --only 20,24        some documents, by number

The checking documents (50-59 and 80-89) are never listed one by one: they tell how much of a
gain was learnt by heart.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from graphkit.io.extraction_json import json_from_extraction
from tests import score
from tests.floors import cut, read_floors, write_floors
from tests.readings import readings

ROOT = Path(__file__).resolve().parents[1]
EVAL = ROOT.parent / "shared" / "eval" / "dev"
CHECKING = frozenset(range(50, 60)) | frozenset(range(80, 90))
LAYERS = (
    "people",
    "office",
    "jurisdiction",
    "groups",
    "actions",
    "signers",
    "statements: direct and mixed",
    "statements: indirect",
    "stances",
    "stances: strict target",
)
Figures = dict[str, dict[str, float]]


def is_checking(name: str) -> bool:
    """Tell whether a document is for checking only."""
    return int(name[:2]) in CHECKING


def gold_names() -> list[str]:
    """Return the names of the annotated documents, [] where there are none."""
    return sorted(p.name.removesuffix(".gold.json") for p in EVAL.glob("*.gold.json"))


def corpus_digest(names: list[str]) -> str:
    """Return a digest of the gold, so that floors are held against the gold they were set on."""
    digest = hashlib.sha256()
    for name in names:
        digest.update((EVAL / f"{name}.gold.json").read_bytes())
    return digest.hexdigest()[:16]


def predict(names: list[str]) -> dict[str, dict[str, object]]:
    """Extract each document and return the JSON that `graphkit extract` prints."""
    paths = [EVAL / f"{name}.txt" for name in names]
    return {
        name: json_from_extraction(found.extraction, found.document)
        for name, found in zip(names, readings(paths, script="accuracy"), strict=True)
    }


def figures(names: list[str], predicted: dict[str, dict[str, object]]) -> tuple[Figures, list[str]]:
    """Score the documents together; return figures by layer, and the error lines."""
    tallies: dict[str, Any] = {}
    errors: list[str] = []
    for name in names:
        text = (EVAL / f"{name}.txt").read_text(encoding="utf-8")
        gold = json.loads((EVAL / f"{name}.gold.json").read_text(encoding="utf-8"))
        score.score_document(text, gold, predicted[name], tallies, errors, name)
    return {layer: tally.figures() for layer, tally in tallies.items()}, errors


def print_table(parts: dict[str, Figures]) -> None:
    """Print precision, recall and F1 of each layer for each part of the documents."""
    print(f"{'':30}" + "".join(f"{part:^24}" for part in parts))
    print(f"{'layer':30}" + "   P     R     F1    n   " * len(parts))
    for layer in LAYERS:
        cells = ""
        for part in parts.values():
            f = part.get(layer, {"precision": 0.0, "recall": 0.0, "f1": 0.0, "gold": 0})
            cells += f" {f['precision']:5.3f} {f['recall']:5.3f} {f['f1']:5.3f} {f['gold']:4} "
        print(f"{layer:30}{cells}")


def below_floors(both: Figures, digest: str) -> list[str]:
    """Return a line for each layer that fell below its floor."""
    floors = read_floors()
    if floors["corpus"] != digest:
        return [f"the gold has changed ({floors['corpus']} -> {digest}); set the floors anew"]
    return [
        f"{layer}: F1 {both[layer]['f1']:.3f} is below the floor {floor:.3f}"
        for layer, floor in floors["f1"].items()
        if both[layer]["f1"] < floor
    ]


def raise_floors(both: Figures, digest: str, *, allow_regression: bool) -> None:
    """Write the figures reached, cut to two decimals; a floor falls only when asked to."""
    content = read_floors()
    old = content.get("f1", {})
    new = {layer: cut(both[layer]["f1"]) for layer in LAYERS}
    if not allow_regression:
        new = {layer: max(floor, old.get(layer, 0.0)) for layer, floor in new.items()}
    write_floors(content | {"corpus": digest, "f1": new})


def parse_arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--errors", metavar="LAYER")
    parser.add_argument("--only", metavar="NUMBERS", default="")
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--raise-floors", action="store_true")
    parser.add_argument("--allow-regression", action="store_true")
    return parser.parse_args()


def main() -> int:
    """Run the script."""
    args = parse_arguments()
    names = gold_names()
    if not names:
        print(f"accuracy: skipped, no gold in {EVAL}")
        return 0
    digest = corpus_digest(names)
    if args.only:
        names = [n for n in names if n[:2] in args.only.split(",")]
    elif args.errors:
        names = [n for n in names if not is_checking(n)]
    predicted = predict(names)
    reading, errors = figures([n for n in names if not is_checking(n)], predicted)
    checking, _ = figures([n for n in names if is_checking(n)], predicted)
    both, _ = figures(names, predicted)
    print_table({"reading": reading, "checking": checking, "both": both})
    if args.errors:
        print(*(e for e in errors if f"\t{args.errors}" in e), sep="\n")
    if args.raise_floors:
        raise_floors(both, digest, allow_regression=args.allow_regression)
    faults = below_floors(both, digest) if args.check else []
    print(*faults, sep="\n", file=sys.stderr, end="\n" if faults else "")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
