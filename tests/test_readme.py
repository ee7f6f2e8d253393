"""What the README shows is what the package does."""

from __future__ import annotations

import re
import struct
from typing import TYPE_CHECKING

import pytest

from tests.readme import (
    PICTURE,
    PICTURE_HEIGHT,
    PICTURE_WIDTH,
    README,
    answers_of,
    blocks_of,
    rewritten,
    without_times,
)

if TYPE_CHECKING:
    from pathlib import Path

ROOT = README.parent
MAX_LINES = 250


@pytest.fixture(scope="module")
def readme() -> str:
    return README.read_text(encoding="utf-8")


@pytest.mark.model
@pytest.mark.slow
def test_the_code_blocks_answer_what_the_readme_shows(readme: str, tmp_path: Path) -> None:
    answers = answers_of(readme, tmp_path)
    shown = [(a.source, without_times(readme[a.start : a.end])) for a in answers]
    assert shown == [(a.source, without_times(a.written)) for a in answers]


def test_it_has_a_python_program_a_command_and_a_sparql_query(readme: str) -> None:
    assert {"console", "python", "text"} <= {block.language for block in blocks_of(readme)}
    assert "SELECT" in readme


def test_each_make_target_in_it_exists(readme: str) -> None:
    targets = set(re.findall(r"\bmake ([a-z]+)\b", "\n".join(b.text for b in blocks_of(readme))))
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert {"demo", "test"} <= targets
    assert targets <= set(re.findall(r"^([a-z]+):", makefile, flags=re.MULTILINE))


def test_each_file_it_links_to_exists(readme: str) -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", readme)
    assert "docs/images/graph.png" in links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_its_picture_has_the_promised_size() -> None:
    start = PICTURE.read_bytes()[:24]
    assert start[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", start[16:24]) == (PICTURE_WIDTH, PICTURE_HEIGHT)


def test_it_is_short(readme: str) -> None:
    assert len(readme.splitlines()) <= MAX_LINES


def test_its_blocks_are_found_with_language_and_file_name() -> None:
    text = "a\n```console\n$ graphkit --help\n```\n```text note.txt\nHello\n```\n"
    found = [(block.language, block.file_name, block.text) for block in blocks_of(text)]
    assert found == [("console", "", "$ graphkit --help\n"), ("text", "note.txt", "Hello\n")]


def test_only_our_own_commands_are_run(tmp_path: Path) -> None:
    assert answers_of("```console\n$ git clone X\n$ touch here\n```\n", tmp_path) == ()
    assert list(tmp_path.iterdir()) == []


def test_how_long_it_took_does_not_matter() -> None:
    assert without_times("s: done in 1.2 s") == without_times("s: done in 30.4 s")
    assert without_times("12 in the store") == "12 in the store"


def test_make_demo_is_what_is_run_for_it() -> None:
    assert "graphkit demo --out demo" in (ROOT / "Makefile").read_text(encoding="utf-8")


def test_a_failing_program_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="ended with 3"):
        answers_of("```python\nraise SystemExit(3)\n```\n```text\n```\n", tmp_path)


def test_rewriting_puts_in_what_a_program_writes(tmp_path: Path) -> None:
    text = "```python\nprint(1 + 1)\n```\n\n```text\nthree\n```\n"
    assert rewritten(text, tmp_path) == text.replace("three", "2")
