"""Groups: counted, of a party or side, unnamed; all people are fictional."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graphkit.nlp.annotations import actors_of
from graphkit.nlp.numbers import quantity_at
from graphkit.records import EntityKind

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

Row = tuple[str, int | None, str | None, str | None]


def groups(doc: Doc) -> list[Row]:
    """Return name, count, modifier and party of each group."""
    return [
        (a.name, a.count, a.count_modifier, a.party)
        for a in actors_of(doc)
        if a.kind is EntityKind.GROUP
    ]


CASES = [
    pytest.param(
        "17 Democratic treasurers signed the letter.",
        [("17 Democratic treasurers", 17, None, "Democratic")],
        id="figure",
    ),
    pytest.param(
        "More than 30 former judges signed the letter.",
        [("More than 30 former judges", 30, "more than", None)],
        id="modifier",
    ),
    pytest.param(
        "Thirty-four Senate Republicans opposed the bill.",
        [("Thirty-four Senate Republicans", 34, None, "Republican")],
        id="number-word",
    ),
    pytest.param(
        "Nearly two dozen states sued the agency.",
        [("Nearly two dozen states", 24, "nearly", None)],
        id="dozens",
    ),
    pytest.param(
        "Rep. Ada Wren led 58 of her colleagues in a letter.",
        [("58 of her colleagues", 58, None, None)],
        id="of-her-colleagues",
    ),
    pytest.param(
        "A bipartisan coalition of 23 mayors sued the agency.",
        [("bipartisan coalition of 23 mayors", 23, None, None)],
        id="coalition",
    ),
    pytest.param(
        "The law tells him to name two senators and five mayors.",
        [("two senators and five mayors", 7, None, None)],
        id="sum",
    ),
    pytest.param(
        "Nevada and 15 other states sued the agency.",
        [("Nevada and 15 other states", 16, None, None)],
        id="place-and-others",
    ),
    pytest.param(
        "Several House Republicans opposed the plan.",
        [("Several House Republicans", None, "several", "Republican")],
        id="vague",
    ),
    pytest.param(
        "Critics said the harbor plan would fail.", [("Critics", None, None, None)], id="side"
    ),
    pytest.param(
        "Rep. Ada Wren and her colleagues urged the agency to act.",
        [("Rep. Ada Wren and her colleagues", None, None, None)],
        id="leader-and-colleagues",
    ),
    pytest.param(
        "A council aide said the plan would fail.",
        [("council aide", 1, None, None)],
        id="unnamed-source",
    ),
    pytest.param(
        "The letter was led by Rep. Ada Wren. The members wrote that the fee was wrong.",
        [("members", None, None, None)],
        id="definite-without-a-group-before",
    ),
    pytest.param("The mill lost 12 workers in May.", [], id="crowd-that-holds-no-view"),
    pytest.param("The town has 14 bridges.", [], id="things"),
    pytest.param("The Democrats' nominee lost.", [], id="possessor"),
    pytest.param("He is one of the senators.", [], id="one-of"),
    pytest.param("The House of Representatives met.", [], id="name-of-a-chamber"),
    pytest.param("All of them are senators.", [], id="predicate"),
    pytest.param("He said, “Companies fight for senators.”", [], id="quoted-talk"),
    pytest.param("Small businesses are closed on Sunday.", [], id="uncounted-bodies"),
    pytest.param("Council aide Paul Reed said no.", [], id="named-source"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_groups(nlp: Language, text: str, expected: list[Row]) -> None:
    assert groups(nlp(text)) == expected


def test_a_group_taken_up_again_is_one_actor(nlp: Language) -> None:
    doc = nlp("A coalition of 12 mayors sued. The mayors said no. The coalition won.")
    (actor,) = (a for a in actors_of(doc) if a.kind is EntityKind.GROUP)
    assert [doc[r.start : r.end].text for r in actor.references] == ["The mayors", "The coalition"]


def test_two_numbers_are_two_groups(nlp: Language) -> None:
    doc = nlp("21 mayors signed a letter. In another letter 30 former mayors urged a vote.")
    assert [count for _, count, _, _ in groups(doc)] == [21, 30]


def test_the_role_is_the_phrase_without_its_number(nlp: Language) -> None:
    doc = nlp("More than 30 former judges signed the letter.")
    (actor,) = (a for a in actors_of(doc) if a.kind is EntityKind.GROUP)
    assert actor.role == "former judges"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("21 mayors", (21, None), id="figure"),
        pytest.param("1,200 voters", (1200, None), id="thousands"),
        pytest.param("thirty-four mayors", (34, None), id="ten-and-unit"),
        pytest.param("a dozen mayors", (12, None), id="a-dozen"),
        pytest.param("more than a dozen mayors", (12, "more than"), id="modifier-and-dozen"),
        pytest.param(
            "hundreds of thousands of voters", (None, "hundreds of thousands of"), id="vague"
        ),
        pytest.param("both parties", (2, None), id="both"),
        pytest.param("2.5 mayors", None, id="no-whole-number"),
        pytest.param("the mayors", None, id="article"),
        pytest.param("more mayors", None, id="comparison"),
    ],
)
def test_quantities(
    nlp: Language, text: str, expected: tuple[int | None, str | None] | None
) -> None:
    doc = nlp.make_doc(text)
    found = quantity_at(doc, 0, len(doc))
    assert (found and (found.count, found.modifier)) == expected
