"""A policy that ends another one of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graphkit.nlp.annotations import policies_of
from graphkit.nlp.policy_endings import ending_nouns

if TYPE_CHECKING:
    from spacy.language import Language

CASES = [
    pytest.param(
        "The Harbor Toll Rule began. Sen. Ann Bee wrote a bill to repeal the Harbor Toll Rule.",
        [("bill to repeal the Harbor Toll Rule", "Harbor Toll Rule")],
        id="bill-to-repeal",
    ),
    pytest.param(
        "The ferry tax began in May. Clerks back legislation that would scrap the ferry tax.",
        [("legislation that would scrap the ferry tax", "ferry tax")],
        id="relative-clause",
    ),
    pytest.param(
        "The ferry tax began in May. The judge upheld the decision striking down the ferry tax.",
        [("decision striking down the ferry tax", "ferry tax")],
        id="participle",
    ),
    pytest.param(
        "Farmers oppose the mill merger. The board weighed a ban on the mill merger.",
        [("ban on the mill merger", "mill merger")],
        id="noun-that-ends",
    ),
    pytest.param(
        "Farmers oppose tenant evictions. Sen. Ann Bee backs an eviction moratorium.",
        [],
        id="not-the-same-words",
    ),
    pytest.param(
        "Mayor Cy Dee defended harbor tolls. Sen. Ann Bee wrote the Stop Harbor Tolls Act.",
        [("Stop Harbor Tolls Act", "harbor tolls")],
        id="name-of-an-act",
    ),
    pytest.param(
        "The ferry tax began in May. Clerks back legislation to keep the ferry tax.",
        [],
        id="keeps",
    ),
    pytest.param(
        "The ferry tax began in May. Sen. Ann Bee wrote a bill to build a road.", [], id="other"
    ),
    pytest.param("Sen. Ann Bee wrote a bill to repeal it.", [], id="nothing-known"),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "expected"), CASES)
def test_endings(nlp: Language, text: str, expected: list[tuple[str, str]]) -> None:
    policies = policies_of(nlp(text))
    found = [(p.name, policies[p.negates].name) for p in policies if p.negates is not None]
    assert found == expected


def test_nouns_of_policies_that_end_others_are_read() -> None:
    assert "moratorium" in ending_nouns()
    assert "increase" not in ending_nouns()
