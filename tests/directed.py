"""Score whose sign toward whom a sentence shows, on annotated sentences beside the project.

    python tests/directed.py                 # the valid part
    python tests/directed.py --check         # exit 1 below tests/accuracy_floors.json
    python tests/directed.py --raise-floors  # write the figures reached into that file
    python tests/directed.py --errors        # and each sentence that is answered wrongly or missed

The sentences and their labels are those of Park, Pan and Joo, "Who Blames or Endorses Whom?
Entity-to-Entity Directed Sentiment Extraction in News Text" (Findings of ACL 2021): two entities
are marked, and readers said which of them is positive or negative to the other, if any. We read
each sentence twice: with the two entities given, as the task has it, and as bare text, in which
we have to find them. A stance whose holder is called by one of the marked words and whose target
by the other is our answer; of several the most certain one. Precision is the share of our answers
that are right in both sign and direction, recall that of the labelled ones found; both are
counted over all stances, and over those of the default threshold.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from graphkit.records import DEFAULT_MIN_CONFIDENCE, Polarity
from tests.floors import hold
from tests.readings import readings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graphkit.records import Extraction, Span

GOLD = Path(__file__).resolve().parents[2] / "shared" / "corpora" / "dse" / "valid.txt"
PROTOCOLS = {"": False, "given ": True}
"""Whether we are told the two entities."""
FLOORED = tuple(
    f"{protocol}{shown} {figure}"
    for protocol in PROTOCOLS
    for shown in ("all", "default")
    for figure in ("precision", "recall")
)
CLASSES = {
    (Polarity.SUPPORTS, True): 1,
    (Polarity.SUPPORTS, False): 2,
    (Polarity.OPPOSES, True): 3,
    (Polarity.OPPOSES, False): 4,
}
"""The class of a sign, and whether the first marked entity holds it toward the second."""
SIGNS = {"positive": frozenset({1, 2}), "negative": frozenset({3, 4})}


class Sentence(NamedTuple):
    """A sentence without its marks, where the two entities stand in it, and its class."""

    text: str
    first: range
    second: range
    label: int


class Answer(NamedTuple):
    """The class that a stance amounts to, and how sure it is."""

    confidence: float
    label: int
    rule: str


def sentence_of(line: str) -> Sentence:
    """Read a line of the annotated sentences.

    >>> sentence_of("[Ann Bee] and [Acme]s plan\\tAnn Bee\\tAcme\\t0")
    Sentence(text='Ann Bee and Acmes plan', first=range(0, 7), second=range(12, 16), label=0)
    """
    marked, first, second, label = next(csv.reader([line], delimiter="\t"))
    one, other = (_mark(marked, name.strip()) for name in (first, second))
    brackets = sorted((one.start - 1, one.stop, other.start - 1, other.stop))
    text = "".join(c for i, c in enumerate(marked) if i not in brackets)
    spans = [
        range(*(at - sum(b < at for b in brackets) for at in (mark.start, mark.stop)))
        for mark in (one, other)
    ]
    return Sentence(text, spans[0], spans[1], int(label))


def read_sentences(path: Path) -> list[Sentence]:
    """Return the annotated sentences of a file."""
    return [sentence_of(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _mark(marked: str, name: str) -> range:
    """Return where the name stands between its marks; some hold a blank beside it."""
    found = re.search(rf"\[(\s*{re.escape(name)}\s*)\]", marked)
    if found is None:
        raise ValueError(f"{name!r} is not marked in {marked!r}")
    return range(*found.span(1))


def answers(extraction: Extraction, sentence: Sentence) -> Iterator[Answer]:
    """Yield what the stances say of the two entities."""
    named = (*extraction.actors(), *extraction.policies)
    called: dict[str, tuple[Span, ...]] = {x.id: x.mentions for x in named}
    for stance in extraction.stances:
        holder, target = called[stance.holder], called.get(stance.target, ())
        for ahead, (one, other) in (
            (True, (sentence.first, sentence.second)),
            (False, (sentence.second, sentence.first)),
        ):
            label = CLASSES.get((stance.polarity, ahead))
            if label and _meet(holder, one) and _meet(target, other):
                rule = "" if stance.reason is None else stance.reason.rule
                yield Answer(stance.confidence, label, rule)


def _meet(mentions: Iterable[Span], words: range) -> bool:
    return any(m.start < words.stop and words.start < m.end for m in mentions)


def best(found: Iterable[Answer], threshold: float) -> int:
    """Return the class of the most certain answer, 0 where none is certain enough.

    >>> best([Answer(0.4, 1, "x"), Answer(0.6, 3, "x")], 0.5)
    3
    >>> best([], 0.0)
    0
    """
    return max((a for a in found if a.confidence >= threshold), default=Answer(0, 0, "")).label


def figures(pairs: list[tuple[int, int]], name: str) -> dict[str, float]:
    """Return precision and recall of (answer, label) pairs, in all and for each sign.

    >>> figures([(1, 1), (3, 0), (0, 3)], "any")["any precision"]
    0.5
    """
    found = {}
    for sign, classes in {"": frozenset({1, 2, 3, 4}), **SIGNS}.items():
        answered = [p for p in pairs if p[0] in classes]
        labelled = [p for p in pairs if p[1] in classes]
        right = sum(answer == label for answer, label in answered)
        about = f"{name} {sign}".strip()
        found[f"{about} precision"] = right / max(1, len(answered))
        found[f"{about} recall"] = right / max(1, len(labelled))
    return found


def extractions(sentences: list[Sentence], *, given: bool) -> Iterator[Extraction]:
    """Yield what the whole pipeline finds in each sentence, read as a text of its own.

    Args:
        sentences: The sentences.
        given: Whether the two entities are given as mentions.
    """
    with tempfile.TemporaryDirectory() as scratch:
        paths = [Path(scratch) / f"{number:05}.txt" for number in range(len(sentences))]
        for path, sentence in zip(paths, sentences, strict=True):
            path.write_text(sentence.text + "\n", encoding="utf-8")
            if given:
                path.with_suffix(".meta.json").write_text(_metadata(sentence), encoding="utf-8")
        for found in readings(paths, script="directed", min_confidence=0.0):
            yield found.extraction


def _metadata(sentence: Sentence) -> str:
    marked = (sentence.first, sentence.second)
    return json.dumps({"mentions": [{"start": words.start, "end": words.stop} for words in marked]})


def report(
    protocol: str, found: list[tuple[Sentence, list[Answer]]], *, errors: bool
) -> dict[str, float]:
    """Print precision and recall over all stances and over the more certain ones."""
    reached = {}
    for name, threshold in (("all", 0.0), ("default", DEFAULT_MIN_CONFIDENCE)):
        pairs = [(best(given, threshold), sentence.label) for sentence, given in found]
        reached.update(figures(pairs, f"{protocol}{name}"))
    print(*(f"{name:34} {value:.3f}" for name, value in reached.items()), sep="\n")
    if errors:
        for sentence, given in found:
            top = max(given, default=Answer(0, 0, ""))
            if top.label != sentence.label:
                names = [sentence.text[r.start : r.stop] for r in (sentence.first, sentence.second)]
                print(f"{sentence.label} {top.label} [{top.rule}] {names} {sentence.text}")
    return reached


def main() -> int:
    """Run the script."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--raise-floors", action="store_true")
    args = parser.parse_args()
    if not GOLD.exists():
        print(f"directed: skipped, no gold in {GOLD}")
        return 0
    sentences = read_sentences(GOLD)
    reached: dict[str, float] = {}
    for protocol, given in PROTOCOLS.items():
        read = extractions(sentences, given=given)
        found = [(s, list(answers(one, s))) for s, one in zip(sentences, read, strict=True)]
        reached |= report(protocol, found, errors=args.errors)
    if args.check or args.raise_floors:
        return hold("directed", FLOORED, reached, raise_floors=args.raise_floors)
    return 0


if __name__ == "__main__":
    sys.exit(main())
