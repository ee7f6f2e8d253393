"""Words for speakers who are no actors."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graphkit.nlp.annotations import actors_of, quotations_of
from graphkit.nlp.unnamed_sources import source_words
from tests.nlp.speaking import quoted_doc

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model

SOURCES = [
    pytest.param("A mill spokesman said the dam is unsafe.", ["A mill spokesman"], id="noun"),
    pytest.param(
        "Two officials of the mill said the dam is unsafe.", ["Two officials of the mill"], id="of"
    ),
    pytest.param(
        "A boatman who knows the east side said the dam is unsafe.",
        ["A boatman"],
        id="clause-left-out",
    ),
    pytest.param("Many said the dam is unsafe.", ["Many"], id="many"),
    pytest.param("“The dam is unsafe,” a boatman said.", ["a boatman"], id="direct"),
    pytest.param("Ann Bee said the dam is unsafe.", [None], id="known"),
    pytest.param("They said the dam is unsafe.", [], id="pronoun"),
    pytest.param("That said the dam is unsafe.", [], id="thing"),
]


@pytest.mark.parametrize(("text", "expected"), SOURCES)
def test_source_of_a_statement(nlp: Language, text: str, expected: list[str | None]) -> None:
    doc = quoted_doc(nlp, text, {"Ann Bee": ()})
    found = [
        None if n.source is None else doc[n.source.start : n.source.end].text
        for n in quotations_of(doc)
    ]
    assert found == expected


def test_a_source_is_kept_only_where_there_is_no_actor(nlp: Language) -> None:
    doc = quoted_doc(nlp, "Ann Bee said it is late. A boatman said it is late.", {"Ann Bee": ()})
    notes = quotations_of(doc)
    assert [(n.speaker is None, n.source is None) for n in notes] == [(False, True), (True, False)]
    assert len(actors_of(doc)) == 1


def test_no_sources_have_no_words(nlp: Language) -> None:
    assert source_words(nlp.make_doc("nobody here"), ()) is None
