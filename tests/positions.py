"""Two small documents with what they say, written by hand, and a store that holds them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from graphkit.identity import resolve_extraction
from graphkit.ids import (
    ActorId,
    PolicyId,
    TargetId,
    TenureId,
    mint_document_id,
    mint_stance_id,
    mint_text_cluster_id,
    text_digest,
)
from graphkit.rdf import open_store
from graphkit.records import (
    Document,
    Evidence,
    EvidenceKind,
    Extraction,
    Person,
    Polarity,
    Policy,
    Span,
    Stance,
    Tenure,
)

if TYPE_CHECKING:
    from pathlib import Path

SAID = (
    ("Ann Bee", "Attorney General", "Ohio", Polarity.SUPPORTS, 0.9),
    ("Bob Cee", "Governor", "Iowa", Polarity.OPPOSES, 0.9),
    ("Cy Dee", "Mayor", "Toledo", Polarity.SUPPORTS, 0.9),
    ("Di Bee", "Mayor", "Akron", Polarity.OPPOSES, 0.2),
)
"""Holder, office, place, polarity and confidence of the stances of each document."""
WORDS = {Polarity.SUPPORTS: "backs", Polarity.OPPOSES: "rejects"}
POLICIES = ("Clean Canals Act", "Quiet Nights Rule")


def document_about(policy: str) -> tuple[Document, Extraction]:
    """Return a document in which each of `SAID` takes a stance on one policy."""
    lines = [
        f"{office} {name} of {place} {WORDS[polarity]} the {policy}."
        for name, office, place, polarity, _ in SAID
    ]
    text = "\n\n".join(lines) + "\n"
    url = f"https://example.org/{policy.replace(' ', '-').lower()}"
    sha256 = text_digest(text)
    document = Document(
        id=mint_document_id(url, sha256),
        source=url,
        text=text,
        sha256=sha256,
        text_cluster=mint_text_cluster_id(sha256),
        path="",
        title=f"Four voices on the {policy}",
        publisher="The Canal Herald",
        date=date(2024, 3, 1),
        url=url,
    )
    return document, resolve_extraction(_extraction(document, policy))


def _extraction(document: Document, name: str) -> Extraction:
    found = _span(document, name)
    policy = Policy(id=PolicyId("policy/local"), name=name, mentions=(found,))
    people, stances = [], []
    for place, (holder, office, jurisdiction, polarity, confidence) in enumerate(SAID):
        mention = _span(document, holder)
        tenure = Tenure(
            id=TenureId(f"tenure/{place}"),
            office=office,
            jurisdiction=jurisdiction,
            evidence=(_span(document, f"{office} {holder} of {jurisdiction}"),),
        )
        person = Person(
            id=ActorId(f"person/{place}"), name=holder, mentions=(mention,), tenures=(tenure,)
        )
        words = _span(document, f"{holder} of {jurisdiction} {WORDS[polarity]} the {name}")
        stances.append(
            Stance(
                id=mint_stance_id(
                    document.id,
                    holder=(mention.start, mention.end),
                    target=(found.start, found.end),
                    polarity=polarity,
                ),
                holder=person.id,
                target=TargetId(policy.id),
                polarity=polarity,
                confidence=confidence,
                evidence=(Evidence(span=words, kind=EvidenceKind.NARRATED),),
                in_capacity=tenure.id,
                stated_on=document.date,
            )
        )
        people.append(person)
    return Extraction(
        document=document.id, people=tuple(people), policies=(policy,), stances=tuple(stances)
    )


def _span(document: Document, words: str) -> Span:
    start = document.text.index(words)
    return Span(document=document.id, start=start, end=start + len(words))


def make_store(path: Path) -> Path:
    """Make a store at `path` that holds a document about each of `POLICIES`."""
    with open_store(path, create=True) as store:
        store.add_all(document_about(policy) for policy in POLICIES)
    return path


def content(path: Path) -> str:
    """Return all that a store says, as sorted N-Quads with the history."""
    out = path.with_name(f"{path.name}-content.nq")
    with open_store(path) as store:
        store.export(out, include_history=True)
    text = out.read_text(encoding="utf-8")
    out.unlink()
    return text
