"""Actors that the user names; all people and places are fictional."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphkit.nlp import extract
from graphkit.records import EntityKind, GivenMention
from tests.nlp.given import Marked, document, read

if TYPE_CHECKING:
    from spacy.language import Language

    from graphkit.records import Extraction

PERSON, GOVERNMENT = EntityKind.PERSON, EntityKind.GOVERNMENT


def actors(found: Extraction, text: str) -> list[tuple[str, str, list[str]]]:
    """Return kind, name and mentions of each actor."""
    kinds = {a.id: a.id.split("/")[0] for a in found.actors()}
    return sorted(
        (kinds[a.id], a.name, [text[m.start : m.end] for m in a.mentions]) for a in found.actors()
    )


ACTORS = [
    pytest.param("Bee met Dee.", [], [], id="lone-surnames-are-nobody"),
    pytest.param(
        "Bee met Dee.",
        [Marked("Bee", PERSON), Marked("Dee", PERSON)],
        [("person", "Bee", ["Bee"]), ("person", "Dee", ["Dee"])],
        id="lone-surnames-are-people-when-given",
    ),
    pytest.param(
        "Ann Bee was late. Bee’s boat sank.",
        [Marked("Bee", PERSON)],
        [("person", "Ann Bee", ["Ann Bee", "Bee"])],
        id="joined-to-the-person-found-there",
    ),
    pytest.param(
        "The Esterians left. Esteria was empty.",
        [Marked("Esterian", GOVERNMENT, "Esteria"), Marked("Esteria ", GOVERNMENT, "Esteria")],
        [("government", "Esteria", ["Esterians", "Esteria"])],
        id="names-of-one-actor-and-half-words",
    ),
    pytest.param(
        "Ann Bee was late.",
        [Marked("Ann Bee", EntityKind.ORGANIZATION)],
        [("organization", "Ann Bee", ["Ann Bee"])],
        id="another-kind-than-was-found",
    ),
    pytest.param(
        "Boats sank in Ohio.", [Marked("Ohio")], [("government", "Ohio", ["Ohio"])], id="idle-place"
    ),
    pytest.param("Boats sank in Ohio.", [], [], id="idle-place-that-nobody-gave"),
    pytest.param(
        "the “ was cold.", [Marked("the"), Marked("“")], [], id="article-and-mark-are-nobody"
    ),
    pytest.param("Ann Bee was late.", [], [("person", "Ann Bee", ["Ann Bee"])], id="nothing-given"),
]


@pytest.mark.parametrize(("text", "marked", "expected"), ACTORS)
def test_given_words_are_actors(
    nlp: Language, text: str, marked: list[Marked], expected: list[tuple[str, str, list[str]]]
) -> None:
    assert actors(read(nlp, text, *marked), text) == expected


STANCES = [
    pytest.param("Bee condemned Esteria.", [("Bee", "opposes", "Esteria")], id="object"),
    pytest.param("Esteria praised Bee.", [("Esteria", "supports", "Bee")], id="reverse"),
    pytest.param("Bee flew to Esteria.", [], id="neither"),
]


@pytest.mark.parametrize(("text", "expected"), STANCES)
def test_given_actors_hold_stances(
    nlp: Language, text: str, expected: list[tuple[str, str, str]]
) -> None:
    found = read(nlp, text, Marked("Bee", PERSON), Marked("Esteria", GOVERNMENT))
    names = found.names()
    held = [(names[s.holder], s.polarity.value, names[s.target]) for s in found.stances]
    assert held == expected


@settings(max_examples=40)
@given(
    st.lists(
        st.tuples(st.integers(0, 60), st.integers(1, 30), st.sampled_from([None, *"xy"])),
        max_size=4,
    )
)
def test_any_words_can_be_given(nlp: Language, places: list[tuple[int, int, str | None]]) -> None:
    text = "“Ann Bee’s fee is bad,” said\nCy Dee of Canal Watch (CW) 🛶 today."
    mentions = tuple(GivenMention(start=s, end=s + n, name=name) for s, n, name in places)
    (found,) = extract(nlp, [document(text, mentions)])
    assert all(m.end <= len(text) for a in found.actors() for m in a.mentions)
