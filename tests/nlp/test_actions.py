"""Letters, suits, briefs, resolutions and bills with their parties; nobody in them exists."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graphkit.nlp.annotations import ActionNote, actions_of, actors_of

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


def told(doc: Doc) -> list[tuple[str, list[str], list[str]]]:
    """Return kind, leaders and signers of each action."""
    return [(a.kind.value, names(doc, a.leaders), names(doc, a.signers)) for a in actions_of(doc)]


def names(doc: Doc, places: tuple[int, ...]) -> list[str]:
    return [actors_of(doc)[place].name for place in places]


PARTIES = [
    pytest.param(
        "Representative Ann Becker led a letter to the minister on the dam.",
        [("letter", ["Ann Becker"], [])],
        id="led",
    ),
    pytest.param(
        "The letter was co-signed by Reps. Ann Becker (OH-44), Joe Dalton (TX-26), and "
        "Norma Fielding (CA-32). It was sent on Monday.",
        [("letter", [], ["Ann Becker", "Joe Dalton", "Norma Fielding"])],
        id="co-signed-by-list",
    ),
]


@pytest.mark.parametrize(("text", "expected"), PARTIES)
def test_finds_who_takes_part(
    nlp: Language, text: str, expected: list[tuple[str, list[str], list[str]]]
) -> None:
    assert told(nlp(text)) == expected


NOTHING = [
    pytest.param("Ann Becker opened the letter from the bank.", id="a-letter-that-came"),
    pytest.param("Ann Becker got a letter grade in chemistry.", id="a-letter-grade"),
    pytest.param("Joe Dalton wore the suit that his father had bought.", id="clothes"),
    pytest.param("Joe Dalton paid the electricity bill.", id="an-invoice"),
]


@pytest.mark.parametrize("text", NOTHING)
def test_finds_no_action(nlp: Language, text: str) -> None:
    nothing: tuple[ActionNote, ...] = ()
    assert actions_of(nlp(text)) == nothing
