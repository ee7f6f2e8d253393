"""A sentence that holds no evidence of a stance changes no stance.

Two laws, of one idea. What a sentence is read as may hang on others only where words lead there:
"she", "the group", "the move". So a sentence *holds no evidence* of any stance where

- it is a whole sentence of running text, and no part of a quotation, a headline or a list;
- nothing that was read stands in it: no name, reference, policy, act, statement, office or day;
- no noun in the plural stands in it, which "they" might mean, and no word that might name a policy.

A stance is who holds it, towards what, for or against, and the words that show it. How sure it is
may differ: a text that repeats itself counts for more.

Even so two things let the first law hold within limits alone. Reading ends at some distance: over
more than a few sentences "she" is nobody. And the parser's network sees some words to either side
of a sentence, and so reads one in a hundred otherwise beside another neighbour; that is why of
real texts a share has to hold, and why the made-up ones are the same at each run.
"""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphkit.identity import resolve_extraction
from graphkit.io import read_document
from graphkit.nlp.annotations import BlockKind, actors_of, blocks_of
from graphkit.nlp.gate import extraction_from_doc
from graphkit.nlp.language import read
from graphkit.nlp.policy_nouns import is_policy_noun
from tests.nlp.telling import stances_in, told
from tests.soak.amounts import amount

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from spacy.language import Language
    from spacy.tokens import Doc, Span

    from graphkit.records import Extraction

pytestmark = pytest.mark.model

PARAGRAPH = "\n\n"
ALONE = (
    "Sen. Ann Bee opposes the harbor levy.",
    "Gov. Cal Dorn condemned the ferry toll.",
    "“The curfew order is cruel,” said Mayor Eva Fink.",
    "Rep. Gus Hale urged the council to repeal the parking fee.",
    "The Lake Farmers Union backs the Clean Canals Act.",
    "Treasurer Ida Jove did not support the pension plan.",
    "Rep. Kim Lund voted against the Rural Schools Act.",
    "Attorney General Max Noor sued over the fishing ban.",
    "“I will fight the bridge tax,” Sen. Olga Pitt said on Monday.",
    "Gov. Rex Stone praised the school lunch program.",
)
"""Each tells a stance with nothing before it."""
TOGETHER = (
    ("Sen. Ann Bee spoke on Monday.", "She opposes the harbor levy."),
    ("The harbor levy starts in June.", "Mayor Eva Fink condemned the move."),
    ("Gov. Cal Dorn visited the port.", "Dorn condemned the ferry toll."),
    ("Rep. Gus Hale introduced the Quiet Nights Act.", "Treasurer Ida Jove opposes the bill."),
    ("The Lake Farmers Union (LFU) met on Sunday.", "The LFU backs the seed subsidy."),
    ("Sen. Rex Stone supports the bridge tax.", "He also supports the school lunch program."),
    (
        "Sen. Lia Marsh urged the board to drop the fishing ban.",
        "Marsh said the ban hurts families.",
    ),
)
"""The second leads back to the first."""
EMPTY = (
    "It rained all day in the harbor.",
    "The meeting lasted until nine.",
    "Coffee cost a dollar.",
    "The bus stopped outside twice an hour.",
    "The hall was painted green last spring.",
    "Nobody knew how long it would take.",
    "The wind came from the west.",
    "Parking was free after six.",
    "Is there any cake left?",
    "The water was cold.",
    "The road was closed for an hour.",
    "The paper ran a photograph.",
    "Snow fell in the evening.",
    "What happens next?",
    "Nothing else happened.",
    "The clock struck ten.",
    "A dog barked.",
)
MOST_BETWEEN = 2
"""Sentences over which "she" and "the move" reach."""


class Mixed(NamedTuple):
    """One text with and without the sentences that hold no evidence."""

    plain: str
    filled: str


