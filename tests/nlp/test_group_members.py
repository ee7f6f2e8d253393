"""Whom the text names of a group; all people are fictional."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graphkit.nlp.annotations import actors_of
from graphkit.nlp.gate import fellows_of
from graphkit.records import EntityKind

if TYPE_CHECKING:
    from spacy.language import Language

BOTH = ["Ann Bee", "Paul Reed"]


@pytest.mark.parametrize(
    ("text", "expected", "unknown"),
    [
        pytest.param(
            "A coalition of 12 mayors, including Ann Bee and Paul Reed, sued the mill.",
            BOTH,
            10,
            id="including",
        ),
        pytest.param(
            "Five Republican senators, among them Ann Bee and Paul Reed, voted for the toll.",
            BOTH,
            3,
            id="among-them",
        ),
        pytest.param(
            "Two Republican senators — Ann Bee of Ohio and Paul Reed of Utah — opposed the toll.",
            BOTH,
            0,
            id="dashes",
        ),
        pytest.param(
            "Three states (Ohio, Utah and Maine) sued the mill.",
            ["Maine", "Ohio", "Utah"],
            0,
            id="brackets",
        ),
        pytest.param(
            "Ohio, Utah and 15 other states sued the mill.",
            ["Ohio", "Utah"],
            15,
            id="places-and-others",
        ),
        pytest.param(
            "GOP hawks such as Sens. Ann Bee and Paul Reed opposed the treaty.",
            BOTH,
            None,
            id="uncounted",
        ),
        pytest.param(
            "Rep. Ann Bee and her colleagues urged the agency to act.",
            ["Ann Bee"],
            None,
            id="leader-and-colleagues",
        ),
        pytest.param("Three mayors told Ann Bee that the toll is dead.", [], 3, id="told"),
        pytest.param("Three mayors (Ann Bee was ill) opposed the toll.", [], 3, id="aside"),
        pytest.param(
            "Twelve mayors opposed the toll. Ann Bee did not.", [], 12, id="next-sentence"
        ),
        pytest.param(
            "Ann Bee, Paul Reed and 10 other mayors signed a letter against the toll.",
            [],
            10,
            id="others-than-the-named",
        ),
    ],
)
def test_members(nlp: Language, text: str, expected: list[str], unknown: int | None) -> None:
    actors = actors_of(nlp(text))
    (group,) = (a for a in actors if a.kind is EntityKind.GROUP)
    named = sorted(actors[place].name for place in group.members)
    left = None if group.count is None else group.count - len(named)
    assert (named, left) == (expected, unknown)


def test_others_are_not_those_named_before(nlp: Language) -> None:
    doc = nlp("Ann Bee, Paul Reed and 10 other mayors signed a letter against the toll.")
    (place,) = (p for p, a in enumerate(actors_of(doc)) if a.kind is EntityKind.GROUP)
    assert fellows_of(doc, place) == ()
