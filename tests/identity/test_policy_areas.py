"""To which area a policy belongs."""

from __future__ import annotations

import pytest

from graphkit.identity.policy_areas import policy_area
from graphkit.records import PolicyArea
from graphkit.resources import read_data


@pytest.mark.parametrize(
    ("names", "area"),
    [
        pytest.param(["Rural Schools Act"], PolicyArea.EDUCATION, id="plural"),
        pytest.param(["Quiet Act", "bill on bump stocks"], PolicyArea.LAW_AND_CRIME, id="alias"),
        pytest.param(["farm wage rule"], None, id="two-areas"),
        pytest.param(["gas tax"], PolicyArea.TRANSPORTATION, id="two-words"),
        pytest.param(["student loan relief"], PolicyArea.EDUCATION, id="longest-phrase"),
        pytest.param(["the bill"], None, id="no-area"),
        pytest.param(["banker\u2019s oath"], None, id="no-part-of-a-word"),
        pytest.param([""], None, id="empty"),
        pytest.param([], None, id="no-name"),
    ],
)
def test_policy_area(names: list[str], area: PolicyArea | None) -> None:
    assert policy_area(names) is area


def test_each_area_has_words() -> None:
    rows = read_data("policy_areas.tsv").splitlines()
    assert {row.split("\t")[1] for row in rows if not row.startswith(("#", "words"))} == {
        area.value for area in PolicyArea
    }
