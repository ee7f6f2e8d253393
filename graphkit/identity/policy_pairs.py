"""Which policies of different documents may be one, for people to decide.

Nothing is merged here. Two policies are a pair where a document says so in its own words, by an
abbreviation or a number, or where somebody measured that their names mean much the same. What
cannot be one is left out: another number or year, two proper names, the end of the other.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from graphkit.identity.bill_numbers import bill_key, place_of_number
from graphkit.identity.organizations import is_abbreviation
from graphkit.identity.policies import HEAD_ENDS, policy_words, tells_nothing
from graphkit.identity.words import read_rows, singular
from graphkit.ids import TargetId
from graphkit.records import KnownPolicy, PairReason, PolicyPair

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from graphkit.records import Organization, Policy

IN_BRACKETS = re.compile(r"\(([A-Z][A-Z&-]*[A-Z])\)")
SHORT = re.compile(r"[A-Z][A-Z&.-]*[A-Z]\.?")
NUMBER = re.compile(r"\d+")
PROPER = re.compile(r"[A-Z]\S*(?: (?:[A-Z]\S*|of|for|and|the|on|in|to|\d+))+")
NAMED_KINDS = frozenset({"act", "amendment", "bill", "initiative", "law", "resolution", "rule"})


def known_policy(
    policy: Policy, *, day: date | None, quote: str, source: str, is_target: bool = True
) -> KnownPolicy:
    """Return a policy of one document, resolved, as it is compared with those of others."""
    names = tuple(sorted({policy.name, *policy.aliases}))
    keys = filter(None, map(bill_key, names))
    return KnownPolicy(
        id=TargetId(policy.id),
        name=policy.name,
        names=names,
        numbers=frozenset(
            ".".join(filter(None, (f"policy/{key.key}", place_of_number(key, day)))) for key in keys
        ),
        negates=None if policy.negates is None else TargetId(policy.negates),
        is_target=is_target,
        quote=quote,
        source=source,
    )


def known_short_name(organization: Organization, *, quote: str, source: str) -> KnownPolicy | None:
    """Return an organization by its abbreviation alone, which may be that of a policy."""
    names = (organization.name, *organization.aliases)
    if not all(map(SHORT.fullmatch, names)):
        return None
    return KnownPolicy(
        id=TargetId(organization.id),
        name=organization.name,
        names=tuple(sorted(set(names))),
        is_target=True,
        quote=quote,
        source=source,
    )


def united(known: Iterable[KnownPolicy]) -> tuple[KnownPolicy, ...]:
    """Return each policy once, sorted by id, with the names that all documents give it.

    A policy whose name tells nothing ("the bill") is left out: only its document can tell it.
    """
    groups: dict[TargetId, list[KnownPolicy]] = defaultdict(list)
    for policy in known:
        if policy.numbers or not tells_nothing(policy.name):
            groups[policy.id].append(policy)
    return tuple(_united(groups[i]) for i in sorted(groups))


def _united(same: list[KnownPolicy]) -> KnownPolicy:
    first = min(same, key=lambda p: (p.source, p.quote))
    return KnownPolicy(
        id=first.id,
        name=first.name,
        names=tuple(sorted({name for p in same for name in p.names})),
        numbers=frozenset(number for p in same for number in p.numbers),
        negates=min((p.negates for p in same if p.negates is not None), default=None),
        is_target=any(p.is_target for p in same),
        quote=first.quote,
        source=first.source,
    )


def explained_pairs(known: Iterable[KnownPolicy]) -> Iterator[PolicyPair]:
    """Yield the policies that some document calls by the short name or number of another.

    The one with the full name comes first, as the document has it that explains it.

    Args:
        known: As each document has them, not `united`.
    """
    policies = tuple(known)
    yield from _pairs(
        policies, _own_short_names, _explained_short_names, reason=PairReason.ABBREVIATION
    )
    yield from _pairs(policies, _bare_numbers, _told_numbers, reason=PairReason.NUMBER)


def _pairs(
    policies: tuple[KnownPolicy, ...],
    own: Callable[[KnownPolicy], Iterable[str]],
    explained: Callable[[KnownPolicy], Iterable[str]],
    *,
    reason: PairReason,
) -> Iterator[PolicyPair]:
    """Yield each policy with those that have nothing but a key which it explains."""
    bare: dict[str, dict[TargetId, KnownPolicy]] = defaultdict(dict)
    for policy in policies:
        for key in own(policy):
            bare[key].setdefault(policy.id, policy)
    seen: set[tuple[TargetId, str]] = set()
    for policy in policies:
        for key in sorted(explained(policy)):
            if (policy.id, key) in seen:
                continue
            seen.add((policy.id, key))
            for other in bare[key].values():
                if other.id != policy.id:
                    yield PolicyPair(first=policy, second=other, reason=reason)


def _bare_numbers(policy: KnownPolicy) -> frozenset[str]:
    return policy.numbers if all(map(bill_key, policy.names)) else frozenset()


def _told_numbers(policy: KnownPolicy) -> frozenset[str]:
    return frozenset() if all(map(bill_key, policy.names)) else policy.numbers


def _own_short_names(policy: KnownPolicy) -> set[str]:
    """Return the short names of a policy that no document spells out ("TCA", "HDR program")."""
    if _explained_short_names(policy):
        return set()
    firsts = {name.split()[0] for name in policy.names if len(policy_words(name)) == 1}
    return {_plain(first) for first in firsts if SHORT.fullmatch(first)}


def _explained_short_names(policy: KnownPolicy) -> set[str]:
    """Return the short names that stand beside the full one: in brackets, or as another name."""
    found = {_plain(short) for name in policy.names for short in IN_BRACKETS.findall(name)}
    shorts = [name for name in policy.names if SHORT.fullmatch(name)]
    full = [name for name in policy.names if name not in shorts]
    return found | {_plain(s) for s in shorts if any(is_abbreviation(s, name) for name in full)}


def _plain(short: str) -> str:
    return re.sub(r"[^A-Z]", "", short)


def may_be_one(first: KnownPolicy, second: KnownPolicy) -> bool:
    """Tell whether nothing speaks against it that two policies are one.

    Two that differ in a number or a year, or by "the repeal of", are not; nor are two with proper
    names of their own, such as the acts on canals and on rivers.
    """
    if first.id == second.id or first.id == second.negates or second.id == first.negates:
        return False
    one, other = first.name, second.name
    if set(NUMBER.findall(one)) != set(NUMBER.findall(other)):
        return False
    if _is_proper(one) and _is_proper(other):
        return False
    return not (_is_end_of(one, other) or _is_end_of(other, one))


def _is_proper(name: str) -> bool:
    words = policy_words(name)
    return PROPER.fullmatch(name) is not None and bool(NAMED_KINDS & set(words))


def _is_end_of(one: str, other: str) -> bool:
    """Tell whether a name is another one and a word for its end ("repeal of the rent cap")."""
    words, others = (
        {singular(word) for word in policy_words(name)} - HEAD_ENDS for name in (one, other)
    )
    return words > others and words - others <= _inverting_nouns()


@cache
def _inverting_nouns() -> frozenset[str]:
    rows = read_rows("inverters.tsv", ("lemma", "pos", "effect", "example"))
    return frozenset(
        lemma for lemma, pos, effect, _ in rows if (pos, effect) == ("NOUN", "inverts")
    )
