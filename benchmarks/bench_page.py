"""Measure networks, layout and page at several sizes: python -m benchmarks.bench_page.

Times are the best of three, on an idle machine; `benchmarks/page.md` keeps them.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, TypeVar

from playwright.sync_api import sync_playwright

from graphkit.analysis import compute_layout, project_congruence
from graphkit.viz import render_page
from tests.analysis.examples import large_positions

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

SIZES = ((20, 4), (190, 10), (950, 50), (2850, 150))
ROUNDS = 3
CHROMIUM = "/usr/bin/chromium"

T = TypeVar("T")


def best(call: Callable[[], T]) -> tuple[float, T]:
    """Return the shortest time of three calls in seconds, and the last result."""
    times = []
    for _ in range(ROUNDS):
        start = perf_counter()
        result = call()
        times.append(perf_counter() - start)
    return min(times), result


def open_until_ready(page: Page, path: Path) -> None:
    """Load a page and wait until it says that it is drawn."""
    page.goto(path.as_uri())
    page.wait_for_selector('html[data-ready="true"]', timeout=60_000)


def measure(page: Page, folder: Path, size: tuple[int, int]) -> str:
    """Return one row of the table."""
    positions = large_positions(*size)
    congruence, network = best(lambda: project_congruence(positions))
    layout, places = best(lambda: compute_layout(positions))
    render, html = best(lambda: render_page(positions, layout=places))
    path = folder / f"{size[0]}.html"
    path.write_text(html, encoding="utf-8")
    ready, _ = best(lambda: open_until_ready(page, path))
    cells = (
        f"{sum(size):,}",
        f"{len(positions.stances):,}",
        f"{network.number_of_edges():,} in {congruence:.2f} s",
        f"{layout:.2f} s",
        f"{render:.2f} s",
        f"{len(html.encode('utf-8')) / 1e6:.1f} MB",
        f"{ready:.2f} s",
    )
    return f"| {' | '.join(cells)} |\n"


def main() -> None:
    """Print the table."""
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        for size in SIZES:
            sys.stdout.write(measure(page, Path(folder), size))
            sys.stdout.flush()
        browser.close()


if __name__ == "__main__":
    main()
