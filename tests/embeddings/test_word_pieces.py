"""Texts are cut into the pieces that the model knows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.embeddings.word_pieces import LONGEST_TEXT, pieces_of
from tests.embeddings.small_model import PIECES

VOCABULARY = {piece: number for number, piece in enumerate(PIECES)}


def pieces(text: str) -> list[str]:
    return [PIECES[number] for number in pieces_of(text, VOCABULARY)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("harbor levy", ["harbor", "levy"], id="words"),
        pytest.param("Harbor LEVY", ["harbor", "levy"], id="case"),
        pytest.param("hárbor", ["harbor"], id="accent"),
        pytest.param("tolls", ["toll", "##s"], id="two-pieces"),
        pytest.param("tolls.", ["toll", "##s", "."], id="mark"),
        pytest.param("harbor\u00a0levy\n\ttoll", ["harbor", "levy", "toll"], id="blanks"),
        pytest.param("har\u00adbor", ["harbor"], id="soft-hyphen"),
        pytest.param("tollbooth", ["[UNK]"], id="unknown-rest"),
        pytest.param("harbor家levy", ["harbor", "[UNK]", "levy"], id="ideograph"),
        pytest.param("a" * 200, ["[UNK]"], id="too-long-a-word"),
        pytest.param("[CLS]", ["[UNK]", "[UNK]", "[UNK]"], id="a-border-as-text-is-none"),
        pytest.param("", [], id="nothing"),
        pytest.param("\x00\ufffd\u200b", [], id="nothing-visible"),
    ],
)
def test_pieces(text: str, expected: list[str]) -> None:
    assert pieces(text) == ["[CLS]", *expected, "[SEP]"]


@given(st.text(max_size=300))
def test_any_text_has_pieces_between_its_borders(text: str) -> None:
    found = pieces(text)
    assert (found[0], found[-1]) == ("[CLS]", "[SEP]")
    assert len(found) <= LONGEST_TEXT


def test_what_is_too_long_is_cut() -> None:
    assert pieces("toll " * 500) == ["[CLS]", *["toll"] * (LONGEST_TEXT - 2), "[SEP]"]
