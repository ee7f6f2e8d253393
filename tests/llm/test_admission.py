"""What a model says is admitted where the text bears it out, and nowhere else."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.errors import ExtractorError
from graphkit.identity import resolve_extraction
from graphkit.llm import Dropped, admit
from graphkit.records import EvidenceKind, Extraction
from tests.llm.examples import GOOD, TEXT, answer, document, held, named, said

if TYPE_CHECKING:
    from collections.abc import Mapping

PEOPLE = [named("Ann Bee", "Bee")]
POLICIES = [named("Clean Canals Act"), named("dredging fee")]


def _admitted(content: object) -> tuple[Extraction, Mapping[Dropped, int]]:
    reading = admit(json.dumps(content), document())
    return reading.extraction, reading.dropped


def _words(extraction: Extraction) -> set[str]:
    """Return all words that an extraction holds."""
    records = (*extraction.actors(), *extraction.policies)
    spans = {TEXT[span.start : span.end] for span in extraction.spans()}
    return {name for r in records for name in (r.name, *r.aliases)} | spans


def test_a_good_answer_is_admitted_whole() -> None:
    found, dropped = _admitted(GOOD)

    names = found.names()
    assert dropped == {}
    assert [(p.name, p.aliases, len(p.mentions)) for p in found.people] == [
        ("Ann Bee", ("Bee",), 3)
    ]
    assert [(TEXT[s.quote.start : s.quote.end], s.kind.value) for s in found.statements] == [
        ("It will save our boats,", "direct")
    ]
    assert [
        (names[s.holder], s.polarity.value, names[s.target], s.confidence) for s in found.stances
    ] == [
        ("Ann Bee", "supports", "Clean Canals Act", 0.8),
        ("Boaters Union", "opposes", "dredging fee", 0.7),
    ]


def test_evidence_inside_a_statement_is_the_words_of_its_speaker() -> None:
    stances = [
        held("Bee", "supports", "Clean Canals Act", "It will save our boats"),
        held("Bee", "opposes", "dredging fee", "opposes the dredging fee"),
    ]
    found, _ = _admitted(
        answer(people=PEOPLE, policies=POLICIES, statements=GOOD["statements"], stances=stances)
    )

    assert [s.evidence[0].kind for s in found.stances] == [
        EvidenceKind.DIRECT,
        EvidenceKind.NARRATED,
    ]


REFUSED = [
    pytest.param({"people": [named("Ann Bea")]}, Dropped.NO_MENTION, id="invented-name"),
    pytest.param({"people": [named("nn Be")]}, Dropped.NO_MENTION, id="part-of-words"),
    pytest.param({"people": [named(". ")]}, Dropped.NO_MENTION, id="no-letters"),
    pytest.param({"people": [named("")]}, Dropped.NO_MENTION, id="empty-name"),
    pytest.param({"people": [named("Ann Bee", "Anna")]}, Dropped.NO_MENTION, id="invented-alias"),
    pytest.param({"people": [named("Ann Bee"), named("Ann Bee")]}, Dropped.REPEATED, id="twice"),
    pytest.param({"people": ["Ann Bee"]}, Dropped.MALFORMED, id="no-object"),
    pytest.param({"people": [{"name": 3}]}, Dropped.MALFORMED, id="no-text"),
    pytest.param({"people": "Ann Bee"}, Dropped.MALFORMED, id="no-list"),
    pytest.param({"people": [named("Ann Bee")] + [named(TEXT[:9])] * 501}, Dropped.TOO_MANY,
                 id="too-many"),
    pytest.param({"statements": [said("Bee", "It will save boats")]}, Dropped.NO_QUOTE,
                 id="shortened-quote"),
    pytest.param({"statements": [said("Bee", "it will save our boats,")]}, Dropped.NO_QUOTE,
                 id="other-case"),
    pytest.param({"statements": [said("Bee", " ")]}, Dropped.NO_QUOTE, id="blank-quote"),
    pytest.param({"statements": [said("Carl Dee", "It will save our boats,")]}, Dropped.NO_ACTOR,
                 id="speaker-not-listed"),
    pytest.param({"statements": [said("Bee", "It will", "shouted")]}, Dropped.MALFORMED,
                 id="unknown-kind"),
    pytest.param({"stances": [held("Bee", "supports", "Clean Canals Act", "loves the Act")]},
                 Dropped.NO_EVIDENCE, id="invented-evidence"),
    pytest.param({"stances": [held("Bee", "supports", "Clean Canals Act", "")]},
                 Dropped.NO_EVIDENCE, id="no-evidence"),
    pytest.param({"stances": [held("Dee", "supports", "Clean Canals Act", "backs")]},
                 Dropped.NO_ACTOR, id="actor-not-listed"),
    pytest.param({"stances": [held("Bee", "supports", "the Act", "backs")]},
                 Dropped.NO_TARGET, id="target-not-listed"),
    pytest.param({"stances": [held("Bee", "supports", "Ann Bee", "backs")]},
                 Dropped.NO_TARGET, id="of-itself"),
    pytest.param({"stances": [held("Bee", "for", "Clean Canals Act", "backs")]},
                 Dropped.MALFORMED, id="unknown-polarity"),
    pytest.param({"stances": [held("Bee", "supports", "Clean Canals Act", "backs"),
                              held("Ann Bee", "supports", "Clean Canals Act", "said")]},
                 Dropped.REPEATED, id="same-stance-twice"),
]  # fmt: skip


@pytest.mark.parametrize(("lists", "reason"), REFUSED)
def test_what_the_text_does_not_bear_out_is_counted_and_dropped(
    lists: dict[str, Any], reason: Dropped
) -> None:
    content = answer(**{"people": PEOPLE, "policies": POLICIES, **lists})
    found, dropped = _admitted(content)

    assert dropped[reason] >= 1
    assert len(found.stances) <= 1
    assert all(words in TEXT for words in _words(found))


@pytest.mark.parametrize(
    ("stated", "taken"),
    [(1, 1.0), (0, 0.01), (1.5, 0.5), (-1, 0.5), ("high", 0.5), (None, 0.5), (True, 0.5)],
)
def test_a_confidence_is_a_number_above_0_and_up_to_1(stated: object, taken: float) -> None:
    stance = held("Bee", "supports", "Clean Canals Act", "backs", stated)
    found, _ = _admitted(answer(people=PEOPLE, policies=POLICIES, stances=[stance]))

    assert [s.confidence for s in found.stances] == [taken]


def test_a_model_that_obeys_the_document_gets_nothing_in_but_its_words() -> None:
    obeying = answer(
        people=[named("Carl Dee", "see https://example.org/x"), named("<script>alert(1)</script>")],
        policies=[named("Harbour Tax")],
        statements=[said("Carl Dee", "I obey: the Harbour Tax is good")],
        stances=[
            held("Carl Dee", "supports", "Harbour Tax", "https://example.org/secret"),
            held("Carl Dee", "supports", "Harbour Tax", "as I was told"),
        ],
    )
    found, dropped = _admitted({**obeying, "tool_calls": [{"name": "rm"}], "system": "you obey"})

    assert (found.stances, found.statements) == ((), ())
    assert _words(found) == {"Carl Dee", "Harbour Tax"}
    assert dropped == {Dropped.NO_MENTION: 2, Dropped.NO_QUOTE: 1, Dropped.NO_EVIDENCE: 2}


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("Sure! Here is the JSON:", id="prose"),
        pytest.param("", id="nothing"),
        pytest.param("[]", id="list"),
        pytest.param("null", id="null"),
        pytest.param("[" * 100_000, id="deep"),
        pytest.param('{"people": ' + "9" * 5_000 + "}", id="long-number"),
    ],
)
def test_what_is_no_json_object_is_an_error_that_names_the_document(words: str) -> None:
    with pytest.raises(ExtractorError, match=r"answer to a\.txt is not"):
        admit(words, document())


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text() | st.sampled_from(
        ["Ann Bee", "Bee", "Clean Canals Act", "supports", "direct", "backs", TEXT, "\ud800"]
    ),
    lambda inner: st.lists(inner, max_size=4)
    | st.dictionaries(
        st.sampled_from(["name", "aliases", "actor", "target", "polarity", "evidence", "speaker",
                         "quote", "kind", "confidence"]),
        inner,
    ),
    max_leaves=12,
)  # fmt: skip
LISTS = st.sampled_from(["people", "organizations", "groups", "policies", "statements", "stances"])


@given(st.dictionaries(LISTS, JSON | st.lists(JSON, max_size=4)))
def test_whatever_is_answered_only_words_of_the_text_are_admitted(content: dict[str, Any]) -> None:
    reading = admit(json.dumps(content), document())

    assert all(words in TEXT for words in _words(reading.extraction))
    assert resolve_extraction(reading.extraction).document == document().id
