"""Lists of those who take part, wherever they stand: "was signed by …", "joining her are …".

Each list is opened by words that tell a role; which action it belongs to is told by the nearest
mention in the sentence, or, where there is none, by the action the text spoke of last.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from graphkit.nlp.action_doers import is_undergone, is_unreal, subjects
from graphkit.nlp.action_lexicon import (
    LEADING_VERBS,
    Role,
    RoleCue,
    companion,
    lemmas,
    noun_cue,
    role_cue,
    verb_cue,
)
from graphkit.nlp.action_mentions import Mention, Party
from graphkit.nlp.annotations import TokenRange
from graphkit.nlp.member_lists import ActorTable, Member, listed
from graphkit.nlp.syntax import FINITE_TAGS, NOUN_SUBJECTS, VERBS, children
from graphkit.records import ActionKind, EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from spacy.tokens import Span, Token

EVERY = frozenset(ActionKind)
NEAR = 4
BY_WINDOW = 8
"""Tokens between a participle and its "by" ("joined in sending the letter today by …")."""
BE = frozenset({"be"})
PLURAL_BE = frozenset({"are", "is", "were", "was"})
LISTING = frozenset({"be", "include"})
JOINED_REACH = 500
"""Tokens of the longest list of those whom somebody joins."""
HEADING = 30
"""Words of a line over a list."""
LEADING = frozenset({"lead", "co-lead", "author", "introduce", "sponsor"})
"""What is said of leaders over a list of them."""
CAUSING = frozenset({"have", "get", "see"})
"""Verbs that make a wish of a participle: "to have it signed by the governor"."""
LISTS = frozenset({"list", "number", "group"})
JOINING = frozenset(
    {"joining", "signing", "co-signing", "cosigning", "co-sponsoring", "cosponsoring"}
)
MAX_EVIDENCE = 600
"""Characters; longer evidence tells nothing about the one name at its end."""


class PartyList(NamedTuple):
    """A list and the word that tells how its members take part.

    Attributes:
        beside: They accompany somebody, whose action theirs is ("Bee, joined by Fox, wrote").
        shares: They do what those do whom they accompany ("alongside Fox").
    """

    cue: Token
    rule: RoleCue
    members: tuple[Member, ...]
    beside: bool = False
    shares: bool = False


def find_lists(
    table: ActorTable, sentence: Span, lines: Mapping[int, tuple[Member, ...]]
) -> Iterator[PartyList]:
    """Yield the lists of the sentence in order of text; they may reach over its end.

    Parsers cut sentences at "Reps." and in long lists.
    """
    stop = table.next_stop(sentence.end - 1)
    for token in sentence:
        yield from _by_lists(table, token, stop)
        yield from _companions(table, token, stop)
        yield from _role_nouns(table, token, stop)
        yield from _joined_in(table, token, stop)
        if token.i in lines:
            yield from _under(table, token, lines[token.i])
    yield from _joining(table, sentence, stop)


def _under(table: ActorTable, colon: Token, members: tuple[Member, ...]) -> Iterator[PartyList]:
    """Read "The letter was signed by:" over names that stand line by line."""
    start = colon.i
    while start > max(0, colon.i - HEADING) and not _is_line_break(table.doc[start - 1]):
        start -= 1
    for token in table.doc[start : colon.i]:
        rule = role_cue(token) or verb_cue(token) or _joining_rule(token)
        if rule is not None and (rule.role is Role.SIGNER or lemmas(token)[0] in LEADING):
            yield PartyList(token, rule, members)
            return


def _is_line_break(token: Token) -> bool:
    return token.is_space and "\n" in token.text


def _joining_rule(token: Token) -> RoleCue | None:
    return RoleCue(frozenset(), Role.SIGNER) if token.lower_ in JOINING else None


def _joined_in(table: ActorTable, token: Token, stop: int) -> Iterator[PartyList]:
    """Read "Bee joined Dal, Fox and 20 others in sending the letter": they lead, she signs.

    Places and groups are those whom the leaders have gathered before her.
    """
    if token.pos_ != "VERB" or "join" not in lemmas(token) or is_unreal(token):
        return
    end = None if is_undergone(token) else _in_doing(token, stop)
    if end is None:
        return
    joined = listed(table, token.i + 1, end)
    gathered = (EntityKind.GROUP, EntityKind.GOVERNMENT)
    others = tuple(m for m in joined if table.is_kind(m.place, *gathered))
    named = tuple(m for m in joined if m not in others)
    yield PartyList(token, RoleCue(EVERY, Role.LEADER), named)
    yield PartyList(token, RoleCue(EVERY, Role.SIGNER), (*subjects(table, token), *others))


def _in_doing(verb: Token, stop: int) -> int | None:
    """Return the "in" of "joined … in sending" or "… in a letter", before any further verb."""
    for i in range(verb.i + 1, min(stop, len(verb.doc) - 1, verb.i + JOINED_REACH)):
        token, after = verb.doc[i], verb.doc[i + 1]
        if token.lower_ == "in" and (after.tag_ == "VBG" or _names_action(token)):
            return i
        if token.tag_ in FINITE_TAGS:
            return None
    return None


def _names_action(preposition: Token) -> bool:
    cues = (noun_cue(t) for t in children(preposition, "pobj"))
    return any(cue is not None and cue.kind is not None for cue in cues)


def _by_lists(table: ActorTable, token: Token, stop: int) -> Iterator[PartyList]:
    if token.tag_ not in {"VBN", "VBD"}:
        return
    rule = verb_cue(token)
    if rule is None or is_unreal(token) or token.head.lemma_ in CAUSING:
        return
    by = _by(token, stop)
    if by is not None:
        beside = "join" in lemmas(token)
        yield PartyList(token, rule, listed(table, by + 1, stop), beside)


def _by(verb: Token, stop: int) -> int | None:
    """Return the "by" of a participle: its own, or the next one, which it often lies apart from."""
    reach = BY_WINDOW if "join" in lemmas(verb) else NEAR
    for i in range(verb.i + 1, min(stop, verb.i + BY_WINDOW)):
        token = verb.doc[i]
        if token.lower_ == "by":
            return i if token.head == verb or i - verb.i <= reach else None
        if token.text in {",", ";", ":"} or (token.tag_ in {"VBD", "VBZ", "VBP", "VBN"}):
            return None
    return None


def _companions(table: ActorTable, token: Token, stop: int) -> Iterator[PartyList]:
    phrase = companion(token)
    if phrase is None or verb_cue(token) is not None:
        return
    end = token.i + len(phrase.words)
    members = listed(table, end, stop)
    yield PartyList(token, phrase.rule, members, beside=True, shares=phrase.shares)
    if any(is_coalition(t) for t in token.doc[end : end + NEAR]):
        yield PartyList(token, phrase.rule, _accompanied(table, token), beside=True)


def is_coalition(token: Token) -> bool:
    """Tell a noun for people who act together."""
    cue = noun_cue(token)
    return cue is not None and cue.kind is None


def _accompanied(table: ActorTable, token: Token) -> tuple[Member, ...]:
    """Return who stands right before "along with a coalition"."""
    at = token.i - 1
    while at > token.sent.start and token.doc[at].is_punct:
        at -= 1
    return table.at(at)


def _role_nouns(table: ActorTable, token: Token, stop: int) -> Iterator[PartyList]:
    rule = role_cue(token)
    if rule is None:
        return
    yield PartyList(token, rule, _called(table, token, stop))


def _called(table: ActorTable, noun: Token, stop: int) -> tuple[Member, ...]:
    """Return who is called by a noun such as "sponsor"."""
    head = noun.head
    verb = _listing_verb(noun)
    if verb is not None:
        return listed(table, verb.i + 1, stop)
    apposed = children(noun, "appos")
    if apposed and table.at(apposed[0].i):
        return table.at(apposed[0].i)
    if noun.dep_ == "attr" and head.lemma_ in BE:
        return listed(table, head.sent.start, head.i)
    if noun.dep_ == "pobj" and noun.head.lower_ == "as":
        return subjects_above(table, noun.head)
    if noun.dep_ in {"appos", "conj"} and noun.i > 0:
        return _described(table, noun)
    if noun.dep_ == "compound" and head.i in table.index:
        return tuple(
            m for m in table.within(TokenRange(noun.i, head.i + 1)) if m.tokens.start > noun.i
        )
    group = table.at(noun.i)
    return tuple(m for m in group if table.is_kind(m.place, EntityKind.GROUP))


def _listing_verb(noun: Token) -> Token | None:
    """Return the verb of "signatories include …" and "the list of signatories includes …"."""
    top = noun
    if noun.dep_ == "pobj" and noun.head.head.lemma_ in LISTS:
        top = noun.head.head
    verb = top.head
    told = top.dep_ in NOUN_SUBJECTS and verb.lemma_ in LISTING and verb.i > top.i
    return verb if told else None


def subjects_above(table: ActorTable, preposition: Token) -> tuple[Member, ...]:
    """Return who does what the phrase belongs to: "signed on as co-sponsors"."""
    verb = next((t for t in preposition.ancestors if t.pos_ in {"VERB", "AUX"}), None)
    if verb is None:
        return ()
    if verb.tag_ == "VBN" and verb.dep_ in {"acl", "pcomp", "ccomp", "advcl"}:
        before = table.within(TokenRange(verb.sent.start, verb.i))
        if before and before[-1].tokens.end == verb.i:
            return before[-1:]
    return subjects(table, verb)


def _described(table: ActorTable, noun: Token) -> tuple[Member, ...]:
    """Return the actor whom an apposition describes: "Ann Bee, the sponsor of the bill"."""
    head = noun.head
    for _ in range(3):
        if head.i in table.index:
            found = table.within(TokenRange(head.i, head.i + 1))
            return tuple(Member(m.place, m.tokens) for m in found)
        head = head.head
    return ()


def _joining(table: ActorTable, sentence: Span, stop: int) -> Iterator[PartyList]:
    """Read "Joining Bee in the letter are …" and "The states joining Ohio are: …"."""
    # taggers take the first word of a sentence for a name, so its form is looked up alone
    first = next((t for t in sentence if t.lower_ in JOINING), None)
    if first is None:
        return
    be = next((t for t in sentence if t.i > first.i and t.lower_ in PLURAL_BE), None)
    if be is not None:
        joined = (
            m
            for m in listed(table, first.i + 1, be.i)
            if not table.is_kind(m.place, EntityKind.GROUP)
        )
        members = (*joined, *listed(table, be.i + 1, stop))
        yield PartyList(first, RoleCue(frozenset(), Role.SIGNER), members)


def parties(table: ActorTable, found: PartyList, mention: Mention | None) -> list[Party]:
    """Return the members as parties, each with the words from the list's beginning to the name."""
    start = found.cue.sent.start
    if mention is not None and mention.anchor.sent == found.cue.sent:
        start = min(mention.anchor.left_edge.i, found.cue.i)
    result: list[Party] = []
    shared = _is_led_together(table, found)
    for position, member in enumerate(found.members):
        role = _leads_by_clause(table, found, position)
        if shared and is_named(table, member):
            role = Role.CO_LEADER
        result.append(Party(member.place, role, evidence(table, start, found.cue.i, member.tokens)))
    return result


