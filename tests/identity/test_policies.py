"""Which policy is meant."""

from __future__ import annotations

import pytest

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
        pytest.param("H.R. 12", "policy/hr-12", id="bill-number"),
        pytest.param("Clean Canals Act of 2019", "policy/clean-canals-act-of-2019", id="year"),
        pytest.param("Medicaid bus", "policy/medicaid-bus", id="no-plural"),
        pytest.param("abortion", "policy/abortion", id="one-telling-word"),
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
    ],
)
def test_a_name_that_tells_nothing_stays_in_its_document(name: str, stem: str) -> None:
    first, second = policy_id(policy(name, at=3)), policy_id(policy(name, at=60))
    assert first != second
    assert [i.partition(".")[0] for i in (first, second)] == [stem, stem]


def test_years_tell_two_acts_apart() -> None:
    assert policy_id(policy("Canal Act of 2019")) != policy_id(policy("Canal Act of 2023"))
