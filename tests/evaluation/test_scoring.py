"""The figures are those of the reference scorer, and each rule of matching holds by itself."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given

from graphkit.evaluation import (
    FaultKind,
    Layer,
    Tally,
    annotation_from_extraction,
    score_document,
    summed,
)
from graphkit.io import annotation_from_json, json_from_extraction, read_annotation
from tests import score as reference
from tests.evaluation.examples import DOCUMENTS, LETTER, LETTER_GOLD, SPOILED, annotation, stance
from tests.evaluation.strategies import TEXT, annotated

if TYPE_CHECKING:
    from pathlib import Path

    from graphkit.records import Annotation

Spoil = Callable[[dict[str, Any]], dict[str, Any]]
Figures = dict[str, tuple[float, ...]]


def _reference(documents: list[tuple[str, Any, Any]]) -> tuple[Figures, dict[str, float]]:
    """Return figures and counts by layer, and macro F1, of the scorer beside the gold."""
    tallies: dict[str, Any] = {}
    each: dict[str, list[float]] = {}
    for text, gold, predicted in documents:
        own: dict[str, Any] = {}
        reference.score_document(text, gold, predicted, own, [], "x")
        for layer, t in own.items():
            tallies.setdefault(layer, reference.Tally()).add(t.gold, t.pred, t.hit)
            if t.gold or t.pred:
                each.setdefault(layer, []).append(t.figures()["f1"])
    figures = {layer: tuple(t.figures().values()) for layer, t in tallies.items() if layer in each}
    return figures, {layer: sum(values) / len(values) for layer, values in each.items()}


def _ours(
    documents: list[tuple[str, Annotation, Annotation]],
) -> tuple[Figures, dict[str, float]]:
    found = summed([score_document(*document) for document in documents])
    figures = [f for f in found if f.tally.gold or f.tally.predicted]
    return {
        f.layer.value: (
            *(round(x, 3) for x in (f.tally.precision, f.tally.recall, f.tally.f1)),
            *(f.tally.gold, f.tally.predicted, f.tally.matched),
        )
        for f in figures
    }, {f.layer.value: f.macro_f1 for f in figures}


def _check(
    ours: list[tuple[str, Annotation, Annotation]], theirs: list[tuple[str, Any, Any]]
) -> None:
    """Fail unless the figures are the same."""
    figures, macro = _ours(ours)
    expected, expected_macro = _reference(theirs)
    assert figures == expected
    # the reference rounds each document's F1 to three decimals
    assert macro == pytest.approx(expected_macro, abs=0.0005)


@pytest.mark.parametrize("spoil", SPOILED.values(), ids=SPOILED.keys())
@pytest.mark.parametrize("name", DOCUMENTS)
@pytest.mark.parametrize("other", DOCUMENTS)
def test_examples_have_the_figures_of_the_reference(name: str, other: str, spoil: Spoil) -> None:
    text, gold = DOCUMENTS[name]
    predicted = spoil(DOCUMENTS[other][1])

    _check([(text, annotation(gold), annotation(predicted))], [(text, gold, predicted)])


@given(annotated(), annotated())
def test_any_two_annotations_have_the_figures_of_the_reference(
    gold: dict[str, Any], predicted: dict[str, Any]
) -> None:
    _check([(TEXT, annotation(gold), annotation(predicted))], [(TEXT, gold, predicted)])


@pytest.mark.shared
@pytest.mark.parametrize("spoil", SPOILED.values(), ids=SPOILED.keys())
def test_real_documents_have_the_figures_of_the_reference(shared: Path, spoil: Spoil) -> None:
    theirs, ours = [], []
    for path in sorted((shared / "eval" / "dev").glob("*.gold.json")):
        text = path.with_name(path.name.replace(".gold.json", ".txt")).read_text(encoding="utf-8")
        gold = json.loads(path.read_text(encoding="utf-8"))
        predicted = spoil(gold)
        theirs.append((text, gold, predicted))
        ours.append((text, read_annotation(path), annotation_from_json(predicted, where="x")))

    assert len(ours) > 50
    _check(ours, theirs)


@pytest.mark.shared
@pytest.mark.model
def test_a_real_extraction_has_the_figures_of_the_reference(shared: Path) -> None:
    from graphkit.pipeline import Extracted, extract

    folder = shared / "eval" / "dev"
    names = sorted(p.name.removesuffix(".gold.json") for p in folder.glob("*.gold.json"))[:6]
    found = [x for x in extract([folder / f"{n}.txt" for n in names]) if isinstance(x, Extracted)]
    theirs, ours = [], []
    for name, item in zip(names, found, strict=True):
        text = item.document.text
        gold = json.loads((folder / f"{name}.gold.json").read_text(encoding="utf-8"))
        theirs.append((text, gold, json_from_extraction(item.extraction, item.document)))
        predicted = annotation_from_extraction(item.extraction, text)
        ours.append((text, read_annotation(folder / f"{name}.gold.json"), predicted))

    _check(ours, theirs)


def _tally(layer: Layer, predicted: dict[str, Any]) -> Tally:
    scored = score_document(LETTER, annotation(LETTER_GOLD), annotation(predicted))
    return scored.tallies[layer]


RULES = [
    pytest.param(
        Layer.PEOPLE, {"people": [{"name": "Gov. Bee"}]}, (2, 1, 1), id="surname-with-title"
    ),
    pytest.param(Layer.PEOPLE, {"people": [{"name": "Ann Fee"}]}, (2, 1, 0), id="other-surname"),
    pytest.param(
        Layer.OFFICE,
        {"people": [{"name": "Ann Bee", "office": "governor"}, {"name": "Carl Dee"}]},
        (2, 1, 1),
        id="office-where-told",
    ),
    pytest.param(
        Layer.JURISDICTION,
        {"people": [{"name": "Ann Bee", "jurisdiction": "Utah"}]},
        (1, 1, 0),
        id="wrong-jurisdiction",
    ),
    pytest.param(
        Layer.GROUPS, {"groups": [{"text": "mayors", "count": 20}]}, (1, 1, 1), id="same-count"
    ),
    pytest.param(
        Layer.GROUPS, {"groups": [{"text": "20 boaters", "count": 20}]}, (1, 1, 1), id="count-word"
    ),
    pytest.param(
        Layer.GROUPS, {"groups": [{"text": "the mayors", "count": 3}]}, (1, 1, 0), id="other-count"
    ),
    pytest.param(
        Layer.ACTIONS, {"actions": [{"kind": "bill"}]}, (1, 1, 0), id="action-of-another-kind"
    ),
    pytest.param(
        Layer.SIGNERS,
        {"actions": [{"kind": "letter", "signers": ["Bee"]}]},
        (2, 1, 1),
        id="leader-among-signers",
    ),
    pytest.param(
        Layer.SIGNERS,
        {"actions": [{"kind": "letter", "signers": ["Bee", "Carl Dee"]}]},
        (2, 2, 1),
        id="signer-too-many",
    ),
    pytest.param(
        Layer.QUOTED,
        {"statements": [{"speaker": "former mayors", "quote": "The fee is a tax on small boats,",
                         "kind": "direct"}]},
        (1, 1, 0),
        id="a-person-is-no-joint-voice",
    ),
    pytest.param(
        Layer.REPORTED,
        {"statements": [{"speaker": "Dee", "quote": "it pays", "kind": "indirect"}]},
        (1, 1, 0),
        id="too-few-of-the-words",
    ),
    pytest.param(
        Layer.REPORTED,
        {"statements": [{"speaker": "Dee", "quote": "pays for locks", "kind": "direct"}]},
        (1, 1, 1),
        id="found-as-another-kind",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("layer", "predicted", "counts"), RULES)
def test_a_rule_of_matching(
    layer: Layer, predicted: dict[str, Any], counts: tuple[int, int, int]
) -> None:
    gold, found, matched = counts

    assert _tally(layer, predicted) == Tally(gold=gold, predicted=found, matched=matched)


def test_faults_say_what_was_missed_and_what_was_invented() -> None:
    predicted = annotation({"stances": [stance("Ann Bee", "supports", "a new harbour")]})
    faults = score_document(LETTER, annotation(LETTER_GOLD), predicted).faults

    assert [(f.kind, f.words) for f in faults if f.layer is Layer.STANCES] == [
        (FaultKind.MISSED, "Ann Bee opposes dredging fee"),
        (FaultKind.MISSED, "more than 20 former mayors opposes dredging fee"),
        (FaultKind.MISSED, "Carl Dee supports dredging fee"),
        (FaultKind.INVENTED, "Ann Bee supports a new harbour"),
    ]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_gold_against_itself_has_no_fault(name: str) -> None:
    text, gold = DOCUMENTS[name]

    assert score_document(text, annotation(gold), annotation(gold)).faults == ()


@pytest.mark.parametrize("spoil", SPOILED.values(), ids=SPOILED.keys())
def test_there_are_as_many_faults_as_the_counts_say(spoil: Spoil) -> None:
    text, gold = DOCUMENTS["letter"]
    score = score_document(text, annotation(gold), annotation(spoil(gold)))
    counted = {
        layer: (tally.gold - tally.matched, tally.predicted - tally.matched)
        for layer, tally in score.tallies.items()
        if layer not in {Layer.SIGNERS, Layer.STATEMENTS, Layer.STRICT_STANCES}
    }
    listed = {
        layer: (
            sum(f.layer is layer and f.kind is FaultKind.MISSED for f in score.faults),
            sum(f.layer is layer and f.kind is FaultKind.INVENTED for f in score.faults),
        )
        for layer in counted
    }

    assert listed == counted


@pytest.mark.model
def test_an_extraction_is_compared_as_its_json_would_be(tmp_path: Path) -> None:
    from graphkit.pipeline import Extracted, extract

    (tmp_path / "letter.txt").write_text(LETTER, encoding="utf-8")
    (item,) = extract([tmp_path / "letter.txt"], min_confidence=0.0)
    assert isinstance(item, Extracted)
    found = annotation_from_extraction(item.extraction, item.document.text)
    rounded = [replace(s, confidence=round(s.confidence, 3)) for s in found.stances]

    written = json_from_extraction(item.extraction, item.document)

    assert found.people != ()
    assert replace(found, stances=tuple(rounded)) == annotation(written)


def test_macro_averages_count_each_document_once() -> None:
    text, gold = DOCUMENTS["letter"]
    whole = score_document(text, annotation(gold), annotation(gold))
    empty = score_document(text, annotation(gold), annotation({"people": []}))
    unused = score_document(text, annotation({"people": []}), annotation({"people": []}))

    figures = {f.layer: f.macro_f1 for f in summed([whole, empty, unused])}

    assert figures[Layer.STANCES] == 0.5