def _is_led_together(table: ActorTable, found: PartyList) -> bool:
    """Tell "led by Bee and Fox", and "Bee led it alongside Fox"."""
    if found.shares:
        verb = next((t for t in found.cue.ancestors if t.pos_ in VERBS), None)
        return verb is not None and leads(verb)
    return leads(found.cue) and are_several(table, found.members)


def leads(verb: Token) -> bool:
    """Tell whether the verb says that somebody leads."""
    return bool(LEADING_VERBS & set(lemmas(verb)))


def are_several(table: ActorTable, members: tuple[Member, ...]) -> bool:
    """Tell whether more than one of them has a name."""
    return len({m.place for m in members if is_named(table, m)}) > 1


def is_named(table: ActorTable, member: Member) -> bool:
    """Tell a person, organization or place from a group."""
    return not table.is_kind(member.place, EntityKind.GROUP)


def _leads_by_clause(table: ActorTable, found: PartyList, position: int) -> Role:
    """Return the role; "Ann Bee, who led the coalition, and …" makes one in the list a leader."""
    member, doc = found.members[position], table.doc
    later = found.members[position + 1].tokens.start if position + 1 < len(found.members) else None
    end = min(len(doc), later if later is not None else member.tokens.end + BY_WINDOW)
    words = doc[member.tokens.end : end]
    clause = [t for t in words if t.lower_ in {"who", "which"}]
    if clause and any("lead" in lemmas(t) or "co-lead" in lemmas(t) for t in words):
        return Role.LEADER
    return found.rule.role


def evidence(table: ActorTable, start: int, cue: int, name: TokenRange) -> TokenRange:
    """Return the widest of three ranges that fits: from the sentence, the cue, or just before."""
    doc = table.doc
    first = min(start, name.start)
    for begin in (first, min(cue, name.start)):
        chosen = TokenRange(begin, max(name.end, cue + 1))
        if doc[chosen.start : chosen.end].end_char - doc[chosen.start].idx <= MAX_EVIDENCE:
            return chosen
    begin = name.start
    while begin > 0 and doc[name.end - 1].idx - doc[begin - 1].idx < MAX_EVIDENCE // 2:
        begin -= 1
    return TokenRange(begin, name.end)
