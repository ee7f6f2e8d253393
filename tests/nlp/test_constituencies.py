"""Seats of offices, and the state that an earlier sentence named; nobody in these texts exists."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graphkit.nlp.annotations import actors_of
from graphkit.nlp.office_places import confidence_of
from graphkit.records import JurisdictionSource

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model

SEATS = [
    pytest.param("Rep. Ann Bee (TX-26) left.", "26th District", id="number-in-a-tag"),
    pytest.param("Rep. Ann Bee (D-OH-11) left.", "11th District", id="eleventh"),
    pytest.param("Rep. Ann Bee (AK-AL) left.", "At-Large District", id="at-large"),
    pytest.param("State Sen. Ann Bee (D-Austin) left.", "Austin", id="home-town"),
    pytest.param("Ann Bee MP (Lab, Elmbridge East) left.", "Elmbridge East", id="seat-in-a-tag"),
    pytest.param(
        "Ann Bee, the Labour MP for Elmbridge East, left.", "Elmbridge East", id="member-for"
    ),
    pytest.param(
        "Sir Tom Hale, Member of Parliament for Marlow and Thame, left.",
        "Marlow and Thame",
        id="two-places",
    ),
    pytest.param("U.S. Rep. Ann Bee of Ohio's 5th District left.", "5th District", id="of-a-state"),
    pytest.param(
        "Rep. Ann Bee, who represents the 5th Congressional District, left.",
        "5th Congressional District",
        id="represents",
    ),
    pytest.param("Councilwoman Ann Bee of the 2nd Ward left.", "2nd Ward", id="ward"),
    pytest.param("Rep. Ann Bee (D-TX) left.", None, id="a-state-is-no-seat"),
    pytest.param("Gov. Ann Bee of Ohio left for the 5th time.", None, id="no-district"),
    pytest.param("Ann Bee, MP for a day, left.", None, id="for-a-day"),
    pytest.param("Mayor Ann Bee (D) asked the MP for Marlow to leave.", None, id="somebody-else"),
    pytest.param("Rep. Ann Bee left the district court.", None, id="a-court"),
]
BEFORE = [
    pytest.param(
        "Lawmakers met in Ohio. They asked the state's attorney general, Ann Bee.",
        ("Ohio", JurisdictionSource.NAMED_BEFORE, 0.5),
        id="named-last",
    ),
    pytest.param(
        "Wages fell in Ohio and Iowa. The state's governor, Ann Bee, left.",
        (None, None, None),
        id="two-leave-it-open",
    ),
    pytest.param(
        "Lawmakers met in Ohio. The nation's attorney general, Ann Bee, left.",
        (None, None, None),
        id="not-of-a-state",
    ),
    pytest.param(
        "Lawmakers met in the hall. The state's attorney general, Ann Bee, left Ohio.",
        (None, None, None),
        id="named-later",
    ),
]


@pytest.mark.parametrize(("text", "seat"), SEATS)
def test_seat(nlp: Language, text: str, seat: str | None) -> None:
    tenures = [t for a in actors_of(nlp(text)) for t in a.tenures]
    assert [t.constituency for t in tenures] == [seat]


@pytest.mark.parametrize(("text", "told"), BEFORE)
def test_state_named_before(
    nlp: Language, text: str, told: tuple[str | None, JurisdictionSource | None, float | None]
) -> None:
    (tenure,) = [t for a in actors_of(nlp(text)) for t in a.tenures]
    source = tenure.jurisdiction_source
    assert (tenure.jurisdiction, source, confidence_of(source)) == told
