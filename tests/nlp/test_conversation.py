"""Who goes on speaking."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.nlp.speaking import said

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model

PEOPLE = {"Ann Bee": ("Bee",), "Cy Dee": ("Dee",), "Mill Union": ("the Mill Union",)}
LAST = "It will not hold another year"

CASES = [
    pytest.param("“It is old,” Ann Bee said. “%s.”", "Ann Bee", id="same-paragraph"),
    pytest.param("“It is old,” Ann Bee said.\n\n“%s.”", "Ann Bee", id="next-paragraph"),
    pytest.param("Ann Bee said it is old.\n\n“%s.”", "Ann Bee", id="after-a-report"),
    pytest.param("Ann Bee said it is old. Cy Dee shrugged. “%s.”", "Cy Dee", id="new-subject"),
    pytest.param("Ann Bee said it is old.\n\n“%s,” she said.", "Ann Bee", id="pronoun"),
    pytest.param("Ann Bee met Cy Dee. “%s,” she said.", "Ann Bee", id="subject-before-object"),
    pytest.param("“It is old,” a man said.\n\n“%s.”", None, id="nobody-known-goes-on"),
    pytest.param("Ann Bee left.\n\nIt rained.\n\n“%s.”", None, id="too-far-back"),
    pytest.param("“%s.”", None, id="nothing-before"),
    pytest.param("The Mill Union said it is old.\n\n“%s,” she said.", "Mill Union", id="no-person"),
]


@pytest.mark.parametrize(("frame", "expected"), CASES)
def test_speaker_of_the_last_quotation(nlp: Language, frame: str, expected: str | None) -> None:
    speakers = [who for who, _, what in said(nlp, frame % LAST, PEOPLE) if what == LAST]
    assert speakers == [expected]
