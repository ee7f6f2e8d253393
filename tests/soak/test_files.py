"""Random bytes in files: each is a document or a fault, none an exception."""

from __future__ import annotations

import random
import warnings
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from graphkit.ids import text_digest
from graphkit.io import MAX_CHARACTERS, ReadFault, read_documents
from tests.soak.amounts import amount, batches
from tests.soak.texts import HOSTILE, excerpt, trial

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from graphkit.records import Document

pytestmark = pytest.mark.slow

TRIALS = amount(5_000, otherwise=400)
BATCH = 100
ENDINGS = (".txt", ".txt", ".text", ".html", ".htm", ".xhtml")
TAGS = (
    *("<p>", "</p>", "<html>", "<body>", "<article>", "</article>", "<script>", "<!--", "-->"),
    *("<meta charset='big5'>", "<title>", "<![CDATA[", "]]>", "<table><tr>", "&#0;", "&#xD800;"),
    *("&amp", "<time datetime='9999-99-99'>", "<a href='//x'>", "<svg>", "<?xml version='1.0'?>"),
    *("<h1>", "<base href='http://['>", '<script type="application/ld+json">{"datePublished":['),
)
JSON = (
    *("{", "}", "[", "]", '"title"', '"url"', '"date"', '"publisher"', ":", ",", "null", "1e999"),
    *('"2020-02-30"', '"http://[::1"', '"\\ud800"', '"https://example.org/ä?b=c#d"', "NaN"),
    *('"2026-03-01"', "\ufeff", "[" * 3000, f'"{"x" * 5000}"', *(f'"{h}"' for h in HOSTILE[:3])),
)


def noise(rng: random.Random) -> bytes:
    """Return any bytes."""
    return rng.randbytes(rng.randrange(2000))


def cut(rng: random.Random) -> bytes:
    """Return a text in some encoding, cut anywhere."""
    encoding = rng.choice(("utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252", "latin-1", "utf-7"))
    whole = excerpt(rng).encode(encoding, errors="replace")
    return whole[rng.randrange(3) : rng.randrange(1, len(whole) + 1)]


def flipped(rng: random.Random) -> bytes:
    """Return a text with some bytes exchanged."""
    content = bytearray(excerpt(rng).encode())
    for _ in range(rng.randint(1, 12)):
        content[rng.randrange(len(content))] = rng.randrange(256)
    return bytes(content)


def page(rng: random.Random) -> bytes:
    """Return a web page that no browser wrote."""
    parts = [rng.choice(TAGS) if rng.random() < 0.5 else excerpt(rng) for _ in range(30)]
    return "".join(parts).encode()


def strange(rng: random.Random) -> bytes:
    """Return one of the strange texts."""
    return trial(rng.randrange(10**6)).text.encode()


def metadata(rng: random.Random) -> bytes:
    """Return something like JSON."""
    if rng.random() < 0.3:
        return noise(rng)
    if rng.random() < 0.5:
        pairs = (f'"{k}": {rng.choice(JSON)}' for k in ("title", "url", "date", "publisher"))
        return f"{{{', '.join(pairs)}}}".encode(errors="surrogatepass")
    return "".join(rng.choices(JSON, k=12)).encode()


MAKERS: tuple[Callable[[random.Random], bytes], ...] = (noise, cut, flipped, page, strange)


def write_files(folder: Path, seeds: range) -> None:
    for seed in seeds:
        rng = random.Random(seed)  # noqa: S311 - the same bytes again are what is wanted
        make = rng.choice(MAKERS)
        (folder / f"{seed}{rng.choice(ENDINGS)}").write_bytes(make(rng))
        if rng.random() < 0.3:
            (folder / f"{seed}.meta.json").write_bytes(metadata(rng))


def is_sound(document: Document) -> bool:
    """Tell whether the text can be seen, written and found again by its digest."""
    text = document.text
    can_be_seen = 0 < len(text) <= MAX_CHARACTERS and bool(text.strip())
    return can_be_seen and text_digest(text) == document.sha256


@pytest.mark.parametrize("seeds", batches(TRIALS, size=BATCH), ids=str)
def test_each_file_is_a_document_or_a_fault(tmp_path: Path, seeds: range) -> None:
    write_files(tmp_path, seeds)
    with warnings.catch_warnings():
        # That a file is not UTF-8, or its date no day, is said in a warning.
        warnings.simplefilter("ignore", UserWarning)
        items = list(read_documents([tmp_path]))
    kinds = Counter("fault" if isinstance(item, ReadFault) else "document" for item in items)
    assert kinds.total() == len(seeds)
    assert min(kinds["fault"], kinds["document"]) > 0
    documents = [item for item in items if not isinstance(item, ReadFault)]
    assert [d.path for d in documents if not is_sound(d)] == []
    faults = [item.message for item in items if isinstance(item, ReadFault)]
    assert [message for message in faults if "\n" in message] == []
