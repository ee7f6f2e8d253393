"""Groups: counted, of a party or side, unnamed; all people are fictional."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graphkit.nlp.annotations import actors_of
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
    pytest.param(
        "Half of the 50 Senate Democrats opposed the bill.",
        [("Half of the 50 Senate Democrats", 25, None, "Democratic")],
        id="half-of-a-number",
    ),
    pytest.param(
        "Ohio, Utah and 15 other states sued the agency.",
        [("Ohio, Utah and 15 other states", 17, None, None)],
        id="places-and-others",
    ),
    pytest.param(
        "Ohio, joined by 15 other states, sued the agency.",
        [("15 other states", 15, None, None)],
        id="joined-by",
    ),
    pytest.param(
        "All but three of the 25 mayors signed the letter.",
        [("All but three of the 25 mayors", 22, None, None)],
        id="all-but",
    ),
    pytest.param(
        "Thirty-three Democrats and one independent backed the toll.",
        [("Thirty-three Democrats and one independent", 34, None, None)],
        id="and-one-more",
    ),
    pytest.param(
        "Fifty of the nation's top judges signed the letter.",
        [("Fifty of the nation's top judges", 50, None, None)],
        id="whose-they-are",
    ),
    pytest.param(
        "The Gang of Eight wrote the bill.",
        [("Gang of Eight", 8, None, None)],
        id="known-by-number",
    ),
    pytest.param(
        "A three-judge panel upheld the toll.",
        [("three-judge panel", 3, None, None)],
        id="number-of-members",
    ),
    pytest.param(
        "Four in 10 voters oppose the toll.",
        [("Four in 10 voters", None, "four in 10", None)],
        id="share",
    ),
    pytest.param(
        "House Democrats and Republicans passed the bill.",
        [("House Democrats and Republicans", None, None, None)],
        id="two-parties-under-one-word",
    ),
    pytest.param(
        "Current and former aides said the plan was dead.",
        [("Current and former aides", None, None, None)],
        id="joined-adjectives",
    ),
    pytest.param(
        "Many rank-and-file members oppose the toll.",
        [("Many rank-and-file members", None, "many", None)],
        id="hyphens",
    ),
    pytest.param(
        "Gov. Ada Wren is late. Wren supporters said the plan was dead.",
        [("Wren supporters", None, None, None)],
        id="name-before",
    ),
    pytest.param(
        "Owners who live on the river oppose the toll.",
        [("Owners who live on the river", None, None, None)],
        id="clause-that-restricts",
    ),
    pytest.param(
        "Senators opposed to the toll walked out.",
        [("Senators opposed to the toll", None, None, None)],
        id="adjective-behind",
    ),
    pytest.param(
        "Some Republicans, who met on Monday, opposed the toll.",
        [("Some Republicans", None, "some", "Republican")],
        id="clause-that-adds",
    ),
    pytest.param(
        "Anglers rallied at the dam.", [("Anglers", None, None, None)], id="deed-of-a-crowd"
    ),
    pytest.param(
        "The toll drew opposition from growers.",
        [("growers", None, None, None)],
        id="source-of-a-view",
    ),
    pytest.param(
        "Unions have voiced concern about the toll.",
        [("Unions", None, None, None)],
        id="view-as-an-object",
    ),
    pytest.param(
        "The gun lobby said the toll is unfair.",
        [("gun lobby", None, None, None)],
        id="collective",
    ),
    pytest.param(
        "A group of anglers, teachers and unions sued the town.",
        [("group of anglers, teachers and unions", None, None, None)],
        id="list-under-a-collective",
    ),
    pytest.param(
        "Many unions, businesses and other groups oppose the toll.",
        [("Many unions, businesses and other groups", None, "many", None)],
        id="list-under-many",
    ),
    pytest.param(
        "Unions, mayors and anglers oppose the toll.",
        [
            ("Unions", None, None, None),
            ("mayors", None, None, None),
            ("anglers", None, None, None),
        ],
        id="list-of-its-own",
    ),
    pytest.param(
        "He said, “Wren and her allies killed the plan.”",
        [("her allies", None, None, None)],
        id="side-in-quoted-talk",
    ),
    pytest.param(
        "According to growers, the toll is unfair.",
        [("growers", None, None, None)],
        id="according-to",
    ),
    pytest.param(
        "The mayor met three members of a group of young lawmakers.",
        [("three members of a group of young lawmakers", 3, None, None)],
        id="group-inside-a-group",
    ),
    pytest.param(
        "The dam has stirred debate between opponents of cheap power and free-river supporters.",
        [
            ("opponents of cheap power", None, None, None),
            ("free-river supporters", None, None, None),
        ],
        id="two-sides-joined",
    ),
    pytest.param(
        "Supporters of two competing harbor bills said the toll was dead.",
        [("Supporters of two competing harbor bills", None, None, None)],
        id="participle-inside-a-phrase",
    ),
    pytest.param(
        "The new law forced growers to pay, and growers sued the town.",
        [("growers", None, None, None)],
        id="made-to-and-then-did",
    ),
    pytest.param(
        "There are two bridges and six Ohio lawmakers who lean no.",
        [("six Ohio lawmakers", 6, None, None)],
        id="who-there-is",
    ),
    pytest.param("The bill would allow growers to sue the town.", [], id="only-allowed"),
    pytest.param("The plan lets unions challenge the toll.", [], id="only-let"),
    pytest.param("Reed won in Ohio and Utah, two river states.", [], id="named-states"),
    pytest.param("Reed signed more bills than his two deputies.", [], id="measured-by"),
    pytest.param("Reed named his successors in May.", [], id="those-who-follow"),
    pytest.param("An angry strategist, Paul Reed, said no.", [], id="unnamed-and-then-named"),
    pytest.param("The five-member board has two members.", [], id="board-that-does-nothing"),
    pytest.param("Doctors added salt to the water.", [], id="verb-of-saying-with-a-thing"),
    pytest.param("He is among the most vocal critics.", [], id="predicate-with-among"),
    pytest.param("Call your senators today.", [], id="your"),
    pytest.param("Anglers slept at the dam.", [], id="crowd-that-does-nothing-political"),
    pytest.param("Paul Reed, a council aide, said no.", [], id="description-of-a-person"),
    pytest.param("Ada Wren of Friends of the Harbor said no.", [], id="part-of-a-name"),
    pytest.param("The 55-year-old voters stayed home.", [], id="age"),
    pytest.param("The town, whose mayors sued, is broke.", [], id="whose"),
    pytest.param("Reed faced critics.", [], id="those-one-faces"),
    pytest.param("Police said the man was hurt.", [], id="institution"),
    pytest.param("The court upheld the toll.", [], id="one-institution-again"),
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
