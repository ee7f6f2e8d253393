"""Direct and mixed statements with their speakers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphkit.nlp.annotations import quotations_of
from tests.nlp.speaking import Said, quoted_doc, said

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model

PEOPLE = {
    "Ann Bee": ("Bee", "the governor"),
    "Cy Dee": ("Dee", "he"),
    "Mill Union": ("the Mill Union",),
    "Harbor Herald": (),
}

DIRECT = [
    pytest.param(
        "“The dam is not safe,” Ann Bee said on Monday.",
        [("Ann Bee", "direct", "The dam is not safe")],
        id="cue-behind",
    ),
    pytest.param(
        "“The dam is not safe,” said Gov. Ann Bee, who lives below it.",
        [("Ann Bee", "direct", "The dam is not safe")],
        id="cue-behind-inverted",
    ),
    pytest.param(
        "Ann Bee said, “The dam is not safe.”",
        [("Ann Bee", "direct", "The dam is not safe")],
        id="cue-before",
    ),
    pytest.param(
        "“It leaks,” Ann Bee said in March, according to Cy Dee.",
        [("Ann Bee", "direct", "It leaks")],
        id="announced-before-according-to",
    ),
    pytest.param(
        "Ann Bee said “we must mend the dam” on Monday, in a letter to the board.",
        [("Ann Bee", "direct", "we must mend the dam")],
        id="occasion-behind-the-marks",
    ),
    pytest.param(
        "In a note to the board, Ann Bee wrote: “The dam is not safe.”",
        [("Ann Bee", "direct", "The dam is not safe")],
        id="colon",
    ),
    pytest.param(
        "“The dam is not safe,” Ann Bee said. “It will break this year.”",
        [
            ("Ann Bee", "direct", "The dam is not safe"),
            ("Ann Bee", "direct", "It will break this year"),
        ],
        id="cue-in-the-middle-makes-two",
    ),
    pytest.param(
        "“The dam is old. It is not safe. Close it!” Ann Bee said.",
        [("Ann Bee", "direct", "The dam is old. It is not safe. Close it!")],
        id="several-sentences-are-one",
    ),
    pytest.param(
        "“Is the dam safe?” the governor asked the board.",
        [("Ann Bee", "direct", "Is the dam safe?")],
        id="question-and-title",
    ),
    pytest.param(
        "Ann Bee spoke first. Cy Dee came late. “The dam is not safe,” he told the crowd.",
        [("Cy Dee", "direct", "The dam is not safe")],
        id="pronoun",
    ),
    pytest.param(
        "“The dam is not safe,” said Mill Union President Ann Bee.",
        [("Ann Bee", "direct", "The dam is not safe")],
        id="officer-behind-organization",
    ),
    pytest.param(
        "The dam was built by hand. “It is not safe any more.” — Ann Bee",
        [("Ann Bee", "direct", "It is not safe any more")],
        id="signature",
    ),
    pytest.param(
        "Ann Bee: “The dam is not safe.”",
        [("Ann Bee", "direct", "The dam is not safe")],
        id="label",
    ),
    pytest.param(
        "“We close the dam,” Ann Bee said. They are late with the repairs. They know it.”",
        [
            ("Ann Bee", "direct", "We close the dam"),
            ("Ann Bee", "direct", "They are late with the repairs. They know it"),
        ],
        id="opening-mark-missing",
    ),
    pytest.param(
        "“The dam is old,” Ann Bee said.\n\n“Nobody has looked at it for years.”",
        [
            ("Ann Bee", "direct", "The dam is old"),
            ("Ann Bee", "direct", "Nobody has looked at it for years"),
        ],
        id="next-paragraph-without-a-cue",
    ),
    pytest.param(
        "Ann Bee said: “The dam is old.\n\n“Nobody has looked at it for years.”",
        [
            ("Ann Bee", "direct", "The dam is old"),
            ("Ann Bee", "direct", "Nobody has looked at it for years"),
        ],
        id="goes-on-over-paragraphs",
    ),
    pytest.param(
        "Ann Bee walked along the dam with two engineers.\n\n“Nobody has looked at it for years.”",
        [("Ann Bee", "direct", "Nobody has looked at it for years")],
        id="subject-of-the-paragraph-before",
    ),
    pytest.param(
        "Ann Bee wrote to the board:\n\n“Nobody has looked at it for years.”",
        [("Ann Bee", "direct", "Nobody has looked at it for years")],
        id="colon-in-the-paragraph-before",
    ),
    pytest.param(
        "“The dam is bad,” Ann Bee said. “Very bad.”",
        [("Ann Bee", "direct", "The dam is bad"), ("Ann Bee", "direct", "Very bad")],
        id="short-second-part",
    ),
    pytest.param(
        "Asked when, Ann Bee replied, “Soon.”",
        [("Ann Bee", "direct", "Soon")],
        id="one-word",
    ),
    pytest.param(
        "“Not in our valley,” Ann Bee laughed.",
        [("Ann Bee", "direct", "Not in our valley")],
        id="verb-that-is-in-no-list",
    ),
    pytest.param(
        "“Absolutely Not,” Ann Bee said.",
        [("Ann Bee", "direct", "Absolutely Not")],
        id="capitals-with-a-cue-are-no-title",
    ),
    pytest.param(
        "Ann Bee signed a letter on Monday.\n\nFrom the letter: “The dam is not safe any more.”",
        [("Ann Bee", "direct", "The dam is not safe any more")],
        id="text-that-speaks",
    ),
    pytest.param(
        "Cy Dee said that his sister had met Ann Bee.\n\n“She is my friend,” he said.",
        [
            ("Cy Dee", "indirect", "his sister had met Ann Bee"),
            ("Cy Dee", "direct", "She is my friend"),
        ],
        id="pronoun-goes-on-with-the-speaker",
    ),
    pytest.param(
        "Ann Bee listed the costs: “The dam alone eats half of it,” Cy Dee said.",
        [("Cy Dee", "direct", "The dam alone eats half of it")],
        id="cue-behind-beats-the-colon-before",
    ),
    pytest.param(
        "Ann Bee said: ‘The dam is old.\n\n‘Nobody has looked at it for years,’ she said.",
        [
            ("Ann Bee", "direct", "The dam is old"),
            ("Ann Bee", "direct", "Nobody has looked at it for years"),
        ],
        id="single-marks-over-paragraphs",
    ),
    pytest.param(
        "But for Cy Dee, “it was never about the dam,” said Ann Bee.",
        [("Ann Bee", "direct", "it was never about the dam")],
        id="a-phrase-before-the-marks",
    ),
    pytest.param(
        "“The dam is old,” said a man in a boat.",
        [(None, "direct", "The dam is old")],
        id="nobody-known",
    ),
    pytest.param(
        "Asked what the dam was worth, Ann Bee said, “It is worth nothing.”",
        [("Ann Bee", "direct", "It is worth nothing")],
        id="circumstance-before-the-cue",
    ),
    pytest.param(
        "In case of rain, he said, “the dam will break.”",
        [("Cy Dee", "direct", "the dam will break")],
        id="circumstance-without-a-clause",
    ),
    pytest.param(
        "“Yes, the dam leaks,” Ann Bee, the founder of the Mill Union, tells the Harbor Herald.",
        [("Ann Bee", "direct", "Yes, the dam leaks")],
        id="apposition-between-marks-and-cue",
    ),
    pytest.param(
        "Cy Dee left the hall. Ann Bee shrugged, “We never had a dam.”",
        [("Ann Bee", "direct", "We never had a dam")],
        id="comma-behind-a-verb-that-is-in-no-list",
    ),
    pytest.param(
        "Ann Bee shot back, “Then read the report again.”",
        [("Ann Bee", "direct", "Then read the report again")],
        id="verb-with-a-particle",
    ),
    pytest.param(
        "“The dam leaks,” Ann Bee tweeted on Monday.",
        [("Ann Bee", "direct", "The dam leaks")],
        id="tweeted",
    ),
    pytest.param(
        "“The dam leaks,” Ann Bee said in a statement.",
        [("Ann Bee", "direct", "The dam leaks")],
        id="in-a-statement",
    ),
    pytest.param(
        "In a statement, Ann Bee said: 'The dam leaks.'",
        [("Ann Bee", "direct", "The dam leaks")],
        id="single-straight-behind-a-colon",
    ),
    pytest.param(
        "The dam “will break this year,” according to Ann Bee.",
        [("Ann Bee", "mixed", "The dam “will break this year,”")],
        id="according-to",
    ),
    pytest.param(
        "“The dam leaks,” according to a statement from Ann Bee.",
        [("Ann Bee", "direct", "The dam leaks")],
        id="according-to-a-statement",
    ),
    pytest.param(
        "“The dam leaks,” Ann Bee’s office said on Monday.",
        [("Ann Bee", "direct", "The dam leaks")],
        id="office-said",
    ),
    pytest.param(
        "Ann Bee told it in her own way: “‘We will wait,’ the board wrote.”",
        [("Ann Bee", "direct", "‘We will wait,’ the board wrote")],
        id="single-inside-double-behind-a-colon",
    ),
    pytest.param(
        "Ann Bee said “the dam leaks and left the hall.",
        [("Ann Bee", "direct", "the dam leaks and left the hall")],
        id="closing-mark-missing",
    ),
    pytest.param(
        "In Ann Bee’s words, “the dam is a sieve.”",
        [("Ann Bee", "direct", "the dam is a sieve")],
        id="in-her-words",
    ),
    pytest.param(
        "In the words of Ann Bee, “the dam is a sieve.”",
        [("Ann Bee", "direct", "the dam is a sieve")],
        id="in-the-words-of",
    ),
    pytest.param(
        "As Ann Bee put it, “the dam is a sieve.”",
        [("Ann Bee", "direct", "the dam is a sieve")],
        id="as-she-put-it",
    ),
    pytest.param(
        "The Mill Union crossed the bridge and chanted “Save the dam!”",
        [("Mill Union", "direct", "Save the dam!")],
        id="chant",
    ),
    pytest.param(
        'Ann Bee wrote:\n\n"The “quiet” dam is loud. It shook the “new” mill.\n\n"It must go."',
        [
            ("Ann Bee", "direct", "The “quiet” dam is loud. It shook the “new” mill"),
            ("Ann Bee", "direct", "It must go"),
        ],
        id="block-over-paragraphs-with-marks-of-another-make",
    ),
]

MIXED = [
    pytest.param(
        "Ann Bee said “the old dam” on the river is unsafe.",
        [("Ann Bee", "mixed", "“the old dam” on the river is unsafe")],
        id="marked-words-are-no-clause",
    ),
    pytest.param(
        "Ann Bee said the dam is “an accident that waits to happen.”",
        [("Ann Bee", "mixed", "the dam is “an accident that waits to happen.”")],
        id="clause",
    ),
    pytest.param(
        "Ann Bee said that the dam “leaks” and that it must close.",
        [("Ann Bee", "mixed", "the dam “leaks” and that it must close")],
        id="clause-goes-on-behind-the-mark",
    ),
    pytest.param(
        "Ann Bee called the dam a “ticking clock” for the valley.",
        [("Ann Bee", "mixed", "called the dam a “ticking clock” for the valley")],
        id="judgement",
    ),
    pytest.param(
        "Ann Bee urged the board to “wake up” and close the dam.",
        [("Ann Bee", "mixed", "urged the board to “wake up” and close the dam")],
        id="request",
    ),
    pytest.param(
        "Cy Dee believes the dam is “good for a century.”",
        [("Cy Dee", "mixed", "the dam is “good for a century.”")],
        id="belief-with-quoted-words",
    ),
    pytest.param(
        "The men, Ann Bee said, “ran away” from the dam.",
        [("Ann Bee", "mixed", "The men, Ann Bee said, “ran away” from the dam")],
        id="cue-thrown-into-the-clause",
    ),
    pytest.param(
        "Ann Bee said the mill would “not burn” again, a promise that nobody kept.",
        [("Ann Bee", "mixed", "the mill would “not burn” again")],
        id="remark-of-the-narrator",
    ),
    pytest.param(
        "Ann Bee called the mill “a ruin” in a letter on Monday.",
        [("Ann Bee", "mixed", "called the mill “a ruin”")],
        id="where-a-judgement-was-made",
    ),
    pytest.param(
        "Cy Dee said the mill is “a ruin,” a risk and “a shame.”",
        [("Cy Dee", "mixed", "the mill is “a ruin,” a risk and “a shame.”")],
        id="series-is-no-remark",
    ),
    pytest.param(
        "Ann Bee, known as “the Mole,” stated that the dam is safe.",
        [("Ann Bee", "indirect", "the dam is safe")],
        id="the-verb-says-something-else",
    ),
    pytest.param(
        "Ann Bee signed the bill, citing “a flood of calls” from the valley.",
        [("Ann Bee", "mixed", "citing “a flood of calls” from the valley")],
        id="citing",
    ),
    pytest.param(
        "“This is wrong” and “must be stopped,” Ann Bee said of the plan.",
        [("Ann Bee", "mixed", "“This is wrong” and “must be stopped,”")],
        id="two-scraps-are-one",
    ),
    pytest.param(
        "Ann Bee wrote to the board, telling it the dam is “a risk” and accusing it of “sleep.”",
        [
            ("Ann Bee", "mixed", "the dam is “a risk”"),
            ("Ann Bee", "mixed", "accusing it of “sleep.”"),
        ],
        id="two-verbs-with-scraps",
    ),
    pytest.param(
        "“The dam leaks,” Ann Bee told the crowd, adding that “it must close now.”",
        [("Ann Bee", "direct", "The dam leaks"), ("Ann Bee", "direct", "it must close now")],
        id="clause-that-is-all-quoted-is-direct",
    ),
]

SETTINGS = [
    pytest.param(
        "Gov. Cy Dee: It stands.\n\nCy Dee: It has stood for years.",
        [
            ("Cy Dee", "direct", "It stands"),
            ("Cy Dee", "direct", "It has stood for years"),
        ],
        id="transcript-with-titles",
    ),
    pytest.param(
        "CY DEE: Is the dam safe?\n\nBEE: It is not, and it never was.",
        [
            ("Cy Dee", "direct", "Is the dam safe?"),
            ("Ann Bee", "direct", "It is not, and it never was"),
        ],
        id="transcript",
    ),
    pytest.param(
        "Two posts followed.\n\nThe dam must close now! — Ann Bee (@annbee) May 3, 2021",
        [("Ann Bee", "direct", "The dam must close now!")],
        id="post",
    ),
    pytest.param(
        "Ann Bee warned that:\n- the dam leaks;\n- the valley has no other road.",
        [
            ("Ann Bee", "indirect", "the dam leaks"),
            ("Ann Bee", "indirect", "the valley has no other road"),
        ],
        id="list",
    ),
]

NOTHING_SAID = [
    pytest.param("The “dam” is a wall of earth, and Ann Bee crossed it.", id="scare-quotes"),
    pytest.param("Ann “Bulldozer” Bee crossed the dam on Monday.", id="nickname"),
    pytest.param("Ann Bee read “The Long Road Home” on the way to the dam.", id="title"),
    pytest.param("Ann Bee appeared on “Good Morning Valley” with two engineers.", id="program"),
    pytest.param("The men's boat sank in the '90s, and Ann Bee's father saw it.", id="apostrophes"),
    pytest.param('Ann Bee bought a 12" pipe and a 6" valve for the dam.', id="inches"),
    pytest.param("Ann Bee: the years at the dam", id="one-label-is-no-transcript"),
    pytest.param("In the book “Long Walks Home”, Ann Bee says little.", id="title-before-a-cue"),
    pytest.param("The so-called “quiet zone” ends below the dam.", id="so-called"),
    pytest.param("It took Ann Bee - a friend of the dam (@dam) - a day.", id="account-inside"),
    pytest.param("The plan has two parts:\n- a wall;\n- a road.", id="list-that-nobody-announces"),
    pytest.param("", id="empty"),
    pytest.param("Ann Bee: 1,202.\n\nCy Dee: 998.", id="table-of-counts"),
    pytest.param("The board passed the “Safe Harbors and Clean Rivers Act” at noon.", id="bill"),
    pytest.param("The bill, the “Quiet Rivers Act,” was signed by Ann Bee.", id="bill-apposed"),
    pytest.param("Ann Bee, the “queen of the dam,” crossed the bridge.", id="by-name"),
]


@pytest.mark.parametrize(("text", "expected"), DIRECT)
def test_direct_statements(nlp: Language, text: str, expected: list[Said]) -> None:
    assert said(nlp, text, PEOPLE) == expected


@pytest.mark.parametrize(("text", "expected"), MIXED)
def test_mixed_statements(nlp: Language, text: str, expected: list[Said]) -> None:
    assert said(nlp, text, PEOPLE) == expected


@pytest.mark.parametrize(("text", "expected"), SETTINGS)
def test_speech_told_by_layout(nlp: Language, text: str, expected: list[Said]) -> None:
    assert said(nlp, text, PEOPLE) == expected


@pytest.mark.parametrize("text", NOTHING_SAID)
def test_marks_in_which_nothing_is_said(nlp: Language, text: str) -> None:
    assert said(nlp, text, PEOPLE) == []


def test_the_cue_is_kept_and_an_inferred_speaker_is_less_sure(nlp: Language) -> None:
    text = "“The dam is old,” Ann Bee said. “It will break this year.”"
    doc = quoted_doc(nlp, text, PEOPLE)
    first, second = quotations_of(doc)
    assert first.cue is not None
    assert doc[first.cue.start : first.cue.end].text == "said"
    assert (second.cue, second.confidence < first.confidence) == (None, True)


SCRAPS = ["“", "”", '"', "'", "‘", "’", " said", " Ann Bee", ", ", ". ", ":", "\n\n", " warned",
          " that the dam leaks", " — ", " according to", " and ", " I ", "- "]  # fmt: skip


@settings(max_examples=60)
@given(st.lists(st.sampled_from(SCRAPS), max_size=24).map("".join))
def test_whatever_the_text_a_statement_is_a_run_of_it(nlp: Language, text: str) -> None:
    doc = quoted_doc(nlp, text, PEOPLE)
    spans = [(q.start, q.end) for q in quotations_of(doc)]
    assert spans == sorted(set(spans))
    assert all(0 <= start < end <= len(text) for start, end in spans)
