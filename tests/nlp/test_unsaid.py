"""Reports of what was not said: kept with the reason, and no statements."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graphkit.nlp.annotations import quotations_of, unsaid_of
from graphkit.nlp.lexicons import read_table
from graphkit.nlp.quotations import QuotationsComponent
from graphkit.nlp.unsaid import COLUMNS
from tests.nlp.speaking import lexicon, with_actors

if TYPE_CHECKING:
    from spacy.language import Language

PEOPLE = {"Ann Bee": ("Bee", "she"), "Cy Dee": ("Dee",)}
WORDS = "the dam is unsafe"

UNSAID = [
    pytest.param("Ann Bee did not say that the dam is unsafe.", "denied", id="not"),
    pytest.param("Ann Bee never said that the dam is unsafe.", "denied", id="never"),
    pytest.param("No mayor said that the dam is unsafe.", "denied", id="no-speaker"),
    pytest.param("Nobody said that the dam is unsafe.", "denied", id="nobody"),
    pytest.param("Ann Bee left without saying that the dam is unsafe.", "denied", id="without"),
    pytest.param("Ann Bee declined to say that the dam is unsafe.", "denied", id="declined"),
    pytest.param("Ann Bee seemed to say that the dam is unsafe.", "supposed", id="seemed"),
    pytest.param("Ann Bee might say that the dam is unsafe.", "supposed", id="might"),
    pytest.param("Ann Bee would say that the dam is unsafe.", "supposed", id="would"),
    pytest.param("If Ann Bee says the dam is unsafe, they leave.", "supposed", id="if"),
    pytest.param("Did Ann Bee say that the dam is unsafe?", "asked", id="asked"),
    pytest.param("Who said that the dam is unsafe?", "asked", id="who"),
]

SAID = [
    pytest.param("Ann Bee said that the dam is unsafe.", id="said"),
    pytest.param("Ann Bee said that the dam is not safe.", id="not-inside"),
    pytest.param("Ann Bee will say that the dam is unsafe.", id="announced"),
    pytest.param("Ann Bee, who has no boat, said that the dam is unsafe.", id="no-elsewhere"),
    pytest.param("Ann Bee said the dam is unsafe if it rains.", id="if-inside"),
    pytest.param("Ann Bee met Cy Dee.", id="nothing-reported"),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "reason"), UNSAID)
def test_unsaid_reports_have_a_reason_and_are_no_statements(
    nlp: Language, text: str, reason: str
) -> None:
    doc = QuotationsComponent(lexicon())(with_actors(nlp, text, PEOPLE))
    kept = [(n.reason.value, doc[n.content.start : n.content.end].text) for n in unsaid_of(doc)]
    assert (kept, quotations_of(doc)) == ([(reason, WORDS)], ())


@pytest.mark.model
@pytest.mark.parametrize("text", SAID)
def test_what_is_said_is_not_unsaid(nlp: Language, text: str) -> None:
    doc = QuotationsComponent(lexicon())(with_actors(nlp, text, PEOPLE))
    assert unsaid_of(doc) == ()


def test_rows_are_sorted_once_and_have_an_example() -> None:
    rows = [tuple(row.cells.values()) for row in read_table("unsaid_marks.tsv", COLUMNS)]
    assert [r[:2] for r in rows] == sorted({r[:2] for r in rows})
    assert all(r[-1].strip() for r in rows)
