"""Speech that a text sets off by its layout instead of by quotation marks.

A transcript puts a speaker's name and a colon before each turn; a page that shows posts puts the
account and the day behind each; a sentence that ends with "that:" is followed by a list.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphkit.nlp.annotations import TokenRange, blocks_of
from graphkit.nlp.quotation_marks import DOUBLE_MARKS
from graphkit.nlp.quoted_runs import block_limits
from graphkit.nlp.reported_speech import is_asserted, speakers_of
from graphkit.nlp.speakers import INFERRED, NAMED, Speaker
from graphkit.nlp.speech_cues import Cue, CueKind, cues_within
from graphkit.records import StatementKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc

    from graphkit.nlp.annotations import Block
    from graphkit.nlp.speakers import Speakers

_LABEL = re.compile(r"(?P<name>[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,4})(?: ?\([^)\n]{1,60}\))?:\s")
_ACCOUNT = re.compile(
    r"\s+[—–―-]{1,2} ?(?P<name>[^—–\n]{2,60}?) \(@\w{1,30}\)(?P<day>[^\n]{0,40})\Z"
)
"""The end of an embedded post: a dash, the name, the account in brackets, the day."""
_BULLET = re.compile(r"[-–—•●▪*·o]\s+|\(?\d{1,2}[.)]\s+|\(?[a-z][.)]\s+")
_AFTER_ITEM = re.compile(r"[\s;,.]+(?:(?:and|or)\W*)?\Z|[^\w)”\"’']+\Z")
LONGEST_ACCOUNT = 160
"""Characters of the end of an embedded post."""
LONGEST_ENDING = 40
"""Characters behind an item of a list. A search from farther up takes the square of the time."""
MOST_WORDS_TO_COLON = 8
"""A verb farther from the colon announces something else."""
INTRODUCING = frozenset({CueKind.SAY, CueKind.QUOTE, CueKind.DOCUMENT, CueKind.VOW})
FEWEST_TURNS = 2
"""A single paragraph with a name and a colon is a list or a caption, not a transcript."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnmarkedSpeech:
    """Characters [start, end) that somebody says, without marks."""

    start: int
    end: int
    kind: StatementKind
    speaker: Speaker
    cue: TokenRange | None


def find_turns(doc: Doc, text: str, speakers: Speakers) -> tuple[UnmarkedSpeech, ...]:
    """Return the turns of a transcript: paragraphs that open with a person's name and a colon."""
    turns = tuple(_turns(doc, text, speakers))
    return turns if len(turns) >= FEWEST_TURNS else ()


def find_posts(doc: Doc, text: str, speakers: Speakers) -> tuple[UnmarkedSpeech, ...]:
    """Return the paragraphs that are embedded posts, each signed with its account."""
    return tuple(_posts(doc, text, speakers))


def find_lists(
    doc: Doc, text: str, cues: Sequence[Cue], speakers: Speakers
) -> tuple[UnmarkedSpeech, ...]:
    """Return the items behind "They argue that:", or the one paragraph behind "As Bee noted:"."""
    return tuple(_lists(doc, text, cues, speakers))


def _has_marks(text: str, start: int, end: int) -> bool:
    return any(c in DOUBLE_MARKS for c in text[start:end])


def _turns(doc: Doc, text: str, speakers: Speakers) -> Iterator[UnmarkedSpeech]:
    for block in blocks_of(doc):
        start, end = block_limits(doc, block)
        label = _LABEL.match(text, start, end)
        actor = None if label is None else speakers.person_called(label["name"])
        if label is None or actor is None or text[label.end()] in DOUBLE_MARKS:
            continue
        if not any(c.isalpha() for c in text[label.end() : end]):
            continue  # a table of counts
        yield UnmarkedSpeech(
            start=label.end(),
            end=end,
            kind=StatementKind.DIRECT,
            speaker=Speaker(actor, NAMED),
            cue=None,
        )


def _posts(doc: Doc, text: str, speakers: Speakers) -> Iterator[UnmarkedSpeech]:
    for block in blocks_of(doc):
        start, end = block_limits(doc, block)
        signed = _ACCOUNT.search(text, max(start, end - LONGEST_ACCOUNT), end)
        if signed is None or _has_marks(text, start, signed.start()):
            continue
        actor = speakers.actor_in(signed.start("name"), signed.end("name"))
        if actor is not None:
            yield UnmarkedSpeech(
                start=start,
                end=signed.start(),
                kind=StatementKind.DIRECT,
                speaker=Speaker(actor, NAMED),
                cue=None,
            )


def _lists(
    doc: Doc, text: str, cues: Sequence[Cue], speakers: Speakers
) -> Iterator[UnmarkedSpeech]:
    blocks = blocks_of(doc)
    for place, block in enumerate(blocks[:-1]):
        cue = _cue_of_intro(doc, text, block, cues)
        if cue is None:
            continue
        sources = [t.i for t in speakers_of(doc[cue.verb])]
        speaker = speakers.of_sources(sources)
        if speaker.actor is None:
            continue
        is_named = any(i in speakers.index for i in sources)
        speaker = Speaker(speaker.actor, min(speaker.confidence, INFERRED))
        for start, end in _items(doc, text, blocks[place + 1 :], is_named=is_named):
            yield UnmarkedSpeech(
                start=start,
                end=end,
                kind=StatementKind.INDIRECT,
                speaker=speaker,
                cue=cue.tokens,
            )


def _cue_of_intro(doc: Doc, text: str, block: Block, cues: Sequence[Cue]) -> Cue | None:
    """Return the announcing verb of a paragraph's last sentence that ends with a colon."""
    start, end = block_limits(doc, block)
    if text[start:end].rstrip()[-1:] != ":" or _has_marks(text, start, end):
        return None
    inside = [
        c
        for c in cues_within(cues, block.tokens)
        if block.tokens.end - c.verb <= MOST_WORDS_TO_COLON
        and c.kind in INTRODUCING
        and is_asserted(doc[c.verb], c.kind)
    ]
    return inside[-1] if inside else None


def _items(
    doc: Doc, text: str, blocks: Sequence[Block], *, is_named: bool
) -> Iterator[tuple[int, int]]:
    """Yield the items of a list, or where there is none the paragraph of one who is named."""
    for place, block in enumerate(blocks):
        start, end = block_limits(doc, block)
        bullet = _BULLET.match(text, start, end)
        if _has_marks(text, start, end) or (bullet is None and (place or not is_named)):
            return
        if bullet is None:
            yield start, end
            return
        ending = _AFTER_ITEM.search(text, max(bullet.end(), end - LONGEST_ENDING), end)
        yield bullet.end(), end if ending is None else ending.start()
