"""The history keeps what runs added and withdrew, and stays out of every answer unless asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from graphkit.rdf import open_store
from graphkit.records import Run
from tests.rdf.builders import HARBOR_TEXT, harbor
from tests.rdf.test_store import exported

if TYPE_CHECKING:
    from pathlib import Path

MONDAY = Run(
    version="1", settings=(("model", "small"),), started=datetime(2031, 8, 1, 9, tzinfo=UTC)
)
TUESDAY = Run(version="2", started=datetime(2031, 8, 2, 9, tzinfo=UTC))
WORDS = """SELECT ?w { ?s prov:wasInvalidatedBy ?run ;
  gk:evidence/oa:hasTarget/oa:hasSelector/oa:exact ?w } ORDER BY ?w"""


def test_run_is_recorded(tmp_path: Path) -> None:
    with open_store(tmp_path / "s", create=True) as store:
        store.add(*harbor(), run=MONDAY)
        rows = store.query(
            """SELECT ?version ?setting ?time (COUNT(?s) AS ?stances) {
              ?run a gk:Run ; gk:setting ?setting ; prov:startedAtTime ?time ; gk:added ?s ;
                   prov:wasAssociatedWith/schema:softwareVersion ?version
            } GROUP BY ?version ?setting ?time""",
            include_history=True,
        )
    assert rows.values() == (("1", "model=small", datetime(2031, 8, 1, 9, tzinfo=UTC), 5),)


def test_withdrawn_stance_is_readable_with_its_words(tmp_path: Path) -> None:
    document, extraction = harbor()
    with open_store(tmp_path / "s", create=True) as store:
        store.add(document, extraction, run=MONDAY)
        store.add(document, replace(extraction, stances=extraction.stances[1:]), run=TUESDAY)
        assert store.query(WORDS, include_history=True).values() == (
            ("Governor Ana Bellwick backs the Harbor Act",),
        )
        assert store.query(WORDS).values() == ()
        assert store.validate() == ()


def test_withdrawn_stance_keeps_the_words_that_tell_its_day(tmp_path: Path) -> None:
    document, extraction = harbor()
    first, *others = extraction.stances
    span = first.evidence[0].span
    told = replace(first, date_words=replace(span, end=span.start + len("Governor")))
    days = """SELECT ?w { ?s prov:wasInvalidatedBy ?run ;
      gk:dateWords/oa:hasSelector/oa:exact ?w }"""
    with open_store(tmp_path / "s", create=True) as store:
        store.add(document, replace(extraction, stances=(told, *others)), run=MONDAY)
        store.add(document, replace(extraction, stances=tuple(others)), run=TUESDAY)
        assert store.query(days, include_history=True).values() == (("Governor",),)
        assert store.validate() == ()


def test_every_query_leaves_the_history_out(tmp_path: Path) -> None:
    with open_store(tmp_path / "s", create=True) as store:
        store.add(*harbor(), run=MONDAY)
        store.add(*harbor(HARBOR_TEXT + "Corrected."), run=TUESDAY)
        asked = "SELECT ?s { GRAPH ?g { ?s a gk:Run } }"
        assert store.query("SELECT ?s { ?s a gk:Run }").rows == ()
        assert store.query(asked).rows == ()
        assert len(store.query(asked, include_history=True).rows) == 2
        by_name = f"SELECT ?s {{ GRAPH <{store.base}history> {{ ?s a gk:Stance }} }}"
        assert store.query(by_name).rows == ()
        assert len(store.query(by_name, include_history=True).rows) == 5
        assert b"history" not in exported(store)
        assert b"history" in exported(store, include_history=True)


def test_stance_that_comes_back_leaves_the_history(tmp_path: Path) -> None:
    document, extraction = harbor()
    with open_store(tmp_path / "s", create=True) as store:
        store.add(document, extraction, run=MONDAY)
        store.add(document, replace(extraction, stances=()), run=TUESDAY)
        before = store.query(WORDS, include_history=True).rows
        store.add(document, extraction, run=replace(MONDAY, version="3"))
        assert len(before) == 5
        assert store.query(WORDS, include_history=True).rows == ()
        runs = "SELECT ?run { ?run gk:withdrew ?s } GROUP BY ?run"
        assert len(store.query(runs, include_history=True).rows) == 1


def test_same_run_again_changes_no_byte(tmp_path: Path) -> None:
    with open_store(tmp_path / "s", create=True) as store:
        store.add(*harbor(), run=MONDAY)
        before = exported(store, include_history=True)
        store.add(*harbor(), run=MONDAY)
        assert exported(store, include_history=True) == before


def test_run_without_time_has_none(tmp_path: Path) -> None:
    with open_store(tmp_path / "s", create=True) as store:
        store.add(*harbor())
        asked = "ASK { ?run a gk:Run . FILTER NOT EXISTS { ?run prov:startedAtTime ?t } }"
        assert store.query(asked, include_history=True).boolean is True


def test_time_without_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="has no time zone"):
        Run(version="1", started=datetime(2031, 8, 1, 9))  # noqa: DTZ001  # the fault under test
