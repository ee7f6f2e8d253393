"""Which policies of different documents are shown to people as perhaps one."""

from __future__ import annotations

from datetime import date

import pytest

from graphkit.identity import (
    explained_pairs,
    known_policy,
    known_short_name,
    may_be_one,
    united,
)
from graphkit.ids import PolicyId, TargetId
from graphkit.records import KnownPolicy, OrganizationKind
from tests.identity.examples import organization, policy

DAY = date(2019, 5, 1)


def known(
    identifier: str,
    *names: str,
    day: date | None = DAY,
    source: str = "a.txt",
    negates: str | None = None,
) -> KnownPolicy:
    record = policy(*names, negates=None if negates is None else PolicyId(negates))
    found = known_policy(record, day=day, quote=f"… {names[0]} …", source=source)
    return KnownPolicy(
        id=TargetId(identifier),
        name=found.name,
        names=found.names,
        numbers=found.numbers,
        negates=found.negates,
        is_target=found.is_target,
        quote=found.quote,
        source=found.source,
    )


def pairs(*policies: KnownPolicy) -> list[tuple[str, str, str]]:
    return [(p.first.id, p.second.id, p.reason.value) for p in explained_pairs(policies)]


FULL = known("policy/full", "Tenant Credit Act (TCA)")
BOTH = known("policy/both", "Tenant Credit Act", "TCA")
SHORT = known("policy/tca", "TCA")
PROGRAM = known("policy/tca", "TCA program")
NAMED = known("policy/full", "Tenant Credit Act", "H.R. 412")
NUMBER = known("policy/hr", "H.R. 412")


@pytest.mark.parametrize(
    ("policies", "expected"),
    [
        pytest.param(
            (FULL, SHORT), [("policy/full", "policy/tca", "abbreviation")], id="in-brackets"
        ),
        pytest.param(
            (SHORT, FULL), [("policy/full", "policy/tca", "abbreviation")], id="full-name-first"
        ),
        pytest.param(
            (BOTH, SHORT), [("policy/both", "policy/tca", "abbreviation")], id="other-name"
        ),
        pytest.param(
            (FULL, PROGRAM), [("policy/full", "policy/tca", "abbreviation")], id="with-its-noun"
        ),
        pytest.param(
            (FULL, BOTH, SHORT),
            [
                ("policy/full", "policy/tca", "abbreviation"),
                ("policy/both", "policy/tca", "abbreviation"),
            ],
            id="two-that-it-may-be",
        ),
        pytest.param((NAMED, NUMBER), [("policy/full", "policy/hr", "number")], id="number"),
        pytest.param(
            (NAMED, known("policy/full", "Tenant Credit Act", "H.R. 412"), NUMBER, NUMBER),
            [("policy/full", "policy/hr", "number")],
            id="told-by-many-listed-once",
        ),
        pytest.param((FULL, known("policy/tcb", "TCB")), [], id="another-short-name"),
        pytest.param((SHORT, PROGRAM), [], id="the-short-name-of-nothing"),
        pytest.param((FULL, known("policy/full", "TCA")), [], id="one-already"),
        pytest.param((NAMED, known("policy/hr", "H.R. 413")), [], id="another-number"),
        pytest.param(
            (NAMED, known("policy/hr", "H.R. 412", day=date(2023, 5, 1))),
            [],
            id="number-of-another-congress",
        ),
        pytest.param((NUMBER, known("policy/hr2", "HR 412")), [], id="numbers-alone"),
        pytest.param(
            (known("policy/x", "Canal Trust Act", "TCA"), SHORT), [], id="no-initials-of-it"
        ),
    ],
)
def test_what_a_document_explains(
    policies: tuple[KnownPolicy, ...], expected: list[tuple[str, str, str]]
) -> None:
    assert pairs(*policies) == expected


def test_the_pair_quotes_the_document_that_explains() -> None:
    before = known("policy/full", "Tenant Credit Act", source="before.txt")
    (pair,) = explained_pairs((before, NAMED, NUMBER))
    assert (pair.first, pair.second) == (NAMED, NUMBER)


@pytest.mark.parametrize(
    ("name", "aliases", "expected"),
    [
        pytest.param("TCA", (), ("TCA",), id="short"),
        pytest.param("T.C.A.", ("TCA",), ("T.C.A.", "TCA"), id="two-spellings"),
        pytest.param("Tenant Credit Agency", ("TCA",), None, id="known-by-its-full-name"),
        pytest.param("Ohio", (), None, id="no-abbreviation"),
    ],
)
def test_an_organization_known_by_its_short_name_alone_may_be_a_policy(
    name: str, aliases: tuple[str, ...], expected: tuple[str, ...] | None
) -> None:
    found = known_short_name(
        organization(name, *aliases, kind=OrganizationKind.ORGANIZATION), quote="", source=""
    )
    assert (None if found is None else found.names) == expected


def test_policies_of_one_id_are_united_and_those_that_tell_nothing_left_out() -> None:
    late = known("policy/levy", "harbor levies", source="b.txt")
    early = known("policy/levy", "harbor levy", source="a.txt")
    (found,) = united((late, known("policy/bill.5", "the bill"), early))
    assert found == KnownPolicy(
        id=TargetId("policy/levy"),
        name="harbor levy",
        names=("harbor levies", "harbor levy"),
        is_target=True,
        quote="… harbor levy …",
        source="a.txt",
    )


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        pytest.param("ban on plastic bags", "prohibition of plastic bags", True, id="two-words"),
        pytest.param("Quiet Nights Rule", "regulation of noise at night", True, id="one-proper"),
        pytest.param("cuts to funding of 2 ports", "2 port cuts", True, id="one-number"),
        pytest.param("Clean Canals Act", "Clean Rivers Act", False, id="two-proper-names"),
        pytest.param("Canal Act of 2019", "Canal Act of 2023", False, id="years"),
        pytest.param("toll of $3", "toll of $5", False, id="amounts"),
        pytest.param("rent cap", "repeal of the rent cap", False, id="its-end"),
    ],
)
def test_what_may_be_one(first: str, second: str, *, expected: bool) -> None:
    one, other = known("policy/1", first), known("policy/2", second)
    assert (may_be_one(one, other), may_be_one(other, one)) == (expected, expected)


def test_a_policy_that_ends_another_is_not_the_same() -> None:
    levy = known("policy/levy", "harbor levy")
    stop = known("policy/stop", "harbor levy stop", negates="policy/levy")
    assert not may_be_one(levy, stop)
    assert not may_be_one(levy, levy)
