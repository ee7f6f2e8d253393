"""Who goes on speaking: the speaker of a quotation from what was said just before it.

News goes on with one speaker until a sentence has another subject. A quotation that nothing
announces, and one that is announced by "she said", belongs to that speaker.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from typing import TYPE_CHECKING

from graphkit.nlp.annotations import TokenRange, blocks_of, tokens_of_characters
from graphkit.nlp.candidates import WEIGHTS, Candidates, Mention
from graphkit.nlp.coreference import gender_of
from graphkit.nlp.speakers import INFERRED, REFERRED, UNKNOWN, Speaker
from graphkit.records import EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc

    from graphkit.nlp.annotations import ActorNote, QuotationNote
    from graphkit.nlp.quoted_runs import Quoted
    from graphkit.nlp.speakers import Speakers

FEWEST_WORDS = 3
"""A shorter sentence is a leftover of the marks."""
FEWEST_TO_TELL = 2
"""A single pronoun may be resolved wrongly; two tell how a person is called."""
MASCULINE = frozenset({"he", "him", "his", "himself"})
FEMININE = frozenset({"she", "her", "hers", "herself"})
GENDERED = {"he": FEMININE, "she": MASCULINE}
"""For each pronoun those that call somebody else."""
REFERS = {"he": "man", "she": "woman"}


class Conversation:
    """The statements of one document so far, and who is the next to speak."""

    def __init__(self, doc: Doc, speakers: Speakers, quoted: frozenset[int]) -> None:
        self.doc = doc
        self.speakers = speakers
        self._told: list[QuotationNote] = []
        self._starts = [token.i for token in doc if token.is_sent_start]
        self.genders = [gender_of(doc, actor) for actor in speakers.actors]
        self.candidates = Candidates(doc, _mentions(speakers.actors), quoted)

    def hear(self, *notes: QuotationNote) -> None:
        """Take statements in, in whatever order."""
        for note in notes:
            insort(self._told, note, key=_end)

    def next_speaker(self, quoted: Quoted) -> Speaker:
        """Return who spoke last or was spoken of last, in this paragraph or the one before."""
        last = self._last(quoted)
        subject = self._subject_since(quoted, last)
        if subject is not None:
            return Speaker(subject, INFERRED)
        if last is not None and last.speaker is not None:
            return Speaker(last.speaker, INFERRED)
        return Speaker(None, UNKNOWN)

    def speaker_called(self, pronoun: str, quoted: Quoted) -> Speaker | None:
        """Return the last subject or speaker where "he said" or "she said" can mean that one."""
        last = self._last(quoted)
        subject = self._subject_since(quoted, last)
        meant = subject if subject is not None or last is None else last.speaker
        if meant is None or pronoun not in GENDERED or not self._fits(meant, pronoun):
            return None
        if subject is None and last is not None:
            meant = self._rival(quoted, last, pronoun) or meant
        return Speaker(meant, REFERRED)

    def _rival(self, quoted: Quoted, last: QuotationNote, pronoun: str) -> int | None:
        """Return whom the text tells of since the last statement, if more speaks for that one."""
        at = quoted.tokens.start
        tail = tokens_of_characters(self.doc, last.start, last.end)
        if tail is None or not at:
            return None
        floor = WEIGHTS.last + WEIGHTS.sentence * self.candidates.sentences(tail.end - 1, at)
        best: tuple[float, int] | None = None
        for mention in self.candidates.recent(at):
            if mention.tokens.start < tail.end or not self._fits(mention.actor, pronoun):
                continue
            fits = self.genders[mention.actor] == REFERS[pronoun]
            scored = self.candidates.features(mention, at, fits=fits).score()
            best = max(best or (scored, mention.actor), (scored, mention.actor))
        return best[1] if best is not None and best[0] > floor else None

    def _fits(self, actor: int, pronoun: str) -> bool:
        """Tell whether a person is not called by the other pronoun elsewhere."""
        note = self.speakers.actors[actor]
        if note.kind is not EntityKind.PERSON or self.genders[actor] not in {None, REFERS[pronoun]}:
            return False
        forms = [self.doc[r.start].lower_ for r in note.references if r.end - r.start == 1]
        others = sum(form in GENDERED[pronoun] for form in forms)
        return others < FEWEST_TO_TELL or others <= sum(form == pronoun for form in forms)

    def _last(self, quoted: Quoted) -> QuotationNote | None:
        """Return the last statement, where it ends in this paragraph or the one before."""
        place = bisect_right(self._told, (quoted.run.start, quoted.run.start), key=_end)
        if not place:
            return None
        block = blocks_of(self.doc)[max(0, quoted.block - 1)]
        last = self._told[place - 1]
        return last if last.end >= self.doc[block.tokens.start].idx else None

    def _subject_since(self, quoted: Quoted, last: QuotationNote | None) -> int | None:
        """Return the subject of what is told between the last statement and this quotation."""
        blocks = blocks_of(self.doc)
        if quoted.opens_block:
            if quoted.block == 0:
                return None
            tokens = blocks[quoted.block - 1].tokens
        else:
            tokens = TokenRange(blocks[quoted.block].tokens.start, quoted.before.end)
        told = self._last_sentence(tokens, 0 if last is None else last.end)
        return None if told is None else self.speakers.subject_of(told)

    def _last_sentence(self, tokens: TokenRange, since: int) -> TokenRange | None:
        """Return the last sentence in a range that starts at or behind a character.

        Those of a word or two are left out. It is sought from the end: a paragraph may be long.
        """
        end = tokens.end
        place = bisect_left(self._starts, end) - 1
        while end > tokens.start:
            start = max(tokens.start, self._starts[place] if place >= 0 else 0)
            if self.doc[start].idx < since:
                return None
            if end - start >= FEWEST_WORDS:
                return TokenRange(start, end)
            end, place = start, place - 1
        return None


def _mentions(actors: Sequence[ActorNote]) -> Iterator[Mention]:
    for place, actor in enumerate(actors):
        yield from (Mention(span, place, named=True) for span in actor.names)
        yield from (Mention(span, place, named=False) for span in actor.references)


def _end(note: QuotationNote) -> tuple[int, int]:
    return note.end, note.start
