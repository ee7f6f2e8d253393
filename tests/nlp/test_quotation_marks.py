"""Which runs of a text stand in quotation marks."""

from __future__ import annotations

import cProfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.nlp.quotation_marks import (
    DOUBLE_MARKS,
    find_marked_runs,
    lines_of,
    trimmed,
)

CASES = [
    pytest.param("“We lost,” said Bo.", ["We lost,"], id="curly"),
    pytest.param('"We lost," said Bo.', ["We lost,"], id="straight"),
    pytest.param('“We lost," said Bo.', ["We lost,"], id="curly-opens-straight-closes"),
    pytest.param('"We lost,” said Bo.', ["We lost,"], id="straight-opens-curly-closes"),
    pytest.param("Bo said ”we lost.”", ["we lost."], id="opened-with-a-closing-mark"),
    pytest.param("“We lost,“ said Bo.", ["We lost,"], id="closed-with-an-opening-mark"),
    pytest.param("„We lost,“ said Bo.", ["We lost,"], id="low-mark"),
    pytest.param("``We lost,'' said Bo.", ["We lost,"], id="typewriter"),
    pytest.param("'We lost,' said Bo.", ["We lost,"], id="single-straight"),
    pytest.param("‘We lost,’ said Bo.", ["We lost,"], id="single-curly"),
    pytest.param(
        "‘The states’ budgets are gone,’ said Bo.",
        ["The states’ budgets are gone,"],
        id="plural-possessive-inside-single",
    ),
    pytest.param("“A,” said Bo. “B.”", ["A,", "B."], id="two-with-a-cue-between"),
    pytest.param("“He said ‘no’ twice,” said Bo.", ["He said ‘no’ twice,"], id="single-inside"),
    pytest.param("“He said “no” twice,” said Bo.", ["He said “no” twice,"], id="double-inside"),
    pytest.param(
        "“They wrote ‘the feat of the decade,'” said Bo.",
        ["They wrote ‘the feat of the decade,'"],
        id="single-closes-with-the-double",
    ),
    pytest.param(
        "“They said ‘go, ‘ and I went,” said Bo. “It's ‘late.’”",
        ["They said ‘go, ‘ and I went,", "It's ‘late.’"],
        id="single-that-never-closes-inside",
    ),
    pytest.param('‘He said "no" twice,’ said Bo.', ['He said "no" twice,'], id="inside-single"),
    pytest.param(
        "“A,” said Bo. They are late. They know it.”",
        ["A,", "They are late. They know it."],
        id="opening-mark-missing-after-a-cue",
    ),
    pytest.param("The bridge is late,” said Bo.", ["The bridge is late,"], id="no-opening-mark"),
    pytest.param("“The bridge is late.", ["The bridge is late."], id="no-closing-mark"),
    pytest.param("“A, said Bo. “B.”", ["A, said Bo. ", "B."], id="closing-mark-missing-between"),
    pytest.param(
        '"The toll is a burden" for the coast," said Bo.',
        ['The toll is a burden" for the coast,'],
        id="closing-mark-too-many",
    ),
    pytest.param("“One.“Two.“Three.”", ["One.", "Two.", "Three."], id="paragraphs-glued"),
    pytest.param('"One.""Two," said Bo.', ["One.", "Two,"], id="closing-meets-opening"),
    pytest.param("“One.”“Two,”said Bo.", ["One.", "Two,"], id="no-spaces"),
    pytest.param("Bo said:“We lost.”THE END", ["We lost."], id="glued-to-both-neighbours"),
    pytest.param("“One.\n\n“Two.”", ["One.", "Two."], id="over-two-paragraphs"),
    pytest.param('"The 12" pipe broke," said Bo.', ['The 12" pipe broke,'], id="inches-inside"),
    pytest.param('"We won in 2015," said Bo.', ["We won in 2015,"], id="year-before-the-mark"),
    pytest.param('"We won in 2015" was the line.', ["We won in 2015"], id="year-is-not-inches"),
    pytest.param(
        'He said "the “new” and “old” mill" again.',
        ["the “new” and “old” mill"],
        id="two-of-another-make-inside",
    ),
    pytest.param(
        "“The “new” and “old” mill,” said Bo.", ["The “new” and “old” mill,"], id="two-inside"
    ),
    pytest.param('"The “new” mill burns.', ["The “new” mill burns."], id="left-open-with-an-inner"),
    pytest.param("“We lost.’ Bo was at the mill.", ["We lost."], id="closed-with-a-single-mark"),
    pytest.param(
        "“He said ‘no.’ It is late.", ["He said ‘no.’ It is late."], id="inner-single-closes-only"
    ),
    pytest.param("Bo said, ''[We] lost.''", ["[We] lost."], id="two-singles-before-a-bracket"),
    pytest.param("\u202a“We lost,” said Bo.", ["We lost,"], id="sign-of-direction-before"),
    # Nothing stands in quotation marks here.
    pytest.param("The dog's owners' club met in the '90s.", [], id="apostrophes"),
    pytest.param("The dog’s owners’ club met in the ’90s.", [], id="curly-apostrophes"),
    pytest.param("Rock 'n' roll won 'em over at the clubs' gala.", [], id="elisions"),
    pytest.param('A 12" pipe and a 6\'2" plumber.', [], id="inches-and-feet"),
    pytest.param("It is 40°26'46\" north.", [], id="seconds-of-arc"),
    pytest.param("The states' attorneys met; the cities' did not.", [], id="plural-possessives"),
    pytest.param("“”", [], id="empty-quotation"),
    pytest.param('"" and " "', [], id="empty-straight"),
    pytest.param("No mark at all.\n\nNone here.", [], id="no-marks"),
    pytest.param("", [], id="empty-text"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_runs_in_quotation_marks(text: str, expected: list[str]) -> None:
    assert [text[run.start : run.end] for run in find_marked_runs(text)] == expected


def test_missing_marks_are_told() -> None:
    runs = find_marked_runs("“A,” said Bo. They are late.”\n\n“And then")
    assert [(run.outer_start < run.start, run.is_closed) for run in runs] == [
        (True, True),
        (False, True),
        (True, False),
    ]


TRIMMED = [
    pytest.param(" We lost, ", "We lost", id="comma-and-space"),
    pytest.param("We lost.", "We lost", id="full-stop"),
    pytest.param("We lost!", "We lost!", id="exclamation-stays"),
    pytest.param("We lost…", "We lost…", id="ellipsis-stays"),
    pytest.param("We lost...", "We lost...", id="three-stops-stay"),
    pytest.param("We left the U.S.", "We left the U.S.", id="abbreviation-stays"),
    pytest.param(",", ",", id="nothing-else-is-left"),
]


@pytest.mark.parametrize(("text", "expected"), TRIMMED)
def test_what_the_carrying_sentence_owns_is_cut(text: str, expected: str) -> None:
    start, end = trimmed(text, 0, len(text))
    assert text[start:end] == expected


@given(st.text(alphabet="ab .,\n'’‘“”\"12!?sS—:\u0301\U0001f600", max_size=60))
def test_runs_are_ordered_apart_and_inside_their_paragraph(text: str) -> None:
    paragraphs = lines_of(text)
    runs = find_marked_runs(text)
    edges = [edge for run in runs for edge in (run.outer_start, run.start, run.end, run.outer_end)]
    assert edges == sorted(edges)
    assert all(
        paragraphs[run.paragraph][0] <= run.outer_start
        and run.outer_end <= paragraphs[run.paragraph][1]
        for run in runs
    )
    assert all(text[run.start : run.end].strip() for run in runs)


@given(st.text(alphabet=st.characters(exclude_characters="'’‘`\r\n" + "".join(DOUBLE_MARKS))))
def test_a_quoted_text_is_found_whole(words: str) -> None:
    text = f"Bo said “{words}” again."
    found = [text[run.start : run.end] for run in find_marked_runs(text, [(0, len(text))])]
    assert found == ([words] if words.strip() else [])


ROWS = [
    pytest.param('"', id="straight"),
    pytest.param("“", id="opening"),
    pytest.param("”", id="closing"),
    pytest.param("'", id="single"),
    pytest.param("‘", id="single-opening"),
    pytest.param("''", id="two-singles"),
    pytest.param("“a ‘b. ", id="never-closed"),
    pytest.param('"x “y” ', id="nested-and-never-closed"),
    pytest.param("“a.’ ", id="closed-with-a-single"),
]
MOST_TIMES = 12
"""Times as long for ten times the marks; the square would take a hundred."""


@pytest.mark.parametrize("unit", ROWS)
def test_ten_thousand_marks_in_a_row_take_time_with_their_number(unit: str) -> None:
    assert _steps(unit * 10_000) <= MOST_TIMES * _steps(unit * 1_000)


def _steps(text: str) -> int:
    """Count the calls made on the way: unlike seconds they are the same on each machine."""
    profile = cProfile.Profile()
    profile.runcall(find_marked_runs, text)
    return sum(entry.callcount for entry in profile.getstats())
