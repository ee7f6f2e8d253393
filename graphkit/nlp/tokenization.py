"""Split texts into words; quotation marks are words, also where a page has lost its spaces."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, cast

from spacy.tokens import Doc
from spacy.util import compile_infix_regex

from graphkit.nlp.menus import teasers

if TYPE_CHECKING:
    from collections.abc import Iterator

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

LONGEST_RUN = 1000
"""Characters without white space. spaCy's tokenizer needs time with the square of them: a second
for 4,000 quotation marks in a row, an hour for 200,000. The longest web addresses are shorter."""
LONG_RUN = re.compile(rf"\S{{{LONGEST_RUN + 1},}}")


def tokenize(nlp: Language, text: str) -> Doc:
    """Return the words of `text`, for the pipes of `nlp` to run over."""
    pieces = [nlp.make_doc(piece) for piece in _pieces(text)]
    return pieces[0] if len(pieces) == 1 else Doc.from_docs(pieces, ensure_whitespace=False)


def _pieces(text: str) -> Iterator[str]:
    """Yield `text` in one piece, or cut within runs without white space that are too long.

    The links that glue the stories of a list together are cut off too ("Act.Read MoreMayor").
    """
    start = 0
    cuts = {
        cut
        for run in LONG_RUN.finditer(text)
        for cut in range(run.start() + LONGEST_RUN, run.end(), LONGEST_RUN)
    }
    for cut in sorted(cuts.union(*teasers(text)) - {0, len(text)}):
        yield text[start:cut]
        start = cut
    yield text[start:]


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
