"""Faults of stores and files: quotations, shortcuts, digests, broken files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graphkit.errors import InputError
from graphkit.rdf import open_store, validate_file
from tests.rdf.builders import HARBOR_TEXT, harbor

if TYPE_CHECKING:
    from pathlib import Path


def exported_text(tmp_path: Path, name: str) -> str:
    with open_store(tmp_path / "s", create=True) as store:
        store.add(*harbor())
        store.add(*harbor(HARBOR_TEXT + "Corrected."))
        store.export(tmp_path / name, include_history=True)
    return (tmp_path / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["all.nq", "all.trig", "all.jsonld"])
def test_export_is_valid(tmp_path: Path, name: str) -> None:
    exported_text(tmp_path, name)
    assert validate_file(tmp_path / name) == ()


def test_union_is_valid(tmp_path: Path) -> None:
    with open_store(tmp_path / "s", create=True) as store:
        store.add(*harbor())
        store.export(tmp_path / "all.ttl")
    assert validate_file(tmp_path / "all.ttl") == ()


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        pytest.param(
            '#exact> "I will vote against the Harbor Act."',
            '#exact> "I will vote for the Harbor Act."',
            "quote-is-the-text",
            id="forged-quotation",
        ),
        pytest.param(
            '#prefix> "Governor "', '#prefix> "Senator "', "quote-is-the-text", id="forged-prefix"
        ),
        pytest.param("Corrected.", "Corrupted.", "digest-is-of-the-text", id="forged-text"),
        pytest.param(
            "#polarity> <https://w3id.org/graphkit/ontology#supports>",
            "#polarity> <https://w3id.org/graphkit/ontology#opposes>",
            "shortcut-has-a-stance",
            id="turned-stance",
        ),
        pytest.param(
            '#confidence> "0.75"', '#confidence> "7.5"', "gk:StanceShape-confidence", id="too-sure"
        ),
    ],
)
def test_forgery_is_found(tmp_path: Path, old: str, new: str, rule: str) -> None:
    text = exported_text(tmp_path, "all.nq")
    assert old in text
    (tmp_path / "forged.nq").write_text(text.replace(old, new), encoding="utf-8")
    problems = validate_file(tmp_path / "forged.nq")
    assert {p.rule for p in problems} == {rule}
    assert all(p.document for p in problems)


def test_evidence_without_its_text(tmp_path: Path) -> None:
    lines = exported_text(tmp_path, "all.nq").splitlines()
    rest = [line for line in lines if "#text>" not in line]
    (tmp_path / "bare.nq").write_text("\n".join(rest), encoding="utf-8")
    problems = validate_file(tmp_path / "bare.nq")
    assert {p.message for p in problems} == {"the text of its document is not here"}


def test_problems_are_sorted(tmp_path: Path) -> None:
    text = exported_text(tmp_path, "all.nq").replace('"0.75"', '"7.5"')
    (tmp_path / "bad.nq").write_text(text, encoding="utf-8")
    problems = validate_file(tmp_path / "bad.nq")
    keys = [(p.document, p.node, p.rule) for p in problems]
    assert keys == sorted(keys)
    assert len(keys) > 1


@pytest.mark.parametrize(
    ("name", "content", "fault"),
    [
        pytest.param("a.ttl", "<a:b> <a:b>", "a.ttl is malformed at line 1 column 12", id="syntax"),
        pytest.param("a.ttl", "<b> <a:b> 1 .", "malformed", id="relative-iri"),
        pytest.param("a.csv", "a,b", "use one of .nq", id="ending"),
        pytest.param("a.nq", "\x00\x01", "is malformed", id="binary"),
        pytest.param("missing.ttl", None, "does not exist", id="missing"),
    ],
)
def test_file_that_is_no_graph(tmp_path: Path, name: str, content: str | None, fault: str) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_text(content)
    with pytest.raises(InputError, match=fault):
        validate_file(path)


def test_file_without_triples(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text("# nothing\n")
    assert validate_file(tmp_path / "a.ttl") == ()
