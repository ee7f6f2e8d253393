"""What several tests share: the language, the documents beside the project, a browser."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator

    from playwright.sync_api import Browser, Page
    from spacy.language import Language

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
NOBODY = 65534
IN_CI = os.environ.get("CI") in {"1", "true"}
CHROMIUM_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
)

# Machines are shared and slow at times: a law is not broken by a late answer. In CI the examples
# are the same each time, so that a red run can be had again.
settings.register_profile("graphkit", deadline=None, derandomize=IN_CI)
settings.load_profile("graphkit")


@pytest.fixture(scope="session")
def root() -> Path:
    """The top of the checkout."""
    return ROOT


@pytest.fixture
def as_nobody() -> Iterator[Callable[[], None]]:
    """A function that gives up root's right to read everything, until the test ends."""
    user = os.geteuid()
    yield lambda: os.seteuid(user or NOBODY)
    os.seteuid(user)


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The English pipeline with our components, loaded once."""
    from graphkit.nlp import load_language

    return load_language()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real documents beside the project."""
    if not SHARED.is_dir():
        pytest.skip(f"{SHARED} is not there: its real documents are not read")
    return SHARED


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Fail, in CI, each browser test that was skipped: nobody reads the skips of a green run."""
    report = yield
    needs_browser = "browser" in item.keywords or "chromium" in getattr(item, "fixturenames", ())
    if report.skipped and IN_CI and needs_browser:
        report.outcome = "failed"
        report.longrepr = f"in CI no browser test may be skipped: {report.longrepr}"
    return report


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of Debian's Chromium; where it is missing the test is skipped, but not in CI."""
    found = shutil.which("chromium")
    if found is None:
        pytest.skip("browser tests are skipped: chromium is missing (apt-get install chromium)")
    return found


# Module, not session: Playwright's event loop must not outlive the tests that need it, for
# notebooks run one of their own.
@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    """A headless Chromium."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(
            executable_path=chromium, args=list(CHROMIUM_ARGUMENTS)
        )
        yield launched
        launched.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A tab without network; the test fails if the console shows an error or a request leaves."""
    faults: list[str] = []
    context = browser.new_context(offline=True)
    tab = context.new_page()
    tab.on("pageerror", lambda error: faults.append(f"page error: {error}"))
    tab.on(
        "console",
        lambda said: faults.append(f"console: {said.text}") if said.type == "error" else None,
    )
    tab.on(
        "request",
        lambda sent: (
            faults.append(f"request: {sent.url}")
            if sent.url.startswith(("http:", "https:", "ws:", "wss:"))
            else None
        ),
    )
    yield tab
    context.close()
    assert faults == []


@pytest.fixture(scope="session")
def wheel_environment(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `bin` of an empty environment with the wheel and the locked dependencies in it."""
    folder = tmp_path_factory.mktemp("wheel")
    python = folder / "environment" / "bin" / "python"
    # The real interpreter, for an environment made from an environment would see through it.
    base = Path(sys.base_prefix) / "bin" / f"python3.{sys.version_info.minor}"
    pip = ["-m", "pip", "--disable-pip-version-check", "--quiet"]
    build = ["wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder), str(ROOT)]
    locked = ["install", "--require-hashes", "--only-binary", ":all:", "--requirement"]
    for command in (
        [sys.executable, *pip, *build],
        [str(base), "-m", "venv", str(python.parents[1])],
        [str(python), *pip, *locked, str(ROOT / "requirements.lock")],
    ):
        subprocess.run(command, cwd=folder, check=True)  # noqa: S603 - pip and venv
    (wheel,) = folder.glob("*.whl")
    subprocess.run(  # noqa: S603 - pip
        [str(python), *pip, "install", "--no-deps", "--no-index", str(wheel)],
        cwd=folder,
        check=True,
    )
    return python.parent
