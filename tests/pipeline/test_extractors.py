"""Extractors are found by name, our own and those of other packages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graphkit.errors import ExtractorError, GraphkitError, ModelError
from graphkit.io import ReadFault
from graphkit.pipeline import Extracted, build, extract, extractor_names, load_extractor
from graphkit.pipeline.extractors import check_names
from tests.pipeline.plugin import NAMES, install

if TYPE_CHECKING:
    from pathlib import Path

    from graphkit.records import Extractor

TEXT = "Governor Ann Bee backs the dredging fee.\n"


@pytest.fixture
def plugin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Install a package with extractors, and return a folder for texts."""
    folder = tmp_path / "site"
    folder.mkdir()
    monkeypatch.syspath_prepend(install(folder))
    return tmp_path


def _text(folder: Path, name: str = "a.txt") -> Path:
    path = folder / name
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_the_rules_are_there_without_any_package() -> None:
    assert extractor_names() == ("llm", "rules")


@pytest.mark.model
def test_the_rules_keep_the_contract() -> None:
    rules: Extractor = load_extractor("rules")

    assert [name for name, _ in rules.settings] == ["model"]


@pytest.mark.usefixtures("plugin")
def test_those_of_packages_are_listed() -> None:
    assert extractor_names() == tuple(sorted(("llm", "rules", *NAMES)))


@pytest.mark.usefixtures("plugin")
@pytest.mark.parametrize(
    ("name", "model", "words"),
    [
        pytest.param("keywords", None, "plain", id="no-model"),
        pytest.param("keywords", "long", "long", id="model-of-all"),
        pytest.param("keywords:own", "long", "own", id="model-of-its-own"),
    ],
)
def test_a_model_is_handed_on(name: str, model: str | None, words: str) -> None:
    assert load_extractor(name, model=model).settings == (("words", words),)


def test_the_model_of_the_rules_is_a_spacy_pipeline() -> None:
    with pytest.raises(ModelError, match="no_such_model"):
        load_extractor("rules:no_such_model")


@pytest.mark.usefixtures("plugin")
@pytest.mark.parametrize(
    ("name", "message"),
    [
        pytest.param("rulez", "'rulez' is not known; use one of: anxious, ", id="unknown"),
        pytest.param("nothing", "has no extract and no settings", id="no-extractor"),
        pytest.param("broken", "does not load: RuntimeError: no weights", id="raises"),
        pytest.param("missing", "does not load: AttributeError", id="missing"),
    ],
)
def test_what_does_not_load_is_named(name: str, message: str) -> None:
    with pytest.raises(ExtractorError, match=message):
        load_extractor(name)


def test_two_packages_with_one_name_are_told(plugin: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = plugin / "other"
    other.mkdir()
    monkeypatch.syspath_prepend(install(other, package="other_keywords"))

    with pytest.raises(ExtractorError, match=r"fictional_keywords:Keywords and other_keywords:"):
        load_extractor("keywords")


@pytest.mark.parametrize(
    ("names", "message"),
    [
        pytest.param((), "no extractor is named", id="none"),
        pytest.param(("rules", "rules"), "'rules' is named twice", id="twice"),
        pytest.param(("rules", "rulez"), "'rulez' is not known", id="unknown"),
    ],
)
def test_names_are_checked_before_any_work(names: tuple[str, ...], message: str) -> None:
    with pytest.raises(GraphkitError, match=message):
        check_names(names)


@pytest.mark.parametrize("workers", [1, 2])
def test_an_extractor_of_a_package_reads_files(plugin: Path, workers: int) -> None:
    files = [_text(plugin), _text(plugin, "b.txt")]

    found = list(extract(files, extractor="keywords", workers=workers))

    stances = [s for x in found if isinstance(x, Extracted) for s in x.extraction.stances]
    assert [(s.polarity.value, s.confidence) for s in stances] == [("supports", 0.9)] * 2
    # the pipeline has given them the ids that documents share
    assert len({s.holder for s in stances}) == 1


@pytest.mark.parametrize(
    ("name", "message"),
    [
        pytest.param("elsewhere", "is not in the text of a.txt", id="span-outside-the-text"),
        pytest.param("other-document", "answered for document document/other", id="document"),
    ],
)
def test_what_breaks_the_contract_is_a_fault_of_its_document(
    plugin: Path, name: str, message: str
) -> None:
    (found,) = extract([_text(plugin)], extractor=name)

    assert isinstance(found, ReadFault)
    assert message in found.message


def test_a_graph_is_built_with_an_extractor_of_a_package(plugin: Path) -> None:
    files, store = [_text(plugin), _text(plugin, "b.txt")], plugin / "store"

    first = build(files, store=store, extractor="keywords")
    again = build(files, store=store, extractor="keywords")
    other = build(files, store=store, extractor="keywords:longer")

    assert (first.read, first.counts.stances) == (2, 2)
    assert (again.unchanged, other.replaced) == (2, 2)


def test_a_document_that_breaks_the_contract_is_not_in_the_graph(plugin: Path) -> None:
    report = build([_text(plugin)], store=plugin / "store", extractor="elsewhere")

    assert (report.read, len(report.failed), report.counts.documents) == (0, 1, 0)
    assert "is not in the text of a.txt" in report.failed[0].message


@pytest.mark.parametrize("workers", [1, 2])
def test_what_an_extractor_warns_of_is_heard(plugin: Path, workers: int) -> None:
    files = [_text(plugin), _text(plugin, "b.txt")]
    with pytest.warns(UserWarning, match="is doubtful") as warned:
        found = list(extract(files, extractor="anxious", workers=workers))

    assert [type(item) for item in found] == [Extracted, Extracted]
    assert {str(w.message) for w in warned} == {"a.txt is doubtful", "b.txt is doubtful"}
