"""Who takes part in the action that a mention speaks of, read from the parse around the mention."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from graphkit.nlp.action_addressees import add_addressees, phrase_stop
from graphkit.nlp.action_doers import doers, governing, is_undergone, is_unreal, subjects
from graphkit.nlp.action_lexicon import Role, deeds, lemmas, verb_cue
from graphkit.nlp.action_lists import are_several, is_named, leads
from graphkit.nlp.action_mentions import UNDIRECTED, VERSUS, Mention, Party
from graphkit.nlp.action_votes import bodies, voters
from graphkit.nlp.annotations import TokenRange
from graphkit.nlp.cue_table import cues
from graphkit.nlp.member_lists import ActorTable, Member, listed
from graphkit.nlp.speech_cues import load_speech_lexicon
from graphkit.nlp.syntax import (
    VERBS,
    agents,
    children,
    is_passive,
    objects,
    patients,
    prepositional_objects,
)
from graphkit.records import ActionKind, EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Token

TEXTS = frozenset(
    {ActionKind.LETTER, ActionKind.AMICUS_BRIEF, ActionKind.LAWSUIT, ActionKind.STATEMENT}
)
"""Kinds in which somebody says something: "in a letter, Bee wrote"."""
ACTING = (EntityKind.PERSON, EntityKind.GROUP)
OWNERS = frozenset({"her", "his"})
GIVING = frozenset({"from", "by"})
RECEIVING = frozenset({"earn", "gain", "get", "obtain", "receive", "secure", "snag", "tout", "win"})
"""What one does with an endorsement by others."""
ET_AL = frozenset({"et", "al", "al.", ")", "("})
CASE_REACH = 10
"""Tokens between a party of a case and the "v."; more is another sentence part."""


@cache
def telling_verbs() -> frozenset[str]:
    """Return the lemmas of verbs by which one says, asks, supports or opposes something."""
    taking_sides = {lemma for lemma, pos in cues() if pos == "VERB"}
    return frozenset(taking_sides | load_speech_lexicon().verbs.keys())


def add_parties(table: ActorTable, mention: Mention) -> None:
    """Add to `mention` the parties and addressees that stand around it."""
    anchor = mention.anchor
    deed = deeds().get(anchor.lemma_.lower()) if anchor.pos_ == "VERB" else None
    if deed is not None:
        _add_deed(table, mention, deed.addressee)
    elif anchor.lower_ in VERSUS:
        _add_case(table, mention)
    elif mention.subkind == "endorsement":
        _add_endorsement(table, mention)
    else:
        _add_governing(table, mention)
        _add_givers(table, mention)
        add_addressees(table, mention)


def _add_deed(table: ActorTable, mention: Mention, addressee: str) -> None:
    verb = mention.anchor
    if is_unreal(verb):
        return
    if addressee in UNDIRECTED:
        found = subjects(table, verb) if addressee == "policy" else bodies(table, verb)
        mention.parties += _parties(found, Role.LEADER, verb)
        if addressee == "vote" and not found:
            mention.fresh = False
            mention.parties += _parties(voters(table, verb), Role.SIGNER, verb)
        return
    if is_undergone(verb):
        mention.addressees += [m.place for head in patients(verb) for m in table.at(head.i)]
        return
    direct = addressee in {"object", "person"}
    heads = objects(verb) if direct else prepositional_objects(verb, addressee)
    if direct and not heads:
        # "sued to stop the secretary from closing the dam" sues the secretary
        heads = tuple(o for c in children(verb, "xcomp", "advcl") for o in objects(c))
    if not _is_directed_at(table, heads, addressee):
        return
    mention.parties += _parties(subjects(table, verb), Role.LEADER, verb)
    mention.addressees += [m.place for head in heads for m in table.at(head.i)]


def _add_endorsement(table: ActorTable, mention: Mention) -> None:
    """Read "won the endorsement of the mayor" and "the mayor's endorsement of Bee"."""
    noun, verb = mention.anchor, mention.anchor.head
    if verb.pos_ in VERBS and is_unreal(verb):
        return
    of = [m for t in prepositional_objects(noun, "of", "for") for m in table.at(t.i)]
    _add_givers(table, mention)
    if noun.dep_ == "dobj" and verb.lemma_.lower() in RECEIVING:
        mention.parties += _parties(tuple(of), Role.LEADER, noun)
        of = [m for t in agents(verb) for m in table.at(t.i)]
    mention.addressees += [m.place for m in of]


def _is_directed_at(table: ActorTable, heads: tuple[Token, ...], addressee: str) -> bool:
    """Tell "wrote to the minister" from "wrote to her mother" and "petitioned the court"."""
    found = [m for head in heads for m in table.at(head.i)]
    if addressee == "person":
        return any(table.is_kind(m.place, EntityKind.PERSON) for m in found)
    if addressee == "object":
        return not any(head.lower_ == "court" for head in heads)
    return bool(found) or any(head.pos_ == "PROPN" for head in heads)


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
    noun, kind = mention.anchor, mention.kind
    for verb, link in (*_described_by(noun), *governing(noun)):
        inside = link == "in" and kind is not None and kind not in TEXTS
        if is_unreal(verb) or (inside and verb.lemma_ != "join"):
            return
        if _is_joined(verb):
            continue
        cue = verb_cue(verb)
        if (
            cue is not None
            and (kind is None or cue.fits(kind, mention.subkind))
            and link != "subject"
        ):
            # whoever stands after a "by" is read as a list, with better evidence
            found = () if is_undergone(verb) else doers(table, verb, link, noun)
            mention.parties += _parties(found, _role(cue.role, mention), verb)
            mention.parties += _together(table, found, verb)
            mention.parties += _others(table, verb, mention)
        elif link == "in" and _is_said_in(mention, verb):
            mention.parties += _parties(doers(table, verb, link, noun), Role.LEADER, noun)


def _described_by(noun: Token) -> Iterator[tuple[Token, str]]:
    """Yield the verbs in "the bill, which she introduced" and "the letter she sent"."""
    for verb in children(noun, "relcl"):
        done = children(verb, "dobj", "pobj")
        if all(t.tag_ in {"WDT", "WP"} for t in done) and children(verb, "nsubj"):
            told = next(iter(children(verb, "nsubj")))
            if told.tag_ not in {"WDT", "WP"}:
                yield verb, "object"


def _is_joined(verb: Token) -> bool:
    """Tell "joined Bee in sending": the joining tells who leads and who follows."""
    preposition = verb.head
    if verb.dep_ != "pcomp" or preposition.lower_ != "in":
        return False
    above = preposition.head
    return above.pos_ in VERBS and "join" in lemmas(above) and not is_undergone(above)


def _is_said_in(mention: Mention, verb: Token) -> bool:
    """Tell "in the suit, Bee argues" from "Bee has an interest in the suit"."""
    if mention.kind not in TEXTS or is_undergone(verb):
        return False
    fronted = mention.anchor.i < verb.i and mention.kind is not ActionKind.LAWSUIT
    return fronted or verb.lemma_.lower() in telling_verbs()


def _role(role: Role, mention: Mention) -> Role:
    """Somebody who signs a bill or an order makes it law, and so leads it."""
    return role if mention.kind is not ActionKind.OTHER or mention.is_joint() else Role.LEADER


def _together(table: ActorTable, members: tuple[Member, ...], verb: Token) -> list[Party]:
    """Return the named ones of several who lead: "Bee and Fox led the letter"."""
    if not leads(verb) or not are_several(table, members):
        return []
    named = tuple(m for m in members if is_named(table, m))
    return _parties(named, Role.CO_LEADER, verb)


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
    found = [m for p in beside for m in listed(table, p.i + 1, phrase_stop(p, noun))]
    result = _parties(_people(table, found), Role.SIGNER, verb)
    if lemma in {"lead", "join"}:
        heads = patients(verb) if is_passive(verb) else objects(verb)
        met = _people(table, [m for t in heads if t != noun for m in table.at(t.i)])
        groups = tuple(m for m in met if table.is_kind(m.place, EntityKind.GROUP))
        named = tuple(m for m in met if m not in groups)
        role = Role.SIGNER if lemma == "lead" or is_passive(verb) else Role.LEADER
        result += [*_parties(named, role, verb), *_parties(groups, Role.SIGNER, verb)]
    return result


def _people(table: ActorTable, members: Iterable[Member]) -> tuple[Member, ...]:
    return tuple(m for m in members if table.is_kind(m.place, *ACTING))


def _owner(table: ActorTable, owner: Token, kind: ActionKind | None) -> tuple[Member, ...]:
    """Return whose it is; what no name is known for is of the sentence's subject.

    "In the last hour of her speech, Bee …", and of bills also "Bee said his bill would pass".
    """
    known = table.at(owner.i)
    if known or owner.lower_ not in OWNERS:
        return known
    told = children(owner.sent.root, "nsubj")
    people = [m for t in told for m in table.at(t.i) if _is_person(table, m)][:1]
    for member in people:
        between = table.within(TokenRange(member.tokens.end, max(owner.i, member.tokens.end)))
        others = any(_is_person(table, m) and m.place != member.place for m in between)
        if member.tokens.start > owner.i or (kind is ActionKind.BILL and not others):
            return (member,)
    return ()


def _is_person(table: ActorTable, member: Member) -> bool:
    return table.is_kind(member.place, EntityKind.PERSON)


def _add_givers(table: ActorTable, mention: Mention) -> None:
    """Add the people whom the noun belongs to or comes from: "her bill", "a letter from Bee"."""
    noun = mention.anchor
    organizations = (EntityKind.ORGANIZATION,) if mention.subkind == "endorsement" else ()
    found = [m for owner in children(noun, "poss") for m in _owner(table, owner, mention.kind)]
    ones = [t for t in noun.sent if t.i > noun.i and t.dep_ == "attr" and t.lower_ == "one"]
    ones = ones if noun.dep_ == "nsubj" else []
    for preposition in (p for head in (noun, *ones) for p in children(head, "prep")):
        if preposition.lower_ in GIVING and preposition.i > noun.i:
            found += listed(table, preposition.i + 1, phrase_stop(preposition, noun))
    found = [m for m in found if table.is_kind(m.place, *ACTING, *organizations)]
    mention.parties += _parties(tuple(found), Role.LEADER, noun)
    if mention.kind is None:
        group = (m for m in table.at(noun.i) if table.is_kind(m.place, EntityKind.GROUP))
        mention.parties += _parties(tuple(group), Role.SIGNER, noun)
