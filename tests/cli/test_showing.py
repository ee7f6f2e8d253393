"""`graphkit show`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from graphkit.cli.showing import lines_of_card
from graphkit.ids import ActionId, ActorId, DocumentId, PolicyId, StanceId, TargetId
from graphkit.rdf import open_store
from graphkit.records import (
    ActionKind,
    Card,
    Entity,
    EntityKind,
    Evidence,
    EvidenceKind,
    Polarity,
    Quote,
    ShownAction,
    ShownStance,
    Span,
    Stance,
)
from tests.cli.command import invoke
from tests.positions import make_store
from tests.rdf.turning import Said, text

if TYPE_CHECKING:
    from pathlib import Path

    from graphkit.records import Document, Extraction

CARD = """\
Ann Bee (person)
    id: person/ann-bee.ohio-attorney-general

Offices
    Attorney General, Ohio (current)
        “Attorney General Ann Bee of Ohio”
            Four voices on the Clean Canals Act, The Canal Herald, 2024-03-01 [0, 32)
        “Attorney General Ann Bee of Ohio”
            Four voices on the Quiet Nights Rule, The Canal Herald, 2024-03-01 [0, 32)

Stances
    supports Clean Canals Act, 2024-03-01 (confidence 0.90)
        “Ann Bee of Ohio backs the Clean Canals Act”
            Four voices on the Clean Canals Act, The Canal Herald, 2024-03-01 [17, 59)
    supports Quiet Nights Rule, 2024-03-01 (confidence 0.90)
        “Ann Bee of Ohio backs the Quiet Nights Rule”
            Four voices on the Quiet Nights Rule, The Canal Herald, 2024-03-01 [17, 60)
