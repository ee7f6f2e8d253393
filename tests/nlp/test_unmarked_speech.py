"""Speech that is set off by layout."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graphkit.nlp.speakers import Speakers
from graphkit.nlp.speech_cues import find_cues
from graphkit.nlp.unmarked_speech import find_lists, find_posts, find_turns
from tests.nlp.speaking import lexicon, with_actors

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model

PEOPLE = {"Ann Bee": ("Bee",), "Cy Dee": ("Dee",)}

CASES = [
    pytest.param("ANN BEE: It is late.\n\nDEE: It is.", ["It is late.", "It is."], id="turns"),
    pytest.param("Gov. Ann Bee: No.\n\nAnn Bee: Never.", ["No.", "Never."], id="turns-with-title"),
    pytest.param("It is late! — Ann Bee (@annbee) May 3", ["It is late!"], id="post"),
    pytest.param(
        "Ann Bee warned that:\n- it is old;\n- it leaks.", ["it is old", "it leaks"], id="list"
    ),
    pytest.param("As Ann Bee noted on Monday:\n\nIt is old.", ["It is old."], id="paragraph"),
    pytest.param("ANN BEE: It is late.", [], id="single-turn"),
    pytest.param("Note: It is late.\n\nTime: It is noon.", [], id="labels-of-nobody"),
    pytest.param("Ann Bee: 1,202.\n\nCy Dee: 998.", [], id="table-of-counts"),
    pytest.param("It is late — Ann Bee said so.", [], id="dash-without-account"),
    pytest.param("It is late (@annbee).", [], id="account-without-dash"),
    pytest.param("Ann Bee has two wishes:\n- a wall;\n- a road.", [], id="list-not-announced"),
    pytest.param("Ann Bee warned that:\n\n“It is old.”", [], id="marks-behind-the-colon"),
    pytest.param("Ann Bee did not say:\n\nIt is old.", [], id="denied"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_speech_told_by_layout(nlp: Language, text: str, expected: list[str]) -> None:
    doc = with_actors(nlp, text, PEOPLE)
    speakers = Speakers(doc, lexicon())
    found = (
        *find_turns(doc, text, speakers),
        *find_posts(doc, text, speakers),
        *find_lists(doc, text, find_cues(doc, lexicon()), speakers),
    )
    assert [text[s.start : s.end] for s in found] == expected
