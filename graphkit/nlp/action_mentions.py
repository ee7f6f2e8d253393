"""Find where a text speaks of an action.

A mention is a noun ("a letter to the minister", "the bill"), a verb that is an action by itself
("sued"), a case name ("Acme Works v. Ohio"), or people who act together ("a coalition of 20
mayors"), where the text tells elsewhere what they do.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graphkit.nlp.action_lexicon import (
    JOINT,
    JOINT_SUBKINDS,
    Role,
    deeds,
    is_met,
    lemmas,
    noun_cue,
    role_cue,
    words_before,
)
from graphkit.nlp.action_votes import has_tally, is_vote, kind_of_vote
from graphkit.nlp.annotations import TokenRange, furniture_of, quotations_of, tokens_of_characters
from graphkit.nlp.syntax import patients, prepositional_objects
from graphkit.records import ActionKind, StatementKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from spacy.tokens import Doc, Token

    from graphkit.nlp.member_lists import ActorTable

LED = frozenset({"lead", "co-lead", "colead", "join", "spearhead"})
"""Verbs that make a counted group people who act together: "led 20 mayors in urging"."""
VERSUS = frozenset({"v", "v.", "vs", "vs."})
CASE_WORDS = frozenset({"case", "lawsuit", "suit", "filed"})
UNDIRECTED: dict[str, Callable[[Token], bool]] = {
    "policy": lambda verb: bool(patients(verb)),
    "tally": has_tally,
    "vote": is_vote,
}
"""When a verb without an addressee is a deed, by its word in `action_deeds.tsv`."""
DISTINCT = frozenset({"another", "separate", "second", "third", "different", "own"})
INDEFINITE = frozenset({"a", "an"})
ORDINALS = frozenset({"first", "second", "third", "fifth", "eighth", "ninth", "twelfth"})
ORDINAL = re.compile(r"(?:\d+(?:st|nd|rd|th)|[a-z-]+(?:enth|ieth|urth|ixth|ghth|nth))$")
"""The Second Amendment is no bill of these days."""
POINTING = frozenset({"this", "that", "these", "those", "the"})


@dataclass(frozen=True, slots=True)
class Party:
    """An actor who takes part, and the tokens that show it."""

    place: int
    role: Role
    evidence: TokenRange


@dataclass(slots=True)
class Mention:
    """Words for an action at token `anchor`, with what they say of it.

    Attributes:
        kind: None for people who act together.
        fresh: The words introduce an action ("a letter"), they do not point back.
        distinct: They say that it is not the one told before ("a separate letter").
        weak: They may mean something else ("the plan"), and do no more than name who is behind a
            bill of which the text tells nothing else.
        aside: They tell of several at once, none of which is what the text is about.
        quoted: They stand in somebody's words, which may name an action but do not tell of one.
    """

    anchor: Token
    kind: ActionKind | None
    subkind: str | None = None
    fresh: bool = False
    distinct: bool = False
    quoted: bool = False
    aside: bool = False
    weak: bool = False
    parties: list[Party] = field(default_factory=list)
    addressees: list[int] = field(default_factory=list)

    def is_general(self) -> bool:
        """Tell "many offices have filed lawsuits", which speaks of no action in particular."""
        numbered = any(child.dep_ == "nummod" for child in self.anchor.children)
        return self.anchor.tag_ == "NNS" and not numbered and self.subkind != "comment"

    def is_joint(self) -> bool:
        """Tell whether it is done by people who act together."""
        return self.kind in JOINT or self.subkind in JOINT_SUBKINDS

    def is_named(self) -> bool:
        """Tell whether the words are a name: "the Clean Wells Act"."""
        return self.anchor.pos_ == "PROPN"

    @property
    def sentence(self) -> TokenRange:
        """The sentence that the mention stands in."""
        return TokenRange(self.anchor.sent.start, self.anchor.sent.end)


def find_mentions(table: ActorTable) -> Iterator[Mention]:
    """Yield the mentions of actions in order of text, without their parties."""
    doc = table.doc
    furniture = furniture_of(doc)
    told_in = (token for token in doc if token.i not in furniture)
    found = [(token, mention) for token in told_in for mention in _mentions(table, token)]
    told = {mention.kind for token, mention in found if _stands_alone(token)}
    quoted = _quoted(doc)
    _share_amended([mention for _, mention in found])
    for token, mention in found:
        if mention.kind in told or _stands_alone(token):
            mention.quoted = token.i in quoted
            yield mention


def _mentions(table: ActorTable, token: Token) -> Iterator[Mention]:
    deed = deeds().get(token.lemma_.lower()) if token.pos_ == "VERB" else None
    if deed is not None and _is_deed(token, deed.addressee):
        yield Mention(token, kind_of_vote(token, deed.kind), subkind=deed.subkind, fresh=True)
    elif token.lower_ in VERSUS and CASE_WORDS & {t.lower_ for t in token.sent}:
        yield Mention(token, ActionKind.LAWSUIT)
    else:
        found = tuple(_noun_mentions(token))
        if not found and _is_led(table, token):
            found = (Mention(token, None, fresh=True),)
        yield from found


def _is_led(table: ActorTable, token: Token) -> bool:
    """Tell the group in "led 20 mayors in urging a ban" from "joined 20 mayors at the table"."""
    verb = token.head
    if token.dep_ != "dobj" or verb.pos_ != "VERB" or not LED & set(lemmas(verb)):
        return False
    counted = any(table.actors[m.place].count is not None for m in table.at(token.i))
    return counted and any(t.tag_ == "VBG" and t.i > token.i for t in verb.subtree)


def _is_deed(verb: Token, addressee: str) -> bool:
    """Tell "wrote to the minister" from "wrote a letter to the minister"."""
    if addressee in {"object", "person"}:
        return True
    if addressee in UNDIRECTED:
        return UNDIRECTED[addressee](verb)
    return any(c.lower_ == addressee for c in verb.children) and not any(
        c.dep_ == "dobj" for c in verb.children
    )


def _noun_mentions(token: Token) -> Iterator[Mention]:
    cue = noun_cue(token)
    if cue is None or _is_part_of_larger_noun(token):
        return
    if token.pos_ == "PROPN" and not _is_act(token, cue.kind):
        return
    if not is_met(cue, token) and not cue.anaphoric:
        return
    before = {t.lower_ for t in words_before(token)}
    owners = {c.lower_ for c in token.children if c.dep_ == "poss"}
    yield Mention(
        token,
        ActionKind.RESOLUTION if _amends_resolution(token) else cue.kind,
        subkind=cue.subkind,
        fresh=bool(before & INDEFINITE) or not before & (POINTING | owners),
        distinct=bool(before & DISTINCT),
        weak=cue.anaphoric and cue.kind is ActionKind.BILL,
    )


def _amends_resolution(token: Token) -> bool:
    """Tell an amendment to a resolution, which is one itself, from an amendment to a bill."""
    objects = prepositional_objects(token, "to") if token.lemma_ == "amendment" else ()
    cues = (noun_cue(thing) for thing in objects)
    return any(cue is not None and cue.kind is ActionKind.RESOLUTION for cue in cues)


def _share_amended(mentions: list[Mention]) -> None:
    """Let all words for an amendment be what the first that says more makes of it."""
    amendments = [m for m in mentions if m.anchor.lemma_ == "amendment"]
    if any(m.kind is ActionKind.RESOLUTION for m in amendments):
        for mention in amendments:
            mention.kind = ActionKind.RESOLUTION


def _stands_alone(token: Token) -> bool:
    """Tell words that tell an action by themselves from those that only refer back to one."""
    cue = noun_cue(token)
    return (
        cue is None
        or not cue.anaphoric
        or bool(cue.needs & {t.lower_ for t in words_before(token)})
    )


def _is_part_of_larger_noun(token: Token) -> bool:
    """Tell "a letter grade" from the thing itself; "the bill sponsor" still speaks of a bill."""
    head = token.head
    larger = token.dep_ == "compound" and head.i > token.i and head.pos_ in {"NOUN", "PROPN"}
    after = token.nbor(1) if token.i + 1 < len(token.doc) else token
    hyphened = after.text == "-" and not token.whitespace_
    return hyphened or (larger and role_cue(head) is None)


def _is_act(token: Token, kind: ActionKind | None) -> bool:
    """Tell a bill with a name ("the Clean Wells Act") from a man called Bill or a Farm Alliance."""
    if kind is not ActionKind.BILL:
        return kind is not None
    before = token.nbor(-1) if token.i else token
    if token.ent_type_ == "PERSON" or before.lower_ in ORDINALS or ORDINAL.match(before.lower_):
        return False
    if token.lower_ == "act":
        return token.i > 0 and before.is_title
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    numbered = after is not None and after.like_num
    return token.lower_ != "bill" or token.head.pos_ != "PROPN" or numbered


def _quoted(doc: Doc) -> set[int]:
    """Return the tokens inside direct quotations."""
    quoted = (
        tokens_of_characters(doc, q.start, q.end)
        for q in quotations_of(doc)
        if q.kind is StatementKind.DIRECT
    )
    return {i for tokens in quoted if tokens is not None for i in range(*tokens)}
