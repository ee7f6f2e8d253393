"""Find who is said to take no side: "takes no position on", "declined to say whether she backs it".

Only what is said counts: who says nothing of a thing is not neutral on it. Words that are neutral
by themselves ("undecided", "agnostic") are cues as all others are; here are those that come to it
together with a negation, a question ("whether") or each other ("neither backs nor opposes").
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from graphkit.nlp.cue_table import STRENGTHS, cues, cues_at
from graphkit.nlp.cue_targets import is_conditional, targets_of_cue
from graphkit.nlp.cues import Frame, is_denied_above, is_unreal
from graphkit.nlp.denials import is_unmet
from graphkit.nlp.lexicons import read_table
from graphkit.nlp.polarity import compose
from graphkit.nlp.questions import is_asked
from graphkit.nlp.stance_moods import NOT_HELD, moods_of
from graphkit.nlp.syntax import (
    VERBS,
    agents,
    ancestors_until_clause,
    children,
    is_negated,
    is_passive,
    own_subjects,
    patients,
    prepositional_objects,
)
from graphkit.records import Polarity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from graphkit.nlp.polarity import Composed

RULE = "neutral"
OPEN = frozenset({"if", "whether"})
HOW = "how"
ALTERNATIVES = frozenset({"or", "nor"})
VOTES = frozenset({"vote", "voting"})
TALKS = VOTES | {"battle", "debate", "dispute", "fight", "issue", "question"}
OVER = ("about", "of", "on", "over")
"""Prepositions between a vote or fight and what it is about."""
OPEN_MOODS = frozenset({"conditional", "tentative"})
"""Moods of who would take a side, which is none yet."""
CLAUSES = ("ccomp", "xcomp", "advcl", "acl", "pcomp")
DEEP = 3
"""Words from the verb of an open question down to its cue ("whether she is going to back it")."""
BOTH = frozenset({Polarity.SUPPORTS, Polarity.OPPOSES})


class NeutralPhrase(NamedTuple):
    """A row of `neutral_phrases.tsv`."""

    needed: str | None
    denied: bool
    frames: tuple[str, ...]


@cache
def neutral_phrases() -> dict[str, tuple[NeutralPhrase, ...]]:
    """Return the phrases of `neutral_phrases.tsv` by the lemma of their first word."""
    found: dict[str, list[NeutralPhrase]] = {}
    for row in read_table("neutral_phrases.tsv", ("word", "object", "denied", "frames", "example")):
        needed = None if row.cell("object") == "-" else row.cell("object")
        denied = row.choice("denied", frozenset({"yes", "no"})) == "yes"
        phrase = NeutralPhrase(needed, denied, tuple(row.cell("frames").split("|")))
        found.setdefault(row.cell("word"), []).append(phrase)
    return {word: tuple(phrases) for word, phrases in found.items()}


def find_neutral_frames(doc: Doc) -> Iterator[Frame]:
    """Yield a frame for each thing on which somebody is said to take no side, in text order."""
    for token in doc:
        if is_one_of_both_sides(token):
            if token.dep_ != "conj":
                yield from _neither(token)
        else:
            yield from _phrases(token)


def is_one_of_both_sides(token: Token) -> bool:
    """Tell a cue that is denied together with its contrary: "neither backs nor opposes it"."""
    if _side(token) is None:
        return False
    pair = _pair(token)
    if not {_side(t) for t in pair} >= BOTH:
        return False
    if not any(c.lower_ in ALTERNATIVES for c in children(pair[0], "cc")):
        return False
    neither = any(c.lower_ == "neither" for t in pair for c in t.children)
    return neither or is_negated(pair[0]) or is_denied_above(pair[0])


def _pair(token: Token) -> tuple[Token, ...]:
    """Return a word and the one that it is coordinated with, in order."""
    if token.dep_ == "conj":
        return (token.head, token)
    return (token, *children(token, "conj")[:1])


def _side(token: Token) -> Polarity | None:
    """Return the side of a cue by its form alone."""
    lemma = token.lemma_.lower()
    pos = {"ADP": "PREP", "SCONJ": "PREP"}.get(token.pos_, token.pos_)
    found = cues().get((lemma, pos)) or cues().get((token.lower_, "ADJ"))
    return found[0].polarity if found else None


def _neither(first: Token) -> Iterator[Frame]:
    seen: set[int] = set()
    for token in _pair(first):
        for composed in _targets_at(token):
            if composed.head.i not in seen:
                seen.add(composed.head.i)
                yield from _frame(first, composed)


def _targets_at(token: Token) -> Iterator[Composed]:
    """Yield what a cue would be about; of "for" and "against" it is their object."""
    if token.pos_ != "ADP":
        yield from (c for cue in cues_at(token) for c in targets_of_cue(token, cue))
    elif _side(token) is not None:
        yield from (compose(t, Polarity.NEUTRAL) for t in children(token, "pobj"))


def _phrases(token: Token) -> Iterator[Frame]:
    seen: set[int] = set()
    known = neutral_phrases()
    for phrase in known.get(token.lemma_.lower(), known.get(token.lower_, ())):
        needed = [c for c in children(token, "dobj", "prt") if c.lemma_ == phrase.needed]
        if phrase.needed is not None and not needed:
            continue
        if phrase.denied != _is_denied(token, needed):
            continue
        for frame in phrase.frames:
            for composed in _targets(token, needed, frame):
                if composed.head.i not in seen:
                    seen.add(composed.head.i)
                    yield from _frame(token, composed)


def _is_denied(token: Token, needed: list[Token]) -> bool:
    words = (token, *needed)
    return any(is_negated(w) for w in words) or is_denied_above(token) or is_unmet(token)


def _targets(token: Token, needed: list[Token], frame: str) -> Iterator[Composed]:
    above = (token.head,) if token.dep_ in {"acomp", "oprd"} else ()
    heads = (token, *needed, *above)
    if frame in {"whether", HOW}:
        opened = (*heads, *(p for h in heads for p in children(h, "prep")))
        for clause in (c for h in opened for c in children(h, *CLAUSES)):
            if _opens(clause, frame) and _is_own(clause):
                yield from _asked_targets(clause, frame)
        return
    for head in heads:
        for found in prepositional_objects(head, frame):
            if is_conditional(found):
                continue  # "undecided on whether to back it"
            inner = prepositional_objects(found, *OVER) if found.lemma_ in TALKS else ()
            yield from (compose(t, Polarity.NEUTRAL) for t in inner or (found,))


def _opens(clause: Token, frame: str) -> bool:
    words = {c.lower_ for c in children(clause, "mark", "advmod")}
    return bool(words & OPEN) if frame == "whether" else HOW in words


def _is_own(clause: Token) -> bool:
    """Tell whether the side is that of whoever leaves it open: "would not say if she backs it"."""
    return all(s.pos_ == "PRON" and s.lower_ not in {"it", "this"} for s in own_subjects(clause))


def _asked_targets(clause: Token, frame: str) -> Iterator[Composed]:
    """Yield what the side would be taken on."""
    if frame == HOW:
        if clause.lemma_ in VOTES:
            on = prepositional_objects(clause, "on")
            yield from (compose(t, Polarity.NEUTRAL) for t in on)
        return
    level = [clause]
    for _ in range(DEEP):
        for token in level:
            yield from _targets_at(token)
        level = [c for t in level for c in children(t, "xcomp", "acomp", "attr", "conj", "prep")]


def _frame(token: Token, composed: Composed) -> Iterator[Frame]:
    if token.dep_ == "amod" and token.i < token.head.i:
        return  # "a neutral report on the fee"
    is_verb = token.pos_ in VERBS and token.dep_ not in {"acomp", "acl", "oprd"}
    above = (a for a in ancestors_until_clause(token) if a.pos_ in VERBS)
    verb = token if is_verb else next(above, None)
    is_attribute = token.dep_ in {"amod", "acl"}
    if (verb is None or is_unreal(verb)) and not is_attribute:
        return
    moods = tuple(m for m in moods_of(token) if m not in OPEN_MOODS)
    if is_asked(token) or not NOT_HELD.isdisjoint(moods):
        return
    yield Frame(
        cue=token,
        holders=(token.head,) if verb is None or is_attribute else _holders(verb),
        target=composed.head,
        start=composed.start,
        polarity=Polarity.NEUTRAL,
        strength=STRENGTHS["high"],
        needs_policy=False,
        rule=RULE,
        steps=composed.steps,
        moods=moods,
    )


def _holders(verb: Token) -> tuple[Token, ...]:
    return patients(verb) if is_passive(verb) else agents(verb)
