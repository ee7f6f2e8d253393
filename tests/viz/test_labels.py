from __future__ import annotations

import pytest

from graphkit.records import Entity, EntityKind, EvidenceKind, Polarity
from graphkit.viz.labels import (
    EVIDENCE_WORDS,
    LINE_LENGTH,
    MAX_LINES,
    SIGNS,
    describe,
    from_whole_word,
    safe_link,
    to_whole_word,
    wrap_label,
)


@pytest.mark.parametrize(
    ("label", "drawn"),
    [
        pytest.param("Inés Marlowe", "Inés Marlowe", id="short"),
        pytest.param("more than 11 mayors of it", "more than 11 mayors\nof it", id="two-lines"),
        pytest.param("a\nb\tc", "a b c", id="line-breaks-are-spaces"),
        pytest.param("x\u202eevil\u202c\x00y", "x evil y", id="direction-marks-and-controls"),
        pytest.param("", "(no name)", id="empty"),
        pytest.param(" \u200b ", "(no name)", id="invisible"),
        pytest.param("<b>&", "<b>&", id="markup-is-text"),
    ],
)
def test_wrapped_labels(label: str, drawn: str) -> None:
    assert wrap_label(label) == drawn


@pytest.mark.parametrize(
    ("before", "cut", "shown"),
    [
        pytest.param("ot listen, then we ", True, "… listen, then we ", id="half-a-word"),
        pytest.param(" then we ", True, "… then we ", id="between-words"),
        pytest.param("unbroken", True, "…unbroken", id="no-space"),
        pytest.param("The mayor said: ", False, "The mayor said: ", id="start-of-the-text"),
        pytest.param("", False, "", id="nothing-before"),
    ],
)
def test_words_before_a_quotation_begin_with_a_whole_one(
    before: str,
    cut: bool,  # noqa: FBT001 - a case of the table
    shown: str,
) -> None:
    assert from_whole_word(before, cut=cut) == shown


@pytest.mark.parametrize(
    ("after", "shown"),
    [
        pytest.param(" before the next planting seas", " before the next planting …", id="half"),
        pytest.param("unbroken", "unbroken…", id="no-space"),
        pytest.param(" The hall was full.", " The hall was full.", id="end-of-a-sentence"),
        pytest.param(" and so ", " and so ", id="between-words"),
        pytest.param("", "", id="end-of-the-text"),
    ],
)
def test_words_after_a_quotation_end_with_a_whole_one(after: str, shown: str) -> None:
    assert to_whole_word(after) == shown


@pytest.mark.parametrize("label", ["word " * 90, "x" * 500])
def test_very_long_labels_are_cut(label: str) -> None:
    lines = wrap_label(label).split("\n")
    assert len(lines) <= MAX_LINES
    assert max(map(len, lines)) <= LINE_LENGTH
    assert lines[-1].endswith("…")


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/a?b=c&d=%22#e",
        "http://example.org",
        "HTTPS://EXAMPLE.org/ü",
    ],
)
def test_web_addresses_are_links(url: str) -> None:
    assert safe_link(url) == url


@pytest.mark.parametrize(
    "url",
    [
        pytest.param(None, id="none"),
        pytest.param("javascript:alert(1)", id="script"),
        pytest.param("java\nscript:alert(1)", id="script-with-a-line-break"),
        pytest.param(" https://example.org", id="space-before"),
        pytest.param("data:text/html,x", id="data"),
        pytest.param("file:///etc/passwd", id="file"),
        pytest.param("//example.org/x", id="no-scheme"),
        pytest.param("https:example.org", id="no-host"),
        pytest.param('https://example.org/"onmouseover=', id="quote"),
        pytest.param("https://[broken", id="broken-host"),
    ],
)
def test_anything_else_is_no_link(url: str | None) -> None:
    assert safe_link(url) is None


@pytest.mark.parametrize(
    ("entity", "words"),
    [
        pytest.param(
            Entity(
                id="p",
                kind=EntityKind.PERSON,
                label="x",
                office="Governor",
                jurisdiction="Maine",
                party="Democratic",
            ),
            "person · Governor, Maine · Democratic",
            id="person",
        ),
        pytest.param(
            Entity(id="g", kind=EntityKind.GROUP, label="x", count=11, count_modifier="more than"),
            "group · more than 11 members",
            id="group",
        ),
        pytest.param(
            Entity(id="g", kind=EntityKind.GROUP, label="x", count=4),
            "group · 4 members",
            id="exact",
        ),
        pytest.param(Entity(id="q", kind=EntityKind.POLICY, label="x"), "policy", id="bare"),
    ],
)
def test_descriptions(entity: Entity, words: str) -> None:
    assert describe(entity) == words


def test_every_polarity_has_a_sign_and_every_kind_of_evidence_words() -> None:
    assert set(SIGNS) == set(Polarity)
    assert len(set(SIGNS.values())) == len(Polarity)
    assert set(EVIDENCE_WORDS) == set(EvidenceKind)
