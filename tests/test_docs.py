"""The documentation says what is there."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from graphkit.io import MAX_BYTES, MAX_CHARACTERS, annotation_from_json
from graphkit.io.sources import HTML_SUFFIXES, TEXT_SUFFIXES
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

DOCS = sorted((ROOT / "docs").glob("*.md"))
LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)")


@pytest.mark.parametrize("page", DOCS, ids=lambda p: p.name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    links = LINK.findall(page.read_text(encoding="utf-8"))

    assert [link for link in links if not (page.parent / link).exists()] == []


def test_the_limits_of_reading_are_those_of_the_code() -> None:
    page = (ROOT / "docs" / "input.md").read_text(encoding="utf-8")

    missing = [
        word
        for word in (
            f"{MAX_BYTES // 1_000_000} MB",
            f"{MAX_CHARACTERS:,} characters",
            *sorted(f"`{s}`" for s in TEXT_SUFFIXES | HTML_SUFFIXES),
        )
        if word not in page
    ]
    assert missing == []


def test_the_annotated_example_can_be_read() -> None:
    page = (ROOT / "docs" / "evaluation.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```json\n(.*?)```", page, re.DOTALL)

    annotation = annotation_from_json(json.loads(example), where="docs/evaluation.md")

    assert [stance.optional for stance in annotation.stances] == [False, True]
