from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graphkit.nlp.cue_table import STRENGTHS
from graphkit.nlp.cues import find_frames
from tests.nlp.frames import Plain, plain

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model

CASES = [
    pytest.param(
        "The farmers back the water fee.", {("farmers", "supports", "water fee")}, id="verb"
    ),
    pytest.param(
        "The mayor and the sheriff condemned the curfew.",
        {("mayor+sheriff", "opposes", "curfew")},
        id="coordinated-holders",
    ),
    pytest.param(
        "The curfew was denounced by the sheriff.", {("sheriff", "opposes", "curfew")}, id="passive"
    ),
    pytest.param(
        "The farmers do not support the water fee.",
        {("farmers", "opposes", "water fee")},
        id="negated",
    ),
    pytest.param(
        "They urged Congress to repeal the tariff.", {("They", "opposes", "tariff")}, id="inverter"
    ),
    pytest.param(
        "The coalition called for an end to the curfew.",
        {("coalition", "opposes", "curfew")},
        id="inverting-noun",
    ),
    pytest.param("Bee voted against the levy.", {("Bee", "opposes", "levy")}, id="preposition"),
    pytest.param(
        "The mayor voiced opposition to the plan.",
        {("mayor", "opposes", "plan")},
        id="noun-with-light-verb",
    ),
    pytest.param(
        "Critics of the levy met on Monday.", {("Critics", "opposes", "levy")}, id="role-noun"
    ),
    pytest.param(
        "The sheriff is opposed to the curfew.",
        {("sheriff", "opposes", "curfew")},
        id="adjective",
    ),
    pytest.param(
        "The governor said the council should not approve the levy.",
        {("governor", "opposes", "levy")},
        id="deontic-clause",
    ),
    pytest.param(
        "The sheriff excoriated the curfew.", {("sheriff", "opposes", "curfew")}, id="harsh-verb"
    ),
    pytest.param(
        "The bakers railed and lashed out at the levy.",
        {("bakers", "opposes", "levy")},
        id="phrasal-verb",
    ),
    pytest.param(
        "The mayor thanked the sheriff.", {("mayor", "supports", "sheriff")}, id="deed-to-an-actor"
    ),
    pytest.param("The council never approved the levy.", set(), id="not-done-is-not-refused"),
    pytest.param("The bakers asked for information about the levy.", set(), id="enquiry"),
    pytest.param(
        "The bakers took aim at the levy.", {("bakers", "opposes", "levy")}, id="aim-taken"
    ),
    pytest.param("The bakers lashed the crates.", set(), id="verb-without-its-particle"),
    pytest.param("The mayor took the bus.", set(), id="light-verb-alone"),
    pytest.param("The farmers met the mayor on Monday.", set(), id="no-cue"),
    pytest.param("The council might approve the levy.", set(), id="only-possible"),
    pytest.param("The letter arrived on Monday.", set(), id="narration"),
    pytest.param("The mayor said it was raining.", set(), id="said-without-demand"),
    pytest.param("He opposed.", set(), id="no-target"),
    pytest.param("The family came for the river.", set(), id="come-for"),
    pytest.param(
        "The mayor opposes efforts to repeal the levy.",
        {
            ("mayor", "opposes", "efforts to repeal the levy"),
            ("mayor", "supports", "levy"),
            ("efforts", "opposes", "levy"),
        },
        id="against-efforts-against-it",
    ),
    pytest.param(
        "The mayor dropped her opposition to the levy.",
        {("mayor", "supports", "levy")},
        id="opposition-given-up",
    ),
    pytest.param(
        "The mayor refused to support efforts to block the levy.",
        {
            ("mayor", "opposes", "efforts to block the levy"),
            ("mayor", "supports", "levy"),
            ("efforts", "opposes", "levy"),
        },
        id="turned-by-the-verb-above-the-verb",
    ),
    pytest.param(
        "The mayor criticized Dee's efforts to repeal the levy.",
        {
            ("mayor", "opposes", "efforts to repeal the levy"),
            ("Dee", "opposes", "levy"),
            ("efforts", "opposes", "levy"),
        },
        id="another's-efforts-are-not-turned",
    ),
    pytest.param(
        "The mayor could not find support for the levy.",
        {("mayor", "supports", "levy")},
        id="support-looked-for",
    ),
    pytest.param(
        "The mayor is less than thrilled with the levy.",
        {("mayor", "opposes", "levy")},
        id="less-than",
    ),
    pytest.param(
        "The mayor sued the state over the levy.",
        {("mayor", "opposes", "levy")},
        id="the-ground-of-a-suit-not-the-sued",
    ),
    pytest.param("The mayor appealed to the senate.", set(), id="whom-one-appeals-to"),
    pytest.param("The mayor makes phone calls to farmers.", set(), id="calls-to-people"),
    pytest.param("The mayor works on it.", set(), id="works-on-it"),
    pytest.param(
        "The mayor supports boat limits and expanded background checks.",
        {
            ("mayor", "supports", "boat limits"),
            ("mayor", "supports", "expanded background checks"),
        },
        id="the-end-of-a-list-that-hangs-at-the-verb",
    ),
    pytest.param("The mayor sought an injunction.", set(), id="a-remedy-is-no-policy"),
    pytest.param("The judge issued a ruling.", set(), id="a-ruling-without-its-side"),
    pytest.param(
        "Rep. Bee supports the No Boats in Parks Act.",
        {("Bee", "supports", "Boats in Parks Act")},
        id="no-opens-a-name",
    ),
    pytest.param("They asked the Court of Appeals for Ohio.", set(), id="for-within-a-name"),
    pytest.param(
        "The mayor said the senate should fight to extend the levy.",
        {("mayor", "supports", "levy")},
        id="fighting-to-keep-it",
    ),
    pytest.param(
        "The mayor voted against a package for towns.",
        {("mayor", "opposes", "package for towns")},
        id="what-the-package-is-for-is-no-other-side",
    ),
    pytest.param(
        "The mayor showed little enthusiasm for the levy.",
        {("mayor", "opposes", "levy")},
        id="little-of-it-is-none",
    ),
    pytest.param(
        "The mayor has a little sympathy for the levy.",
        {("mayor", "supports", "levy")},
        id="a-little-of-it-is-some",
    ),
    pytest.param(
        "The mayor insists that she supports the levy.",
        {("she", "supports", "levy")},
        id="insisting-that-it-is-so",
    ),
    pytest.param(
        "We write with great concern regarding the levy.",
        {("We", "opposes", "levy")},
        id="with-a-feeling",
    ),
    pytest.param(
        "The mayor works on a version of the levy.",
        {("mayor", "supports", "levy")},
        id="works-on-a-version",
    ),
    pytest.param("The plan was met with criticism.", set(), id="met-with-a-feeling"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_frames(nlp: Language, text: str, expected: set[Plain]) -> None:
    doc = nlp(text)
    assert plain(doc, find_frames(doc)) == expected


def test_whoever_is_asked_does_not_hold_what_is_asked_for(nlp: Language) -> None:
    doc = nlp("They urged the senate to support the levy.")
    assert {row[0] for row in plain(doc, find_frames(doc))} == {"They"}


def test_deeds_that_only_tell_how_actors_stand_to_each_other_are_marked(nlp: Language) -> None:
    (frame,) = find_frames(nlp("The mayor thanked the sheriff."))
    assert frame.needs_actor
    assert frame.strength < STRENGTHS["low"]
