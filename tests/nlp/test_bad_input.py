"""Texts as they come from the wild are read without an exception, and every span quotes them."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphkit.identity import resolve_extraction
from graphkit.nlp import extract
from tests.soak.laws import document_of, faults
from tests.soak.texts import HOSTILE, MARKS, NAMES, OFFICES, POINTS

if TYPE_CHECKING:
    from spacy.language import Language

    from graphkit.records import Extraction

pytestmark = pytest.mark.model

TEXT = """PORT LENA, Ohio (April 6, 2026) – Attorney General Ann Bee of Ohio opposes the Canal Rule.

“The rule hurts families in every town,” Bee said on Monday.

Bee led a letter to Secretary Cal Pike that urges him to withdraw the rule.
"""
QUOTE = "The rule hurts families in every town"
VARIANTS = [
    pytest.param(TEXT, QUOTE, id="as-it-should-be"),
    pytest.param(TEXT.replace("\n", "\r\n"), QUOTE, id="windows-line-ends"),
    pytest.param(TEXT.replace("\n", "\r"), QUOTE, id="old-mac-line-ends"),
    pytest.param(f"\ufeff{TEXT}", QUOTE, id="bom"),
    pytest.param(TEXT.replace("\n\n", "\n\ufeff\n"), QUOTE, id="bom-between"),
    pytest.param(TEXT.replace("\n\n", "\x00\n\n\x00"), QUOTE, id="nul"),
    pytest.param(
        TEXT.replace("families", "fami\u00adlies"),
        QUOTE.replace("families", "fami\u00adlies"),
        id="soft-hyphen",
    ),
    pytest.param(TEXT.replace(" ", "\u00a0"), QUOTE.replace(" ", "\u00a0"), id="no-break-spaces"),
    pytest.param(
        TEXT.replace(" every ", " 👩‍👩‍👧 every "),
        QUOTE.replace(" every ", " 👩‍👩‍👧 every "),
        id="emoji",
    ),
    pytest.param(
        TEXT.replace("town", unicodedata.normalize("NFD", "tówn")),
        QUOTE.replace("town", unicodedata.normalize("NFD", "tówn")),
        id="combining-marks",
    ),
    pytest.param(f"שלום עולם מרחבا\n\n{TEXT}\n\nسلام", QUOTE, id="right-to-left"),  # noqa: RUF001 - Arabic it is
    pytest.param(
        f"{TEXT}\n\nPress &amp; media &lt;b&gt;&nbsp;&copy; Port Lena", QUOTE, id="entities"
    ),
    pytest.param(f"{TEXT}\n\nItâ€™s â€œnewsâ€\x9d in Port LenÃ©", QUOTE, id="mojibake"),
    pytest.param(TEXT.replace(" Monday.", " Monday"), QUOTE, id="no-sentence-end"),
]
WRECKS = [
    pytest.param(TEXT.upper(), id="all-capitals"),
    pytest.param(TEXT.splitlines()[0].upper() + TEXT[TEXT.index("\n") :], id="capital-headline"),
    pytest.param(TEXT.replace(".", "").replace("\n", " "), id="no-full-stop-at-all"),
    pytest.param('"' * 10_000, id="ten-thousand-marks"),
    pytest.param("“" * 10_000, id="ten-thousand-opening-marks"),
    pytest.param("'" * 10_000, id="ten-thousand-apostrophes"),
    pytest.param(TEXT.replace("“", '"' * 5_000).replace("”", '"' * 5_000), id="marks-in-a-text"),
    pytest.param(TEXT.replace("“", "&ldquo;").replace("”", "&rdquo;"), id="entities-for-marks"),
    pytest.param(TEXT.encode().decode("cp1252", errors="replace"), id="read-as-cp1252"),
    pytest.param(TEXT.encode().decode("latin-1"), id="read-as-latin-1"),
    pytest.param(TEXT.encode("utf-16").decode("latin-1"), id="read-as-latin-1-with-nuls"),
    pytest.param("".join(f"{c}\u0301" for c in TEXT), id="a-mark-on-each-letter"),
    pytest.param("\u00ad".join(TEXT), id="a-soft-hyphen-behind-each-letter"),
    pytest.param("\u202e".join(TEXT.split(" ")), id="turned-round"),
    pytest.param(TEXT[::-1], id="backwards"),
    pytest.param("\x00", id="one-nul"),
    pytest.param("\ufeff", id="one-bom"),
]


def read(nlp: Language, text: str) -> Extraction:
    """Return what a text says; fail if a span does not quote it, before or after resolving."""
    document = document_of(text, name="bad.txt")
    (found,) = extract(nlp, [document])
    resolved = resolve_extraction(found)
    assert (faults(found, document), faults(resolved, document)) == ([], [])
    return resolved


@pytest.mark.parametrize(("text", "quote"), VARIANTS)
def test_who_said_what_is_found_in_the_text_as_it_is(nlp: Language, text: str, quote: str) -> None:
    extraction = read(nlp, text)
    names = extraction.names()
    said = {
        (names[s.speaker].replace("\u00a0", " "), text[s.quote.start : s.quote.end])
        for s in extraction.statements
        if s.speaker is not None
    }
    assert ("Ann Bee", quote) in said


@pytest.mark.parametrize("text", WRECKS)
def test_what_no_writer_wrote_is_read_too(nlp: Language, text: str) -> None:
    read(nlp, text)


FRAGMENTS = st.one_of(
    st.sampled_from((*MARKS, *NAMES, *OFFICES, *POINTS, *HOSTILE[:4], *TEXT.split(" "))),
    st.sampled_from(("said", "opposes", "the", "letter", "who", " ", "\u00a0", "\u00ad", "\x00")),
    st.text(max_size=8),
)


@settings(deadline=None, max_examples=60)
@given(
    text=st.one_of(
        st.text(max_size=400),
        st.lists(FRAGMENTS, max_size=60).map(" ".join),
        st.lists(FRAGMENTS, max_size=60).map("".join),
    )
)
def test_any_string_is_read_and_every_span_quotes_it(nlp: Language, text: str) -> None:
    read(nlp, text)
