"""Cards: all that is known of one entity."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from graphkit.errors import UnknownNameError
from graphkit.rdf import Store, open_store
from graphkit.records import ActionKind, Polarity, TenureStatus
from tests.rdf.builders import harbor
from tests.rdf.world import fill

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(tmp_path_factory.mktemp("cards") / "s", create=True) as opened:
        fill(opened)
        yield opened


def test_person(store: Store) -> None:
    card = store.card("person/oda-finchley")
    assert [(t.tenure.office, t.tenure.jurisdiction, t.tenure.begins) for t in card.tenures] == [
        ("Attorney General", "Oregon", date(2029, 1, 1))
    ]
    assert [q.exact for t in card.tenures for q in t.quotes] == ["Oda Finchley"]
    assert [a.entity.label for a in card.led] == ["a letter on the Ferry Plan"]
    assert (card.signed, card.received, card.groups, card.members) == ((), (), (), ())
    assert [(s.stance.polarity, s.target.label) for s in card.stances_held] == [
        (Polarity.OPPOSES, "Ferry Plan"),
        (Polarity.OPPOSES, "Ferry Plan"),
        (Polarity.OPPOSES, "Ferry Plan"),
        (Polarity.SUPPORTS, "the repeal of the Harbor Act"),
    ]
    assert [s.stance.stated_on for s in card.stances_held] == sorted(
        s.stance.stated_on for s in card.stances_held if s.stance.stated_on
    )


def test_every_stance_has_its_words(store: Store) -> None:
    for entity in store.positions(min_confidence=0).entities:
        card = store.card(entity)
        for shown in (*card.stances_held, *card.stances_about):
            assert shown.quotes
            for quote in shown.quotes:
                text = store.text(quote.span.document)
                assert quote.exact == text[quote.span.start : quote.span.end]


def test_addressee_and_signer(store: Store) -> None:
    received = store.card("person/ana-bellwick").received
    assert [a.entity.label for a in received] == [
        "a letter to Bellwick",
        "a letter on the Ferry Plan",
    ]
    signed = store.card("person/pell-marrowby").signed
    assert [a.entity.label for a in signed] == ["a letter on the Ferry Plan"]


def test_group(store: Store) -> None:
    card = store.card("group/12-mayors")
    assert [m.label for m in card.members] == ["Ida Mossgrove"]
    assert card.unknown_members == 11
    assert [g.label for g in store.card("person/ida-mossgrove").groups] == ["12 mayors"]


def test_policy(store: Store) -> None:
    card = store.card("policy/harbor-act")
    assert [e.label for e in card.negated_by] == ["the repeal of the Harbor Act"]
    assert {s.holder.label for s in card.stances_about} == {
        "Ana Bellwick",
        "Tam Reedham",
        "Ida Mossgrove",
        "12 mayors",
    }
    assert [(s.holder.label, s.target.label) for s in card.stances_on_endings] == [
        ("Oda Finchley", "the repeal of the Harbor Act"),
        ("Pell Marrowby", "the repeal of the Harbor Act"),
    ]
    ending = store.card("policy/the-repeal-of-the-harbor-act")
    assert ending.stances_on_endings == ()
    assert [e.label for e in ending.negates] == ["Harbor Act"]
    assert card.action is None


def test_action(store: Store) -> None:
    letter = next(a for a in store.card("person/oda-finchley").led)
    action = store.card(letter.entity.id).action
    assert action == letter
    assert (letter.kind, letter.date, letter.stance) == (
        ActionKind.LETTER,
        date(2031, 6, 15),
        Polarity.OPPOSES,
    )
    assert (letter.signer_count, letter.count_modifier, letter.unnamed_signers) == (
        5,
        "at least",
        3,
    )
    assert letter.about is not None
    assert letter.about.label == "Ferry Plan"
    assert [q.exact for q in letter.quotes] == ["a letter on the Ferry Plan"]


def test_uncertain_stances_are_left_out(store: Store) -> None:
    shown = store.card("person/tam-reedham").stances_held
    everything = store.card("person/tam-reedham", min_confidence=0).stances_held
    assert len(everything) == len(shown) + 1
    assert store.card("person/tam-reedham", min_confidence=1).stances_held == ()


def test_withdrawn_stances_are_left_out(store: Store) -> None:
    live = {s.id for s in store.positions(min_confidence=0).stances}
    held = store.card("organization/saltmere", min_confidence=0).stances_held
    assert len(held) == 1
    assert held[0].stance.id in live


@pytest.mark.parametrize("identifier", ["person/nobody", "", "document/none", "harbor act", "\x00"])
def test_no_card(store: Store, identifier: str) -> None:
    with pytest.raises(UnknownNameError, match="the store has no entity"):
        store.card(identifier)


def test_tenures_of_one_document(tmp_path: Path) -> None:
    with open_store(tmp_path / "s", create=True) as store:
        store.add(*harbor())
        tenure = store.card("person/tam-reedham").tenures[0].tenure
    assert (tenure.office, tenure.jurisdiction) == ("State Senator", None)
    assert (tenure.status, tenure.begins) == (TenureStatus.CURRENT, None)
