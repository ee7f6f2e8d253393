"""Time grows with the length of a text, whatever it is made of."""

from __future__ import annotations

import time
from itertools import product
from typing import TYPE_CHECKING

import pytest

from graphkit.nlp import extract
from tests.soak.amounts import amount
from tests.soak.laws import document_of

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = [pytest.mark.model, pytest.mark.slow]

LENGTH = amount(50_000, otherwise=3_000)
"""Characters."""
SLOWEST = 1_000
"""Characters in a second of one core: of news some 20,000 are read, of single marks 4,000."""
UNITS = [
    pytest.param(",", id="commas"),
    pytest.param("x, ", id="list"),
    pytest.param('"', id="marks"),
    pytest.param("'", id="single-marks"),
    pytest.param('"a" ', id="quoted-letters"),
    pytest.param("“a ", id="opening-marks"),
    pytest.param("“We oppose it.\n\n", id="open-paragraphs"),
    pytest.param("([{", id="brackets"),
    pytest.param("1", id="one-number"),
    pytest.param("12 ", id="numbers"),
    pytest.param("a ", id="single-letters"),
    pytest.param("a", id="one-word"),
    pytest.param("A", id="one-loud-word"),
    pytest.param("A-", id="hyphens"),
    pytest.param("A. ", id="initials"),
    pytest.param(" ", id="blanks"),
    pytest.param("\n", id="line-ends"),
    pytest.param(" \r\n", id="blank-lines"),
    pytest.param("a\n", id="lines"),
    pytest.param(". ", id="full-stops"),
    pytest.param("👩‍👩‍👧 ", id="emoji"),
    pytest.param("e\u0301\u0301", id="accents"),
    pytest.param("\u202e", id="turned"),
    pytest.param("Alpha Beta Gamma ", id="capitalised"),
    pytest.param("SENATE REJECTS PLAN TO END RULE ", id="capitals"),
    pytest.param("Ann Bee, Carl Dorn, Eva Fink, ", id="names"),
    pytest.param("Ann Bee\nCarl Dorn\nEva Fink\n", id="lines-of-names"),
    pytest.param("Ann Bee and ", id="and"),
    pytest.param("Ohio; Texas; Maine; ", id="states"),
    pytest.param("Sen. ", id="titles"),
    pytest.param("Clean Water Act ", id="acts"),
    pytest.param("Act of ", id="act-of-act"),
    pytest.param("H.R. 123 ", id="bills"),
    pytest.param("he said ", id="said"),
    pytest.param("she said that ", id="said-that"),
    pytest.param('"We oppose it," Ann Bee said. ', id="quotations"),
    pytest.param("opposes the repeal of ", id="inverters"),
    pytest.param("Ann Bee opposes the plan.\n\n", id="paragraphs"),
    pytest.param("17 Democratic treasurers ", id="groups"),
    pytest.param("Attorney General Ann Bee of Ohio led a letter opposing the rule. ", id="letters"),
    pytest.param("Sincerely,\nAnn Bee\nAttorney General of Ohio\n", id="signatures"),
    pytest.param("They wrote. ", id="they"),
    pytest.param("http://a.b/c?", id="address"),
]


def speed(nlp: Language, text: str) -> float:
    """Return how many characters are read in a second."""
    document = document_of(text, name="long.txt")
    started = time.process_time()
    (extraction,) = extract(nlp, (document,))
    assert extraction.document == document.id
    return len(text) / (time.process_time() - started)


@pytest.mark.parametrize("unit", UNITS)
def test_repeated(nlp: Language, unit: str) -> None:
    assert speed(nlp, f"x{unit * (LENGTH // len(unit))}y") > SLOWEST


@pytest.mark.parametrize("between", [", ", "\n", " and "])
def test_many_people(nlp: Language, between: str) -> None:
    syllables = ("bar", "den", "fil", "gor", "kun", "lam", "mer", "nos", "pat", "tiv")
    surnames = ("".join(parts).title() for parts in product(syllables, repeat=4))
    people = (f"Ann {surname}" for surname, _ in zip(surnames, range(LENGTH // 16), strict=False))
    assert speed(nlp, f"Sincerely,\n{between.join(people)}") > SLOWEST
