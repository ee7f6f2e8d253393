"""Split a text into paragraphs before it is parsed, and tell what each is for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

from graphkit.nlp.annotations import Block, BlockKind, TokenRange, register_extensions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc


@Language.factory("gk_blocks", assigns=["doc._.gk_blocks", "token.is_sent_start"])
def make_blocks_component(nlp: Language, name: str) -> BlocksComponent:  # noqa: ARG001 - spaCy's signature
    """Build the component that must run before the parser."""
    register_extensions()
    return BlocksComponent()


class BlocksComponent:
    """Mark paragraphs, and start a sentence at each, so that no parse crosses a line break."""

    def __call__(self, doc: Doc) -> Doc:
        """Set `doc._.gk_blocks` and the sentence starts at paragraph starts."""
        blocks = tuple(find_blocks(doc))
        for block in blocks:
            doc[block.tokens.start].is_sent_start = True
        doc._.gk_blocks = blocks
        return doc


def find_blocks(doc: Doc) -> Iterator[Block]:
    """Yield the runs of tokens between line breaks, white space at both ends left out."""
    for tokens in _lines(doc):
        yield Block(tokens=tokens, kind=BlockKind.BODY)


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
