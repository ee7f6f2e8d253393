"""Votes, vetoes, filibusters, orders, settlements and endorsements; nobody in them exists."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from graphkit.nlp.action_votes import has_tally
from graphkit.nlp.annotations import actions_of, actors_of, policies_of
from tests.nlp.acting import names

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


class Done(NamedTuple):
    """What was done, by whom, with whom, to whom or what, and for or against it."""

    word: str | None
    leaders: list[str]
    signers: list[str]
    about: str | None
    stance: str | None


def done(doc: Doc) -> list[Done]:
    """Return the actions of `doc` that no kind of its own stands for, and resolutions."""
    found: list[Done] = []
    for action in actions_of(doc):
        if action.kind.value not in {"other", "resolution"}:
            continue
        about = action.about
        what = None
        if about is not None:
            entries = policies_of(doc) if about.kind.value == "policy" else actors_of(doc)
            what = entries[about.place].name
        found.append(
            Done(
                action.subkind,
                names(doc, action.leaders),
                names(doc, action.signers),
                what,
                None if action.stance is None else action.stance.value,
            )
        )
    return found


DONE = [
    pytest.param(
        "The House passed the Clean Wells Act by a vote of 230 to 201. Twelve Republicans voted "
        "for the bill. Reps. Paul Orr and Tom Hale voted against it.",
        [Done("vote", ["House"], ["Twelve Republicans"], "Clean Wells Act", "supports")],
        id="who-voted-as-the-chamber-did",
    ),
    pytest.param(
        "The Toledo City Council rejected the toll 7-2. Council members Paul Orr and Mara Quill "
        "voted against it.",
        [Done("vote", ["Toledo City Council"], ["Paul Orr", "Mara Quill"], "toll", "opposes")],
        id="rejected",
    ),
    pytest.param(
        "The Senate voted 51-47 on Tuesday to confirm Mara Quill as secretary. Senators Paul Orr "
        "and Tom Hale voted for her.",
        [Done("vote", ["Senate"], ["Paul Orr", "Tom Hale"], "Mara Quill", "supports")],
        id="a-person-confirmed",
    ),
    pytest.param(
        "The House voted on Thursday to condemn the toll.",
        [Done("vote", ["House"], [], "condemn the toll", "supports")],
        id="to-condemn-is-a-resolution",
    ),
    pytest.param(
        "Sen. Paul Orr filibustered the nomination of Tom Hale.",
        [Done("filibuster", ["Paul Orr"], [], "nomination of Tom Hale", "opposes")],
        id="filibuster",
    ),
    pytest.param(
        "In the seventh hour of her filibuster, Sen. Wanda Davies put on a coat. Davies would have "
        "blocked the well bill had the filibuster gone on.",
        [Done("filibuster", ["Wanda Davies"], [], "well bill", "opposes")],
        id="whose-filibuster-is-told-afterwards",
    ),
    pytest.param(
        "State Sen. Ruth Lindqvist staged a 10-hour filibuster to block the well bill.",
        [Done("filibuster", ["Ruth Lindqvist"], [], "well bill", "opposes")],
        id="staged-to-block",
    ),
    pytest.param(
        "Rupert Moore, who formed a group with Mayor Ann Bloom to support the toll reform, spoke.",
        [Done("coalition", ["Rupert Moore"], ["Ann Bloom"], "toll reform", "supports")],
        id="a-group-formed",
    ),
    pytest.param(
        "Sen. Ruth Lindqvist staged a filibuster of the Well Fee Act.",
        [Done("filibuster", ["Ruth Lindqvist"], [], "Well Fee Act", "opposes")],
        id="always-against",
    ),
    pytest.param(
        "President Ruth Lindqvist vetoed the Clean Wells Act.",
        [Done("veto", ["Ruth Lindqvist"], [], "Clean Wells Act", "opposes")],
        id="veto",
    ),
    pytest.param(
        "Governor Ruth Lindqvist took executive action to ban new wells.",
        [Done("executive order", ["Ruth Lindqvist"], [], "executive action", "supports")],
        id="executive-action",
    ),
    pytest.param(
        "Governor Ruth Lindqvist signed a memorandum directing agencies to stop buying coal.",
        [
            Done(
                "executive order",
                ["Ruth Lindqvist"],
                [],
                "memorandum directing agencies",
                "supports",
            )
        ],
        id="memorandum-signed",
    ),
    pytest.param(
        "Attorney General Mara Quill joined a coalition of 42 attorneys general in reaching a "
        "settlement with Acme Drugs over pills. Joining Attorney General Quill in the settlement "
        "are the attorneys general of Ohio, Utah, and Maine.",
        [
            Done(
                "settlement",
                ["Mara Quill"],
                ["coalition of 42 attorneys general", "Ohio", "Utah", "Maine"],
                "settlement with Acme Drugs",
                "supports",
            )
        ],
        id="settlement-with-a-list",
    ),
    pytest.param(
        "Attorney General Mara Quill announced that her office has obtained a settlement with "
        "Acme Telecom over hidden fees.",
        [Done("settlement", ["Mara Quill"], [], "settlement with Acme Telecom", "supports")],
        id="settlement-of-her-office",
    ),
    pytest.param(
        "Mayor Paul Orr won the endorsement of the Daily Bee.",
        [Done("endorsement", ["Daily Bee"], [], "Paul Orr", "supports")],
        id="endorsement-won",
    ),
    pytest.param(
        "Ruth Lindqvist's endorsement of Tom Hale came late.",
        [Done("endorsement", ["Ruth Lindqvist"], [], "Tom Hale", "supports")],
        id="endorsement-given",
    ),
]


@pytest.mark.parametrize(("text", "expected"), DONE)
def test_finds_what_is_done_by_one_or_by_voting(
    nlp: Language, text: str, expected: list[Done]
) -> None:
    assert done(nlp(text)) == expected


NOT_DONE = [
    pytest.param("Sen. Paul Orr voted against the Clean Wells Act.", id="a-member-alone"),
    pytest.param("The Senate passed the Clean Wells Act 51-49.", id="a-chamber-alone"),
    pytest.param(
        "The Senate passed the Clean Wells Act 51-49. Sen. Paul Orr voted against the act.",
        id="a-member-who-voted-otherwise",
    ),
    pytest.param("Rupert Moore sang with a group at the fair.", id="a-band"),
    pytest.param("Sen. Paul Orr voted early on Tuesday.", id="a-voter"),
    pytest.param("Sen. Paul Orr threatened on Monday to filibuster the bill.", id="a-threat"),
    pytest.param("Ruth Lindqvist will lose if President Tom Hale vetoes the bill.", id="a-case"),
    pytest.param("Paul Orr lost the endorsement of the Daily Bee.", id="endorsement-lost"),
    pytest.param("Ruth Lindqvist took swift action on Monday.", id="no-executive-action"),
    pytest.param("Ruth Lindqvist read a memorandum about coal.", id="memorandum-read"),
]


@pytest.mark.parametrize("text", NOT_DONE)
def test_finds_nothing_done(nlp: Language, text: str) -> None:
    nothing: list[Done] = []
    assert done(nlp(text)) == nothing


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The House passed it 230-201.", id="hyphen"),
        pytest.param("The House passed it by a vote of 230 to 201.", id="vote-of"),
        pytest.param("The House passed it in a 65-32 vote.", id="before-vote"),
        pytest.param("The House passed it by 51 votes to 49.", id="votes-to"),
        pytest.param("The House passed it 284–149 on Friday.", id="dash"),
    ],
)
def test_knows_the_numbers_of_votes(nlp: Language, text: str) -> None:
    assert [t.text for t in nlp(text) if t.pos_ == "VERB" and has_tally(t)] == ["passed"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The House passed it in 2-3 weeks.", id="a-time"),
        pytest.param("The House passed it for 10-15% of firms.", id="a-share"),
        pytest.param("The House passed it at 5 to 6 on Friday.", id="an-hour"),
        pytest.param("The House passed it in 2011-12.", id="years"),
        pytest.param("The House passed it.", id="no-numbers"),
    ],
)
def test_takes_no_other_numbers_for_votes(nlp: Language, text: str) -> None:
    assert not any(has_tally(t) for t in nlp(text))
