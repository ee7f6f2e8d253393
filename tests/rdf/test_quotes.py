"""Reading positions takes time in proportion to their number."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from graphkit.rdf import open_store
from graphkit.rdf.ordering import canonical
from graphkit.rdf.quotes import StanceReader
from graphkit.rdf.terms import Names
from graphkit.rdf.vocabulary import DEFAULT_BASE
from graphkit.records import EvidenceKind, Polarity
from tests.rdf.builders import Extracting, harbor, make_document

if TYPE_CHECKING:
    from pathlib import Path

    from graphkit.records import Document, Extraction

PEOPLE = 150
LIMIT_S = 5.0
"""It takes 0.3 s on two slow cores; joined row by row it took 16 s for 480 stances."""


def crowd() -> tuple[Document, Extraction]:
    text = "".join(f"Person {n:03} backs Plan {n % 7}. " for n in range(PEOPLE))
    document = make_document(text)
    note = Extracting(document)
    for n in range(PEOPLE):
        person, plan = note.person(f"Person {n:03}"), note.policy(f"Plan {n % 7}")
        words = f"Person {n:03} backs Plan {n % 7}"
        note.stance(person, Polarity.SUPPORTS, plan, words, kind=EvidenceKind.NARRATED)
    return document, note.done()


def test_positions_of_a_crowd_are_read_quickly(tmp_path: Path) -> None:
    document, extraction = crowd()
    with open_store(tmp_path / "s", create=True) as store:
        store.add(document, extraction)
        started = perf_counter()
        positions = store.positions()
        elapsed_s = perf_counter() - started
    assert positions.stances == canonical(extraction).stances
    assert elapsed_s < LIMIT_S


def test_stances_of_one_holder_or_target(tmp_path: Path) -> None:
    document, extraction = harbor()
    names = Names(DEFAULT_BASE)
    with open_store(tmp_path / "s", create=True) as store:
        store.add(document, extraction)
        read = canonical(store.extraction(document.id)).stances
        reader = StanceReader(store._database, names)  # what cards are read from
        held = [s for s, _ in reader.stances(holder=names.node("person/tam-reedham"))]
        about = [s for s, _ in reader.stances(target=names.node("policy/harbor-act"))]
        nobody = reader.stances(holder=names.node("person/nobody"))
    assert held == [s for s in read if s.holder == "person/tam-reedham"]
    assert about == [s for s in read if s.target == "policy/harbor-act"]
    assert nobody == ()


def test_a_quote_knows_the_source_of_a_document_without_a_title(tmp_path: Path) -> None:
    document, extraction = harbor(source="letters/a.txt", title=None)
    with open_store(tmp_path / "s", create=True) as store:
        store.add(document, extraction)
        found = {q for quotes in store.positions().quotes.values() for q in quotes}
    assert {(q.title, q.source) for q in found} == {(None, "letters/a.txt")}
