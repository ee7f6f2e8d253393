"""The words for a speaker who is no actor of the document: "a spokesman", "two in three voters".

Such a speaker has no record, and nobody is held to what is said; but the text's own words for
the source are kept beside the statement.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphkit.nlp.annotations import TokenRange

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

NOUNS = frozenset({"NOUN", "PROPN"})
COUNTING = frozenset({"CD", "DT", "JJ", "JJS", "JJR", "NN", "NNS"})
"""Tags of words that stand for people without a noun: "one", "some", "many", "others"."""
THINGS = frozenset({"this", "that", "these", "those", "all", "both", "each", "either", "neither"})
"""Words that point to what was said before, and so to nobody."""
CLAUSES = frozenset({"relcl", "appos", "advcl", "cc", "conj"})
"""Labels of what says more about a source than who it is."""
MOST_WORDS = 10
"""A longer phrase is cut to the noun and what stands before it."""


def source_words(doc: Doc, sources: Sequence[int]) -> TokenRange | None:
    """Return the noun phrase of the first source that is one; None for pronouns and things."""
    for i in sources:
        if _names_source(doc[i]):
            return _phrase(doc[i])
    return None


def _names_source(head: Token) -> bool:
    if head.pos_ in NOUNS:
        return True
    if head.lower_ in THINGS or head.tag_ not in COUNTING:
        return False
    return head.text.isalpha()


def _phrase(head: Token) -> TokenRange:
    start, end = head.left_edge.i, head.i + 1
    for child in head.rights:
        if child.dep_ in CLAUSES or child.is_punct:
            break
        end = child.right_edge.i + 1
    if end - start > MOST_WORDS:
        end = head.i + 1
        start = max(start, end - MOST_WORDS)
    return TokenRange(max(start, head.sent.start), min(end, head.sent.end))
