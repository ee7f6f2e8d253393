"""Reported speech: who is told to have said what.

A report is an announcing verb that is asserted, its subject, and its content
(`reported_content`); or a sentence told "according to" somebody.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphkit.nlp.annotations import TokenRange
from graphkit.nlp.reported_content import MIN_WORDS, contents, is_set_off, tidied
from graphkit.nlp.speech_cues import Cue, CueKind
from graphkit.nlp.syntax import agents, children

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Span, Token

HYPOTHETICAL_MARKS = frozenset({"if", "unless", "whether"})
QUESTION_WORDS = frozenset({"if", "whether", "what", "why", "how", "when", "where", "who", "which"})
UNDONE = frozenset(
    {
        "able",
        "appear",
        "ask",
        "avoid",
        "decline",
        "expect",
        "fail",
        "refuse",
        "seem",
        "stop",
        "want",
    }
)
"""Verbs and adjectives under which a speech verb tells of no speech ("declined to say")."""
BLAMING_PREPOSITIONS = frozenset({"for", "of"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Something said, as the text reports it.

    Attributes:
        sources: Head words of who says it, in order.
        content: The clause, or for requests and judgements the verb phrase.
        needs_marks: It is a statement only where some of it stands in quotation marks.
    """

    cue: Cue
    sources: tuple[int, ...]
    content: TokenRange
    needs_marks: bool = False


def find_reports(doc: Doc, cues: Sequence[Cue]) -> tuple[Report, ...]:
    """Return what the cues report, in order of the contents."""
    verbs = frozenset(cue.verb for cue in cues)
    found: list[Report] = []
    for cue in cues:
        verb = doc[cue.verb]
        if not is_asserted(verb, cue.kind):
            continue
        sources = _shared_sources(verb, found) or tuple(t.i for t in speakers_of(verb))
        found.extend(
            Report(cue=cue, sources=sources, content=c.tokens, needs_marks=c.needs_marks)
            for c in contents(verb, cue, verbs)
        )
    found.extend(r for r in _according(doc) if not any(r.content.covers(i) for i in verbs))
    return tuple(sorted(found, key=lambda r: (r.content.start, r.content.end, r.cue.verb)))


def _shared_sources(verb: Token, earlier: Sequence[Report]) -> tuple[int, ...]:
    """Return who says the second of "said that it leaks and warned that it may break".

    The parser likes to coordinate the second verb with the reported one.
    """
    if children(verb, "nsubj") or not (
        verb.dep_ == "conj" or _follows_conjunction(verb) or _is_aside(verb)
    ):
        return ()
    for report in reversed(earlier):
        if report.content.covers(verb.head.i) and report.cue.verb != verb.head.i:
            return report.sources
    return ()


def _is_aside(verb: Token) -> bool:
    """Tell whether it adds to what was said: "said that they have left, stressing that …"."""
    return verb.tag_ == "VBG" and verb.dep_ == "advcl" and is_set_off(verb.left_edge)


def _follows_conjunction(verb: Token) -> bool:
    return verb.i > 0 and verb.nbor(-1).dep_ == "cc"


def speakers_of(verb: Token) -> tuple[Token, ...]:
    """Return who does the saying; the blamed one in "accused Bee of saying that"."""
    if verb.dep_ == "pcomp" and verb.head.dep_ == "prep" and not children(verb, "nsubj"):
        blamed = children(verb.head.head, "dobj")
        if blamed and verb.head.lower_ in BLAMING_PREPOSITIONS:
            return blamed
    if verb.pos_ not in {"VERB", "AUX"}:
        return _subject_of_mistagged(verb)
    return agents(verb)


def _subject_of_mistagged(verb: Token) -> tuple[Token, ...]:
    """Return the subject of a verb that was read as a noun: "the letter | states that"."""
    subjects = children(verb, "nsubj")
    if subjects:
        return subjects
    before = [t for t in verb.lefts if t.pos_ in NOMINAL]
    return tuple(before[-1:])


def is_asserted(verb: Token, kind: CueKind) -> bool:
    """Tell whether the text says that this was said: neither denied, nor asked, nor supposed."""
    if any(c.dep_ == "neg" for c in verb.children):
        return False
    if any(c.dep_ == "mark" and c.lower_ in HYPOTHETICAL_MARKS for c in verb.children):
        return False
    if verb.dep_ in {"xcomp", "acl"} and verb.head.lemma_ in UNDONE:
        return False
    if kind is CueKind.URGE and any(_is_question(c) for c in verb.children):
        return False
    return not (_is_passive_without_agent(verb) or _is_bare_participle(verb))


def _is_question(child: Token) -> bool:
    """Tell a question from a request: "asked if" against "asked to"."""
    return child.dep_ == "ccomp" and any(
        c.lower_ in QUESTION_WORDS and c.i < child.i for c in child.children
    )


def _is_bare_participle(verb: Token) -> bool:
    """Tell whether the verb is a participle of what was done to somebody: "Asked whether"."""
    if verb.tag_ != "VBN" or verb.dep_ not in {"advcl", "acl"}:
        return False
    return not any(c.dep_ in {"aux", "agent"} for c in verb.children)


def _is_passive_without_agent(verb: Token) -> bool:
    passive = any(c.dep_ in {"auxpass", "nsubjpass"} for c in verb.children)
    return passive and not children(verb, "agent")


def _according(doc: Doc) -> Iterator[Report]:
    """Yield the sentences that are told "according to" somebody."""
    for token in doc[:-1]:
        if token.lower_ == "according" and token.nbor().lower_ == "to":
            report = _according_at(token)
            if report is not None:
                yield report


def _according_at(token: Token) -> Report | None:
    to = token.nbor()
    named = [c for head in (to, token) for c in head.children if c.dep_ == "pobj"]
    if not named:
        return None
    content = _beside(token.sent, token, named[0])
    if content.end - content.start < MIN_WORDS:
        return None
    cue = Cue(verb=token.i, tokens=TokenRange(token.i, token.i + 2), kind=CueKind.ACCORDING)
    sources = tuple(t.i for t in (named[0], *named[0].conjuncts))
    return Report(cue=cue, sources=sources, content=content)


def _beside(sentence: Span, token: Token, named: Token) -> TokenRange:
    """Return the sentence without its "according to" phrase."""
    first = next((t for t in sentence if not (t.is_space or t.is_punct)), None)
    if first is not None and first.i == token.i:
        return tidied(token.doc, TokenRange(named.right_edge.i + 1, sentence.end))
    return tidied(token.doc, TokenRange(sentence.start, token.i))
