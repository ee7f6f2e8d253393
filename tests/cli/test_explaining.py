"""`graphkit explain`."""

from __future__ import annotations

import json
import re
import sys
from typing import TYPE_CHECKING

import pytest

from graphkit.cli.explanation_text import ExplanationPrinter
from graphkit.cli.marked_text import emphasised, marked_lines, ranges
from graphkit.ids import DocumentId
from graphkit.pipeline import explain
from graphkit.records import Document, Explanation, Mark, MarkKind, Span
from tests.cli.command import invoke, run
from tests.pipeline.plugin import install

if TYPE_CHECKING:
    from pathlib import Path

TEXT = (
    "Mayor Ann Bee urged the state council to end the canal fee.\n\n"
    "Governor Eve Fox did not say that the fee would rise. She opposes the harbor bill.\n"
)
MARKED = (
    "Mayor ⟦1: ⟦person: Ann Bee⟧ ⟦said by Ann Bee: urged the state council to end the ⟦policy: "
    "canal fee⟧⟧⟧."
)


def write(folder: Path, text: str = TEXT, name: str = "a.txt") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8", newline="")
    return path


def joined(output: str) -> str:
    return " ".join(output.split())


@pytest.mark.model
def test_the_text_is_marked_and_each_stance_told(tmp_path: Path) -> None:
    result = invoke("explain", write(tmp_path), "--min-confidence", "0", "--width", "100")

    lines = result.stdout.splitlines()
    assert (result.exit_code, result.stderr) == (0, "")
    assert MARKED in lines[3:6] or MARKED in joined(result.stdout)
    assert "⟦not said (denied): the ⟦policy canal fee: fee⟧ would rise⟧" in joined(result.stdout)
    told = [line for line in lines if line.startswith("1. ")]
    assert [line.rpartition(" ")[0] for line in told] == [
        "1. Ann Bee (Mayor) opposes canal fee - confidence"
    ]
    assert any(
        line.startswith("   words       “Ann Bee *urged* the state council to _end_ the canal fee”")
        for line in lines
    )
    assert "   sign        urged (supports) → end (turns) → opposes canal fee" in lines
    assert any(line.startswith("   rule        verb to: A verb of support") for line in lines)
    assert any(re.match(r" +\+\d\.\d\d  how sure the rule", line) for line in lines)
    assert lines[-1] == "2 stances."


@pytest.mark.model
def test_no_line_is_wider_than_asked(tmp_path: Path) -> None:
    result = invoke("explain", write(tmp_path), "--min-confidence", "0", "--width", "40")

    assert [line for line in result.stdout.splitlines() if len(line) > 40] == []
    assert "urged (supports) → end (turns) → opposes canal fee" in joined(result.stdout)


@pytest.mark.model
@pytest.mark.parametrize("wanted", ["2", "#2"])
def test_one_stance_with_its_own_lines_of_the_text(tmp_path: Path, wanted: str) -> None:
    result = invoke("explain", write(tmp_path), "--stance", wanted, "--min-confidence", "1")

    assert result.exit_code == 0
    assert "urged" not in result.stdout
    assert "2. Eve Fox (Governor) opposes harbor bill" in result.stdout
    assert result.stdout.endswith("1 other stance not shown.\n")


@pytest.mark.model
def test_a_stance_is_found_by_its_id_too(tmp_path: Path) -> None:
    file = write(tmp_path)
    identifier = explain(file, min_confidence=0).stances[1].stance.id

    result = invoke("explain", file, "--stance", identifier)

    assert "2. Eve Fox" in result.stdout


@pytest.mark.model
def test_numbers_do_not_depend_on_what_is_left_out(tmp_path: Path) -> None:
    file = write(tmp_path)
    every = {s.stance.id: s.number for s in explain(file, min_confidence=0).stances}
    least = max(s.stance.confidence for s in explain(file, min_confidence=0).stances)

    some = explain(file, min_confidence=least)

    assert {s.stance.id: s.number for s in some.stances}.items() <= every.items()
    assert len(some.stances) + some.left_out == len(every)


@pytest.mark.model
@pytest.mark.parametrize("wanted", ["3", "stance/none", "", "1.0"])
def test_a_stance_that_is_not_there_is_exit_2(tmp_path: Path, wanted: str) -> None:
    result = invoke("explain", write(tmp_path), "--stance", wanted)

    assert (result.exit_code, result.stdout) == (2, "")
    assert "numbered 1 to 2" in result.stderr
    assert result.stderr.count("\n") == 1


@pytest.mark.model
def test_a_text_without_stances_says_so(tmp_path: Path) -> None:
    file = write(tmp_path, "It rained.\n")

    result = invoke("explain", file)

    assert result.stdout == "a.txt: no title\n\nIt rained.\n\n\nNo stance was found in this text.\n"


