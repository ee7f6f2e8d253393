"""Reported speech: which clause or verb phrase says what somebody said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphkit.nlp.annotations import TokenRange
from graphkit.nlp.speech_cues import CLAUSAL, Cue, CueKind
from graphkit.nlp.syntax import agents, children

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Span, Token

HYPOTHETICAL_QUESTION_WORDS = frozenset(
    {"if", "whether", "what", "why", "how", "when", "where", "who", "which"}
)
HYPOTHETICAL_MARKS = frozenset({"if", "unless", "whether"})
UNDONE = frozenset({"decline", "refuse", "fail", "avoid", "stop", "ask", "want", "expect", "able"})
"""Verbs and adjectives under which a speech verb tells of no speech ("declined to say")."""
QUESTION_WORDS = frozenset({"if", "whether", "what", "why", "how", "when", "where", "who", "which"})
MARKS = frozenset({"that", "whether", "if", "how", "why"})
RELATIVES = frozenset({"which", "who", "whose", "where", "whom"})
ADDING = frozenset(
    {"saying", "adding", "citing", "arguing", "noting", "calling", "asserting", "with", "stressing"}
)
"""Words that open another statement or circumstance behind a comma."""
BLAMING_PREPOSITIONS = frozenset({"for", "of"})
CIRCUMSTANCES = frozenset({"as", "after", "although", "though", "while", "amid", "before"})
MIN_WORDS = 2
"""A reported clause of a single word ("said so") tells nothing."""
MAX_DISTANCE_TO_THAT = 12
"""Words between verb and "that" ("told the paper on Monday that") where the parse gives nothing."""
TIMES = frozenset({"DATE", "TIME"})
SEPARATORS = frozenset({",", ":", ";", "-", "–", "—", "--"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Something said, as the text reports it.

    Attributes:
        sources: Head words of who says it, in order.
        content: The clause, or for requests and judgements the verb phrase.
    """

    cue: Cue
    sources: tuple[int, ...]
    content: TokenRange


def find_reports(doc: Doc, cues: Sequence[Cue]) -> tuple[Report, ...]:
    """Return what the cues report, in order of the cues."""
    verbs = frozenset(cue.verb for cue in cues)
    found: list[Report] = []
    for cue in cues:
        verb = doc[cue.verb]
        if not is_asserted(verb, cue.kind):
            continue
        sources = _shared_sources(verb, found) or tuple(t.i for t in _speakers(verb))
        found.extend(
            Report(cue=cue, sources=sources, content=content)
            for content in _contents(verb, cue, verbs)
        )
    found.extend(r for r in _according(doc) if not any(r.content.covers(i) for i in verbs))
    return tuple(sorted(found, key=lambda r: (r.content.start, r.content.end, r.cue.verb)))


def _shared_sources(verb: Token, earlier: Sequence[Report]) -> tuple[int, ...]:
    """Return who says the second of "said that it leaks and warned that it may break".

    The parser likes to coordinate the second verb with the reported one.
    """
    if verb.dep_ != "conj" or children(verb, "nsubj"):
        return ()
    for report in reversed(earlier):
        if report.content.covers(verb.head.i) and report.cue.verb != verb.head.i:
            return report.sources
    return ()


def _speakers(verb: Token) -> tuple[Token, ...]:
    """Return who does the saying; somebody is blamed for it in "accused Bee of saying that"."""
    if verb.dep_ == "pcomp" and verb.head.dep_ == "prep" and not children(verb, "nsubj"):
        blamed = children(verb.head.head, "dobj")
        if blamed and verb.head.lower_ in BLAMING_PREPOSITIONS:
            return blamed
    return agents(verb)


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


def _contents(verb: Token, cue: Cue, verbs: frozenset[int]) -> Iterator[TokenRange]:
    if cue.kind in CLAUSAL:
        clauses = list(clause_contents(verb, verbs))
        if not clauses and cue.kind is CueKind.VOW:
            clauses = [verb_phrase_content(verb, verbs)]
        yield from clauses
    elif cue.kind is CueKind.EXPRESS:
        clause = _clause_of_feeling(verb, verbs)
        yield verb_phrase_content(verb, verbs) if clause is None else clause
    elif cue.kind in {CueKind.URGE, CueKind.JUDGE}:
        yield verb_phrase_content(verb, verbs)


def clause_contents(verb: Token, verbs: frozenset[int]) -> Iterator[TokenRange]:
    """Yield the pieces of the clause that a speech verb reports; it may stand around the verb."""
    for clause in _clauses(verb):
        indices = _clause_tokens(clause, verb, verbs)
        before = [i for i in indices if i < verb.i]
        after = _behind_times(verb.doc, [i for i in indices if i > verb.i])
        for piece in (before, after):
            if piece and (clause.i in piece or _is_clause(clause, piece)):
                content = _tidied(verb.doc, TokenRange(piece[0], piece[-1] + 1))
                if content.end - content.start >= MIN_WORDS:
                    yield content


def _clauses(verb: Token) -> list[Token]:
    direct = [c for c in verb.children if c.dep_ == "ccomp" and c.i != verb.i]
    if direct:
        return direct
    if verb.dep_ == "parataxis":
        return [verb.head]
    behind = _behind_that(verb)
    return [] if behind is None else [behind]


def _behind_that(verb: Token) -> Token | None:
    """Return the verb of the clause behind "that", where the parser hung it elsewhere."""
    end = min(verb.sent.end, verb.i + MAX_DISTANCE_TO_THAT)
    for token in verb.doc[verb.i + 1 : end]:
        if token.lower_ == "that" and token.dep_ == "mark" and token.head.i > token.i:
            return token.head
        if token.pos_ in {"VERB", "AUX"}:
            return None
    return None


