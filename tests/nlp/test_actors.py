"""People with their offices; all people are fictional, places are real."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from graphkit.nlp.annotations import ActorNote, TokenRange, actor_index, actors_of
from graphkit.records import EntityKind, TenureStatus

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


class Plain(NamedTuple):
    """A person as a row of a table."""

    name: str
    office: str | None = None
    place: str | None = None
    party: str | None = None
    status: TenureStatus = TenureStatus.CURRENT


def people(doc: Doc) -> list[Plain]:
    """Return the people of a text with their main office."""
    return [plain(actor) for actor in actors_of(doc) if actor.kind is EntityKind.PERSON]


def plain(actor: ActorNote) -> Plain:
    """Return a person as a row."""
    if not actor.tenures:
        return Plain(actor.name, party=actor.party)
    main = actor.tenures[0]
    return Plain(actor.name, main.office, main.jurisdiction, actor.party, main.status)


SENATOR, MEMBER, GENERAL = "U.S. Senator", "U.S. Representative", "Attorney General"
FORMER, ACTING = TenureStatus.FORMER, TenureStatus.ACTING

OFFICES = [
    pytest.param(
        "Ohio Attorney General Ann Bee sued the mill.",
        [Plain("Ann Bee", GENERAL, "Ohio")],
        id="state-before-title",
    ),
    pytest.param(
        "U.S. Attorney General Cy Dee left the room.",
        [Plain("Cy Dee", GENERAL, "United States")],
        id="federal-before-title",
    ),
    pytest.param(
        "Attorney General Cy Dee of the Justice Department left.",
        [Plain("Cy Dee", GENERAL, "United States")],
        id="bare-attorney-general-is-federal",
    ),
    pytest.param(
        "Ann Bee, the attorney general of Utah, sued the mill.",
        [Plain("Ann Bee", GENERAL, "Utah")],
        id="apposition-after",
    ),
    pytest.param(
        "The attorney general of Utah, Ann Bee, sued the mill.",
        [Plain("Ann Bee", GENERAL, "Utah")],
        id="apposition-before",
    ),
    pytest.param(
        "Sen. Roy Fenn, R-Ky., spoke on Monday.",
        [Plain("Roy Fenn", SENATOR, "Kentucky", "Republican")],
        id="tag-of-a-newspaper",
    ),
    pytest.param(
        "Rep. Mia Torres (TX-35) spoke on Monday.",
        [Plain("Mia Torres", MEMBER, "Texas")],
        id="district-tag",
    ),
    pytest.param(
        "Rep. Mia Torres (D-NC-01) spoke on Monday.",
        [Plain("Mia Torres", MEMBER, "North Carolina", "Democratic")],
        id="party-state-district",
    ),
    pytest.param(
        "Senator Roy Fenn, Republican of Alabama, spoke on Monday.",
        [Plain("Roy Fenn", SENATOR, "Alabama", "Republican")],
        id="party-of-state",
    ),
    pytest.param(
        "Rep. Mia Torres, a Minnesota Democrat, spoke on Monday.",
        [Plain("Mia Torres", MEMBER, "Minnesota", "Democratic")],
        id="state-and-party-member",
    ),
    pytest.param(
        "Former Maine Gov. Paul Reed wrote a book.",
        [Plain("Paul Reed", "Governor", "Maine", status=FORMER)],
        id="former",
    ),
    pytest.param(
        "Acting Attorney General Paul Reed wrote a memo.",
        [Plain("Paul Reed", GENERAL, "United States", status=ACTING)],
        id="acting",
    ),
    pytest.param(
        "Governor-elect Paul Reed of Iowa spoke on Monday.",
        [Plain("Paul Reed", "Governor", "Iowa", status=TenureStatus.ELECT)],
        id="elect",
    ),
    pytest.param(
        "The shadow home secretary, Ada Wren, spoke on Monday.",
        [Plain("Ada Wren", "Shadow Home Secretary", "United Kingdom")],
        id="britain",
    ),
    pytest.param(
        "Canadian Prime Minister Paul Reed spoke on Monday.",
        [Plain("Paul Reed", "Prime Minister", "Canada")],
        id="country-adjective",
    ),
    pytest.param(
        "FCC Chairman Paul Reed spoke on Monday.",
        [Plain("Paul Reed", "FCC Chairman", "United States")],
        id="body-before-title",
    ),
    pytest.param(
        "Secretary of Homeland Security Ada Wren spoke on Monday.",
        [Plain("Ada Wren", "Secretary of Homeland Security", "United States")],
        id="field-after-title",
    ),
    pytest.param(
        "Mill Council President Paul Reed spoke on Monday.",
        [Plain("Paul Reed", "Mill Council President")],
        id="president-of-a-council-is-no-head-of-state",
    ),
    pytest.param(
        "Ada Wren, executive director of the Harbor Fund, spoke on Monday.",
        [Plain("Ada Wren", "Executive Director of the Harbor Fund")],
        id="body-after-title",
    ),
    pytest.param(
        "The Senate confirmed Paul Reed as attorney general.",
        [Plain("Paul Reed", GENERAL, "United States")],
        id="confirmed-as",
    ),
    pytest.param(
        "Presidential candidate Sen. Roy Fenn spoke on Monday.",
        [Plain("Roy Fenn", SENATOR)],
        id="candidate-of-another-office",
    ),
    pytest.param(
        "Incumbent Sen. Ann Bee (R) of Ohio trails.",
        [Plain("Ann Bee", SENATOR, "Ohio", "Republican")],
        id="state-after-the-party",
    ),
    pytest.param(
        "House Minority Leader Ann Bee, Calif., spoke.",
        [Plain("Ann Bee", "House Minority Leader", "California")],
        id="state-between-commas",
    ),
    pytest.param(
        "In Texas, Republican Sen. Roy Fenn is running again.",
        [Plain("Roy Fenn", SENATOR, "Texas", "Republican")],
        id="state-that-opens-the-sentence",
    ),
    pytest.param(
        "Sen. Roy Fenn went to a fair in Texas.",
        [Plain("Roy Fenn", SENATOR)],
        id="not-the-state-of-a-visit",
    ),
    pytest.param(
        "House Speaker Roy Fenn spoke.",
        [Plain("Roy Fenn", "House Speaker", "United States")],
        id="speaker-of-congress",
    ),
    pytest.param(
        "State Rep. Ann Bee and Sen. Roy Fenn spoke in Tennessee. Tennessee and "
        "the Tennessee fee concern state lawmakers at the State Capitol.",
        [
            Plain("Ann Bee", "State Representative", "Tennessee"),
            Plain("Roy Fenn", "State Senator", "Tennessee"),
        ],
        id="senator-of-a-state",
    ),
    pytest.param(
        "Sen. Roy Fenn (R-TN) told state lawmakers at the State Capitol that Congress will act.",
        [Plain("Roy Fenn", SENATOR, "Tennessee", "Republican")],
        id="a-tag-makes-a-senator-of-congress",
    ),
    pytest.param(
        "Ann Bee, President, National Mill Coalition, praised it.",
        [Plain("Ann Bee", "President, National Mill Coalition")],
        id="employer-after-a-comma",
    ),
    pytest.param(
        "The Roy Fenn administration ended the fee.",
        [Plain("Roy Fenn", "President", "United States")],
        id="administration-of-a-full-name",
    ),
    pytest.param(
        "Roy Fenn's government ended the fee.", [Plain("Roy Fenn")], id="no-premier-without-country"
    ),
    pytest.param(
        "American Mill Union President Ann Bee spoke.",
        [Plain("Ann Bee", "American Mill Union President")],
        id="american-inside-a-name",
    ),
    pytest.param(
        "In Washington, Sen. Roy Fenn met Attorney General Ann Bee. Washington and Washington.",
        [Plain("Roy Fenn", SENATOR), Plain("Ann Bee", GENERAL, "United States")],
        id="washington-is-a-town",
    ),
    pytest.param(
        "The historian Ann Bee wrote a book.", [Plain("Ann Bee", "historian")], id="occupation"
    ),
    pytest.param(
        "The bakery hired Paul Reed as a clerk.", [Plain("Paul Reed")], id="no-office-as-clerk"
    ),
    pytest.param("Paul Reed met the governor.", [Plain("Paul Reed")], id="no-office-of-another"),
    pytest.param(
        "Paul Reed, who likes the governor, spoke on Monday.",
        [Plain("Paul Reed")],
        id="no-office-from-a-clause",
    ),
    pytest.param("The attorney general spoke on Monday.", [], id="nobody-named"),
    pytest.param("The Justice Department sued on Monday.", [], id="department-is-nobody"),
    pytest.param("General Motors closed a plant in Ohio.", [], id="company-is-nobody"),
    pytest.param("The Attorney General's Office moved on Sunday.", [], id="an-office-is-nobody"),
]


@pytest.mark.parametrize(("text", "expected"), OFFICES)
def test_people_and_their_main_office(nlp: Language, text: str, expected: list[Plain]) -> None:
    assert people(nlp(text)) == expected


LISTS = [
    pytest.param(
        "Sens. Roy Fenn of Missouri, Ada Wren of Iowa and Paul Reed of Ohio wrote the letter.",
        [("Roy Fenn", "Missouri"), ("Ada Wren", "Iowa"), ("Paul Reed", "Ohio")],
        id="places",
    ),
    pytest.param(
        "Representatives Mia Torres (TX-12), Lou Park (CA-03), and Ada Wren (OR-01) wrote.",
        [("Mia Torres", "Texas"), ("Lou Park", "California"), ("Ada Wren", "Oregon")],
        id="districts",
    ),
    pytest.param(
        "Sens. Roy Fenn, R-Ky.; Lou Park, D-W.Va.; and Ada Wren, R-Utah, wrote.",
        [("Roy Fenn", "Kentucky"), ("Lou Park", "West Virginia"), ("Ada Wren", "Utah")],
        id="tags-and-semicolons",
    ),
    pytest.param(
        "The letter was signed by Senators Fenn (R-KY), Wren (D-OR), and Park (I-VT).",
        [("Fenn", "Kentucky"), ("Wren", "Oregon"), ("Park", "Vermont")],
        id="surnames-only",
    ),
    pytest.param("Senators voted on Monday.", [], id="no-names"),
    pytest.param("Attorneys general of Ohio and Utah sued.", [], id="places-are-no-people"),
]


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_lists_after_a_plural_title(
    nlp: Language, text: str, expected: list[tuple[str, str]]
) -> None:
    assert [(p.name, p.place) for p in people(nlp(text))] == expected


MENTIONS = [
    pytest.param(
        "Attorney General Dave Sunday spoke on Friday. Sunday said the fee was wrong.",
        {"Dave Sunday": ["Dave Sunday", "Sunday"]},
        id="surname-that-is-a-weekday",
    ),
    pytest.param(
        "Attorney General Dave Sunday spoke. The vote was held on Sunday.",
        {"Dave Sunday": ["Dave Sunday"]},
        id="weekday-stays-a-day",
    ),
    pytest.param(
        "Rep. Debbie Marsh Kline spoke. Marsh Kline then left.",
        {"Debbie Marsh Kline": ["Debbie Marsh Kline", "Marsh Kline"]},
        id="double-surname",
    ),
    pytest.param(
        "Gov. Edward R. Moss, Jr. spoke. Ed Moss then left.",
        {"Edward R. Moss, Jr.": ["Edward R. Moss, Jr.", "Ed Moss"]},
        id="initial-suffix-nickname",
    ),
    pytest.param(
        "Mr. Paul Reed and Mrs. Ada Reed spoke. Mrs. Reed then left.",
        {"Paul Reed": ["Paul Reed"], "Ada Reed": ["Ada Reed", "Reed"]},
        id="namesakes-stay-two",
    ),
    pytest.param(
        "First Lady Ada Reed met President Reed.",
        {"Ada Reed": ["Ada Reed"], "Reed": ["Reed"]},
        id="spouse-of-an-officeholder",
    ),
    pytest.param(
        "Sen. Ana Núñez-Peña spoke. Núñez-Peña's plan failed.",
        {"Ana Núñez-Peña": ["Ana Núñez-Peña", "Núñez-Peña"]},
        id="accents-hyphen-possessive",
    ),
    pytest.param(
        "Council Backs Mayor Reed's Plan\n\nMayor Paul Reed spoke.",
        {"Paul Reed": ["Reed", "Paul Reed"]},
        id="headline",
    ),
    pytest.param(
        "Former President Paul H.W. Reed met Governor Paul W. Reed. Paul W. Reed then left.",
        {"Paul H.W. Reed": ["Paul H.W. Reed"], "Paul W. Reed": ["Paul W. Reed", "Paul W. Reed"]},
        id="other-initials-are-another",
    ),
    pytest.param(
        'Sen. Elizabeth "Liz" Marsh Reed spoke. Liz Reed then left.',
        {'Elizabeth "Liz" Marsh Reed': ['Elizabeth "Liz" Marsh Reed', "Liz Reed"]},
        id="nickname-in-quotation-marks",
    ),
    pytest.param(
        "Premier Ahmed al-Rashid spoke. Al-Rashid then left.",
        {"Ahmed al-Rashid": ["Ahmed al-Rashid", "Al-Rashid"]},
        id="hyphen-after-a-particle",
    ),
    pytest.param("By Paul Reed\n\nThe council met.", {}, id="byline-is-no-actor"),
    pytest.param(
        "Mayor Ada Wren speaks. (Paul Reed / harbor news photo)\n\nThe council met.",
        {},
        id="caption-is-no-source",
    ),
    pytest.param(
        "Mayor Ada Wren speaks. (Paul Reed / harbor news photo)\n\nThe council met Ada Wren.",
        {"Ada Wren": ["Ada Wren", "Ada Wren"]},
        id="photographer-is-no-actor",
    ),
    pytest.param(
        "The council met.\n\nPaul Reed contributed to this report.", {}, id="reporter-is-no-actor"
    ),
    pytest.param(
        "The council met.\n\nWrite to Paul Reed at reed@example.org", {}, id="mailbox-is-no-actor"
    ),
    pytest.param(
        "The council met.\n\nMedia contact: Paul Reed", {}, id="press-contact-is-no-actor"
    ),
    pytest.param("Press ReleasesRep met Read MoreRep.", {}, id="glued-words-are-nobody"),
    pytest.param("We met on Reed Avenue near Marsh Drive.", {}, id="streets-are-nobody"),
    pytest.param(
        "Mayor Reed Joins Marsh in Council Fight\n\nMayor Paul Reed and Mayor Ann Marsh spoke.",
        {"Paul Reed": ["Reed", "Paul Reed"], "Ann Marsh": ["Marsh", "Ann Marsh"]},
        id="headline-ends-at-the-first-surname",
    ),
]


@pytest.mark.parametrize(("text", "expected"), MENTIONS)
def test_mentions_of_each_person(nlp: Language, text: str, expected: dict[str, list[str]]) -> None:
    doc = nlp(text)
    found = {
        actor.name: [
            text[doc[start].idx : doc[end - 1].idx + len(doc[end - 1])]
            for start, end in actor.names
        ]
        for actor in actors_of(doc)
        if actor.kind is EntityKind.PERSON
    }
    assert found == expected


def test_the_dateline_tells_whose_governor_it_is(nlp: Language) -> None:
    doc = nlp("HARTFORD, Conn. — The council met. Gov. Paul Reed said the fee was wrong.")
    assert people(doc) == [Plain("Paul Reed", "Governor", "Connecticut")]


def test_aliases_are_the_other_forms(nlp: Language) -> None:
    doc = nlp("Sen. Ada Wren spoke. Wren left. Ms. Wren came back.")
    assert [(a.name, a.aliases) for a in actors_of(doc)] == [("Ada Wren", ("Wren",))]


def test_evidence_of_a_tenure_holds_title_and_name(nlp: Language) -> None:
    doc = nlp("On Monday Ohio Gov. Paul Reed spoke.")
    (actor,) = (a for a in actors_of(doc) if a.kind is EntityKind.PERSON)
    assert actor.tenures[0].evidence == TokenRange(2, 6)


def test_the_same_text_gives_the_same_actors(nlp: Language) -> None:
    text = "Sens. Roy Fenn (R-KY) and Ada Wren (D-OR) led 20 senators. They wrote to the FCC."
    assert actors_of(nlp(text)) == actors_of(nlp(text))


def test_index_prefers_the_shorter_mention_inside(nlp: Language) -> None:
    doc = nlp("Rep. Ada Wren and her colleagues wrote to the mayor.")
    index = actor_index(doc)
    actors = actors_of(doc)
    assert actors[index[1]].kind is EntityKind.PERSON
    assert actors[index[5]].kind is EntityKind.GROUP


def test_a_signature_on_three_lines_gives_name_office_and_place(nlp: Language) -> None:
    doc = nlp(
        "We ask you to act.\n\nSincerely,\n\nAnn Bee\nAttorney General\nState of Ohio\n\n"
        "Cy van Dee\nAttorney General\nState of Utah\n"
    )
    signed = [a for a in actors_of(doc) if a.kind is EntityKind.PERSON]
    assert [(a.name, a.tenures[0].office, a.tenures[0].jurisdiction) for a in signed] == [
        ("Ann Bee", "Attorney General", "Ohio"),
        ("Cy van Dee", "Attorney General", "Utah"),
    ]


def test_lines_that_are_no_signature_give_nobody(nlp: Language) -> None:
    doc = nlp("Bread and Salt\nOlive Oil\nState of Ohio\n")
    assert [a.name for a in actors_of(doc) if a.kind is EntityKind.PERSON] == []
