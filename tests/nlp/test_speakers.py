"""Who is meant by the words that name a speaker, and by "I" inside a quotation."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graphkit.nlp.annotations import actors_of, quotations_of
from graphkit.nlp.speakers import Speakers, is_first_person
from tests.nlp.speaking import lexicon, quoted_doc, said, with_actors

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model

PEOPLE = {
    "Ann Bee": ("Bee", "the governor"),
    "Cy Dee": ("Dee", "he"),
    "Mill Union": ("the Mill Union",),
    "Twelve mayors": ("the mayors", "they"),
}

VOICES = [
    pytest.param(
        "Ann Bee wrote a letter to the board. The letter says the dam is unsafe.",
        "Ann Bee",
        id="letter-of-the-only-one-named",
    ),
    pytest.param(
        "Twelve mayors signed a letter that Ann Bee wrote. The letter says the dam is unsafe.",
        "Twelve mayors",
        id="joint-letter",
    ),
    pytest.param(
        "Cy Dee came late. A letter from Ann Bee says the dam is unsafe.",
        "Ann Bee",
        id="letter-from",
    ),
    pytest.param(
        "Cy Dee came late. Ann Bee's statement says the dam is unsafe.", "Ann Bee", id="possessor"
    ),
    pytest.param("A friend of Ann Bee said the dam is unsafe.", None, id="somebody-of-hers"),
    pytest.param("The song says the dam is unsafe, Ann Bee.", None, id="a-song-is-nobodys-voice"),
    pytest.param(
        "The report of the clinic says the dam is unsafe.", None, id="nobody-named-before"
    ),
]


@pytest.mark.parametrize(("text", "expected"), VOICES)
def test_voice_of_a_text(nlp: Language, text: str, expected: str | None) -> None:
    speakers = [who for who, _, what in said(nlp, text, PEOPLE) if what == "the dam is unsafe"]
    assert [who for who in speakers if who] == ([] if expected is None else [expected])


def test_first_person_pronouns(nlp: Language) -> None:
    doc = nlp.make_doc("I gave our dam to them")
    assert [t.text for t in doc if is_first_person(t)] == ["I", "our"]


LABELS = [
    pytest.param("CY DEE", "Cy Dee", id="capitals"),
    pytest.param("Bee", "Ann Bee", id="surname"),
    pytest.param("Cy", None, id="first-name"),
    pytest.param("MILL UNION", None, id="no-person"),
]


@pytest.mark.parametrize(("label", "expected"), LABELS)
def test_person_called_by_a_label(nlp: Language, label: str, expected: str | None) -> None:
    doc = with_actors(nlp, "Ann Bee met Cy Dee of the Mill Union.", PEOPLE)
    place = Speakers(doc, lexicon()).person_called(label)
    assert (None if place is None else actors_of(doc)[place].name) == expected


JOINT = [
    pytest.param("Ann Bee and Cy Dee said the dam is unsafe.", ("Ann Bee", "Cy Dee"), id="two"),
    pytest.param(
        "“The dam is unsafe,” Ann Bee, Cy Dee and the Mill Union said.",
        ("Ann Bee", "Cy Dee", "Mill Union"),
        id="three",
    ),
    pytest.param("Ann Bee and others said the dam is unsafe.", ("Ann Bee",), id="others-unnamed"),
    pytest.param("Ann Bee told Cy Dee that the dam is unsafe.", ("Ann Bee",), id="addressee"),
    pytest.param("Ann Bee said Cy Dee and the dam were unsafe.", ("Ann Bee",), id="spoken-of"),
]


@pytest.mark.parametrize(("text", "expected"), JOINT)
def test_who_speaks_together(nlp: Language, text: str, expected: tuple[str, ...]) -> None:
    doc = quoted_doc(nlp, text, PEOPLE)
    (quotation,) = quotations_of(doc)
    speakers = [quotation.speaker, *quotation.joint]
    assert tuple(actors_of(doc)[i].name for i in speakers if i is not None) == expected
