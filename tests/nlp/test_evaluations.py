from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graphkit.nlp.evaluations import find_evaluations
from tests.nlp.frames import Plain, plain

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model

CASES = [
    pytest.param("The levy is wrong and cruel.", {("", "opposes", "levy")}, id="predicate"),
    pytest.param("The levy is an insult to farmers.", {("", "opposes", "levy")}, id="noun"),
    pytest.param("The bill is not a good solution.", {("", "opposes", "bill")}, id="negated"),
    pytest.param(
        "They called the move reckless.", {("They", "opposes", "move")}, id="verb-of-naming"
    ),
    pytest.param("He described the tax as unfair.", {("He", "opposes", "tax")}, id="as"),
    pytest.param(
        "It is wrong to divide families.", {("", "opposes", "divide families")}, id="infinitive"
    ),
    pytest.param("The levy would hurt farmers.", {("", "opposes", "levy")}, id="effect"),
    pytest.param("The levy must be repealed.", {("", "opposes", "levy")}, id="demand"),
    pytest.param("The levy falls far short.", {("", "opposes", "levy")}, id="phrase"),
    pytest.param(
        "The levy tears many families apart.",
        {("", "opposes", "levy")},
        id="phrase-with-words-between",
    ),
    pytest.param("The levy makes sense.", {("", "supports", "levy")}, id="good-phrase"),
    pytest.param("The levy doesn’t make any sense.", {("", "opposes", "levy")}, id="denied-phrase"),
    pytest.param("The levy makes no sense.", {("", "opposes", "levy")}, id="denying-phrase"),
    pytest.param("The levy is a power grab.", {("", "opposes", "levy")}, id="phrase-of-two-nouns"),
    pytest.param("The levy is beyond repair.", {("", "opposes", "levy")}, id="phrase-with-of"),
    pytest.param(
        "This is a levy that will hurt farmers.", {("", "opposes", "This")}, id="effect-in-a-clause"
    ),
    pytest.param("They met reckless pilots.", {("", "opposes", "reckless pilots")}, id="attribute"),
    pytest.param(
        "They read this sensible bill.", {("", "supports", "sensible bill")}, id="praise-pointed-at"
    ),
    pytest.param("They read a sensible bill.", set(), id="praise-in-passing"),
    pytest.param("They fund programs that help farmers.", set(), id="described-by-its-effect"),
    pytest.param("The farmers sense the rain.", set(), id="word-of-a-phrase"),
    pytest.param("The mayor fell off the ladder.", set(), id="half-a-phrase"),
    pytest.param("They found a good solution.", set(), id="find-a-thing"),
    pytest.param(
        "Farmers should not have to pay it.", {("", "opposes", "pay it")}, id="demand-denied"
    ),
    pytest.param("Farmers do not have to pay it.", set(), id="no-need"),
    pytest.param(
        "They refuse to fund the clinics.",
        {("", "supports", "fund the clinics")},
        id="blame-for-refusing",
    ),
    pytest.param("They bought the boats they need to ship it.", set(), id="need-told-of-a-thing"),
    pytest.param(
        "They call it the mother of all scams.", {("They", "opposes", "it")}, id="carried-by-a-noun"
    ),
    pytest.param(
        "The levy is nothing short of a scam.", {("", "opposes", "levy")}, id="nothing-short-of"
    ),
    pytest.param(
        "They declared the levy unfair.", {("They", "opposes", "levy")}, id="declared-unfair"
    ),
    pytest.param(
        "Farmers are hurt by the levy.", {("", "opposes", "levy")}, id="passive-effect-with-agent"
    ),
    pytest.param(
        "The owners spread lies.", {("", "opposes", "owners")}, id="blamed-for-what-they-spread"
    ),
    pytest.param("The owners never spread lies.", set(), id="did-not-spread-them"),
    pytest.param("The levy makes towns safer.", {("", "supports", "levy")}, id="makes-safer"),
    pytest.param("The levy makes towns less safe.", set(), id="less-safe-is-not-safe"),
    pytest.param(
        "Thank you to the owners for the bridge.", {("", "supports", "owners")}, id="thank-you-to"
    ),
    pytest.param("Thanks to the rain, the river rose.", set(), id="thanks-as-a-cause"),
    pytest.param("It is vital that the towns act.", set(), id="it-of-a-clause"),
    pytest.param("They jail those who violate the levy.", set(), id="those-who-do-harm"),
    pytest.param("The levy rose. It will hurt farmers.", set(), id="effect-of-a-pronoun"),
    pytest.param("The levy starts in June.", set(), id="plain-fact"),
    pytest.param("The farmers were hurt on Monday.", set(), id="passive-effect"),
    pytest.param("The hall is large.", set(), id="neutral-adjective"),
    pytest.param("They called the mayor on Monday.", set(), id="telephone"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_evaluations(nlp: Language, text: str, expected: set[Plain]) -> None:
    doc = nlp(text)
    assert plain(doc, find_evaluations(doc)) == expected
