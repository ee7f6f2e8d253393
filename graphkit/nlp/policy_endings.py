"""Which policy is the end of another: "the repeal of the fee", "a bill to scrap the fee".

Who is for the one is against the other; `gk:negates` tells that to queries.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from graphkit.nlp.annotations import PolicyNote, TokenRange, token_index
from graphkit.nlp.lexicons import read_table
from graphkit.nlp.phrases import phrase
from graphkit.nlp.polarity import compose, effect_of, inverters
from graphkit.nlp.policy_nouns import policy_nouns, root_of
from graphkit.nlp.syntax import VERBS, children, prepositional_objects
from graphkit.records import Polarity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Token

LINKS = ("on", "of", "to", "for", "against", "from")
"""Prepositions between an ending noun and what it ends ("a freeze on rents")."""
CLAUSES = frozenset({"acl", "relcl"})
Words = frozenset[str]


@cache
def ending_nouns() -> frozenset[str]:
    """Return the nouns of policies that end what they are on."""
    return frozenset(
        row.cell("noun") for row in read_table("ending_nouns.tsv", ("noun", "example"))
    )


def link_endings(
    doc: Doc, notes: Sequence[PolicyNote], heads: Sequence[Sequence[Token]]
) -> tuple[PolicyNote, ...]:
    """Say of each policy which other policy of the text it ends.

    Args:
        doc: The text.
        notes: Its policies.
        heads: The head of each form of each policy.
    """
    index = token_index((*note.mentions, *note.references) for note in notes)
    names = _names(doc, notes)
    found: dict[int, int] = {}
    for place, own in enumerate(heads):
        for thing in (t for head in own for t in _ended_by(head)):
            other = index.get(thing.i, place)
            if other == place:
                other = names.get(_words(doc, phrase(thing)), place)
            if other != place and found.get(other) != place:
                found.setdefault(place, other)
        if place not in found:
            other = _ended_by_name(notes[place], names, place)
            if other != place and found.get(other) != place:
                found[place] = other
    return tuple(replace(note, negates=found.get(i)) for i, note in enumerate(notes))


def _ended_by(head: Token) -> Iterator[Token]:
    """Yield the heads of what the policy of that head would end."""
    if head.pos_ in VERBS or effect_of(head) == "inverts":
        yield from _turned(head)
        if head.pos_ in VERBS:
            return
    if head.lemma_.lower() in ending_nouns():
        yield from prepositional_objects(head, *LINKS)
        yield from children(head, "compound")[-1:]
    for clause in head.children:
        if clause.dep_ in CLAUSES and clause.pos_ in VERBS:
            yield from _turned(clause)


def _turned(token: Token) -> Iterator[Token]:
    composed = compose(token, Polarity.SUPPORTS)
    if composed.polarity is Polarity.OPPOSES and composed.head != token:
        yield composed.head


def _ended_by_name(note: PolicyNote, names: dict[Words, int], place: int) -> int:
    """Return what a name like "Stop Harbor Tolls Act" says that it ends, else `place`."""
    first, *others = note.name.casefold().split() or [""]
    if inverters().get((first, "VERB")) != "inverts" or len(others) <= 1:
        return place
    rest = others[:-1] if others[-1] in policy_nouns() else others
    return names.get(frozenset(_bare(word) for word in rest), place)


def _names(doc: Doc, notes: Sequence[PolicyNote]) -> dict[Words, int]:
    """Map the words of all mentions to the place of the policy that was first named by them."""
    found: dict[Words, int] = {}
    for place, note in enumerate(notes):
        for mention in note.mentions:
            found.setdefault(_words(doc, mention), place)
    found.pop(frozenset(), None)
    return found


def _words(doc: Doc, tokens: TokenRange) -> Words:
    return frozenset(
        _bare(root_of(t)) for t in doc[tokens.start : tokens.end] if t.is_alpha and not t.is_stop
    )


def _bare(word: str) -> str:
    """Return a word without its plural, which the tagger does not see in titles."""
    return word.removesuffix("s") or word
