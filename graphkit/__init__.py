"""Build and analyse knowledge graphs of political positions."""

from __future__ import annotations

__version__ = "0.1.0"
