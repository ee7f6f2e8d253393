"""Which organization is meant: its name without decoration, abbreviations spelled out."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from graphkit.identity.offices import place_slug
from graphkit.identity.words import words_of
from graphkit.ids import ActorId
from graphkit.records import OrganizationKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graphkit.records import Organization

LEGAL_SUFFIXES = frozenset(
    {"co", "corp", "corporation", "inc", "incorporated", "llc", "llp", "ltd", "plc"}
)
SMALL_WORDS = frozenset({"a", "an", "and", "for", "in", "of", "on", "s", "the", "to"})
DEMOCRATS = frozenset({"democrat", "democrats", "democratic"})
MIN_ABBREVIATION = 2
TRAILING_ABBREVIATION = re.compile(r"\s*\([A-Z][A-Z.&]+\)\s*$")


def organization_ids(organizations: Iterable[Organization]) -> dict[ActorId, ActorId]:
    """Return the global id of each organization of one document, by the id it had there.

    An abbreviation stands for a full name where one organization of the document has both.
    """
    known = tuple(organizations)
    full_keys = _full_keys(known)
    result = {}
    for organization in known:
        key = own_id(organization)
        result[organization.id] = full_keys.get(key, key)
    return result


def own_id(organization: Organization) -> ActorId:
    """Return the id that an organization has by its own names alone."""
    name = full_name(organization)
    if organization.kind is OrganizationKind.GOVERNMENT:
        return ActorId(f"government/{place_slug(name)}")
    if organization.kind is OrganizationKind.PARTY:
        return ActorId(f"party/{_party_slug(name)}")
    return ActorId(f"organization/{_organization_slug(name)}")


def full_name(organization: Organization) -> str:
    """Return the name, or the longest alias that it abbreviates."""
    spelled = [a for a in organization.aliases if is_abbreviation(organization.name, a)]
    return min(spelled, key=lambda a: (-len(a), a), default=organization.name)


def is_abbreviation(short: str, full: str) -> bool:
    """Tell whether `short` is made of the initials of `full`, small words counted or not.

    >>> is_abbreviation("A.F.C.", "Alliance for Canals"), is_abbreviation("ACT", "Ann Cee Trust")
    (True, True)
    """
    letters = short.replace(".", "").replace("&", "")
    words = words_of(full)
    if len(letters) < MIN_ABBREVIATION or not letters.isupper() or len(words) < MIN_ABBREVIATION:
        return False
    initials = {
        "".join(word[0] for word in words),
        "".join(word[0] for word in words if word not in SMALL_WORDS),
        "".join(word[0] for word in words if word != "the"),
    }
    return letters.lower() in initials


def _full_keys(organizations: tuple[Organization, ...]) -> dict[ActorId, ActorId]:
    """Map the id that each abbreviation would have to that of its full name, if it is one."""
    meant: dict[ActorId, set[ActorId]] = defaultdict(set)
    for organization in organizations:
        full = full_name(organization)
        for alias in {organization.name, *organization.aliases} - {full}:
            if is_abbreviation(alias, full):
                short = ActorId(f"organization/{_organization_slug(alias)}")
                meant[short].add(own_id(organization))
    return {short: next(iter(keys)) for short, keys in meant.items() if len(keys) == 1}


def _organization_slug(name: str) -> str:
    words = list(words_of(TRAILING_ABBREVIATION.sub("", name) or name))
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    while len(words) > 1 and words[-1] in LEGAL_SUFFIXES:
        words = words[:-1]
    return "-".join(words)


def _party_slug(name: str) -> str:
    words = [word for word in words_of(name) if word not in {"party", "the"}]
    if len(words) == 1:
        return "democratic" if words[0] in DEMOCRATS else words[0].removesuffix("s")
    return "-".join(words) or "-".join(words_of(name))
