"""Find who says what: direct, mixed and indirect statements with their speakers.

Marks come first (`quotation_marks`), then what announces them (`announcements`), then clauses
that report speech (`reported_speech`). A quoted run is a statement of its own when something
announces it or when it is a sentence by itself; inside a reported clause it makes the clause a
mixed statement; anything else in quotation marks is a title, a nickname or a word held at a
distance, and says nothing.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from spacy.language import Language

from graphkit.nlp.annotations import (
    FURNITURE,
    BlockKind,
    QuotationNote,
    TokenRange,
    UnsaidNote,
    blocks_of,
    register_extensions,
)
from graphkit.nlp.announcements import (
    Announcement,
    Side,
    find_announcement,
)
from graphkit.nlp.conversation import Conversation
from graphkit.nlp.marked_words import MarkedWords
from graphkit.nlp.quotation_marks import trimmed
from graphkit.nlp.quoted_runs import SENTENCE_ENDS, Quoted, find_quoted
from graphkit.nlp.reported_speech import Report, find_reports
from graphkit.nlp.speakers import Speaker, Speakers
from graphkit.nlp.speech_cues import (
    CLAUSAL,
    CueKind,
    SpeechLexicon,
    find_cues,
    load_speech_lexicon,
)
from graphkit.nlp.syntax import FINITE_TAGS
from graphkit.nlp.unmarked_speech import find_lists, find_posts, find_turns
from graphkit.nlp.unnamed_sources import source_words
from graphkit.records import StatementKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc


FEWEST_WORDS_ALONE = 4
"""A quoted run with fewer words and nothing that announces it is no statement."""
UNNAMED = 0.8
"""Confidence where the text has words for the speaker, but no actor."""
INDIRECT_FACTOR = 0.85
"""What a reported clause loses in confidence: its limits come from a parse."""
NEAR = 40
"""Neighbours in order of text among which a statement that holds another one is looked for."""
TELLING = frozenset({BlockKind.BODY, BlockKind.LIST_ITEM})
SENTENCE_VERBS = FINITE_TAGS | {"VB"}
"""Tags of verbs of a sentence, an order among them ("Close it")."""


@Language.factory("gk_quotations", assigns=["doc._.gk_quotations", "doc._.gk_unsaid"])
def make_quotations_component(nlp: Language, name: str) -> QuotationsComponent:  # noqa: ARG001 - spaCy's signature
    """Build the component; its lexicons are read here, once."""
    register_extensions()
    return QuotationsComponent(load_speech_lexicon())


class QuotationsComponent:
    """Set `doc._.gk_quotations`."""

    def __init__(self, lexicon: SpeechLexicon) -> None:
        self.lexicon = lexicon

    def __call__(self, doc: Doc) -> Doc:
        """Run the rules of this module over `doc`."""
        finder = _Finder(doc, self.lexicon)
        doc._.gk_quotations = finder.quotations()
        doc._.gk_unsaid = finder.unsaid()
        return doc


@dataclass(frozen=True, slots=True, kw_only=True)
class _Claim:
    """A quoted run that is a statement of its own; without announcement where it stands alone."""

    quoted: Quoted
    announcement: Announcement | None


class _Finder:
    def __init__(self, doc: Doc, lexicon: SpeechLexicon) -> None:
        self.doc = doc
        self.text = doc.text  # spaCy joins the tokens anew at each access
        self.quoted = find_quoted(doc, self.text)
        self.speakers = Speakers(doc, lexicon)
        self.posts = find_posts(doc, self.text, self.speakers)
        self.marked = MarkedWords(doc, self.quoted)
        self.inside = self.marked.inside
        self.conversation = Conversation(doc, self.speakers, self.inside)
        self.told = frozenset(self._told_tokens())
        self.cues = tuple(c for c in find_cues(doc, lexicon) if c.verb in self.told)
        told = tuple(r for r in find_reports(doc, self.cues) if r.cue.verb in self.told)
        self.reports = tuple(r for r in told if r.unsaid is None)
        self.unsaid_reports = tuple(r for r in told if r.unsaid is not None)
        self.notes: list[QuotationNote] = []
        self.places = [b.tokens.start for b in blocks_of(doc)]
        self._block_starts = [doc[place].idx for place in self.places]
        self._report_starts = [report.content.start for report in self.reports]

    def _block(self, token: int) -> int:
        """Return the place of the paragraph that holds the token."""
        return bisect_right(self.places, token) - 1

    def _beside(self, report: Report) -> Iterator[Report]:
        """Yield the reports near this one in the same paragraph."""
        block = self._block(report.cue.verb)
        place = bisect_right(self._report_starts, report.content.start)
        for other in self.reports[_near(place)]:
            if self._block(other.cue.verb) == block:
                yield other

    def _told_tokens(self) -> Iterator[int]:
        """Yield the tokens that the text itself says: no headline, post or quotation."""
        posts = [(p.start, p.end) for p in self.posts]
        for block in blocks_of(self.doc):
            start = self.doc[block.tokens.start].idx
            if block.kind in TELLING and not any(a <= start < b for a, b in posts):
                yield from (i for i in range(*block.tokens) if i not in self.inside)

    def unsaid(self) -> tuple[UnsaidNote, ...]:
        return tuple(
            UnsaidNote(cue=r.cue.tokens, content=r.content, reason=r.unsaid)
            for r in self.unsaid_reports
            if r.unsaid is not None
        )

    def quotations(self) -> tuple[QuotationNote, ...]:
        mixed, indirect = self._split_reports()
        claims = self._claims(mixed)
        announcing = {
            c.announcement.cue.start
            for c in claims
            if c.announcement is not None and c.announcement.cue is not None
        }
        reported = [
            *self._mixed_notes(mixed, claims),
            *self._indirect_notes([r for r in indirect if r.cue.verb not in announcing]),
        ]
        reported = self._without_nested(reported)
        self.conversation.hear(*reported)
        for claim in claims:
            self.notes.append(self._direct_note(claim))
            self.conversation.hear(self.notes[-1])
        marked = [*reported, *self.notes]
        found = (*self._unmarked_notes(marked), *marked)
        notes = {(n.start, n.end): n for n in found if n.start < n.end and self._is_told(n)}
        return tuple(notes[key] for key in sorted(notes))

    def _is_told(self, note: QuotationNote) -> bool:
        """Tell whether a statement stands in the text itself, not in a caption or menu."""
        block = blocks_of(self.doc)[max(0, bisect_right(self._block_starts, note.start) - 1)]
        return block.kind not in FURNITURE

    def _unmarked_notes(self, marked: Sequence[QuotationNote]) -> Iterator[QuotationNote]:
        unmarked = (
            *find_turns(self.doc, self.text, self.speakers),
            *self.posts,
            *find_lists(self.doc, self.text, self.cues, self.speakers),
        )
        for speech in unmarked:
            direct = (n for n in marked if n.kind is not StatementKind.INDIRECT)
            if not any(n.start < speech.end and speech.start < n.end for n in direct):
                yield self._note(
                    (speech.start, speech.end), speech.kind, speech.speaker, speech.cue
                )

    def _split_reports(self) -> tuple[list[Report], list[Report]]:
        """Part the reports into those that hold a quoted run and those that do not."""
        mixed: list[Report] = []
        indirect: list[Report] = []
        for report in self.reports:
            if self._is_repeated(report) or self._is_announced_already(report):
                continue
            if self.marked.held(report.content):
                mixed.append(replace(report, content=self.marked.without_remark(report)))
            elif not report.needs_marks:
                indirect.append(report)
        return mixed, indirect

    def _is_announced_already(self, report: Report) -> bool:
        """Tell whether "according to" only tells where another's words stand.

        In '“It leaks,” Bee said, according to the minutes' Bee says it.
        """
        if report.cue.kind is not CueKind.ACCORDING:
            return False
        for quoted in self.marked.held(report.content):
            announced = find_announcement(self.doc, quoted, self.cues)
            if announced is None or announced.cue is None:
                continue
            if quoted.tokens.end <= announced.cue.start < report.cue.verb:
                return True
        return False

    def _without_nested(self, notes: Sequence[QuotationNote]) -> list[QuotationNote]:
        """Leave out what a speaker tells of his own saying: "said she had written that …"."""
        ordered = sorted(notes, key=lambda note: (note.start, -note.end))
        return [
            note
            for place, note in enumerate(ordered)
            if not any(_tells(other, note) for other in ordered[_near(place)])
        ]

    def _is_repeated(self, report: Report) -> bool:
        """Tell whether what a judgement or request is about is reported in its own right.

        "criticized Bee for saying that …" is told by its clause; "said he urged the board to …"
        by its outer one.
        """
        others = [r for r in self._beside(report) if r.cue.verb != report.cue.verb]
        if report.needs_marks or report.cue.kind is CueKind.JUDGE:
            return any(_holds(report.content, other.content) for other in others)
        if report.cue.kind in {CueKind.URGE, CueKind.VOW}:
            return any(_holds(other.content, report.content) for other in others)
        return False

    def _claims(self, mixed: Sequence[Report]) -> list[_Claim]:
        claims: list[_Claim] = []
        holding: dict[int, list[Report]] = {}
        for report in mixed:
            for quoted in self.marked.held(report.content):
                holding.setdefault(quoted.tokens.start, []).append(report)
        for quoted in self.quoted:
            announcement = find_announcement(self.doc, quoted, self.cues)
            reports = holding.get(quoted.tokens.start, ())
            covered = any(self.marked.is_part(quoted, r) for r in reports)
            if announcement is not None and not (
                covered and announcement.side is not Side.SIGNATURE
            ):
                claims.append(_Claim(quoted=quoted, announcement=announcement))
            elif not covered and (self._follows(quoted, claims) or self._stands_alone(quoted)):
                claims.append(_Claim(quoted=quoted, announcement=None))
        return claims

    def _follows(self, quoted: Quoted, claims: Sequence[_Claim]) -> bool:
        """Read the second of '“A,” said Bee. “And B.”', however short it is."""
        if not claims or quoted.before.start < quoted.before.end:
            return False
        last = claims[-1]
        announced = last.announcement is not None and last.announcement.side is Side.AFTER
        is_next = announced and last.quoted.block == quoted.block
        return is_next and quoted.words.rstrip()[-1:] in SENTENCE_ENDS

    def _stands_alone(self, quoted: Quoted) -> bool:
        """Tell whether a run that nothing announces is a sentence of its own."""
        words = [t for t in self.doc[quoted.tokens.start : quoted.tokens.end] if not t.is_punct]
        if quoted.before.start < quoted.before.end:
            return False
        fills_block = quoted.opens_block and quoted.closes_block
        if len(words) < FEWEST_WORDS_ALONE and not fills_block:
            return False
        run = quoted.run
        ends = quoted.words.rstrip()[-1:] in SENTENCE_ENDS
        complete = ends or not run.is_closed or quoted.closes_block
        return complete and any(t.tag_ in SENTENCE_VERBS for t in words)

    def _mixed_notes(
        self, mixed: Sequence[Report], claims: Sequence[_Claim]
    ) -> Iterator[QuotationNote]:
        direct = {c.quoted.run for c in claims}
        for report in mixed:
            held = self.marked.held(report.content)
            if all(q.run in direct for q in held):
                continue
            start, end = self._characters(report.content)
            start = min(start, *(q.run.outer_start for q in held))
            end = max(end, *(q.run.outer_end for q in held))
            whole = len(held) == 1 and not self.marked.is_part(held[0], report)
            if whole:
                start, end = held[0].run.start, held[0].run.end
            kind = StatementKind.DIRECT if whole else StatementKind.MIXED
            speaker = self._speaker(report)
            if speaker.actor is None and self._is_of_things(report):
                continue
            yield self._note((start, end), kind, speaker, report.cue.tokens, report.sources)

    def _is_of_things(self, report: Report) -> bool:
        """Tell whether it hangs at a noun that is nobody: "a sign asking for “more care”"."""
        return report.cue.kind not in CLAUSAL and self.doc[report.cue.verb].dep_ == "acl"

    def _indirect_notes(self, indirect: Sequence[Report]) -> Iterator[QuotationNote]:
        for report in indirect:
            sources = self._sources_outside(report)
            speaker = self._speaker(report)
            if speaker.actor is None:
                if not report.says_enough or source_words(self.doc, sources) is None:
                    continue
                speaker = Speaker(None, UNNAMED)
            yield self._note(
                self._characters(report.content),
                StatementKind.INDIRECT,
                lowered(speaker, INDIRECT_FACTOR),
                report.cue.tokens,
                sources,
            )

    def _speaker(self, report: Report) -> Speaker:
        return self.speakers.of_cue(self.doc[report.cue.verb], self._sources_outside(report))

    def _sources_outside(self, report: Report) -> tuple[int, ...]:
        """Return who says it; nobody who is spoken of inside quotation marks does.

        Where the parser went wrong over the marks, the speaker before in the paragraph goes on.
        """
        sources = tuple(i for i in report.sources if i not in self.inside)
        if sources or not report.sources:
            return sources
        earlier = (r for r in self._beside(report) if r.cue.verb < report.cue.verb)
        known = [r for r in earlier if r.sources and r.sources[0] not in self.inside]
        return max(known, key=lambda r: r.cue.verb).sources if known else ()

    def _characters(self, content: TokenRange) -> tuple[int, int]:
        span = self.doc[content.start : content.end]
        return span.start_char, span.end_char

    def _note(
        self,
        limits: tuple[int, int],
        kind: StatementKind,
        speaker: Speaker,
        cue: TokenRange | None,
        sources: Sequence[int] = (),
    ) -> QuotationNote:
        start, end = trimmed(self.text, *limits)
        source = None if speaker.actor is not None else source_words(self.doc, sources)
        return QuotationNote(
            start=start,
            end=end,
            kind=kind,
            speaker=speaker.actor,
            cue=cue,
            confidence=speaker.confidence,
            source=source,
            joint=speaker.joint,
        )

    def _direct_note(self, claim: _Claim) -> QuotationNote:
        run = claim.quoted.run
        cue = None if claim.announcement is None else claim.announcement.cue
        return self._note(
            (run.start, run.end),
            StatementKind.DIRECT,
            self._speaker_of_claim(claim),
            cue,
            () if claim.announcement is None else claim.announcement.sources,
        )

    def _speaker_of_claim(self, claim: _Claim) -> Speaker:
        announcement = claim.announcement
        if announcement is None:
            return self.conversation.next_speaker(claim.quoted)
        if announcement.side is Side.SIGNATURE:
            return self.speakers.of_signature(announcement.sources)
        pronoun = self._pronoun(announcement)
        if pronoun is not None:
            called = self.conversation.speaker_called(pronoun, claim.quoted)
            if called is not None:
                return called
        verb = None if announcement.cue is None else self.doc[announcement.cue.start]
        if verb is None or not announcement.sources:
            speaker = self.speakers.of_sources(announcement.sources)
        else:
            speaker = self.speakers.of_cue(verb, announcement.sources)
        if speaker.actor is None and pronoun is not None:
            return self.conversation.next_speaker(claim.quoted)
        return speaker

    def _pronoun(self, announcement: Announcement) -> str | None:
        """Return the pronoun by which alone the speaker is called."""
        words = [self.doc[i] for i in announcement.sources]
        return words[0].lower_ if len(words) == 1 and words[0].pos_ == "PRON" else None


def _near(place: int) -> slice:
    """Return the places around one: to compare with a whole paragraph costs too much."""
    return slice(max(0, place - NEAR), place + NEAR + 1)


def _tells(other: QuotationNote, note: QuotationNote) -> bool:
    """Tell whether a longer statement of the same speaker, or of any for nobody's, holds it."""
    is_own = note.kind is StatementKind.INDIRECT and other.speaker == note.speaker
    if note.speaker is not None and not is_own:
        return False
    is_inside = other.start <= note.start and note.end <= other.end
    return is_inside and (other.start, other.end) != (note.start, note.end)


def _holds(outer: TokenRange, inner: TokenRange) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def lowered(speaker: Speaker, factor: float) -> Speaker:
    """Return the speaker with a confidence multiplied by `factor`."""
    return speaker._replace(confidence=round(speaker.confidence * factor, 3))