def _clause_tokens(clause: Token, verb: Token, verbs: frozenset[int]) -> list[int]:
    """Return the tokens of the clause, those of announcing words left out.

    Another statement that is coordinated or added ("… and charged that") is not a part of it.
    """
    outside: set[int] = set()
    if clause.is_ancestor(verb):
        outside = {t.i for t in verb.subtree}
    for token in clause.subtree:
        added = token.i in verbs and _is_added(token, clause)
        if token.i not in outside and (added or _is_circumstance(token, clause)):
            outside |= {t.i for t in token.subtree}
    sentence = verb.sent
    return sorted(
        t.i
        for t in clause.subtree
        if t.i not in outside and sentence.start <= t.i < sentence.end and not t.is_space
    )


def _is_added(token: Token, clause: Token) -> bool:
    if token.i == clause.i:
        return False
    if token.dep_ == "conj":
        return token.head.i == clause.i or token.head.lemma_ == clause.head.lemma_
    return token.dep_ == "advcl" and token.head.i == clause.i and _is_set_off(token.left_edge)


def _is_circumstance(token: Token, clause: Token) -> bool:
    """Tell whether a clause behind a comma is the narrator's: "…, as the talks went on"."""
    if token.dep_ not in {"advcl", "prep"} or token.head.i != clause.i or token.i < clause.i:
        return False
    return token.left_edge.lower_ in CIRCUMSTANCES and _is_set_off(token.left_edge)


def _behind_times(doc: Doc, piece: list[int]) -> list[int]:
    """Leave out when it was said: "said on Tuesday they had left"."""
    start = 0
    while start < len(piece) and (
        doc[piece[start]].ent_type_ in TIMES
        or (doc[piece[start]].dep_ == "prep" and doc[piece[start]].nbor().ent_type_ in TIMES)
    ):
        start += 1
    return piece[start:] if start and start < len(piece) else piece


def _is_clause(clause: Token, piece: Sequence[int]) -> bool:
    """Tell whether a piece on the verb's other side is coordinated and has a subject of its own."""
    return any(c.i in piece and children(c, "nsubj", "nsubjpass") for c in clause.conjuncts)


def _clause_of_feeling(verb: Token, verbs: frozenset[int]) -> TokenRange | None:
    """Return the clause behind the noun: "voiced concern that the dam leaks"."""
    nouns = children(verb, "dobj")
    for clause in (c for noun in nouns for c in noun.children if c.dep_ in {"acl", "ccomp"}):
        if any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children):
            tokens = _clause_tokens(clause, verb, verbs)
            return _tidied(verb.doc, TokenRange(tokens[0], tokens[-1] + 1))
    pieces = list(clause_contents(verb, verbs))
    return pieces[0] if pieces else None


def verb_phrase_content(verb: Token, verbs: frozenset[int]) -> TokenRange:
    """Return the phrase from the verb to the end of what it governs.

    It stops before another statement that is coordinated or added, and before a relative clause
    behind a comma.
    """
    end = verb.i + 1
    for child in verb.rights:
        if child.dep_ == "conj" and (child.i in verbs or children(child, "nsubj")):
            break
        if child.dep_ in {"advcl", "ccomp"} and _is_set_off(child.left_edge):
            break
        end = max(end, child.right_edge.i + 1)
    end = min(end, verb.sent.end)
    return _tidied(verb.doc, TokenRange(verb.i, _before_addition(verb, end, verbs)))


def _is_set_off(token: Token) -> bool:
    """Tell whether a comma or dash stands before the token, quotation marks left aside."""
    i = token.i - 1
    while i > 0 and token.doc[i].is_quote:
        i -= 1
    return i >= 0 and token.doc[i].text in SEPARATORS


def _before_addition(verb: Token, end: int, verbs: frozenset[int]) -> int:
    for token in verb.doc[verb.i + 2 : end]:
        if _is_set_off(token) and (token.lower_ in RELATIVES | ADDING or token.i in verbs):
            return token.i
        if token.i in verbs and token.nbor(-1).dep_ == "cc":
            return token.i - 1
    return end


def _tidied(doc: Doc, content: TokenRange) -> TokenRange:
    """Cut marks of subordination, punctuation and white space at both ends."""
    start, end = content
    while start < end and _is_left_over(doc[start]):
        start += 1
    while end > start and (doc[end - 1].is_space or doc[end - 1].text in SEPARATORS | {"."}):
        end -= 1
    if end - start > 1 and doc[end - 1].dep_ == "cc":
        end -= 1
    return TokenRange(start, end)


def _is_left_over(token: Token) -> bool:
    if token.is_space or token.text in SEPARATORS:
        return True
    return token.dep_ in {"mark", "advmod"} and token.lower_ in MARKS


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
    if content is None or content.end - content.start < MIN_WORDS:
        return None
    cue = Cue(verb=token.i, tokens=TokenRange(token.i, token.i + 2), kind=CueKind.ACCORDING)
    return Report(
        cue=cue, sources=tuple(t.i for t in (named[0], *named[0].conjuncts)), content=content
    )


def _beside(sentence: Span, token: Token, named: Token) -> TokenRange | None:
    """Return the sentence without its "according to" phrase."""
    first = next((t for t in sentence if not (t.is_space or t.is_punct)), None)
    if first is not None and first.i == token.i:
        return _tidied(token.doc, TokenRange(named.right_edge.i + 1, sentence.end))
    return _tidied(token.doc, TokenRange(sentence.start, token.i))