"""


def test_a_card_shows_who_in_which_office_said_what_where(tmp_path: Path) -> None:
    result = invoke("show", "Ann Bee", "--store", make_store(tmp_path / "store"))
    assert (result.exit_code, result.stdout) == (0, CARD)


def test_a_policy_shows_the_stances_of_others(tmp_path: Path) -> None:
    result = invoke("show", "clean canals act", "--store", make_store(tmp_path / "store"))
    assert "Stances of others\n    Ann Bee (Attorney General, Ohio) supports" in result.stdout
    assert "Bob Cee (Governor, Iowa) opposes" in result.stdout
    assert "Di Bee" not in result.stdout


def folded(polarity: Polarity) -> ShownStance:
    ann = Entity(id=ActorId("person/ann-bee"), label="Ann Bee", kind=EntityKind.PERSON)
    repeal = Entity(
        id=PolicyId("policy/repeal"), label="repeal of the mill fee", kind=EntityKind.POLICY
    )
    span = Span(document=DocumentId("document/1"), start=0, end=4)
    stance = Stance(
        id=StanceId("stance/1"),
        holder=ActorId(ann.id),
        target=TargetId(repeal.id),
        polarity=polarity,
        confidence=0.9,
        evidence=(Evidence(span=span, kind=EvidenceKind.NARRATED),),
    )
    return ShownStance(stance=stance, holder=ann, target=repeal, quotes=())


@pytest.mark.parametrize(
    ("polarity", "line"),
    [
        pytest.param(
            Polarity.SUPPORTS,
            "Ann Bee supports repeal of the mill fee, and so opposes this (confidence 0.90)",
            id="for",
        ),
        pytest.param(
            Polarity.OPPOSES,
            "Ann Bee opposes repeal of the mill fee, and so supports this (confidence 0.90)",
            id="against",
        ),
        pytest.param(
            Polarity.NEUTRAL,
            "Ann Bee is neutral on repeal of the mill fee (confidence 0.90)",
            id="none",
        ),
    ],
)
def test_stances_on_the_end_of_a_policy_are_marked(polarity: Polarity, line: str) -> None:
    shown = folded(polarity)
    fee = Entity(id=PolicyId("policy/mill-fee"), label="Mill Fee", kind=EntityKind.POLICY)
    card = Card(entity=fee, negated_by=(shown.target,), stances_on_endings=(shown,))
    assert list(lines_of_card(card)) == [
        "Mill Fee (policy)",
        "    id: policy/mill-fee",
        "",
        "Ended by",
        "    repeal of the mill fee",
        "",
        "Stances on what ends it",
        f"    {line}",
    ]


def test_uncertain_stances_are_shown_when_asked_for(tmp_path: Path) -> None:
    store = make_store(tmp_path / "store")
    assert "No stances at this confidence" in invoke("show", "Di Bee", "--store", store).stdout
    shown = invoke("show", "Di Bee", "--store", store, "--min-confidence", "0").stdout
    assert "opposes Clean Canals Act, 2024-03-01 (confidence 0.20)" in shown


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("Anne Be", "Ann Bee", id="misspelt"),
        pytest.param("Bee", "name one of them by its id", id="several"),
        pytest.param("\x1b[31mBee", "\\x1b[31m", id="escape-code-in-the-name"),
        pytest.param("", "nothing", id="empty"),
    ],
)
def test_a_name_that_is_not_one_is_exit_2(tmp_path: Path, name: str, expected: str) -> None:
    result = invoke("show", name, "--store", make_store(tmp_path / "store"))
    assert (result.exit_code, result.stdout) == (2, "")
    assert expected in result.stderr
    assert "\x1b" not in result.stderr


def test_one_of_several_is_found_by_its_id(tmp_path: Path) -> None:
    result = invoke("show", "person/di-bee.akron-mayor", "--store", make_store(tmp_path / "store"))
    assert result.stdout.startswith("Di Bee (person)\n")


def _entity(identifier: str, kind: EntityKind, label: str) -> Entity:
    return Entity(id=identifier, kind=kind, label=label)


def test_an_action_shows_its_parties_and_how_many_stay_unnamed() -> None:
    document = DocumentId("document/1")
    quote = Quote(
        span=Span(document=document, start=0, end=4),
        kind=EvidenceKind.COLLECTIVE,
        exact="21 o\x1bf",
        prefix="",
        suffix="",
    )
    letter = _entity(ActionId("action/1"), EntityKind.ACTION, "letter of Ann Bee")
    leader = _entity(ActorId("person/1"), EntityKind.PERSON, "Ann Bee")
    second = _entity(ActorId("person/3"), EntityKind.PERSON, "Di Fox")
    action = ShownAction(
        entity=letter,
        kind=ActionKind.LETTER,
        leaders=(leader, second),
        co_leaders=(second,),
        relative_date="Tuesday",
        addressees=(_entity(ActorId("person/2"), EntityKind.PERSON, "Cy Dee"),),
        about=_entity(PolicyId("policy/1"), EntityKind.POLICY, "Canal Act"),
        stance=Polarity.OPPOSES,
        signer_count=21,
        count_modifier="more than",
        unnamed_signers=20,
        quotes=(quote,),
        asks=(replace(quote, exact="asking for a ferry"),),
    )
    assert list(lines_of_card(Card(entity=letter, action=action)))[2:16] == [
        "",
        "Parties",
        "    led by Ann Bee",
        "    co-led by Di Fox",
        "    sent to Cy Dee",
        "    on “Tuesday”",
        "    announced signatories: more than 21",
        "    of whom 20 stay unnamed",
        "    against Canal Act",
        "    asks",
        "        “asking for a ferry”",
        "            document/1 [0, 4)",
        "    “21 o\\x1bf”",
        "        document/1 [0, 4)",
    ]


def test_a_group_shows_its_size_and_those_nobody_names() -> None:
    group = Entity(id="group/1", kind=EntityKind.GROUP, label="21 mayors", count=21, party="Green")
    member = _entity("person/1", EntityKind.PERSON, "Ann Bee")
    lines = list(lines_of_card(Card(entity=group, members=(member,), unknown_members=20)))
    assert lines[0] == "21 mayors (group, Green, 21 members)"
    assert lines[3:6] == ["Members", "    Ann Bee", "    and 20 whom no document names"]


def test_signers_who_are_places_are_no_people_with_names() -> None:
    letter = _entity(ActionId("action/1"), EntityKind.ACTION, "letter")
    places = ("government/ohio", "government/iowa")
    action = ShownAction(
        entity=letter,
        kind=ActionKind.LETTER,
        signers=tuple(_entity(ActorId(p), EntityKind.GOVERNMENT, p[11:].title()) for p in places),
        signer_count=11,
        unnamed_signers=11,
    )
    lines = list(lines_of_card(Card(entity=letter, action=action)))
    assert lines[3:7] == [
        "Parties",
        "    signed by Ohio; Iowa",
        "    announced signatories: 11",
        "    of whom 11 stay unnamed, up to 2 of them known by their place",
    ]


@pytest.mark.parametrize(
    ("title", "source", "said"),
    [
        pytest.param("A letter", "letters/a.txt", "A letter", id="title"),
        pytest.param(None, "letters/a.txt", "letters/a.txt", id="file"),
        pytest.param(None, None, "document/1", id="neither"),
    ],
)
def test_a_quote_says_where_it_stands(title: str | None, source: str | None, said: str) -> None:
    span = Span(document=DocumentId("document/1"), start=0, end=4)
    quote = Quote(
        span=span, kind=EvidenceKind.DIRECT, exact="Yes.", prefix="", suffix="",
        title=title, source=source,
    )  # fmt: skip
    letter = _entity(ActionId("action/1"), EntityKind.ACTION, "letter")
    action = ShownAction(entity=letter, kind=ActionKind.LETTER, quotes=(quote,))
    lines = list(lines_of_card(Card(entity=letter, action=action)))
    assert f"        {said} [0, 4)" in lines


TURNED = """
Turned
    Harbor Act
        supports Harbor Act, 2031-03-04 (confidence 0.80)
            “Ida Mossgrove supports the Harbor Act”
                A title, The Example, 2031-03-04 [0, 37)
        then supports repeal of the act, 2031-05-06 (confidence 0.80)
            “Ida Mossgrove supports the repeal of the act”
                A title, The Example, 2031-05-06 [0, 44)
