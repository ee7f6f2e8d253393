from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graphkit.nlp.annotations import stances_of
from graphkit.records import DEFAULT_MIN_CONFIDENCE
from tests.nlp.stands import stands

if TYPE_CHECKING:
    from spacy.language import Language

    from tests.nlp.stands import Plain

pytestmark = pytest.mark.model

CASES = [
    pytest.param(
        "Ohio and Iowa filed a harbor lawsuit against Acme Corp. on Monday.",
        {("Ohio", "opposes", "Acme Corp."), ("Iowa", "opposes", "Acme Corp.")},
        id="whom-a-suit-is-against",
    ),
    pytest.param(
        "Sen. Ann Bee opposes the Senate version of the Canal Act.",
        {("Ann Bee", "opposes", "Canal Act")},
        id="a-version-of-the-act",
    ),
    pytest.param(
        "Sen. Ann Bee opposes any form of amnesty.",
        {("Ann Bee", "opposes", "amnesty")},
        id="any-form-of-it",
    ),
    pytest.param(
        "Sen. Ann Bee supports the water fee.",
        {("Ann Bee", "supports", "water fee")},
        id="cue",
    ),
    pytest.param(
        "Sen. Ann Bee is not against the water fee.",
        {("Ann Bee", "supports", "water fee")},
        id="denied-at-the-verb-above",
    ),
    pytest.param(
        "Sen. Ann Bee is not for the water fee.",
        {("Ann Bee", "opposes", "water fee")},
        id="not-for",
    ),
    pytest.param(
        "Mayor Ann Bee has doubts that the council should adopt the canal fee.",
        {("Ann Bee", "opposes", "canal fee")},
        id="what-is-doubted-is-not-demanded",
    ),
    pytest.param(
        "Attorney General Ann Bee joined a lawsuit against Acme Corporation.",
        {("Ann Bee", "opposes", "Acme Corporation")},
        id="a-suit-against-a-firm-is-not-what-is-opposed",
    ),
    pytest.param(
        "Sen. Ann Bee spoke on Monday. She opposes the water fee.",
        {("Ann Bee", "opposes", "water fee")},
        id="pronoun-holder",
    ),
    pytest.param(
        "“I will never support the water fee,” Sen. Ann Bee said.",
        {("Ann Bee", "opposes", "water fee")},
        id="first-person-in-a-quotation",
    ),
    pytest.param(
        "“These mass sackings are an attack on every ferryman,” Sen. Ann Bee said.",
        {("Ann Bee", "opposes", "mass sackings")},
        id="judgement-on-no-policy",
    ),
    pytest.param(
        "“Mayor Carl Dee is a disgrace,” Sen. Ann Bee said.",
        {("Ann Bee", "opposes", "Carl Dee")},
        id="judgement-on-a-person",
    ),
    pytest.param(
        "“Mayor Carl Dee deceived the ferrymen,” Sen. Ann Bee said.",
        {("Ann Bee", "opposes", "Carl Dee")},
        id="conduct",
    ),
    pytest.param(
        "“Mayor Carl Dee helps the ferrymen,” Sen. Ann Bee said.", set(), id="good-deed-in-passing"
    ),
    pytest.param("Mayor Carl Dee deceived the ferrymen.", set(), id="conduct-that-nobody-blames"),
    pytest.param(
        "“I asked whether Mayor Carl Dee lied,” Sen. Ann Bee said.", set(), id="conduct-in-question"
    ),
    pytest.param(
        "The water fee starts in June. “The water fee is cruel,” Sen. Ann Bee said.",
        {("Ann Bee", "opposes", "water fee")},
        id="judgement-in-a-quotation",
    ),
    pytest.param(
        "The water fee starts in June. Sen. Ann Bee called the move reckless.",
        {("Ann Bee", "opposes", "water fee")},
        id="judgement-with-verb-of-naming",
    ),
    pytest.param(
        "Sen. Ann Bee and Gov. Cy Dee condemned the curfew order.",
        {("Ann Bee", "opposes", "curfew order"), ("Cy Dee", "opposes", "curfew order")},
        id="two-holders",
    ),
    pytest.param(
        "Sen. Ann Bee urged the board to repeal the curfew order.",
        {("Ann Bee", "opposes", "curfew order")},
        id="asked-to-repeal",
    ),
    pytest.param(
        "Sen. Ann Bee urged the court to reverse a ruling that blocked the curfew order.",
        {("Ann Bee", "supports", "curfew order")},
        id="a-ruling-that-blocked",
    ),
    pytest.param(
        "Sen. Ann Bee urged the court to affirm a decision that struck down the curfew order.",
        {("Ann Bee", "opposes", "curfew order")},
        id="a-decision-that-struck-down",
    ),
    pytest.param(
        "Sen. Ann Bee praised Gov. Cy Dee.", {("Ann Bee", "supports", "Cy Dee")}, id="person"
    ),
    pytest.param(
        "All Democrats, along with nine Republicans, backed the water fee.",
        {("All Democrats", "supports", "water fee"), ("nine Republicans", "supports", "water fee")},
        id="companions",
    ),
    pytest.param(
        "Sen. Ann Bee voted for the water fee, as did Sen. Cy Dee.",
        {("Ann Bee", "supports", "water fee"), ("Cy Dee", "supports", "water fee")},
        id="as-did",
    ),
    pytest.param(
        "Six states sued the agency over the water fee. Gov. Ann Bee backed the lawsuit.",
        {("Six states", "opposes", "water fee"), ("Ann Bee", "opposes", "water fee")},
        id="backing-a-suit-is-opposing-its-target",
    ),
    pytest.param(
        "The water fee starts in June. Critics say it costs too much.",
        {("Critics", "opposes", "water fee")},
        id="bare-critics",
    ),
    pytest.param(
        "Sen. Ann Bee wants the water fee gone. Sen. Cy Dee backed the repeal.",
        {("Cy Dee", "opposes", "water fee")},
        id="the-repeal-of-what-was-spoken-of",
    ),
    pytest.param(
        "Sen. Ann Bee no longer supports the water fee.",
        {("Ann Bee", "opposes", "water fee")},
        id="no-longer",
    ),
    pytest.param(
        "Sen. Ann Bee said the water fee should end.",
        {("Ann Bee", "opposes", "water fee")},
        id="should-end",
    ),
    pytest.param(
        "“They refuse to fund the water plan,” Sen. Ann Bee said.",
        {("Ann Bee", "supports", "water plan")},
        id="blamed-for-not-doing",
    ),
    pytest.param(
        "The Farm Union said it would fight the water fee.",
        {("Farm Union", "opposes", "water fee")},
        id="a-body-speaks-of-itself",
    ),
    pytest.param(
        "Sen. Ann Bee sent a letter to the board urging it to repeal the water fee.",
        {("Ann Bee", "opposes", "water fee")},
        id="letter",
    ),
    pytest.param(
        "All but two Democrats voted for the water fee.",
        {("All but two Democrats", "supports", "water fee")},
        id="all-but",
    ),
    pytest.param("If Sen. Ann Bee backs the water fee, it will pass.", set(), id="if"),
    pytest.param("Sen. Ann Bee read the lawsuit over the water fee.", set(), id="read-a-suit"),
    pytest.param("There is no law that helps Sen. Ann Bee.", set(), id="no-law"),
    pytest.param("Sen. Ann Bee met Gov. Cy Dee.", set(), id="met"),
    pytest.param("Sen. Ann Bee read the water plan.", set(), id="read"),
    pytest.param("The water fee is cruel.", set(), id="author-judges"),
    pytest.param(
        "Sen. Ann Bee said the board would discuss the water fee.", set(), id="reported-fact"
    ),
    pytest.param("Sen. Ann Bee may support the water fee.", set(), id="may"),
    pytest.param("Did Sen. Ann Bee like the fair?", set(), id="question"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_stances(nlp: Language, text: str, expected: set[Plain]) -> None:
    assert stands(nlp(text), at_least=DEFAULT_MIN_CONFIDENCE) == expected


def test_evidence_runs_from_holder_to_target(nlp: Language) -> None:
    doc = nlp("On Monday Sen. Ann Bee denounced the water fee in Ohio.")
    (stance,) = stances_of(doc)
    tokens, _ = stance.evidence[0]
    assert doc[tokens.start : tokens.end].text == "Ann Bee denounced the water fee"


def test_repeated_stances_are_one_with_all_evidence(nlp: Language) -> None:
    doc = nlp("Sen. Ann Bee opposes the water fee. Bee condemned the water fee on Monday.")
    (stance,) = stances_of(doc)
    assert len(stance.evidence) == 2


def test_evidence_holds_the_word_that_turns_the_sign(nlp: Language) -> None:
    doc = nlp("“Ending the water fee would be a mistake,” Sen. Ann Bee said.")
    (stance,) = stances_of(doc)
    tokens, _ = stance.evidence[0]
    assert doc[tokens.start : tokens.end].text == "Ending the water fee would be a mistake"
