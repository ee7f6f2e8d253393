"""Memory does not grow with the number of documents."""

from __future__ import annotations

from pathlib import Path

from graphkit.rdf import open_store
from tests.positions import document_about

PAGE_BYTES = 4096
WARM, MORE = 110, 220
"""Documents before the first and the second look; the store has flushed twice before the first."""
MAX_GROWTH_MB = 25.0
"""A store that keeps in memory what it has written grows by 45 MB over these documents."""


def _memory_mb() -> float:
    pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[1]
    return int(pages) * PAGE_BYTES / 1_000_000


def test_a_store_does_not_keep_what_it_has_written(tmp_path: Path) -> None:
    with open_store(tmp_path / "store", create=True) as store:
        for number in range(WARM):
            store.add(*document_about(f"Act No. {number}"))
        before = _memory_mb()
        for number in range(WARM, MORE):
            store.add(*document_about(f"Act No. {number}"))
        assert _memory_mb() - before < MAX_GROWTH_MB
