"""From documents to a graph in a store."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from graphkit import resources
from graphkit.errors import InputError, ModelError, StoreError
from graphkit.pipeline import (
    BuildReport,
    Outcome,
    Progress,
    answer_query,
    build,
    export,
    open_store,
)
from graphkit.rdf import open_store as open_rdf_store
from graphkit.records import Run
from tests.positions import content, make_store

BEE = "Governor Ann Bee of Ohio said she supports the Clean Canals Act.\n"
CEE = "“I reject the Clean Canals Act,” said Mayor Bob Cee of Toledo.\n"


def _folder(parent: Path, **texts: str) -> Path:
    folder = parent / "articles"
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def _tally(report: BuildReport) -> tuple[int, int, int, int]:
    return report.read, report.replaced, report.unchanged, len(report.failed)


@pytest.mark.model
def test_a_second_run_changes_nothing(tmp_path: Path) -> None:
    folder, store = _folder(tmp_path, a=BEE, b=CEE), tmp_path / "store"
    assert _tally(build([folder], store=store)) == (2, 0, 0, 0)
    before = content(store)
    report = build([folder], store=store)
    assert _tally(report) == (0, 0, 2, 0)
    assert report.counts.documents == 2
    assert content(store) == before


@pytest.mark.model
def test_a_new_text_replaces_the_old_one_and_the_old_one_can_come_back(tmp_path: Path) -> None:
    folder, store = _folder(tmp_path, a=BEE), tmp_path / "store"
    build([folder], store=store)
    for text in (CEE, BEE):
        report = build([_folder(tmp_path, a=text)], store=store)
        assert _tally(report) == (0, 1, 0, 0)
        with open_store(store) as opened:
            current = [d.id for d in opened.documents() if d.replaced_by is None]
            assert [opened.text(identifier) for identifier in current] == [text]


@pytest.mark.model
def test_new_metadata_is_taken_in(tmp_path: Path) -> None:
    folder, store = _folder(tmp_path, a=BEE), tmp_path / "store"
    meta = {"title": "Old", "url": "https://example.org/a"}
    for title, expected in (("Old", (1, 0, 0, 0)), ("New", (0, 1, 0, 0)), ("New", (0, 0, 1, 0))):
        meta["title"] = title
        (folder / "a.meta.json").write_text(json.dumps(meta), encoding="utf-8")
        assert _tally(build([folder], store=store)) == expected
    with open_store(store) as opened:
        assert [d.title for d in opened.documents()] == ["New"]


@pytest.mark.model
def test_what_other_code_has_read_is_read_again(tmp_path: Path) -> None:
    folder, store = _folder(tmp_path, a=BEE), tmp_path / "store"
    build([folder], store=store)
    with open_rdf_store(store, create=True) as opened:
        (known,) = opened.documents()
        document, extraction = opened.document(known.id), opened.extraction(known.id)
        opened.add(document, extraction, run=Run(version="0.0.1"))
    assert _tally(build([folder], store=store)) == (0, 1, 0, 0)


@pytest.mark.model
def test_one_bad_document_is_reported_and_the_others_are_in(tmp_path: Path) -> None:
    folder = _folder(tmp_path, a=BEE, b="", c=CEE)
    report = build([folder], store=tmp_path / "store")
    assert _tally(report) == (2, 0, 0, 1)
    assert [(fault.path, "empty" in fault.message) for fault in report.failed] == [
        (str(folder / "b.txt"), True)
    ]
    assert report.counts.documents == 2


def test_a_strict_run_ends_at_the_bad_document(tmp_path: Path) -> None:
    folder, store = _folder(tmp_path, a=BEE, b="", c=CEE), tmp_path / "store"
    with pytest.raises(InputError, match=r"b\.txt"):
        build([folder], store=store, strict=True)
    assert not store.exists()


def test_a_strict_run_that_fails_leaves_the_store_as_it_was(tmp_path: Path) -> None:
    folder, store = _folder(tmp_path, a=BEE, b="", c=CEE), make_store(tmp_path / "store")
    before = content(store)
    with pytest.raises(InputError, match=r"b\.txt"):
        build([folder], store=store, strict=True)
    assert content(store) == before


@pytest.mark.model
def test_a_strict_run_without_a_bad_document_takes_all(tmp_path: Path) -> None:
    folder = _folder(tmp_path, a=BEE, c=CEE)
    assert _tally(build([folder], store=tmp_path / "store", strict=True)) == (2, 0, 0, 0)


@pytest.mark.model
def test_a_run_stops_between_documents_when_asked(tmp_path: Path) -> None:
    folder, store = _folder(tmp_path, a=BEE, b=CEE), tmp_path / "store"
    answers = iter([False, True])
    report = build([folder], store=store, stop=lambda: next(answers))
    assert (_tally(report), report.interrupted) == ((1, 0, 0, 0), True)
    assert _tally(build([folder], store=store)) == (1, 0, 1, 0)


@pytest.mark.model
def test_progress_is_told_after_each_document(tmp_path: Path) -> None:
    steps: list[Progress] = []
    folder = _folder(tmp_path, a=BEE, b="")
    build([folder], store=tmp_path / "store", progress=steps.append)
    assert [(s.done, s.total, s.outcome) for s in steps] == [
        (1, 2, Outcome.READ),
        (2, 2, Outcome.FAILED),
    ]


@pytest.mark.model
def test_the_order_of_the_sources_does_not_matter(tmp_path: Path) -> None:
    folder = _folder(tmp_path, a=BEE, b=CEE)
    names = ["a.txt", "b.txt"]
    for store, order in (("one", names), ("two", names[::-1])):
        build([folder / name for name in order], store=tmp_path / store)
    exported = []
    for store in ("one", "two"):
        with open_store(tmp_path / store) as opened:
            opened.export(tmp_path / f"{store}.nq")
        exported.append((tmp_path / f"{store}.nq").read_bytes())
    assert exported[0] == exported[1]


@pytest.mark.model
def test_a_turn_over_two_documents_is_told_whichever_came_first(tmp_path: Path) -> None:
    early, late = (
        resources.data("sample") / name
        for name in ("02-canal-water-fee.txt", "12-merriwold-reversal.txt")
    )
    contents = []
    for number, order in enumerate(((early, late), (late, early))):
        store = tmp_path / f"store-{number}"
        for file in order:
            build([Path(str(file))], store=store)
        export(store, tmp_path / "all.nq")
        contents.append((tmp_path / "all.nq").read_bytes())
    assert contents[0] == contents[1]

    told = answer_query(store, name="who-turned").values()
    turned = [row for row in told if row[1] == "turned"]
    assert [row[0] for row in turned] == ["Augusta Merriwold"]
    assert [row[2:4] for row in turned] == [(date(2024, 4, 25), "supports Headwaters Fee Rule")]
    assert [row[5:7] for row in turned] == [(date(2025, 9, 4), "opposes Headwaters Fee Rule")]


@pytest.mark.parametrize(
    ("texts", "names"),
    [
        pytest.param({}, ["none"], id="missing"),
        pytest.param({}, ["articles"], id="folder-without-documents"),
        pytest.param({"a": BEE}, ["articles", "none"], id="one-of-two-missing"),
        pytest.param({"a": ""}, ["articles"], id="only-an-empty-file"),
    ],
)
def test_where_nothing_can_be_read_no_store_is_made(
    tmp_path: Path, texts: dict[str, str], names: list[str]
) -> None:
    _folder(tmp_path, **texts)
    with pytest.raises(InputError):
        build([tmp_path / name for name in names], store=tmp_path / "store")
    assert not (tmp_path / "store").exists()


def test_where_all_of_many_are_bad_no_store_is_made(tmp_path: Path) -> None:
    report = build([_folder(tmp_path, a="", b="")], store=tmp_path / "store")
    assert _tally(report) == (0, 0, 0, 2)
    assert not (tmp_path / "store").exists()


def test_an_unknown_model_leaves_no_store_behind(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="no_such_model"):
        build([_folder(tmp_path, a=BEE)], store=tmp_path / "store", model="no_such_model")
    assert not (tmp_path / "store").exists()


@pytest.mark.model
def test_a_file_in_the_place_of_the_store_is_left_alone(tmp_path: Path) -> None:
    store = tmp_path / "store"
    store.write_text("mine", encoding="utf-8")
    with pytest.raises(StoreError, match="is a file"):
        build([_folder(tmp_path, a=BEE)], store=store)
    assert store.read_text(encoding="utf-8") == "mine"


@pytest.mark.model
def test_another_list_of_names_is_another_reading(tmp_path: Path) -> None:
    folder, store, names = _folder(tmp_path, a=BEE), tmp_path / "store", tmp_path / "names.tsv"
    build([folder], store=store)
    tallies = []
    for line in ("Toledo\tgovernment", "Toledo\tgovernment", "Ohio\tgovernment"):
        names.write_text(line, encoding="utf-8")
        tallies.append(_tally(build([folder], store=store, names=names)))
    assert tallies == [(0, 1, 0, 0), (0, 0, 1, 0), (0, 1, 0, 0)]


@pytest.mark.model
def test_a_document_with_mentions_is_read_anew(tmp_path: Path) -> None:
    folder, store = _folder(tmp_path, a=BEE), tmp_path / "store"
    beside = folder / "a.meta.json"
    beside.write_text('{"mentions": [{"start": 0, "end": 16}]}', encoding="utf-8")
    assert _tally(build([folder], store=store)) == (1, 0, 0, 0)
    assert _tally(build([folder], store=store)) == (0, 1, 0, 0)
