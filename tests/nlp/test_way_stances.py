"""How actors that are named together stand to each other; all people are fictional."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.nlp import extract
from graphkit.nlp.annotations import TargetKind, actors_of, stances_of
from graphkit.nlp.way_model import BIAS, Leaning, Weight, leaning, way_weights
from graphkit.nlp.way_stances import LONGEST, MOST_NAMED
from graphkit.records import DEFAULT_MIN_CONFIDENCE, EntityKind, Polarity
from tests.nlp.given import Marked, read
from tests.soak.laws import document_of
from tests.soak.texts import trial

if TYPE_CHECKING:
    from spacy.language import Language

SUPPORTS, OPPOSES = Polarity.SUPPORTS, Polarity.OPPOSES


def found(nlp: Language, text: str) -> list[str]:
    """Return the stances that a way shows, with the words that show them."""
    doc = nlp(text)
    names = [actor.name for actor in actors_of(doc)]
    return [
        f"{names[s.holder]} {s.polarity.value} {names[s.target.place]}"
        for s in stances_of(doc)
        if s.trace.rule == "way" and s.target.kind is TargetKind.ACTOR
    ]


LEANINGS = [
    pytest.param([], Leaning(SUPPORTS, 1 / 3), id="nothing-known"),
    pytest.param(["unknown"], Leaning(SUPPORTS, 1 / 3), id="unknown-feature"),
    pytest.param(["for"], Leaning(SUPPORTS, 0.5), id="supports"),
    pytest.param(["against"], Leaning(OPPOSES, 0.5), id="opposes"),
]
AMONG = {BIAS: Weight(1e-9, 0.0), "for": Weight(0.6931472, 0.0), "against": Weight(0.0, 0.6931472)}


@pytest.mark.parametrize(("features", "expected"), LEANINGS)
def test_a_leaning(features: list[str], expected: Leaning) -> None:
    polarity, chance = leaning(features, AMONG)
    assert (polarity, round(chance, 6)) == (expected.polarity, round(expected.chance, 6))


@given(st.sets(st.sampled_from(sorted(way_weights()))))
def test_a_chance_is_a_chance(features: set[str]) -> None:
    assert 0 < leaning(features).chance < 1


def test_no_weight_is_of_a_name() -> None:
    shown = (name.partition(":")[2] for name in way_weights())
    words = {word for value in shown for word in re.findall(r"\w+", value)}
    assert {word for word in words if word.lower() != word} == {"H", "HT", "ROOT", "TH"}


UNASKED = [
    pytest.param(
        "Mayor Ann Bee told voters that Governor Cy Dee cannot win.",
        ["Ann Bee opposes Cy Dee"],
        id="no-cue-but-plain",
    ),
    pytest.param(
        "Mayor Ann Bee praised the record of Governor Cy Dee.",
        ["Ann Bee supports Cy Dee"],
        id="a-cue-of-something-else",
    ),
    pytest.param("Mayor Ann Bee met Governor Cy Dee.", [], id="nothing-shown"),
    pytest.param("Mayor Ann Bee attacked Governor Cy Dee.", [], id="a-cue-says-so-already"),
    pytest.param("Mayor Ann Bee told voters that Ann Bee cannot win.", [], id="herself"),
]


@pytest.mark.parametrize(("text", "expected"), UNASKED)
def test_how_actors_stand_to_each_other(nlp: Language, text: str, expected: list[str]) -> None:
    assert found(nlp, text) == expected


ASKED = [
    pytest.param("Bee criticized an aide of Dee.", ["Bee opposes Dee"], id="aide"),
    pytest.param("Bee defended Dee’s record.", ["Bee supports Dee"], id="record"),
    pytest.param("Bee walked home with Dee.", [], id="nothing-shown"),
]


@pytest.mark.parametrize(("text", "expected"), ASKED)
def test_less_is_enough_for_actors_that_the_user_names(
    nlp: Language, text: str, expected: list[str]
) -> None:
    extraction = read(nlp, text, Marked("Bee", EntityKind.PERSON), Marked("Dee", EntityKind.PERSON))
    names = extraction.names()
    shown = [s for s in extraction.stances if s.reason is not None and s.reason.rule == "way"]
    assert [f"{names[s.holder]} {s.polarity.value} {names[s.target]}" for s in shown] == expected


def test_what_nobody_asked_for_is_not_shown_by_default(nlp: Language) -> None:
    (stance,) = stances_of(nlp("Mayor Ann Bee told voters that Governor Cy Dee cannot win."))
    assert stance.trace.rule == "way"
    assert stance.confidence < DEFAULT_MIN_CONFIDENCE


def test_the_words_lead_back_to_the_text(nlp: Language) -> None:
    text = "Mayor Ann Bee told voters that Governor Cy Dee cannot win."
    doc = nlp(text)
    (stance,) = stances_of(doc)
    ((evidence, _),) = stance.evidence
    assert doc[evidence.start : evidence.end].text == text[len("Mayor ") : -1]
    assert doc[stance.trace.cue.start].text == "win"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Mayor Ann Bee told voters that Governor Cy Dee cannot win, "
            + ", ".join(
                f"Senator {n} Vale"
                for n in ["Ada", "Bo", "Cal", "Di", "Eli", "Flo", "Gus", "Hal", "Ida"]
            )
            + " said.",
            id="a-list-of-names",
        ),
        pytest.param(
            "Mayor Ann Bee told voters that Governor Cy Dee cannot win"
            + " and that it rained" * (LONGEST // 4)
            + ".",
            id="a-long-sentence",
        ),
    ],
)
def test_long_sentences_tell_nothing(nlp: Language, text: str) -> None:
    assert len(nlp(text)) > min(LONGEST, 2 * MOST_NAMED)
    assert found(nlp, text) == []


def test_what_is_a_policy_too_is_told_of_once(nlp: Language) -> None:
    """The headline's fee is taken for an organization there, and for a policy."""
    one = trial(7417)
    document = document_of(one.text, name="7417.txt", title=one.title)
    (found,) = extract(nlp, (document,))
    ids = [stance.id for stance in found.stances]
    assert ids != []
    assert sorted(ids) == sorted(set(ids))
