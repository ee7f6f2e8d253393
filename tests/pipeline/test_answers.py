"""Answers from a store."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graphkit.errors import GraphkitError, InputError, QueryError, StoreError, UnknownNameError
from graphkit.pipeline import (
    answer_query,
    export,
    find_card,
    list_queries,
    open_store,
    opened,
    validate,
    validate_file,
)
from tests.positions import content, make_store

if TYPE_CHECKING:
    from pathlib import Path

NAMES = "SELECT DISTINCT ?name WHERE { ?p a foaf:Person ; rdfs:label ?name } ORDER BY ?name"


def test_a_query_is_answered_from_an_open_store_or_from_its_folder(tmp_path: Path) -> None:
    path = make_store(tmp_path / "store")
    expected = (("Ann Bee",), ("Bob Cee",), ("Cy Dee",), ("Di Bee",))
    with open_store(path) as store:
        assert answer_query(store, NAMES).values() == expected
        assert answer_query(store, NAMES).values() == expected  # it is still open
    assert answer_query(str(path), NAMES).values() == expected


@pytest.mark.parametrize(
    ("sparql", "name"),
    [pytest.param(None, None, id="neither"), pytest.param(NAMES, "q01", id="both")],
)
def test_a_query_or_its_name_is_needed(
    tmp_path: Path, sparql: str | None, name: str | None
) -> None:
    with pytest.raises(ValueError, match="either a query or the name of one"):
        answer_query(make_store(tmp_path / "store"), sparql, name=name)


@pytest.mark.parametrize(
    "sparql",
    [
        pytest.param("SELECT ?x WHERE {", id="malformed"),
        pytest.param("DELETE WHERE { ?s ?p ?o }", id="would-change-the-store"),
    ],
)
def test_a_bad_query_leaves_the_store_as_it_is(tmp_path: Path, sparql: str) -> None:
    path = make_store(tmp_path / "store")
    before = content(path)
    with pytest.raises(QueryError):
        answer_query(path, sparql)
    assert content(path) == before


def test_every_named_query_says_what_it_answers() -> None:
    assert [q.name for q in list_queries() if not q.question] == []


def test_a_card_is_found_by_part_of_the_name(tmp_path: Path) -> None:
    card = find_card(make_store(tmp_path / "store"), "ann")
    assert card.entity.id == "person/ann-bee.ohio-attorney-general"
    assert [s.target.label for s in card.stances_held] == ["Clean Canals Act", "Quiet Nights Rule"]


def test_a_card_leaves_out_what_is_uncertain_unless_asked(tmp_path: Path) -> None:
    path = make_store(tmp_path / "store")
    assert find_card(path, "Di Bee").stances_held == ()
    assert len(find_card(path, "Di Bee", min_confidence=0.0).stances_held) == 2


def test_an_unknown_name_is_answered_with_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(UnknownNameError, match="Ann Bee"):
        find_card(make_store(tmp_path / "store"), "Anne Be")


def test_a_name_of_several_is_answered_with_all(tmp_path: Path) -> None:
    with pytest.raises(UnknownNameError) as caught:
        find_card(make_store(tmp_path / "store"), "bee")
    assert "person/ann-bee.ohio-attorney-general" in str(caught.value)
    assert "person/di-bee.akron-mayor" in str(caught.value)


def test_a_sound_store_has_no_problems(tmp_path: Path) -> None:
    assert validate(make_store(tmp_path / "store")) == ()


def test_an_exported_graph_has_no_problems_either(tmp_path: Path) -> None:
    out = export(make_store(tmp_path / "store"), tmp_path / "graph.trig")
    assert validate_file(out) == ()


def test_a_changed_quotation_is_a_problem(tmp_path: Path) -> None:
    out = export(make_store(tmp_path / "store"), tmp_path / "graph.nq")
    lines = out.read_text(encoding="utf-8").splitlines()
    forged = [line.replace("backs", "mocks") if "ns/oa#exact" in line else line for line in lines]
    out.write_text("\n".join(forged) + "\n", encoding="utf-8")
    assert forged != lines
    assert {problem.rule for problem in validate_file(out)} == {"quote-is-the-text"}


def test_a_missing_file_cannot_be_checked(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.ttl"):
        validate_file(tmp_path / "none.ttl")


def test_an_unknown_ending_is_no_export(tmp_path: Path) -> None:
    path = make_store(tmp_path / "store")
    with pytest.raises(GraphkitError, match=r"\.nq"):
        export(path, tmp_path / "graph.docx")
    assert not (tmp_path / "graph.docx").exists()


def test_what_was_opened_here_is_closed_and_what_was_open_stays_so(tmp_path: Path) -> None:
    path = make_store(tmp_path / "store")
    with opened(path) as store:
        assert store.counts().documents == 2
    with pytest.raises(StoreError, match="closed"):
        store.counts()
    with open_store(path) as mine:
        with opened(mine) as same:
            assert same is mine
        assert mine.counts().documents == 2
