"""Measure how well pairs of names that mean one policy are told from others.

    python -m tests.embeddings.quality [FOLDER]     the folder of a model, else that of the package

Twice: over the judged pairs of `pairs.tsv`, most of whose "no" are alike on purpose, and over all
pairs of its names, as in a store, where the pairs that it does not list are different. Beside the
similarity of meaning stand the same without what cannot be one, and the share of common words.
"""

from __future__ import annotations

import sys
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from graphkit.embeddings import load_encoder
from graphkit.identity import known_policy, may_be_one
from graphkit.identity.policies import HEAD_ENDS, policy_words
from graphkit.identity.words import singular
from tests.identity.examples import policy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

PAIRS = Path(__file__).with_name("pairs.tsv")
Pair = tuple[str, str]
LEVELS = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8)


class Score(NamedTuple):
    """How many pairs are found, and precision and recall, each in [0, 1]."""

    found: int
    precision: float
    recall: float


def judged_pairs() -> dict[Pair, bool]:
    """Return whether both names of each pair mean one policy."""
    lines = PAIRS.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith(("#", "same\t"))]
    return {_pair(first, second): same == "yes" for same, first, second in rows}


def all_pairs() -> dict[Pair, bool]:
    """Return all pairs of the names, those that are not listed as different."""
    judged = judged_pairs()
    names = sorted({name for pair in judged for name in pair})
    return {pair: judged.get(pair, False) for pair in combinations(names, 2)}


def _pair(first: str, second: str) -> Pair:
    return (first, second) if first < second else (second, first)


def scored(pairs: dict[Pair, bool], found: Iterable[Pair]) -> Score:
    """Return the score of the pairs that are found."""
    shown = list(found)
    right = sum(pairs[pair] for pair in shown)
    return Score(len(shown), right / len(shown) if shown else 0.0, right / sum(pairs.values()))


def meaning(names: Iterable[str], folder: Path | None) -> dict[Pair, float]:
    """Return the similarity of meaning of all pairs of names."""
    known = sorted(names)
    vectors = load_encoder(folder).encode(known)
    products = vectors @ vectors.T
    return {
        (known[i], known[j]): float(products[i, j]) for i, j in combinations(range(len(known)), 2)
    }


def common_words(pair: Pair) -> float:
    """Return the share of common words, those that only join others left out."""
    first, second = ({singular(w) for w in policy_words(name)} - HEAD_ENDS for name in pair)
    return len(first & second) / len(first | second)


def is_possible(pair: Pair) -> bool:
    """Tell whether nothing speaks against it, as `graphkit policies` does."""
    first, second = (
        known_policy(policy(name, at=at), day=None, quote="", source="")
        for at, name in enumerate(pair)
    )
    return may_be_one(first, second)


def main(arguments: list[str]) -> None:
    """Print the scores at each level."""
    names = {name for pair in judged_pairs() for name in pair}
    similarity = meaning(names, Path(arguments[0]) if arguments else None)
    ways: dict[str, Callable[[Pair], float]] = {
        "meaning": lambda pair: similarity[pair],
        "meaning, possible": lambda pair: similarity[pair] if is_possible(pair) else -1.0,
        "common words": common_words,
    }
    for title, pairs in (("judged pairs", judged_pairs()), ("all pairs", all_pairs())):
        sys.stdout.write(f"{title}: {len(pairs)}, of which one policy: {sum(pairs.values())}\n")
        for way, measure in ways.items():
            for level in LEVELS:
                score = scored(pairs, (pair for pair in pairs if measure(pair) >= level))
                sys.stdout.write(
                    f"  {way:18} {level:.1f}  found {score.found:4}  "
                    f"precision {score.precision:.3f}  recall {score.recall:.3f}\n"
                )


if __name__ == "__main__":
    main(sys.argv[1:])
