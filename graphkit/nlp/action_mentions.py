"""Find where a text speaks of an action, and who the words around it say takes part.

A mention is a noun ("a letter to the minister", "the bill") or a verb that is an action by itself
("sued").
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graphkit.nlp.action_lexicon import Role, noun_cue, role_cue
from graphkit.nlp.annotations import TokenRange
from graphkit.records import ActionKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

SUING = frozenset({"sue"})
DISTINCT = frozenset({"another", "separate", "second", "third", "different"})
INDEFINITE = frozenset({"a", "an"})
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
        kind: None for a coalition whose form is told elsewhere ("joined 20 mayors in urging …").
        fresh: The words introduce an action ("a letter"), they do not point back.
        distinct: They say that it is not the one told before ("a separate letter").
    """

    anchor: Token
    kind: ActionKind | None
    subkind: str | None = None
    fresh: bool = False
    distinct: bool = False
    parties: list[Party] = field(default_factory=list)
    addressees: list[int] = field(default_factory=list)

    @property
    def sentence(self) -> TokenRange:
        """The sentence that the mention stands in."""
        return TokenRange(self.anchor.sent.start, self.anchor.sent.end)


def find_mentions(doc: Doc) -> Iterator[Mention]:
    """Yield the mentions of actions in order of text, without their parties."""
    told: set[ActionKind] = set()
    for token in doc:
        mention = _mention(token, told)
        if mention is not None:
            if mention.kind is not None:
                told.add(mention.kind)
            yield mention


def _mention(token: Token, told: set[ActionKind]) -> Mention | None:
    if token.pos_ == "VERB" and token.lemma_.lower() in SUING:
        return Mention(token, ActionKind.LAWSUIT, fresh=token.tag_ not in {"VBG"})
    cue = noun_cue(token)
    if cue is None or _is_part_of_larger_noun(token):
        return None
    before = {t.lower_ for t in _words_before(token)}
    bare = not before & cue.needs and (cue.needs or cue.anaphoric)
    if bare and not (cue.anaphoric and cue.kind in told):
        return None
    if token.pos_ == "PROPN" and cue.kind is ActionKind.BILL and not _is_act(token):
        return None
    return Mention(
        token,
        cue.kind,
        subkind=cue.subkind,
        fresh=bool(before & INDEFINITE) or not before & (POINTING | _possessors(token)),
        distinct=bool(before & DISTINCT),
    )


def _words_before(token: Token) -> Iterator[Token]:
    """Yield the words of the noun phrase before its head."""
    return (token.doc[i] for i in range(token.left_edge.i, token.i))


def _possessors(token: Token) -> frozenset[str]:
    return frozenset(c.lower_ for c in token.children if c.dep_ == "poss")


def _is_part_of_larger_noun(token: Token) -> bool:
    """Tell "a letter grade" from the thing itself; "the bill sponsor" still speaks of a bill."""
    head = token.head
    larger = token.dep_ == "compound" and head.i > token.i and head.pos_ in {"NOUN", "PROPN"}
    return larger and role_cue(head) is None


def _is_act(token: Token) -> bool:
    """Tell a bill with a name ("the Clean Wells Act", "Senate Bill 12") from a man called Bill."""
    if token.ent_type_ == "PERSON":
        return False
    if token.lower_ == "act":
        return token.i > 0 and token.nbor(-1).is_title
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    return (
        token.lower_ != "bill"
        or token.head.pos_ != "PROPN"
        or (after is not None and after.like_num)
    )
