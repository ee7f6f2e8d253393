"""Reported clauses and verb phrases: what is said without quotation marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graphkit.nlp.reported_speech import speakers_of
from tests.nlp.speaking import said

if TYPE_CHECKING:
    from spacy.language import Language

model = pytest.mark.model

PEOPLE = {
    "Ann Bee": ("Bee", "the governor"),
    "Cy Dee": ("Dee", "he"),
    "Mill Union": ("the Mill Union",),
    "Harbor Herald": (),
}

REPORTED = [
    pytest.param(
        "Ann Bee said that the dam is unsafe.", [("Ann Bee", "the dam is unsafe")], id="that-clause"
    ),
    pytest.param(
        "Ann Bee said the dam is unsafe.", [("Ann Bee", "the dam is unsafe")], id="bare-clause"
    ),
    pytest.param(
        "The dam has leaks on the east side, Ann Bee said.",
        [("Ann Bee", "The dam has leaks on the east side")],
        id="clause-before-the-verb",
    ),
    pytest.param(
        "Ann Bee has said on Tuesday they would close the dam.",
        [("Ann Bee", "they would close the dam")],
        id="day-of-saying-left-out",
    ),
    pytest.param(
        "Ann Bee told the board on Monday that the dam is unsafe.",
        [("Ann Bee", "the dam is unsafe")],
        id="told-somebody",
    ),
    pytest.param(
        "Ann Bee said the dam is unsafe and warned that it may break.",
        [("Ann Bee", "the dam is unsafe"), ("Ann Bee", "it may break")],
        id="two-verbs-one-subject",
    ),
    pytest.param(
        "Ann Bee said the dam is unsafe, while the valley slept.",
        [("Ann Bee", "the dam is unsafe")],
        id="circumstance-left-out",
    ),
    pytest.param(
        "Ann Bee left the hall, saying the dam is unsafe.",
        [("Ann Bee", "the dam is unsafe")],
        id="participle",
    ),
    pytest.param(
        "Saying the dam is unsafe, Ann Bee left the hall.",
        [("Ann Bee", "the dam is unsafe")],
        id="participle-before",
    ),
    pytest.param(
        "Ann Bee ran out of time, with the Mill Union in the valley conceding that the dam is"
        " unsafe.",
        [("Mill Union", "the dam is unsafe")],
        id="participle-behind-with",
    ),
    pytest.param(
        "In a note to Ann Bee and the Mill Union, Cy Dee and the crew emphasize that the dam is"
        " unsafe.",
        [("Cy Dee", "the dam is unsafe")],
        id="writer-behind-the-addressees",
    ),
    pytest.param(
        "The old dam, Ann Bee said, is unsafe.",
        [("Ann Bee", "The old dam, Ann Bee said, is unsafe")],
        id="verb-thrown-in",
    ),
    pytest.param(
        "Ann Bee said they had left, stressing that the dam is unsafe.",
        [("Ann Bee", "they had left"), ("Ann Bee", "the dam is unsafe")],
        id="participle-that-adds",
    ),
    pytest.param(
        "Ann Bee asked the board to close the dam.",
        [("Ann Bee", "asked the board to close the dam")],
        id="asked-to",
    ),
    pytest.param(
        "Ann Bee said she had written that the dam is unsafe.",
        [("Ann Bee", "she had written that the dam is unsafe")],
        id="own-saying-is-told-once",
    ),
    pytest.param(
        "Ann Bee urged the board to close the dam, which was built by hand.",
        [("Ann Bee", "urged the board to close the dam")],
        id="request-up-to-its-relative-clause",
    ),
    pytest.param(
        "Ann Bee called for an end to the toll.",
        [("Ann Bee", "called for an end to the toll")],
        id="request-with-preposition",
    ),
    pytest.param(
        "Ann Bee vowed to close the dam.",
        [("Ann Bee", "vowed to close the dam")],
        id="promise",
    ),
    pytest.param(
        "Ann Bee voiced concern that the dam is unsafe.",
        [("Ann Bee", "the dam is unsafe")],
        id="noun-with-clause",
    ),
    pytest.param(
        "Ann Bee denies any part in the sale.",
        [("Ann Bee", "denies any part in the sale")],
        id="denial",
    ),
    pytest.param(
        "According to Ann Bee, the dam is unsafe.",
        [("Ann Bee", "the dam is unsafe")],
        id="according-to",
    ),
    pytest.param(
        "The toll, which Ann Bee says hurts the valley, is new.",
        [("Ann Bee", "hurts the valley")],
        id="inside-a-relative-clause",
    ),
    pytest.param(
        "Ann Bee spoke first. The governor said the dam is unsafe.",
        [("Ann Bee", "the dam is unsafe")],
        id="title",
    ),
    pytest.param(
        "Ann Bee praised Cy Dee for saying that the dam is unsafe.",
        [("Cy Dee", "the dam is unsafe")],
        id="who-is-praised-for-saying-it",
    ),
    pytest.param(
        "Ann Bee thinks that the dam is unsafe.", [("Ann Bee", "the dam is unsafe")], id="thought"
    ),
    pytest.param(
        "Ann Bee accused the board of hiding the costs.",
        [("Ann Bee", "accused the board of hiding the costs")],
        id="accusation",
    ),
    pytest.param(
        "A boatman said that the dam is unsafe.", [(None, "the dam is unsafe")], id="nobody-known"
    ),
    pytest.param(
        "According to a survey, the dam is unsafe.",
        [(None, "the dam is unsafe")],
        id="according-to-nobody-known",
    ),
    pytest.param(
        "The gate will not hold, as Ann Bee has warned.",
        [("Ann Bee", "The gate will not hold")],
        id="main-clause-of-as",
    ),
    pytest.param(
        "As Ann Bee noted, the dam is unsafe.", [("Ann Bee", "the dam is unsafe")], id="as-first"
    ),
    pytest.param(
        "In the dry months, Ann Bee argued, the dam is unsafe.",
        [("Ann Bee", "In the dry months, Ann Bee argued, the dam is unsafe")],
        id="behind-an-opening-phrase",
    ),
    pytest.param(
        "In the dry months, Ann Bee said the dam is unsafe.",
        [("Ann Bee", "the dam is unsafe")],
        id="opening-phrase-of-the-saying",
    ),
    pytest.param(
        "Ann Bee said the dam is unsafe, blaming the board for hiding the costs.",
        [
            ("Ann Bee", "the dam is unsafe"),
            ("Ann Bee", "blaming the board for hiding the costs"),
        ],
        id="another-verb-that-adds",
    ),
    pytest.param(
        "Ann Bee said they have not held a vote and never called a meeting.",
        [("Ann Bee", "they have not held a vote and never called a meeting")],
        id="verb-that-reports-nothing-goes-on",
    ),
    pytest.param(
        "Two boatmen urged the board to close the dam.",
        [(None, "urged the board to close the dam")],
        id="request-of-somebody",
    ),
]

PHRASES = [
    pytest.param(
        "In Ann Bee's view, the dam is unsafe.", [("Ann Bee", "the dam is unsafe")], id="view"
    ),
    pytest.param(
        "The dam, in the opinion of Ann Bee, is unsafe.",
        [("Ann Bee", "The dam, in the opinion of Ann Bee, is unsafe")],
        id="opinion-thrown-in",
    ),
    pytest.param(
        "On the east side, according to Ann Bee, the dam is unsafe.",
        [("Ann Bee", "On the east side, according to Ann Bee, the dam is unsafe")],
        id="according-to-thrown-in",
    ),
    pytest.param(
        "The dam is unsafe, according to Ann Bee, but nobody has left.",
        [("Ann Bee", "The dam is unsafe")],
        id="narrator-goes-on",
    ),
    pytest.param("They paid according to the rules of the mill.", [], id="no-speaker-but-rules"),
    pytest.param("The dam came into view, and Ann Bee left.", [], id="view-of-nobody"),
    pytest.param("In her view of Ann Bee she is alone.", [], id="view-of-somebody"),
    pytest.param("In view of the rain, Ann Bee left.", [], id="in-view-of"),
    pytest.param("According", [], id="alone"),
    pytest.param("Ann Bee wanted to blast the plan for the old dam.", [], id="aim-of-a-judgement"),
]

NOT_REPORTED = [
    pytest.param("Ann Bee did not say that the dam is unsafe.", id="denied"),
    pytest.param("Ann Bee declined to say whether the dam is unsafe.", id="declined"),
    pytest.param("If Ann Bee says the dam is unsafe, they will close it.", id="supposed"),
    pytest.param("Ann Bee was told that the dam is unsafe.", id="passive"),
    pytest.param("Asked whether the dam is unsafe, Ann Bee smiled.", id="asked-by-others"),
    pytest.param("Ann Bee asked whether the dam is unsafe.", id="question"),
    pytest.param("Ann Bee feels that the dam is unsafe.", id="felt"),
    pytest.param("Ann Bee rejected the plan.", id="short-judgement"),
    pytest.param("A boatman rejected the plan to close the old dam.", id="judgement-of-nobody"),
    pytest.param("Ann Bee left as the rain came.", id="as-without-saying"),
    pytest.param("Ann Bee plans to close the dam.", id="intention"),
    pytest.param("Ann Bee supports the plan to close the dam.", id="support"),
    pytest.param("Nobody said that the dam is unsafe.", id="said-by-nobody"),
    pytest.param("It said so, but that said the dam is unsafe.", id="said-by-a-thing"),
    pytest.param("Ann Bee called the engineers and went home.", id="called-somebody-up"),
    pytest.param("Ann Bee asked Cy Dee about the dam.", id="asked-somebody"),
    pytest.param("What Ann Bee called a mistake is law.", id="free-relative"),
    pytest.param("Ann Bee called a taxi from a phone on the dam.", id="particle-too-far-off"),
    pytest.param("Ann Bee voiced her anger at the board.", id="feeling-without-a-clause"),
    pytest.param("Bee Says Dam Is Unsafe\n\nThe hall was full.", id="headline"),
    pytest.param("Ann Bee wrote a book and told stories.", id="objects-only"),
    pytest.param("Ann Bee said so.", id="one-word"),
    pytest.param("The dam is unsafe, and Ann Bee knows it.", id="no-speech"),
    pytest.param("Ann Bee seemed to say that the dam is unsafe.", id="seemed"),
]


@model
@pytest.mark.parametrize(("text", "expected"), REPORTED)
def test_indirect_statements(
    nlp: Language, text: str, expected: list[tuple[str | None, str]]
) -> None:
    assert said(nlp, text, PEOPLE) == [(who, "indirect", what) for who, what in expected]


@model
@pytest.mark.parametrize(("text", "expected"), PHRASES)
def test_statements_given_by_a_phrase(
    nlp: Language, text: str, expected: list[tuple[str | None, str]]
) -> None:
    assert said(nlp, text, PEOPLE) == [(who, "indirect", what) for who, what in expected]


@model
@pytest.mark.parametrize("text", NOT_REPORTED)
def test_what_is_no_statement(nlp: Language, text: str) -> None:
    assert said(nlp, text, PEOPLE) == []


@model
def test_who_speaks_behind_with_is_not_the_subject_of_the_main_clause(nlp: Language) -> None:
    doc = nlp(
        "The clock ran out on the bill, with local leadership in the Senate conceding that the"
        " vote happened after midnight."
    )
    verb = next(t for t in doc if t.lower_ == "conceding")
    assert [t.text for t in speakers_of(verb)] == ["leadership"]
