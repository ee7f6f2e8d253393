"""Reported speech: who is told to have said what.

A report is an announcing verb, its subject, and its content (`reported_content`); or a sentence
told "according to" somebody. What was not said (`unsaid`) is reported with the reason.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from graphkit.nlp.attributing_phrases import find_attributions, load_views
from graphkit.nlp.report_words import find_word_reports
from graphkit.nlp.reported_content import TELLING, contents, is_set_off
from graphkit.nlp.speech_cues import ANNOUNCING, Cue, CueKind
from graphkit.nlp.syntax import VERBS, agents, children
from graphkit.nlp.unsaid import unsaid_reason

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Token

    from graphkit.nlp.annotations import TokenRange, UnsaidReason

QUESTION_WORDS = frozenset({"if", "whether", "what", "why", "how", "when", "where", "who", "which"})
BLAMING_PREPOSITIONS = frozenset({"for", "of"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Something said, as the text reports it.

    Attributes:
        sources: Head words of who says it, in order.
        content: The clause, or for requests and judgements the verb phrase.
        needs_marks: It is a statement only where some of it stands in quotation marks.
        is_clause: The content is a clause of its own, no verb phrase.
        unsaid: Why it is no statement; None where it is one.
    """

    cue: Cue
    sources: tuple[int, ...]
    content: TokenRange
    needs_marks: bool = False
    is_clause: bool = True
    unsaid: UnsaidReason | None = None

    @property
    def says_enough(self) -> bool:
        """Whether it is worth keeping where nobody known says it: what is said is told in full."""
        cue = self.cue
        return self.is_clause or cue.kind is CueKind.URGE or cue.speech_class in TELLING


def find_reports(doc: Doc, cues: Sequence[Cue]) -> tuple[Report, ...]:
    """Return what the cues report, said or unsaid, in order of the contents."""
    verbs = frozenset(cue.verb for cue in cues if cue.plain or cue.kind in ANNOUNCING)
    found: list[Report] = []
    for cue in cues:
        verb = doc[cue.verb]
        if not is_report(verb, cue.kind):
            continue
        unsaid = unsaid_reason(verb)
        sources = _shared_sources(verb, found) or tuple(t.i for t in speakers_of(verb))
        found.extend(
            Report(
                cue=cue,
                sources=sources,
                content=c.tokens,
                needs_marks=c.needs_marks,
                is_clause=c.is_clause,
                unsaid=unsaid,
            )
            for c in contents(verb, cue, verbs)
        )
    found.extend(_attributed(doc))
    found.extend(_told_by_words(doc))
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
    return _accompanying(verb) or agents(verb)


def _accompanying(verb: Token) -> tuple[Token, ...]:
    """Return who speaks in "the vote failed, with Bee conceding that it came late"."""
    if verb.tag_ != "VBG" or verb.dep_ != "advcl" or children(verb, "nsubj"):
        return ()
    for prep in (c for c in verb.head.children if c.dep_ == "prep" and c.lower_ == "with"):
        named = [t for t in children(prep, "pobj") if t.right_edge.i == verb.left_edge.i - 1]
        if named and is_set_off(prep):
            return (named[0], *named[0].conjuncts)
    return ()


def _subject_of_mistagged(verb: Token) -> tuple[Token, ...]:
    """Return the subject of a verb that was read as a noun: "the letter | states that"."""
    subjects = children(verb, "nsubj")
    if subjects:
        return subjects
    before = [t for t in verb.lefts if t.pos_ in NOMINAL]
    return tuple(before[-1:])


def is_asserted(verb: Token, kind: CueKind) -> bool:
    """Tell whether the text says that this was said: neither denied, nor asked, nor supposed."""
    return is_report(verb, kind) and unsaid_reason(verb) is None


def is_report(verb: Token, kind: CueKind) -> bool:
    """Tell whether the verb tells of somebody's saying, asserted or not.

    "Asked if" tells of a question, "was told" and "told by others" of what others said.
    """
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


def _attributed(doc: Doc) -> Iterator[Report]:
    """Yield the sentences that are told "according to" somebody, or "in somebody's view"."""
    for phrase, content in find_attributions(doc, _views()):
        cue = Cue(verb=phrase.cue.start, tokens=phrase.cue, kind=CueKind.ACCORDING)
        yield Report(cue=cue, sources=phrase.sources, content=content)


def _told_by_words(doc: Doc) -> Iterator[Report]:
    """Yield what nouns and adjectives report ("Bee's claim that"), denied at their verbs or not."""
    for told in find_word_reports(doc):
        verb = next((t for t in doc[told.cue.verb].ancestors if t.pos_ in VERBS), None)
        yield Report(
            cue=told.cue,
            sources=told.sources,
            content=told.content,
            unsaid=None if verb is None else unsaid_reason(verb),
        )


@cache
def _views() -> frozenset[str]:
    return load_views()
