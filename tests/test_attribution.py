"""The figures on who said what: which sources count, and when a speaker is right."""

from __future__ import annotations

import pytest

from tests.attribution import (
    FLOORED,
    Shares,
    called,
    holds_name,
    matched,
    shares,
)
from tests.floors import below_floors, raised

SOURCES = [
    pytest.param("Gov. Ann Bee", True, id="name"),
    pytest.param("the Ohio governor", False, id="name-of-a-place"),
    pytest.param("the Ohio governor, Ann Bee,", True, id="apposition"),
    pytest.param("a spokesman for Ann Bee", False, id="somebody-of-hers"),
    pytest.param("the Office of Water", True, id="organization"),
    pytest.param("She", False, id="pronoun-at-the-start"),
    pytest.param("The governor", False, id="article-at-the-start"),
    pytest.param("Others close to Bee", False, id="opener-before-a-name"),
    pytest.param("a spokesman", False, id="nobody-in-particular"),
]


@pytest.mark.parametrize(("source", "expected"), SOURCES)
def test_holds_name(source: str, expected: bool) -> None:  # noqa: FBT001 - a table's column
    assert holds_name(source) is expected


def test_an_alias_and_initials_call_the_speaker() -> None:
    people = {"people": [{"name": "Ann Bee", "aliases": ["Annie Bee"]}]}
    assert called("Ann Bee", people) == frozenset({"ann", "annie", "bee", "ab"})


TEXT = "Ann Bee said the dam leaks. She said it may break. The MRU said nothing leaks."


def test_speakers_are_counted_over_named_sources() -> None:
    def said(speaker: str | None, words: str) -> dict[str, object]:
        start = TEXT.index(words)
        return {"speaker": speaker, "quote": words, "span": [start, start + len(words)]}

    def told(source: str, words: str) -> dict[str, object]:
        spans = [(TEXT.index(w), TEXT.index(w) + len(w)) for w in (source, words)]
        return {"source": [spans[0]], "content": [spans[1]]}

    contents = ("the dam leaks", "it may break", "nothing leaks")
    article = {
        "id": "one",
        "text": TEXT,
        "attributions": [
            told(who, what)
            for who, what in zip(("Ann Bee", "She", "The MRU"), contents, strict=True)
        ],
    }
    right = ("Ann Bee", "Ann Bee", "Mill River Union")
    wrong = ("Cy Dee", "Cy Dee", None)
    results = [
        shares(
            matched(
                article,
                {"people": [], "statements": [said(*s) for s in zip(who, contents, strict=True)]},
            )
        )
        for who in (right, wrong)
    ]
    assert results == [
        (Shares(2, 2, 0), []),
        (Shares(2, 0, 1), ["one\t'Cy Dee' for 'Ann Bee'", "one\t'' for 'The MRU'"]),
    ]


def test_a_figure_below_its_floor_is_told() -> None:
    figures = {"precision": 0.70, "speaker": 0.84}
    assert below_floors("attribution", figures, {"precision": 0.71, "speaker": 0.84}) == [
        "attribution: precision 0.700 is below the floor 0.71"
    ]


def test_floors_only_rise() -> None:
    figures = {"precision": 0.709, "recall quoted": 0.8, "recall plain": 0.459, "speaker": 0.9}
    assert raised(FLOORED, figures, {"precision": 0.71, "recall plain": 0.45}) == {
        "precision": 0.71,
        "recall quoted": 0.8,
        "recall plain": 0.45,
        "speaker": 0.9,
    }
