"""Who is who: the ids that documents share, decided from names, offices and places."""

from __future__ import annotations

from graphkit.identity.offices import office_family, place_slug
from graphkit.identity.resolution import resolve_extraction

__all__ = ["office_family", "place_slug", "resolve_extraction"]
