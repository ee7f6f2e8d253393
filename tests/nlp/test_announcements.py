"""Where the words that announce a quotation stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graphkit.nlp.annotations import actors_of, quotations_of
from graphkit.nlp.announcements import Side, find_announcement, looks_like_title
from graphkit.nlp.quoted_runs import find_quoted
from graphkit.nlp.speech_cues import find_cues
from tests.nlp.speaking import lexicon

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model

Found = tuple[str | None, tuple[str, ...], Side] | None

CASES = [
    pytest.param("“We lost,” Bo said.", ("said", ("Bo",), Side.AFTER), id="behind"),
    pytest.param("“We lost,” said Bo.", ("said", ("Bo",), Side.AFTER), id="inverted"),
    pytest.param("Bo said, “We lost.”", ("said", ("Bo",), Side.BEFORE), id="before"),
    pytest.param("“We lost.” — Ann Bee", (None, ("Ann", "Bee"), Side.SIGNATURE), id="signature"),
    pytest.param("“We lost,” Bo laughed.", ("laughed", ("Bo",), Side.AFTER), id="any-verb"),
    pytest.param(
        "Bo grinned, “We lost it.”", ("grinned", ("Bo",), Side.BEFORE), id="any-verb-before"
    ),
    pytest.param("Bo shot back, “No.”", ("shot back", ("Bo",), Side.BEFORE), id="particle"),
    pytest.param(
        "“We lost a mill,” the Saudis state in a note.",
        ("state", ("Saudis",), Side.AFTER),
        id="read-as-a-noun",
    ),
    pytest.param("“We lost a mill,” of the mill state.", None, id="a-noun"),
    pytest.param("Bo owned a mill, “Old Ann.”", None, id="name-behind-a-comma"),
    pytest.param("In the hall, “We lost it.”", None, id="no-verb-before-the-comma"),
    pytest.param("On the “slow train,” Bo said he slept.", None, id="verb-with-its-own-clause"),
    pytest.param("“We lost.” Bo said nothing else.", None, id="next-sentence"),
    pytest.param("“We lost,” but Bo said nothing.", None, id="another-clause"),
    pytest.param("The “lost” years were long, and Bo said so.", None, id="scare-quotes"),
    pytest.param("“We lost,” which nobody said aloud.", None, id="relative-clause"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_announcement_of_the_first_quotation(nlp: Language, text: str, expected: Found) -> None:
    doc = nlp(text)
    quoted = find_quoted(doc, text)[0]
    found = find_announcement(doc, quoted, find_cues(doc, lexicon()))
    if found is None:
        assert expected is None
        return
    cue = None if found.cue is None else doc[found.cue.start : found.cue.end].text
    assert (cue, tuple(doc[i].text for i in found.sources), found.side) == expected


TITLES = [
    pytest.param("He was on “Good Morning Valley” on Monday.", True, id="program"),
    pytest.param("He read “The Long Road Home” at night.", True, id="book"),
    pytest.param("He called it “a long road home” at night.", False, id="small-letters"),
    pytest.param("“Absolutely Not,” he said.", False, id="announced"),
    pytest.param("He cried “Shame On You!” at night.", False, id="exclaimed"),
]


@pytest.mark.parametrize(("text", "expected"), TITLES)
def test_titles_in_quotation_marks(nlp: Language, text: str, expected: bool) -> None:  # noqa: FBT001 - a table
    doc = nlp(text)
    assert looks_like_title(doc, find_quoted(doc, text)[0]) is expected


UNDER = [
    pytest.param("\n— Ann Bee, Mayor", "Ann Bee", id="next-line"),
    pytest.param("\n\n– Mayor Ann Bee of Elm", "Ann Bee", id="next-paragraph"),
    pytest.param(" — Ann Bee, Mayor", "Ann Bee", id="same-line"),
    pytest.param("\n— Ann Bee went on to speak of the mill", None, id="a-sentence"),
    pytest.param("\n— the toll on the bridge", None, id="no-name"),
    pytest.param("\nElm Bridge, Monday", None, id="no-dash"),
]


@pytest.mark.parametrize(("line", "speaker"), UNDER)
def test_the_speaker_of_a_pull_quote_stands_under_it(
    nlp: Language, line: str, speaker: str | None
) -> None:
    doc = nlp(f"The toll was raised.\n\n“The toll is a burden on every family.”{line}\n\nAll left.")
    speakers = [q.speaker for q in quotations_of(doc)]
    assert [None if s is None else actors_of(doc)[s].name for s in speakers] == [speaker]
