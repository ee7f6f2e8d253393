from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graphkit.records import DEFAULT_MIN_CONFIDENCE
from tests.nlp.stands import stands

if TYPE_CHECKING:
    from spacy.language import Language

    from tests.nlp.stands import Plain

pytestmark = pytest.mark.model

CASES = [
    pytest.param(
        "Sen. Ann Bee voted yes on the Clean Wells Act. Sen. Cy Dee voted no.",
        {
            ("Ann Bee", "supports", "Clean Wells Act"),
            ("Cy Dee", "opposes", "Clean Wells Act"),
        },
        id="yes-and-no",
    ),
    pytest.param(
        "The Clean Wells Act passed the House 256-167 on Friday.",
        {("House", "supports", "Clean Wells Act")},
        id="a-bill-passes-a-chamber",
    ),
    pytest.param(
        "Twelve senators cast votes against the canal bill.",
        {("Twelve senators", "opposes", "canal bill")},
        id="cast-votes",
    ),
    pytest.param(
        "Rep. Ann Bee was among 12 Republicans who voted for the canal bill.",
        {("Ann Bee", "supports", "canal bill")},
        id="among-those-who",
    ),
    pytest.param(
        "The House voted 230-190 to repeal the canal fee. Rep. Ann Bee voted against the measure.",
        {("House", "opposes", "canal fee"), ("Ann Bee", "supports", "canal fee")},
        id="the-measure-is-the-end-of-the-fee",
    ),
    pytest.param(
        "The House voted to repeal the canal fee. The Clean Wells Act came next. Rep. Ann Bee "
        "voted against the bill.",
        {("House", "opposes", "canal fee"), ("Ann Bee", "opposes", "Clean Wells Act")},
        id="a-bill-named-since",
    ),
    pytest.param(
        "H.R. 633 passed the House on Monday.",
        {("House", "supports", "H.R. 633")},
        id="a-bill-by-its-number",
    ),
    pytest.param("The train passed the House on Monday.", set(), id="what-passes-is-no-bill"),
    pytest.param("Rep. Ann Bee passed the House on her way home.", set(), id="a-house-is-passed"),
    pytest.param(
        "Nobody knows of a canal bill that clears the Senate.", set(), id="any-bill-that-would"
    ),
    pytest.param("Rep. Ann Bee did not vote no.", set(), id="denied"),
    pytest.param("Rep. Ann Bee voted early and for hours.", set(), id="no-side"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_votes(nlp: Language, text: str, expected: set[Plain]) -> None:
    assert stands(nlp(text), at_least=DEFAULT_MIN_CONFIDENCE) == expected
