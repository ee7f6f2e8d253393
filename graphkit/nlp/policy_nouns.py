"""The head nouns of what one can be for or against, from `policy_nouns.tsv`."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from graphkit.nlp.lexicons import read_table

if TYPE_CHECKING:
    from spacy.tokens import Token

KINDS = frozenset({"legislation", "rule", "plan", "decision", "money", "process", "right"})


@cache
def policy_nouns() -> dict[str, str]:
    """Return the kind of each head noun."""
    rows = read_table("policy_nouns.tsv", ("lemma", "kind", "example"))
    return {row.cell("lemma"): row.choice("kind", KINDS) for row in rows}


def is_policy_noun(token: Token) -> bool:
    """Tell whether `token` is a noun that heads the name of a policy."""
    return token.pos_ in {"NOUN", "PROPN"} and token.lemma_.lower() in policy_nouns()
