"""Numbers, shares and ranges of people."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graphkit.nlp.numbers import number_at, quantity_at

if TYPE_CHECKING:
    from spacy.language import Language

Found = tuple[str, int | None, str | None] | None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("21 mayors", ("21", 21, None), id="figure"),
        pytest.param("1,200 voters", ("1,200", 1200, None), id="comma"),
        pytest.param("1.2 million voters", ("1.2 million", 1200000, None), id="decimal"),
        pytest.param("thirty-four mayors", ("thirty-four", 34, None), id="ten-and-unit"),
        pytest.param("a dozen mayors", ("a dozen", 12, None), id="a-dozen"),
        pytest.param("two dozen mayors", ("two dozen", 24, None), id="two-dozen"),
        pytest.param(
            "one hundred and twenty-six mayors", ("one hundred and twenty-six", 126, None), id="sum"
        ),
        pytest.param(
            "two hundred fifty thousand voters",
            ("two hundred fifty thousand", 250000, None),
            id="thousands",
        ),
        pytest.param("a trio of mayors", ("a trio of", 3, None), id="set"),
        pytest.param("both parties", ("both", 2, None), id="both"),
        pytest.param(
            "more than a dozen mayors", ("more than a dozen", 12, "more than"), id="modifier"
        ),
        pytest.param("nearly 2000 mayors", ("nearly 2000", 2000, "nearly"), id="no-year"),
        pytest.param("another 12 mayors", ("another 12", 12, None), id="another"),
        pytest.param("remaining 12 mayors", ("remaining 12", 12, None), id="remaining"),
        pytest.param("dozens of mayors", ("dozens of", None, "dozens of"), id="dozens"),
        pytest.param("scores of mayors", ("scores of", None, "scores of"), id="scores"),
        pytest.param(
            "hundreds of thousands of voters",
            ("hundreds of thousands of", None, "hundreds of thousands of"),
            id="hundreds-of-thousands",
        ),
        pytest.param("nearly all mayors", ("nearly all", None, "nearly all"), id="nearly-all"),
        pytest.param("half of the 50 mayors", ("half of the 50", 25, None), id="half-of-a-number"),
        pytest.param("half of the mayors", ("half of", None, "half of"), id="half"),
        pytest.param("two-thirds of the 30 mayors", ("two-thirds of the 30", 20, None), id="share"),
        pytest.param(
            "two-thirds of the 31 mayors", ("two-thirds of", None, "two-thirds of"), id="uneven"
        ),
        pytest.param("four in 10 voters", ("four in 10", None, "four in 10"), id="so-many-in"),
        pytest.param("20 to 30 mayors", ("20 to 30", 20, "20 to 30"), id="range"),
        pytest.param("20-30 mayors", ("20-30", 20, "20-30"), id="range-with-a-dash"),
        pytest.param(
            "between 20 and 30 mayors",
            ("between 20 and 30", 20, "between 20 and 30"),
            id="between",
        ),
        pytest.param("two or three mayors", ("two or three", 2, "two or three"), id="or"),
        pytest.param(
            "all but three of the 25 mayors", ("all but three of the 25", 22, None), id="all-but-of"
        ),
        pytest.param(
            "all but three mayors", ("all but three", None, "all but three"), id="all-but"
        ),
        pytest.param("three of the five mayors", ("three of the five", 3, None), id="part-of"),
        pytest.param("2.5 mayors", None, id="no-whole-number"),
        pytest.param("the mayors", None, id="article"),
        pytest.param("more mayors", None, id="comparison"),
        pytest.param("2020 mayors", None, id="year"),
        pytest.param("third mayor", None, id="ordinal"),
        pytest.param("another mayor", None, id="another-one"),
        pytest.param("mayors of 12", None, id="number-behind"),
        pytest.param("dozen mayors", None, id="factor-alone"),
    ],
)
def test_quantities(nlp: Language, text: str, expected: Found) -> None:
    doc = nlp.make_doc(text)
    found = quantity_at(doc, 0, len(doc))
    shown = found and (doc[found.start : found.end].text, found.count, found.modifier)
    assert shown == expected


@pytest.mark.parametrize(
    ("text", "at"),
    [
        pytest.param("$5 million donors", 1, id="money"),
        pytest.param("B-12 farmers", 2, id="part-of-a-name"),
        pytest.param("No. 7 mayors", 1, id="numbered"),
    ],
)
def test_figures_that_count_nobody(nlp: Language, text: str, at: int) -> None:
    doc = nlp.make_doc(text)
    assert quantity_at(doc, min(at, len(doc) - 2), len(doc)) is None


@pytest.mark.parametrize("text", ["9" * 40, "zero mayors", "", "and and"])
def test_no_text_is_too_strange(nlp: Language, text: str) -> None:
    doc = nlp.make_doc(text)
    assert [number_at(doc, i, len(doc)) for i in range(len(doc))] == [None] * len(doc)
