"""Lists of names, and mentions in metadata; all people and places are fictional."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.errors import InputError
from graphkit.io import NameTable, read_document, read_names
from graphkit.io.given_mentions import mentions_from_json
from graphkit.records import EntityKind, GivenMention, KnownName
from tests.io.samples import document

if TYPE_CHECKING:
    from pathlib import Path

BEE = KnownName(name="Ann Bee", kind=EntityKind.PERSON, aliases=("Bee",))
ESTERIA = KnownName(name="Esteria", kind=EntityKind.GOVERNMENT, aliases=("Esterian", "O'Dee's"))
ROLL = KnownName(name="Bee Roll Society")

LISTS = [
    pytest.param("Ann Bee\tperson\tBee\n", (BEE,), id="all-cells"),
    pytest.param("Bee Roll Society", (ROLL,), id="name-alone"),
    pytest.param("Ann Bee\t\tBee", (replace(BEE, kind=None),), id="empty-kind-before-another-name"),
    pytest.param("# names\n\n Ann Bee \tperson\tBee\t\n", (BEE,), id="comments-blanks-empty-cells"),
]

BAD_LISTS = [
    pytest.param("", " is empty; remove it or put a text into it", id="empty"),
    pytest.param("# only a comment\n", " has no names; write one a line", id="only-comments"),
    pytest.param("Ann Bee\thuman", ":1: 'human' is no kind of actor; write one of", id="kind"),
    pytest.param("Ann Bee\tpolicy", ":1: 'policy' is no kind of actor", id="kind-of-no-actor"),
    pytest.param("#\n\tperson", ":2: '' does not begin with a letter or a digit", id="no-name"),
    pytest.param("Bee\t\t(Bee)", ":1: '(Bee)' does not begin with a letter", id="mark-first"),
]

FOUND = [
    pytest.param("Bee met Ann Bee.", [("Bee", "Ann Bee"), ("Ann Bee", "Ann Bee")], id="longest"),
    pytest.param("Ann\n Bee’s fee", [("Ann\n Bee", "Ann Bee")], id="over-a-line-end"),
    pytest.param("the O’Dee’s of it", [("O’Dee’s", "Esteria")], id="other-apostrophe"),
    pytest.param("The Bee Roll Society met.", [("Bee Roll Society", "Bee Roll Society")], id="own"),
    pytest.param("Beech, Esterians, a bee, BEE", [], id="whole-words-as-spelled"),
    pytest.param("", [], id="empty-text"),
]

BAD_MENTIONS = [
    pytest.param({}, ": mentions is {}; write a list of objects like", id="no-list"),
    pytest.param([3], ": mention 1 is 3; write an object like", id="no-object"),
    pytest.param([{"start": 0, "end": 1}, {}], ": mention 2 has no start before", id="nothing"),
    pytest.param([{"start": 3, "end": 3}], ": mention 1 has no start before its end", id="empty"),
    pytest.param([{"start": True, "end": 3}], ": mention 1 has no start before", id="truth"),
    pytest.param([{"start": 0, "end": 3, "kind": 1}], ": kind is 1; write a text", id="kind-int"),
    pytest.param([{"start": 0, "end": 3, "kind": "god"}], "'god' is no kind", id="kind"),
]


@pytest.mark.parametrize(("text", "names"), LISTS)
def test_a_list_of_names_is_read(tmp_path: Path, text: str, names: tuple[KnownName, ...]) -> None:
    path = tmp_path / "names.tsv"
    path.write_text(text, encoding="utf-8")
    assert read_names(path) == names


@pytest.mark.parametrize(("text", "message"), BAD_LISTS)
def test_a_bad_list_says_where_and_what(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "names.tsv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_names(path)
    assert f"names.tsv{message}" in str(caught.value)


@pytest.mark.parametrize(("text", "found"), FOUND)
def test_names_are_found_in_a_text(text: str, found: list[tuple[str, str]]) -> None:
    marked = NameTable((BEE, ESTERIA, ROLL)).mark(replace(document(), text=text))
    assert [(text[m.start : m.end], m.name) for m in marked.mentions] == found


def test_what_is_marked_already_stays() -> None:
    mine = GivenMention(start=4, end=7, name="Another Bee")
    marked = NameTable((BEE,)).mark(replace(document(), text="Ann Bee, Bee", mentions=(mine,)))
    bee = GivenMention(start=9, end=12, kind=EntityKind.PERSON, name="Ann Bee")
    assert marked.mentions == (mine, bee)


@given(st.text(alphabet="AnBe ’\n."), st.lists(st.text(alphabet="AnBe ", min_size=1), max_size=3))
def test_what_is_found_is_the_name(text: str, forms: list[str]) -> None:
    names = [KnownName(name=form.strip()) for form in forms if form.strip()]
    for mention in NameTable(names).mark(replace(document(), text=text)).mentions:
        words = text[mention.start : mention.end].split()
        assert words == (mention.name or "").split()


def test_mentions_are_read_from_metadata(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Bee objects.", encoding="utf-8")
    beside = '{"mentions": [{"start": 0, "end": 3, "kind": "person", "name": " Ann Bee "}]}'
    path.with_suffix(".meta.json").write_text(beside, encoding="utf-8")
    bee = GivenMention(start=0, end=3, kind=EntityKind.PERSON, name="Ann Bee")
    assert read_document(path).mentions == (bee,)


def test_a_mention_outside_the_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Bee", encoding="utf-8")
    path.with_suffix(".meta.json").write_text('{"mentions": [{"start": 0, "end": 4}]}')
    with pytest.raises(InputError, match="leaves the text, which has 3 characters"):
        read_document(path)


@pytest.mark.parametrize(("value", "message"), BAD_MENTIONS)
def test_bad_mentions_say_what_to_write(value: object, message: str) -> None:
    with pytest.raises(InputError) as caught:
        mentions_from_json(value, where="a.meta.json")
    assert message in str(caught.value)


def test_no_mentions_are_no_mentions() -> None:
    assert mentions_from_json(None, where="a.meta.json") == ()
