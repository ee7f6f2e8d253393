"""The sample corpus is what its note promises, and the positions listed for it stand in it."""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest

from graphkit import resources

if TYPE_CHECKING:
    from collections.abc import Iterator

SAMPLE = Path(str(resources.data("sample")))
POSITIONS = Path(__file__).with_name("sample_positions.tsv")
SHARED_FOLDERS = ("seeds", "corpus", "eval/dev")
CHECKING = re.compile(r"[58]\d_")
"""Documents of `eval/dev` that nobody reads while the project is written."""
RUN_LENGTH = 9
TEXTS = sorted(SAMPLE.glob("*.txt"))
NAMES = [path.name for path in TEXTS]
TARGETS = {
    "Canal Fee Repeal Act",
    "Headwaters Fee Rule",
    "Household Data Fairness Act",
    "Rolling Clinics Program",
}
FORMS = {
    "floor vote report": 1,
    "lawsuit report": 1,
    "news article": 4,
    "press release": 3,
    "sign-on letter": 2,
    "statement": 1,
}


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def metadata(path: Path) -> dict[str, str | None]:
    return cast("dict[str, str | None]", json.loads(read(path.with_suffix(".meta.json"))))


def positions() -> list[tuple[str, ...]]:
    lines = [x for x in read(POSITIONS).splitlines() if not x.startswith("#")]
    assert lines[0].split("\t") == ["file", "actor", "polarity", "target"]
    return [tuple(line.split("\t")) for line in lines[1:]]


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def runs(text: str) -> Iterator[tuple[str, ...]]:
    found = words(text)
    yield from zip(*(found[i:] for i in range(RUN_LENGTH)), strict=False)


def forms() -> dict[str, str]:
    note = read(SAMPLE / "README.md")
    return dict(re.findall(r"^\| `([^`]+\.txt)` \| ([^|]+) \|", note, flags=re.MULTILINE))


def test_there_are_twelve_texts_with_metadata_and_a_note() -> None:
    numbers = [name[:3] for name in NAMES]
    assert numbers == [f"{n:02}-" for n in range(1, 13)]
    expected = {"README.md", *NAMES, *(f"{path.stem}.meta.json" for path in TEXTS)}
    assert {path.name for path in SAMPLE.iterdir()} == expected


def test_the_note_says_that_nobody_in_the_texts_exists() -> None:
    assert "Nobody and nothing in them exists" in read(SAMPLE / "README.md")


def test_the_note_lists_the_promised_forms() -> None:
    listed = forms()
    assert sorted(listed) == NAMES
    assert Counter(listed.values()) == FORMS


@pytest.mark.parametrize("path", TEXTS, ids=NAMES)
def test_each_text_has_a_natural_length(path: Path) -> None:
    assert 200 <= len(read(path).split()) <= 550


@pytest.mark.parametrize("path", TEXTS, ids=NAMES)
def test_metadata_is_complete_and_its_address_is_nobodys(path: Path) -> None:
    meta = metadata(path)
    assert set(meta) == {"title", "publisher", "date", "url"}
    assert meta["publisher"]
    assert date(2024, 1, 1) <= date.fromisoformat(str(meta["date"])) <= date(2025, 12, 31)
    assert (meta["url"] or "https://example.org/").startswith("https://example.org/")


def test_one_text_has_no_title_and_one_no_address() -> None:
    missing = Counter(key for path in TEXTS for key, value in metadata(path).items() if not value)
    assert missing == {"title": 1, "url": 1}


def test_the_texts_are_in_order_of_their_days_and_span_eighteen_months() -> None:
    days = [date.fromisoformat(str(metadata(path)["date"])) for path in TEXTS]
    assert days == sorted(days)
    assert 500 <= (days[-1] - days[0]).days <= 580


@pytest.mark.parametrize(
    ("mark", "name"),
    [
        pytest.param("FOR IMMEDIATE RELEASE", "03-rolling-clinics-release.txt", id="release"),
        pytest.param("###", "10-fee-repeal-release.txt", id="end-of-release"),
        pytest.param(
            "Sincerely,\n\nOdalys Brennick\n", "04-attorneys-general-letter.txt", id="signed"
        ),
        pytest.param("Dear Chairman Plumley:", "09-clinics-letter.txt", id="addressee"),
        pytest.param("sued the Federal Headwaters", "07-states-sue.txt", id="lawsuit"),
        pytest.param("The vote was 224-203.", "08-house-vote.txt", id="roll-call"),
        pytest.param("she wrote", "01-meter-data-bill.txt", id="pronoun"),
        pytest.param("policeman.\n\n“We", "05-pueblo-mayor.txt", id="quote-over-paragraphs"),
        pytest.param('"A canal', "02-canal-water-fee.txt", id="straight-quotes"),
        pytest.param("bill to block", "10-fee-repeal-release.txt", id="negating-bill"),
        pytest.param("I was wrong.", "12-merriwold-reversal.txt", id="reversal"),
    ],
)
def test_a_form_has_its_mark(mark: str, name: str) -> None:
    assert mark in read(SAMPLE / name)


def test_every_position_stands_in_its_text() -> None:
    strangers = [
        row for row in positions() if row[0] not in NAMES or row[1] not in read(SAMPLE / row[0])
    ]
    assert strangers == []


def test_the_positions_are_sorted_and_use_the_closed_words() -> None:
    rows = positions()
    assert rows == sorted(set(rows))
    assert {row[2] for row in rows} == {"supports", "opposes"}
    assert {row[3] for row in rows} == TARGETS
    assert {row[0] for row in rows} == set(NAMES)


def test_at_least_twenty_actors_come_back_in_a_second_text() -> None:
    texts_of: dict[str, set[str]] = {}
    for name, actor, _, _ in positions():
        texts_of.setdefault(actor, set()).add(name)
    assert len([actor for actor, texts in texts_of.items() if len(texts) > 1]) >= 20


def test_one_person_turned() -> None:
    sides: dict[tuple[str, str], set[str]] = {}
    for _, actor, polarity, target in positions():
        sides.setdefault((actor, target), set()).add(polarity)
    turned = [key for key, value in sides.items() if len(value) > 1]
    assert turned == [("Augusta Merriwold", "Headwaters Fee Rule")]


@pytest.mark.shared
def test_no_run_of_nine_words_is_shared_with_a_real_text(shared: Path) -> None:
    ours = {run for path in TEXTS for run in runs(read(path))}
    theirs = [
        path
        for folder in SHARED_FOLDERS
        for path in sorted((shared / folder).glob("*.txt"))
        if not (folder == "eval/dev" and CHECKING.match(path.name))
    ]
    assert theirs
    copied = {
        path.name: sorted(ours.intersection(runs(path.read_text("utf-8", errors="replace"))))
        for path in theirs
    }
    assert {name: found for name, found in copied.items() if found} == {}
