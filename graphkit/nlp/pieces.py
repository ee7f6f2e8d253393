"""Parse long texts piece by piece, so that the memory for the networks does not grow with them.

The networks need four kilobytes and more for each word. Once that is more than the processor's
caches and the allocator hold ready, each word takes three times as long too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import numpy as np
from spacy.tokens import Doc

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from numpy.typing import NDArray

LONGEST_PIECE = 4096
"""Tokens that go through the networks at once. Of 1400 articles, releases and letters none has
more: they are parsed in one piece."""
GIVEN: list[int | str] = ["NORM", "SENT_START"]
"""What is known of a token before it is parsed, beside its letters."""
FOUND: list[int | str] = ["TAG", "POS", "MORPH", "LEMMA", "HEAD", "DEP", "ENT_IOB", "ENT_TYPE"]


def whole_sentences(starts: NDArray[np.bool_]) -> Iterator[tuple[int, int]]:
    """Yield the tokens in pieces that begin where a sentence starts, none longer than allowed.

    Only a sentence that is longer itself makes a longer piece.
    """
    start = 0
    borders = [*np.flatnonzero(starts[1:]) + 1, len(starts)]
    for border, following in zip(borders, [*borders[1:], None], strict=True):
        if following is None or following - start > LONGEST_PIECE:
            yield start, int(border)
            start = int(border)


def parse_in_pieces(doc: Doc, pipes: Iterable[Callable[[Doc], Doc]]) -> None:
    """Set what `pipes` find; each sees a piece at a time, cut where a sentence must start."""
    pipes = tuple(pipes)
    given = doc.to_array(GIVEN)
    found = []
    for start, end in whole_sentences(doc.to_array("SENT_START") == 1):
        tokens = doc[start:end]
        piece = Doc(
            doc.vocab,
            words=[token.text for token in tokens],
            spaces=[bool(token.whitespace_) for token in tokens],
        )
        piece.from_array(GIVEN, cast("Any", given[start:end]))  # declared as a type of thinc
        for pipe in pipes:
            piece = pipe(piece)
        found.append(piece.to_array(FOUND))
    doc.from_array(FOUND, cast("Any", np.concatenate(found)))
