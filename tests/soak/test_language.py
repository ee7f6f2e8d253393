"""Strange texts go through the language room, the gate, the identities and the store."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graphkit.identity import resolve_extraction
from graphkit.nlp import extract
from graphkit.pipeline import view
from graphkit.rdf import open_store
from graphkit.rdf.ordering import canonical
from tests.soak.amounts import amount, batches
from tests.soak.laws import document_of, faults
from tests.soak.texts import HOSTILE, LONG_EVERY, MAKERS, trial

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.language import Language

    from graphkit.rdf import Store
    from graphkit.records import Document, Extraction

pytestmark = [pytest.mark.model, pytest.mark.slow]

TRIALS = amount(10_000, otherwise=300)
BATCH = 100
STORED_EVERY = 10
"""Writing takes as long as reading, so one text in ten is written."""


def read(nlp: Language, document: Document) -> tuple[Extraction, list[str]]:
    """Return what a document says, and what is wrong with it before and after resolving."""
    (found,) = extract(nlp, (document,))
    resolved = resolve_extraction(found)
    wrong = [*faults(found, document), *faults(resolved, document)]
    if resolve_extraction(resolved) != resolved:
        wrong.append("resolving it again changes it")
    return resolved, wrong


def stored(store: Store, document: Document, extraction: Extraction) -> list[str]:
    """Write a document to the store, and return what comes back otherwise."""
    store.add(document, extraction)
    same = store.text(document.id) == document.text
    same = same and store.extraction(document.id) == canonical(extraction)
    return [] if same else ["what comes back from the store is something else"]


@pytest.mark.parametrize("seeds", batches(TRIALS, size=BATCH), ids=str)
def test_strange_texts_are_read_and_stored(nlp: Language, tmp_path: Path, seeds: range) -> None:
    wrong: list[tuple[int, str]] = []
    with open_store(tmp_path / "store", create=True) as store:
        for seed in seeds:
            one = trial(seed)
            document = document_of(one.text, name=f"{seed}.txt", title=one.title)
            try:
                extraction, found = read(nlp, document)
                if seed % STORED_EVERY == 0:
                    found += stored(store, document, extraction)
            except Exception as error:
                error.add_note(f"show the text: python -m tests.soak.texts {seed}")
                raise
            wrong += [(seed, fault) for fault in found]
        assert wrong == []
        assert store.validate() == ()
        page = view(store, tmp_path / "page.html").read_text(encoding="utf-8")
    assert [attack for attack in HOSTILE[:2] if attack in page] == []


def test_one_number_makes_one_text() -> None:
    assert trial(7) == trial(7)
    assert trial(7).text != trial(8).text


def test_every_way_to_make_a_text_is_tried() -> None:
    tried = {trial(seed).maker for seed in range(max(TRIALS, LONG_EVERY))}
    assert tried == {"of_ten_thousand", *(make.__name__ for make in MAKERS)}
