"""What a word of support or opposition is about: the objects, infinitives and clauses it takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphkit.nlp.cue_holders import LIGHT_VERBS, linked
from graphkit.nlp.cue_table import ING, cues
from graphkit.nlp.polarity import Composed, compose, effect_of
from graphkit.nlp.policy_nouns import is_policy_noun
from graphkit.nlp.syntax import VERBS, children, clauses, conjuncts, own_subjects, patients
from graphkit.records import Polarity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from graphkit.nlp.cue_table import Cue

DEONTIC = frozenset({"should", "must", "ought", "need"})
INFINITIVES = frozenset({"xcomp", "advcl", "ccomp", "acl", "conj"})
CONDITIONS = frozenset({"if", "whether", "unless"})


def targets_of_cue(token: Token, cue: Cue) -> Iterator[Composed]:
    """Yield what a cue is about, whichever side is taken."""
    for frame in cue.all_frames:
        yield from targets_at(token, cue, frame, Polarity.NEUTRAL)


def targets_at(token: Token, cue: Cue, frame: str, polarity: Polarity) -> Iterator[Composed]:
    """Yield what a cue is about in one of its frames, its side carried to it."""
    if frame == "that":
        yield from _that_targets(token, cue, polarity)
    elif frame == "to_stop":
        for verb in infinitives(token):
            if effect_of(verb) == "inverts":
                yield _kept(compose(verb, polarity.opposite))
    else:
        found = _arguments(token, frame)
        found = found or (_owning_policies(token) if cue.pos == "ROLE" else ())
        yield from (compose(t, polarity) for t in found)


def _owning_policies(role: Token) -> tuple[Token, ...]:
    """Return what a role has its part in: "the bill's sponsor", "the fee's opponents"."""
    return tuple(c for c in children(role, "poss") if is_policy_noun(c))


def _kept(composed: Composed) -> Composed:
    """Return it with the step of the verb as one that keeps the sign: "fight to stop the fee"."""
    first = next((n for n, step in enumerate(composed.steps) if step.effect == "inverts"), None)
    if first is None:
        return composed
    keeping = composed.steps[first]._replace(effect="keeps")
    steps = (*composed.steps[:first], keeping, *composed.steps[first + 1 :])
    return composed._replace(steps=steps)


def _arguments(token: Token, frame: str) -> tuple[Token, ...]:
    if frame == "object":
        return children(token, "pobj") if token.pos_ == "ADP" else _all_patients(token)
    if frame == ING:
        is_bare = not patients(token)
        return tuple(c for c in children(token, "xcomp") if c.tag_ == "VBG" and is_bare)
    if frame in {"to", "to_do"}:
        return infinitives(token) or (linked(token, "to") if frame == "to" else ())
    if frame == "gerund":
        return tuple(verb for verb in clauses(token) if verb.tag_ == "VBG")
    if frame == "of":
        return linked(token, frame) or _possessed(token)
    return linked(token, frame)


def _all_patients(verb: Token) -> tuple[Token, ...]:
    """Return what it is done to, also what the parser hangs at the verb: "limits and checks"."""
    done_to = patients(verb)
    for other in children(verb, "conj"):
        joint = other.left_edge.i - 1
        behind = done_to[-1].right_edge.i + 1 if done_to else None
        if other.pos_ in {"NOUN", "PROPN"} and joint == behind and verb.doc[joint].lower_ == "and":
            return (*done_to, other)
    return done_to


def _possessed(role: Token) -> tuple[Token, ...]:
    """Return the bill of "the bill's sponsor" and "the plan's critics"."""
    if (role.lemma_.lower(), "ROLE") not in cues():
        return ()
    return tuple(t for c in children(role, "poss") if is_policy_noun(c) for t in conjuncts(c))


def _is_infinitive(verb: Token) -> bool:
    # "to get rid of" is read as a passive of "rid"
    return verb.tag_ == "VB" or verb.lower_ == "rid"


def infinitives(token: Token) -> tuple[Token, ...]:
    """Return the infinitives behind a word, also where the parser hangs them at a light verb."""
    governors = [token]
    if token.pos_ == "NOUN" and token.dep_ == "dobj" and token.head.lemma_ in LIGHT_VERBS:
        governors.append(token.head)
    return tuple(
        verb
        for governor in governors
        for verb in clauses(governor)
        if _is_infinitive(verb)
        and verb.dep_ in INFINITIVES
        and verb.i > token.i
        and not is_conditional(verb)
    )


def _that_targets(token: Token, cue: Cue, polarity: Polarity) -> Iterator[Composed]:
    """Yield what a that-clause says should (not) be done."""
    for verb in clauses(token):
        if not _is_that_clause(verb) or is_conditional(verb) or is_personal(verb):
            continue
        if deontic_verb(verb) is not None or cue.lemma in {"urge", "ask", "demand", "request"}:
            yield compose(deontic_verb(verb) or verb, polarity)


def _is_that_clause(verb: Token) -> bool:
    """Tell a complement clause; at a noun ("doubt that …") the parser calls it an attribute."""
    is_marked = any(c.dep_ == "mark" and c.lower_ == "that" for c in verb.children)
    return verb.dep_ in {"ccomp", "conj"} or (verb.dep_ == "acl" and is_marked)


def is_conditional(verb: Token) -> bool:
    """Tell a clause that "if", "unless" or "whether" opens."""
    return any(c.dep_ == "mark" and c.lower_ in CONDITIONS for c in verb.children)


def is_feared(verb: Token) -> bool:
    """Tell what somebody doubts or fears: "has doubts that the board should repeal it"."""
    if verb.dep_ not in {"acl", "ccomp"}:
        return False
    lemma = verb.head.lemma_.lower()
    known = (cue for pos in ("ADJ", "NOUN", "VERB") for cue in cues().get((lemma, pos), ()))
    return any(cue.polarity is Polarity.OPPOSES and "that" in cue.frames for cue in known)


def is_personal(verb: Token) -> bool:
    """Tell advice to one person ("he should rest") from what a body or all should do."""
    return any(s.lower_ in {"he", "she", "you"} for s in own_subjects(verb))


def deontic_verb(verb: Token) -> Token | None:
    """Return the verb that should be done: of "should repeal" and "needs to repeal", repeal.

    "Should he run" is a condition, and nothing is asked for.
    """
    if verb.lemma_ in {"need", "have", "ought"} and verb.pos_ in VERBS:
        infinitives = [c for c in verb.children if c.dep_ == "xcomp" and c.tag_ == "VB"]
        return infinitives[0] if infinitives else None
    modals = [c for c in verb.children if c.dep_ == "aux" and c.lower_ in DEONTIC]
    subjects = own_subjects(verb)
    if modals and not (subjects and modals[0].i < subjects[0].i < verb.i):
        return verb
    return None
