"""The file in which people decide which policies are one.

A table of cells apart by tabs, as spreadsheets write it: the decision (same, different, or nothing
yet), the ids of two policies, and whatever else helps to decide. Lines that begin with # are none.
"""

from __future__ import annotations

from itertools import accumulate, islice
from typing import TYPE_CHECKING

from graphkit.errors import InputError
from graphkit.ids import TargetId
from graphkit.io._files import read_bytes
from graphkit.io._paths import shown
from graphkit.io.extraction_files import write_bytes
from graphkit.io.plain_text import MAX_CHARACTERS, decode_text
from graphkit.records import PolicyJudgement

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from graphkit.records import KnownPolicy, PolicyPair

MAX_JUDGEMENTS_BYTES = 20_000_000
COLUMNS = ("decision", "policy", "other", "reason", "similarity", "names", "quotes", "sources")
LONGEST = MAX_CHARACTERS
NEEDED = 3
"""Columns that a judgement is read from."""
SAME, DIFFERENT = "same", "different"
HEADER = (
    "# Policies that may be one. Write same or different into the first column, and give the\n"
    "# file to: graphkit build --judgements FILE. Where two are the same, the first id stays.\n"
)


def read_judgements(path: Path) -> tuple[PolicyJudgement, ...]:
    """Return what is decided in the file; rows without a decision are passed over.

    Raises:
        InputError: The file cannot be read, or a row is no judgement.
    """
    where = shown(path)
    text = decode_text(read_bytes(path, max_bytes=MAX_JUDGEMENTS_BYTES), where=where)
    return tuple(
        _judgement(cells, where=f"{where}:{number}") for number, cells in _rows(text) if cells[0]
    )


def _rows(text: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    for number, line in enumerate(text.splitlines(), start=1):
        cells = tuple(cell.strip() for cell in line.split("\t"))
        if any(cells) and not line.startswith("#") and cells[:NEEDED] != COLUMNS[:NEEDED]:
            yield number, cells


def _judgement(cells: tuple[str, ...], *, where: str) -> PolicyJudgement:
    decision, *ids = cells[:NEEDED]
    if decision not in {SAME, DIFFERENT}:
        raise InputError(f"{where}: {decision!r:.60} is no decision; write {SAME} or {DIFFERENT}")
    if len(ids) < NEEDED - 1 or not all("/" in i for i in ids) or ids[0] == ids[1]:
        raise InputError(f"{where}: {ids!r:.120} are not the ids of two policies; name both")
    policy, other = map(TargetId, ids)
    return PolicyJudgement(policy=policy, other=other, is_same=decision == SAME)


def add_pairs(path: Path, pairs: Iterable[PolicyPair]) -> int:
    """Write pairs behind what is in the file, none of them decided; return how many are new.

    What is in the file stays as it is, whoever wrote it. A pair that it has is not written again,
    nor are those that would make it too long to be read.

    Raises:
        InputError: The file is there and cannot be read.
        OSError: It cannot be written.
    """
    before = HEADER + "\t".join(COLUMNS) + "\n"
    if path.exists():
        before = decode_text(read_bytes(path, max_bytes=MAX_JUDGEMENTS_BYTES), where=shown(path))
    listed = {frozenset(cells[1:NEEDED]) for _, cells in _rows(before)}
    new = [p for p in pairs if frozenset((p.first.id, p.second.id)) not in listed]
    text = before if before.endswith("\n") or not before else f"{before}\n"
    rows = ["\t".join(_cells(pair)) + "\n" for pair in new]
    ends = accumulate(map(len, rows), initial=len(text))
    fitting = [row for row, end in zip(rows, islice(ends, 1, None), strict=True) if end <= LONGEST]
    write_bytes(path, "".join((text, *fitting)).encode())
    return len(fitting)


def _cells(pair: PolicyPair) -> tuple[str, ...]:
    both = (pair.first, pair.second)
    return (
        "",
        pair.first.id,
        pair.second.id,
        pair.reason.value,
        "" if pair.similarity is None else f"{pair.similarity:.2f}",
        _cell(" / ".join(f"“{p.name}”" for p in both)),
        _cell(" / ".join(f"“{p.quote}”" for p in both)),
        _cell(" / ".join(_plain_source(p) for p in both)),
    )


def _plain_source(policy: KnownPolicy) -> str:
    return f"<{policy.source}>"


def _cell(text: str) -> str:
    """Return text that ends neither cell nor row; its first mark keeps it from being a formula."""
    return " ".join(text.split())
