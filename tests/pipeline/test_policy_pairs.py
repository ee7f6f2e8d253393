"""From documents by way of people's judgements to one policy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graphkit import pipeline
from graphkit.errors import InputError, ModelError
from graphkit.io import read_judgements
from graphkit.records import PairReason
from tests.embeddings.small_model import write_model

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.model

TEXTS = {
    "a.txt": "Sen. Ann Bee opposes the Tenant Credit Act (TCA).\n",
    "b.txt": "Gov. Cal Dorn backs the TCA.\n",
    "c.txt": "Rep. Gus Hale voted for H.R. 412, the Tenant Credit Act.\n",
    "d.txt": "Mayor Eva Fink opposes H.R. 412.\n",
    "e.txt": "Mayor Eva Fink condemned the harbor levy.\n",
}
EXPLAINED = {
    ("Tenant Credit Act (TCA)", "TCA", PairReason.ABBREVIATION),
    ("Tenant Credit Act", "H.R. 412", PairReason.NUMBER),
}


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("texts")
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def store(texts: Path) -> Path:
    path = texts.parent / f"{texts.name}-store"
    pipeline.build([texts], store=path)
    return path


def test_pairs_that_documents_explain_are_found_with_their_words(store: Path) -> None:
    pairs = pipeline.suggest_policy_pairs(store)
    assert {(p.first.name, p.second.name, p.reason) for p in pairs} == EXPLAINED
    quotes = {p.reason: (p.first.quote, p.second.quote) for p in pairs}
    assert quotes[PairReason.NUMBER] == (TEXTS["c.txt"].strip(), TEXTS["d.txt"].strip())


def test_names_that_lie_close_are_found_after_them(store: Path, tmp_path: Path) -> None:
    meaning = pipeline.Meaning(folder=write_model(tmp_path), minimum=-1.0)
    pairs = pipeline.suggest_policy_pairs(store, meaning=meaning)
    assert {p.reason for p in pairs[:2]} == {PairReason.ABBREVIATION, PairReason.NUMBER}
    close = [p.similarity or 0.0 for p in pairs[2:]]
    assert {p.reason for p in pairs[2:]} == {PairReason.MEANING}
    assert close == sorted(close, reverse=True)


def test_a_model_that_is_none_is_told(store: Path, tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"config\.json cannot be read"):
        pipeline.suggest_policy_pairs(store, meaning=pipeline.Meaning(folder=tmp_path))


def test_judgements_make_one_policy_and_survive_later_runs(texts: Path, tmp_path: Path) -> None:
    table, built = tmp_path / "pairs.tsv", tmp_path / "store"
    pipeline.build([texts], store=built)
    before = pipeline.find_card(built, "Tenant Credit Act")
    assert pipeline.write_policy_pairs(pipeline.suggest_policy_pairs(built), table) == 2
    filled = table.read_text(encoding="utf-8").replace("\n\tpolicy", "\nsame\tpolicy")
    table.write_text(filled, encoding="utf-8")

    report = pipeline.build([texts], store=built, judgements=table)

    assert (report.replaced, report.counts.policies) == (5, 2)
    card = pipeline.find_card(built, "Tenant Credit Act")
    assert len(before.stances_about) < len(card.stances_about)
    assert {(s.holder.label, s.stance.polarity.value) for s in card.stances_about} == {
        ("Ann Bee", "opposes"),
        ("Cal Dorn", "supports"),
        ("Gus Hale", "supports"),
        ("Eva Fink", "opposes"),
    }
    assert pipeline.validate(built) == ()
    assert pipeline.suggest_policy_pairs(built, judgements=table) == ()
    # a later run changes nothing, and neither does one from nothing
    again = pipeline.build([texts], store=built, judgements=table)
    assert (again.unchanged, again.replaced) == (5, 0)
    assert pipeline.write_policy_pairs(pipeline.suggest_policy_pairs(built), table) == 0
    assert table.read_text(encoding="utf-8") == filled


def test_what_is_judged_different_is_not_asked_again(store: Path, tmp_path: Path) -> None:
    table = tmp_path / "pairs.tsv"
    pipeline.write_policy_pairs(pipeline.suggest_policy_pairs(store), table)
    filled = table.read_text(encoding="utf-8").replace("\n\tpolicy", "\ndifferent\tpolicy")
    table.write_text(filled, encoding="utf-8")
    assert [j.is_same for j in read_judgements(table)] == [False, False]
    assert pipeline.suggest_policy_pairs(store, judgements=table) == ()


def test_judgements_of_what_is_no_longer_there_are_told(store: Path, tmp_path: Path) -> None:
    table = tmp_path / "pairs.tsv"
    table.write_text(
        "same\tpolicy/tenant-credit-act\tpolicy/anything\n"
        "same\tpolicy/anything\tpolicy/more\n"
        "different\tpolicy/gone\tpolicy/harbor-levy\n",
        encoding="utf-8",
    )
    orphaned = pipeline.orphaned_judgements(store, table)
    assert [(j.policy, j.other) for j in orphaned] == [("policy/gone", "policy/harbor-levy")]


def test_with_judgements_that_merge_nothing_a_store_is_as_without(
    texts: Path, store: Path, tmp_path: Path
) -> None:
    table = tmp_path / "pairs.tsv"
    table.write_text("different\tpolicy/a\tpolicy/b\n", encoding="utf-8")
    built = tmp_path / "built"
    pipeline.build([texts], store=built, judgements=table)
    assert exported(built) == exported(store)
    report = pipeline.build([texts], store=built)
    assert (report.unchanged, report.replaced) == (5, 0)


def exported(store: Path) -> str:
    return pipeline.export(store, store.with_suffix(".nq")).read_text(encoding="utf-8")


def test_a_table_that_is_wrong_leaves_the_store_alone(texts: Path, tmp_path: Path) -> None:
    table = tmp_path / "pairs.tsv"
    table.write_text("perhaps\tpolicy/a\tpolicy/b\n", encoding="utf-8")
    with pytest.raises(InputError, match="'perhaps' is no decision"):
        pipeline.build([texts], store=tmp_path / "none", judgements=table)
    assert not (tmp_path / "none").exists()


def test_a_table_that_cannot_be_written_is_told(store: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(InputError, match="cannot be written"):
        pipeline.write_policy_pairs(
            pipeline.suggest_policy_pairs(store), tmp_path / "file" / "pairs.tsv"
        )
