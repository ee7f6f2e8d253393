"""A language model as an extractor, from the text to the graph's records."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from graphkit.errors import ExtractorError
from graphkit.llm import Dropped, ModelExtractor, load_model_extractor
from graphkit.llm.requests import LONGEST_TEXT
from tests.cli.command import invoke
from tests.evaluation.examples import LETTER, LETTER_GOLD
from tests.llm.examples import GOOD, TEXT, answer, document, named
from tests.llm.stub import Answer, says, serving
from tests.pipeline.test_evaluation import write

if TYPE_CHECKING:
    from pathlib import Path

    from graphkit.records import Extractor


def _extractor(url: str) -> ModelExtractor:
    return load_model_extractor(f"small@{url}", {})


def test_a_good_answer_becomes_an_extraction() -> None:
    with serving(says(GOOD)) as stub:
        extractor: Extractor = _extractor(stub.url)
        found = extractor.extract(document())

    assert len(found.stances) == 2
    assert extractor.settings == (("model", "small"), ("url", stub.url))


def test_the_document_is_sent_as_data_and_a_schema_is_asked_for() -> None:
    with serving(says(answer())) as stub:
        _extractor(stub.url).extract(document())

    (request,) = stub.requests
    system, user = request["messages"]
    assert (system["role"], user["role"]) == ("system", "user")
    assert TEXT not in system["content"]
    assert json.loads(user["content"])["document"]["text"] == TEXT
    assert request["response_format"]["json_schema"]["strict"] is True
    assert (request["temperature"], request["model"]) == (0, "small")


def test_what_is_dropped_is_warned_of_with_counts() -> None:
    invented = answer(people=[named("Zoe Nobody"), named("Ann Bee"), named("Max Nobody")])
    message = rf"a\.txt: dropped of what the model said: 2 \({Dropped.NO_MENTION.value}\)"
    with serving(says(invented)) as stub, pytest.warns(UserWarning, match=message):
        found = _extractor(stub.url).extract(document())

    assert [p.name for p in found.people] == ["Ann Bee"]


def test_a_text_too_long_is_cut_with_a_warning() -> None:
    long = document("x" * LONGEST_TEXT + TEXT)
    with (
        serving(says(answer())) as stub,
        pytest.warns(UserWarning, match=r"read the first 60,000 of 60,\d+ characters"),
    ):
        _extractor(stub.url).extract(long)

    sent = json.loads(stub.requests[0]["messages"][1]["content"])["document"]["text"]
    assert sent == "x" * LONGEST_TEXT


def test_half_characters_do_not_stop_it() -> None:
    with serving(says(answer())) as stub:
        assert _extractor(stub.url).extract(document("Bee \ud800 met")).people == ()


@pytest.mark.parametrize(
    "given",
    [
        pytest.param(says("I would rather not."), id="no-json"),
        pytest.param(says([1, 2]), id="wrong-shape"),
        pytest.param(Answer(b"{}"), id="no-completion"),
    ],
)
def test_an_answer_of_no_use_is_an_error(given: Answer) -> None:
    with serving(given) as stub, pytest.raises(ExtractorError):
        _extractor(stub.url).extract(document())


def test_an_answer_without_its_lists_is_empty_and_counted() -> None:
    with serving(says({"verdict": "fine"})) as stub, pytest.warns(UserWarning, match="6 \\(not in"):
        found = _extractor(stub.url).extract(document())

    assert (found.people, found.stances) == ((), ())


def test_a_model_is_evaluated_as_any_extractor(tmp_path: Path) -> None:
    write(tmp_path, "letter", LETTER, LETTER_GOLD)
    found = answer(
        people=[named("Ann Bee", "Bee"), named("Carl Dee", "Dee")],
        policies=[named("dredging fee", "the fee")],
        stances=[
            {"actor": "Carl Dee", "polarity": "supports", "target": "the fee",
             "evidence": "backs the fee", "confidence": 0.9}
        ],
    )  # fmt: skip
    with serving(says(found)) as stub:
        result = invoke("evaluate", tmp_path, "--extractor", f"llm:small@{stub.url}")

    lines = [" ".join(line.split()) for line in result.stdout.splitlines()]
    assert (result.exit_code, result.stderr) == (0, "")
    assert "people 1.000 1.000 1.000 1.000 2 2 2" in lines
    assert "stances 1.000 0.333 0.500 0.500 3 1 1" in lines


def test_a_model_that_is_not_there_fails_each_document(tmp_path: Path) -> None:
    write(tmp_path, "letter", LETTER, LETTER_GOLD)
    result = invoke("evaluate", tmp_path, "--extractor", "llm:small@http://127.0.0.1:1/v1")

    assert result.exit_code == 1
    assert "nobody answers" in result.stderr


def test_a_model_told_nowhere_is_exit_2(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GRAPHKIT_LLM_URL", raising=False)
    write(tmp_path, "letter", LETTER, LETTER_GOLD)
    result = invoke("evaluate", tmp_path, "--extractor", "llm:small")

    assert (result.exit_code, result.stdout) == (2, "")
    assert "the extractor llm knows no address; set GRAPHKIT_LLM_URL" in result.stderr
