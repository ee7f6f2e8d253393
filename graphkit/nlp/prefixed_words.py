"""Keep "co-signed" and "re-introduced" in one piece: cut in three, they break their sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from spacy.language import Language

PREFIXED_WORD = re.compile(r"(?:co|re)-[a-z]+$", re.IGNORECASE)


def keep_prefixed_words(nlp: Language) -> None:
    """Make the tokenizer of `nlp` leave words with these prefixes in one piece."""
    tokenizer = cast("Any", nlp.tokenizer)  # spaCy declares it as a callable only
    tokenizer.token_match = PREFIXED_WORD.match
