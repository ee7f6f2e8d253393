"""Split a text into paragraphs before it is parsed, and tell what each is for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import numpy as np
from spacy.language import Language

from graphkit.nlp.annotations import (
    Block,
    BlockKind,
    TokenRange,
    as_written,
    blocks_of,
    document_of,
    register_extensions,
    tokens_of_characters,
)
from graphkit.nlp.block_kinds import KindReader
from graphkit.nlp.datelines import dateline_end
from graphkit.nlp.long_lines import cut_points
from graphkit.nlp.menus import is_glued, menu_parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc


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


def find_blocks(doc: Doc) -> Iterator[Block]:
    """Yield the runs of tokens between line breaks, white space at both ends left out.

    A line that begins or ends with a menu glued together is parted from it.
    """
    document = document_of(doc)
    title = (document.title if document else None) or ""
    reader = KindReader(title.strip().casefold(), document.text if document else doc.text)
    for line in _lines(doc):
        for tokens in _parts(doc, line):
            yield Block(tokens=tokens, kind=reader.kind(as_written(doc, *tokens)))


def glued_tokens(doc: Doc) -> frozenset[int]:
    """Return the tokens in which words are glued together, where the page has lost its spaces."""
    menus = (b.tokens for b in blocks_of(doc) if b.kind is BlockKind.MENU)
    if not any(is_glued(t.text) for tokens in menus for t in doc[tokens.start : tokens.end]):
        return frozenset()
    return frozenset(t.i for t in doc if is_glued(t.text))


def _parts(doc: Doc, line: TokenRange) -> Iterator[TokenRange]:
    """Yield a line whole, or the menus that are glued to it and what stands between them."""
    start, first = line.start, doc[line.start].idx
    for begins, ends in menu_parts(as_written(doc, *line)):
        menu = tokens_of_characters(doc, first + begins, first + ends)
        if menu is None or menu.start < start:
            continue
        yield from _trimmed(doc, start, menu.start)
        yield menu
        start = menu.end
    yield from _trimmed(doc, start, line.end)


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
