"""Explanations put together from what a text says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graphkit.errors import InputError
from graphkit.pipeline import explain
from graphkit.records import MarkKind
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

SAMPLE = sorted((ROOT / "graphkit" / "data" / "sample").glob("*.txt"))[:4]
OF_STANCES = {MarkKind.EVIDENCE, MarkKind.CUE, MarkKind.STEP}


@pytest.mark.model
@pytest.mark.parametrize("path", SAMPLE, ids=lambda p: p.stem)
def test_marks_lie_in_the_text_and_belong_to_what_is_shown(path: Path) -> None:
    told = explain(path, min_confidence=0.85)
    text = told.document.text

    ids = {s.stance.id for s in told.stances}
    refs = {ref for m in told.marks if m.kind in OF_STANCES for ref in m.refs}
    starts = [mark.span.start for mark in told.marks]
    assert starts == sorted(starts)
    assert [mark for mark in told.marks if mark.span.end > len(text)] == []
    assert refs == ids
    assert "".join(text[s.start : s.end] for s in told.segments()) == text


@pytest.mark.model
@pytest.mark.parametrize("path", SAMPLE, ids=lambda p: p.stem)
def test_each_stance_has_a_rule_in_words_and_numbers_follow_the_text(path: Path) -> None:
    told = explain(path, min_confidence=0)

    firsts = [s.stance.evidence[0].span for s in told.stances]
    assert [s.number for s in told.stances] == list(range(1, len(told.stances) + 1))
    assert firsts == sorted(firsts)
    assert told.left_out == 0
    assert [s.number for s in told.stances if s.rule is None or not s.terms] == []


@pytest.mark.model
def test_one_stance_comes_with_its_own_marks_alone() -> None:
    whole = explain(SAMPLE[0], min_confidence=0)

    one = explain(SAMPLE[0], stance="1")

    (told,) = one.stances
    own = {told.stance.id, told.stance.holder, told.stance.target}
    assert told == whole.stances[0]
    assert one.left_out == len(whole.stances) - 1
    assert [mark for mark in one.marks if not own & set(mark.refs)] == []


@pytest.mark.model
def test_references_and_what_was_not_said_are_marked(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "The council debated the Clean Canals Act. Mayor Ann Bee did not say that she backs the "
        "bill. On May 3, 2031, she called the measure cruel.\n",
        encoding="utf-8",
    )

    told = explain(path, min_confidence=0)

    words = {(m.kind, told.document.text[m.span.start : m.span.end], m.label) for m in told.marks}
    assert {
        (MarkKind.POLICY, "bill", "Clean Canals Act"),
        (MarkKind.POLICY, "measure", "Clean Canals Act"),
        (MarkKind.UNSAID, "she backs the bill", "denied"),
    } <= words


@pytest.mark.model
def test_marks_end_with_their_words_and_not_with_the_lines_after_them(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "Mayor Ann Bee led a letter opposing the canal fee.\n\nIt rained.\n", encoding="utf-8"
    )

    told = explain(path, min_confidence=0)

    words = [told.document.text[mark.span.start : mark.span.end] for mark in told.marks]
    assert "Mayor Ann Bee led a letter opposing the canal fee." in words
    assert [each for each in words if each != each.strip()] == []


def test_a_file_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="does not exist"):
        explain(tmp_path / "none.txt")
