"""Score who said what on the annotated news beside the project (PolNeAR).

    python tests/attribution.py                 # dev
    python tests/attribution.py --check         # exit 1 below tests/accuracy_floors.json
    python tests/attribution.py --raise-floors  # write the figures reached into that file
    python tests/attribution.py --errors        # and each statement whose named speaker is wrong
    python tests/attribution.py --predicted DIR # score JSON that was extracted before

Prints precision, recall of contents with and without quotation marks, and the share of right
speakers twice: as the scorer beside the gold counts it, over all sources with a capital letter,
and over the sources that hold a name. The first counts "He" at the start of a sentence, which no
name can equal, and "the Ohio senator", whom we call by name; in the second an acronym or an alias
of the speaker is right as well.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from graphkit.io.extraction_json import json_from_extraction
from tests.floors import hold
from tests.readings import readings
from tests.score_attribution import iou, words

SCORER = Path(__file__).with_name("score_attribution.py")
GOLD = Path(__file__).resolve().parents[2] / "shared" / "corpora" / "polnear" / "dev.jsonl"
FLOORED = ("precision", "recall quoted", "recall plain", "speaker")
HALF = 0.5
"""Of the union of two ranges, which a statement and a content have to share."""
OPENERS = frozenset(
    {"a", "an", "another", "he", "her", "his", "i", "it", "its", "many", "most", "one", "others"}
    | {"our", "several", "she", "some", "that", "the", "their", "these", "they", "this", "those"}
    | {"we", "who"}
)
"""Words whose capital letter only tells that a sentence begins with them."""


CUTS = frozenset(
    {"about", "and", "at", "by", "for", "from", "in", "inside", "like", "of", "on", "over"}
    | {"that", "to", "which", "who", "with", "’s", "'s"}
)
"""Words behind the head of a phrase."""


class Matched(NamedTuple):
    """A source of the gold and the predicted statement of its content."""

    article: str
    source: str
    speaker: str
    names: frozenset[str]
    """All words by which the speaker is called, and the initials."""


class Shares(NamedTuple):
    """How often the speaker is right, over which of the matched contents."""

    named: int
    right: int
    without: int
    """Named in the gold, but nobody is predicted."""


def holds_name(source: str) -> bool:
    """Tell whether somebody is named in a source, and not only described.

    The last word of the phrase, or of an apposition, has a capital letter for its own sake.

    >>> [holds_name(s) for s in ("The governor", "She", "the Ohio governor", "a Bee aide")]
    [False, False, False, False]
    >>> [holds_name(s) for s in ("Gov. Bee", "the Ohio governor, Ann Bee,", "Bee of Ohio")]
    [True, True, True]
    """
    for number, phrase in enumerate(re.split(r"[,;()—–]| -+ ", source)):
        words_of_phrase = re.findall(r"[^\W\d_](?:[^\W\d_]|[.&-](?=[^\W\d_]))*", phrase)
        cut = next((i for i, w in enumerate(words_of_phrase) if i and w in CUTS), None)
        head = words_of_phrase[:cut]
        if head and head[-1][0].isupper():
            opens = number == 0 and len(head) == 1 and head[0].lower() in OPENERS
            if not opens:
                return True
    return False


def called(speaker: str, predicted: dict[str, Any]) -> frozenset[str]:
    """Return the words of the speaker's name and aliases, and their initials."""
    forms = {speaker}
    for person in predicted.get("people", []):
        if person["name"] == speaker:
            forms.update(person.get("aliases", []))
    capitals = "".join(re.findall(r"\b[A-Z]", speaker)).casefold()
    initials = {capitals} if len(capitals) > 1 else set()
    return frozenset(initials.union(*(words(form) for form in forms)))


