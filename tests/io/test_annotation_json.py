"""Annotations are read, and what does not fit is named with its place."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from graphkit.errors import InputError
from graphkit.io import annotation_from_json, read_annotation
from graphkit.records import (
    ActionKind,
    AnnotatedAction,
    AnnotatedGroup,
    AnnotatedPerson,
    AnnotatedPolicy,
    AnnotatedStance,
    AnnotatedStatement,
    Annotation,
    Polarity,
    StatementKind,
)

if TYPE_CHECKING:
    from pathlib import Path

STANCE = {"actor": "Bee", "polarity": "opposes", "target": "fee", "evidence": "no fee"}
STATEMENT = {"speaker": "Bee", "quote": "no fee", "kind": "direct"}


def test_each_key_is_read(tmp_path: Path) -> None:
    content = {
        "people": [{"name": "Ann Bee", "aliases": ["Bee"], "office": "Mayor", "party": "Green"}],
        "organizations": ["Union"],
        "groups": [{"text": "20 mayors", "count": 20, "role": "mayors"}],
        "policies": [{"name": "fee"}],
        "actions": [
            {"kind": "letter", "leaders": ["Ann Bee"], "about": "fee", "stance": "opposes"}
        ],
        "statements": [{**STATEMENT, "span": [3, 9]}, {**STATEMENT, "speaker": None}],
        "stances": [{**STANCE, "confidence": 0.7}, {**STANCE, "optional": True}],
        "notes": "other keys are welcome",
    }
    path = tmp_path / "a.gold.json"
    path.write_text("\ufeff" + json.dumps(content), encoding="utf-8")
    stance = AnnotatedStance(
        actor="Bee", polarity=Polarity.OPPOSES, target="fee", evidence="no fee", confidence=0.7
    )
    said = AnnotatedStatement(speaker="Bee", quote="no fee", kind=StatementKind.DIRECT, span=(3, 9))

    assert read_annotation(path) == Annotation(
        people=(AnnotatedPerson(name="Ann Bee", aliases=("Bee",), office="Mayor"),),
        groups=(AnnotatedGroup(text="20 mayors", count=20),),
        policies=(AnnotatedPolicy(name="fee"),),
        actions=(
            AnnotatedAction(
                kind=ActionKind.LETTER,
                leaders=("Ann Bee",),
                about="fee",
                stance=Polarity.OPPOSES,
            ),
        ),
        statements=(
            said,
            AnnotatedStatement(speaker=None, quote="no fee", kind=StatementKind.DIRECT),
        ),
        stances=(
            stance,
            AnnotatedStance(
                actor="Bee",
                polarity=Polarity.OPPOSES,
                target="fee",
                evidence="no fee",
                optional=True,
            ),
        ),
    )


def test_missing_lists_are_empty() -> None:
    assert annotation_from_json({"stances": []}, where="x") == Annotation()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param([], "x is []; write an object with keys", id="no-object"),
        pytest.param({"stanses": []}, "x has none of the keys people, groups,", id="no-known-key"),
        pytest.param(
            {"people": {}}, "x: people is {}; write a list in square brackets", id="no-list"
        ),
        pytest.param(
            {"people": ["Bee"]}, "x: people[0] is 'Bee'; write an object with keys", id="no-item"
        ),
        pytest.param(
            {"people": [{"aliases": []}]},
            "x: people[0].name is missing; write a text in quotation marks",
            id="no-name",
        ),
        pytest.param(
            {"people": [{"name": " "}]}, "x: people[0].name is ' '; write a text", id="blank-name"
        ),
        pytest.param(
            {"people": [{"name": "Bee \ud800"}]},
            "x: people[0].name is 'Bee \\ud800'; write whole characters",
            id="half-a-character",
        ),
        pytest.param(
            {"people": [{"name": "Bee", "aliases": [3]}]},
            "x: people[0].aliases is 3; write a list of texts",
            id="alias",
        ),
        pytest.param(
            {"groups": [{"text": "mayors", "count": "20"}]},
            "x: groups[0].count is '20'; write a whole number or null",
            id="count",
        ),
        pytest.param(
            {"actions": [{"kind": "petition"}]},
            "x: actions[0].kind is 'petition'; write one of letter, lawsuit,",
            id="kind",
        ),
        pytest.param(
            {"stances": [STANCE, {**STANCE, "polarity": "against"}]},
            "x: stances[1].polarity is 'against'; write one of supports, opposes, neutral",
            id="polarity",
        ),
        pytest.param(
            {"stances": [{**STANCE, "confidence": 1.5}]},
            "x: stances[0].confidence is 1.5; write a number above 0 and up to 1",
            id="confidence",
        ),
        pytest.param(
            {"statements": [{**STATEMENT, "span": [3]}]},
            "x: statements[0].span is [3]; write [start, end] in characters, or null",
            id="span",
        ),
    ],
)
def test_what_does_not_fit_is_named_with_what_to_write(content: object, message: str) -> None:
    with pytest.raises(InputError) as error:
        annotation_from_json(content, where="x")

    assert message in str(error.value)


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        pytest.param(b'{"people": [\n}', "a.gold.json:2:1 is not JSON", id="syntax"),
        pytest.param(b'{"people": "\xff"}', "a.gold.json is not UTF-8", id="encoding"),
        pytest.param(b"[" * 100_000, "a.gold.json is too deep", id="deep"),
    ],
)
def test_a_file_that_is_no_json_is_named(tmp_path: Path, raw: bytes, message: str) -> None:
    path = tmp_path / "a.gold.json"
    path.write_bytes(raw)

    with pytest.raises(InputError, match=message):
        read_annotation(path)
