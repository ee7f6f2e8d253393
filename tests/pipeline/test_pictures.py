"""Networks and pictures from a store."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graphkit.errors import GraphkitError, InputError, StoreError
from graphkit.pipeline import NetworkKind, network, view
from tests.positions import make_store

if TYPE_CHECKING:
    from pathlib import Path

ANN = "person/ann-bee.ohio-attorney-general"
BOB = "person/bob-cee.iowa-governor"
CY = "person/cy-dee.toledo-mayor"
DI = "person/di-bee.akron-mayor"
ACT, RULE = "policy/clean-canals-act", "policy/quiet-nights-rule"


def _pairs(path: Path, kind: NetworkKind | str, min_confidence: float = 0.5) -> set[frozenset[str]]:
    graph = network(path, kind=kind, min_confidence=min_confidence)
    return {frozenset((first, second)) for first, second in graph.edges()}


@pytest.mark.parametrize(
    ("kind", "pairs"),
    [
        pytest.param("congruence", {(ANN, CY)}, id="who-agrees"),
        pytest.param("conflict", {(ANN, BOB), (BOB, CY)}, id="who-disagrees"),
        pytest.param(
            "affiliation",
            {(ANN, ACT), (BOB, ACT), (CY, ACT), (ANN, RULE), (BOB, RULE), (CY, RULE)},
            id="who-is-for-and-against-what",
        ),
    ],
)
def test_each_kind_is_its_own_network(
    tmp_path: Path, kind: str, pairs: set[tuple[str, str]]
) -> None:
    path = make_store(tmp_path / "store")
    assert _pairs(path, kind) == {frozenset(pair) for pair in pairs}


def test_every_kind_has_a_function(tmp_path: Path) -> None:
    path = make_store(tmp_path / "store")
    assert all(_pairs(path, kind) for kind in NetworkKind)


def test_uncertain_stances_count_when_they_are_asked_for(tmp_path: Path) -> None:
    pairs = _pairs(make_store(tmp_path / "store"), "congruence", min_confidence=0.0)
    assert pairs == {frozenset((ANN, CY)), frozenset((BOB, DI))}


def test_an_unknown_kind_is_answered_with_the_known(tmp_path: Path) -> None:
    with pytest.raises(GraphkitError, match="'friends' is not known; use one of congruence"):
        network(make_store(tmp_path / "store"), kind="friends")


def test_the_picture_holds_the_words(tmp_path: Path) -> None:
    page = view(make_store(tmp_path / "store"), tmp_path / "graph.html")
    html = page.read_text(encoding="utf-8")
    assert "Ann Bee of Ohio backs the Clean Canals Act" in html


def test_without_a_store_there_is_no_picture(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="does not exist"):
        view(tmp_path / "none", tmp_path / "graph.html")
    assert list(tmp_path.iterdir()) == []


def test_a_picture_that_cannot_be_written_is_the_callers_mistake(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(InputError, match="cannot be written"):
        view(make_store(tmp_path / "store"), tmp_path / "file" / "graph.html")