@st.composite
def mixtures(draw: st.DrawFn) -> Mixed:
    """Return a text of some stances, with sentences strewn in that hold no evidence."""
    units = [(s,) for s in draw(st.lists(st.sampled_from(ALONE), max_size=3, unique=True))]
    units += draw(st.lists(st.sampled_from(TOGETHER), max_size=1))
    units = draw(st.permutations(units))
    empty = st.sampled_from(EMPTY)
    filled: list[str] = draw(st.lists(empty, max_size=4))
    for unit in units:
        for place, sentence in enumerate(unit):
            filled += draw(st.lists(empty, max_size=MOST_BETWEEN)) if place else ()
            filled.append(sentence)
        filled += draw(st.lists(empty, max_size=4))
    between = draw(st.sampled_from([" ", PARAGRAPH]))
    return Mixed(between.join(s for unit in units for s in unit), between.join(filled))


@settings(deadline=None, derandomize=True, max_examples=amount(600, otherwise=60))
@given(mixed=mixtures())
def test_sentences_without_evidence_change_no_stance(nlp: Language, mixed: Mixed) -> None:
    assert stances_in(nlp, mixed.filled) == stances_in(nlp, mixed.plain)


@pytest.mark.parametrize("sentence", ALONE)
def test_each_sentence_alone_tells_one_stance(nlp: Language, sentence: str) -> None:
    assert len(stances_in(nlp, sentence)) == 1


@pytest.mark.parametrize("pair", TOGETHER)
def test_the_second_sentence_needs_the_first(nlp: Language, pair: tuple[str, str]) -> None:
    first, second = pair
    together = stances_in(nlp, f"{first} {second}")
    assert together
    assert together != stances_in(nlp, first) | stances_in(nlp, second)


def test_sentences_without_evidence_tell_no_stance(nlp: Language) -> None:
    assert stances_in(nlp, " ".join(EMPTY)) == set()


EVERY = amount(1, otherwise=4)
"""Of so many real texts one is tried."""
LONGEST = 12_000
"""Characters; longer texts only take longer."""
TRIED = 4
"""Sentences left out of each text, one at a time."""
LEAST_WORDS = 4
MOST_CHANGED = 0.05
"""Of the texts with a sentence less: what was measured, and room for another parse.

Of 480 so shortened nine told another stance: "they" and "the law" came to mean something else,
as the words between were fewer.
"""


def empty_sentences(doc: Doc, extraction: Extraction) -> Iterator[tuple[int, int]]:
    """Yield where the sentences of a real text stand that hold no evidence, as defined above."""
    references = [doc[r.start : r.end] for a in actors_of(doc) for r in a.references]
    used = sorted(
        [(s.start, s.end) for s in extraction.spans()]
        + [(r.start_char, r.end_char) for r in references]
    )
    running = {
        i for block in blocks_of(doc) if block.kind is BlockKind.BODY for i in range(*block.tokens)
    }
    for sentence in doc.sents:
        start, end = sentence.start_char, sentence.end_char
        is_free = not any(first < end and start < last for first, last in used)
        if is_free and sentence.start in running and _is_plain(sentence):
            yield start, end


def _is_plain(sentence: Span) -> bool:
    text = sentence.text.strip()
    return (
        text[:1].isupper()
        and text.endswith((".", "?", "!"))
        and len(text.split()) >= LEAST_WORDS
        and not set(text) & set('"“”‘’|\n')
        and not any(t.tag_ in {"NNS", "NNPS"} or is_policy_noun(t) for t in sentence)
    )


@pytest.mark.shared
@pytest.mark.slow
def test_a_real_text_without_such_a_sentence_tells_the_same(nlp: Language, shared: Path) -> None:
    tried, changed = 0, []
    for path in sorted((shared / "corpus").glob("*.txt"))[1::EVERY]:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)
            document = read_document(path)
        if len(document.text) > LONGEST:
            continue
        doc = read(nlp, document)
        extraction = resolve_extraction(extraction_from_doc(doc))
        before = told(document.text, extraction)
        places = list(empty_sentences(doc, extraction)) if before else []
        for start, end in places[:: max(1, len(places) // TRIED)][:TRIED]:
            shorter = document.text[:start] + document.text[end:].removeprefix(" ")
            tried += 1
            if stances_in(nlp, shorter) != before:
                changed.append((path.name, document.text[start:end]))
    assert len(changed) <= MOST_CHANGED * tried, changed
