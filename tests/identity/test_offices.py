"""Which office is meant."""

from __future__ import annotations

import pytest

from graphkit.identity import office_family, place_slug


@pytest.mark.parametrize(
    ("office", "family"),
    [
        pytest.param("Attorney General", "attorney-general", id="plain"),
        pytest.param("acting Attorney General", "attorney-general", id="acting"),
        pytest.param("Governor-elect", "governor", id="elect"),
        pytest.param("Congresswoman", "us-representative", id="another-name"),
        pytest.param("U.S. Senator", "us-senator", id="dots"),
        pytest.param("State Senator", "state-senator", id="another-house-is-another-office"),
        pytest.param("Lieutenant Governor", "lieutenant-governor", id="deputy-is-another-office"),
        pytest.param("Candidate", "candidate", id="nothing-but-a-status"),
    ],
)
def test_office_family(office: str, family: str) -> None:
    assert office_family(office) == family


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        pytest.param("Ohio", "ohio", id="plain"),
        pytest.param("State of Ohio", "ohio", id="state-of"),
        pytest.param("the Commonwealth of Virginia", "virginia", id="commonwealth"),
        pytest.param("U.S.", "united-states", id="abbreviation"),
        pytest.param("the United States of America", "united-states", id="long-form"),
        pytest.param("New Mexico", "new-mexico", id="two-words"),
        pytest.param("N.M.", "new-mexico", id="newspaper-abbreviation"),
        pytest.param("W.Va.", "west-virginia", id="mixed-abbreviation"),
        pytest.param("KY", "kentucky", id="postal-letters"),
        pytest.param("Kansas City", "kansas-city", id="a-city-with-a-state-in-its-name"),
        pytest.param("City of Toledo", "city-of-toledo", id="a-city-is-not-its-namesake"),
        pytest.param("Virgin Islands", "virgin-islands", id="territory"),
    ],
)
def test_place_slug(place: str, expected: str) -> None:
    assert place_slug(place) == expected
