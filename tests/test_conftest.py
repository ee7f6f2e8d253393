"""The browser of the other tests does what they rely on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser


def test_the_browser_draws_a_page(page: Page) -> None:
    page.set_content("<main data-ready=true>Eleven counties</main>")

    assert page.locator("[data-ready=true]").inner_text() == "Eleven counties"


def test_the_browser_has_no_network(browser: Browser) -> None:
    context = browser.new_context(offline=True)
    tab = context.new_page()
    failed: list[str] = []
    tab.on("requestfailed", lambda request: failed.append(request.url))

    with tab.expect_event("requestfailed"):
        tab.set_content("<img src='https://example.org/a.png'>")
    context.close()

    assert failed == ["https://example.org/a.png"]
