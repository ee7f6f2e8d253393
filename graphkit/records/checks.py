"""Checks that several records share."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graphkit.records.documents import Span


def check_confidence(value: float) -> None:
    """Raise ValueError unless `value` is in (0, 1]."""
    if not 0.0 < value <= 1.0:
        raise ValueError(f"confidence {value!r} is not in (0, 1]")


def check_mentions(identifier: str, mentions: tuple[Span, ...]) -> None:
    """Raise ValueError where the record `identifier` has no mention or evidence."""
    if not mentions:
        raise ValueError(f"{identifier}: no mention")
