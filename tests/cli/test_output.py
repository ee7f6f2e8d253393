"""Nothing that a terminal would obey reaches it."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.cli.output import KEPT, complain, plain, print_table, tell

if TYPE_CHECKING:
    from _pytest.capture import CaptureFixture


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("Ann Bee", "Ann Bee", id="plain"),
        pytest.param("Ann\nBee\tCee", "Ann Bee Cee", id="line-break-and-tab"),
        pytest.param("a\x1b[2Jb", "a\\x1b[2Jb", id="escape-code"),
        pytest.param("a\u202eb", "a\\u202eb", id="right-to-left-override"),
        pytest.param("Zoë’s “naïve” – plan", "Zoë’s “naïve” – plan", id="accents-and-quotes"),
        pytest.param("👩\u200d⚖️", "👩\u200d⚖️", id="joined-emoji"),
        pytest.param("[red]no[/red]", "[red]no[/red]", id="markup-is-text"),
    ],
)
def test_plain(text: str, shown: str) -> None:
    assert plain(text) == shown


@given(st.text())
def test_no_control_character_is_left(text: str) -> None:
    shown = plain(text)
    assert [c for c in shown if unicodedata.category(c) in {"Cc", "Cf"} and c not in KEPT] == []


def test_a_message_is_one_line_on_stderr(capsys: CaptureFixture[str]) -> None:
    complain("one\ntwo \x1b[31m")
    assert capsys.readouterr() == ("", "graphkit: one two \\x1b[31m\n")


def test_a_message_for_people_is_on_stderr_too(capsys: CaptureFixture[str]) -> None:
    tell("done\x1b[31m")
    assert capsys.readouterr() == ("", "done\\x1b[31m\n")


def test_a_table_has_no_space_at_the_end_of_its_lines(capsys: CaptureFixture[str]) -> None:
    print_table(("name", "n"), [("Ann", "1"), ("Bob of Iowa", "")], right=frozenset({1}))
    lines = capsys.readouterr().out.splitlines()
    assert [line for line in lines if line != line.rstrip()] == []
    assert [line.split() for line in lines if "─" not in line] == [
        [], ["name", "n"], ["Ann", "1"], ["Bob", "of", "Iowa"], [],
    ]  # fmt: skip


def test_a_narrow_table_loses_nothing(
    capsys: CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    words = "and the bill goes on over many lines of the table " * 3
    row = ("ex:person/ann-bee.ohio-governor", "2024-05-31", words, "gk:opposes")
    print_table(("who", "day", "words", "polarity"), [row])
    out = capsys.readouterr().out
    assert max(map(len, out.splitlines())) <= 60
    assert "…" not in out
    assert "2024-05-31" in out
    assert "gk:opposes" in out


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_many_columns_lose_nothing(
    capsys: CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    row = tuple(f"cell{place}{'x' * 2 * place}end" for place in range(8))
    print_table([f"column{place}" for place in range(8)], [row])
    lines = capsys.readouterr().out.splitlines()
    assert max(map(len, lines)) <= width
    written = "".join(lines).replace(" ", "")
    assert written.count("x") == sum(cell.count("x") for cell in row)


def test_a_table_shows_markup_and_codes_as_text(capsys: CaptureFixture[str]) -> None:
    print_table(("na[b]me",), [("[red]Ann[/red]\x1b[31m",)])
    out = capsys.readouterr().out
    assert "na[b]me" in out
    assert "[red]Ann[/red]\\x1b[31m" in out
    assert "\x1b" not in out
