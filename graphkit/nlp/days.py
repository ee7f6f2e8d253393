"""Give statements, actions and stances the day that the text tells of them.

A statement has the day of its announcing words ("said Tuesday"), never one inside of what is
said; an action that of its noun or verb ("the April 6 letter", "sued Friday"), a letter that is
the document itself that of its head. A stance has the day of the statement or action that shows
it, else the one told beside it, else the document's. Where the text tells no day of a statement
or action, none is given: the document's day is known apart.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from spacy.language import Language

from graphkit.nlp.action_lexicon import TEXTS
from graphkit.nlp.annotations import (
    BlockKind,
    DayNote,
    Days,
    TokenRange,
    actions_of,
    blocks_of,
    document_of,
    quotations_of,
    register_extensions,
    stances_of,
    tokens_of_characters,
)
from graphkit.nlp.datelines import date_in_line, dateline_end
from graphkit.nlp.day_mentions import DayMention, DayMentions
from graphkit.nlp.day_spans import DayKind, DaySpan, find_day_spans
from graphkit.nlp.day_values import DayValue, day_value
from graphkit.nlp.setting import read_setting
from graphkit.nlp.speech_cues import load_speech_lexicon
from graphkit.nlp.syntax import VERBS, ancestors_until_clause, children, prepositional_objects
from graphkit.records import ActionKind, DatePrecision, StatementKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from spacy.tokens import Doc, Token

    from graphkit.nlp.annotations import ActionNote, QuotationNote, StanceNote
    from graphkit.nlp.speech_cues import SpeechLexicon

HEAD_BLOCKS = 12
"""Paragraphs at the top of a text among which a line with its date stands."""
MOST_COUNTED = 8
"""Days that are counted one from the other: "the next day … the day after"."""
FINENESS = {precision.value: place for place, precision in enumerate(DatePrecision)}
LINKS = frozenset({",", "on"})
"""What may stand between an announcing word and its day where the parse does not join them."""


@Language.factory(
    "gk_days",
    assigns=["doc._.gk_days"],
    requires=["doc._.gk_quotations", "doc._.gk_actions", "doc._.gk_stances"],
)
def make_days_component(nlp: Language, name: str) -> DaysComponent:  # noqa: ARG001 - spaCy's signature
    """Build the component; its lexicon is read here, once."""
    register_extensions()
    return DaysComponent(load_speech_lexicon())


class DaysComponent:
    """Set `doc._.gk_days`."""

    def __init__(self, lexicon: SpeechLexicon) -> None:
        self.lexicon = lexicon

    def __call__(self, doc: Doc) -> Doc:
        """Find the days of the notes on `doc`."""
        doc._.gk_days = find_days(doc, self.lexicon)
        return doc


def find_days(doc: Doc, lexicon: SpeechLexicon) -> Days:
    """Return the day of each statement, action and stance of `doc`, in their order."""
    finder = _Finder(doc, lexicon)
    actions = tuple(finder.action(note) for note in actions_of(doc))
    statements = tuple(finder.statements(actions))
    told = finder.told(statements, actions)
    stances = tuple(finder.stance(note, told) for note in stances_of(doc))
    return Days(statements=statements, actions=actions, stances=stances)


def head_day(doc: Doc) -> tuple[TokenRange, date] | None:
    """Return the day of a dateline or of a line of its own at the top ("April 6, 2031")."""
    for block in blocks_of(doc)[:HEAD_BLOCKS]:
        span = _date_at_head(doc, block.tokens)
        day = None if span is None else day_value(span, None).day
        if span is not None and day is not None:
            first = doc[block.tokens.start].idx
            words = tokens_of_characters(doc, first + span.start, first + span.end)
            return words or block.tokens, day
    return None


def _date_at_head(doc: Doc, block: TokenRange) -> DaySpan | None:
    end = dateline_end(doc, block)
    if end is None:
        return date_in_line(doc[block.start : block.end].text)
    spans = find_day_spans(doc[block.start : end].text)
    return spans[0] if len(spans) == 1 and spans[0].kind in {DayKind.DATE, DayKind.ISO} else None


class _Told(NamedTuple):
    """Words of actors that have a day."""

    tokens: TokenRange
    actors: frozenset[int]
    day: DayNote


class _Finder:
    """Holds what the days of one text are worked out from."""

    def __init__(self, doc: Doc, lexicon: SpeechLexicon) -> None:
        self.doc = doc
        self.lexicon = lexicon
        self.mentions = DayMentions(doc)
        self.head = head_day(doc)
        document = document_of(doc)
        known = None if document is None else document.date
        self.base = known if known is not None or self.head is None else self.head[1]

    @cached_property
    def _day_first(self) -> bool:
        """Outside of the United States 4/6/2031 is June 4."""
        return read_setting(self.doc).country is not None

    def _note(self, mention: DayMention | None) -> DayNote | None:
        if mention is None:
            return None
        value = self._value(mention)
        return DayNote(day=value.day, precision=value.precision, words=mention.tokens)

    def _value(self, mention: DayMention) -> DayValue:
        """Work out a day, "the day before" from the one that the text named last before it."""
        told = [mention]
        while told[-1].span.kind is DayKind.BESIDE and len(told) < MOST_COUNTED:
            earlier = self.mentions.before(told[-1])
            if earlier is None:
                break
            told.append(earlier)
        value: DayValue | None = None
        for each in reversed(told):
            value = self._counted(each, value)
        return value or self._counted(mention, None)

    def _counted(self, mention: DayMention, anchor: DayValue | None) -> DayValue:
        span, base = mention.span, self.base
        if span.kind is DayKind.BESIDE:
            fine = anchor is not None and FINENESS[anchor.precision] <= FINENESS[span.unit]
            base = anchor.day if anchor is not None and fine else None
        day_first = span.kind is DayKind.NUMERIC and self._day_first
        return day_value(span, base, future=mention.future, day_first=day_first)

    def statements(self, actions: Sequence[DayNote | None]) -> Iterator[DayNote | None]:
        """Yield the day of each; what goes on without announcement was said on the same day.

        What a letter says has the letter's day.
        """
        texts = {
            i: day
            for note, day in zip(actions_of(self.doc), actions, strict=True)
            for i in note.cues
            if day is not None and note.kind in TEXTS
        }
        last: tuple[int | None, TokenRange | None, DayNote | None] = (None, None, None)
        blocks = iter(blocks_of(self.doc))
        block = next(blocks, None)
        for note in quotations_of(self.doc):
            while block is not None and self.doc[block.tokens.end - 1].idx < note.start:
                block = next(blocks, None)
            place = None if block is None else block.tokens
            goes_on = note.cue is None and (note.speaker, place) == last[:2]
            day = last[2] if goes_on else self._note(self._announced(note))
            day = day or self._of_text(note, texts)
            last = (note.speaker, place, day)
            yield day

    def _of_text(self, note: QuotationNote, texts: dict[int, DayNote]) -> DayNote | None:
        """Return the day of the letter that says it, or in which somebody does."""
        if note.cue is None or not texts:
            return None
        verb = self.doc[note.cue.start]
        told = (*children(verb, "nsubj"), *prepositional_objects(verb, "in"))
        return next((texts[t.i] for t in told if t.i in texts), None)

    def _announced(self, note: QuotationNote) -> DayMention | None:
        cue = note.cue
        if cue is None:
            return None
        outside = [m for m in self.mentions.beside(cue.start) if not _is_inside(m, note, self.doc)]
        saying = {*range(*cue), *_governor(self.doc[cue.start])}
        joined = [m for m in outside if m.owners & saying]
        beside = [m for m in outside if self._touches(m, cue) or self._follows(m, note)]
        near = sorted(joined or beside, key=lambda m: (_distance(m.tokens, cue), m.tokens))
        return near[0] if near else None

    def _touches(self, mention: DayMention, cue: TokenRange) -> bool:
        """Tell whether a day stands right beside the announcing words ("said Tuesday that").

        In front of them it may belong to another verb ("those who left Tuesday said").
        """
        day = mention.tokens
        if day.start < cue.start and any(self.doc[i].pos_ in VERBS for i in mention.owners):
            return False
        between = self.doc[min(day.end, cue.end) : max(day.start, cue.start)]
        owned = day.end < len(self.doc) and self.doc[day.end].tag_ == "POS"
        return _distance(day, cue) >= 0 and not owned and all(t.lower_ in LINKS for t in between)

    def _follows(self, mention: DayMention, note: QuotationNote) -> bool:
        """Tell whether a day stands right behind the closing mark: 'said “we won” on Monday'."""
        before = mention.tokens.start
        if note.kind is not StatementKind.DIRECT or self.doc[before].idx < note.end:
            return False
        while before > 0 and self.doc[before - 1].idx >= note.end:
            before -= 1
            token = self.doc[before]
            if not token.is_quote and token.lower_ not in LINKS:
                return False
        return True

    def action(self, note: ActionNote) -> DayNote | None:
        """Return the first day told at a mention of an action, or that of the letter's head."""
        if self.head is not None and self._is_document(note):
            return DayNote(day=self.head[1], precision=DatePrecision.DAY, words=self.head[0])
        for place in note.cues:
            owners = {place, *self._doing(self.doc[place])}
            found = (m for m in self.mentions.beside(place) if m.owners & owners)
            mention = next(found, None)
            if mention is not None:
                return self._note(mention)
        return None

    def _doing(self, anchor: Token) -> Iterator[int]:
        """Yield the verb by which somebody does the action that a noun names ("sent a letter")."""
        if anchor.pos_ in VERBS:
            return
        for token in ancestors_until_clause(anchor):
            if token.lemma_ in self.lexicon.authoring:
                yield token.i

    def _is_document(self, note: ActionNote) -> bool:
        """Tell whether a letter is signed at the foot of the text."""
        evidence = (r for _, r in note.member_evidence)
        return note.kind is ActionKind.LETTER and any(r.start in self._signed for r in evidence)

    @cached_property
    def _signed(self) -> frozenset[int]:
        """The tokens at the foot of a letter."""
        signatures = (b.tokens for b in blocks_of(self.doc) if b.kind is BlockKind.SIGNATURE)
        return frozenset(i for tokens in signatures for i in range(*tokens))

    def told(
        self, statements: Sequence[DayNote | None], actions: Sequence[DayNote | None]
    ) -> dict[int, list[_Told]]:
        """Return the statements and actions that have a day by the sentences they stand in."""
        found: dict[int, list[_Told]] = defaultdict(list)
        for quotation, day in zip(quotations_of(self.doc), statements, strict=True):
            words = tokens_of_characters(self.doc, quotation.start, quotation.end)
            if day is not None and quotation.speaker is not None and words is not None:
                self._keep(found, _Told(words, frozenset({quotation.speaker}), day))
        for action, day in zip(actions_of(self.doc), actions, strict=True):
            parties = frozenset({*action.leaders, *action.signers})
            for tokens in (*action.evidence, *(r for _, r in action.member_evidence)):
                if day is not None:
                    self._keep(found, _Told(tokens, parties, day))
        return found

    def _keep(self, found: dict[int, list[_Told]], told: _Told) -> None:
        for sentence in _sentences(self.doc, told.tokens):
            found[sentence].append(told)

    def stance(self, note: StanceNote, told: dict[int, list[_Told]]) -> DayNote | None:
        """Return the day of the surest evidence that has one, else the document's."""
        for tokens, _ in note.evidence:
            for sentence in _sentences(self.doc, tokens):
                for each in told.get(sentence, ()):
                    if note.holder in each.actors and each.tokens.meets(tokens):
                        return each.day
        for tokens, _ in note.evidence:
            near = self.mentions.beside(tokens.start)
            mention = next((m for m in near if any(tokens.covers(i) for i in m.owners)), None)
            if mention is not None:
                return self._note(mention)
        if self.base is None:
            return None
        return DayNote(day=self.base, precision=DatePrecision.DAY, words=None)


def _governor(cue: Token) -> Iterator[int]:
    """Yield the verb that shares its day with a participle: "wrote Friday, saying that"."""
    if cue.tag_ == "VBG" and cue.dep_ == "advcl" and not children(cue, "mark"):
        yield cue.head.i


def _is_inside(mention: DayMention, note: QuotationNote, doc: Doc) -> bool:
    return note.start <= doc[mention.tokens.start].idx < note.end


def _distance(first: TokenRange, second: TokenRange) -> int:
    """Return how many tokens stand between two ranges; negative where they overlap."""
    return max(first.start, second.start) - min(first.end, second.end)


def _sentences(doc: Doc, tokens: TokenRange) -> Iterator[int]:
    """Yield the first tokens of the sentences that a range touches."""
    place = tokens.start
    while place < tokens.end:
        sentence = doc[place].sent
        yield sentence.start
        place = sentence.end
