from __future__ import annotations

import pytest

from graphkit.analysis import project_conflict, project_congruence, rank_pairs
from tests.analysis.examples import (
    FARES,
    MARLOWE,
    NOISE,
    OKAFOR,
    OPPOSES,
    SUPPORTS,
    Row,
    demo_positions,
    entity,
    make_positions,
)


def test_the_most_opposed_come_first_with_what_they_differ_on() -> None:
    positions = demo_positions()
    first = rank_pairs(project_conflict(positions), limit=1)[0]
    assert (first.first, first.second, first.weight) == (MARLOWE, OKAFOR, 2)
    assert (first.first_label, first.second_label) == ("Inés Marlowe", "Tunde Okafor")
    assert first.policies == (FARES, NOISE)
    assert first.policy_labels == ("ferry fare plan", "night noise rule")
    expected = {
        stance.id
        for stance in positions.stances
        if stance.holder in {MARLOWE, OKAFOR} and stance.target in {FARES, NOISE}
    }
    assert set(first.stances) == expected


def test_ties_are_broken_by_label_not_by_id() -> None:
    people = [entity("person/1", "Zoe"), entity("person/2", "Ada"), entity("person/3", "Mia")]
    drawn = [Row(person.id, SUPPORTS, "policy/p") for person in people]
    ranked = rank_pairs(project_congruence(make_positions(drawn, entities=people)), limit=9)
    assert [(pair.first_label, pair.second_label) for pair in ranked] == [
        ("Ada", "Mia"),
        ("Ada", "Zoe"),
        ("Mia", "Zoe"),
    ]
    assert (ranked[0].first, ranked[0].second) == ("person/2", "person/3")


@pytest.mark.parametrize("limit", [0, 1, 5])
def test_no_more_than_the_limit(limit: int) -> None:
    ranked = rank_pairs(project_conflict(demo_positions()), limit=limit)
    assert len(ranked) == limit


def test_without_a_tie_there_is_no_pair() -> None:
    drawn = [Row("person/a", SUPPORTS, "policy/p"), Row("person/b", OPPOSES, "policy/q")]
    assert rank_pairs(project_conflict(make_positions(drawn)), limit=3) == ()


def test_a_negative_limit_is_refused() -> None:
    with pytest.raises(ValueError, match="limit -1 is below 0"):
        rank_pairs(project_conflict(demo_positions()), limit=-1)
