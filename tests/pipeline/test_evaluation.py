"""From annotated documents to figures."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from graphkit.errors import InputError
from graphkit.evaluation import Layer, Tally
from graphkit.pipeline import Progress, evaluate
from tests.evaluation.examples import DOCUMENTS, LETTER, LETTER_GOLD
from tests.pipeline.plugin import install

if TYPE_CHECKING:
    from pathlib import Path

    from graphkit.pipeline import EvaluationReport


@pytest.fixture
def plugin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Install a package with extractors."""
    folder = tmp_path / "site"
    folder.mkdir()
    monkeypatch.syspath_prepend(install(folder))


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """Return a folder of annotated documents."""
    folder = tmp_path / "gold"
    folder.mkdir()
    for name, (text, content) in DOCUMENTS.items():
        write(folder, name, text, content)
    return folder


def write(folder: Path, name: str, text: str, content: dict[str, Any]) -> None:
    """Write a document with its gold."""
    (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    (folder / f"{name}.gold.json").write_text(json.dumps(content), encoding="utf-8")


def tallies(report: EvaluationReport, place: int = 0) -> dict[Layer, Tally]:
    """Return the counts of an extractor by layer."""
    return {f.layer: f.tally for f in report.evaluations[place].layers}


@pytest.mark.usefixtures("plugin")
def test_what_an_extractor_finds_is_scored(gold: Path) -> None:
    report = evaluate(gold, extractors=["keywords"])

    found = tallies(report)
    assert report.documents == 2
    assert found[Layer.PEOPLE] == Tally(gold=3, predicted=1, matched=1)
    assert found[Layer.STANCES] == Tally(gold=5, predicted=1, matched=1)
    assert [b.low for b in report.evaluations[0].calibration.bands if b.count] == [0.9]
    assert report.comparisons == ()


@pytest.mark.usefixtures("plugin")
def test_stances_below_the_confidence_are_not_found_but_calibrated(gold: Path) -> None:
    report = evaluate(gold, extractors=["keywords"], min_confidence=0.95)

    assert tallies(report)[Layer.STANCES] == Tally(gold=5, predicted=0, matched=0)
    assert report.evaluations[0].calibration.high.shown == 1


@pytest.mark.model
@pytest.mark.usefixtures("plugin")
@pytest.mark.parametrize("workers", [1, 2])
def test_two_extractors_are_compared_on_the_same_documents(gold: Path, workers: int) -> None:
    steps: list[Progress] = []
    report = evaluate(
        gold, extractors=["keywords", "rules"], workers=workers, progress=steps.append
    )

    (compared,) = report.comparisons
    people = next(layer for layer in compared.layers if layer.layer is Layer.PEOPLE)
    assert (compared.first, compared.second) == ("keywords", "rules")
    assert (people.first.value, people.second.value) == (0.5, 1.0)
    assert (people.difference.value, people.difference.high) == (0.5, 1.0)
    assert [(s.done, s.total, s.path) for s in steps] == [
        (1, 4, "keywords: letter.txt"),
        (2, 4, "keywords: suit.txt"),
        (3, 4, "rules: letter.txt"),
        (4, 4, "rules: suit.txt"),
    ]


@pytest.mark.usefixtures("plugin")
def test_a_document_that_fails_counts_as_if_nothing_was_found(gold: Path) -> None:
    report = evaluate(gold, extractors=["elsewhere"])

    assert [name for name, _ in report.failed] == ["elsewhere", "elsewhere"]
    assert tallies(report)[Layer.PEOPLE] == Tally(gold=3, predicted=0, matched=0)


@pytest.mark.usefixtures("plugin")
def test_an_empty_text_among_others_fails_alone(gold: Path) -> None:
    write(gold, "blank", " ", LETTER_GOLD)
    report = evaluate(gold, extractors=["keywords"])

    ((_, fault),) = report.failed
    assert "blank.txt" in fault.message
    assert tallies(report)[Layer.PEOPLE] == Tally(gold=5, predicted=1, matched=1)


@pytest.mark.usefixtures("plugin")
def test_gold_that_is_not_in_the_text_is_warned_of(tmp_path: Path) -> None:
    stances = [{**s, "evidence": "never said"} for s in LETTER_GOLD["stances"]]
    write(tmp_path, "a", LETTER, {**LETTER_GOLD, "stances": stances})

    with pytest.warns(UserWarning, match=r"a\.gold\.json: stances\[0\]\.evidence, .* and 1 more"):
        evaluate(tmp_path, extractors=["keywords"])


@pytest.mark.parametrize(
    ("files", "message"),
    [
        pytest.param({}, r"holds no NAME\.gold\.json; annotate documents first", id="no-gold"),
        pytest.param(
            {"a.gold.json": "{}"}, r"a\.gold\.json has none of the keys people", id="empty-gold"
        ),
        pytest.param(
            {"a.gold.json": '{"stances": [{}]}', "b.gold.json": "["},
            r"stances\[0\]\.actor is missing; .* \(2 of 2 gold files have faults\)",
            id="two-faults",
        ),
        pytest.param(
            {"a.gold.json": '{"people": []}'}, r"gold of a\.txt, which is not there", id="no-text"
        ),
        pytest.param(
            {"a.gold.json": '{"people": []}', "a.txt": ""}, r"a\.txt is empty", id="empty-text"
        ),
    ],
)
def test_bad_gold_is_told_before_any_work(
    tmp_path: Path, files: dict[str, str], message: str
) -> None:
    for name, content in files.items():
        (tmp_path / name).write_text(content, encoding="utf-8")

    with pytest.raises(InputError, match=message):
        evaluate(tmp_path)


def test_a_folder_that_is_none_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")

    with pytest.raises(InputError, match="does not exist; name a folder with"):
        evaluate(tmp_path / "none")
    with pytest.raises(InputError, match="is not a folder; name a folder with"):
        evaluate(tmp_path / "file")
