"""The numbers of bills, measures, orders and directives."""

from __future__ import annotations

import pytest

from graphkit.nlp.bill_numbers import find_bill_numbers

CASES = [
    pytest.param("She backs H.R. 1234 and S. 12.", ["hr-1234", "s-12"], id="congress"),
    pytest.param("HR 88, H. J. Res. 9, S.Con.Res.5", ["hr-88", "hjres-9", "sconres-5"], id="dots"),
    pytest.param("Senate Bill 5, SB 5, S.B. 5", ["sb-5", "sb-5", "sb-5"], id="one-bill"),
    pytest.param("Prop 8 and Proposition 8", ["prop-8", "prop-8"], id="ballot"),
    pytest.param("They back Measure C.", ["measure-c"], id="letter"),
    pytest.param(
        "Directive 2031/92/EU, Regulation (EU) 2031/679 and Regulation (EU) No 1169/2011",
        ["eu-directive-2031/92/eu", "eu-regulation-2031/679", "eu-regulation-1169/2011"],
        id="union",
    ),
    pytest.param("Executive Order 13901, E.O. 13901", ["eo-13901", "eo-13901"], id="order"),
    pytest.param("Take U.S. 50 to the U.S. Senate 5 times.", [], id="road"),
    pytest.param("Measure A-listers by Measure Committee rules.", [], id="no-letter"),
    pytest.param("It has 12 rooms, and S 12 is the last.", [], id="no-bill"),
    pytest.param("Rule 12, Act 5, 1/2 and (EU) 3", [], id="other-numbers"),
]


@pytest.mark.parametrize(("text", "keys"), CASES)
def test_bill_numbers(text: str, keys: list[str]) -> None:
    assert [number.key for number in find_bill_numbers(text)] == keys


def test_a_number_is_where_it_stands() -> None:
    text = "Sen. Ann Bee wrote S.B. 1070 in May."
    (found,) = find_bill_numbers(text)
    assert text[found.start : found.end] == "S.B. 1070"
