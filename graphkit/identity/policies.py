"""Which policy is meant: its name without articles, number and punctuation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graphkit.identity.words import generic_policy_words, words_of
from graphkit.ids import PolicyId, mint

if TYPE_CHECKING:
    from graphkit.records import Policy

ARTICLES = frozenset({"a", "an", "the"})
HEAD_ENDS = frozenset(
    {"about", "against", "at", "by", "for", "from", "in", "of", "on", "over", "that", "to", "with"}
)
"""Words before which the head noun of a phrase stands: "cuts to …", "ban on …"."""
UNCHANGED_ENDINGS = ("ss", "us", "is")
MIN_PLURAL = 4
TRAILING_ABBREVIATION = re.compile(r"\s*\([A-Z][A-Za-z0-9.& -]*\)\s*$")


def policy_id(policy: Policy) -> PolicyId:
    """Return the global id of a policy; one that only its document can tell gets its place too.

    Aliases do not count: a bill number beside the name changes nothing.
    """
    words = policy_words(policy.name)
    key = f"policy/{'-'.join(words)}"
    if any(word not in generic_policy_words() | ARTICLES for word in words):
        return PolicyId(key)
    first = min(policy.mentions)
    place = mint("policy", first.document, str(first.start), str(first.end)).rpartition("/")[2]
    return PolicyId(f"{key}.{place}")


def policy_words(name: str) -> tuple[str, ...]:
    """Return the words of a policy's name by which it is compared.

    >>> policy_words("The Clean Rivers Act") == policy_words("clean rivers act")
    True
    >>> policy_words("the bans on fishing")
    ('ban', 'on', 'fishing')
    """
    words = [w for w in words_of(TRAILING_ABBREVIATION.sub("", name) or name) if w not in ARTICLES]
    if not words:
        return words_of(name)
    head = next((i for i, word in enumerate(words) if word in HEAD_ENDS and i), len(words)) - 1
    words[head] = _singular(words[head])
    return tuple(words)


def _singular(word: str) -> str:
    if len(word) < MIN_PLURAL or not word.endswith("s") or word.endswith(UNCHANGED_ENDINGS):
        return word
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    if word.endswith(("ches", "shes", "xes", "sses")):
        return word[:-2]
    return word[:-1]
