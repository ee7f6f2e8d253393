"""Word lists of the identity room."""

from __future__ import annotations

import pytest

from graphkit.errors import LexiconError
from graphkit.identity.words import (
    generic_policy_words,
    office_families,
    parse_rows,
    personal_titles,
    words_of,
)

COLUMNS = ("word", "example")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("the Governor’s plan", ("the", "governor", "plan"), id="possessive"),
        pytest.param("the states’ lawsuit", ("the", "states", "lawsuit"), id="plural-possessive"),
        pytest.param("U.S. Senator", ("us", "senator"), id="dotted-abbreviation"),
        pytest.param("zero-tolerance", ("zero", "tolerance"), id="hyphen"),
        pytest.param("St. Ann", ("st", "ann"), id="one-dot-is-no-abbreviation"),
        pytest.param("O’Dell", ("odell",), id="apostrophe-inside-a-name"),
    ],
)
def test_words_are_plain(text: str, words: tuple[str, ...]) -> None:
    assert words_of(text) == words


def test_rows_leave_out_comments_and_header() -> None:
    text = "# why\nword\texample\n\nact\tthe act\n"
    assert parse_rows(text, source="x.tsv", columns=COLUMNS) == (("act", "the act"),)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("", "x.tsv: no header; begin with word<TAB>example", id="empty"),
        pytest.param("act\tthe act\n", "x.tsv: no header", id="no-header"),
        pytest.param("word\texample\nact\n", "x.tsv:2: ['act'] is not a row", id="too-few"),
        pytest.param("word\texample\na\tb\tc\n", "x.tsv:2: ['a', 'b', 'c'] is not", id="too-many"),
        pytest.param("word\texample\n\tb\n", "x.tsv:2: ['', 'b'] is not a row", id="empty-cell"),
    ],
)
def test_a_faulty_table_names_file_and_line(text: str, message: str) -> None:
    with pytest.raises(LexiconError) as caught:
        parse_rows(text, source="x.tsv", columns=COLUMNS)
    assert str(caught.value).startswith(message)


def test_shipped_lists_are_in_the_form_that_names_are_compared_in() -> None:
    listed = [
        *generic_policy_words(),
        *personal_titles("before"),
        *personal_titles("after"),
    ]
    assert [word for word in listed if words_of(word) != (word,)] == []
    offices = [*office_families(), *office_families().values()]
    assert [office for office in offices if "-".join(words_of(office)) != office] == []


def test_no_office_family_has_a_family_itself() -> None:
    families = office_families()
    assert [f for f in families.values() if families.get(f, f) != f] == []


GENERIC = [
    pytest.param("plan", True, id="tells-nothing-anywhere"),
    pytest.param("entire", True, id="tells-nothing-beside-others-either"),
    pytest.param("recent", False, id="tells-nothing-inside-its-document-alone"),
    pytest.param("ferry", False, id="tells"),
]


@pytest.mark.parametrize(("word", "expected"), GENERIC)
def test_words_that_tell_nothing_in_other_documents(word: str, expected: bool) -> None:  # noqa: FBT001 - a table
    assert (word in generic_policy_words()) is expected
