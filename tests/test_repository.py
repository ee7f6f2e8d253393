"""What holds for every file of the repository."""

from __future__ import annotations

import itertools
import re
import subprocess
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.conftest import ROOT

# In parts, so that this file holds no address itself and is searched like any other.
HOSTS = tuple(
    ".".join(parts)
    for parts in (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("npmjs", "org"),
        ("npmjs", "com"),
        ("yarnpkg", "com"),
        ("conda", "anaconda", "org"),
    )
)
REGISTRY = re.compile(
    r"(?<![\w-])--(?:extra-)?(?:index-url|find-links)|"
    r"^\s*(?:extra-)?(?:index-url|find-links|trusted-host)\s*=|"
    r"https?://[^\s\"'<>]*/simple(?:/|\s|$)|"
    rf"https?://[^\s\"'<>/]*(?:{'|'.join(map(re.escape, HOSTS))})",
    re.IGNORECASE | re.MULTILINE,
)
TEXT_LIMIT = 5_000_000
PIN = re.compile(r"([a-z0-9][a-z0-9-]*)==([\w.!+]+)(?: ; [^\\]+)? \\")
HASH = re.compile(r"    --hash=sha256:[0-9a-f]{64}(?: \\)?")
UNWANTED = {"torch", "triton", "cupy", "tensorflow"}
"""Gigabytes that nothing here needs."""


def tracked_files() -> list[str]:
    """Return the paths of all files under version control."""
    # The tree may belong to another user, as in a container; we only read the list.
    answer = subprocess.run(
        ["git", "-c", "safe.directory=*", "ls-files", "-z"],  # noqa: S607 - the user's own git
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return [name for name in answer.stdout.split("\0") if (ROOT / name).is_file()]


def pins_of(lock: str) -> dict[str, str]:
    """Return name and version of everything in a lock file."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    return {m[1]: m[2] for line in text.splitlines() if (m := PIN.fullmatch(line))}


def requirements(*extras: str) -> list[Requirement]:
    """Return what pyproject.toml asks for, with these extras and for the build."""
    content = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    project = content["project"]
    lines = [*content["build-system"]["requires"], *project["dependencies"]]
    for extra in extras:
        lines += project["optional-dependencies"][extra]
    return [Requirement(line) for line in lines]


def test_no_address_of_a_package_registry_stands_in_any_file() -> None:
    found = [
        f"{name}: {match[0]}"
        for name in tracked_files()
        if (ROOT / name).stat().st_size < TEXT_LIMIT
        for match in REGISTRY.finditer((ROOT / name).read_text(encoding="utf-8", errors="replace"))
    ]

    assert found == []


REGISTRY_CASES = [
    pytest.param("pip install --" + "extra-index-url https://a.example/b", True, id="option"),
    pytest.param("index-url" + " = https://a.example/b", True, id="setting"),
    pytest.param("see https://" + HOSTS[0] + "/project/x", True, id="host"),
    pytest.param("https://mirror.example/" + "simple/x", True, id="mirror"),
    pytest.param("pip-compile --no-emit-index-url", False, id="the-option-that-leaves-it-out"),
    pytest.param("https://example.org/simple-majority", False, id="a-longer-word"),
    pytest.param("https://example.org/a/bill", False, id="another-address"),
]


@pytest.mark.parametrize(("text", "expected"), REGISTRY_CASES)
def test_the_pattern_knows_an_address_of_a_registry(text: str, expected: bool) -> None:  # noqa: FBT001 - a table's column
    assert bool(REGISTRY.search(text)) is expected


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_a_lock_file_holds_pins_with_hashes_and_nothing_else(lock: str) -> None:
    lines = (ROOT / lock).read_text(encoding="utf-8").splitlines()
    content = [x for x in lines if x.strip() and not x.lstrip().startswith("#")]
    follows = [
        HASH.fullmatch(after) for x, after in itertools.pairwise(content) if PIN.fullmatch(x)
    ]

    assert [x for x in content if not PIN.fullmatch(x) and not HASH.fullmatch(x)] == []
    assert None not in follows
    assert len(follows) == len(pins_of(lock)) > 0
    assert UNWANTED & set(pins_of(lock)) == set()


@pytest.mark.parametrize(
    ("lock", "extras"),
    [("requirements.lock", ()), ("requirements-dev.lock", ("dev", "notebooks"))],
)
def test_a_lock_file_has_what_the_project_asks_for(lock: str, extras: tuple[str, ...]) -> None:
    locked = pins_of(lock)
    asked = {canonicalize_name(r.name): r.specifier for r in requirements(*extras)}

    assert [n for n, wanted in asked.items() if not wanted.contains(locked.get(n, "0"))] == []


def test_tests_run_on_what_the_demo_installs() -> None:
    core = pins_of("requirements.lock")
    dev = pins_of("requirements-dev.lock")

    assert {name: dev.get(name) for name in core} == core
