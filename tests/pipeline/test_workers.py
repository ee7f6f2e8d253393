"""Several processes read what one would read, also when some of them are killed."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import threading
import time
from typing import TYPE_CHECKING

import pytest

from graphkit.errors import ModelError
from graphkit.pipeline import Extracted, Progress, build, extract, open_store
from graphkit.pipeline.workers import looked_ahead, sensible_workers
from graphkit.resources import data
from tests.cli.command import environment
from tests.pipeline.processes import are_gone, children, kill, memory_mb, wait_until

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from graphkit.pipeline import BuildReport

BEE = "Governor Ann Bee of Ohio said she supports the Clean Canals Act.\n"
HUGE = 950_000
"""Characters of a text whose reading takes many seconds."""
LOADED_MB = 250.0
"""A worker that has loaded holds 300 MB."""
CORES = 2


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with eleven texts and an empty file among them."""
    folder = tmp_path_factory.mktemp("workers") / "articles"
    folder.mkdir()
    names = sorted(f.name for f in data("sample").iterdir() if f.name.endswith(".txt"))
    for name in names[:11]:
        text = data(f"sample/{name}").read_text(encoding="utf-8")
        (folder / name).write_text(text, encoding="utf-8")
    (folder / f"{names[4][:-4]}-empty.txt").write_text("", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def alone(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[BuildReport, str]:
    """Return the report and the graph of one process."""
    return built(corpus, tmp_path_factory.mktemp("alone"), workers=1)


def built(
    corpus: Path,
    folder: Path,
    *,
    workers: int,
    progress: Callable[[Progress], None] | None = None,
) -> tuple[BuildReport, str]:
    """Build, and return the report and the N-Quads."""
    report = build([corpus], store=folder / "store", workers=workers, progress=progress)
    with open_store(folder / "store") as store:
        store.export(folder / "graph.nq")
    return report, (folder / "graph.nq").read_text(encoding="utf-8")


def tally(report: BuildReport) -> tuple[int, int, int, tuple[str, ...], bool]:
    failed = tuple(fault.message for fault in report.failed)
    return report.read, report.replaced, report.unchanged, failed, report.interrupted


@pytest.mark.parametrize(
    ("documents", "expected"), [(0, 1), (1, 1), (49, 1), (50, 2), (50_000, CORES)]
)
def test_no_worker_is_started_for_a_few_documents(
    monkeypatch: pytest.MonkeyPatch, documents: int, expected: int
) -> None:
    monkeypatch.setattr("os.sched_getaffinity", lambda _: set(range(CORES)), raising=False)
    assert sensible_workers(documents) == expected


@pytest.mark.parametrize(
    ("ahead", "taken"), [pytest.param(0, 1, id="none"), pytest.param(2, 3, id="two")]
)
def test_no_more_is_taken_than_allowed(ahead: int, taken: int) -> None:
    seen: list[int] = []

    def numbers() -> Iterator[int]:
        for number in range(5):
            seen.append(number)
            yield number

    rest = looked_ahead(numbers(), ahead=ahead)
    assert (next(rest), len(seen)) == (0, taken)
    assert list(rest) == [1, 2, 3, 4]


@pytest.mark.model
def test_two_workers_build_what_one_process_builds(
    corpus: Path, alone: tuple[BuildReport, str], tmp_path: Path
) -> None:
    steps: list[Progress] = []
    report, graph = built(corpus, tmp_path, workers=2, progress=steps.append)
    assert (tally(report), graph) == (tally(alone[0]), alone[1])
    names = sorted(path.name for path in corpus.iterdir())
    assert [(s.done, s.path.split("/")[-1]) for s in steps] == list(enumerate(names, start=1))
    again, graph = built(corpus, tmp_path, workers=2)
    assert (again.unchanged, graph) == (report.read, alone[1])
    assert children() == []


@pytest.mark.model
def test_one_source_twice_in_a_run_is_taken_as_by_one_process(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in (("a", BEE), ("b", BEE.replace("supports", "opposes")), ("c", BEE)):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        (folder / f"{name}.meta.json").write_text(
            json.dumps({"url": "https://example.org/a"}), encoding="utf-8"
        )
    found = []
    for workers in (1, 2):
        (tmp_path / str(workers)).mkdir()
        runs = [built(folder, tmp_path / str(workers), workers=workers) for _ in range(2)]
        found.append([(tally(report), graph) for report, graph in runs])
    assert found[0] == found[1]


@pytest.mark.model
def test_workers_that_are_killed_are_replaced_and_nothing_is_lost(
    corpus: Path, alone: tuple[BuildReport, str], tmp_path: Path
) -> None:
    killed: list[int] = []

    def kill_all(step: Progress) -> None:
        if step.done in {1, 5}:
            killed.append(kill(children()))

    report, graph = built(corpus, tmp_path, workers=2, progress=kill_all)
    assert killed == [2, 2]
    assert (tally(report), graph) == (tally(alone[0]), alone[1])


@pytest.mark.model
@pytest.mark.slow
def test_a_document_that_ends_two_workers_is_reported_and_the_others_are_in(
    corpus: Path, alone: tuple[BuildReport, str], tmp_path: Path
) -> None:
    huge = corpus / "zz-huge.txt"
    huge.write_text(BEE * (HUGE // len(BEE)), encoding="utf-8")
    others_are_in, done = threading.Event(), threading.Event()

    def kill_who_reads_it() -> None:
        others_are_in.wait()
        while not done.wait(0.02):
            kill([number for number in children() if memory_mb(number) > LOADED_MB])

    def watch(step: Progress) -> None:
        if step.done == step.total - 1:
            others_are_in.set()

    killer = threading.Thread(target=kill_who_reads_it)
    killer.start()
    try:
        report, graph = built(corpus, tmp_path, workers=2, progress=watch)
    finally:
        others_are_in.set()
        done.set()
        killer.join()
        huge.unlink()
    *others, last = report.failed
    assert "zz-huge.txt: the process that reads it was ended 2 times" in last.message
    assert "SIGKILL" in last.message
    assert (tuple(others), report.read, graph) == (alone[0].failed, alone[0].read, alone[1])


@pytest.mark.model
def test_a_run_that_is_told_to_stop_leaves_no_worker(corpus: Path, tmp_path: Path) -> None:
    answers = iter([False, True])
    report = build([corpus], store=tmp_path / "store", workers=2, stop=lambda: next(answers))
    assert (report.read, report.interrupted, children()) == (1, True, [])


@pytest.mark.model
def test_an_unknown_model_leaves_neither_store_nor_worker(corpus: Path, tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="no_such_model"):
        build([corpus], store=tmp_path / "store", model="no_such_model", workers=2)
    assert ((tmp_path / "store").exists(), children()) == (False, [])


@pytest.mark.model
def test_two_workers_extract_what_one_process_extracts_in_the_same_order(corpus: Path) -> None:
    files = sorted(corpus.iterdir(), reverse=True)
    assert list(extract(files, workers=2)) == list(extract(files))


@pytest.mark.model
def test_who_stops_listening_leaves_no_worker(corpus: Path) -> None:
    found = extract(sorted(corpus.iterdir()), workers=2)
    assert isinstance(next(found), Extracted)
    assert len(children()) == 2
    found.close()
    assert children() == []


@pytest.mark.model
@pytest.mark.parametrize(
    ("number", "code"),
    [
        pytest.param(signal.SIGINT, 130, id="ctrl-c"),
        pytest.param(signal.SIGKILL, -signal.SIGKILL, id="killed"),
    ],
)
def test_a_program_that_ends_early_leaves_no_worker(
    corpus: Path, tmp_path: Path, number: signal.Signals, code: int
) -> None:
    store = tmp_path / "store"
    command = ["-m", "graphkit", "build", str(corpus), "--store", str(store), "--workers", "2"]
    with subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, *command], env=environment(PYTHONPATH=":".join(sys.path))
    ) as program:
        wait_until((store / "graphkit.json").exists)
        wait_until(lambda: len(children(program.pid)) == 2)
        time.sleep(0.2)
        workers = children(program.pid)
        program.send_signal(number)
    assert program.returncode in {code, 0}
    wait_until(lambda: are_gone(workers))
