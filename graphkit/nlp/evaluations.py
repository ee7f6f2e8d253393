"""Find judgements: predicates, attributes and effects by which a speaker values something.

"The rule is cruel", "this cruel rule", "called the rule a disaster", "the rule would hurt
families". Whose judgement it is depends on who speaks there, which is decided later.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphkit.nlp.cue_targets import is_conditional
from graphkit.nlp.demands import BLAME, demands_at
from graphkit.nlp.denials import is_denied_opinion
from graphkit.nlp.judging_frames import judging_frame
from graphkit.nlp.judging_words import DEED, Judgement, evaluatives, judgement_at
from graphkit.nlp.questions import is_asked
from graphkit.nlp.stance_moods import IMAGINED
from graphkit.nlp.syntax import (
    NAMING_VERBS,
    VERBS,
    agents,
    children,
    conjuncts,
    is_negated,
    is_passive,
    own_subjects,
)
from graphkit.records import Polarity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from graphkit.nlp.cues import Frame

CARRIERS = frozenset(
    {"act", "bit", "case", "definition", "example", "form", "height", "kind", "mother", "nothing",
     "piece", "sort", "type"}
)  # fmt: skip
"""Nouns behind whose "of" the judgement stands: "an act of cruelty", "nothing short of a scam"."""
COMPARING = frozenset({"short", "less", "more"})
DOING = frozenset(
    {"commit", "employ", "launch", "orchestrate", "perpetrate", "spread", "use", "wage"}
)  # fmt: skip
"""Verbs whose subject is blamed for what their object is: "they used illegal tactics"."""
COPULAS = frozenset({"be", "become", "remain", "seem", "look", "prove", "represent", "constitute"})
PREDICATES = frozenset({"acomp", "attr", "dobj", "oprd", "advmod", "ccomp", "prep"})
"""Labels of what a copula links with its subject; "prep" of phrases as "out of line"."""
CLAUSAL = frozenset({"xcomp", "ccomp", "advcl", "csubj"})
"""Labels of clauses behind "it is wrong"."""
VAGUE = frozenset({"it", "that", "these", "they", "this", "those", "which"})
"""Subjects whose deeds are too seldom those of the policy named before: in 82 annotated texts none
of 7 such stances was right, and half of those from a predicate ("it is cruel")."""
ATTRIBUTE_DISCOUNT = 0.8
"""An attribute ("this cruel rule") may belong to the name of the thing; a predicate does not."""


def is_copula(verb: Token) -> bool:
    """Tell whether the verb links a subject with what is said of it; short forms count."""
    short = verb.lower_.lstrip("'’") in {"s", "re", "m"} and verb.pos_ in VERBS
    return verb.lemma_ in COPULAS or short


def find_evaluations(doc: Doc) -> Iterator[Frame]:
    """Yield a frame for each judgement in `doc`; holders only where a verb of naming has them."""
    for token in doc:
        for frame in _at(token):
            if IMAGINED not in frame.moods and not is_asked(token) and not _is_open(token, frame):
                yield frame


def _is_open(judging: Token, frame: Frame) -> bool:
    """Tell a judgement that is only a condition or a question: "whether the fee is fair"."""
    return frame.rule != BLAME and any(
        is_conditional(t) for t in (judging, judging.head) if t.pos_ in VERBS
    )


def _at(token: Token) -> Iterator[Frame]:
    judgement = judgement_at(token)
    if judgement is not None:
        yield from _evaluations(token, judgement)
    yield from demands_at(token)


def _evaluations(token: Token, judgement: Judgement) -> Iterator[Frame]:
    if judgement.is_effect and token.dep_ not in {"amod", "acomp"}:
        yield from _effects(token, judgement)
    elif token.dep_ == "pobj" and token.head.lower_ == "at" and _endangering(token) is not None:
        yield from _effects(_endangering(token) or token, judgement)
    elif _is_described_as(token):
        verb = token.head.head
        yield from _namings(verb, token, _denied(judgement, verb))
    elif token.dep_ == "amod":
        noun = token.head
        yield from _doings(token, noun, judgement)
        if noun.dep_ in {"attr", "oprd"}:
            # "is a reckless idea" and "called it a reckless idea" judge what they are said of
            yield from _predications(noun, judgement)
            return
        if judgement.polarity is Polarity.OPPOSES or _is_pointed_at(noun):
            weaker = judgement._replace(strength=judgement.strength * ATTRIBUTE_DISCOUNT)
            yield judging_frame("attribute", token, (), noun, weaker)
    else:
        yield from _doings(token, token, judgement)
        yield from _predications(token, judgement)


def _doings(judging: Token, noun: Token, judgement: Judgement) -> Iterator[Frame]:
    """Yield who is blamed for a deed that is named: "they waged a callous war"."""
    verb = noun.head
    if noun.dep_ != "dobj" or verb.lemma_ not in DOING or judgement.polarity is Polarity.SUPPORTS:
        return
    if not is_negated(verb) and not is_conditional(verb):
        for subject in own_subjects(verb):
            yield judging_frame("conduct", judging, (), subject, judgement)


def _is_pointed_at(noun: Token) -> bool:
    """Tell "this sensible bill" from "vital programs", which are praised in passing."""
    return any(c.dep_ == "det" and c.lower_ in {"this", "these"} for c in noun.children)


def _endangering(token: Token) -> Token | None:
    """Return the verb of "put families at risk"."""
    verb = token.head.head
    if verb.dep_ != "ROOT" and verb.pos_ == "NOUN":
        verb = verb.head
    return verb if verb.lemma_ in {"put", "place"} else None


def _is_described_as(token: Token) -> bool:
    """Tell whether it stands in "called the move reckless" or "described it as reckless"."""
    noun = token.head
    if token.dep_ == "amod" and token.i > noun.i and noun.dep_ == "dobj":
        return noun.head.lemma_ in NAMING_VERBS
    return noun.lower_ == "as" and noun.dep_ == "prep" and noun.head.lemma_ in NAMING_VERBS


def _predications(token: Token, judgement: Judgement) -> Iterator[Frame]:
    top = _carrier(token)
    while top.dep_ == "conj" and top.head.pos_ in {"ADJ", "NOUN"}:
        top = top.head
    verb = top.head
    judgement = _denied(judgement, token, verb)
    if is_conditional(verb):
        return
    if is_copula(verb) and top.dep_ in PREDICATES:
        for subject in _judged(verb, top):
            yield judging_frame("predicate", token, (), subject, judgement)
    elif verb.lemma_ in NAMING_VERBS or top.dep_ == "oprd":
        yield from _namings(verb, token, judgement)


def _carrier(token: Token) -> Token:
    """Return the noun that a judgement stands behind: of "the mother of all scams", mother."""
    link = token.head
    if token.dep_ == "pobj" and link.lower_ in {"of", "but", "than"}:
        noun = link.head.head if link.head.lower_ in COMPARING else link.head
        if noun.lemma_ in CARRIERS:
            return noun
    return token


def _denied(judgement: Judgement, *words: Token) -> Judgement:
    """Return the judgement as a negation of one of the words leaves it."""
    if judgement.is_fixed:
        return judgement
    turning = next((w for w in words if is_negated(w) or is_denied_opinion(w)), None)
    return judgement if turning is None else judgement._replace(denied=turning)


def _judged(verb: Token, predicate: Token) -> tuple[Token, ...]:
    """Return what is judged; for "it is wrong to divide families" the infinitive."""
    subjects = own_subjects(verb)
    if any(s.lower_ == "it" or s.dep_ == "expl" for s in subjects):
        clause = [
            c
            for c in (*predicate.children, *verb.children)
            if c.dep_ in CLAUSAL and c.tag_ in {"VB", "VBG"}
        ]
        if clause:
            return tuple(clause[:1])
        if _opens_a_clause(verb, predicate):
            return ()  # "it is vital that they act" is said of no "it" before
    return subjects


def _opens_a_clause(verb: Token, predicate: Token) -> bool:
    """Tell whether a clause with "that" or "for … to" stands behind a predicate."""
    near = (*predicate.children, *verb.children)
    return any(
        c.i > predicate.i
        and any(m.dep_ == "mark" and m.lower_ in {"that", "for"} for m in c.children)
        for c in near
        if c.dep_ in CLAUSAL
    )


def _namings(verb: Token, judging: Token, judgement: Judgement) -> Iterator[Frame]:
    """Yield "called the move reckless", also where the parser took the two for a small clause."""
    named = [t for t in children(verb, "dobj", "nsubjpass") for t in conjuncts(t)]
    named = named or [t for c in children(verb, "ccomp") for t in own_subjects(c)]
    # a noun before a judging adjective may be taken for its modifier: "called [the fee reckless]"
    named = named or list(children(judging, "nsubj", "compound", "nmod"))[-1:]
    holders = agents(verb)
    for target in named:
        if target.i != judging.i:
            yield judging_frame("naming", judging, holders, target, judgement)


def _effects(verb: Token, judgement: Judgement) -> Iterator[Frame]:
    if is_conditional(verb):
        return
    for subject in _affecting(verb, judgement):
        yield judging_frame(_effect_rule(verb), verb, (), subject, _denied(judgement, verb))


def _effect_rule(verb: Token) -> str:
    """Tell what policies do as well from what only people and bodies do."""
    return "conduct" if (verb.lemma_.lower(), DEED) in evaluatives() else "effect"


def _affecting(verb: Token, judgement: Judgement) -> tuple[Token, ...]:
    """Return what has the effect.

    In "this is a rule that helps farmers" it is "this"; "programs that help farmers" are only
    described, and who speaks of them may be for or against them.
    """
    if is_passive(verb):
        return () if verb.dep_ in {"acl", "relcl"} else agents(verb)
    subjects = tuple(s for s in own_subjects(verb) if s.lower_ not in VAGUE)
    noun = verb.head
    if verb.dep_ != "relcl" or all(s.i != noun.i for s in subjects):
        return subjects
    if noun.pos_ == "PRON":
        return ()  # "those who violate it"
    if noun.dep_ == "attr" and is_copula(noun.head):
        return _judged(noun.head, noun) or subjects
    is_bare = noun.tag_ == "NNS" and not any(c.dep_ in {"det", "poss"} for c in noun.children)
    return () if is_bare and judgement.polarity is Polarity.SUPPORTS else subjects
