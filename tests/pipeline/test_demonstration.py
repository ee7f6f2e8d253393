"""The demonstration on the sample corpus."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graphkit.errors import StoreError
from graphkit.pipeline import demo
from graphkit.pipeline.demonstration import demo_queries, sample_corpus

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.model
def test_the_demonstration_finds_something_and_can_be_repeated(tmp_path: Path) -> None:
    out = tmp_path / "demo"
    first = demo(out)
    texts = len(list(sample_corpus().glob("*.txt")))
    assert (first.build.read, first.build.failed) == (texts, ())
    assert sorted(p.name for p in out.iterdir()) == ["graph.html", "store"]
    assert [a.question for a in first.answers if not a.result.rows] == []
    assert first.agreeing
    assert first.opposed
    (out / "notes.txt").write_text("mine", encoding="utf-8")
    page = first.page.read_bytes()
    again = demo(out)
    assert (again.build.read, again.build.unchanged) == (0, texts)
    assert again.page.read_bytes() == page
    assert (out / "notes.txt").read_text(encoding="utf-8") == "mine"


def test_there_are_three_queries_each_with_a_question() -> None:
    assert [question.endswith("?") for question, _ in demo_queries()] == [True] * 3


@pytest.mark.parametrize("name", ["notes.txt", "graph.html", "store"])
def test_a_folder_with_something_else_is_left_as_it_is(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("mine", encoding="utf-8")
    with pytest.raises(StoreError, match=name):
        demo(tmp_path)
    assert [p.read_text(encoding="utf-8") for p in tmp_path.iterdir()] == ["mine"]


def test_a_file_is_no_folder_to_build_in(tmp_path: Path) -> None:
    (tmp_path / "demo").write_text("mine", encoding="utf-8")
    with pytest.raises(StoreError, match="is a file"):
        demo(tmp_path / "demo")
    assert (tmp_path / "demo").read_text(encoding="utf-8") == "mine"
