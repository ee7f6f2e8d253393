from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graphkit.nlp.phrases import MAX_WORDS, phrase

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model

CASES = [
    pytest.param(
        "They fought the governor's new plan for the river.",
        "plan",
        "new plan for the river",
        id="possessor-and-determiner-left-out",
    ),
    pytest.param(
        "She introduced the canal bill with Rep. Cal Dee on Monday.",
        "bill",
        "canal bill",
        id="company-left-out",
    ),
    pytest.param(
        "She labeled the old harbor policies unfair and cruel.",
        "policies",
        "old harbor policies",
        id="verdict-left-out",
    ),
    pytest.param(
        "She fought cuts to the ferry program made last week by the town.",
        "cuts",
        "cuts to the ferry program",
        id="dated-participle-left-out",
    ),
    pytest.param(
        "She fought the cuts made by the town.",
        "cuts",
        "cuts made by the town",
        id="participle-kept",
    ),
    pytest.param(
        "They fought the plan, which failed.", "plan", "plan", id="relative-clause-left-out"
    ),
    pytest.param(
        "They fought the decision to close the school on Monday.",
        "decision",
        "decision to close the school",
        id="infinitive-kept-date-left-out",
    ),
    pytest.param(
        "They hope to raise the minimum wage for cooks.",
        "raise",
        "raise the minimum wage for cooks",
        id="verb-phrase",
    ),
    pytest.param(
        "She backs the Clean Rivers (CR) Act.", "Act", "Clean Rivers (CR) Act", id="brackets-inside"
    ),
    pytest.param(
        "They fought cuts to the farmers' pensions.",
        "pensions",
        "pensions",
        id="possessor-with-a-determiner-left-out",
    ),
    pytest.param(
        "They fought over miners' pensions.", "pensions", "miners' pensions", id="kind-of-pensions"
    ),
    pytest.param(
        "They fought the toll rule issued.", "rule", "toll rule", id="participle-left-out"
    ),
    pytest.param(
        "They fought the rule issued by the board.",
        "rule",
        "rule issued by the board",
        id="participle-that-tells-which-kept",
    ),
]


@pytest.mark.parametrize(("text", "head", "expected"), CASES)
def test_phrase(nlp: Language, text: str, head: str, expected: str) -> None:
    doc = nlp(text)
    tokens = phrase(next(t for t in doc if t.text == head))
    assert doc[tokens.start : tokens.end].text == expected


def test_a_phrase_that_runs_on_is_cut(nlp: Language) -> None:
    doc = nlp("They back the plan " + "for the town of the lake " * 12 + ".")
    tokens = phrase(doc[3])
    assert (tokens.start, tokens.end - tokens.start <= MAX_WORDS) == (3, True)
