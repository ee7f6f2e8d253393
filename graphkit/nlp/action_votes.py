"""Votes of a chamber, council or committee: "passed it 51-49", "voted to repeal the fee".

A vote is an action where the text tells who took part: the chamber and some of those who voted as
it did. The chamber or a member alone takes a stance.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graphkit.nlp.action_doers import is_undergone, subjects
from graphkit.nlp.polarity import effect_of
from graphkit.nlp.syntax import agents, children, objects
from graphkit.records import ActionKind, EntityKind

if TYPE_CHECKING:
    from spacy.tokens import Token

    from graphkit.nlp.member_lists import ActorTable, Member

TALLY = re.compile(
    r"(?<![\d.,$-])\d{1,3}(?P<link>\s?[-–—]\s?|\s?-?to-?\s?|\svotes?\sto\s)\d{1,3}(?!\d|%|[.-]\d)"
    r"(?P<after>\s+\w+)?"
)
VOTE_BEFORE = re.compile(r"(?:votes?|margin)\s(?:of|was)\s$")
AFTER_TALLY = frozenset(
    {"after", "along", "early", "in", "last", "late", "on", "this", "to", "vote", "votes", "with"}
)
"""What may follow bare numbers of votes; another word makes a measure of them ("2-3 weeks")."""
CENSURING = frozenset({"censure", "condemn", "denounce", "deplore", "rebuke"})
"""What a chamber can only do by a resolution."""
TALLY_REACH = 60
"""Tokens from a verb to the numbers of votes."""
FOR, AGAINST = frozenset({"for", "yes", "aye"}), frozenset({"against", "no", "down"})
BODIES = (EntityKind.ORGANIZATION, EntityKind.GOVERNMENT)


def has_tally(verb: Token) -> bool:
    """Tell whether the numbers of votes stand behind the verb in its sentence."""
    text = verb.doc[verb.i : min(verb.sent.end, verb.i + TALLY_REACH)].text
    return any(_is_tally(found, text) for found in TALLY.finditer(text))


def _is_tally(found: re.Match[str], text: str) -> bool:
    link, after = found["link"].strip(" "), (found["after"] or "").strip()
    if VOTE_BEFORE.search(text[max(0, found.start() - 12) : found.start()]) or "vote" in link:
        return True
    if after.startswith("vote"):
        return True
    return "to" not in link and (not after or after in AFTER_TALLY or after.istitle())


def is_vote(verb: Token) -> bool:
    """Tell "voted to repeal it" and "voted for it" from "voted early"."""
    return decided(verb) is not None or _side(verb) is not None


def is_against(verb: Token) -> bool:
    """Tell a vote that turns something down."""
    side = _side(verb)
    return effect_of(verb) == "inverts" if side is None else side in AGAINST


def _side(verb: Token) -> str | None:
    words = (t.lower_ for t in children(verb, "prep", "advmod", "intj", "dobj"))
    return next((word for word in words if word in FOR | AGAINST), None)


def decided(verb: Token) -> Token | None:
    """Return what is voted to be done: "voted to repeal"."""
    found = (c for c in children(verb, "xcomp", "advcl") if c.tag_ == "VB" and c.i > verb.i)
    return next((c for c in found if any(t.tag_ == "TO" for t in children(c, "aux"))), None)


def kind_of_vote(verb: Token, kind: ActionKind) -> ActionKind:
    """Return the kind of a vote: to condemn somebody is a resolution."""
    deed = decided(verb)
    return ActionKind.RESOLUTION if deed is not None and is_censure(deed) else kind


def is_censure(deed: Token) -> bool:
    """Tell what a chamber can only say ("condemn") from what it does."""
    return deed.lemma_.lower() in CENSURING


def bodies(table: ActorTable, verb: Token) -> tuple[Member, ...]:
    """Return who votes; a bill that "passed the Senate 51-49" was passed by it."""
    if is_undergone(verb):
        found = tuple(m for t in agents(verb) for m in table.at(t.i))
    else:
        found = subjects(table, verb)
    acting = tuple(m for m in found if table.is_kind(m.place, *BODIES))
    passed = (m for t in objects(verb) for m in table.at(t.i))
    return acting or tuple(m for m in passed if table.is_kind(m.place, *BODIES))


def voters(table: ActorTable, verb: Token) -> tuple[Member, ...]:
    """Return the members of a chamber who vote."""
    found = subjects(table, verb)
    return tuple(m for m in found if table.is_kind(m.place, EntityKind.PERSON, EntityKind.GROUP))
