"""A store on disk: what goes in comes out, and nothing else."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from pyoxigraph import NamedNode
from pyoxigraph import Store as Oxigraph

from graphkit.errors import QueryError, ShapeError, StoreError, UnknownNameError
from graphkit.ids import TenureId
from graphkit.rdf import DEFAULT_BASE, Store, open_store
from graphkit.rdf.ordering import canonical
from graphkit.rdf.vocabulary import TYPE
from graphkit.records import Counts, Document, DocumentSummary, Extraction, ReviewStatus, Run
from tests.rdf.builders import HARBOR_TEXT, harbor, make_document, only_document
from tests.rdf.strategies import readings


def exported(store: Store, *, include_history: bool = False) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "all.nq"
        store.export(path, include_history=include_history)
        return path.read_bytes()


def test_document_and_extraction_come_back(tmp_path: Path) -> None:
    document, extraction = harbor()
    with open_store(tmp_path / "s", create=True) as store:
        store.add(document, extraction)
        assert store.document(document.id) == document
        assert store.extraction(document.id) == canonical(extraction)
        assert store.text(document.id) == HARBOR_TEXT


@settings(max_examples=15)
@given(readings())
def test_hostile_records_survive_the_disk(reading: tuple[Document, Extraction]) -> None:
    document, extraction = reading
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "s"
        with open_store(path, create=True) as store:
            store.add(document, extraction)
            before = exported(store)
            store.add(document, extraction)
            assert exported(store) == before
        with open_store(path) as store:
            assert store.extraction(document.id) == canonical(extraction)
            assert store.document(document.id) == document
            assert store.validate() == ()


def test_change_tells_what_is_new(tmp_path: Path) -> None:
    document, extraction = harbor()
    with open_store(tmp_path / "s", create=True) as store:
        first = store.add(document, extraction)
        again = store.add(document, extraction)
    assert first.added == tuple(sorted(s.id for s in extraction.stances))
    assert (again.added, again.withdrawn) == ((), ())


def test_add_all_counts(tmp_path: Path) -> None:
    other = make_document("Nothing here.", source="https://news.example/2")
    with open_store(tmp_path / "s", create=True) as store:
        assert store.add_all([harbor(), (other, only_document(other.id))]) == 2
        assert store.counts() == Counts(
            documents=2, people=3, groups=1, policies=1, actions=1, statements=1, stances=5
        )


def test_documents_are_listed_without_their_texts(tmp_path: Path) -> None:
    document, extraction = harbor()
    with open_store(tmp_path / "s", create=True) as store:
        store.add(document, extraction)
        assert store.documents() == (
            DocumentSummary(
                id=document.id,
                source="https://news.example/1",
                title="A title",
                publisher="The Example",
                date=date(2031, 3, 4),
                url="https://news.example/1",
                stances=5,
            ),
        )


def test_order_of_documents_changes_no_byte(tmp_path: Path) -> None:
    other = make_document("Nothing here.", source="https://news.example/2")
    pairs = [harbor(), (other, only_document(other.id))]
    with open_store(tmp_path / "a", create=True) as a, open_store(tmp_path / "b", create=True) as b:
        a.add_all(pairs)
        b.add_all(reversed(pairs))
        assert exported(a) == exported(b)


def test_failing_add_leaves_no_trace(tmp_path: Path) -> None:
    document, extraction = harbor()
    worse, bad = harbor(HARBOR_TEXT + "More.")
    nameless = Extraction(
        document=bad.document,
        people=bad.people,
        groups=bad.groups,
        policies=tuple(p.__class__(id=p.id, name="", mentions=p.mentions) for p in bad.policies),
        actions=bad.actions,
        stances=bad.stances,
    )
    with open_store(tmp_path / "s", create=True) as store:
        store.add(document, extraction)
        before = exported(store, include_history=True)
        with pytest.raises(ShapeError, match="gk:PolicyShape-label"):
            store.add(worse, nameless)
        assert exported(store, include_history=True) == before
        assert store.counts().stances == 5


def test_a_store_remembers_its_base(tmp_path: Path) -> None:
    base = "https://data.example/positions#"
    document, extraction = harbor()
    with open_store(tmp_path / "s", base=base, create=True) as store:
        store.add(document, extraction)
    with open_store(tmp_path / "s") as store:
        assert store.base == base
        assert store.query("SELECT ?s { ?s a gk:Policy }").rows[0][0].value == (  # type: ignore[union-attr]  # a bound cell
            f"{base}policy/harbor-act"
        )
        assert store.extraction(document.id) == canonical(extraction)
        assert store.validate() == ()


def test_positions_say_in_which_office_a_stance_is_held(tmp_path: Path) -> None:
    with open_store(tmp_path / "s", create=True) as store:
        store.add(*harbor())
        found = store.positions(min_confidence=0)
    words = {s.holder: found.capacities.get(s.in_capacity or TenureId("")) for s in found.stances}
    assert {str(holder): office for holder, office in words.items()} == {
        "person/ana-bellwick": "Governor, Oregon",
        "person/tam-reedham": "State Senator",
        "person/ida-mossgrove": "Mayor",
        "group/12-mayors": None,
    }


def test_positions_of_somebody_unknown_are_not_passed_over(tmp_path: Path) -> None:
    with open_store(tmp_path / "s", create=True) as store:
        store.add(*harbor())
    database = Oxigraph(str(tmp_path / "s" / "oxigraph"))
    holder = NamedNode(f"{DEFAULT_BASE}person/tam-reedham")
    for quad in list(database.quads_for_pattern(holder, TYPE, None)):
        database.remove(quad)
    del database
    with open_store(tmp_path / "s") as store:
        with pytest.raises(StoreError, match=r"'person/tam-reedham'.*graphkit validate"):
            store.positions()
        assert [p.node for p in store.validate()] != []


def test_positions_leave_out_what_is_uncertain(tmp_path: Path) -> None:
    document, extraction = harbor()
    with open_store(tmp_path / "s", create=True) as store:
        store.add(document, extraction)
        shown, everything = store.positions(), store.positions(min_confidence=0)
    assert everything.stances == canonical(extraction).stances
    assert [s for s in everything.stances if s not in shown.stances] == [
        s for s in canonical(extraction).stances if s.confidence < 0.5
    ]
    assert set(shown.entities) == {
        "person/ana-bellwick",
        "person/tam-reedham",
        "person/ida-mossgrove",
        "group/12-mayors",
        "policy/harbor-act",
    }


def test_positions_carry_the_exact_words(tmp_path: Path) -> None:
    document, extraction = harbor()
    with open_store(tmp_path / "s", create=True) as store:
        store.add(document, extraction)
        positions = store.positions()
    for stance in positions.stances:
        for quote in positions.quotes[stance.id]:
            start, end = quote.span.start, quote.span.end
            assert quote.exact == HARBOR_TEXT[start:end]
            assert HARBOR_TEXT[:start].endswith(quote.prefix)
            assert HARBOR_TEXT[end:].startswith(quote.suffix)
            assert (quote.title, quote.publisher) == ("A title", "The Example")


def test_positions_by_review_status(tmp_path: Path) -> None:
    with open_store(tmp_path / "s", create=True) as store:
        store.add(*harbor())
        assert len(store.positions(review_status=ReviewStatus.UNREVIEWED).stances) == 4
        assert store.positions(review_status=ReviewStatus.ACCEPTED).stances == ()


def test_positions_of_an_empty_store(tmp_path: Path) -> None:
    with open_store(tmp_path / "s", create=True) as store:
        assert store.positions().stances == ()
        assert store.counts() == Counts()
        assert store.documents() == ()
        assert store.validate() == ()
        assert exported(store) == b""


@pytest.mark.parametrize("name", ["text", "document", "extraction"])
def test_unknown_document(tmp_path: Path, name: str) -> None:
    with (
        open_store(tmp_path / "s", create=True) as store,
        pytest.raises(UnknownNameError, match="has no document 'document/none'"),
    ):
        getattr(store, name)("document/none")


def test_closed_store_says_so(tmp_path: Path) -> None:
    store = open_store(tmp_path / "s", create=True)
    store.close()
    store.close()
    with pytest.raises(StoreError, match="is closed; open it again"):
        store.counts()


@pytest.mark.filterwarnings("ignore:Dataset.default_context is deprecated")  # rdflib's own use
def test_dataset_answers_as_the_store_does(tmp_path: Path) -> None:
    query = "SELECT ?s { ?s a gk:Stance }"
    with open_store(tmp_path / "s", create=True) as store:
        store.add(*harbor(), run=Run(version="1"))
        rows = list(store.dataset().query(query))
        assert {str(row[0]) for row in rows} == {  # type: ignore[index]  # rows of SELECT
            str(row[0]) for row in store.query(query).rows
        }
        assert len(rows) == 5


def test_query_asks_the_union_of_documents(tmp_path: Path) -> None:
    with open_store(tmp_path / "s", create=True) as store:
        store.add(*harbor())
        result = store.query("SELECT ?p ?l { ?p a foaf:Person ; rdfs:label ?l } ORDER BY ?l")
    assert result.columns == ("p", "l")
    assert result.values() == (
        (f"{DEFAULT_BASE}person/ana-bellwick", "Ana Bellwick"),
        (f"{DEFAULT_BASE}person/ida-mossgrove", "Ida Mossgrove"),
        (f"{DEFAULT_BASE}person/tam-reedham", "Tam Reedham"),
    )


def test_unknown_named_query(tmp_path: Path) -> None:
    with (
        open_store(tmp_path / "s", create=True) as store,
        pytest.raises(QueryError, match="no query named 'nothing'; use one of q01-who-opposes"),
    ):
        store.query_named("nothing")
