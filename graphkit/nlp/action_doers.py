"""Who does what a verb near an action tells, and whether it was done at all.

Parsers lose subjects in lists, datelines, brackets and appositions; these functions find them
again from the words right before the verb.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from graphkit.nlp.action_lexicon import verb_cue
from graphkit.nlp.member_lists import ActorTable, Member, listed
from graphkit.nlp.syntax import (
    NOUN_SUBJECTS,
    OBJECT_CONTROL,
    VERBS,
    agents,
    children,
    is_negated,
    is_passive,
    objects,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

MAX_CLIMB = 8
"""Steps from a noun to the verbs above it; longer chains are parse errors."""
SIGNING_PREPOSITIONS = frozenset({"on", "onto", "to", "in", "of"})
FORMS = frozenset({"companion", "copy", "draft", "filing", "introduction", "signing", "version"})
"""Nouns that leave an action what it is: "joined in the introduction of the bill"."""
CLIMBED = frozenset({"dobj", "obj", "prep", "xcomp", "pcomp", "prt", "attr", "dative"})
"""How a phrase hangs at a verb whose own verb above it still tells who acts."""
REFUSING = frozenset({"refuse", "decline", "fail", "forget", "oppose", "avoid", "threaten"})
UNREAL = frozenset({"should", "must", "ought", "could", "may", "might", "can", "would"})
CONDITIONS = frozenset({"if", "unless", "whether"})
LIGHT = frozenset({"AUX", "ADV", "PUNCT"})
"""What may stand between a subject and its verb."""
DASHES = frozenset({"–", "—", "--"})
"""A dateline ends with one of these ("DAYTON – Mayor Bee …")."""


def governing(noun: Token) -> Iterator[tuple[Token, str]]:
    """Yield the verbs above the noun with how it hangs there: object, subject, in, or above."""
    if noun.dep_ in NOUN_SUBJECTS:
        yield noun.head, "object" if noun.dep_ == "nsubjpass" else "subject"
        return
    current, link = noun, "object"
    for head in islice(noun.ancestors, MAX_CLIMB):
        if current.dep_ == "pobj":
            link = "in" if head.lower_ == "in" else link
        if not _is_climbed(current, head):
            return
        if current.dep_ != "pobj" and _can_tell(head):
            yield head, link
            if head.dep_ in {"xcomp", "ccomp"} and head.head.lemma_ in OBJECT_CONTROL:
                return  # "urged her to withdraw the bill": whoever urges has no part in the bill
            if current.dep_ not in CLIMBED:
                return
            link = "above"
        current = head


def _can_tell(head: Token) -> bool:
    return head.pos_ in VERBS or verb_cue(head) is not None


def _is_climbed(current: Token, head: Token) -> bool:
    """Tell whether what stands above `head` can still tell who does it."""
    if current.dep_ == "pobj":
        return head.lower_ in SIGNING_PREPOSITIONS
    if _can_tell(head) or head.pos_ not in {"NOUN", "PROPN"}:
        return True
    return head.lemma_.lower() in FORMS


def subjects(table: ActorTable, verb: Token) -> tuple[Member, ...]:
    """Return who does it: lists are read from left to right, as the parser cuts them short."""
    told = [t for t in _agents(verb) if t.sent == verb.sent]
    heads = list(dict.fromkeys(h for t in told for h in (_meant(table, t), *_counted(table, t))))
    at_heads = tuple(dict.fromkeys(m for t in heads for m in table.at(t.i)))
    if verb.dep_ in {"relcl", "acl"} and heads:
        return at_heads
    if not heads:
        return () if is_undergone(verb) else _written_before(table, verb)
    first, last = min(t.left_edge.i for t in heads), max(t.i for t in heads)
    first = max([first, *(t.i + 1 for t in verb.doc[first:last] if t.text in DASHES)])
    stop = verb.i if last < verb.i and _is_written_at(heads[0], verb) else last + 1
    return listed(table, first, stop) or at_heads or _written_before(table, verb)


def _counted(table: ActorTable, token: Token) -> tuple[Token, ...]:
    """Return the group in "Bee was one of 20 mayors who signed": they signed as well."""
    is_one_of = token.dep_ == "pobj" and token.head.head.lower_ == "one"
    counted = [m for m in table.at(token.i) if table.actors[m.place].count is not None]
    return (token,) if is_one_of and counted else ()


def _agents(verb: Token) -> tuple[Token, ...]:
    """Return the agents; a participle with an object is a past tense ("Bee signed a bill")."""
    if verb.dep_ == "pcomp" and verb.head.dep_ == "prep":
        above = verb.head.head
        if above.pos_ in {"NOUN", "PROPN"}:
            return children(above, "poss")
        if verb.head.lower_ == "for":
            return objects(above)
    if verb.dep_ == "acl" and not is_undergone(verb):
        return (verb.head,) if verb.tag_ == "VBN" else agents(verb)
    return agents(verb)


def is_undergone(verb: Token) -> bool:
    """Tell a passive, but not a past tense that the parser hung at its subject."""
    past = verb.dep_ == "acl" and verb.tag_ == "VBN" and bool(objects(verb))
    return is_passive(verb) and not past


def _written_before(table: ActorTable, verb: Token) -> tuple[Member, ...]:
    """Return the names right before a verb whose subject the parser has lost."""
    if verb.tag_ not in {"VBD", "VBZ", "VBP", "VBG", "VBN"}:
        return ()
    start = max(
        [verb.sent.start, *(t.i + 1 for t in verb.sent if t.text in DASHES and t.i < verb.i)]
    )
    found = listed(table, start, verb.i)
    if not found:
        return ()
    between = verb.doc[found[-1].tokens.end : verb.i]
    if all(t.pos_ in LIGHT or t.text in {"(", ")"} or _in_brackets(t) for t in between):
        return found
    return ()


def _in_brackets(token: Token) -> bool:
    before = token.doc[max(token.sent.start, token.i - 3) : token.i]
    return any(t.text == "(" for t in before)


def _meant(table: ActorTable, token: Token) -> Token:
    """Return the name that a description stands for: "Bee, a Democrat who led", "Bee is one of"."""
    if token.dep_ == "appos" and (token.i not in table.index or token.head.i in table.index):
        return token.head
    if token.dep_ == "pobj" and token.head.head.lower_ == "one":
        one = token.head.head
        if one.dep_ == "appos":
            return one.head
        if one.dep_ == "attr":
            return next(iter(children(one.head, "nsubj")), token)
    if token.dep_ == "attr" and token.head.lemma_ == "be":
        return next(iter(children(token.head, "nsubj")), token)
    return token


def _is_written_at(head: Token, verb: Token) -> bool:
    """Tell a subject written at the verb from one that is only understood."""
    return head.dep_ in {"nsubj", "nsubjpass", "conj", "appos"} and (
        head.head == verb or verb in head.head.subtree or head.head in verb.subtree
    )


def doers(table: ActorTable, verb: Token, link: str, noun: Token) -> tuple[Member, ...]:
    """Return the subjects of a verb above the noun; `link` is how the noun hangs there."""
    found = subjects(table, verb)
    if link != "in" or noun.i > verb.i:
        return found
    # "In a letter to Bee, Fox wrote": whom it is sent to stands before the first comma
    comma = next((t.i for t in verb.doc[noun.i : verb.i] if t.text == ","), None)
    if comma is not None:
        found = tuple(m for m in found if not noun.i < m.tokens.start < comma)
    return found or _just_before(table, verb, noun)


def _just_before(table: ActorTable, verb: Token, noun: Token) -> tuple[Member, ...]:
    """Return the names before a verb without a subject: "In a letter to Bee, Fox wrote"."""
    commas = [t.i for t in verb.doc[noun.i : verb.i] if t.text == ","] if noun.i < verb.i else []
    return listed(table, commas[-1] + 1, verb.i) if commas else ()


def is_unreal(verb: Token) -> bool:
    """Tell what was not done: denied, refused, only possible, or begun with "signed off on"."""
    if is_negated(verb) or any(c.lower_ in UNREAL for c in children(verb, "aux")):
        return True
    if any(c.lower_ in CONDITIONS for c in children(verb, "mark")):
        return True
    if any(c.lower_ == "off" for c in children(verb, "prt", "advmod")):
        return verb.lemma_ == "sign"
    head = verb.head.head if verb.dep_ == "pcomp" else verb.head
    if verb.dep_ not in {"xcomp", "ccomp", "pcomp", "advcl"} or head.pos_ not in VERBS:
        return False
    if verb.dep_ in {"advcl", "ccomp"} and verb.tag_ != "VB":
        return False
    if verb.tag_ == "VB" and head.lemma_.lower() in OBJECT_CONTROL:
        return True  # "urged Congress to adopt a resolution": it has not done so
    possible = any(c.lower_ in UNREAL for c in children(head, "aux"))
    return possible or head.lemma_.lower() in REFUSING or is_negated(head)