"""
CONTRADICTED = """
Contradicts itself, or was misread
    Ida Mossgrove
        supports Harbor Act, 2031-03-04 (confidence 0.80)
            “Ida Mossgrove supports the Harbor Act”
                A title, The Example, 2031-03-04 [0, 37)
        and opposes Harbor Act, 2031-03-04 (confidence 0.80)
            “Ida Mossgrove opposes the Harbor Act”
                A title, The Example, 2031-03-04 [39, 75)
"""
FOR, AGAINST = Said(polarity=Polarity.SUPPORTS), Said(polarity=Polarity.OPPOSES)
REPEAL = Said(polarity=Polarity.SUPPORTS, policy="repeal of the act", ends="Harbor Act")


@pytest.mark.parametrize(
    ("texts", "name", "shown"),
    [
        pytest.param(
            [text("2031-03-04", FOR), text("2031-05-06", REPEAL, source="b")],
            "Ida Mossgrove",
            TURNED,
            id="who-turned",
        ),
        pytest.param(
            [text("2031-03-04", FOR, AGAINST)],
            "Harbor Act",
            CONTRADICTED,
            id="who-contradicts-themselves",
        ),
        pytest.param(
            [text("2031-03-04", FOR), text("2031-05-06", FOR, source="b")],
            "Ida Mossgrove",
            "",
            id="neither",
        ),
    ],
)
def test_turns_come_last_with_both_stances(
    tmp_path: Path, texts: list[tuple[Document, Extraction]], name: str, shown: str
) -> None:
    with open_store(tmp_path / "store", create=True) as store:
        store.add_all(texts)
    output = invoke("show", name, "--store", tmp_path / "store").stdout
    assert output.endswith(shown)
    assert ("Turned" in output, "Contradicts" in output) == ("Turned" in shown, "Contra" in shown)
