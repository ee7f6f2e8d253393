"""Split a text into paragraphs before it is parsed, and tell what each is for."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple, cast

import numpy as np
from spacy.language import Language

from graphkit.nlp.annotations import (
    Block,
    BlockKind,
    TokenRange,
    as_written,
    document_of,
    register_extensions,
)
from graphkit.nlp.credits import credit_ranges
from graphkit.nlp.lexicons import read_table
from graphkit.nlp.long_lines import cut_points

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

DASHES = frozenset({"–", "—", "--", "―"})
LONGEST_DATELINE = 12
"""Tokens before the dash of "PORT LENA, Maine (March 3) —"."""
BULLET = re.compile(r"\s*(?:[•⦁●▪*·–—-]\s|\(?\d{1,2}[.)]\s|\(?[a-z][.)]\s)")
CLOSED = re.compile(r"[.!?:;,…][\"”’')\]]*$")
LONGEST_HEADLINE = 30
"""Words."""
LONGEST_SUBHEAD = 14
"""Words of a headline between paragraphs."""
LONGEST_SIGNATURE = 12
"""Words of a line under a letter."""
SHORTEST_TITLE_WORD = 4
"""Letters: shorter words are small in title case too."""
TITLE_CASE_SHARE = 0.75
"""Share of longer words with a capital that makes a headline; running text has 0.1 to 0.3."""
LEADING_LINES = 3
"""Lines at the start that may be headline and subheads."""
CREDIT_SHARE = 0.8
"""Share of a paragraph that a credit fills when it is nothing else."""


@Language.factory("gk_blocks", assigns=["doc._.gk_blocks", "token.is_sent_start"])
def make_blocks_component(nlp: Language, name: str) -> BlocksComponent:  # noqa: ARG001 - spaCy's signature
    """Build the component that must run before the parser."""
    register_extensions()
    return BlocksComponent()


class BlocksComponent:
    """Mark paragraphs, and start a sentence at each, so that no parse crosses a line break.

    What follows a dateline is a sentence of its own too, or the place is parsed as its subject.
    Of a line that is longer than any sentence, some are started within.
    """

    def __call__(self, doc: Doc) -> Doc:
        """Set `doc._.gk_blocks` and the sentence starts that are known before parsing."""
        blocks = tuple(find_blocks(doc))
        starts = np.zeros((len(doc), 1), dtype="uint64")
        starts[[place for block in blocks for place in _starts(doc, block.tokens)]] = 1
        # All at once: each `token.is_sent_start = True` looks through the whole text.
        doc.from_array(["SENT_START"], cast("Any", starts))  # declared as a type of thinc
        doc._.gk_blocks = blocks
        return doc


def _starts(doc: Doc, tokens: TokenRange) -> Iterator[int]:
    yield tokens.start
    end = dateline_end(doc, tokens)
    if end is not None:
        yield end
    yield from cut_points(doc, tokens)


def dateline_end(doc: Doc, tokens: TokenRange) -> int | None:
    """Return the token after a dateline ("DAYTON, Ohio – "), None where a paragraph has none.

    Most of its words are in capitals, or it ends with a bracket ("DAYTON, Ohio (Reuters) -").
    """
    for i in range(tokens.start + 1, min(tokens.start + LONGEST_DATELINE, tokens.end - 1)):
        spaced = doc[i].text == "-" and bool(doc[i - 1].whitespace_)
        if doc[i].text in DASHES or spaced:
            words = [t for t in doc[tokens.start : i] if t.is_alpha]
            loud = sum(t.is_upper for t in words)
            return i + 1 if loud and (2 * loud >= len(words) or doc[i - 1].text == ")") else None
    return None


def find_blocks(doc: Doc) -> Iterator[Block]:
    """Yield the runs of tokens between line breaks, white space at both ends left out."""
    document = document_of(doc)
    title = (document.title if document else None) or ""
    reader = _KindReader(title.strip().casefold())
    for tokens in _lines(doc):
        yield Block(tokens=tokens, kind=reader.kind(as_written(doc, *tokens)))


class BlockMark(NamedTuple):
    """A row of `block_marks.tsv`."""

    text: str
    where: str
    kind: str

    def fits(self, line: str) -> bool:
        """Tell whether the mark stands in a line that is folded already."""
        if self.where == "whole":
            return line == self.text
        if self.where == "start":
            return line.startswith(self.text)
        if self.where == "end":
            return line.endswith(self.text)
        return self.text in line


class _KindReader:
    """Tells the kinds of the lines of one text, from first to last."""

    def __init__(self, title: str) -> None:
        self._title = title
        self._line = 0
        self._body_begun = False
        self._signing = False

    def kind(self, text: str) -> BlockKind:
        """Return the kind of the next line."""
        self._line += 1
        marked = self._marked(text)
        if marked is not None:
            return marked
        if self._signing and len(text.split()) <= LONGEST_SIGNATURE and not CLOSED.search(text):
            return BlockKind.SIGNATURE
        self._signing = False
        if BULLET.match(text):
            return BlockKind.LIST_ITEM
        if self._is_headline(text):
            return BlockKind.HEADLINE
        self._body_begun = True
        return BlockKind.BODY

    def _marked(self, text: str) -> BlockKind | None:
        folded = text.casefold().strip()
        mark = next((m for m in block_marks() if m.fits(folded)), None)
        if mark is not None and mark.kind == "closing":
            self._signing = True
            return BlockKind.BODY
        if mark is not None:
            return BlockKind(mark.kind)
        return _credited(text)

    def _is_headline(self, text: str) -> bool:
        words = text.split()
        if self._title and text.strip().casefold() == self._title:
            return True
        if len(words) > LONGEST_HEADLINE:
            return False
        if text.endswith(":"):
            return len(words) > 1 and is_title_case(text)
        if CLOSED.search(text):
            return False
        if not self._body_begun and self._line <= LEADING_LINES:
            return True
        return len(words) <= LONGEST_SUBHEAD and is_title_case(text)


def is_title_case(text: str) -> bool:
    """Tell whether nearly all longer words of a line have capitals.

    >>> is_title_case("Council Votes to Close the Old Mill")
    True
    >>> is_title_case("The council voted to close the Old Mill")
    False
    """
    words = [w for w in re.findall(r"[^\W\d_]+", text) if len(w) >= SHORTEST_TITLE_WORD]
    capitals = sum(1 for w in words if w[0].isupper())
    return bool(words) and capitals >= TITLE_CASE_SHARE * len(words)


def _credited(text: str) -> BlockKind | None:
    """Return what a line with a photographer's or reporter's name is."""
    ranges = credit_ranges(text)
    if not ranges:
        return None
    covered = {i for start, end in ranges for i in range(start, end)}
    if len(covered) >= CREDIT_SHARE * len(text):
        return BlockKind.BYLINE
    last = max(end for _, end in ranges)
    return BlockKind.CAPTION if len(text) - last <= len(").") else None


@cache
def block_marks() -> tuple[BlockMark, ...]:
    """Return the marks of `block_marks.tsv`."""
    places = frozenset({"start", "end", "whole", "anywhere"})
    kinds = frozenset({"byline", "caption", "boilerplate", "closing"})
    return tuple(
        BlockMark(row.cell("text"), row.choice("where", places), row.choice("kind", kinds))
        for row in read_table("block_marks.tsv", ("text", "where", "kind", "example"))
    )


def _lines(doc: Doc) -> Iterator[TokenRange]:
    start = 0
    for token in doc:
        if token.is_space and "\n" in token.text:
            yield from _trimmed(doc, start, token.i)
            start = token.i + 1
    yield from _trimmed(doc, start, len(doc))


def _trimmed(doc: Doc, start: int, end: int) -> Iterator[TokenRange]:
    while start < end and doc[start].is_space:
        start += 1
    while end > start and doc[end - 1].is_space:
        end -= 1
    if start < end:
        yield TokenRange(start, end)
