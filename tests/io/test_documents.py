"""Files become documents; what cannot be read is said, and the others are read."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graphkit.errors import InputError
from graphkit.ids import mint_document_id, mint_text_cluster_id, text_digest
from graphkit.io import MAX_BYTES, ReadFault, read_document, read_documents
from graphkit.records import Document

if TYPE_CHECKING:
    from collections.abc import Callable

PARAGRAPHS = "".join(
    f"<p>Mayor Ida Brandt said on day {day} that the harbour fee is unfair to small boats, "
    "and that the council should vote on it before the summer.</p>"
    for day in range(1, 6)
)
PAGE = (
    "<!DOCTYPE html><html><head><title>Harbour fee is unfair</title>"
    '<meta property="og:site_name" content="The Pier">'
    '<meta property="article:published_time" content="2024-05-06T10:00:00Z">'
    '<link rel="canonical" href="https://example.org/harbour"></head>'
    f"<body><nav>Home</nav><article>{PARAGRAPHS}</article></body></html>"
)


def _document(text: str, source: str, *, path: str) -> Document:
    sha256 = text_digest(text)
    return Document(
        id=mint_document_id(source, sha256),
        source=source,
        text=text,
        sha256=sha256,
        text_cluster=mint_text_cluster_id(sha256),
        path=path,
    )


def _write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


def test_a_bare_text_is_known_by_its_path(tmp_path: Path) -> None:
    path = _write(tmp_path / "2024" / "note.txt", "One.\r\nTwo.")

    assert read_document(path) == _document("One.\r\nTwo.", "note.txt", path="note.txt")
    assert read_document(path, root=tmp_path) == _document(
        "One.\r\nTwo.", "2024/note.txt", path="2024/note.txt"
    )


def test_a_file_outside_the_root_is_known_by_its_name(tmp_path: Path) -> None:
    path = _write(tmp_path / "a" / "note.txt", "One.")

    assert read_document(path, root=tmp_path / "b").source == "note.txt"


def test_an_address_in_the_metadata_is_the_source(tmp_path: Path) -> None:
    path = _write(tmp_path / "note.txt", "One.")
    _write(
        tmp_path / "note.meta.json",
        '{"title": "T", "publisher": "P", "date": "2024-05-31", "url": "https://Example.org/a/"}',
    )

    document = read_document(path)

    assert document.source == "https://example.org/a"
    assert (document.title, document.publisher, document.date, document.url, document.path) == (
        "T",
        "P",
        date(2024, 5, 31),
        "https://Example.org/a/",
        "note.txt",
    )


def test_publisher_title_and_day_are_the_source_without_an_address(tmp_path: Path) -> None:
    path = _write(tmp_path / "note.txt", "One.")
    _write(tmp_path / "note.meta.json", '{"title": "T", "publisher": "P", "date": "2024-05-31"}')

    assert read_document(path).source == "P\nT\n2024-05-31"


def test_the_same_text_of_two_sources_is_two_documents_in_one_cluster(tmp_path: Path) -> None:
    one = read_document(_write(tmp_path / "one.txt", "A bill."))
    two = read_document(_write(tmp_path / "two.txt", "A bill."))

    assert one.id != two.id
    assert one.text_cluster == two.text_cluster


def test_a_page_gives_its_article_and_its_metadata(tmp_path: Path) -> None:
    document = read_document(_write(tmp_path / "page.html", PAGE))

    assert document.text.startswith("Mayor Ida Brandt said on day 1 that the harbour fee")
    assert document.text.count("\n\n") == 4
    assert (document.title, document.publisher, document.date, document.url) == (
        "Harbour fee is unfair",
        "The Pier",
        date(2024, 5, 6),
        "https://example.org/harbour",
    )


def test_metadata_beside_a_page_goes_before_the_page(tmp_path: Path) -> None:
    path = _write(tmp_path / "page.HTM", PAGE)
    _write(tmp_path / "page.meta.json", '{"title": "Fee", "date": "2024-05-07", "publisher": null}')

    document = read_document(path)

    assert (document.title, document.publisher, document.date, document.source) == (
        "Fee",
        "The Pier",
        date(2024, 5, 7),
        "https://example.org/harbour",
    )


REFUSED = [
    pytest.param("gone.txt", None, " does not exist; check the path", id="missing"),
    pytest.param("a.txt", b"", " is empty; remove it or put a text into it", id="empty"),
    pytest.param("a.html", b" \n", " is empty; remove it or put a page into it", id="empty-page"),
    pytest.param("a.txt", b"a\0", " is binary, not a text", id="binary"),
    pytest.param("a.html", b"\x89PNG\0", " is a picture, not a text", id="picture-named-page"),
    pytest.param("a.txt", b"a" * MAX_BYTES, " has 20 MB or more; split it", id="too-large"),
    pytest.param("a.json", b"{}", " is JSON, not a document", id="json"),
    pytest.param("a.html", b"<p></p>", " has no article that can be told", id="no-article"),
    pytest.param("a.html", b"<" * 99_999, " has no article that can be told", id="no-html"),
]


@pytest.mark.parametrize(("name", "content", "message"), REFUSED)
def test_what_is_no_document_is_refused(
    tmp_path: Path, name: str, content: bytes | None, message: str
) -> None:
    path = tmp_path / name
    if content is not None:
        _write(path, content)

    with pytest.raises(InputError) as caught:
        read_document(path)

    assert str(caught.value).startswith(f"{path}{message}")


def test_a_folder_is_no_document(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is a folder; name a file"):
        read_document(tmp_path)


def test_a_pipe_is_refused_instead_of_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")

    with pytest.raises(InputError, match="is not a regular file"):
        read_document(tmp_path / "pipe.txt")


def test_a_link_to_nothing_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")

    with pytest.raises(InputError, match="is a link to a file that does not exist"):
        read_document(tmp_path / "a.txt")


def test_a_file_without_permission_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, as_nobody: Callable[[], None]
) -> None:
    _write(tmp_path / "a.txt", "A bill.").chmod(0)
    tmp_path.chmod(0o755)
    monkeypatch.chdir(tmp_path)
    as_nobody()

    with pytest.raises(InputError) as caught:
        read_document(Path("a.txt"))

    assert str(caught.value) == "a.txt cannot be read: permission denied; check its permissions"


def test_one_bad_document_does_not_stop_the_others(tmp_path: Path) -> None:
    _write(tmp_path / "a.txt", "A bill.")
    _write(tmp_path / "b.txt", "")
    _write(tmp_path / "c.txt", "A fee.")
    _write(tmp_path / "c.meta.json", "{")
    _write(tmp_path / "d.txt", "A toll.")

    assert list(read_documents([tmp_path])) == [
        _document("A bill.", "a.txt", path="a.txt"),
        ReadFault(
            path=f"{tmp_path}/b.txt",
            message=f"{tmp_path}/b.txt is empty; remove it or put a text into it",
        ),
        ReadFault(
            path=f"{tmp_path}/c.txt",
            message=f"{tmp_path}/c.meta.json:1 is not JSON (Expecting property name enclosed in "
            'double quotes); write an object like {"title": "…", "date": "2024-05-31"}',
        ),
        _document("A toll.", "d.txt", path="d.txt"),
    ]


def test_the_only_document_is_refused_when_it_is_bad(tmp_path: Path) -> None:
    _write(tmp_path / "a.txt", "")

    with pytest.raises(InputError, match=r"a\.txt is empty"):
        list(read_documents([tmp_path]))


def test_a_missing_source_is_refused_before_the_first_document(tmp_path: Path) -> None:
    _write(tmp_path / "a.txt", "A bill.")

    with pytest.raises(InputError, match=r"gone does not exist"):
        read_documents([tmp_path, tmp_path / "gone"])


def test_two_files_of_one_name_do_not_pass_for_revisions(tmp_path: Path) -> None:
    one = _write(tmp_path / "one" / "note.txt", "A bill.")
    two = _write(tmp_path / "two" / "note.txt", "A fee.")

    first, second = read_documents([one.parent, two.parent])

    assert first == _document("A bill.", "note.txt", path="note.txt")
    assert second == ReadFault(
        path=str(two),
        message=f"{two} has the same name as {one} and would pass for its revision; "
        "name the folder that holds both, or say their url in NAME.meta.json",
    )
    assert [d.source for d in read_documents([tmp_path]) if isinstance(d, Document)] == [
        "one/note.txt",
        "two/note.txt",
    ]


def test_two_files_of_one_name_and_two_addresses_are_both_read(tmp_path: Path) -> None:
    for name in ("one", "two"):
        _write(tmp_path / name / "note.txt", "A bill.")
        _write(tmp_path / name / "note.meta.json", f'{{"url": "https://example.org/{name}"}}')

    documents = read_documents([tmp_path / "one", tmp_path / "two"])

    assert [d.source for d in documents if isinstance(d, Document)] == [
        "https://example.org/one",
        "https://example.org/two",
    ]


@pytest.mark.shared
def test_real_texts_are_read_unchanged(shared: Path) -> None:
    folder = shared / "corpus"
    with pytest.warns(UserWarning, match="is not a day, or may be two, and is left out"):
        documents = list(read_documents([folder]))

    assert [d for d in documents if isinstance(d, ReadFault)] == []
    assert [d.text.encode("utf-8") for d in documents if isinstance(d, Document)] == [
        p.read_bytes() for p in sorted(folder.glob("*.txt"))
    ]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\r\t")))
def test_a_text_in_a_file_keeps_every_offset(tmp_path: Path, text: str) -> None:
    written = f"A {text}🗳️ e\u0301\r\nZ"

    read = read_document(_write(tmp_path / "note.txt", written)).text

    assert [(i, c) for i, c in enumerate(read)] == [(i, c) for i, c in enumerate(written)]
