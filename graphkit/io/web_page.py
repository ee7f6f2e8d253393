"""Take the article out of a web page; nothing is fetched, whatever the page asks for."""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING

import trafilatura
from lxml import html

from graphkit.errors import InputError
from graphkit.io.metadata import Metadata, clean_text, day_from_text, is_web_address
from graphkit.io.plain_text import (
    FALLBACK_ENCODING,
    decode_bytes,
    refuse_binary,
    refuse_unreadable,
)

if TYPE_CHECKING:
    from datetime import date

    from lxml.html import HtmlElement

HEAD_BYTES = 1024
"""Where a browser looks for the declared encoding (HTML standard, 13.2.3.2)."""
DECLARED = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
ENCODINGS = re.compile(
    r"windows-125\d|iso-8859-\d{1,2}|koi8-[ru]|shift_jis|euc-(?:jp|kr)|gb2312|gbk|gb18030|big5"
)
"""Encodings that a page may declare; any other word is not looked up."""
AS_FALLBACK = frozenset({"iso-8859-1", "latin1", "us-ascii", "ascii"})
"""Names that browsers read as Windows-1252 (WHATWG Encoding standard)."""
DATE_SEARCH = {"original_date": True, "extensive_search": False, "max_date": "2999-12-31"}
"""The day of first publication; a fixed last day, for the clock must not matter."""
DATED = "//meta | //script[@type='application/ld+json'] | (//article//time[@datetime])[1]"
"""Where a page says when it was published; days in its running text mean other things."""
PARAGRAPH_BREAK = "\n\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class WebPage:
    """The text of a page's article and what the page says about it."""

    text: str
    metadata: Metadata


def page_from_html(raw: bytes, *, where: str, url: str | None = None) -> WebPage:
    """Return the article in the HTML file `raw`, paragraphs divided by an empty line.

    Args:
        raw: The whole content of the file.
        where: The file, for messages.
        url: The page's address where it is known; a date may stand in it.

    Raises:
        InputError: The bytes are no HTML, or no article is found in it.
    """
    refuse_binary(raw, where=where)
    if not raw.strip():
        raise InputError(f"{where} is empty; remove it or put a page into it")
    tree = trafilatura.load_html(decode_bytes(raw, where=where, declared=_declared_encoding(raw)))
    if tree is None:
        raise InputError(_no_article(where))
    tree = _whole(tree)
    published = _published_on(tree, url=url)
    found = trafilatura.bare_extraction(tree, url=url, include_comments=False, with_metadata=True)
    if found is None or isinstance(found, dict) or not (found.text or "").strip():
        raise InputError(_no_article(where))
    text = re.sub(r"\n+", PARAGRAPH_BREAK, (found.text or "").strip())
    refuse_unreadable(text, where=where)
    return WebPage(
        text=text,
        metadata=Metadata(
            title=clean_text(found.title or ""),
            publisher=clean_text(found.sitename or ""),
            date=published,
            url=found.url if found.url and is_web_address(found.url) else None,
        ),
    )


def _whole(tree: HtmlElement) -> HtmlElement:
    """Return a fragment as a page: trafilatura fails where the root is what it drops (<svg>)."""
    if tree.tag == "html":
        return tree
    page = html.Element("html")
    page.append(tree)
    return page


def _published_on(tree: HtmlElement, *, url: str | None) -> date | None:
    dated = html.Element("html")
    dated.extend(deepcopy(element) for element in tree.xpath(DATED))
    found = trafilatura.extract_metadata(dated, default_url=url, date_config=dict(DATE_SEARCH))
    return day_from_text(found.date or "")


def _no_article(where: str) -> str:
    return f"{where} has no article that can be told from its menus; save the article as .txt"


def _declared_encoding(raw: bytes) -> str | None:
    match = DECLARED.search(raw[:HEAD_BYTES])
    name = match[1].decode("ascii", "replace").lower() if match else ""
    if name in AS_FALLBACK:
        return FALLBACK_ENCODING
    return name if ENCODINGS.fullmatch(name) else None
