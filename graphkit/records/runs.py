"""What runs did to a store, and what it holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from graphkit.ids import DocumentId, StanceId


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One run of graphkit over documents: what made the stances of the graph.

    Attributes:
        version: The version of graphkit.
        settings: Names and values of what can be set, sorted by name.
        started: When it began, with a time zone; None leaves the time out of the history.
    """

    version: str
    settings: tuple[tuple[str, str], ...] = ()
    started: datetime | None = None

    def __post_init__(self) -> None:
        if self.started is not None and self.started.tzinfo is None:
            raise ValueError(f"run: {self.started} has no time zone")


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What adding a document changed: stances that are new, and those that are gone."""

    document: DocumentId
    added: tuple[StanceId, ...] = ()
    withdrawn: tuple[StanceId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How much a store holds; withdrawn stances and replaced documents are not counted."""

    documents: int = 0
    people: int = 0
    organizations: int = 0
    groups: int = 0
    policies: int = 0
    actions: int = 0
    statements: int = 0
    stances: int = 0
