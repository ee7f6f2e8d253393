from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graphkit.nlp.frames import frames_of
from graphkit.nlp.judged_things import mishaps
from graphkit.nlp.phrases import phrase

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model

CASES = [
    pytest.param(
        "“The mass sackings are cruel,” Sen. Ann Bee said.", {"mass sackings"}, id="predicate"
    ),
    pytest.param(
        "“The mass sackings will hurt small towns,” Sen. Ann Bee said.",
        {"mass sackings"},
        id="harm",
    ),
    pytest.param(
        "Sen. Ann Bee called the mass sackings a disgrace.", {"mass sackings"}, id="naming"
    ),
    pytest.param(
        "Sen. Ann Bee said the harbor expansion is essential.",
        {"harbor expansion"},
        id="praise-in-reported-words",
    ),
    pytest.param(
        "“It is cruel to jail the ferrymen,” Sen. Ann Bee said.", {"jail the ferrymen"}, id="deed"
    ),
    pytest.param(
        "“Discrimination is an insult,” Sen. Ann Bee said.", {"Discrimination"}, id="bare-noun"
    ),
    pytest.param("“Jobs are important,” Sen. Ann Bee said.", set(), id="praise-of-the-general"),
    pytest.param("The mass sackings are cruel.", set(), id="nobody-says-so"),
    pytest.param("“The long drought is devastating,” Sen. Ann Bee said.", set(), id="mishap"),
    pytest.param("“The young farmers are wonderful,” Sen. Ann Bee said.", set(), id="people"),
    pytest.param(
        "“The mass sackings could be cruel,” Sen. Ann Bee said.", set(), id="only-possible"
    ),
    pytest.param("“The mass sackings are not cruel,” Sen. Ann Bee said.", set(), id="denied"),
    pytest.param("“Nine percent were bad,” Sen. Ann Bee said.", set(), id="number"),
    pytest.param(
        "“The long bicycle trips help people,” Sen. Ann Bee said.", set(), id="good-effect"
    ),
    pytest.param("“It is important to vote,” Sen. Ann Bee said.", set(), id="duty-of-all"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_judged_things(nlp: Language, text: str, expected: set[str]) -> None:
    doc = nlp(text)
    ranges = (phrase(doc[i]) for i in frames_of(doc).things)
    assert {doc[r.start : r.end].text for r in ranges} == expected


def test_mishaps_are_lemmas_in_lower_case() -> None:
    assert all(lemma == lemma.lower() for lemma in mishaps())
