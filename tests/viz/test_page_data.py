from __future__ import annotations

from dataclasses import replace

import pytest

from graphkit.errors import GraphkitError
from graphkit.records import EntityKind, Polarity, PositionSet, ReviewStatus
from graphkit.viz.page_data import DASHES, SHAPES, PageData, build_page_data
from tests.analysis.examples import (
    BRANDT,
    DEMO_ENTITIES,
    DEMO_ROWS,
    FARES,
    MARLOWE,
    NEUTRAL,
    NOISE,
    OPPOSES,
    SUPPORTS,
    Row,
    demo_positions,
    make_positions,
)


def page_data(positions: PositionSet) -> PageData:
    layout = {identifier: (10.0 * at, 0.0) for at, identifier in enumerate(positions.entities)}
    return build_page_data(positions, layout=layout)


def drawn_edges(page: PageData) -> list[tuple[str, str, str, int]]:
    names = {node["id"]: node["name"] for node in page.network.nodes}
    return sorted(
        (names[edge["from"]], edge["polarity"], names[edge["to"]], len(edge["stances"]))
        for edge in page.network.edges
    )


def test_stances_of_one_pair_and_polarity_are_one_edge() -> None:
    edges = drawn_edges(page_data(demo_positions()))
    assert [edge for edge in edges if edge[0] in {"Inés Marlowe", "Lise Brandt"}] == [
        ("Inés Marlowe", "opposes", "night noise rule", 1),
        ("Inés Marlowe", "supports", "ferry fare plan", 2),
        ("Lise Brandt", "opposes", "night noise rule", 1),
        ("Lise Brandt", "supports", "Sea Cable Protection Act", 1),
        ("Lise Brandt", "supports", "night noise rule", 1),
    ]


def test_every_stance_is_in_one_edge() -> None:
    page = page_data(demo_positions())
    places = sorted(place for edge in page.network.edges for place in edge["stances"])
    assert places == list(range(len(DEMO_ROWS)))


def test_kinds_and_polarities_differ_in_form_not_only_in_colour() -> None:
    assert set(SHAPES) == set(EntityKind)
    assert len(set(SHAPES.values())) == len(EntityKind)
    assert set(DASHES) == set(Polarity)
    assert len({str(dash) for dash in DASHES.values()}) == len(Polarity)


def test_two_polarities_of_one_pair_bend_apart() -> None:
    drawn = [Row(BRANDT, polarity, NOISE) for polarity in (SUPPORTS, OPPOSES)]
    first, second = page_data(make_positions(drawn)).network.edges
    assert {first["smooth"]["type"], second["smooth"]["type"]} == {"curvedCW", "curvedCCW"}
    assert first["smooth"]["roundness"] == second["smooth"]["roundness"] > 0


def test_edges_there_and_back_bend_apart() -> None:
    drawn = [Row("person/a", SUPPORTS, "person/b"), Row("person/b", OPPOSES, "person/a")]
    first, second = page_data(make_positions(drawn)).network.edges
    # The same turn, seen from opposite ends, is the opposite side.
    assert first["smooth"]["type"] == second["smooth"]["type"]


def test_a_single_edge_is_straight() -> None:
    (edge,) = page_data(make_positions([Row(MARLOWE, SUPPORTS, FARES)])).network.edges
    assert edge["smooth"] == {"enabled": False}


def test_a_stance_card_says_all_that_is_known() -> None:
    drawn = [Row(MARLOWE, SUPPORTS, FARES, 0.94321, ("Fair.",), capacity="Mayor, Portland")]
    positions = make_positions(drawn, entities=DEMO_ENTITIES)
    (card,) = page_data(positions).stances
    assert card == {
        "holder": "n0",
        "target": "n1",
        "holderName": "Inés Marlowe",
        "targetName": "ferry fare plan",
        "polarity": "supports",
        "sign": "+",
        "office": "Mayor, Portland",
        "officeKnown": None,
        "statedOn": "2026-03-14",
        "confidence": 0.943,
        "review": "unreviewed",
        "quotes": [
            {
                "prefix": "The speaker added: ",
                "exact": "Fair.",
                "suffix": " The hall was full.",
                "title": "Ferry fares divide the islands",
                "publisher": "Harbor Courier",
                "date": "2026-03-14",
                "link": "https://example.org/fares",
                "evidence": "direct quotation",
            }
        ],
    }


def test_a_day_that_stays_relative_is_shown_in_its_own_words() -> None:
    positions = make_positions([Row(MARLOWE, SUPPORTS, FARES)], entities=DEMO_ENTITIES)
    stance = replace(positions.stances[0], stated_on=None)
    undated = replace(positions, stances=(stance,), relative_dates={stance.id: "Tuesday"})
    (card,) = page_data(undated).stances
    assert card["statedOn"] == "“Tuesday”"


def test_an_office_of_the_entity_is_not_said_to_be_the_one_spoken_in() -> None:
    positions = make_positions([Row(MARLOWE, SUPPORTS, FARES)], entities=DEMO_ENTITIES)
    (card,) = page_data(positions).stances
    assert (card["office"], card["officeKnown"]) == (None, "Governor, Maine")


def test_rejected_stances_and_their_actors_are_not_drawn() -> None:
    drawn = [
        Row("person/a", SUPPORTS, "policy/p", review_status=ReviewStatus.REJECTED),
        Row("person/b", NEUTRAL, "policy/p"),
    ]
    assert drawn_edges(page_data(make_positions(drawn))) == [("b", "neutral", "p", 1)]


def test_documents_are_counted_once() -> None:
    assert page_data(demo_positions()).documents == 3


def test_a_node_without_a_place_is_named() -> None:
    with pytest.raises(GraphkitError, match="no place for 'person/a' and 1 more"):
        build_page_data(make_positions([Row("person/a", SUPPORTS, "policy/p")]), layout={})
