"""Time grows with the length of a text, whatever it is made of."""

from __future__ import annotations

import time
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
SLOWEST = 250
"""Characters in a second of one core; news takes some 15,000, a text of single marks 1,500."""
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
    pytest.param("a ", id="letters"),
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


@pytest.mark.parametrize("unit", UNITS)
def test_repeated(nlp: Language, unit: str) -> None:
    text = f"x{unit * (LENGTH // len(unit))}y"
    document = document_of(text, name="repeated.txt")
    started = time.process_time()
    (extraction,) = extract(nlp, (document,))
    speed = len(text) / (time.process_time() - started)
    assert speed > SLOWEST, f"{speed:.0f} characters a second"
    assert extraction.document == document.id
