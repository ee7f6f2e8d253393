"""What our components write on a spaCy `Doc`, and in which order they read each other.

    gk_blocks      doc._.gk_blocks      paragraphs, headline, byline, captions, menus, signatures
    (tagger, parser, lemmatizer, ner)
    gk_actors      doc._.gk_actors      people, organizations, groups; pronouns resolved
    gk_quotations  doc._.gk_quotations  who says what
                   doc._.gk_unsaid      reports of what was not said
    gk_policies    doc._.gk_policies    what one can be for or against
    gk_actions     doc._.gk_actions     letters, lawsuits, bills, votes with their parties
    gk_stances     doc._.gk_stances     who supports or opposes what
                   doc._.gk_frames      words of support and judgement, from gk_policies to here
    gk_days        doc._.gk_days        on which day it was said, done, held

Everything refers to tokens by index and to actors, policies and actions by their place in the
tuples above; `graphkit.nlp.gate` turns it into records. Nothing here leaves the room.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, cast

from spacy.tokens import Doc

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from graphkit.records import (
        ActionKind,
        DatePrecision,
        Document,
        EntityKind,
        EvidenceKind,
        JurisdictionSource,
        Polarity,
        StatementKind,
        TenureStatus,
    )

EXTENSIONS: dict[str, object] = {
    "gk_document": None,
    "gk_blocks": (),
    "gk_actors": (),
    "gk_quotations": (),
    "gk_unsaid": (),
    "gk_policies": (),
    "gk_actions": (),
    "gk_stances": (),
    "gk_days": None,
    "gk_frames": None,
}


def register_extensions() -> None:
    """Register the `._.gk_*` extensions on `Doc`; called by each factory."""
    for name, default in EXTENSIONS.items():
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=default)


class TokenRange(NamedTuple):
    """Half-open range of token indices."""

    start: int
    end: int

    def covers(self, index: int) -> bool:
        """Tell whether the token with this index lies inside."""
        return self.start <= index < self.end

    def meets(self, other: TokenRange) -> bool:
        """Tell whether the two ranges share a token."""
        return self.start < other.end and other.start < self.end


class BlockKind(StrEnum):
    """What a paragraph is for."""

    HEADLINE = "headline"
    SUBHEAD = "subhead"
    DATELINE = "dateline"
    """A line that tells only when, or where, the text was written."""
    BYLINE = "byline"
    CAPTION = "caption"
    BODY = "body"
    LIST_ITEM = "list item"
    SIGNATURE = "signature"
    BOILERPLATE = "boilerplate"
    CONTACT = "contact"
    MENU = "menu"
    SCRIPT = "script"


HEADS = frozenset({BlockKind.HEADLINE, BlockKind.SUBHEAD})
FURNITURE = frozenset(
    {
        BlockKind.BYLINE,
        BlockKind.CAPTION,
        BlockKind.BOILERPLATE,
        BlockKind.CONTACT,
        BlockKind.DATELINE,
        BlockKind.MENU,
        BlockKind.SCRIPT,
    }
)
"""What stands around a text and is none of it: nothing is read from it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph: tokens between two line breaks, white space left out."""

    tokens: TokenRange
    kind: BlockKind


@dataclass(frozen=True, slots=True, kw_only=True)
class TenureNote:
    """An office that the text gives to a person."""

    office: str
    jurisdiction: str | None
    status: TenureStatus
    evidence: TokenRange
    jurisdiction_source: JurisdictionSource | None = None
    constituency: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorNote:
    """Everything the document calls by one actor's names.

    Attributes:
        names: Named mentions in order of text; never empty for people and organizations. For a
            group the counted or plural noun phrases ("17 Democratic treasurers").
        references: Pronouns, title-only mentions ("the governor", "the lawmakers"), in order.
        owning: Possessors without a name ("his vote", "the mayor's plan"), which are no mentions:
            nothing is told of the person there.
        members: Places in `doc._.gk_actors` of those of a group whom the text names.
        is_given: The user has said that it is an actor.
    """

    kind: EntityKind
    name: str
    aliases: tuple[str, ...] = ()
    names: tuple[TokenRange, ...]
    references: tuple[TokenRange, ...] = ()
    owning: tuple[TokenRange, ...] = ()
    tenures: tuple[TenureNote, ...] = ()
    party: str | None = None
    count: int | None = None
    count_modifier: str | None = None
    role: str | None = None
    members: tuple[int, ...] = ()
    is_given: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotationNote:
    """Something said: characters [start, end), and by which actor.

    Attributes:
        start: First character, after an opening mark.
        end: After the last character, before a closing mark.
        speaker: Place in `doc._.gk_actors`, None where nothing tells.
        cue: The announcing words.
        source: The words for a speaker who is no actor ("a spokesman"); None where `speaker` is.
    """

    start: int
    end: int
    kind: StatementKind
    speaker: int | None
    cue: TokenRange | None
    confidence: float
    source: TokenRange | None = None
    joint: tuple[int, ...] = ()
    """Others who said the same words: places in `doc._.gk_actors`, `speaker` left out."""


class UnsaidReason(StrEnum):
    """Why a report is no statement."""

    DENIED = "denied"
    SUPPOSED = "supposed"
    ASKED = "asked"


@dataclass(frozen=True, slots=True, kw_only=True)
class UnsaidNote:
    """A report of something that was not said: "did not say that …", "if she says that …"."""

    cue: TokenRange
    content: TokenRange
    reason: UnsaidReason


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyNote:
    """All phrases for one policy; `negates` is a place in `doc._.gk_policies`."""

    name: str
    aliases: tuple[str, ...] = ()
    mentions: tuple[TokenRange, ...]
    references: tuple[TokenRange, ...] = ()
    negates: int | None = None


class TargetKind(StrEnum):
    """In which tuple a target stands."""

    POLICY = "policy"
    ACTOR = "actor"
    ACTION = "action"


class TargetRef(NamedTuple):
    """A target of a stance or action: a place in the tuple of its kind."""

    kind: TargetKind
    place: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionNote:
    """A letter, lawsuit, bill, … with its parties as places in `doc._.gk_actors`."""

    kind: ActionKind
    subkind: str | None = None
    leaders: tuple[int, ...] = ()
    co_leaders: tuple[int, ...] = ()
    """Those of `leaders` who lead together with others."""
    signers: tuple[int, ...] = ()
    addressees: tuple[int, ...] = ()
    about: TargetRef | None = None
    stance: Polarity | None = None
    asks: TokenRange | None = None
    """What it asks for, in the words of the text."""
    signer_count: int | None = None
    count_modifier: str | None = None
    evidence: tuple[TokenRange, ...]
    cues: tuple[int, ...] = ()
    """The tokens of the nouns and verbs that name it, in order."""
    member_evidence: tuple[tuple[int, TokenRange], ...] = ()
    """For each leader or signer the words that show that this actor joined."""
    confidence: float = 1.0


class SignStep(NamedTuple):
    """Words that a sign passed, and what they did to it ("inverts", "keeps", "denies", …)."""

    words: TokenRange
    effect: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StanceTrace:
    """How a stance was found.

    Attributes:
        rule: The rule, as `stance_rules.tsv` lists it.
        cue: The words that the rule started from.
        steps: What the sign passed between the cue and the target.
        features: Names and values that its confidence was computed from, sorted.
    """

    rule: str
    cue: TokenRange
    steps: tuple[SignStep, ...]
    features: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StanceNote:
    """A stance with its evidence as token ranges; the first piece is that of the trace."""

    holder: int
    target: TargetRef
    polarity: Polarity
    confidence: float
    evidence: tuple[tuple[TokenRange, EvidenceKind], ...]
    trace: StanceTrace
    tenure: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DayNote:
    """A day; its words are None where it is only that of the document.

    `day` is the first one of its week, month or year, None where the words stay relative.
    """

    day: date | None
    precision: DatePrecision
    words: TokenRange | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """The days of all quotations, actions and stances, in the order of their tuples."""

    statements: tuple[DayNote | None, ...]
    actions: tuple[DayNote | None, ...]
    stances: tuple[DayNote | None, ...]


def document_of(doc: Doc) -> Document | None:
    """Return the document record that `doc` was made from; None for a bare text."""
    return cast("Document | None", doc._.gk_document)


def as_written(doc: Doc, start: int, end: int) -> str:
    """Return tokens [start, end) as the document writes them.

    The letters of `doc.text` may be smaller in headlines; see `graphkit.nlp.language`.
    """
    if start >= end:
        return ""
    document = document_of(doc)
    if document is None:
        return doc[start:end].text
    return document.text[doc[start].idx : doc[end - 1].idx + len(doc[end - 1])]


def tokens_of_characters(doc: Doc, start: int, end: int) -> TokenRange | None:
    """Return the tokens that characters [start, end) lie in, wholly or in part; None where none."""
    span = doc.char_span(start, end, alignment_mode="expand")
    return None if span is None else TokenRange(span.start, span.end)


def blocks_of(doc: Doc) -> tuple[Block, ...]:
    """Return the paragraphs of `doc`."""
    return cast("tuple[Block, ...]", doc._.gk_blocks)


def furniture_of(doc: Doc) -> frozenset[int]:
    """Return the tokens of all that is no part of the text itself."""
    tokens = (b.tokens for b in blocks_of(doc) if b.kind in FURNITURE)
    return frozenset(i for each in tokens for i in range(*each))


def actors_of(doc: Doc) -> tuple[ActorNote, ...]:
    """Return the actors of `doc`."""
    return cast("tuple[ActorNote, ...]", doc._.gk_actors)


def quotations_of(doc: Doc) -> tuple[QuotationNote, ...]:
    """Return the quotations of `doc`."""
    return cast("tuple[QuotationNote, ...]", doc._.gk_quotations)


def unsaid_of(doc: Doc) -> tuple[UnsaidNote, ...]:
    """Return the reports of `doc` that are no statements."""
    return cast("tuple[UnsaidNote, ...]", doc._.gk_unsaid)


def policies_of(doc: Doc) -> tuple[PolicyNote, ...]:
    """Return the policies of `doc`."""
    return cast("tuple[PolicyNote, ...]", doc._.gk_policies)


def actions_of(doc: Doc) -> tuple[ActionNote, ...]:
    """Return the actions of `doc`."""
    return cast("tuple[ActionNote, ...]", doc._.gk_actions)


def stances_of(doc: Doc) -> tuple[StanceNote, ...]:
    """Return the stances of `doc`."""
    return cast("tuple[StanceNote, ...]", doc._.gk_stances)


def days_of(doc: Doc) -> Days:
    """Return the days of what `doc` says; none where the component did not run."""
    days = cast("Days | None", doc._.gk_days)
    if days is not None:
        return days
    return Days(
        statements=(None,) * len(quotations_of(doc)),
        actions=(None,) * len(actions_of(doc)),
        stances=(None,) * len(stances_of(doc)),
    )


def actor_index(doc: Doc) -> dict[int, int]:
    """Map each token that belongs to a name or reference of an actor to that actor's place.

    Where mentions overlap ("Rep. Ann Bee and her colleagues" holds "Ann Bee"), the shorter one
    wins inside, the longer one at its other tokens.
    """
    return token_index((*actor.names, *actor.references) for actor in actors_of(doc))


def token_index(mentions: Iterable[Iterable[TokenRange]]) -> dict[int, int]:
    """Map each token of the mentions of something to its place; shorter mentions win."""
    ranges = [(span, place) for place, spans in enumerate(mentions) for span in spans]
    index: dict[int, int] = {}
    for span, place in sorted(ranges, key=lambda r: (r[0].start - r[0].end, r[0].start, r[1])):
        for i in range(span.start, span.end):
            index[i] = place
    return index
