from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graphkit.nlp.polarity import compose, inverters
from graphkit.records import Polarity

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model

FOR, AGAINST = Polarity.SUPPORTS, Polarity.OPPOSES
CASES = [
    pytest.param("They want to repeal the levy.", "repeal", "levy", AGAINST, id="inverts"),
    pytest.param("They want to keep the levy.", "keep", "levy", FOR, id="keeps"),
    pytest.param("They want to raise the levy.", "raise", "raise", FOR, id="neither-is-the-target"),
    pytest.param("They want to block the repeal of the levy.", "block", "levy", FOR, id="twice"),
    pytest.param("They hope to try to stop the levy.", "try", "levy", AGAINST, id="passes-on"),
    pytest.param("They want an end to the levy.", "end", "levy", AGAINST, id="noun"),
    pytest.param("They want the end.", "end", "end", FOR, id="noun-without-object"),
    pytest.param("They promised not to cut the levy.", "cut", "levy", FOR, id="negated-inverter"),
    pytest.param("They want a ban on plastic bags.", "ban", "ban", FOR, id="a-ban-is-a-policy"),
    pytest.param("They want to protect the miners.", "protect", "protect", FOR, id="people-helped"),
    pytest.param(
        "They joined a drive to keep the levy.", "drive", "levy", FOR, id="effort-to-keep"
    ),
    pytest.param(
        "They praised the ruling upholding the levy.", "ruling", "levy", FOR, id="ruling-that-keeps"
    ),
    pytest.param(
        "They praised the ruling blocking the levy.", "ruling", "levy", AGAINST, id="that-ends"
    ),
    pytest.param(
        "They praised the ruling against the levy.", "ruling", "ruling", FOR, id="no-deed"
    ),
    pytest.param("They joined a drive to end the levy.", "drive", "drive", FOR, id="effort-to-end"),
]


@pytest.mark.parametrize(("text", "start", "head", "polarity"), CASES)
def test_compose(nlp: Language, text: str, start: str, head: str, polarity: Polarity) -> None:
    doc = nlp(text)
    token = next(t for t in doc if t.text == start)
    composed = compose(token, FOR)
    assert (composed.head.text, composed.polarity) == (head, polarity)


@pytest.mark.parametrize(("text", "start", "head", "polarity"), CASES)
def test_composing_the_opposite_gives_the_opposite(
    nlp: Language, text: str, start: str, head: str, polarity: Polarity
) -> None:
    token = next(t for t in nlp(text) if t.text == start)
    composed = compose(token, AGAINST)
    assert (composed.head.text, composed.polarity) == (head, polarity.opposite)


def test_the_list_names_words_of_each_effect() -> None:
    assert set(inverters().values()) == {
        "counters",
        "faults",
        "inverts",
        "judges",
        "keeps",
        "passes",
    }


def test_stopping_somebody_from_a_deed_turns_the_deed(nlp: Language) -> None:
    token = next(t for t in nlp("They want to stop the board from closing it.") if t.text == "stop")
    composed = compose(token, FOR)
    assert (composed.head.text, composed.polarity) == ("it", FOR)


COUNTERED = [
    pytest.param("They back the suit against the fee.", ("fee", AGAINST), id="a-fee"),
    pytest.param("They back the suit against the firm.", ("suit", FOR), id="a-firm"),
    pytest.param("They back the suit.", ("suit", FOR), id="it-does-not-say-against-what"),
    pytest.param(
        "They welcome the legal challenge to the rule.", ("rule", AGAINST), id="a-challenge"
    ),
]


@pytest.mark.parametrize(("text", "expected"), COUNTERED)
def test_a_suit_against_a_policy_turns_it(
    nlp: Language, text: str, expected: tuple[str, Polarity]
) -> None:
    token = next(t for t in nlp(text) if t.text in {"suit", "challenge"})
    composed = compose(token, FOR)
    assert (composed.head.text, composed.polarity) == expected


FAULTED = [
    pytest.param("Declare the new levy unlawful.", ("levy", AGAINST), id="read-as-one-name"),
    pytest.param("Declare the order illegal.", ("order", AGAINST), id="small-clause"),
    pytest.param("Rule that the fee is void.", ("fee", AGAINST), id="predicate"),
    pytest.param("Hold that the fee violates the law.", ("fee", AGAINST), id="verb"),
    pytest.param("Hold that the fee is not void.", ("fee", FOR), id="denied"),
    pytest.param("Hold that the fee is high.", ("Hold", FOR), id="no-fault"),
    pytest.param("Find the fee in the book.", ("Find", FOR), id="no-clause"),
]


@pytest.mark.parametrize(("text", "expected"), FAULTED)
def test_declaring_it_unlawful_turns_it(
    nlp: Language, text: str, expected: tuple[str, Polarity]
) -> None:
    composed = compose(nlp("They want to " + text[0].lower() + text[1:])[3], FOR)
    assert (composed.head.text.capitalize(), composed.polarity) == (
        expected[0].capitalize(),
        expected[1],
    )


VOTES = [
    pytest.param("They want to vote against the fee.", ("fee", AGAINST), id="against"),
    pytest.param("They want to vote for the fee.", ("fee", FOR), id="for"),
    pytest.param("They want to vote no on the fee.", ("fee", AGAINST), id="no-on"),
    pytest.param("They want to vote early.", ("vote", FOR), id="on-nothing"),
]


@pytest.mark.parametrize(("text", "expected"), VOTES)
def test_votes_are_gone_through(nlp: Language, text: str, expected: tuple[str, Polarity]) -> None:
    composed = compose(next(t for t in nlp(text) if t.text == "vote"), FOR)
    assert (composed.head.text, composed.polarity) == expected


def test_deeds_in_the_ing_form_are_gone_through(nlp: Language) -> None:
    token = next(t for t in nlp("They want to stop enforcing the rule.") if t.text == "stop")
    composed = compose(token, FOR)
    assert (composed.head.text, composed.polarity) == ("rule", AGAINST)


def test_ending_what_is_no_policy_is_the_target_itself(nlp: Language) -> None:
    token = next(t for t in nlp("They want to cancel medical debt.") if t.text == "cancel")
    composed = compose(token, FOR)
    assert (composed.head.text, composed.polarity) == ("cancel", FOR)
