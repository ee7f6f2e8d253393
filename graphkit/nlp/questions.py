"""Tell what is only asked: a question takes no side, be it the writer's or inside a quotation."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from graphkit.nlp.quotation_marks import OPENING, STRAIGHT

if TYPE_CHECKING:
    from spacy.tokens import Token

ENDS = frozenset({".", "!", "?"})
REACH = 80
"""Tokens from a word to the mark that ends its sentence; longer ones are not read as questions."""
MOST_ABOVE = 8
"""Words above a word among which a clause that is taken for granted is looked for."""
TOLD = frozenset({"acl", "relcl"})
"""Clauses that a question takes for granted: "Will the board that backs the fee meet?"."""
OPENS = OPENING | STRAIGHT | {"``"}


def is_asked(token: Token) -> bool:
    """Tell whether the clause of a word is a question.

    A quotation that opens behind the word is no part of it: 'Bee opposes it and asked, “Why?”'.
    """
    sentence = token.sent
    for word in token.doc[token.i : min(sentence.end, token.i + REACH)]:
        if word.text in OPENS:
            return False
        if word.text in ENDS or word.text == "?!":
            return word.text not in {".", "!"} and not _is_told(token)
    return False


def _is_told(token: Token) -> bool:
    return any(t.dep_ in TOLD for t in (token, *islice(token.ancestors, MOST_ABOVE)))
