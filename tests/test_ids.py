"""Ids come from content: the same everywhere, and different for different things."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from graphkit.ids import (
    DocumentId,
    canonical_url,
    mint,
    mint_document_id,
    mint_office_id,
    mint_span_id,
    mint_stance_id,
    mint_text_cluster_id,
    slug,
    source_key,
    text_digest,
)

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
PARTS = st.lists(WORDS, max_size=4)
SPANS = st.tuples(st.integers(0, 10**6), st.integers(0, 10**6))
DOCUMENT = DocumentId("document/0123456789abcdef")

URLS = [
    pytest.param("https://example.org/a/", "https://example.org/a", id="trailing-slash"),
    pytest.param("HTTPS://EXAMPLE.org/A", "https://example.org/A", id="host-case-not-path-case"),
    pytest.param("https://example.org/a#b", "https://example.org/a", id="fragment"),
    pytest.param("https://example.org/a?utm_source=x", "https://example.org/a", id="tracking"),
    pytest.param("https://example.org/a?b=2&a=1", "https://example.org/a?a=1&b=2", id="order"),
    pytest.param("https://example.org/a?id=", "https://example.org/a?id=", id="blank-value-kept"),
    pytest.param(" https://example.org \n", "https://example.org", id="white-space"),
]

DIFFERENT_URLS = [
    pytest.param("https://example.org/a?id=1", "https://example.org/a?id=2", id="query"),
    pytest.param("https://example.org/a", "https://example.org/A", id="path-case"),
    pytest.param("https://example.org/a", "https://example.com/a", id="host"),
    pytest.param("https://example.org/a", "https://example.org:8443/a", id="port"),
]

SLUGS = [
    pytest.param("Kids Online Safety Act", "kids-online-safety-act", id="words"),
    pytest.param("O'Neil’s  “Bill” #3", "oneils-bill-3", id="marks"),
    pytest.param("Zoë Łem", "zoe-em", id="letters-without-ascii-are-left-out"),
    pytest.param("法案", "1c50bb3bf89980d9", id="nothing-left"),
]


def test_ids_do_not_change_between_versions() -> None:
    sha256 = text_digest("A bill.")

    assert (sha256[:16], mint_document_id("note.txt", sha256), mint_text_cluster_id(sha256)) == (
        "d807687d70beb367",
        "document/ed0432bec3b8aae3",
        "text/c33df946d971db6f",
    )


@pytest.mark.parametrize("seed", ["0", "1"])
def test_ids_do_not_depend_on_the_hash_seed(seed: str) -> None:
    code = "from graphkit.ids import mint; print(mint('stance', 'a', 'é'))"

    answer = subprocess.run(  # noqa: S603 - our own code in our own interpreter
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONHASHSEED": seed},
        capture_output=True,
        text=True,
        check=True,
    )

    assert answer.stdout.strip() == mint("stance", "a", "é")


@given(PARTS, PARTS)
def test_different_parts_have_different_ids(one: list[str], two: list[str]) -> None:
    assert (mint("x", *one) == mint("x", *two)) is (one == two)


@given(WORDS, PARTS)
def test_the_kind_belongs_to_the_digest(kind: str, parts: list[str]) -> None:
    assume(kind != "x")

    assert mint(kind, *parts).rpartition("/")[2] != mint("x", *parts).rpartition("/")[2]


@given(SPANS, SPANS)
def test_spans_have_ids_of_their_own(one: tuple[int, int], two: tuple[int, int]) -> None:
    ids = {mint_span_id("statement", DOCUMENT, *span) for span in (one, two)}

    assert len(ids) == len({one, two})


@given(SPANS, SPANS)
def test_a_stance_is_its_holder_its_target_and_its_polarity(
    holder: tuple[int, int], target: tuple[int, int]
) -> None:
    ids = {
        mint_stance_id(DOCUMENT, holder=a, target=b, polarity=polarity)
        for a, b in ((holder, target), (target, holder))
        for polarity in ("supports", "opposes")
    }

    assert len(ids) == 2 * len({(holder, target), (target, holder)})


@pytest.mark.parametrize(("url", "canonical"), URLS)
def test_addresses_of_one_page_are_one(url: str, canonical: str) -> None:
    assert canonical_url(url) == canonical


@pytest.mark.parametrize(("one", "two"), DIFFERENT_URLS)
def test_addresses_of_two_pages_stay_two(one: str, two: str) -> None:
    assert canonical_url(one) != canonical_url(two)


@given(
    st.lists(st.tuples(WORDS, WORDS), max_size=3),
    st.from_regex(r"[a-z/%A-Z0-9;:@!$'()*+,=~._-]{0,12}", fullmatch=True),
)
def test_a_canonical_address_is_its_own(query: list[tuple[str, str]], path: str) -> None:
    from urllib.parse import urlencode

    once = canonical_url(f"https://example.org/{path}?{urlencode(query)}")

    assert canonical_url(once) == once


@pytest.mark.parametrize(("text", "expected"), SLUGS)
def test_a_slug_is_ascii_words(text: str, expected: str) -> None:
    assert slug(text) == expected


@given(WORDS)
def test_a_slug_can_stand_in_an_address(text: str) -> None:
    assert set(slug(text)) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert slug(text)


KEYS = [
    pytest.param(
        "https://example.org/a/", "P", "T", date(2024, 5, 6), "https://example.org/a", id="url"
    ),
    pytest.param(None, "P", "T", date(2024, 5, 6), "P\nT\n2024-05-06", id="publisher-title-day"),
    pytest.param(None, None, "T", date(2024, 5, 6), "a/note.txt", id="no-publisher"),
    pytest.param(None, "P", None, date(2024, 5, 6), "a/note.txt", id="no-title"),
    pytest.param(None, "P", "T", None, "a/note.txt", id="no-day"),
]


@pytest.mark.parametrize(("url", "publisher", "title", "day", "key"), KEYS)
def test_the_source_is_the_best_that_is_known(
    url: str | None, publisher: str | None, title: str | None, day: date | None, key: str
) -> None:
    assert source_key(url=url, publisher=publisher, title=title, day=day, path="a/note.txt") == key


@given(st.text(), st.text())
def test_a_digest_tells_any_two_texts_apart(one: str, two: str) -> None:
    assert (text_digest(one) == text_digest(two)) is (one == two)


def test_one_title_in_three_jurisdictions_is_three_offices() -> None:
    places = ("Connecticut", "New Mexico", "United States", None)
    assert len({mint_office_id("Attorney General", place) for place in places}) == 4
    assert mint_office_id("Attorney General", "Ohio") == mint_office_id("Attorney General", "Ohio")
