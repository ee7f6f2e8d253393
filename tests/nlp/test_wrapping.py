from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.nlp.wrapping import with_joined_lines

WRAPPED = (
    "The council of Port Lena voted late on Monday to close the\n"
    "old mill, which had stood beside the river for more than a\n"
    "century, and to sell the land."
)
CASES = [
    pytest.param(WRAPPED, WRAPPED.replace("\n", " "), id="three-even-lines"),
    pytest.param(
        WRAPPED + "\n\n" + WRAPPED,
        WRAPPED.replace("\n", " ") + "\n\n" + WRAPPED.replace("\n", " "),
        id="blank-lines-stay",
    ),
    pytest.param(
        "Ann Bee said that the fee for the old canal would have to\nend.",
        "Ann Bee said that the fee for the old canal would have to end.",
        id="second-line-begins-small",
    ),
    pytest.param(
        "Sincerely,\nAnn Bee\nMayor of Lena", "Sincerely,\nAnn Bee\nMayor of Lena", id="sign"
    ),
    pytest.param(
        "The council voted on Monday to close the old mill at last.\nThe mill had stood for years.",
        "The council voted on Monday to close the old mill at last.\nThe mill had stood for years.",
        id="two-paragraphs",
    ),
    pytest.param("- bread\n- salt\n- milk", "- bread\n- salt\n- milk", id="list"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_joined(text: str, expected: str) -> None:
    assert with_joined_lines(text) == expected


@given(st.text(alphabet="ab \r\n.A", max_size=400))
def test_only_breaks_change(text: str) -> None:
    joined = with_joined_lines(text)
    assert len(joined) == len(text)
    assert all(a == b or (a in "\r\n" and b == " ") for a, b in zip(text, joined, strict=True))
