"""The way between two actors and what it shows; all people are fictional."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graphkit.nlp.annotations import TokenRange
from graphkit.nlp.frames import forget_frames
from graphkit.nlp.sentiment_words import sentiment_words, sign_of
from graphkit.nlp.ways import (
    Sentences,
    features_of,
    frames_by_sentence,
    scene_of,
    way_between,
    word_of,
)

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from graphkit.nlp.ways import Way


def way(nlp: Language, text: str, holder: str, target: str) -> Way:
    """Return the way between two words of the first sentence."""
    doc = nlp(text)
    forget_frames(doc)
    sentence = next(iter(doc.sents))
    scene = scene_of(sentence, frames_by_sentence(doc, Sentences(doc)).get(sentence.start, ()))
    found = way_between(scene, place(doc, holder), place(doc, target))
    assert found is not None
    return found


def place(doc: Doc, word: str) -> TokenRange:
    """Return where the only token of that text stands."""
    (token,) = (t for t in doc if t.text == word)
    return TokenRange(token.i, token.i + 1)


WORDS = [
    pytest.param("Bee condemned Dee.", "Bee", "Dee", ["T condemn"], id="object"),
    pytest.param(
        "Bee criticized the record of Dee.",
        "Bee",
        "Dee",
        ["T criticize", "D record", "D of"],
        id="down-to-the-target",
    ),
    pytest.param(
        "Allies of Bee attacked Dee.", "Bee", "Dee", ["U of", "U ally", "T attack"], id="up"
    ),
    pytest.param("Bee and Dee sat down.", "Bee", "Dee", [], id="nothing-between"),
]


@pytest.mark.parametrize(("text", "holder", "target", "words"), WORDS)
def test_the_words_of_a_way(
    nlp: Language, text: str, holder: str, target: str, words: list[str]
) -> None:
    found = way(nlp, text, holder, target)
    assert [f"{part} {token.lemma_.lower()}" for part, token in found.words] == words


SHOWN = [
    pytest.param(
        "Bee condemned Dee.",
        {"are:nsubj|dobj", "order:HT", "top:-|nsubj|dobj", "frame:-", "way T:condemn"},
        id="a-cue",
    ),
    pytest.param("Bee did not praise Dee.", {"way denied", "way T:-", "beside:not"}, id="denied"),
    pytest.param(
        "Bee said that Dee is a liar.",
        {"holder speaks", "top does:say|nsubj|ccomp", "clause:-1|speaks"},
        id="somebody-speaks",
    ),
    pytest.param("“Dee is late,” Bee said.", {"order:TH", "quoted:out|in"}, id="inside-quotation"),
]


@pytest.mark.parametrize(("text", "features"), SHOWN)
def test_what_a_way_shows(nlp: Language, text: str, features: set[str]) -> None:
    assert features - features_of(way(nlp, text, "Bee", "Dee")) == set()


HIDDEN = [
    pytest.param("Bee saw Dee.", {"way denied", "holder speaks"}, id="nobody-denies-or-speaks"),
    pytest.param("Bee sat with Dee.", {"frame:+", "frame:-", "way T:-", "way T:+"}, id="no-sign"),
]


@pytest.mark.parametrize(("text", "features"), HIDDEN)
def test_what_a_way_does_not_show(nlp: Language, text: str, features: set[str]) -> None:
    assert features & features_of(way(nlp, text, "Bee", "Dee")) == set()


def test_a_name_is_never_a_feature(nlp: Language) -> None:
    text = "Corvane aides of Bee told Vexley, the Orrin of Teluria, on 3 Maytember that Dee lies."
    shown = " ".join(features_of(way(nlp, text, "Bee", "Dee"))).lower()
    names = ("corvane", "bee", "vexley", "orrin", "teluria", "dee", "3")
    assert [name for name in names if name in shown.split()] == []
    assert not any(f"/{name}" in shown or f":{name}" in shown for name in names)


def test_the_same_way_shows_the_same(nlp: Language) -> None:
    text = "Bee mocked Dee for a harmful plan."
    assert features_of(way(nlp, text, "Bee", "Dee")) == features_of(way(nlp, text, "Bee", "Dee"))
    assert features_of(way(nlp, text, "Bee", "Dee")) != features_of(way(nlp, text, "Dee", "Bee"))


SIGNS = [
    pytest.param("Bee condemned it.", "condemned", "-", id="cue"),
    pytest.param("Bee did not condemn it.", "condemn", "+", id="denied-cue"),
    pytest.param("It was a lovely day.", "lovely", "p", id="other-lexicon"),
    pytest.param("It was never lovely.", "lovely", "m", id="denied-word-of-the-other-lexicon"),
    pytest.param("It was a day.", "day", None, id="plain"),
    pytest.param("They introduced a bill.", "introduced", None, id="what-is-done-to-policies"),
]


@pytest.mark.parametrize(("text", "word", "sign"), SIGNS)
def test_the_sign_of_a_word(nlp: Language, text: str, word: str, sign: str | None) -> None:
    doc = nlp(text)
    assert sign_of(doc[place(doc, word).start]) == sign


def test_the_list_of_words_is_sorted_and_of_both_signs() -> None:
    words = list(sentiment_words())
    assert words == sorted(words)
    assert set(sentiment_words().values()) == {"p", "m"}


def test_numbers_are_no_words(nlp: Language) -> None:
    assert [word_of(t) for t in nlp("it is 40")] == ["it", "be", "<number>"]
