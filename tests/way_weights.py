"""Fit the model of how actors stand to each other on the sentences that tests/directed.py reads.

    python tests/way_weights.py          what it reaches, cross-validated on the training part
    python tests/way_weights.py --fit    write graphkit/data/way_weights.tsv anew

A sentence with its two entities gives two ways, one from each to the other, and each way shows
support, opposition, or neither. The weights are those of a multinomial logistic regression with an
L2 penalty (scikit-learn) on the features of ways; of all features those that move the most are
kept, and the model is fitted again on them.

Sentences recur: a quarter of those of the valid part, and half of those with a direction, stand in
the training part too. They are left out here, so that tests/directed.py measures what was not
seen; and no sentence stands in two parts of the cross-validation.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from graphkit.nlp import load_language
from graphkit.nlp.annotations import tokens_of_characters
from graphkit.nlp.given_actors import trimmed
from graphkit.nlp.language import COMPONENTS, doc_from_document
from graphkit.nlp.way_model import BIAS, Weight, leaning
from graphkit.nlp.ways import Sentences, features_of, frames_by_sentence, scene_of, way_between
from graphkit.records import Polarity
from tests.directed import CLASSES, GOLD, read_sentences
from tests.soak.laws import document_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from spacy.tokens import Doc

    from graphkit.nlp.annotations import TokenRange
    from tests.directed import Sentence

TRAIN = GOLD.with_name("train.txt")
WEIGHTS = Path(__file__).resolve().parents[1] / "graphkit" / "data" / "way_weights.tsv"
FOLDS = 4
PENALTY = 0.03
"""Inverse of the L2 penalty; 0.02 and 0.05 reach the same."""
FEW = 4
"""A feature must be met on so many ways to be given a weight."""
KEPT = 4000
"""Features that are kept, of 27,000."""
GOALS = (0.85, 0.8, 0.75, 0.7, 0.65)
HEADER = """\
# Weights of the model that tells from the way between two actors how the one stands to the other.
# Written by tests/way_weights.py --fit from the training part of the sentences of Park, Pan and
# Joo, "Who Blames or Endorses Whom? Entity-to-Entity Directed Sentiment Extraction in News Text"
# (Findings of ACL 2021); see docs/accuracy.md for how far it can be believed.
# feature   as graphkit/nlp/ways.py names it; what is not listed weighs nothing
# supports  added to the log-odds of support against neither
# opposes   added to the log-odds of opposition against neither
feature\tsupports\topposes
"""
NEITHER, SUPPORTS, OPPOSES = range(3)
OUTCOMES = {Polarity.SUPPORTS: SUPPORTS, Polarity.OPPOSES: OPPOSES}


class Example(NamedTuple):
    """A way of a sentence, whether it leads from the first entity, and what it shows.

    Attributes:
        number: Of the sentence, as the same one may stand there twice.
    """

    number: int
    sentence: Sentence
    ahead: bool
    features: frozenset[str]
    outcome: int


def examples(sentences: Iterable[Sentence]) -> Iterator[Example]:
    """Yield both ways of each sentence; none where the parser sees two sentences in it."""
    nlp = load_language()
    pipes = [pipe for name, pipe in nlp.pipeline if name not in COMPONENTS]
    for number, sentence in enumerate(sentences):
        doc = doc_from_document(nlp, document_of(sentence.text, name="sentence.txt"))
        for pipe in pipes:
            doc = pipe(doc)
        yield from _examples(doc, number, sentence)


def _examples(doc: Doc, number: int, sentence: Sentence) -> Iterator[Example]:
    ends = [_mention(doc, words) for words in (sentence.first, sentence.second)]
    if ends[0] is None or ends[1] is None:
        return
    sentences = Sentences(doc)
    around = sentences.at(ends[0].start)
    if not around.start <= ends[1].start < around.end:
        return
    scene = scene_of(around, frames_by_sentence(doc, sentences).get(around.start, ()))
    for ahead, (holder, target) in ((True, (ends[0], ends[1])), (False, (ends[1], ends[0]))):
        way = way_between(scene, holder, target)
        if way is not None:
            labels = {CLASSES[polarity, ahead]: n for polarity, n in OUTCOMES.items()}
            outcome = labels.get(sentence.label, NEITHER)
            yield Example(number, sentence, ahead, features_of(way), outcome)


def _mention(doc: Doc, words: range) -> TokenRange | None:
    tokens = tokens_of_characters(doc, words.start, words.stop)
    return None if tokens is None else trimmed(doc, tokens)


def fit(given: Sequence[Example]) -> dict[str, Weight]:
    """Return the weights of the features that move the most, and the bias."""
    met = Counter(feature for example in given for feature in example.features)
    known = sorted(feature for feature, times in met.items() if times >= FEW)
    weights = _fitted(given, known)
    moved = {f: max(map(abs, weights[f])) * (met[f] / len(given)) ** 0.5 for f in known}
    return _fitted(given, sorted(sorted(known, key=lambda f: (-moved[f], f))[:KEPT]))


def _fitted(given: Sequence[Example], features: list[str]) -> dict[str, Weight]:
    from scipy.sparse import csr_array
    from sklearn.linear_model import LogisticRegression

    columns = {feature: column for column, feature in enumerate(features)}
    cells = [
        (row, columns[feature])
        for row, example in enumerate(given)
        for feature in sorted(example.features)
        if feature in columns
    ]
    rows, places = zip(*cells, strict=True)
    table = csr_array(([1.0] * len(cells), (rows, places)), shape=(len(given), len(features)))
    model = LogisticRegression(C=PENALTY, max_iter=500, tol=1e-4)
    model.fit(table, [example.outcome for example in given])
    neither, supports, opposes = ([*map(float, c)] for c in model.coef_)
    bias = [float(value) for value in model.intercept_]
    weights = {
        feature: Weight(supports[n] - neither[n], opposes[n] - neither[n])
        for feature, n in columns.items()
    }
    return {BIAS: Weight(bias[1] - bias[0], bias[2] - bias[0]), **weights}


class Answer(NamedTuple):
    """What is said of a sentence, how sure it is, and whether that is right."""

    chance: float
    label: int
    is_right: bool


def cross_validated(given: Sequence[Example]) -> list[Answer]:
    """Return the answer to each sentence by weights from the others, the surest first."""
    texts = {text: n for n, text in enumerate(dict.fromkeys(e.sentence.text for e in given))}
    found: dict[int, Answer] = {}
    for fold in range(FOLDS):
        held = [e for e in given if texts[e.sentence.text] % FOLDS == fold]
        weights = fit([e for e in given if texts[e.sentence.text] % FOLDS != fold])
        for example in held:
            polarity, chance = leaning(example.features, weights)
            label = CLASSES[polarity, example.ahead]
            answer = Answer(chance, label, label == example.sentence.label)
            found[example.number] = max(answer, found.get(example.number, answer))
    return sorted(found.values(), reverse=True)


def show(answers: Sequence[Answer], sentences: Sequence[Sentence]) -> None:
    """Print the recall that is reached at some precisions, and how far chances can be believed."""
    labelled = sum(sentence.label > 0 for sentence in sentences)
    right = 0
    reached: dict[float, tuple[float, float]] = {}
    for number, answer in enumerate(answers, start=1):
        right += answer.is_right
        for goal in GOALS:
            if right / number >= goal:
                reached[goal] = (right / labelled, answer.chance)
    for goal, (recall, chance) in reached.items():
        print(f"precision {goal:.2f}: recall {recall:.3f}, from a chance of {chance:.3f} on")
    for band in range(10):
        inside = [a for a in answers if band / 10 <= a.chance < (band + 1) / 10]
        if inside:
            share = sum(a.is_right for a in inside) / len(inside)
            print(f"chance {band / 10:.1f} and more: {len(inside):5} answers, {share:.3f} right")


def write_weights(weights: dict[str, Weight]) -> None:
    """Write the data file, the features in order of their names."""
    rows = "".join(
        f"{n}\t{w.supports:.3f}\t{w.opposes:.3f}\n"
        for n, w in sorted(weights.items(), key=lambda item: (item[0].casefold(), item[0]))
    )
    WEIGHTS.write_text(HEADER + rows, encoding="utf-8")


def main() -> int:
    """Run the script."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--fit", action="store_true")
    args = parser.parse_args()
    if not TRAIN.exists():
        print(f"way_weights: no annotated sentences in {TRAIN}; nothing to fit")
        return 0
    seen_later = {sentence.text for sentence in read_sentences(GOLD)}
    sentences = [s for s in read_sentences(TRAIN) if s.text not in seen_later]
    given = list(examples(sentences))
    if args.fit:
        write_weights(fit(given))
        print(f"written: {WEIGHTS}")
    else:
        show(cross_validated(given), sentences)
    return 0


if __name__ == "__main__":
    sys.exit(main())
