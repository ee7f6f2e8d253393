"""Which policy is meant."""

from __future__ import annotations

from datetime import date

import pytest

from graphkit.identity.bill_numbers import bill_key
from graphkit.identity.policies import policy_id
from tests.identity.examples import policy


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("Clean Canals Act", "policy/clean-canals-act", id="plain"),
        pytest.param("the Clean Canals Act", "policy/clean-canals-act", id="article"),
        pytest.param("clean canals act", "policy/clean-canals-act", id="case"),
        pytest.param("“Clean Canals” Act", "policy/clean-canals-act", id="quotation-marks"),
        pytest.param("Clean Canals Act (H.R. 12)", "policy/clean-canals-act", id="parentheses"),
        pytest.param("canal fees", "policy/canal-fee", id="plural-head"),
        pytest.param("fees on canal boats", "policy/fee-on-canal-boats", id="head-before-of"),
        pytest.param("family separation policies", "policy/family-separation-policy", id="ies"),
        pytest.param("Executive Order 13901", "policy/eo-13901", id="order"),
        pytest.param("E.O. 13901", "policy/eo-13901", id="order-in-short"),
        pytest.param("Directive 2031/92/EU", "policy/eu-directive-2031-92-eu", id="directive"),
        pytest.param("tenant evictions", "policy/tenant-eviction", id="noun-of-doing"),
        pytest.param("evicting tenants", "policy/tenant-eviction", id="gerund"),
        pytest.param("the eviction of tenants", "policy/tenant-eviction", id="of-doing"),
        pytest.param("practice of evicting tenants", "policy/tenant-eviction", id="practice-of"),
        pytest.param("cancelling canal fees", "policy/canal-fee-cancellation", id="two-spellings"),
        pytest.param("funding for schools", "policy/funding-for-schools", id="no-gerund"),
        pytest.param("HDR program", "policy/hdr", id="abbreviation-and-noun"),
        pytest.param("ferry program", "policy/ferry-program", id="no-abbreviation"),
        pytest.param(
            "Harbor Dredging Relief (HDR) program",
            "policy/harbor-dredging-relief-program",
            id="abbreviation-inside",
        ),
        pytest.param("Clean Canals Act of 2019", "policy/clean-canals-act-of-2019", id="year"),
        pytest.param("Medicaid bus", "policy/medicaid-bus", id="no-plural"),
        pytest.param("abortion", "policy/abortion", id="one-telling-word"),
        pytest.param("the proposed canal fee", "policy/canal-fee", id="proposed"),
        pytest.param("very same canal fees", "policy/canal-fee", id="two-that-tell-nothing"),
        pytest.param("the entire ban on boats", "policy/ban-on-boats", id="entire"),
        pytest.param("new canal fee", "policy/new-canal-fee", id="new-may-be-another"),
        pytest.param("federal canal fee", "policy/federal-canal-fee", id="federal-may-be-another"),
        pytest.param("Whole Child Act", "policy/whole-child-act", id="part-of-a-proper-name"),
        pytest.param("Important Canals Act", "policy/important-canals-act", id="proper-too"),
        pytest.param("the Canal Authority’s plan", "policy/canal-authority-plan", id="possessive"),
    ],
)
def test_policy_id(name: str, expected: str) -> None:
    assert policy_id(policy(name)) == expected


def test_a_bill_number_beside_the_name_changes_nothing() -> None:
    assert policy_id(policy("Clean Canals Act", "H.R. 12")) == "policy/clean-canals-act"


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        pytest.param("the bill", "policy/bill", id="noun"),
        pytest.param("the governor’s new plan", "policy/governor-new-plan", id="holder"),
        pytest.param("the", "policy/the", id="no-word-at-all"),
        pytest.param("the entire plan", "policy/plan", id="modifier"),
        pytest.param("whole", "policy/whole", id="modifier-alone"),
    ],
)
def test_a_name_that_tells_nothing_stays_in_its_document(name: str, stem: str) -> None:
    first, second = policy_id(policy(name, at=3)), policy_id(policy(name, at=60))
    assert first != second
    assert [i.partition(".")[0] for i in (first, second)] == [stem, stem]


def test_years_tell_two_acts_apart() -> None:
    assert policy_id(policy("Canal Act of 2019")) != policy_id(policy("Canal Act of 2023"))


@pytest.mark.parametrize(
    ("name", "day", "expected"),
    [
        pytest.param("H.R. 12", date(2019, 5, 1), "policy/hr-12.congress-116", id="first-year"),
        pytest.param("HR 12", date(2020, 5, 1), "policy/hr-12.congress-116", id="second-year"),
        pytest.param("H.R. 12", date(2021, 1, 2), "policy/hr-12.congress-116", id="last-day"),
        pytest.param("H.R. 12", date(2021, 1, 3), "policy/hr-12.congress-117", id="next"),
        pytest.param("Public Law 117-900", None, "policy/pl-117-900", id="once-for-all"),
    ],
)
def test_the_day_tells_of_which_congress_a_bill_is(
    name: str, day: date | None, expected: str
) -> None:
    assert policy_id(policy(name), day=day) == expected


@pytest.mark.parametrize("name", ["H.R. 12", "SB 5", "Measure C", "Executive Order 12"])
def test_a_number_that_others_have_too_stays_in_its_document(name: str) -> None:
    first, second = policy_id(policy(name, at=3)), policy_id(policy(name, at=60))
    assert first != second
    assert first.partition(".")[0] == second.partition(".")[0]


@pytest.mark.parametrize("name", ["Rule 5", "12", "Clean Canals Act of 2019", "SB", ""])
def test_other_names_are_no_numbers_of_bills(name: str) -> None:
    assert bill_key(name) is None
