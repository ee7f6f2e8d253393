"""What appositions and clauses beside a name say; all people are fictional."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graphkit.records import TenureStatus
from tests.nlp.test_actors import Plain, people

if TYPE_CHECKING:
    from spacy.language import Language

FORMER, CANDIDATE = TenureStatus.FORMER, TenureStatus.CANDIDATE
NATION = "United States"

CASES = [
    pytest.param(
        "Paul Reed, a former Justice Department official, left.",
        [Plain("Paul Reed", "Justice Department official", NATION, status=FORMER)],
        id="a-title-inside-the-body",
    ),
    pytest.param(
        "Paul Reed, CNN senior legal analyst, said so.",
        [Plain("Paul Reed", "CNN senior legal analyst")],
        id="adjectives-between-body-and-title",
    ),
    pytest.param(
        "Paul Reed, the acting Director of the Federal Aviation Administration (FAA), left.",
        [
            Plain(
                "Paul Reed",
                "Director of the Federal Aviation Administration",
                NATION,
                status=TenureStatus.ACTING,
            )
        ],
        id="acting-is-no-verb",
    ),
    pytest.param(
        "Paul Reed, founder and executive director of the Mill Fund, left.",
        [Plain("Paul Reed", "founder and Executive Director of the Mill Fund")],
        id="two-titles-of-one-body",
    ),
    pytest.param(
        "The nominee for attorney general, Ann Marsh, left.",
        [Plain("Ann Marsh", "Attorney General", NATION, status=CANDIDATE)],
        id="nominee",
    ),
    pytest.param(
        "Kentucky Senate hopeful Ann Marsh left.",
        [Plain("Ann Marsh", "U.S. Senator", "Kentucky", status=CANDIDATE)],
        id="hopeful",
    ),
    pytest.param(
        "Ann Marsh, who chairs the Senate Finance Committee, left.",
        [Plain("Ann Marsh", "Chair of the Senate Finance Committee", NATION)],
        id="verb-of-office",
    ),
    pytest.param(
        "Bee County Mayor Ann Marsh left.", [Plain("Ann Marsh", "Mayor", "Bee County")], id="county"
    ),
    pytest.param(
        "A spokeswoman for the governor, Ann Marsh, left.",
        [Plain("Ann Marsh", "spokeswoman for the governor")],
        id="no-governor-but-the-spokeswoman",
    ),
    pytest.param(
        "Chicago Mayor and author Paul Reed left.",
        [Plain("Paul Reed", "Mayor", "Chicago")],
        id="two-titles-before-the-name",
    ),
    pytest.param(
        "The mayor and author Paul Reed left.", [Plain("Paul Reed", "author")], id="another-mayor"
    ),
    pytest.param(
        "Paul Reed, Mr. Marsh's deputy national security adviser, left.",
        [Plain("Paul Reed", "Deputy National Security Adviser", NATION), Plain("Marsh")],
        id="owner-with-a-title",
    ),
    pytest.param(
        "Former Secretary of State and Democratic presidential hopeful Ann Marsh left.",
        [Plain("Ann Marsh", "President", NATION, "Democratic", CANDIDATE)],
        id="candidate-with-an-old-office",
    ),
    pytest.param(
        "Paul Reed, whose wife's mayor left, slept.", [Plain("Paul Reed")], id="whose-is-no-owner"
    ),
    pytest.param(
        "Mill Act author Rep. Paul Reed (R) of Ohio left.",
        [Plain("Paul Reed", "U.S. Representative", "Ohio", "Republican")],
        id="a-title-is-no-name",
    ),
    pytest.param(
        "The first woman president, Ann Marsh, left.",
        [Plain("Ann Marsh", "President", NATION)],
        id="first-is-no-body",
    ),
    pytest.param(
        "Paul Reed, who chairs nothing, left.", [Plain("Paul Reed")], id="verb-without-a-body"
    ),
    pytest.param(
        "Paul Reed, tired of the pick for dinner, left.", [Plain("Paul Reed")], id="no-nominee"
    ),
    pytest.param(
        "Paul Reed, friend and neighbor, left.", [Plain("Paul Reed")], id="friends-have-no-office"
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_descriptions(nlp: Language, text: str, expected: list[Plain]) -> None:
    assert people(nlp(text)) == expected
