"""Tell what the day words of a text belong to: "said Tuesday", "a letter sent on April 6".

A day belongs to the nouns above it and to the first verb; beyond that verb only through a
participle at a text ("a letter sent Friday") or at the verb that governs it ("speaking Friday").
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from graphkit.nlp.action_lexicon import noun_cues
from graphkit.nlp.annotations import TokenRange
from graphkit.nlp.day_spans import DaySpan, find_day_spans
from graphkit.nlp.lexicons import read_table
from graphkit.nlp.speech_cues import DOCUMENT_COLUMNS
from graphkit.nlp.syntax import INSIDE_NAMES, NOUN_SUBJECTS, VERBS, children, conjuncts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

MAX_STEPS = 10
"""Steps up the tree from a day to what it belongs to."""
STRETCHES = frozenset(
    {"after", "ahead", "before", "between", "by", "for", "from", "of", "since", "till", "until"}
)
"""Prepositions after which a day is an edge of time, not the time of what is told."""
OCCASIONS = frozenset({"at", "during", "in"})
"""Prepositions by which "Friday's hearing" gives its day to what was said there."""
INSIDE_NOUN = frozenset({"amod", "compound", "nmod", "nummod", "poss"})
AHEAD = frozenset({"'ll", "shall", "will", "wo", "’ll"})


@dataclass(frozen=True, slots=True, kw_only=True)
class DayMention:
    """Words for a day with the tokens, nouns and verbs, that they belong to."""

    tokens: TokenRange
    span: DaySpan
    owners: frozenset[int]
    future: bool


class DayMentions:
    """The day words of a text, to be asked for by sentence."""

    def __init__(self, doc: Doc) -> None:
        """Find them, from first to last."""
        self.doc = doc
        self.mentions = tuple(_mentions(doc))
        self._starts = [m.tokens.start for m in self.mentions]

    def before(self, mention: DayMention) -> DayMention | None:
        """Return the mention that stands last before another."""
        place = bisect_left(self._starts, mention.tokens.start)
        return self.mentions[place - 1] if place else None

    def within(self, tokens: TokenRange) -> tuple[DayMention, ...]:
        """Return the mentions that start in a range."""
        first = bisect_left(self._starts, tokens.start)
        return self.mentions[first : bisect_left(self._starts, tokens.end)]

    def beside(self, token: int) -> tuple[DayMention, ...]:
        """Return the mentions in the sentence of a token."""
        sentence = self.doc[token].sent
        return self.within(TokenRange(sentence.start, sentence.end))


def _mentions(doc: Doc) -> Iterator[DayMention]:
    starts = [token.idx for token in doc]
    for span in find_day_spans(doc.text):
        first = max(0, bisect_left(starts, span.start + 1) - 1)
        tokens = TokenRange(first, bisect_left(starts, span.end))
        chain = tuple(_owners(doc[tokens.start : tokens.end].root))
        yield DayMention(
            tokens=tokens,
            span=span,
            owners=frozenset(t.i for t in chain),
            future=any(_lies_ahead(t) for t in chain if t.pos_ in VERBS),
        )


def _lies_ahead(verb: Token) -> bool:
    """Tell "will file", and "plans to file"."""
    helpers = {c.lower_ for c in children(verb, "aux")}
    return bool(helpers & AHEAD) or (verb.tag_ == "VB" and "to" in helpers)


def _owners(day: Token) -> Iterator[Token]:
    """Yield the nouns and verbs that a day belongs to, from the nearest on."""
    token = day
    for _ in range(MAX_STEPS):
        head = token.head
        if head.i == token.i or (head.i < day.i and token is day and head.lower_ in STRETCHES):
            return
        if head.pos_ in VERBS:
            yield from _coordinated(head, day)
            above = _beyond(head)
            if above is None:
                return
            yield above
            if above.pos_ in VERBS or not _gives_day(above):
                return
            token = above
            continue
        is_inside = token.dep_ in INSIDE_NOUN
        if not is_inside or head.lemma_.lower() in texts():
            yield head
        if is_inside and not (head.lemma_.lower() in texts() and _gives_day(head)):
            return
        token = head


def _gives_day(noun: Token) -> bool:
    """Tell whether a text or an occasion gives its day to what is told around it.

    So it is in "said in a letter of Friday" and "the letter, sent Friday, says", and not in "said
    of Friday's letter".
    """
    if noun.dep_ in NOUN_SUBJECTS:
        return True
    by = noun.head.lower_
    return noun.dep_ == "pobj" and (by in OCCASIONS or noun.head.head.lower_ == "according")


def _coordinated(verb: Token, day: Token) -> tuple[Token, ...]:
    """Return the verb, with those that share a day in front ("On Friday Bee rose and said")."""
    return conjuncts(verb) if day.i < verb.i else (verb,)


def _beyond(verb: Token) -> Token | None:
    """Return what a participle gives its day to: the text that was sent, or the verb above."""
    if verb.dep_ in {"acl", "relcl"}:
        return _text_above(verb.head)
    loose = verb.dep_ == "advcl" and verb.tag_ == "VBG" and not children(verb, "mark")
    return verb.head if loose else None


def _text_above(noun: Token) -> Token | None:
    """Return the text at a participle; "a letter to Secretary Holt dated April 6" hides it."""
    current = noun
    for _ in range(MAX_STEPS):
        if current.lemma_.lower() in texts():
            return current
        if current.dep_ not in INSIDE_NAMES or current.head.i == current.i:
            return None
        current = current.head
    return None


@cache
def texts() -> frozenset[str]:
    """Return the nouns for what is written or said on a day: "letter", "lawsuit", "interview"."""
    rows = read_table("speech_documents.tsv", DOCUMENT_COLUMNS)
    spoken = {row.cell("noun") for row in read_table("occasions.tsv", ("noun", "example"))}
    return frozenset({*noun_cues(), *(row.cell("noun") for row in rows), *spoken})