@pytest.mark.model
def test_stances_below_the_confidence_are_counted(tmp_path: Path) -> None:
    result = invoke("explain", write(tmp_path), "--min-confidence", "1")

    assert result.stdout.endswith(
        "No stance is shown: 2 below confidence 1; --min-confidence 0 shows all.\n"
    )
    assert "⟦1" not in result.stdout


@pytest.mark.parametrize("text", ["", " \n\n "])
def test_an_empty_text_is_exit_2(tmp_path: Path, text: str) -> None:
    result = invoke("explain", write(tmp_path, text))

    assert (result.exit_code, result.stdout) == (2, "")
    assert "empty" in result.stderr


@pytest.mark.model
def test_json_says_the_same_as_data(tmp_path: Path) -> None:
    result = invoke("explain", write(tmp_path), "--json", "--min-confidence", "0")

    content = json.loads(result.stdout)
    text, (first, second) = content["text"], content["stances"]
    marks = {(mark["kind"], text[slice(*mark["span"])], mark["label"]) for mark in content["marks"]}
    assert text == TEXT
    assert (first["number"], first["polarity"], second["number"]) == (1, "opposes", 2)
    assert first["holder"]["office"] == "Mayor"
    assert first["reason"]["rule"] == "verb to"
    assert first["reason"]["cue"] == {"words": "urged", "span": [14, 19]}
    assert first["reason"]["trail"] == ["urged (supports)", "end (turns)", "opposes canal fee"]
    assert [step["effect"] for step in first["reason"]["steps"]] == ["inverts"]
    assert "prior" in {term["feature"] for term in first["reason"]["features"]}
    assert {
        ("person", "Ann Bee", "Ann Bee"),
        ("policy", "fee", "canal fee"),
        ("unsaid", "the fee would rise", "denied"),
        ("step", "end", "inverts"),
        ("evidence", "She opposes the harbor bill", ""),
    } <= marks
    assert [e["words"] == text[slice(*e["span"])] for e in first["evidence"]] == [True]


@pytest.mark.model
def test_html_goes_into_a_file(tmp_path: Path) -> None:
    page = tmp_path / "new" / "page.html"

    result = invoke("explain", write(tmp_path), "--html", page)

    assert (result.exit_code, result.stdout) == (0, f"{page}: open it in a browser\n")
    assert page.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_html_and_json_exclude_each_other(tmp_path: Path) -> None:
    result = invoke("explain", write(tmp_path), "--json", "--html", tmp_path / "a.html")

    assert (result.exit_code, "leave out one" in result.stderr) == (2, True)
    assert not (tmp_path / "a.html").exists()


def test_an_extractor_without_reasons_is_explained_as_far_as_can_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    site.mkdir()
    monkeypatch.syspath_prepend(install(site))
    file = write(tmp_path, "Ann Bee of Harlow opposes the water fee.\n")

    result = invoke("explain", file, "--extractor", "keywords")

    assert "⟦1: ⟦person: Ann Bee⟧ of Harlow opposes the water ⟦policy: fee⟧⟧." in result.stdout
    assert "   rule        none is told by what read the text" in result.stdout.splitlines()


@pytest.mark.model
def test_nothing_of_a_text_drives_the_terminal(tmp_path: Path) -> None:
    hostile = "Bee\x1b[31m opposes the\x07 dam fee\u202e.\r\nShe\x9b2J slept ⟦9: here⟧.\n"
    text = f"{TEXT * 20}\n{hostile}"

    result = invoke("explain", write(tmp_path, text), "--min-confidence", "0")

    shown = result.stdout
    assert [c for c in shown if c != "\n" and (ord(c) < 32 or 127 <= ord(c) < 160)] == []
    assert "\u202e" not in shown
    assert r"\x1b[31m" in shown
    assert "[[9: here]]" in shown


@pytest.mark.model
def test_a_pipe_gets_no_colours_and_all_words(tmp_path: Path) -> None:
    write(tmp_path)

    done = run("explain", "a.txt", folder=tmp_path)

    assert (done.returncode, done.stderr) == (0, "")
    assert "\x1b" not in done.stdout
    assert MARKED in joined(done.stdout)


# ---- the marked text ---------------------------------------------------------------------------


def explanation(text: str, *marks: tuple[MarkKind, int, int, str, tuple[str, ...]]) -> Explanation:
    document = Document(
        id=DocumentId("document/d"), source="d", text=text, sha256="0", text_cluster="c",  # type: ignore[arg-type]
        path="d.txt",
    )  # fmt: skip
    return Explanation(
        document=document,
        marks=tuple(
            Mark(
                kind=kind,
                span=Span(document=document.id, start=start, end=end),
                label=label,
                refs=refs,
            )
            for kind, start, end, label, refs in marks
        ),
    )


