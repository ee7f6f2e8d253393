"""Who holds a stance: members of unnamed groups, roles, sides, spokesmen, owners."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.nlp.stands import stands

if TYPE_CHECKING:
    from spacy.language import Language

    from tests.nlp.stands import Plain

pytestmark = pytest.mark.model

MEMBERS = [
    pytest.param(
        "The Democrats who backed the Harbor Act include Sens. Ann Bee of Ohio and Cal Dee.",
        {("Ann Bee", "supports", "Harbor Act"), ("Cal Dee", "supports", "Harbor Act")},
        id="members-of-an-unnamed-group",
    ),
    pytest.param(
        "The Democrats who backed the Harbor Act include Sens. Ann Bee and Cal Dee and some from "
        "states with harbors, such as Maine and Texas.",
        {("Ann Bee", "supports", "Harbor Act"), ("Cal Dee", "supports", "Harbor Act")},
        id="examples-of-something-else-are-no-members",
    ),
    pytest.param(
        "The farmers who backed the Harbor Act met in towns, including Dayton and Toledo.",
        {("farmers who backed the Harbor Act", "supports", "Harbor Act")},
        id="nearer-noun-has-the-examples",
    ),
]

ROLES = [
    pytest.param(
        "The harbor bill ends a fee. Sen. Ann Bee, one of the bill's authors, met reporters.",
        {("Ann Bee", "supports", "harbor bill")},
        id="one-of-the-authors",
    ),
    pytest.param(
        "The harbor bill ends a fee. “It is late,” said Sen. Ann Bee (D) of Ohio, another of the "
        "bill's authors.",
        {("Ann Bee", "supports", "harbor bill")},
        id="a-person-of-a-place",
    ),
    pytest.param(
        "The harbor bill ends a fee. Tom Fox is one of the bill's opponents.",
        {("Tom Fox", "opposes", "harbor bill")},
        id="is-one-of-the-opponents",
    ),
    pytest.param(
        "The harbor bill ends a fee. Tom Fox is one of the bill's readers.",
        set(),
        id="no-role",
    ),
]

SIDES = [
    pytest.param(
        "The harbor bill ends a fee. Outnumbered critics insist the bill falls short.",
        {("critics", "opposes", "harbor bill")},
        id="described-critics",
    ),
    pytest.param(
        "Toll opponents say the harbor proposals will not help.",
        {("Toll opponents", "opposes", "harbor proposals")},
        id="opponents-of-something-like-it",
    ),
    pytest.param(
        "Harbor supporters say the toll proposals came in May.",
        set(),
        id="supporters-may-be-against-what-they-speak-of",
    ),
]


SPOKESMEN = [
    pytest.param(
        "The harbor bill ends a fee. “We oppose the harbor bill,” said Tom Dunn, a spokesman for "
        "the Board of Trade.",
        {("Tom Dunn", "opposes", "harbor bill"), ("Board of Trade", "opposes", "harbor bill")},
        id="for-a-board",
    ),
    pytest.param(
        "Gov. Ann Bee spoke. Bee spokeswoman Lena Moss called the harbor bill a disgrace.",
        {("Lena Moss", "opposes", "harbor bill"), ("Ann Bee", "opposes", "harbor bill")},
        id="for-a-person",
    ),
    pytest.param(
        "Gov. Ann Bee met Lena Moss, a professor at the Bee School. “We oppose the harbor bill,” "
        "Moss said.",
        {("Lena Moss", "opposes", "harbor bill")},
        id="a-professor-speaks-for-nobody-else",
    ),
]


TOLD = [
    pytest.param(
        "Sen. Ann Bee told reporters that she and her husband support the Harbor Act.",
        {("Ann Bee", "supports", "Harbor Act")},
        id="told-others-that",
    ),
    pytest.param(
        "Sen. Ann Bee told the board to support the Harbor Act.",
        {("Ann Bee", "supports", "Harbor Act")},
        id="told-others-to-do-so",
    ),
    pytest.param(
        "Tom Fox was among the people urging lawmakers to pass the Harbor Act.",
        {("Tom Fox", "supports", "Harbor Act")},
        id="among-the-people-who-urge",
    ),
    pytest.param(
        "Tom Fox was among the people waiting for the Harbor Act.",
        set(),
        id="among-the-people-who-wait",
    ),
]


BESIDE = [
    pytest.param(
        "The committee's chairman, Tom Fox, opposes the harbor bill.",
        {("Tom Fox", "opposes", "harbor bill")},
        id="name-in-apposition",
    ),
    pytest.param(
        "The governor of Ohio, Ann Bee, opposes the harbor bill.",
        {("Ann Bee", "opposes", "harbor bill")},
        id="name-behind-a-place",
    ),
    pytest.param(
        "Farmers such as Tom Fox oppose the harbor bill.",
        {("Farmers", "opposes", "harbor bill"), ("Tom Fox", "opposes", "harbor bill")},
        id="example",
    ),
    pytest.param(
        "Lawmakers led by Sen. Tom Fox oppose the harbor bill.",
        {
            ("Lawmakers led by Sen. Tom Fox", "opposes", "harbor bill"),
            ("Tom Fox", "opposes", "harbor bill"),
        },
        id="leader",
    ),
    pytest.param(
        "The committee led by Sen. Tom Fox opposes the harbor bill.",
        set(),
        id="who-leads-a-thing-is-another",
    ),
    pytest.param(
        "In addition to Sens. Tom Fox and Cal Dunn, the Harbor Act is cosponsored by Sen. Ann Bee.",
        {
            ("Tom Fox", "supports", "Harbor Act"),
            ("Cal Dunn", "supports", "Harbor Act"),
            ("Ann Bee", "supports", "Harbor Act"),
        },
        id="in-addition-to",
    ),
    pytest.param(
        "Sen. Tom Fox opposes the canal fee. So does Sen. Eve Gunn.",
        {("Tom Fox", "opposes", "canal fee"), ("Eve Gunn", "opposes", "canal fee")},
        id="so-does",
    ),
    pytest.param(
        "Unlike Sen. Tom Fox, Sen. Eve Gunn opposes the canal fee.",
        {("Eve Gunn", "opposes", "canal fee")},
        id="unlike",
    ),
    pytest.param(
        "Sens. Tom Fox of Ohio and Cal Dunn said they oppose the harbor bill.",
        {("Tom Fox", "opposes", "harbor bill"), ("Cal Dunn", "opposes", "harbor bill")},
        id="they-are-both",
    ),
]
"""Who is named beside the words for a holder, or does it as well."""


LETTERS = [
    pytest.param(
        "Sen. Ann Bee led 12 senators in a letter to Secretary Cal Dunn. It is below.\n\n"
        "Dear Secretary Dunn:\n\nWe urge you to repeal the canal fee.",
        {("Ann Bee", "opposes", "canal fee"), ("12 senators", "opposes", "canal fee")},
        id="we-in-a-letter-quoted-in-full",
    ),
    pytest.param(
        "Sen. Ann Bee met Sec. Cal Dunn.\n\nDear readers:\n\nWe urge you to end the canal fee.",
        set(),
        id="no-letter-is-told-of",
    ),
    pytest.param(
        "Sen. Ann Bee sent a letter to Secretary of Commerce Cal Dunn expressing concerns with the "
        "canal fee.",
        {("Ann Bee", "opposes", "canal fee")},
        id="the-sender-urges-and-not-whom-it-is-sent-to",
    ),
    pytest.param(
        "Washington, D.C. – Reps. Ann Bee (OH-01) and Cal Dunn (TX-02) oppose the canal fee.",
        {("Ann Bee", "opposes", "canal fee"), ("Cal Dunn", "opposes", "canal fee")},
        id="behind-a-dateline",
    ),
]


CASES = [*MEMBERS, *ROLES, *SIDES, *SPOKESMEN, *TOLD, *BESIDE, *LETTERS]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_holders(nlp: Language, text: str, expected: set[Plain]) -> None:
    assert stands(nlp(text)) == expected
