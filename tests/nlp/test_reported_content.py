"""The words of a report, also where the parse is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graphkit.nlp.reported_content import contents, is_set_off
from graphkit.nlp.speech_cues import find_cues
from tests.nlp.speaking import lexicon

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model

Told = list[tuple[str, bool]]
"""The words, and whether they need quotation marks to be a statement."""

CASES = [
    pytest.param("Bo said that it is late.", [("it is late", False)], id="clause"),
    pytest.param("Bo believes that it is late.", [("it is late", False)], id="thought"),
    pytest.param("Bo feels that it is late.", [("it is late", True)], id="feeling"),
    pytest.param(
        "Bo denied that the dam leaks.", [("denied that the dam leaks", False)], id="denial"
    ),
    pytest.param("Bo countered that it is late.", [("it is late", False)], id="answer"),
    pytest.param("Bo praised the plan.", [("praised the plan", True)], id="judgement"),
    pytest.param("Bo criticized the plan.", [("criticized the plan", True)], id="too-short"),
    pytest.param(
        "Bo criticized the new plan.", [("criticized the new plan", True)], id="bare-accusation"
    ),
    pytest.param(
        "Bo praised the plan to close the mill.",
        [("praised the plan to close the mill", False)],
        id="judgement-of-a-plan",
    ),
    pytest.param(
        "Bo commented on the plan to close the mill.",
        [("commented on the plan to close the mill", False)],
        id="judgement-with-particle",
    ),
    pytest.param(
        "Bo rejected the plan to close the mill.",
        [("rejected the plan to close the mill", True)],
        id="refusal-with-a-bare-object",
    ),
    pytest.param(
        "Bo hoped to praise the plan to close the mill.",
        [],
        id="aim-of-a-judgement",
    ),
    pytest.param(
        "Bo praised the board for closing the mill.",
        [("praised the board for closing the mill", False)],
        id="judgement-of-a-deed",
    ),
    pytest.param(
        "Bo criticized at length in the hall yesterday.",
        [("criticized at length in the hall yesterday", True)],
        id="judgement-of-nothing",
    ),
    pytest.param(
        "Bo announced the sale of the mill.",
        [("announced the sale of the mill", False)],
        id="announcement-of-a-thing",
    ),
    pytest.param("Bo called the plan a joke.", [("called the plan a joke", False)], id="naming"),
    pytest.param("Bo urged them to go.", [("urged them to go", False)], id="request"),
    pytest.param("Bo vowed to go home.", [("vowed to go home", False)], id="promise"),
    pytest.param("Bo said it is late, as the sun set.", [("it is late", False)], id="narrator"),
    pytest.param("Bo said it is late, citing the clock.", [("it is late", False)], id="addition"),
    pytest.param(
        "Bo said the court-ordered sale is late.",
        [("the court-ordered sale is late", False)],
        id="hyphen-is-no-dash",
    ),
    pytest.param(
        "Bo said today's vote is late.", [("today's vote is late", False)], id="day-inside"
    ),
    pytest.param("Bo said on Monday it is late.", [("it is late", False)], id="day-of-saying"),
    pytest.param("Bo vowed revenge.", [], id="two-words"),
    pytest.param("Bo said.", [], id="nothing"),
    pytest.param("Bo asked.", [], id="question-without-words"),
    pytest.param("Bo continued the work.", [], id="announces-quotations-only"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_contents_of_the_first_cue(nlp: Language, text: str, expected: Told) -> None:
    doc = nlp(text)
    cues = find_cues(doc, lexicon())
    verbs = frozenset(cue.verb for cue in cues)
    found = contents(doc[cues[0].verb], cues[0], verbs)
    assert [(doc[c.tokens.start : c.tokens.end].text, c.needs_marks) for c in found] == expected


SET_OFF = [
    pytest.param("It rained, so they left.", True, id="comma"),
    pytest.param("It rained — so they left.", True, id="dash"),
    pytest.param("It rained,” so they left.", True, id="comma-and-mark"),
    pytest.param("It rained so they left.", False, id="nothing"),
    pytest.param("It is so-so.", False, id="hyphen"),
]


@pytest.mark.parametrize(("text", "expected"), SET_OFF)
def test_set_off_by_punctuation(nlp: Language, text: str, expected: bool) -> None:  # noqa: FBT001 - a table
    token = [t for t in nlp.make_doc(text) if t.text == "so"][-1]
    assert is_set_off(token) is expected
