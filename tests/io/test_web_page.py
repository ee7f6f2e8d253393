"""An article is taken out of a page, whatever else the page holds."""

from __future__ import annotations

from datetime import date

import pytest

from graphkit.errors import InputError
from graphkit.io.metadata import Metadata
from graphkit.io.web_page import WebPage, page_from_html

SENTENCES = tuple(
    f"The county’s treasurer, Olaf Prine, opposed the {what} levy again on Tuesday; he called it "
    "“a burden on every farm” and asked the board to drop it from the budget for next year."
    for what in ("grain", "bridge", "water", "timber")
)
BODY = "".join(f"<p>{s}</p>" for s in SENTENCES)
TEXT = "\n\n".join(SENTENCES)


def _page(head: str = "", body: str = BODY) -> str:
    return f"<html><head>{head}</head><body><article>{body}</article></body></html>"


READ = [
    pytest.param(_page().encode(), id="utf-8"),
    pytest.param(_page().encode("utf-8-sig"), id="byte-order-mark"),
    pytest.param(_page('<meta charset="windows-1252">').encode("cp1252"), id="declared"),
    pytest.param(
        _page('<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1">').encode(
            "cp1252"
        ),
        id="latin-1-is-windows-1252",
    ),
    pytest.param(_page('<meta charset="rot13">').encode(), id="declared-nonsense-is-not-looked-up"),
    pytest.param(
        b'<?xml version="1.0" encoding="utf-8"?>' + _page().encode(), id="xml-declaration"
    ),
    pytest.param(
        _page(body=f"<nav><a href='/'>Home</a></nav>{BODY}<script>alert(1)</script>").encode(),
        id="menus-and-scripts-left-out",
    ),
]


@pytest.mark.parametrize("raw", READ)
def test_the_article_is_read(raw: bytes) -> None:
    assert page_from_html(raw, where="page.html") == WebPage(text=TEXT, metadata=Metadata())


def test_a_page_in_no_known_encoding_is_windows_1252_with_a_warning() -> None:
    with pytest.warns(UserWarning, match=r"page\.html is not UTF-8; it is read as Windows-1252"):
        page = page_from_html(_page().encode("cp1252"), where="page.html")

    assert page.text == TEXT


def test_a_page_that_lies_about_its_encoding_is_refused() -> None:
    raw = _page('<meta charset="shift_jis">').encode("utf-8") + b"\xff\xff"

    with pytest.raises(InputError, match=r"page\.html is neither UTF-8 nor shift_jis"):
        page_from_html(raw, where="page.html")


def test_a_page_in_no_encoding_at_all_is_refused_without_a_guess() -> None:
    with pytest.raises(InputError, match=r"page\.html is neither UTF-8 nor Windows-1252"):
        page_from_html(_page().encode() + b"\x81", where="page.html")


def test_the_day_does_not_depend_on_the_clock() -> None:
    head = '<meta property="article:published_time" content="2031-02-03T00:00:00Z">'

    page = page_from_html(_page(head).encode(), where="page.html")

    assert page.metadata == Metadata(date=date(2031, 2, 3))


def test_a_day_in_the_running_text_is_not_taken_for_the_date() -> None:
    body = f"<p>On May 4, 2019 the levy began; on 2020-02-02 it rose.</p>{BODY}"

    assert page_from_html(_page(body=body).encode(), where="page.html").metadata == Metadata()


UNSAFE = [
    pytest.param('<link rel="canonical" href="javascript:alert(1)">', id="script"),
    pytest.param('<link rel="canonical" href="file:///etc/passwd">', id="file"),
    pytest.param('<meta property="og:url" content="https://x.example/&quot;&gt;">', id="markup"),
]


@pytest.mark.parametrize("head", UNSAFE)
def test_an_unsafe_address_of_a_page_is_left_out(head: str) -> None:
    assert page_from_html(_page(head).encode(), where="page.html").metadata.url is None


HOSTILE = [
    pytest.param(b"<div>" * 100_000 + b"levy", id="deep"),
    pytest.param(b"<!--" + b"-" * 100_000, id="open-comment"),
    pytest.param(b"<p>" + b"&" * 10_000, id="ampersands"),
    pytest.param(b"levy", id="no-markup"),
    pytest.param(b"<svg><p>levy</p></svg>", id="picture"),
]


@pytest.mark.parametrize("raw", HOSTILE)
def test_hostile_pages_are_refused(raw: bytes) -> None:
    with pytest.raises(InputError, match=r"page\.html has no article that can be told"):
        page_from_html(raw, where="page.html")


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[object] = []
    monkeypatch.setattr("socket.socket.connect", lambda _socket, address: calls.append(address))
    monkeypatch.setattr("socket.getaddrinfo", lambda *address, **_: calls.append(address))
    head = (
        '<base href="https://example.org/"><link rel="canonical" href="https://example.org/a">'
        '<meta http-equiv="refresh" content="0; url=https://example.org/b">'
        '<link rel="stylesheet" href="https://example.org/c.css">'
    )
    body = f'<img src="https://example.org/d.png"><iframe src="//example.org/e"></iframe>{BODY}'

    page = page_from_html(_page(head, body).encode(), where="page.html")

    assert (calls, page.text) == ([], TEXT)
