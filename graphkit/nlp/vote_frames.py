"""Find who votes for or against what where the object of the vote stands somewhere else.

"She voted no on the bill", "the bill cleared the Senate", "they cast votes against it", "he was
among 12 who voted for it"; and what is meant by "the measure" after a vote to end something.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from graphkit.nlp.cues import Frame
from graphkit.nlp.polarity import compose
from graphkit.nlp.policy_nouns import is_policy_noun
from graphkit.nlp.syntax import (
    VERBS,
    agents,
    children,
    conjuncts,
    is_negated,
    is_passive,
    objects,
    own_subjects,
    prepositional_objects,
)
from graphkit.records import Polarity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

STRENGTH = 0.9
RULE = "vote"
SIDES = {
    "against": Polarity.OPPOSES,
    "aye": Polarity.SUPPORTS,
    "down": Polarity.OPPOSES,
    "favor": Polarity.SUPPORTS,
    "favour": Polarity.SUPPORTS,
    "for": Polarity.SUPPORTS,
    "nay": Polarity.OPPOSES,
    "no": Polarity.OPPOSES,
    "opposed": Polarity.OPPOSES,
    "yea": Polarity.SUPPORTS,
    "yes": Polarity.SUPPORTS,
}
"""Words at a vote that tell its side."""
BALLOTS = frozenset({"ballot", "vote"})
PASSING = frozenset({"clear", "pass"})
"""What a bill does to a chamber that passes it."""
TOLD = frozenset({"VBD", "VBN", "VBZ"})
"""What has happened, not what somebody would see happen."""
CHAMBERS = frozenset(
    {
        "assembly",
        "chamber",
        "committee",
        "commons",
        "congress",
        "council",
        "house",
        "legislature",
        "parliament",
        "senate",
    }
)
"""Bodies that a bill passes; others are passed on the street."""
FOUND_BY_CUES = frozenset({"against", "for"})
"""Sides whose object at the verb itself is a frame already."""
LAWS = frozenset({"act", "amendment", "bill", "legislation", "measure", "package", "resolution"})
REACH = 120
"""Tokens from words of a vote back to what is voted on."""


class Decision(NamedTuple):
    """A vote to end something: the verb for ending, and what it ends."""

    deed: Token
    ended: Token


def decisions_to_end(doc: Doc) -> Iterator[Decision]:
    """Yield what the text says is voted to be ended, in text order."""
    for token in doc:
        if token.lemma_.lower() != "vote":
            continue
        for deed in children(token, "xcomp", "advcl", "acl", "relcl"):
            composed = compose(deed, Polarity.SUPPORTS)
            if deed.tag_ == "VB" and composed.polarity is Polarity.OPPOSES:
                yield Decision(deed, composed.head)


def find_vote_frames(doc: Doc) -> Iterator[Frame]:
    """Yield the frames of votes in `doc`, in text order."""
    law: Token | None = None
    for token in doc:
        if token.pos_ in VERBS and token.lemma_.lower() in PASSING:
            yield from _passed(token)
        elif token.pos_ in VERBS and (token.lemma_.lower() == "vote" or _is_cast(token)):
            yield from _voted(token, law)
        if token.lemma_.lower() in LAWS and token.dep_ != "compound":
            law = token


def _passed(verb: Token) -> Iterator[Frame]:
    """Yield "the bill cleared the Senate"."""
    bodies = [t for t in objects(verb) if t.lemma_.lower() in CHAMBERS]
    laws = [t for t in own_subjects(verb) if _is_law(t)]
    any_bill = verb.dep_ == "relcl" and verb.tag_ == "VBZ"  # "a bill that clears the Senate"
    if any_bill or verb.tag_ not in TOLD:
        return
    if bodies and laws and not is_passive(verb) and not is_negated(verb):
        yield _frame(verb, tuple(bodies), laws[0], Polarity.SUPPORTS)


def _is_law(token: Token) -> bool:
    """Tell a bill, also one by its number ("House Bill 12", "H.R. 12") or a pronoun."""
    if is_policy_noun(token) or token.lower_ == "it":
        return True
    is_name = token.pos_ in {"NUM", "PROPN"}
    numbered = token.is_upper and any(c.like_num for c in token.rights)
    return is_name and (numbered or any(map(is_policy_noun, token.lefts)))


def _is_cast(verb: Token) -> bool:
    return verb.lemma_.lower() == "cast" and any(t.lemma_ in BALLOTS for t in objects(verb))


def _voted(verb: Token, law: Token | None) -> Iterator[Frame]:
    if is_negated(verb):
        return
    for word in islice(_side_words(verb), 1):
        polarity = SIDES[word.lower_]
        target = _target(verb, word)
        holders = (*agents(verb), *_who_are_among(verb))
        if target is None and law is not None and verb.i - law.i < REACH:
            yield _frame(verb, holders, law, polarity)
        elif target is not None and not _is_found_by_cues(verb, word):
            yield _frame(verb, holders, target, polarity)
        elif target is not None and _who_are_among(verb):
            yield _frame(verb, _who_are_among(verb), target, polarity)


def _is_found_by_cues(verb: Token, side: Token) -> bool:
    return side.head == verb and side.lower_ in FOUND_BY_CUES and not _is_cast(verb)


def _side_words(verb: Token) -> Iterator[Token]:
    """Yield the words that tell the side, of the verb or of the votes that are cast."""
    for head in (verb, *(t for t in objects(verb) if t.lemma_ in BALLOTS)):
        for token in children(head, "prep", "advmod", "intj", "dobj", "prt", "det", "acomp"):
            inner = prepositional_objects(head, "in") if token.lower_ == "in" else ()
            yield from (t for t in (token, *inner) if t.lower_ in SIDES)


def _target(verb: Token, side: Token) -> Token | None:
    """Return what is voted on, where it stands with the vote."""
    own = [t for t in children(side, "pobj") if side.dep_ == "prep"]
    own += [t for p in children(side, "prep") for t in children(p, "pobj")]
    return next(iter((*own, *prepositional_objects(verb, "on", "to"))), None)


def _who_are_among(verb: Token) -> tuple[Token, ...]:
    """Return Bee in "Bee was among 12 members who voted for it"."""
    noun = verb.head if verb.dep_ == "relcl" else None
    link = None if noun is None else noun.head
    if link is None or link.lower_ not in {"among", "of"}:
        return ()
    above = link.head if link.lower_ == "among" else link.head.head
    is_one = link.lower_ == "among" or link.head.lower_ == "one"
    if not is_one or above.lemma_ != "be":
        return ()
    return tuple(t for s in children(above, "nsubj") for t in conjuncts(s))


def _frame(verb: Token, holders: tuple[Token, ...], target: Token, polarity: Polarity) -> Frame:
    composed = compose(target, polarity)
    return Frame(
        cue=verb,
        holders=holders,
        target=composed.head,
        start=composed.start,
        polarity=composed.polarity,
        strength=STRENGTH,
        needs_policy=False,
        rule=RULE,
        steps=composed.steps,
    )
