"""Carry the sign of a cue through the words between it and its target.

"Urged the board to repeal the rule" supports a repeal and so opposes the rule; nearly half of all
stances turn on the way. The words that turn or keep a sign are in `inverters.tsv`.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from graphkit.nlp.groups import roles
from graphkit.nlp.lexicons import read_table
from graphkit.nlp.policy_nouns import is_policy_noun, transparent_nouns
from graphkit.nlp.syntax import (
    NOUN_SUBJECTS,
    VERBS,
    children,
    is_negated,
    is_passive,
    objects,
    own_subjects,
    patients,
    prepositional_objects,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

    from graphkit.records import Polarity

EFFECTS = frozenset({"counters", "faults", "inverts", "judges", "keeps", "passes"})
NOUN_LINKS = ("of", "to", "for", "in", "on")
"""Prepositions between an inverting noun and what it ends ("an end to", "the repeal of")."""
COUNTERED = ("against", "to")
"""Prepositions between a noun of resistance and what it is against ("the suit against")."""
VERB_LINKS = ("to", "with", "on", "against", "of", "from")
"""Prepositions between a verb of the list and what it is about ("do away with")."""
PARTICLES = frozenset({"prt", "advmod", "acomp", "oprd", "advcl", "xcomp"})
"""Where the parser hangs the second word of a phrasal verb ("roll back", "get rid")."""
CLAUSES = frozenset({"xcomp", "advcl", "ccomp"})
"""Clauses that a passing verb hands its sign on to ("try to repeal", "let it lapse")."""
FAULTS = frozenset({"ccomp", "acomp", "oprd", "dobj"})
"""Where the parser hangs what something is declared to be ("declare the rule unlawful")."""
VOTES = {"aye": True, "no": False, "nay": False, "yes": True}
"""Words of a vote, and whether it is for what is voted on."""
MAX_DEPTH = 5
"""Words between cue and target; longer chains are parse errors."""


class Step(NamedTuple):
    """A word that the sign passes on its way: it inverts, keeps or passes it, or denies."""

    word: Token
    effect: str


DENIES = "denies"
"""Effect of a negation, beside those of `inverters.tsv`."""


class Composed(NamedTuple):
    """Where the sign arrived: the head of the target, the polarity towards it, and whence it came.

    Of "ending the fee" with supports: fee, opposes, ending, and the step that inverts.
    """

    head: Token
    polarity: Polarity
    start: Token
    steps: tuple[Step, ...] = ()


@cache
def inverters() -> dict[tuple[str, str], str]:
    """Return the effect of each (lemma, part of speech) of `inverters.tsv`."""
    rows = read_table("inverters.tsv", ("lemma", "pos", "effect", "example"))
    return {(r.cell("lemma"), r.cell("pos")): r.choice("effect", EFFECTS) for r in rows}


def compose(token: Token, polarity: Polarity) -> Composed:
    """Follow inverting, keeping and passing words from `token` down to the target itself.

    A verb that is none of these is the target ("urged them to raise the wage" supports raising
    it); so is an inverting verb without an object.
    """
    current = token
    steps: list[Step] = []
    for _ in range(MAX_DEPTH):
        if current.pos_ in VERBS and is_negated(current) != _is_of_nobody(current):
            polarity = polarity.opposite
            steps.append(Step(current, DENIES))
        following = _step(current)
        if following is None:
            break
        steps.append(Step(current, effect_of(current) or ""))
        current, turned = following
        if turned:
            polarity = polarity.opposite
            steps[-1] = Step(steps[-1].word, "inverts")
    return Composed(current, polarity, token, tuple(steps))


def _is_of_nobody(verb: Token) -> bool:
    """Tell what nobody does or should do: "no one should pass it"."""
    return any(
        s.lower_ in {"nobody", "none"} or any(c.lower_ == "no" for c in children(s, "det"))
        for s in children(verb, *NOUN_SUBJECTS)
    )


def effect_of(token: Token) -> str | None:
    """Return what `inverters.tsv` says of the word, a participle being read as a verb."""
    lemma = token.lemma_.lower()
    if token.pos_ not in VERBS:
        return inverters().get((lemma, "NOUN"))
    for child in token.children:
        if child.dep_ in PARTICLES:
            found = inverters().get((f"{lemma} {child.lower_}", "VERB"))
            if found is not None:
                return found
    return inverters().get((lemma, "VERB"))


def turns_deed(verb: Token) -> bool:
    """Tell whether the verb turns its infinitive: "refuses to keep it", but not "fights to"."""
    is_other = (verb.lemma_.lower(), "TO") in inverters()
    return effect_of(verb) == "inverts" and not is_other


def is_bare_inversion(token: Token) -> bool:
    """Tell "the repeal" that does not say of what: it is the end of what was spoken of."""
    if token.pos_ != "NOUN" or effect_of(token) != "inverts" or _noun_step(token, turned=True):
        return False
    return not any(c.dep_ in {"compound", "amod", "poss", "acl"} for c in token.children)


def _step(token: Token) -> tuple[Token, bool] | None:
    effect = effect_of(token)
    if token.pos_ in VERBS and (side := _side_taken(token)):
        return side
    if effect is None:
        return _held(token)
    if token.pos_ not in VERBS:
        return _from_noun(token, effect)
    if effect == "judges":
        return _faulted(token)
    deeds = [c for c in token.children if c.dep_ in CLAUSES and c.tag_ == "VB"]
    deeds += [c for c in token.children if c.dep_ == "xcomp" and c.tag_ == "VBG"]
    if effect == "passes":
        return (deeds[0], False) if deeds else None
    return _done_to(token, deeds, turned=effect == "inverts")


def _done_to(token: Token, deeds: list[Token], *, turned: bool) -> tuple[Token, bool] | None:
    """Return what a verb that ends or keeps it does that to."""
    kept_from = [t for t in prepositional_objects(token, "from") if t.dep_ == "pcomp"]
    if kept_from and turned:
        # "stop the agency from closing the school"
        return kept_from[0], True
    done_to = patients(token) if is_passive(token) else objects(token)
    done_to = done_to or _linked(token)
    if done_to:
        is_thing = _can_be_ended(done_to[0]) if turned else not _is_people(done_to[0])
        return (done_to[0], turned) if is_thing else None
    ending = [s for s in own_subjects(token) if _can_end(s)]
    if ending and turned:
        # "the program should end", "let the fee lapse"
        return ending[0], True
    return (deeds[0], turns_deed(token)) if deeds else None


def _side_taken(verb: Token) -> tuple[Token, bool] | None:
    """Return what somebody is to vote against or for: "urged them to vote against the bill"."""
    if verb.lemma_ != "vote":
        return None
    if against := prepositional_objects(verb, "against"):
        return against[0], True
    side = next((c.lower_ for c in verb.children if c.lower_ in VOTES), None)
    voted = prepositional_objects(verb, "for" if side is None else "on")
    return (voted[0], side is not None and not VOTES[side]) if voted else None


def _faulted(verb: Token) -> tuple[Token, bool] | None:
    """Return what is to be declared unlawful, or held to violate a law."""
    for clause in (c for c in verb.children if c.dep_ in FAULTS):
        named = own_subjects(clause) or _before_adjective(clause) or objects(verb)
        faults = any(_is_fault(w) for w in (clause, *clause.children) if w.dep_ in FAULTS)
        if faults and named and named[0] != clause:
            return named[0], not is_negated(clause)
    return None


def _is_fault(word: Token) -> bool:
    pos = "ADJ" if word.pos_ == "ADJ" else "VERB"
    return inverters().get((word.lemma_.lower(), pos)) == "faults"


def _before_adjective(word: Token) -> tuple[Token, ...]:
    """Return the fee of "declare the fee unlawful", which is read as one long name."""
    before = [c for c in word.lefts if word.pos_ == "ADJ" and c.dep_ == "compound"]
    return tuple(before[-1:])


def _from_noun(token: Token, effect: str) -> tuple[Token, bool] | None:
    if effect == "passes":
        return _deed(token)
    if effect == "counters":
        # who backs the suit against a fee opposes the fee; a suit against a firm is one of its own
        against = prepositional_objects(token, *COUNTERED)[:1]
        if not against and token.dep_ == "dobj":
            # the parser often hangs the phrase at the verb: "backs the suit [against the fee]"
            against = prepositional_objects(token.head, *COUNTERED)[:1]
        return (against[0], True) if against and _can_be_countered(against[0]) else None
    return _noun_step(token, turned=effect == "inverts")


def _can_be_countered(token: Token) -> bool:
    return is_policy_noun(token) or effect_of(token) is not None


def _held(token: Token) -> tuple[Token, bool] | None:
    """Return the act in "the Senate version of the act", and the fee in "the idea of a fee"."""
    if token.pos_ != "NOUN" or token.lemma_.lower() not in transparent_nouns():
        return None
    held = [t for t in prepositional_objects(token, "of") if t.pos_ not in VERBS]
    return (held[0], False) if held else None


def _is_people(token: Token) -> bool:
    """Tell whom a deed is for: who asks to "protect the farmers" wants that, and not farmers."""
    return token.pos_ in {"NOUN", "PROPN"} and roles().get(token.text) is not None


def _can_end(token: Token) -> bool:
    return is_policy_noun(token) or token.lower_ in {"it", "this", "that", "these", "those"}


def _can_be_ended(token: Token) -> bool:
    """Tell whether ending it is a stance on it: a rule, not a debt or a hunger.

    Who wants to "cancel medical debt" is for the cancelling, and nobody is against the debt.
    """
    is_deed = effect_of(token) is not None or token.pos_ == "VERB"
    return is_deed or is_policy_noun(token) or token.pos_ in {"PRON", "PROPN"}


def _linked(token: Token) -> tuple[Token, ...]:
    """Return the object of a preposition at the verb or its particle ("get rid of the fee")."""
    for holder in (token, *(c for c in token.children if c.dep_ in PARTICLES)):
        found = prepositional_objects(holder, *VERB_LINKS)
        if found:
            return found
    return ()


def _deed(token: Token) -> tuple[Token, bool] | None:
    """Return what an effort is to keep, or what a ruling ends ("the ruling blocking the levy").

    An effort to end something is a thing of its own.
    """
    deeds = [c for c in token.rights if c.dep_ in {"acl", "relcl"} and c.pos_ in VERBS]
    wanted = {(tag, effect) for tag in ("VBG", "VBD") for effect in ("keeps", "inverts")}
    wanted.add(("VB", "keeps"))
    return next(((deed, False) for deed in deeds if (deed.tag_, effect_of(deed)) in wanted), None)


def _noun_step(token: Token, *, turned: bool) -> tuple[Token, bool] | None:
    linked = prepositional_objects(token, *NOUN_LINKS)
    linked = linked or tuple(c for c in token.children if c.dep_ == "poss" and c.pos_ == "NOUN")
    return (linked[0], turned) if linked else None
