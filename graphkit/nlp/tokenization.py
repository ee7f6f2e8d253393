"""Split words at quotation marks, also where a page has lost the spaces around them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from spacy.util import compile_infix_regex

if TYPE_CHECKING:
    from spacy.language import Language

MARK_INFIXES = (
    r"[“”„«»\"]",
    r"[,;:?!](?=[“”\"])",
    r"(?<=[a-z.,;:?!])['’](?=[“”\"])",
    r"(?<=[“”\"])['‘’]",
)
"""A double mark is never part of a word ("the region,”said Ann Bee" is six words and a mark)."""
ABBREVIATIONS = ("Asst.", "Atty.", "Gens.", "Govs.", "Reps.", "Sens.", "Supt.")
"""Titles whose full stop ends no sentence and that the English defaults do not know."""


def keep_titles_whole(nlp: Language) -> None:
    """Make the tokenizer of `nlp` keep "Sens." and its like as one token."""
    tokenizer = cast("Any", nlp.tokenizer)  # spaCy declares it as a callable only
    for title in ABBREVIATIONS:
        tokenizer.add_special_case(title, [{"ORTH": title}])


def separate_marks(nlp: Language) -> None:
    """Make the tokenizer of `nlp` give every double quotation mark a token of its own."""
    infixes = [*(nlp.Defaults.infixes or ()), *MARK_INFIXES]
    tokenizer = cast("Any", nlp.tokenizer)  # spaCy declares it as a callable only
    tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
