"""Which organization is meant."""

from __future__ import annotations

import pytest

from graphkit.identity.organizations import is_abbreviation, organization_ids
from graphkit.records import Organization, OrganizationKind
from tests.identity.examples import organization

GOVERNMENT, PARTY = OrganizationKind.GOVERNMENT, OrganizationKind.PARTY


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        pytest.param(organization("Canal League"), "organization/canal-league", id="plain"),
        pytest.param(organization("the Canal League"), "organization/canal-league", id="article"),
        pytest.param(organization("Canal Works, Inc."), "organization/canal-works", id="suffix"),
        pytest.param(
            organization("Canal League (CL)"), "organization/canal-league", id="in-parentheses"
        ),
        pytest.param(
            organization("CL", "Canal League"), "organization/canal-league", id="own-long-form"
        ),
        pytest.param(organization("CL", "Canal Club"), "organization/cl", id="other-initials"),
        pytest.param(organization("Ltd."), "organization/ltd", id="never-empty"),
        pytest.param(organization("Ohio", kind=GOVERNMENT), "government/ohio", id="place"),
        pytest.param(organization("State of Ohio", kind=GOVERNMENT), "government/ohio", id="state"),
        pytest.param(organization("Ohio"), "organization/ohio", id="no-government"),
        pytest.param(organization("Democrats", kind=PARTY), "party/democratic", id="members"),
        pytest.param(organization("Green Party", kind=PARTY), "party/green", id="party"),
        pytest.param(organization("the Party", kind=PARTY), "party/the-party", id="bare-party"),
    ],
)
def test_organization_id(record: Organization, expected: str) -> None:
    assert organization_ids([record]) == {record.id: expected}


def test_an_abbreviation_is_spelled_out_by_the_alias_of_another() -> None:
    long, short = organization("Canal League", "CL", at=0), organization("CL", at=50)
    assert set(organization_ids([short, long]).values()) == {"organization/canal-league"}


def test_an_abbreviation_that_two_share_is_left_alone() -> None:
    records = [
        organization("Canal League", "CL", at=0),
        organization("Clean Lakes", "CL", at=30),
        organization("CL", at=50),
    ]
    assert organization_ids(records)[records[2].id] == "organization/cl"


@pytest.mark.parametrize(
    ("short", "full", "expected"),
    [
        pytest.param("CL", "Canal League", True, id="initials"),
        pytest.param("C.L.", "Canal League", True, id="dots"),
        pytest.param("FCL", "Friends of Canals and Lakes", True, id="small-words-left-out"),
        pytest.param("FOCAL", "Friends of Canals and Lakes", True, id="small-words-counted"),
        pytest.param("Cl", "Canal League", False, id="not-in-capitals"),
        pytest.param("CLX", "Canal League", False, id="one-letter-more"),
        pytest.param("C", "Canal", False, id="one-letter"),
    ],
)
def test_is_abbreviation(short: str, full: str, *, expected: bool) -> None:
    assert is_abbreviation(short, full) is expected
