"""Who is who: the ids that documents share, decided from names, offices and places."""

from __future__ import annotations

from graphkit.identity.offices import office_family, place_slug
from graphkit.identity.policy_judgements import apply_judgements, canonical_policies
from graphkit.identity.policy_pairs import (
    explained_pairs,
    known_policy,
    known_short_name,
    may_be_one,
    united,
)
from graphkit.identity.resolution import resolve_extraction

__all__ = [
    "apply_judgements",
    "canonical_policies",
    "explained_pairs",
    "known_policy",
    "known_short_name",
    "may_be_one",
    "office_family",
    "place_slug",
    "resolve_extraction",
    "united",
]
