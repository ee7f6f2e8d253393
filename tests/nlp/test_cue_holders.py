from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graphkit.nlp.cues import find_frames
from tests.nlp.frames import Plain, plain

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model

CASES = [
    pytest.param(
        "The Reds who backed the levy were Bee, Dee and Fox.",
        {("Reds+Bee+Dee+Fox", "supports", "levy")},
        id="those-who-do-it-are",
    ),
    pytest.param(
        "Voting against the levy were Ann Bee and Carl Dee.",
        {("Voting+Bee+Dee", "opposes", "levy")},
        id="named-behind-the-clause",
    ),
    pytest.param(
        "Ann Bee, one of the levy's authors, spoke first.",
        {("Bee", "supports", "levy")},
        id="one-of-its-authors",
    ),
    pytest.param(
        "The levy's critics met on Monday.",
        {("critics", "opposes", "levy")},
        id="its-possessive-names-the-target",
    ),
    pytest.param(
        "The court kept the mayor from adopting the levy.",
        {("mayor", "supports", "levy")},
        id="who-is-kept-from-a-deed-wants-it",
    ),
    pytest.param(
        "Mayor Ann Bee and critics of the levy met on Monday.",
        {("critics", "opposes", "levy")},
        id="who-is-named-beside-critics",
    ),
    pytest.param("Dee's critics met on Monday.", set(), id="critics-of-a-person"),
    pytest.param(
        "The mayor needs to adopt the levy.", set(), id="who-needs-to-do-it-has-not-done-it"
    ),
    pytest.param("The mayor failed to adopt the levy.", set(), id="tried-in-vain"),
    pytest.param(
        "They asked the mayor to keep enforcing the curfew.",
        {("They", "supports", "curfew")},
        id="asked-to-go-on-with-it",
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_holders(nlp: Language, text: str, expected: set[Plain]) -> None:
    doc = nlp(text)
    assert plain(doc, find_frames(doc)) == expected