P, L, E = MarkKind.PERSON, MarkKind.POLICY, MarkKind.EVIDENCE
BRACKETS = [
    pytest.param("a b c", (), "a b c", id="no-mark"),
    pytest.param("a b c", ((P, 0, 1, "a", ("p",)),), "⟦person: a⟧ b c", id="its-own-name"),
    pytest.param("a b c", ((P, 0, 1, "Ann", ("p",)),), "⟦person Ann: a⟧ b c", id="another-name"),
    pytest.param(
        "a b c",
        ((P, 0, 3, "a b", ("p",)), (L, 2, 5, "b c", ("o",))),
        "⟦person: a ⟦policy: b⟧⟧⟦policy…:  c⟧",
        id="an-overlap-goes-on",
    ),
    pytest.param(
        "a b c",
        ((E, 0, 5, "", ("s1", "s2")), (E, 2, 3, "", ("s2",))),
        "⟦1-2: a b c⟧",
        id="no-brackets-in-brackets-for-one-stance",
    ),
    pytest.param(
        "a b c", ((MarkKind.CUE, 0, 1, "", ("s1",)),), "a b c", id="a-cue-has-no-brackets"
    ),
    pytest.param("a\nb", ((E, 0, 3, "", ("s1",)),), "⟦1: a|b⟧", id="over-two-lines"),
    pytest.param("x", ((P, 0, 1, "n" * 50, ("p",)),), f"⟦person {'n' * 39}…: x⟧", id="a-long-name"),
]


@pytest.mark.parametrize(("text", "marks", "expected"), BRACKETS)
def test_marks_become_brackets(
    text: str, marks: tuple[tuple[MarkKind, int, int, str, tuple[str, ...]], ...], expected: str
) -> None:
    lines = marked_lines(explanation(text, *marks), {"s1": 1, "s2": 2})

    assert "|".join(line.plain for line in lines) == expected


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ([], ""),
        ([3], "3"),
        ([3, 1, 2, 2, 5], "1-3, 5"),
        (range(1, 1001), "1-1000"),
        (range(1, 21, 2), "1, 3, 5, 7, 9, 11, 13, 15, and 2 more"),
    ],
)
def test_many_numbers_are_told_in_short(numbers: list[int], expected: str) -> None:
    assert ranges(numbers) == expected


def test_cue_and_steps_stand_between_signs() -> None:
    text = "urged them to end it"
    parts = [(0, 5, "*"), (14, 17, "_"), (3, 9, "_"), (18, 99, "_")]

    assert emphasised(text, 0, len(text), parts).plain == "*urged* them to _end_ it"
    assert emphasised(text, 6, 10, parts).plain == "them"


def test_colours_tell_kinds_on_a_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    printer = ExplanationPrinter(explanation("a b", (P, 0, 1, "a", ("p",))), 40)

    printer.show(only=False, least=0.5)

    assert "\x1b[1;36ma\x1b[0m" in capsys.readouterr().out


@pytest.mark.model
@pytest.mark.parametrize(
    ("second", "rows"),
    [
        pytest.param(
            "On May 6, 2031, she said: “I oppose the canal fee.”",
            ["conflicts with 2: no day tells which came first, or one is misread",
             "conflicts with 1: no day tells which came first, or one is misread"],
            id="one-day",
        ),
        pytest.param(
            "On June 7, 2031, she said: “I oppose the canal fee.”",
            ["superseded by 2", "supersedes 1"],
            id="two-days",
        ),
        pytest.param("On June 7, 2031, she said: “I support the canal fee.”", [], id="no-turn"),
    ],
)  # fmt: skip
def test_stances_of_one_text_that_turn_round_name_each_other(
    tmp_path: Path, second: str, rows: list[str]
) -> None:
    text = f"On May 6, 2031, Mayor Ann Bee supported the canal fee. {second}\n"

    result = invoke("explain", write(tmp_path, text), "--min-confidence", "0", "--width", "100")

    told = [line.split(maxsplit=1) for line in result.stdout.splitlines()]
    assert [words[1] for words in told if words[:1] == ["against"]] == rows


@pytest.mark.model
def test_json_and_page_name_the_stance_that_another_one_conflicts_with(tmp_path: Path) -> None:
    file = write(tmp_path, "Ann Bee supports the canal fee. “I oppose the canal fee,” Bee said.\n")

    content = json.loads(invoke("explain", file, "--json", "--min-confidence", "0").stdout)
    invoke("explain", file, "--html", tmp_path / "a.html", "--min-confidence", "0")
    one = invoke("explain", file, "--stance", "1", "--min-confidence", "0").stdout

    keys = ("superseded_by", "supersedes", "conflicts_with")
    assert [[s[key] for key in keys] for s in content["stances"]] == [
        [None, [], [2]],
        [None, [], [1]],
    ]
    page = (tmp_path / "a.html").read_text(encoding="utf-8")
    assert page.count('conflicts with <a href="#stance-') == 2
    assert "conflicts with 2" in one
    assert (
        "conflicts with"
        not in invoke("explain", file, "--stance", "1", "--min-confidence", "1").stdout
    )
