"""Lists of names, read from left to right; nobody in them exists."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graphkit.nlp.member_lists import ActorTable, is_stop, listed
from tests.nlp.acting import names

if TYPE_CHECKING:
    from spacy.language import Language

LISTS = [
    pytest.param(
        "It was signed by Reps. Ruth Lindqvist (OH-01), Paul Orr (TX-02) and Mara Quill (ME-01).",
        ["Ruth Lindqvist", "Paul Orr", "Mara Quill"],
        id="districts-in-brackets",
    ),
    pytest.param(
        "It was signed by the attorneys general of Ohio, Nevada, and Maine.",
        ["Ohio", "Nevada", "Maine"],
        id="places-of-an-office",
    ),
    pytest.param(
        "It was signed by the attorneys general of\xa0Ohio, Nevada, and Maine.",
        ["Ohio", "Nevada", "Maine"],
        id="hard-space",
    ),
    pytest.param(
        "It was signed by Senators Ruth Lindqvist of Ohio, Paul Orr of Nevada and Mara Quill.",
        ["Ruth Lindqvist", "Paul Orr", "Mara Quill"],
        id="homes-left-out",
    ),
    pytest.param(
        "It was signed by Ruth Lindqvist, R-Ohio; Paul Orr, D-Texas; and Mara Quill, D-Utah.",
        ["Ruth Lindqvist", "Paul Orr", "Mara Quill"],
        id="parties-left-out",
    ),
    pytest.param(
        "It was signed by Ruth Lindqvist, who leads the coalition, and Paul Orr.",
        ["Ruth Lindqvist", "Paul Orr"],
        id="over-a-relative-clause",
    ),
    pytest.param(
        "It was signed by Ruth Lindqvist, former head of the Sierra League; and Paul Orr.",
        ["Ruth Lindqvist", "Paul Orr"],
        id="descriptions-left-out",
    ),
    pytest.param(
        "It was signed by Ruth Lindqvist and Paul Orr said that Mara Quill would follow.",
        ["Ruth Lindqvist", "Paul Orr"],
        id="ends-at-a-verb",
    ),
    pytest.param(
        "It was signed by Ruth Lindqvist. Paul Orr left.", ["Ruth Lindqvist"], id="ends-at-a-stop"
    ),
    pytest.param("It was signed by Ruth Lindqvist’s aide.", [], id="a-possessor"),
    pytest.param("It was signed by nobody.", [], id="nobody"),
]


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_reads_the_items_of_a_list(nlp: Language, text: str, expected: list[str]) -> None:
    doc = nlp(text)
    start = next(token.i for token in doc if token.lower_ == "by") + 1
    found = listed(ActorTable(doc), start, len(doc))
    assert names(doc, tuple(member.place for member in found)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Bee left. Fox came.", [True, True], id="sentences"),
        pytest.param("She met a man of W.Va., Bee said", [False], id="place"),
        pytest.param("Bee left!", [True], id="exclamation"),
        pytest.param("Bee, Fox", [], id="none"),
    ],
)
def test_tells_full_stops_from_points(nlp: Language, text: str, expected: list[bool]) -> None:
    doc = nlp.make_doc(text)
    assert [is_stop(token) for token in doc if token.text in {".", "!"}] == expected
