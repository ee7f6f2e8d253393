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


DASHES = frozenset({"–", "—", "--", "―"})
LONGEST_DATELINE = 12
"""Tokens before the dash of "PORT LENA, Maine (March 3) —"."""


class BlocksComponent:
    """Mark paragraphs, and start a sentence at each, so that no parse crosses a line break.

    What follows a dateline is a sentence of its own too, or the place is parsed as its subject.
    """

    def __call__(self, doc: Doc) -> Doc:
        """Set `doc._.gk_blocks` and the sentence starts at paragraph starts."""
        blocks = tuple(find_blocks(doc))
        for block in blocks:
            doc[block.tokens.start].is_sent_start = True
            end = dateline_end(doc, block.tokens)
            if end is not None:
                doc[end].is_sent_start = True
        doc._.gk_blocks = blocks
        return doc


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
