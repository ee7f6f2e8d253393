"""An extraction becomes the JSON that annotators and scorers share."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from graphkit.io import json_from_extraction
from graphkit.records import DatePrecision, Extraction
from tests.io.samples import TEXT, document, extraction, span


def test_an_empty_extraction_has_every_key() -> None:
    assert json_from_extraction(Extraction(document=document().id), document()) == {
        "people": [],
        "organizations": [],
        "groups": [],
        "actions": [],
        "policies": [],
        "statements": [],
        "stances": [],
    }


def test_people_have_the_main_office() -> None:
    assert json_from_extraction(extraction(), document())["people"] == [
        {
            "name": "Mayor Ida Brandt",
            "aliases": ["Brandt"],
            "office": "Mayor",
            "jurisdiction": "Bergen",
            "constituency": "2nd Ward",
            "office_status": "former",
            "jurisdiction_source": None,
            "jurisdiction_confidence": None,
            "party": None,
        },
        {
            "name": "Olaf Prine",
            "aliases": [],
            "office": None,
            "jurisdiction": None,
            "constituency": None,
            "office_status": None,
            "jurisdiction_source": None,
            "jurisdiction_confidence": None,
            "party": "Green",
        },
    ]


def test_groups_and_organizations_are_given_as_they_stand() -> None:
    content = json_from_extraction(extraction(), document())

    assert content["organizations"] == ["Harbour League"]
    assert content["groups"] == [
        {
            "text": "more than 12 pilots",
            "count": 12,
            "count_modifier": "more than",
            "role": "pilots",
            "party": None,
        }
    ]


def test_actions_name_their_parties_and_their_day() -> None:
    assert json_from_extraction(extraction(), document())["actions"] == [
        {
            "kind": "letter",
            "subkind": "open letter",
            "leaders": ["Mayor Ida Brandt"],
            "co_leaders": ["Mayor Ida Brandt"],
            "signers": ["more than 12 pilots", "Harbour League"],
            "addressees": ["Olaf Prine"],
            "about": "harbour fee",
            "stance": "opposes",
            "asks": "opposed the fee",
            "asks_span": [TEXT.index("opposed the fee"), TEXT.index("opposed the fee") + 15],
            "signer_count": 12,
            "count_modifier": "more than",
            "date": "2024-05-01",
            "date_precision": "month",
            "date_text": None,
            "date_relative": False,
        }
    ]


def test_statements_quote_their_span() -> None:
    content = json_from_extraction(extraction(), document())

    assert content["policies"] == [{"name": "harbour fee", "aliases": ["the fee"]}]
    assert content["statements"] == [
        {
            "speaker": "Mayor Ida Brandt",
            "joint_speakers": [],
            "quote": "🛥️ pay twice",
            "span": [TEXT.index("🛥️"), TEXT.index("🛥️") + len("🛥️ pay twice")],
            "kind": "direct",
            "confidence": 0.667,
            "date": None,
            "date_precision": None,
            "date_text": None,
            "date_relative": False,
        }
    ]


def test_a_stance_is_given_once_with_its_first_evidence() -> None:
    start = TEXT.index("opposed the fee")

    assert json_from_extraction(extraction(), document())["stances"] == [
        {
            "actor": "Mayor Ida Brandt",
            "polarity": "opposes",
            "target": "harbour fee",
            "evidence": "opposed the fee",
            "evidence_kind": "narrated",
            "spans": [[start, start + len("opposed the fee")], [0, 16]],
            "confidence": 0.9,
            "date": "2024-05-06",
            "date_precision": "day",
            "date_text": None,
            "date_relative": False,
        }
    ]


def test_a_day_that_nothing_places_stays_relative() -> None:
    read = extraction()
    (statement,) = read.statements
    relative = replace(statement, date_precision=DatePrecision.WEEK, date_words=statement.quote)
    content = json_from_extraction(replace(read, statements=(relative,)), document())
    (said,) = cast("list[dict[str, object]]", content["statements"])
    told = {key: said[key] for key in said if key.startswith("date")}
    assert told == {
        "date": None,
        "date_precision": "week",
        "date_text": "🛥️ pay twice",
        "date_relative": True,
    }


def test_a_speaker_whom_the_text_does_not_name_is_given_in_its_words() -> None:
    full = extraction()
    unnamed = replace(full.statements[0], speaker=None, source=span("more than 12 pilots"))
    content = json_from_extraction(replace(full, statements=(unnamed,)), document())
    statements = cast("list[dict[str, object]]", content["statements"])
    assert [s["speaker"] for s in statements] == ["more than 12 pilots"]
