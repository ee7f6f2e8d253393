from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.nlp.headlines import is_headline, with_plain_headlines

BODY = "\n\nOn Monday Ann Dunn urged the board to drop the fee. The Canal Works Act ended."
CASES = [
    pytest.param(
        "Dunn Urges Board To Drop School Fee" + BODY,
        "Dunn urges board to drop school fee",
        id="words-of-the-text-keep-its-form",
    ),
    pytest.param(
        "Dunn Fights Canal Works Act Again" + BODY,
        "Dunn fights Canal Works Act again",
        id="names-of-several-words-stay",
    ),
    pytest.param(
        "Sen. Dunn Asks Ohio To Help EPA" + BODY,
        "Sen. Dunn asks Ohio to help EPA",
        id="titles-places-and-acronyms-stay",
    ),
    pytest.param(
        "Ann Dunn urged the board to drop the fee" + BODY,
        "Ann Dunn urged the board to drop the fee",
        id="a-sentence-stays",
    ),
    pytest.param("Ann Dunn" + BODY, "Ann Dunn", id="a-short-line-stays"),
    pytest.param(
        "Dunn Joins Push To Drop School Fee..." + BODY,
        "Dunn joins push to drop school fee...",
        id="a-headline-that-a-page-cut",
    ),
    pytest.param(
        "Board Drops Ferry Fee | Congresswoman Eve Marsh" + BODY,
        "board drops ferry fee | Congresswoman Eve Marsh",
        id="whose-site-it-is",
    ),
    pytest.param(
        "McNair Fights Okafor Administration Fee" + BODY,
        "McNair fights Okafor Administration fee",
        id="names-with-inner-capitals-and-rulers-stay",
    ),
    pytest.param(
        "Dunn Vows To Fight Canal Fee" + BODY + " The Fight Hunger Act ended.",
        "Dunn vows to fight Canal fee",
        id="an-infinitive-is-no-name",
    ),
    pytest.param(
        "Dunn Urges Board To Drop Fee | Rep. Ann Dunn\n\nHomeDunn Urges Board To Drop Fee" + BODY,
        "Dunn urges board to drop fee | Rep. Ann Dunn",
        id="a-headline-told-twice-tells-nothing-of-its-words",
    ),
]


@pytest.mark.parametrize(("text", "first_line"), CASES)
def test_first_line(text: str, first_line: str) -> None:
    assert with_plain_headlines(text).split("\n")[0] == first_line


def test_lines_of_running_text_stay() -> None:
    text = "Dunn Urges Board To Drop Canal Fee" + BODY
    assert with_plain_headlines(text).split("\n")[1:] == text.split("\n")[1:]


def test_a_headline_told_again_is_written_the_same() -> None:
    text = "Dunn Urges Board To Drop Fee | Ann Dunn\n\nHomeDunn Urges Board To Drop Fee" + BODY
    assert with_plain_headlines(text).split("\n")[2] == "HomeDunn urges board to drop fee"


@given(st.text())
def test_length_and_letters_stay(text: str) -> None:
    plain = with_plain_headlines(text)
    assert len(plain) == len(text)
    assert plain.casefold() == text.casefold()


@pytest.mark.parametrize(
    "line", ["Dunn said the board met.", "“It Is Time To Act Now.”", "Dunn", ""]
)
def test_other_lines_are_no_headlines(line: str) -> None:
    assert not is_headline(line)
