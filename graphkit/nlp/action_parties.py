"""Who takes part in the action that a mention speaks of, read from the parse around the mention."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphkit.nlp.action_lexicon import Role, deeds, verb_cue
from graphkit.nlp.action_mentions import VERSUS, Mention, Party
from graphkit.nlp.annotations import TokenRange
from graphkit.nlp.member_lists import ActorTable, Member, is_stop, listed
from graphkit.nlp.syntax import (
    OBJECT_CONTROL,
    agents,
    children,
    is_negated,
    is_passive,
    objects,
    patients,
    prepositional_objects,
)
from graphkit.records import ActionKind, EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Token

VERBS = frozenset({"VERB", "AUX"})
MAX_CLIMB = 4
SIGNING_PREPOSITIONS = frozenset({"on", "onto", "to", "in", "of"})
REFUSING = frozenset({"refuse", "decline", "fail", "forget", "oppose", "avoid"})
UNREAL = frozenset({"should", "must", "ought", "could", "may", "might", "can", "would"})
TEXTS = frozenset(
    {ActionKind.LETTER, ActionKind.AMICUS_BRIEF, ActionKind.LAWSUIT, ActionKind.STATEMENT}
)
"""Kinds in which somebody says something: "in a letter, Bee wrote"."""
ADDRESSING = frozenset({"to", "toward", "towards"})
SUED_FOR = frozenset({"against"})
ADDRESSED = frozenset({ActionKind.LETTER, ActionKind.LAWSUIT, ActionKind.AMICUS_BRIEF})
GIVING = frozenset({"from", "by"})
LIGHT = frozenset({"AUX", "ADV", "PUNCT"})
"""What may stand between a subject and its verb."""
ET_AL = frozenset({"et", "al", "al.", ")", "("})
CASE_REACH = 10
"""Tokens between a party of a case and the "v."; more is another sentence part."""
DASHES = frozenset({"–", "—", "--"})
"""A dateline ends with one of these ("DAYTON – Mayor Bee …")."""


def add_parties(table: ActorTable, mention: Mention) -> None:
    """Add to `mention` the parties and addressees that stand around it."""
    anchor = mention.anchor
    deed = deeds().get(anchor.lemma_.lower()) if anchor.pos_ == "VERB" else None
    if deed is not None:
        _add_deed(table, mention, deed.addressee)
    elif anchor.lower_ in VERSUS:
        _add_case(table, mention)
    else:
        _add_governing(table, mention)
        _add_givers(table, mention)
        _add_addressees(table, mention)


def _add_deed(table: ActorTable, mention: Mention, addressee: str) -> None:
    verb = mention.anchor
    if is_unreal(verb):
        return
    heads = objects(verb) if addressee == "object" else prepositional_objects(verb, addressee)
    found = [m for head in heads for m in table.at(head.i)]
    if mention.kind is ActionKind.LETTER and any(head.lower_ == "court" for head in heads):
        return
    if found or addressee == "object":
        mention.parties += _parties(subjects(table, verb), Role.LEADER, verb)
        mention.addressees += [m.place for m in found]


def _add_case(table: ActorTable, mention: Mention) -> None:
    """Read "Acme Works (AW), et al. v. Ohio"; the people of old cases are not of this text."""
    doc, at = table.doc, mention.anchor.i
    before = table.within(TokenRange(max(mention.anchor.sent.start, at - CASE_REACH), at))
    if not before or not _is_plaintiff(table, before[-1], at):
        return
    mention.parties += _parties(before[-1:], Role.LEADER, mention.anchor)
    after = listed(table, at + 1, min(len(doc), at + CASE_REACH))
    mention.addressees += [m.place for m in after[:1]]


def _is_plaintiff(table: ActorTable, member: Member, versus: int) -> bool:
    """Tell an organization or place with a name of several words right before the "v."."""
    if table.is_kind(member.place, EntityKind.PERSON, EntityKind.GROUP):
        return False
    between = table.doc[member.tokens.end : versus]
    near = all(t.is_punct or t.lower_ in ET_AL for t in between)
    name = table.actors[member.place].name
    return near and len(name.split()) > 1 and " v" not in name


def _add_governing(table: ActorTable, mention: Mention) -> None:
    for verb, link in governing(mention.anchor):
        if is_unreal(verb):
            return
        cue = verb_cue(verb)
        fits = cue is not None and (mention.kind is None or cue.fits(mention.kind))
        if cue is not None and fits and link != "subject":
            # whoever stands after a "by" is read as a list, with better evidence
            found = () if is_undergone(verb) else _doers(table, verb, link, mention.anchor)
            mention.parties += _parties(found, _role(cue.role, mention), verb)
            mention.parties += _others(table, verb, mention)
        elif link == "in" and mention.kind in TEXTS and not is_undergone(verb):
            found = _doers(table, verb, link, mention.anchor)
            mention.parties += _parties(found, Role.LEADER, mention.anchor)


def _doers(table: ActorTable, verb: Token, link: str, noun: Token) -> tuple[Member, ...]:
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
        if head == current:
            return
        if current.dep_ == "pobj":
            link = "in" if head.lower_ == "in" else link
            if head.lower_ not in SIGNING_PREPOSITIONS:
                return
        elif head.pos_ in VERBS or verb_cue(head) is not None:
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
    heads = [_meant(table, t) for t in _agents(verb) if t.sent == verb.sent]
    at_heads = tuple(dict.fromkeys(m for t in heads for m in table.at(t.i)))
    if verb.dep_ in {"relcl", "acl"} and heads:
        return at_heads
    if not heads:
        return () if is_undergone(verb) else _written_before(table, verb)
    first, last = min(t.left_edge.i for t in heads), max(t.i for t in heads)
    first = max([first, *(t.i + 1 for t in verb.doc[first:last] if t.text in DASHES)])
    stop = verb.i if last < verb.i and _is_written_at(heads[0], verb) else last + 1
    return listed(table, first, stop) or at_heads or _written_before(table, verb)


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


def _parties(members: tuple[Member, ...], role: Role, cue: Token) -> list[Party]:
    return [
        Party(
            m.place,
            role,
            TokenRange(min(m.tokens.start, cue.i), max(m.tokens.end, cue.i + 1)),
        )
        for m in members
    ]


def _others(table: ActorTable, verb: Token, mention: Mention) -> list[Party]:
    """Return who is led, joined or beside: "led 20 mayors in a letter", "wrote it with Bee"."""
    lemma = verb.lemma_.lower().removeprefix("co-")
    noun = mention.anchor
    beside = [p for h in (verb, noun) for p in children(h, "prep") if p.lower_ == "with"]
    found = [m for p in beside for m in listed(table, p.i + 1, _stop(p, noun))]
    result = _parties(_people(table, found), Role.SIGNER, verb)
    if lemma in {"lead", "join"}:
        heads = patients(verb) if is_passive(verb) else objects(verb)
        met = [m for t in heads if t != noun for m in table.at(t.i)]
        role = Role.SIGNER if lemma == "lead" or is_passive(verb) else Role.LEADER
        result += _parties(_people(table, met), role, verb)
    return result


def _people(table: ActorTable, members: Iterable[Member]) -> tuple[Member, ...]:
    return tuple(m for m in members if table.is_kind(m.place, EntityKind.PERSON, EntityKind.GROUP))


def _add_givers(table: ActorTable, mention: Mention) -> None:
    """Add the people whom the noun belongs to or comes from: "her bill", "a letter from Bee"."""
    noun = mention.anchor
    found = [m for owner in children(noun, "poss") for m in table.at(owner.i)]
    ones = [t for t in noun.sent if t.i > noun.i and t.dep_ == "attr" and t.lower_ == "one"]
    ones = ones if noun.dep_ == "nsubj" else []
    for preposition in (p for head in (noun, *ones) for p in children(head, "prep")):
        if preposition.lower_ in GIVING and preposition.i > noun.i:
            found += listed(table, preposition.i + 1, _stop(preposition, noun))
    mention.parties += _parties(_people(table, found), Role.LEADER, noun)
    if mention.kind is None:
        group = (m for m in table.at(noun.i) if table.is_kind(m.place, EntityKind.GROUP))
        mention.parties += _parties(tuple(group), Role.SIGNER, noun)


def _add_addressees(table: ActorTable, mention: Mention) -> None:
    wanted = SUED_FOR if mention.kind is ActionKind.LAWSUIT else ADDRESSING
    if mention.kind not in ADDRESSED:
        return
    noun = mention.anchor
    heads = [noun, noun.head] if noun.head.pos_ in VERBS else [noun]
    heads += [c for c in children(noun, "acl", "relcl") if c.lemma_ == "address"]
    for head in heads:
        for preposition in children(head, "prep", "dative"):
            if preposition.lower_ in wanted and preposition.i > head.i:
                found = listed(table, preposition.i + 1, _stop(preposition, noun))
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
