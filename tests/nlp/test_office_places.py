"""What tells the jurisdiction of an office, and how sure that is; all people are fictional."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from graphkit.ids import mint_document_id, mint_text_cluster_id
from graphkit.nlp import extract
from graphkit.nlp.office_places import CONFIDENCE, confidence_of
from graphkit.records import Document
from graphkit.records import JurisdictionSource as Source

if TYPE_CHECKING:
    from spacy.language import Language

    from graphkit.records import Tenure

CASES = [
    pytest.param("Ohio Gov. Ann Bee spoke.", ("Ohio", Source.TITLE), id="title"),
    pytest.param("Home Secretary Ann Bee spoke.", ("United Kingdom", Source.TITLE), id="fixed"),
    pytest.param("Gov. Ann Bee of Ohio spoke.", ("Ohio", Source.APPOSITION), id="after-the-name"),
    pytest.param(
        "Ann Bee, the governor of Ohio, spoke.", ("Ohio", Source.APPOSITION), id="apposition"
    ),
    pytest.param("Sen. Ann Bee (D-OH) spoke.", ("Ohio", Source.PARTY_TAG), id="party-tag"),
    pytest.param("In Ohio, Gov. Ann Bee spoke.", ("Ohio", Source.TEXT), id="sentence"),
    pytest.param("COLUMBUS, Ohio — Gov. Ann Bee spoke.", ("Ohio", Source.DATELINE), id="dateline"),
    pytest.param("Attorney General Ann Bee spoke.", ("United States", Source.OFFICE), id="office"),
    pytest.param("Gov. Ann Bee spoke.", (None, None), id="nothing-tells"),
    pytest.param("The historian Ann Bee spoke.", (None, None), id="no-jurisdiction"),
    pytest.param("Sen. Ann Bee spoke in Ohio.", (None, None), id="not-where-it-was-said"),
]


def tenure(nlp: Language, text: str, publisher: str | None = None) -> Tenure:
    """Return the only tenure of the only person of a text."""
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    document = Document(
        id=mint_document_id("note.txt", sha256),
        source="note.txt",
        text=text,
        sha256=sha256,
        text_cluster=mint_text_cluster_id(sha256),
        path="note.txt",
        publisher=publisher,
    )
    (found,) = extract(nlp, [document])
    (person,) = found.people
    (only,) = person.tenures
    return only


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_jurisdictions_say_what_tells_them(
    nlp: Language, text: str, expected: tuple[str | None, Source | None]
) -> None:
    found = tenure(nlp, text)
    assert (found.jurisdiction, found.jurisdiction_source) == expected
    assert found.jurisdiction_confidence == confidence_of(expected[1])


def test_the_office_that_publishes_a_text_tells_its_state(nlp: Language) -> None:
    found = tenure(nlp, "Attorney General Ann Bee spoke.", "Office of the Ohio Attorney General")
    assert (found.jurisdiction, found.jurisdiction_source) == ("Ohio", Source.PUBLISHER)


def test_every_source_has_a_confidence() -> None:
    assert set(CONFIDENCE) == set(Source)
