"""Names that people type, and what they stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graphkit.errors import UnknownNameError
from graphkit.rdf import DEFAULT_BASE, Store, open_store
from graphkit.records import Entity, EntityKind
from tests.rdf.builders import Extracting, harbor, make_document

if TYPE_CHECKING:
    from collections.abc import Iterator

TEXT = "Ana Bellwick and her brother Jo Bellwick wrote to the Bellwick Trust. “O’Dell” came too."


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    document = make_document(TEXT, source="https://coast.example/8")
    note = Extracting(document)
    note.person("Ana Bellwick", aliases=("Governor Bellwick",))
    note.person("Jo Bellwick")
    note.organization("Bellwick Trust")
    note.person("O’Dell")
    with open_store(tmp_path_factory.mktemp("lookup") / "s", create=True) as opened:
        opened.add(*harbor())
        opened.add(document, note.done())
        yield opened


@pytest.mark.parametrize(
    ("name", "labels"),
    [
        pytest.param("Ana Bellwick", ["Ana Bellwick"], id="label"),
        pytest.param("Bellwick", ["Ana Bellwick"], id="alias-before-surname"),
        pytest.param("ANA  bellwick", ["Ana Bellwick"], id="case-and-spaces"),
        pytest.param("jo", ["Jo Bellwick"], id="first-name"),
        pytest.param("Reedham", ["Tam Reedham"], id="surname"),
        pytest.param("bellwick jo", ["Jo Bellwick"], id="words-in-any-order"),
        pytest.param("trust", ["Bellwick Trust"], id="organization"),
        pytest.param("O'Dell", ["O’Dell"], id="straight-apostrophe"),
        pytest.param("the bill", ["Harbor Act"], id="policy-by-alias"),
        pytest.param("mayors", ["12 mayors"], id="group"),
        pytest.param("Oregon", [], id="no-entity"),
        pytest.param("Bell", [], id="part-of-a-word"),
        pytest.param("", [], id="empty"),
        pytest.param("—", [], id="no-word"),
        pytest.param("\ud800", [], id="half-a-character"),
        pytest.param("Ana Bellwick Trust", [], id="too-many-words"),
    ],
)
def test_find(store: Store, name: str, labels: list[str]) -> None:
    assert [e.label for e in store.find(name)] == labels


@pytest.mark.parametrize(
    "name", ["ex:person/jo-bellwick", "person/jo-bellwick", f"{DEFAULT_BASE}person/jo-bellwick"]
)
def test_an_id_is_taken_in_each_form(store: Store, name: str) -> None:
    assert store.resolve(name).label == "Jo Bellwick"


@pytest.mark.parametrize("name", ["ex:", "ex:nobody", "ex:person/jo bellwick", "foaf:Person"])
def test_what_looks_like_an_id_may_be_none(store: Store, name: str) -> None:
    with pytest.raises(UnknownNameError):
        store.resolve(name)


def test_entity_is_shown_with_office_and_party(store: Store) -> None:
    assert store.find("Ana Bellwick") == (
        Entity(
            id="person/ana-bellwick",
            kind=EntityKind.PERSON,
            label="Ana Bellwick",
            aliases=("Bellwick", "Governor Bellwick"),
            office="Governor",
            jurisdiction="Oregon",
            party="Harbor Greens",
        ),
    )


def test_group_is_shown_with_its_count(store: Store) -> None:
    group = store.resolve("12 mayors")
    assert (group.kind, group.count, group.count_modifier) == (EntityKind.GROUP, 12, None)


@pytest.mark.parametrize(
    "name", ["person/jo-bellwick", "https://w3id.org/graphkit/data/person/jo-bellwick", "Jo"]
)
def test_resolve(store: Store, name: str) -> None:
    assert store.resolve(name).id == "person/jo-bellwick"


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        pytest.param("Mayors of Salt", "did you mean '12 mayors'", id="similar"),
        pytest.param("Nobody", "nothing that goes by 'Nobody'; ask", id="unknown"),
        pytest.param("document/none", "nothing that goes by", id="id-of-nothing"),
        pytest.param("not: an iri", "did you mean|nothing", id="odd-iri"),
    ],
)
def test_resolve_what_is_not_there(store: Store, name: str, fault: str) -> None:
    with pytest.raises(UnknownNameError, match=fault):
        store.resolve(name)


def test_resolve_lists_those_it_may_be(store: Store) -> None:
    expected = r"may be 'Harbor Greens' \(party/.*\), 'Harbor Act' \(policy/harbor-act\); name one"
    with pytest.raises(UnknownNameError, match=expected):
        store.resolve("harbor")
