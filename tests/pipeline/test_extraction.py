"""From files to what they say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graphkit.errors import InputError, ModelError
from graphkit.io import ReadFault
from graphkit.pipeline import Extracted, extract

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "Governor Ann Bee of Ohio said she supports the Clean Canals Act.\n"


def _write(folder: Path, name: str, text: str = TEXT) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.model
def test_each_file_is_answered_in_the_order_given(tmp_path: Path) -> None:
    files = [
        _write(tmp_path, "b.txt"),
        _write(tmp_path, "empty.txt", ""),
        _write(tmp_path, "a.txt"),
    ]
    items = list(extract(files))
    assert [type(item) for item in items] == [Extracted, ReadFault, Extracted]
    assert [item.path for item in items if isinstance(item, Extracted)] == [files[0], files[2]]
    assert {
        item.document.text: item.extraction.document == item.document.id
        for item in items
        if isinstance(item, Extracted)
    } == {TEXT: True}


@pytest.mark.model
def test_stances_below_the_confidence_asked_for_are_left_out(tmp_path: Path) -> None:
    (item,) = extract([_write(tmp_path, "a.txt")], min_confidence=1.0)
    assert isinstance(item, Extracted)
    assert [s for s in item.extraction.stances if s.confidence < 1.0] == []


@pytest.mark.parametrize(
    ("names", "message"),
    [
        pytest.param([], "no file is named", id="nothing"),
        pytest.param(["none.txt"], "does not exist", id="missing"),
        pytest.param(["a.txt", "none.txt"], "does not exist", id="one-of-two-missing"),
        pytest.param(["folder"], "is a folder; name the files in it", id="folder"),
    ],
)
def test_what_cannot_be_named_is_refused_before_any_work(
    tmp_path: Path, names: list[str], message: str
) -> None:
    _write(tmp_path, "a.txt")
    (tmp_path / "folder").mkdir()
    with pytest.raises(InputError, match=message):
        extract([tmp_path / name for name in names])


def test_the_only_file_is_not_read_over(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"empty\.txt"):
        list(extract([_write(tmp_path, "empty.txt", "")]))


def test_an_unknown_model_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="no_such_model"):
        list(extract([_write(tmp_path, "a.txt")], model="no_such_model"))


@pytest.mark.model
@pytest.mark.parametrize("workers", [1, 2])
def test_a_list_of_names_makes_actors(tmp_path: Path, workers: int) -> None:
    names = _write(tmp_path, "names.tsv", "Ann Bee\tperson\tBee\nEsteria\tgovernment\n")
    files = [_write(tmp_path, f"{n}.txt", "Bee went to Esteria.\n") for n in "ab"]
    found = [
        sorted(a.name for a in item.extraction.actors())
        for item in extract(files, names=names, workers=workers)
        if isinstance(item, Extracted)
    ]
    assert found == [["Ann Bee", "Esteria"]] * 2


def test_a_bad_list_of_names_is_refused_before_any_work(tmp_path: Path) -> None:
    names = _write(tmp_path, "names.tsv", "Ann Bee\thuman\n")
    with pytest.raises(InputError, match="is no kind of actor"):
        extract([_write(tmp_path, "a.txt")], names=names)
