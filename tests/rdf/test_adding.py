"""A document replaces its graph as a whole; what does not fit its text is refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from graphkit.errors import ShapeError
from graphkit.ids import ActorId, DocumentId, TenureId
from graphkit.rdf import Store, open_store
from graphkit.records import Extraction, Polarity, Run, Span
from tests.rdf.builders import HARBOR_TEXT, harbor, make_document, only_document
from tests.rdf.test_store import exported

if TYPE_CHECKING:
    from pathlib import Path

MONDAY = Run(version="1", started=datetime(2031, 8, 1, 9, tzinfo=UTC))
TUESDAY = Run(version="1", started=datetime(2031, 8, 2, 9, tzinfo=UTC))


def without_stances(extraction: Extraction) -> Extraction:
    return replace(extraction, stances=())


def shortcuts(store: Store) -> set[str]:
    rows = store.query("SELECT ?h { ?h gk:supports|gk:opposes ?t }").rows
    return {str(row[0]).rpartition("/")[2] for row in rows}


def test_shortcuts_go_with_their_stances(tmp_path: Path) -> None:
    document, extraction = harbor()
    with open_store(tmp_path / "s", create=True) as store:
        store.add(document, extraction)
        assert shortcuts(store) == {"ana-bellwick", "tam-reedham", "ida-mossgrove", "12-mayors"}
        store.add(document, without_stances(extraction))
        assert shortcuts(store) == set()
        assert store.validate() == ()


def test_shortcut_stays_while_another_document_says_so(tmp_path: Path) -> None:
    first, second = harbor(), harbor(source="https://coast.example/7")
    with open_store(tmp_path / "s", create=True) as store:
        store.add_all([first, second])
        store.add(second[0], without_stances(second[1]))
        assert shortcuts(store) == {"ana-bellwick", "tam-reedham", "ida-mossgrove", "12-mayors"}
        store.add(first[0], without_stances(first[1]))
        assert shortcuts(store) == set()


def test_union_is_what_the_documents_say(tmp_path: Path) -> None:
    first, second = harbor(), harbor(HARBOR_TEXT + "More.", source="https://coast.example/7")
    query = "CONSTRUCT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }"
    with open_store(tmp_path / "s", create=True) as store:
        for pair in (
            first,
            second,
            (first[0], without_stances(first[1])),
            harbor(HARBOR_TEXT + " "),
        ):
            store.add(*pair)
            union = store.query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")
            assert union == store.query(query)


def test_one_stance_less_withdraws_that_one(tmp_path: Path) -> None:
    document, extraction = harbor()
    fewer = replace(extraction, stances=extraction.stances[1:])
    with open_store(tmp_path / "s", create=True) as store:
        store.add(document, extraction)
        change = store.add(document, fewer)
        assert (change.added, change.withdrawn) == ((), (extraction.stances[0].id,))
        assert len(store.positions(min_confidence=0).stances) == 4


def test_new_text_of_a_source_withdraws_the_old_stances(tmp_path: Path) -> None:
    old, new = harbor(), harbor(HARBOR_TEXT + "Corrected.")
    with open_store(tmp_path / "s", create=True) as store:
        store.add(*old, run=MONDAY)
        change = store.add(*new, run=TUESDAY)
        assert change.withdrawn == tuple(sorted(s.id for s in old[1].stances))
        assert change.added == tuple(sorted(s.id for s in new[1].stances))
        assert {s.id for s in store.positions(min_confidence=0).stances} == set(change.added)
        assert store.query("SELECT ?new ?old { ?new prov:wasRevisionOf ?old }").values() == (
            (f"{store.base}{new[0].id}", f"{store.base}{old[0].id}"),
        )
        assert [d.replaced_by for d in store.documents() if d.id == old[0].id] == [new[0].id]
        assert store.text(old[0].id) == HARBOR_TEXT
        assert store.counts().documents == 1
        assert store.counts().actions == 1


def test_old_text_that_comes_back_is_current_again(tmp_path: Path) -> None:
    old, new = harbor(), harbor(HARBOR_TEXT + "Corrected.")
    with open_store(tmp_path / "s", create=True) as store:
        store.add_all([old, new])
        change = store.add(*old)
        assert change.withdrawn == tuple(sorted(s.id for s in new[1].stances))
        assert [d.replaced_by for d in store.documents() if d.id == new[0].id] == [old[0].id]
        revisions = "SELECT ?new ?old { ?new prov:wasRevisionOf ?old }"
        assert store.query(revisions).values() == (
            (f"{store.base}{old[0].id}", f"{store.base}{new[0].id}"),
        )
        assert store.validate() == ()


def test_same_text_of_two_sources_shares_a_cluster(tmp_path: Path) -> None:
    with open_store(tmp_path / "s", create=True) as store:
        store.add_all([harbor(), harbor(source="https://coast.example/7")])
        clusters = store.query("SELECT DISTINCT ?c { ?d gk:textCluster ?c }").rows
        assert len(clusters) == 1
        assert store.counts().documents == 2


def test_content_holds_no_clock_time(tmp_path: Path) -> None:
    with open_store(tmp_path / "a", create=True) as a, open_store(tmp_path / "b", create=True) as b:
        a.add(*harbor(), run=MONDAY)
        b.add(*harbor(), run=TUESDAY)
        assert exported(a) == exported(b)
        assert exported(a, include_history=True) != exported(b, include_history=True)


def broken(name: str) -> Extraction:
    _, extraction = harbor()
    far = Span(document=extraction.document, start=5, end=len(HARBOR_TEXT) + 1)
    elsewhere = Span(document=DocumentId("document/other"), start=0, end=3)
    person = extraction.people[0]
    stance = extraction.stances[0]
    ghost = replace(stance, in_capacity=TenureId("tenure/none"))
    return {
        "mention-beyond-the-text": replace(
            extraction, people=(replace(person, mentions=(far,)), *extraction.people[1:])
        ),
        "tenure-of-another-document": replace(
            extraction,
            people=(
                replace(person, tenures=(replace(person.tenures[0], evidence=(elsewhere,)),)),
                *extraction.people[1:],
            ),
        ),
        "action-beyond-the-text": replace(
            extraction, actions=(replace(extraction.actions[0], evidence=(far,)),)
        ),
        "statement-beyond-the-text": replace(
            extraction, statements=(replace(extraction.statements[0], quote=far),)
        ),
        "cue-beyond-the-text": replace(
            extraction, statements=(replace(extraction.statements[0], cue=far),)
        ),
        "stance-beyond-the-text": replace(
            extraction,
            stances=(replace(stance, evidence=(replace(stance.evidence[0], span=far),)),),
        ),
        "tenure-nobody-has": replace(extraction, stances=(ghost,)),
        "signer-nobody-knows": replace(
            extraction, actions=(replace(extraction.actions[0], signers=(ActorId("person/none"),)),)
        ),
    }[name]


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("mention-beyond-the-text", "does not lie in its text"),
        ("tenure-of-another-document", "of document/other does not lie"),
        ("action-beyond-the-text", "does not lie in its text"),
        ("statement-beyond-the-text", "does not lie in its text"),
        ("cue-beyond-the-text", "does not lie in its text"),
        ("stance-beyond-the-text", "does not lie in its text"),
        ("tenure-nobody-has", "gk:StanceShape-inCapacity"),
    ],
)
def test_what_does_not_fit_is_refused(tmp_path: Path, name: str, fault: str) -> None:
    document, _ = harbor()
    with open_store(tmp_path / "s", create=True) as store:
        with pytest.raises(ShapeError, match=fault):
            store.add(document, broken(name))
        assert exported(store, include_history=True) == b""


def test_extraction_of_another_document(tmp_path: Path) -> None:
    document, _ = harbor()
    with open_store(tmp_path / "s", create=True) as store:
        with pytest.raises(ShapeError, match="the extraction is of document/other"):
            store.add(document, only_document(DocumentId("document/other")))
        assert store.counts().documents == 0


def test_digest_of_another_text(tmp_path: Path) -> None:
    document, extraction = harbor()
    with open_store(tmp_path / "s", create=True) as store:
        with pytest.raises(ShapeError, match="sha256 is not that of the text"):
            store.add(replace(document, text=document.text.upper()), extraction)
        assert store.counts().documents == 0


@pytest.mark.parametrize("where", ["text", "title"])
def test_half_a_character(tmp_path: Path, where: str) -> None:
    text = "ab \ud800" if where == "text" else "ab"
    document = make_document(
        text,
        title="\udfff" if where == "title" else None,
    )
    with open_store(tmp_path / "s", create=True) as store:
        with pytest.raises(ShapeError, match="lone surrogate"):
            store.add(document, only_document(document.id))
        assert exported(store, include_history=True) == b""


def test_no_more_than_three_faults_are_named(tmp_path: Path) -> None:
    document, extraction = harbor()
    ghost = tuple(replace(s, in_capacity=TenureId("tenure/none")) for s in extraction.stances)
    with (
        open_store(tmp_path / "s", create=True) as store,
        pytest.raises(ShapeError, match=r"breaks 5 shape\(s\)") as caught,
    ):
        store.add(document, replace(extraction, stances=ghost))
    assert str(caught.value).count("gk:StanceShape-inCapacity") == 3


def test_neutral_stance_has_no_shortcut(tmp_path: Path) -> None:
    document, extraction = harbor()
    neutral = [s for s in extraction.stances if s.polarity is Polarity.NEUTRAL]
    with open_store(tmp_path / "s", create=True) as store:
        store.add(document, replace(extraction, stances=tuple(neutral)))
        assert shortcuts(store) == set()
        assert store.validate() == ()
