"""Policies that may be one, and what people decided of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graphkit.ids import TargetId


class PairReason(StrEnum):
    """Why two policies may be one."""

    ABBREVIATION = "abbreviation"
    """A document explains the name of one as short for that of the other."""
    NUMBER = "number"
    """A document tells the number of one beside the name of the other."""
    MEANING = "meaning"
    """Their names lie close together as sentence embeddings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownPolicy:
    """A policy over all documents, or an organization that may be the short name of one.

    Attributes:
        names: Sorted; `name` is among them.
        numbers: The ids that its numbers have where they stand alone.
        is_target: A document tells a stance on it, or of an action about it.
        quote: Words around its first mention in the first document.
        source: That document: a URL, or the path of a file.
    """

    id: TargetId
    name: str
    names: tuple[str, ...]
    numbers: frozenset[str] = frozenset()
    negates: TargetId | None = None
    is_target: bool = False
    quote: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyPair:
    """Two policies that may be one; the first is the one whose id would stay.

    Attributes:
        similarity: Cosine of their names in [-1, 1], where it is the reason; else None.
    """

    first: KnownPolicy
    second: KnownPolicy
    reason: PairReason
    similarity: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyJudgement:
    """What a person decided of two policies; where they are one, `policy` is its id."""

    policy: TargetId
    other: TargetId
    is_same: bool

    def __post_init__(self) -> None:
        if self.policy == self.other:
            raise ValueError(f"{self.policy} is judged beside itself; name two policies")
