"""What copying and decoding did to a text is undone without moving a character."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.nlp.repairs import with_plain_characters

CASES = [
    pytest.param("Sen.\xa0Ann Bee", "Sen. Ann Bee", id="blank-that-does-not-break"),
    pytest.param("a\u2009b\u202fc", "a b c", id="thin-blanks"),
    pytest.param("one\x00two\x07", "one two ", id="control-characters"),
    pytest.param("one\u2028two\x85three", "one\ntwo\nthree", id="line-separators"),
    pytest.param(
        "\ufeffAnn Bee\u200b said", " Ann Bee  said", id="unseen-marks-at-the-end-of-words"
    ),
    pytest.param("legis\xadlature", "legis\xadlature", id="soft-hyphen-in-a-word-stays"),
    pytest.param("we\u0301 👩‍⚖️", "we\u0301 👩 ⚖️", id="combining-marks-and-emoji"),
    pytest.param("x\ud800y", "x\ufffdy", id="half-of-a-surrogate-pair"),
    pytest.param("the mayor&#8217;s tax", "the mayor’      s tax", id="entity-by-number"),
    pytest.param("&ldquo;No,&rdquo; Bee said", "      “No,”       Bee said", id="entities-by-name"),
    pytest.param("Bee &amp; Dee", "Bee &     Dee", id="ampersand"),
    pytest.param("&nbsp;&#xA0;Bee", "            Bee", id="entity-of-a-blank"),
    pytest.param("AT&T; R&D &unknown; &;", "AT&T; R&D &unknown; &;", id="no-entity"),
    pytest.param("the mayorâ€™s tax", "the mayor’  s tax", id="misread-as-windows-1252"),
    pytest.param("â€œNo,â€\x9d Bee said", "  “No,”   Bee said", id="misread-quotation-marks"),
    pytest.param("the mayorâ\x80\x99s tax", "the mayor’  s tax", id="misread-as-latin-1"),
    pytest.param("JosÃ© MarÃ\xada Bee", "Jose\u0301 Mari\u0301a Bee", id="misread-letters"),
    pytest.param("“THE CAFÉ” opened", "“THE CAFÉ” opened", id="capital-before-a-mark"),
    pytest.param("le château de la Forêt", "le château de la Forêt", id="a-french-name"),
    pytest.param(
        "The mayorâs plan â and itâs hers â is a âbad ideaâ for clerksâ pay.Â ",
        "The mayor’s plan – and it’s hers – is a “bad idea” for clerks’ pay.  ",
        id="marks-torn-to-one-letter",
    ),
    pytest.param("a pieceâwith more â here", "a piece–with more – here", id="torn-dash-in-a-word"),
    pytest.param("Plain “text” – with a dash…", "Plain “text” – with a dash…", id="plain-text"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_each_mark_becomes_the_usual_one_in_its_place(text: str, expected: str) -> None:
    assert with_plain_characters(text) == expected


@given(st.text(st.characters(codec=None)))
def test_no_text_changes_its_length(text: str) -> None:
    assert len(with_plain_characters(text)) == len(text)


@given(st.text(st.sampled_from("aâÂ &#;80x\x80\x99€™\xa0\n“A9")))
def test_what_is_plain_once_stays_as_it_is(text: str) -> None:
    plain = with_plain_characters(text)

    assert len(plain) == len(text)
    assert plain.count("\n") == text.count("\n")
