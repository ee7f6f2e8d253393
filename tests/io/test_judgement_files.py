"""The table in which people decide which policies are one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graphkit.errors import InputError
from graphkit.ids import TargetId
from graphkit.io import add_pairs, read_judgements
from graphkit.records import KnownPolicy, PairReason, PolicyJudgement, PolicyPair

if TYPE_CHECKING:
    from pathlib import Path


def known(slug: str, *, name: str | None = None, quote: str = "some words") -> KnownPolicy:
    words = name or slug
    return KnownPolicy(
        id=TargetId(f"policy/{slug}"), name=words, names=(words,), quote=quote, source="a.txt"
    )


PAIR = PolicyPair(
    first=known("ban"), second=known("stop"), reason=PairReason.MEANING, similarity=0.8126
)
OTHER = PolicyPair(first=known("act"), second=known("hr-1"), reason=PairReason.NUMBER)
TABLE = """\
# Policies that may be one. Write same or different into the first column, and give the
# file to: graphkit build --judgements FILE. Where two are the same, the first id stays.
decision\tpolicy\tother\treason\tsimilarity\tnames\tquotes\tsources
\tpolicy/ban\tpolicy/stop\tmeaning\t0.81\t“ban” / “stop”\t“some words” / “some words”\t<a.txt> / <a.txt>
\tpolicy/act\tpolicy/hr-1\tnumber\t\t“act” / “hr-1”\t“some words” / “some words”\t<a.txt> / <a.txt>
"""  # noqa: E501


def test_pairs_are_a_table_to_fill_in(tmp_path: Path) -> None:
    path = tmp_path / "pairs.tsv"
    assert add_pairs(path, [PAIR, OTHER]) == 2
    assert path.read_text(encoding="utf-8") == TABLE
    assert read_judgements(path) == ()


def test_a_table_is_never_longer_than_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / "pairs.tsv"
    pairs = [
        PolicyPair(
            first=known(f"a{i}", quote="x" * 100_000), second=OTHER.first, reason=PairReason.NUMBER
        )
        for i in range(12)
    ]
    assert add_pairs(path, pairs) == 9
    assert read_judgements(path) == ()


def test_what_people_wrote_stays_and_only_new_pairs_are_added(tmp_path: Path) -> None:
    path = tmp_path / "pairs.tsv"
    add_pairs(path, [PAIR])
    filled = path.read_text(encoding="utf-8").replace("\n\tpolicy", "\nsame\tpolicy") + "# mine"
    path.write_text(filled, encoding="utf-8")
    assert add_pairs(path, [PAIR, OTHER]) == 1
    assert path.read_text(encoding="utf-8").startswith(filled + "\n\tpolicy/act\t")
    assert read_judgements(path) == (
        PolicyJudgement(policy=PAIR.first.id, other=PAIR.second.id, is_same=True),
    )


@pytest.mark.parametrize(
    "hostile",
    [
        pytest.param("=1+2", id="formula"),
        pytest.param("a\tsame\nsame\tpolicy/x\tpolicy/y", id="cells-and-rows"),
        pytest.param("\u2028same\tpolicy/x\tpolicy/y", id="line-of-another-kind"),
        pytest.param("\x0bsame\tpolicy/x\tpolicy/y", id="vertical-tab"),
    ],
)
def test_words_of_documents_make_no_cell_row_or_formula(tmp_path: Path, hostile: str) -> None:
    path = tmp_path / "pairs.tsv"
    bad = PolicyPair(
        first=known("a", name=hostile, quote=hostile), second=known("b"), reason=PairReason.NUMBER
    )
    add_pairs(path, [bad])
    rows = path.read_text(encoding="utf-8").splitlines()[3:]
    assert [len(row.split("\t")) for row in rows] == [8]
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in rows[0].split("\t"))
    assert read_judgements(path) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("same\tpolicy/a\tpolicy/b\n", [("a", "b", True)], id="same"),
        pytest.param("different\tpolicy/a\tpolicy/b", [("a", "b", False)], id="different"),
        pytest.param("same\tpolicy/a\tpolicy/b\r\n", [("a", "b", True)], id="windows"),
        pytest.param("\tpolicy/a\tpolicy/b\n", [], id="not-yet"),
        pytest.param("# same\tpolicy/a\tpolicy/b\n", [], id="comment"),
        pytest.param("decision\tpolicy\tother\n", [], id="empty"),
    ],
)
def test_rows_are_judgements(
    tmp_path: Path, text: str, expected: list[tuple[str, str, bool]]
) -> None:
    path = tmp_path / "judged.tsv"
    path.write_text(text, encoding="utf-8", newline="")
    found = [(j.policy[7:], j.other[7:], j.is_same) for j in read_judgements(path)]
    assert found == expected


@pytest.mark.parametrize(
    ("row", "message"),
    [
        pytest.param("yes\tpolicy/a\tpolicy/b", "judged.tsv:2: 'yes' is no decision", id="word"),
        pytest.param("same\tpolicy/a", "judged.tsv:2: .* are not the ids", id="one-id"),
        pytest.param("same\tpolicy/a\tpolicy/a", "are not the ids of two", id="one-twice"),
        pytest.param("same\tact\tbill", "are not the ids", id="names"),
    ],
)
def test_a_row_that_is_no_judgement_is_named(tmp_path: Path, row: str, message: str) -> None:
    path = tmp_path / "judged.tsv"
    path.write_text(f"# decided\n{row}\n", encoding="utf-8")
    with pytest.raises(InputError, match=message):
        read_judgements(path)


def test_a_missing_table_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"nowhere\.tsv"):
        read_judgements(tmp_path / "nowhere.tsv")
