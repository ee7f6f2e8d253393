"""A real news article beside the project, read into a store and asked for what it says.

What is expected is read from the annotation beside the article; nothing of either is kept here.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from graphkit.pipeline import build, open_store
from graphkit.records import ActionKind, Polarity
from tests import score

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from graphkit.rdf import Store
    from graphkit.records import Extraction, Person

pytestmark = [pytest.mark.model, pytest.mark.shared]

Gold = dict[str, Any]


@pytest.fixture(scope="module")
def gold(shared: Path) -> Gold:
    found: Gold = json.loads((shared / "eval/dev/00_seed.gold.json").read_text(encoding="utf-8"))
    return found


@pytest.fixture(scope="module")
def store(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder = tmp_path_factory.mktemp("seed") / "store"
    report = build([shared / "seeds"], store=folder)
    assert (report.read, report.failed) == (1, ())
    with open_store(folder) as opened:
        yield opened


@pytest.fixture(scope="module")
def extraction(store: Store) -> Extraction:
    (document,) = store.documents()
    return store.extraction(document.id)


@pytest.fixture(scope="module")
def text(store: Store) -> str:
    (document,) = store.documents()
    return store.text(document.id)


def person(extraction: Extraction, name: str) -> Person:
    """Return the person of that name; a test that asks for another one fails here."""
    wanted = {score.bare(name)}
    (found,) = [
        p
        for p in extraction.people
        if score.same_person(wanted, {score.bare(n) for n in (p.name, *p.aliases)})
    ]
    return found


def officials(gold: Gold) -> list[Gold]:
    return [p for p in gold["people"] if p["office"] and " " in p["name"]]


def test_the_five_officials_have_their_offices(extraction: Extraction, gold: Gold) -> None:
    found = {p["name"]: person(extraction, p["name"]).tenures[0] for p in officials(gold)}
    assert len(found) == 5
    assert {n: t.office for n, t in found.items()} == {
        p["name"]: p["office"] for p in officials(gold)
    }
    # the article itself does not say which state the senator is from
    told = [p for p in officials(gold) if p["office"] != "U.S. Senator"]
    assert {p["name"]: found[p["name"]].jurisdiction for p in told} == {
        p["name"]: p["jurisdiction"] for p in told
    }


def test_words_of_the_article_show_each_office(
    extraction: Extraction, gold: Gold, text: str
) -> None:
    for official in officials(gold):
        (span, *_) = person(extraction, official["name"]).tenures[0].evidence
        words = text[span.start : span.end]
        assert official["name"].split()[-1] in words
        assert set(words.split()) - set(official["name"].split())


def test_three_offices_of_one_name_stay_three(extraction: Extraction, gold: Gold) -> None:
    named = [p for p in officials(gold) if p["office"] == "Attorney General"]
    offices = {
        (t.office, t.jurisdiction) for p in named for t in person(extraction, p["name"]).tenures[:1]
    }
    assert len(offices) == len(named) == 3


def test_two_letters_with_their_parties(extraction: Extraction, gold: Gold) -> None:
    names = extraction.names()
    found = [
        (
            {names[i] for i in a.leaders},
            {names[i] for i in (*a.leaders, *a.signers)},
            {names[i] for i in a.addressees},
        )
        for a in extraction.actions
        if a.kind is ActionKind.LETTER
    ]
    assert len(found) == 2
    for letter in gold["actions"]:
        assert any(
            set(letter["leaders"]) <= leaders
            and set(letter["signers"]) <= members
            and set(letter["addressees"]) <= addressees
            for leaders, members, addressees in found
        )


def test_the_counted_group_knows_how_many_it_does_not_name(
    store: Store, extraction: Extraction, gold: Gold
) -> None:
    counted = next(g for g in gold["groups"] if g["count"] and not g["count_modifier"])
    (group,) = [g for g in extraction.groups if g.count == counted["count"]]
    card = store.card(group.id)
    assert (len(group.members), card.unknown_members) == (2, counted["count"] - 2)


def test_who_stands_where(extraction: Extraction, gold: Gold, text: str) -> None:
    prediction = {
        "people": [{"name": p.name, "aliases": list(p.aliases)} for p in extraction.people],
        "policies": [{"name": p.name, "aliases": list(p.aliases)} for p in extraction.policies],
    }
    golden, predicted = score.Names(gold), score.Names(prediction)
    names = extraction.names()
    for wanted in (s for s in gold["stances"] if not s.get("optional")):
        assert any(
            stance.polarity is Polarity(wanted["polarity"])
            and score.actor_match(wanted["actor"], names[stance.holder], golden, predicted)
            and (
                score.target_match(wanted["target"], names[stance.target], golden, predicted)
                or wanted["evidence"].find(
                    text[stance.evidence[0].span.start : stance.evidence[0].span.end]
                )
                >= 0
            )
            for stance in extraction.stances
        ), wanted


def test_every_quotation_is_its_speakers(extraction: Extraction, gold: Gold, text: str) -> None:
    names = extraction.names()
    people = [p["name"] for p in gold["people"]]
    for wanted in gold["statements"]:
        if wanted["kind"] != "direct" or wanted["speaker"] not in people:
            continue
        at = score.span(text, wanted["quote"])
        speakers = {
            names[s.speaker]
            for s in extraction.statements
            if s.speaker and at and score.iou(at, (s.quote.start, s.quote.end)) >= 0.5
        }
        assert speakers == {wanted["speaker"]}, wanted["quote"][:40]