def matched(article: dict[str, Any], predicted: dict[str, Any]) -> list[Matched]:
    """Pair contents and statements as the scorer does: the largest overlap first."""
    gold = [a for a in article["attributions"] if a.get("content") and a.get("source")]
    said = [s for s in predicted["statements"] if s.get("span")]
    overlaps = sorted(
        (
            (iou((g["content"][0][0], g["content"][-1][1]), tuple(s["span"])), -i, -j)
            for i, g in enumerate(gold)
            for j, s in enumerate(said)
        ),
        reverse=True,
    )
    pairs: dict[int, int] = {}
    for overlap, i, j in overlaps:
        if overlap >= HALF and -i not in pairs and -j not in pairs.values():
            pairs[-i] = -j
    found = []
    for i, j in sorted(pairs.items()):
        source = " ".join(article["text"][a:b] for a, b in gold[i]["source"])
        speaker = said[j].get("speaker") or ""
        found.append(Matched(article["id"], source, speaker, called(speaker, predicted)))
    return found


def shares(found: list[Matched]) -> tuple[Shares, list[str]]:
    """Count over the sources that hold a name; return the wrong ones as lines too."""
    named = [m for m in found if holds_name(m.source)]
    wrong = [m for m in named if not m.names & _words_and_acronyms(m.source)]
    lines = [f"{m.article}\t{m.speaker!r} for {m.source!r}" for m in wrong]
    return Shares(len(named), len(named) - len(wrong), sum(not m.speaker for m in named)), lines


def _words_and_acronyms(source: str) -> set[str]:
    plain = re.sub(r"(?<=[A-Z])\.(?=[A-Z]|\W|\Z)", "", source)
    return set(words(source)) | set(words(plain))


def predictions(articles: list[dict[str, Any]], scratch: Path) -> Path:
    """Extract the articles and return the folder with the JSON that `graphkit extract` prints."""
    texts, folder = scratch / "texts", scratch / "found"
    folder.mkdir()
    command = [sys.executable, str(SCORER), str(GOLD), "--write-texts", str(texts)]
    subprocess.run(command, check=True)  # noqa: S603 - our own scorer on a packaged path
    paths = [texts / f"{article['id']}.txt" for article in articles]
    for path, found in zip(paths, readings(paths, script="attribution"), strict=True):
        predicted = json_from_extraction(found.extraction, found.document)
        (folder / f"{path.stem}.json").write_text(json.dumps(predicted), encoding="utf-8")
    return folder


def report(articles: list[dict[str, Any]], folder: Path, *, errors: bool) -> dict[str, float]:
    """Print the figures for the predictions in a folder, and return those of the scorer."""
    found = []
    for article in articles:
        path = folder / f"{article['id']}.json"
        predicted = json.loads(path.read_text(encoding="utf-8"))
        found.extend(matched(article, predicted))
    counted, lines = shares(found)
    figures = scored(folder)
    print(
        "  ".join(
            f"{k} {v:.3f}" if isinstance(v, float) else f"{k} {v}" for k, v in figures.items()
        )
    )
    print(
        f"speaker over named sources {counted.right / max(1, counted.named):.3f} "
        f"({counted.right} of {counted.named}; {counted.without} without any speaker); "
        f"{len(found) - counted.named} sources name nobody"
    )
    if errors:
        print(*lines, sep="\n")
    return figures


def scored(folder: Path) -> dict[str, float]:
    """Return what the scorer beside the gold says of the predictions in a folder."""
    command = [sys.executable, str(SCORER), str(GOLD), str(folder), "--json"]
    run = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - ours
    figures: dict[str, float] = json.loads(run.stdout)
    return figures


def main() -> int:
    """Run the script."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--raise-floors", action="store_true")
    parser.add_argument("--predicted", type=Path, metavar="DIR")
    args = parser.parse_args()
    if not GOLD.exists():
        print(f"attribution: skipped, no gold in {GOLD}")
        return 0
    articles = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    with tempfile.TemporaryDirectory() as scratch:
        folder = args.predicted or predictions(articles, Path(scratch))
        figures = report(articles, folder, errors=args.errors)
    if args.check or args.raise_floors:
        return hold("attribution", FLOORED, figures, raise_floors=args.raise_floors)
    return 0


if __name__ == "__main__":
    sys.exit(main())
