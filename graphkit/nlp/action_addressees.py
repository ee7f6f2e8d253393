"""Whom a letter, suit or brief is directed to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphkit.nlp.action_mentions import Mention
from graphkit.nlp.member_lists import ActorTable, Member, is_stop, listed
from graphkit.nlp.syntax import OBJECT_CONTROL, VERBS, children, objects, prepositional_objects
from graphkit.records import ActionKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

ADDRESSING = frozenset({"to", "toward", "towards"})
SUED_FOR = frozenset({"against"})
ADDRESSED = frozenset({ActionKind.LETTER, ActionKind.LAWSUIT, ActionKind.AMICUS_BRIEF})


def add_addressees(table: ActorTable, mention: Mention) -> None:
    """Add those whom the words around the noun name after "to" or "against", or ask."""
    wanted = SUED_FOR if mention.kind is ActionKind.LAWSUIT else ADDRESSING
    if mention.kind not in ADDRESSED:
        return
    noun = mention.anchor
    heads = [noun, noun.head] if noun.head.pos_ in VERBS else [noun]
    heads += [c for c in children(noun, "acl", "relcl") if c.lemma_ == "address"]
    for head in heads:
        for preposition in children(head, "prep", "dative"):
            if preposition.lower_ in wanted and preposition.i > head.i:
                found = listed(table, preposition.i + 1, phrase_stop(preposition, noun))
                mention.addressees += [m.place for m in found]
    if not mention.addressees and mention.kind is not ActionKind.LAWSUIT:
        mention.addressees += [m.place for m in _asked(table, noun)]


def split_by_addressee(table: ActorTable, mention: Mention) -> list[Mention]:
    """Tell "two letters to Bee on the dam and to Fox on the toll" apart: one mention for each."""
    noun = mention.anchor
    if mention.kind is not ActionKind.LETTER or noun.tag_ != "NNS" or not children(noun, "nummod"):
        return [mention]
    further = [
        t.i for t in noun.sent if t.i > noun.i + 1 and t.lower_ == "to" and _is_and(t.nbor(-1))
    ]
    if not further:
        return [mention]
    ends = [*further[1:], noun.sent.end]
    others = [
        Mention(
            noun,
            mention.kind,
            fresh=True,
            distinct=True,
            aside=True,
            parties=list(mention.parties),
            addressees=[m.place for m in listed(table, start + 1, end)],
        )
        for start, end in zip(further, ends, strict=True)
    ]
    later = {place for other in others for place in other.addressees}
    mention.addressees = [place for place in mention.addressees if place not in later]
    mention.distinct = mention.aside = True
    return [mention, *others]


def _is_and(token: Token) -> bool:
    return token.lower_ in {"and", "&"}


def _asked(table: ActorTable, noun: Token) -> Iterator[Member]:
    """Yield whom the action asks: "a letter urging the minister to act"."""
    for verb in noun.sent:
        if verb.lemma_ in OBJECT_CONTROL and (noun in verb.ancestors or noun in verb.children):
            for head in objects(verb) or prepositional_objects(verb, "on"):
                yield from table.at(head.i)


def phrase_stop(start: Token, noun: Token) -> int:
    """Return where a list after a preposition ends at the latest: before the next verb."""
    end = noun.sent.end
    for i in range(start.i + 1, end):
        token = noun.doc[i]
        if token.tag_ in {"VBG", "VBD", "VBZ", "VBP"} or is_stop(token):
            return i
    return end
