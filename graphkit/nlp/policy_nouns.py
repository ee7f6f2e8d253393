"""The words of policies: head nouns of what one can be for or against, and words that tell little.

From `policy_nouns.tsv`, `generic_policy_words.tsv`, `no_policies.tsv`, `nominalizations.tsv` and
`transparent_nouns.tsv`.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from graphkit.nlp.lexicons import read_table
from graphkit.nlp.syntax import VERBS

if TYPE_CHECKING:
    from spacy.tokens import Token

KINDS = frozenset({"legislation", "rule", "plan", "decision", "money", "process", "right"})
ACROSS = frozenset({"yes", "no", "never"})
PARTS_OF_SPEECH = frozenset({"VERB", "NOUN"})
WITHIN = frozenset({"modifier", "noun", "none"})
"""What a word that does not tell policies apart is inside a document."""


@cache
def policy_nouns() -> dict[str, str]:
    """Return the kind of each head noun."""
    rows = read_table("policy_nouns.tsv", ("lemma", "kind", "example"))
    return {row.cell("lemma"): row.choice("kind", KINDS) for row in rows}


@cache
def pale_modifiers() -> frozenset[str]:
    """Return the modifiers that are no part of what a policy is."""
    return _generic_words()["modifier"]


@cache
def referring_nouns() -> frozenset[str]:
    """Return the nouns that can refer back to a policy of any kind."""
    return _generic_words()["noun"]


@cache
def generic_words() -> frozenset[str]:
    """Return the words that do not tell one policy from another."""
    return frozenset().union(*_generic_words().values())


@cache
def no_policies() -> frozenset[tuple[str, str]]:
    """Return the (lemma, VERB or NOUN) of words that name nothing to be for or against."""
    rows = read_table("no_policies.tsv", ("lemma", "pos", "example"))
    return frozenset((r.cell("lemma"), r.choice("pos", PARTS_OF_SPEECH)) for r in rows)


@cache
def nominalizations() -> dict[str, str]:
    """Return the verb of each noun of doing ("eviction": "evict")."""
    rows = read_table("nominalizations.tsv", ("noun", "verb", "example"))
    return {row.cell("noun"): row.cell("verb") for row in rows}


@cache
def transparent_nouns() -> frozenset[str]:
    """Return the nouns that name nothing of their own before "of" ("a version of the act")."""
    rows = read_table("transparent_nouns.tsv", ("noun", "example"))
    return frozenset(row.cell("noun") for row in rows)


def root_of(token: Token) -> str:
    """Return the lemma by which a word is compared: a noun of doing is its verb."""
    lemma = token.lemma_.lower()
    return lemma if token.pos_ in VERBS else nominalizations().get(lemma, lemma)


@cache
def _generic_words() -> dict[str, frozenset[str]]:
    """Return the words of `generic_policy_words.tsv` by what they are inside a document.

    The room that tells policies of several documents apart reads the column `across`.
    """
    rows = read_table("generic_policy_words.tsv", ("word", "across", "within", "example"))
    words: dict[str, set[str]] = {kind: set() for kind in WITHIN}
    for row in rows:
        row.choice("across", ACROSS)
        words[row.choice("within", WITHIN)].add(row.cell("word"))
    return {kind: frozenset(found) for kind, found in words.items()}


def is_policy_noun(token: Token) -> bool:
    """Tell whether `token` is a noun that heads the name of a policy."""
    return token.pos_ in {"NOUN", "PROPN"} and token.lemma_.lower() in policy_nouns()
