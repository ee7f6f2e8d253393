"""Organizations, parties and governments; organizations that are not public are fictional."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graphkit.nlp.annotations import actors_of
from graphkit.records import EntityKind

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

KINDS = frozenset({EntityKind.ORGANIZATION, EntityKind.GOVERNMENT, EntityKind.PARTY})
ORGANIZATION, GOVERNMENT = EntityKind.ORGANIZATION, EntityKind.GOVERNMENT


def named(doc: Doc) -> list[tuple[EntityKind, str]]:
    """Return kind and name of each."""
    return [(a.kind, a.name) for a in actors_of(doc) if a.kind in KINDS]


CASES = [
    pytest.param(
        "The Federal Communications Commission (FCC) met. The FCC voted no.",
        [(ORGANIZATION, "Federal Communications Commission")],
        id="abbreviation",
    ),
    pytest.param(
        "The Justice Department sued. The Department of Justice won.",
        [(ORGANIZATION, "Department of Justice")],
        id="two-names-of-a-federal-body",
    ),
    pytest.param(
        "The Harbor Defense League opposed the plan.",
        [(ORGANIZATION, "Harbor Defense League")],
        id="last-word",
    ),
    pytest.param(
        "The Senate Farm Committee met. The Farm Committee voted no.",
        [(ORGANIZATION, "Senate Farm Committee")],
        id="shortened-name",
    ),
    pytest.param(
        "The Attorney General’s Office will fight the toll.",
        [(ORGANIZATION, "Attorney General’s Office")],
        id="office-of-a-title",
    ),
    pytest.param(
        "The Democratic Party opposed the plan.",
        [(EntityKind.PARTY, "Democratic Party")],
        id="party",
    ),
    pytest.param(
        "Labour said the visit is off.", [(EntityKind.PARTY, "Labour")], id="party-by-its-name"
    ),
    pytest.param(
        "The Labor Party met in May. Labor opposes the visit.",
        [(EntityKind.PARTY, "Labor Party")],
        id="party-of-a-common-word",
    ),
    pytest.param("Labor opposes the visit.", [], id="common-word"),
    pytest.param("California sued the mill.", [(GOVERNMENT, "California")], id="place-that-acts"),
    pytest.param(
        "The attorneys general of Ohio, Utah and Maine signed.",
        [(GOVERNMENT, "Ohio"), (GOVERNMENT, "Utah"), (GOVERNMENT, "Maine")],
        id="places-that-sign",
    ),
    pytest.param(
        "The Harbor Rules Board of Lakeport (“HRBL”) met. HRBL voted no.",
        [(ORGANIZATION, "Harbor Rules Board of Lakeport")],
        id="abbreviation-in-quotes",
    ),
    pytest.param(
        "The National Union of Anglers, or NUA, sued. NUA won.",
        [(ORGANIZATION, "National Union of Anglers")],
        id="abbreviation-after-or",
    ),
    pytest.param(
        "The NUA (National Union of Anglers) sued. NUA won.",
        [(ORGANIZATION, "National Union of Anglers")],
        id="expansion-in-brackets",
    ),
    pytest.param(
        "Anglers Against Tolls (AAT) sued. AAT won.",
        [(ORGANIZATION, "Anglers Against Tolls")],
        id="name-of-people-and-purpose",
    ),
    pytest.param(
        "Friends of the Harbor opposed the toll.",
        [(ORGANIZATION, "Friends of the Harbor")],
        id="friends-of",
    ),
    pytest.param(
        "Mayors Against Illegal Tolls and Parents for Safe Bridges sued.",
        [
            (ORGANIZATION, "Mayors Against Illegal Tolls"),
            (ORGANIZATION, "Parents for Safe Bridges"),
        ],
        id="two-names-of-purpose",
    ),
    pytest.param(
        "The city of Lakeport sued the mill.", [(GOVERNMENT, "Lakeport")], id="city-that-acts"
    ),
    pytest.param("Residents of California sued the mill.", [], id="people-of-a-place"),
    pytest.param("Anglers against tolls met in town.", [], id="no-name-of-purpose"),
    pytest.param("Nurses for Ada Wren met.", [], id="purpose-that-is-a-person"),
    pytest.param("The Save Our Harbor Act (SOHA) passed. SOHA bans tolls.", [], id="law-in-short"),
    pytest.param(
        "Wren Works Inc. (NYSE: WRW) sued.", [(ORGANIZATION, "Wren Works Inc.")], id="ticker"
    ),
    pytest.param("The mill stands in California.", [], id="place-where-something-is"),
    pytest.param("HARTFORD, Conn. — The council met.", [], id="dateline"),
    pytest.param("Sen. Ada Wren (D-OR) left.", [], id="tag"),
    pytest.param("Ohio Gov. Paul Reed left.", [], id="place-of-an-office"),
    pytest.param(
        "“It leaks,” said Bettina Osgard, chairwoman of the River Towns League.",
        [(ORGANIZATION, "River Towns League")],
        id="a-name-with-an-office-behind-it",
    ),
    pytest.param("It went to Education Secretary Cy Dee.", [], id="ministry-in-a-title"),
    pytest.param("He read the Clean Harbor Act.", [], id="law"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_organizations(nlp: Language, text: str, expected: list[tuple[EntityKind, str]]) -> None:
    assert named(nlp(text)) == expected


def test_an_abbreviation_is_an_alias(nlp: Language) -> None:
    doc = nlp("The Small Business Administration (SBA) met. The SBA voted no.")
    (actor,) = (a for a in actors_of(doc) if a.kind in KINDS)
    assert actor.aliases == ("SBA",)


def test_an_administration_is_an_organization_beside_its_head(nlp: Language) -> None:
    doc = nlp("President Paul Reed spoke. The Reed administration sued.")
    assert [(a.kind, a.name) for a in actors_of(doc)] == [
        (EntityKind.PERSON, "Paul Reed"),
        (ORGANIZATION, "Reed administration"),
    ]
