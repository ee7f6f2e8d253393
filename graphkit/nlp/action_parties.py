"""Who takes part in the action that a mention speaks of, read from the parse around the mention."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphkit.nlp.action_lexicon import Role, verb_cue
from graphkit.nlp.action_mentions import Mention, Party
from graphkit.nlp.annotations import TokenRange
from graphkit.nlp.member_lists import ActorTable, Member, is_stop, listed
from graphkit.nlp.syntax import agents, children, is_negated, is_passive, objects
from graphkit.records import ActionKind, EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

VERBS = frozenset({"VERB", "AUX"})
MAX_CLIMB = 4
SIGNING_PREPOSITIONS = frozenset({"on", "onto", "to", "in", "of"})
REFUSING = frozenset({"refuse", "decline", "fail", "forget", "oppose", "avoid"})
UNREAL = frozenset({"should", "must", "ought", "could", "may", "might", "can", "would"})
STATES = frozenset({"be", "have", "go", "come", "include", "become", "remain"})
ADDRESSING = frozenset({"to", "toward", "towards"})
SUED_FOR = frozenset({"against"})


def add_parties(table: ActorTable, mention: Mention) -> None:
    """Add to `mention` the parties and addressees that stand around it."""
    if mention.kind is None:
        return
    if mention.anchor.pos_ == "VERB":
        _add_suing(table, mention, mention.anchor)
    else:
        _add_governing(table, mention)
        _add_possessor(table, mention)
        _add_addressees(table, mention)


def _add_suing(table: ActorTable, mention: Mention, verb: Token) -> None:
    if is_unreal(verb):
        return
    mention.parties += _parties(subjects(table, verb), Role.LEADER, verb)
    found = [m for o in objects(verb) for m in _at(table, o)]
    mention.addressees += [m.place for m in found]


def _add_governing(table: ActorTable, mention: Mention) -> None:
    for verb, link in governing(mention.anchor):
        cue = verb_cue(verb)
        if is_unreal(verb):
            return
        if cue is not None and mention.kind is not None and cue.fits(mention.kind):
            if link != "subject":
                mention.parties += _parties(subjects(table, verb), _role(cue.role, mention), verb)
                mention.parties += _objects_of(table, verb, mention)
        elif link == "in" and verb.lemma_.lower() not in STATES and not is_passive(verb):
            mention.parties += _parties(subjects(table, verb), Role.LEADER, mention.anchor)


def _role(role: Role, mention: Mention) -> Role:
    """Somebody who signs a bill or an order makes it law, and so leads it."""
    return role if mention.kind is not ActionKind.OTHER else Role.LEADER


def governing(noun: Token) -> Iterator[tuple[Token, str]]:
    """Yield the verbs above the noun with how it hangs there: object, subject, in, or above."""
    current, link = noun, "object"
    if noun.dep_ in {"nsubj", "nsubjpass"}:
        yield noun.head, "object" if noun.dep_ == "nsubjpass" else "subject"
        return
    for _ in range(MAX_CLIMB):
        head = current.head
        if head is current:
            return
        if current.dep_ == "pobj":
            link = "in" if head.lower_ in {"in", "with"} else link
            if head.lower_ not in SIGNING_PREPOSITIONS | {"with"}:
                return
        elif head.pos_ in VERBS:
            yield head, link
            if current.dep_ not in {
                "dobj",
                "obj",
                "prep",
                "xcomp",
                "pcomp",
                "prt",
                "attr",
                "dative",
            }:
                return
            link = "above"
        current = head


def subjects(table: ActorTable, verb: Token) -> tuple[Member, ...]:
    """Return who does it: lists are read from left to right, as the parser cuts them short."""
    heads = [t for t in agents(verb) if t.sent == verb.sent]
    if not heads:
        return ()
    first, last = min(t.left_edge.i for t in heads), max(t.i for t in heads)
    if last < verb.i and is_subject_of(heads[0], verb):
        found = listed(table, first, verb.i)
    else:
        found = listed(table, first, last + 1)
    at_heads = tuple(m for t in heads for m in _at(table, t))
    return found or at_heads


def is_subject_of(head: Token, verb: Token) -> bool:
    """Tell a subject written at the verb from one that is only understood."""
    return any(t.dep_ in {"nsubj", "nsubjpass", "conj", "appos"} for t in (head,)) and (
        head.head == verb or verb in head.head.subtree or head.head in verb.subtree
    )


def _at(table: ActorTable, token: Token) -> tuple[Member, ...]:
    if token.i not in table.index:
        return ()
    place, start = table.index[token.i], token.i
    while start > 0 and table.index.get(start - 1) == place:
        start -= 1
    return (Member(place, table.run(start)),)


def _parties(members: tuple[Member, ...], role: Role, cue: Token) -> list[Party]:
    return [
        Party(
            m.place,
            role,
            TokenRange(min(m.tokens.start, cue.i), max(m.tokens.end, cue.i + 1)),
        )
        for m in members
    ]


def _objects_of(table: ActorTable, verb: Token, mention: Mention) -> list[Party]:
    """Return who is led or joined: "led 20 mayors in a letter", "joined Bee in introducing"."""
    lemma = verb.lemma_.lower().removeprefix("co-")
    if lemma not in {"lead", "join"}:
        return []
    found = [m for o in objects(verb) if o != mention.anchor for m in _at(table, o)]
    role = Role.SIGNER if lemma == "lead" else Role.LEADER
    people = tuple(m for m in found if table.is_kind(m.place, EntityKind.PERSON, EntityKind.GROUP))
    return _parties(people, role, verb)


def _add_possessor(table: ActorTable, mention: Mention) -> None:
    for owner in children(mention.anchor, "poss"):
        found = tuple(
            m
            for m in _at(table, owner)
            if table.is_kind(m.place, EntityKind.PERSON, EntityKind.GROUP)
        )
        mention.parties += _parties(found, Role.LEADER, mention.anchor)


def _add_addressees(table: ActorTable, mention: Mention) -> None:
    wanted = SUED_FOR if mention.kind is ActionKind.LAWSUIT else ADDRESSING
    if mention.kind not in {ActionKind.LETTER, ActionKind.LAWSUIT}:
        return
    noun = mention.anchor
    heads = [noun, noun.head] if noun.head.pos_ in VERBS else [noun]
    heads += [c for c in children(noun, "acl", "relcl") if c.lemma_ == "address"]
    for head in heads:
        for preposition in children(head, "prep", "dative"):
            if preposition.lower_ in wanted and preposition.i > head.i:
                stop = _stop(preposition, noun)
                found = listed(table, preposition.i + 1, stop)
                mention.addressees += [m.place for m in found]


def _stop(start: Token, noun: Token) -> int:
    end = noun.sent.end
    for i in range(start.i + 1, end):
        token = noun.doc[i]
        if token.tag_ in {"VBG", "VBD", "VBZ", "VBP"} or is_stop(token):
            return i
    return end


def is_unreal(verb: Token) -> bool:
    """Tell what was not done: denied, refused, or only possible."""
    if is_negated(verb) or any(c.lower_ in UNREAL for c in children(verb, "aux")):
        return True
    head = verb.head
    return verb.dep_ == "xcomp" and (head.lemma_.lower() in REFUSING or is_negated(head))
