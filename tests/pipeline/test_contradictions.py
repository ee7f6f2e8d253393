"""Stances of one text on both sides of a policy."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from graphkit.pipeline.contradictions import with_turns
from graphkit.pipeline.explaining import explanation_of
from graphkit.records import Polarity
from tests.rdf.turning import Said, text

FOR, AGAINST, NEITHER = Polarity.SUPPORTS, Polarity.OPPOSES, Polarity.NEUTRAL
END = {"policy": "repeal of the act", "ends": "Harbor Act"}


@pytest.mark.parametrize(
    ("said", "days", "told"),
    [
        pytest.param(
            (Said(polarity=FOR), Said(polarity=AGAINST)), (4, 5), [(2, (), ()), (None, (1,), ())],
            id="turned",
        ),
        pytest.param(
            (Said(polarity=FOR), Said(polarity=AGAINST)), (5, 4), [(None, (2,), ()), (1, (), ())],
            id="turned-before-in-the-text",
        ),
        pytest.param(
            (Said(polarity=FOR), Said(polarity=AGAINST)), (4, 4),
            [(None, (), (2,)), (None, (), (1,))],
            id="one-day",
        ),
        pytest.param(
            (Said(polarity=FOR), Said(polarity=FOR, **END)), (4, 4),  # type: ignore[arg-type]
            [(None, (), (2,)), (None, (), (1,))],
            id="support-of-its-end",
        ),
        pytest.param(
            (Said(polarity=FOR), Said(polarity=AGAINST, **END)), (4, 4),  # type: ignore[arg-type]
            [(None, (), ()), (None, (), ())],
            id="against-its-end",
        ),
        pytest.param(
            (Said(polarity=FOR), Said(polarity=NEITHER)), (4, 5),
            [(None, (), ()), (None, (), ())],
            id="neutral",
        ),
        pytest.param(
            (Said(polarity=FOR), Said(polarity=AGAINST, sure=0.2)), (4, 5),
            [(None, (), ()), (None, (), ())],
            id="uncertain",
        ),
        pytest.param(
            (Said(polarity=FOR), Said(polarity=AGAINST, by="Tam Reedham")), (4, 5),
            [(None, (), ()), (None, (), ())],
            id="another-holder",
        ),
    ],
)  # fmt: skip
def test_stances_know_those_on_the_other_side(
    said: tuple[Said, ...],
    days: tuple[int, ...],
    told: list[tuple[int | None, tuple[int, ...], tuple[int, ...]]],
) -> None:
    document, extraction = text("2031-03-04", *said)
    stances = tuple(
        replace(stance, stated_on=date(2031, 3, day))
        for stance, day in zip(extraction.stances, days, strict=True)
    )
    whole = explanation_of(document, replace(extraction, stances=stances))
    found = with_turns(whole.stances, extraction, min_confidence=0.4)
    assert [(s.superseded_by, s.supersedes, s.conflicts_with) for s in found] == told
