"""Who speaks in a letter, a suit or a statement."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graphkit.nlp.annotations import actor_index, actors_of
from graphkit.nlp.text_voices import TextVoices
from tests.nlp.speaking import lexicon, with_actors

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model

PEOPLE = {"Ann Bee": ("Bee",), "Cy Dee": ("Dee",), "Twelve mayors": ()}

CASES = [
    pytest.param("Ann Bee sent a letter to Cy Dee. The letter is long.", "Ann Bee", id="sender"),
    pytest.param("Ann Bee led a letter that Cy Dee signed. The letter", "Ann Bee", id="leader"),
    pytest.param(
        "Ann Bee and twelve mayors wrote a letter. The letter", "Twelve mayors", id="group"
    ),
    pytest.param(
        "Cy Dee left. In a letter, Ann Bee begged. The letter", "Ann Bee", id="said-in-it"
    ),
    pytest.param("Cy Dee left. Ann Bee sued the mill. The suit is long.", "Ann Bee", id="who-sued"),
    pytest.param("Cy Dee left. The letter by Ann Bee", "Ann Bee", id="by"),
    pytest.param("Ann Bee signed a letter. Cy Dee left. The members", "Ann Bee", id="signers"),
    pytest.param("Ann Bee saw a study. The study is long.", None, id="study-of-others"),
    pytest.param("Ann Bee left. The song is long.", None, id="no-text"),
    pytest.param("Ann Bee left. Some members", None, id="members-of-nothing-known"),
    pytest.param("A letter to Ann Bee came. The letter is long.", None, id="addressee-only"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_author_of_the_last_text_named(nlp: Language, text: str, expected: str | None) -> None:
    doc = with_actors(nlp, text, PEOPLE)
    voices = TextVoices(doc, actors_of(doc), actor_index(doc), lexicon())
    nouns = {"letter", "suit", "members", "study", "song"}
    head = [token for token in doc if token.text in nouns][-1]
    author = voices.author(head)
    assert (None if author is None else actors_of(doc)[author].name) == expected
