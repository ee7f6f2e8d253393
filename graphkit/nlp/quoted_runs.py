"""Quotations in their place: the tokens inside the marks, and the sentence around them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from graphkit.nlp.annotations import TokenRange, blocks_of
from graphkit.nlp.quotation_marks import find_marked_runs

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from graphkit.nlp.annotations import Block
    from graphkit.nlp.marked_runs import MarkedRun

SENTENCE_ENDS = frozenset({".", "!", "?", "…"})
SENTENCE_OVER = re.compile(r"[.!?…][\"”’)\]]*[\s\xa0]*\Z")
"""The text before an opening mark, where a sentence ended just before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """A run in quotation marks with the tokens in and around it.

    Attributes:
        words: The text inside the marks.
        tokens: The tokens inside the marks.
        before: Those of the carrying sentence before the opening mark.
        after: Those of the carrying sentence behind the closing mark.
        block: Place of the paragraph.
        opens_block: Nothing stands before it in its paragraph.
        closes_block: Nothing stands behind it in its paragraph.
    """

    run: MarkedRun
    words: str
    tokens: TokenRange
    before: TokenRange
    after: TokenRange
    block: int
    opens_block: bool = False
    closes_block: bool = False


class TokenMap:
    """Finds tokens by character."""

    def __init__(self, doc: Doc) -> None:
        self._starts = [token.idx for token in doc]

    def inside(self, start: int, end: int) -> TokenRange:
        """Return the tokens that share a character with [start, end)."""
        first = max(0, bisect_right(self._starts, start) - 1)
        return TokenRange(first, max(first, bisect_left(self._starts, end)))

    def first_from(self, character: int) -> int:
        """Return the first token that starts at `character` or behind it."""
        return bisect_left(self._starts, character)


def find_quoted(doc: Doc, text: str) -> tuple[Quoted, ...]:
    """Return the quoted runs of `doc`, whose text is `text`, in order."""
    blocks = blocks_of(doc)
    ranges = [block_limits(doc, block) for block in blocks]
    runs = find_marked_runs(text, ranges)
    tokens = TokenMap(doc)
    found: list[Quoted] = []
    for place, run in enumerate(runs):
        earlier = runs[place - 1] if place and runs[place - 1].paragraph == run.paragraph else None
        later = runs[place + 1] if place + 1 < len(runs) else None
        if later is not None and later.paragraph != run.paragraph:
            later = None
        block = ranges[run.paragraph]
        left = block[0] if earlier is None else earlier.outer_end
        right = block[1] if later is None else later.outer_start
        found.append(_quoted(doc, text, run, (left, right), tokens))
    return tuple(_placed(q, text, ranges[q.block]) for q in found)


def block_limits(doc: Doc, block: Block) -> tuple[int, int]:
    """Return the first character of a paragraph, and the one after its last."""
    last = doc[block.tokens.end - 1]
    return doc[block.tokens.start].idx, last.idx + len(last)


def _quoted(
    doc: Doc, text: str, run: MarkedRun, around: tuple[int, int], tokens: TokenMap
) -> Quoted:
    """Return the run with the sentence around it, which ends at the next marks on both sides."""
    left, right = around
    first, last = tokens.first_from(left), tokens.first_from(run.outer_start)
    over = SENTENCE_OVER.search(text, left, run.outer_start)
    start = last if over else sentence_start(doc, first, last)
    after = tokens.first_from(run.outer_end)
    return Quoted(
        run=run,
        words=text[run.start : run.end],
        tokens=tokens.inside(run.start, run.end),
        before=TokenRange(min(start, last), last),
        after=TokenRange(after, _sentence_end(doc, after, tokens.first_from(right))),
        block=run.paragraph,
    )


def _placed(quoted: Quoted, text: str, block: tuple[int, int]) -> Quoted:
    return replace(
        quoted,
        opens_block=not text[block[0] : quoted.run.outer_start].strip(),
        closes_block=not text[quoted.run.outer_end : block[1]].strip(" .,;\xa0"),
    )


def sentence_start(doc: Doc, first: int, last: int) -> int:
    """Return the first token behind the last sentence end in [first, last)."""
    for i in range(last - 1, first - 1, -1):
        if doc[i].text in SENTENCE_ENDS or "\n" in doc[i].text:
            return i + 1
    return first


def _sentence_end(doc: Doc, start: int, end: int) -> int:
    for i in range(start, end):
        if (doc[i].text in SENTENCE_ENDS and i > start) or "\n" in doc[i].text:
            return i
    return end
