"""Reports by nouns and adjectives: "Bee's claim that …", "criticism from Bee that …", "is sure"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from graphkit.nlp.annotations import TokenRange
from graphkit.nlp.lexicons import read_table
from graphkit.nlp.reported_content import MIN_WORDS_OF_PHRASE, tidied
from graphkit.nlp.speech_cues import Cue, CueKind, SpeechClass
from graphkit.nlp.syntax import VERBS, agents, children, conjuncts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

COLUMNS = ("word", "part", "class", "to", "example")
NOUN_TAGS = frozenset({"NN", "NNS"})
CLAUSES = ("acl", "ccomp", "relcl")
AUTHORS = frozenset({"from", "by", "among"})
"""Prepositions between a report and who makes it."""
EXPERIENCED = frozenset({"dobj", "attr"})
"""Labels of a report that the subject of a verb makes or has ("raised the fear that")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportWord:
    """What the list says of a noun or adjective."""

    is_noun: bool
    speech_class: SpeechClass
    takes_infinitive: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WordReport:
    """A report by a noun or adjective where it stands."""

    cue: Cue
    sources: tuple[int, ...]
    content: TokenRange


@cache
def load_report_words() -> dict[str, ReportWord]:
    """Read the packaged list.

    Raises:
        LexiconError: A row is not as its header says.
    """
    parts, answers = frozenset({"noun", "adjective"}), frozenset({"yes", "no"})
    classes = frozenset(each.value for each in SpeechClass)
    return {
        row.cell("word"): ReportWord(
            is_noun=row.choice("part", parts) == "noun",
            speech_class=SpeechClass(row.choice("class", classes)),
            takes_infinitive=row.choice("to", answers) == "yes",
        )
        for row in read_table("report_words.tsv", COLUMNS)
    }


def find_word_reports(doc: Doc) -> Iterator[WordReport]:
    """Yield the reports by nouns and adjectives whose source is told, in order."""
    words = load_report_words()
    for token in doc:
        word = words.get(token.lemma_.lower())
        if word is None or (token.tag_ in NOUN_TAGS) is not word.is_noun:
            continue
        if any(c.lower_ == "no" for c in token.lefts):
            continue
        content = _content(token, word)
        sources = _sources(token, word) if content is not None else ()
        if content is not None and sources:
            yield WordReport(
                cue=Cue(
                    verb=token.i,
                    tokens=TokenRange(token.i, token.i + 1),
                    kind=CueKind.WORD,
                    speech_class=word.speech_class,
                ),
                sources=tuple(t.i for t in sources),
                content=content,
            )


def _content(token: Token, word: ReportWord) -> TokenRange | None:
    """Return the clause that the word reports, where one hangs behind it."""
    for clause in (c for c in token.rights if c.dep_ in CLAUSES):
        has_that = any(m.dep_ == "mark" and m.lower_ == "that" for m in clause.lefts)
        is_infinitive = any(m.lower_ == "to" and m.dep_ == "aux" for m in clause.lefts)
        if has_that or (is_infinitive and word.takes_infinitive):
            content = tidied(token.doc, TokenRange(clause.left_edge.i, clause.right_edge.i + 1))
            enough = content.end - content.start >= MIN_WORDS_OF_PHRASE
            return content if enough and content.start > token.i else None
    return None


def _sources(token: Token, word: ReportWord) -> tuple[Token, ...]:
    if not word.is_noun:
        return agents(token.head) if token.dep_ == "acomp" else ()
    owners = children(token, "poss")
    if owners:
        return conjuncts(owners[0])
    for prep in (c for c in token.rights if c.dep_ == "prep" and c.lower_ in AUTHORS):
        authors = children(prep, "pobj")
        if authors:
            return conjuncts(authors[0])
    if token.dep_ in EXPERIENCED and token.head.pos_ in VERBS:
        return agents(token.head)
    return ()
