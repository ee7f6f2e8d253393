"""Which policy is meant: its name without articles, number and punctuation."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from graphkit.identity.bill_numbers import bill_key, place_of_number
from graphkit.identity.words import (
    generic_policy_words,
    read_rows,
    singular,
    telling_never,
    words_of,
)
from graphkit.ids import PolicyId, mint

if TYPE_CHECKING:
    from datetime import date

    from graphkit.records import Policy

ARTICLES = frozenset({"a", "an", "the"})
HEAD_ENDS = frozenset(
    {"about", "against", "at", "by", "for", "from", "in", "of", "on", "over", "that", "to", "with"}
)
"""Words before which the head noun of a phrase stands: "cuts to …", "ban on …"."""
TRAILING_ABBREVIATION = re.compile(r"\s*\([A-Z][A-Za-z0-9.& -]*\)\s*$")
INNER_ABBREVIATION = re.compile(r"\s*\([A-Z][A-Z&-]*[A-Z]\)")
ABBREVIATION = re.compile(r"[A-Z][A-Z&]+")
PROGRAMS = frozenset({"initiative", "policy", "program", "programme"})
"""Nouns that may stand behind an abbreviation or not ("the HDR program")."""
GERUND = "ing"


def policy_id(policy: Policy, *, day: date | None = None) -> PolicyId:
    """Return the global id of a policy; one that only its document can tell gets its place too.

    Aliases do not count: a bill number beside the name changes nothing.

    Args:
        policy: The policy.
        day: The day of the document, which tells of which congress a bill is.
    """
    number = bill_key(policy.name)
    if number is not None:
        place = place_of_number(number, day)
        key = f"policy/{number.key}"
        return (
            _of_document(policy, key)
            if place is None
            else PolicyId(".".join(filter(None, (key, place))))
        )
    key = f"policy/{'-'.join(policy_words(policy.name))}"
    return _of_document(policy, key) if tells_nothing(policy.name) else PolicyId(key)


def tells_nothing(name: str) -> bool:
    """Tell whether only its document can tell what a name means ("the governor's new plan")."""
    return all(word in generic_policy_words() | ARTICLES for word in policy_words(name))


def _of_document(policy: Policy, key: str) -> PolicyId:
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
    plain = INNER_ABBREVIATION.sub("", TRAILING_ABBREVIATION.sub("", name)) or name
    # in small letters only: the "Whole Child Act" is no act on children
    telling = [word for word in plain.split() if word not in telling_never()]
    if any(word.lower() not in ARTICLES for word in telling):
        plain = " ".join(telling)
    words = [w for w in words_of(plain) if w not in ARTICLES]
    if not words:
        return words_of(name)
    match words:
        case [first, "of", _, *_] if first in _transparent_nouns():
            words = words[2:]
        case [short, noun] if noun in PROGRAMS and ABBREVIATION.match(plain.split()[0]):
            words = [short]
    words = _as_noun_of_doing(words)
    head = next((i for i, word in enumerate(words) if word in HEAD_ENDS and i), len(words)) - 1
    words[head] = singular(words[head])
    return tuple(words)


def _as_noun_of_doing(words: list[str]) -> list[str]:
    """Return "tenant eviction" for "evicting tenants" and for "eviction of tenants"."""
    first, *rest = words
    noun = _gerunds().get(first)
    if singular(first) in _nouns_of_doing() and rest[:1] == ["of"]:
        noun, rest = singular(first), rest[1:]
    if noun is None or not rest or any(word in HEAD_ENDS for word in rest):
        return words
    return [*rest[:-1], singular(rest[-1]), noun]


@cache
def _nouns_of_doing() -> dict[str, str]:
    rows = read_rows("nominalizations.tsv", ("noun", "verb", "example"))
    return {noun: verb for noun, verb, _ in rows}


@cache
def _gerunds() -> dict[str, str]:
    """Return the noun of doing of each gerund, in both spellings ("canceling", "cancelling")."""
    found: dict[str, str] = {}
    for noun, verb in _nouns_of_doing().items():
        stem = verb.removesuffix("e")
        found[stem + GERUND] = noun
        found[verb + verb[-1] + GERUND] = noun
    return {gerund: noun for gerund, noun in found.items() if gerund not in _nouns_of_doing()}


@cache
def _transparent_nouns() -> frozenset[str]:
    rows = read_rows("transparent_nouns.tsv", ("noun", "example"))
    return frozenset(noun for noun, _ in rows)
