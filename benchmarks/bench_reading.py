"""Measure how fast texts are read: python -m benchmarks.bench_reading.

The bare spaCy pipeline reads the same texts in the same run, by turns, in CPU seconds of one core,
which other work on the machine lengthens less than those of a clock; the best of three rounds
counts. Writes `benchmarks/reading.md`.
"""

from __future__ import annotations

import os
import platform
import subprocess
import sys
import tempfile
import warnings
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter, process_time
from typing import TYPE_CHECKING

import spacy  # noqa: TID253 - it is what we are compared with

from graphkit.ids import mint_document_id, mint_text_cluster_id, source_key, text_digest
from graphkit.io import read_document
from graphkit.nlp import extract, load_language
from graphkit.nlp.language import DEFAULT_MODEL, REGISTRY_PACKAGES
from graphkit.pipeline import extract as extract_files
from graphkit.records import Document
from graphkit.resources import data

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from spacy.language import Language

ROUNDS = 3
PAGE = Path(__file__).with_name("reading.md")
CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus"
EVERY = 6
"""Of so many texts of the corpus beside the project one is read."""
COPIES = 3
"""So often the samples are read."""
LENGTHS = (100_000, 1_000_000)
"""Characters of one text."""
WORKERS = (1, 2)
HEAD = """# Reading

`python -m benchmarks.bench_reading`, {where}, load {load:.1f} on {cores} cores; {versions}.

Both read the same texts in the same run, by turns, in CPU seconds of one core, best of three.
*spaCy* is the bare pipeline `{model}` by `nlp.pipe`, *graphkit* is everything up to the extraction.

| texts | words | spaCy | graphkit | times as fast |
| --- | --- | --- | --- | --- |
"""
ON_CORES = """
With `extract --workers`, by the clock, with all that is loaded first:

| texts | workers | seconds | words a second |
| --- | --- | --- | --- |
"""
IN_LENGTH = """
One text, made of samples, in a process of its own; memory is what the process holds at most, less
what it holds when the language has loaded:

| characters | seconds | memory |
| --- | --- | --- |
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """Texts to read."""

    name: str
    documents: tuple[Document, ...]

    @property
    def words(self) -> int:
        """Their words."""
        return sum(len(document.text.split()) for document in self.documents)


def document_of(text: str, name: str) -> Document:
    """Return a document with a text of our own."""
    source = source_key(url=None, publisher=None, title=None, day=None, path=name)
    digest = text_digest(text)
    return Document(
        id=mint_document_id(source, digest),
        source=source,
        text=text,
        sha256=digest,
        text_cluster=mint_text_cluster_id(digest),
        path=name,
    )


def samples() -> list[str]:
    """Return the texts that the package brings."""
    files = sorted((f for f in data("sample").iterdir() if f.name.endswith(".txt")), key=str)
    return [file.read_text(encoding="utf-8") for file in files]


def loads() -> Iterator[Load]:
    """Yield the samples, and real texts where they lie beside the project."""
    texts = enumerate(samples() * COPIES)
    yield Load(name="samples", documents=tuple(document_of(text, f"{i}.txt") for i, text in texts))
    files = sorted(CORPUS.glob("*.txt"))[::EVERY]
    if files:
        yield Load(name="real articles", documents=tuple(read_document(file) for file in files))


def cpu_s(call: Callable[[], object]) -> float:
    """Return the CPU seconds that a call takes in this process."""
    start = process_time()
    call()
    return process_time() - start


def compare(load: Load, bare: Language, ours: Language) -> str:
    """Return a row with both speeds."""
    texts = [document.text for document in load.documents]
    spacy_s, graphkit_s = [], []
    for _ in range(ROUNDS):
        spacy_s.append(cpu_s(lambda: sum(len(doc) for doc in bare.pipe(texts))))
        graphkit_s.append(cpu_s(lambda: list(extract(ours, load.documents))))
    theirs, own = min(spacy_s), min(graphkit_s)
    speeds = f"{load.words / theirs:,.0f} words/s | {load.words / own:,.0f} words/s"
    return f"| {load.name} | {load.words:,} | {speeds} | {theirs / own:.2f} |\n"


def by_workers(load: Load, folder: Path) -> Iterator[str]:
    """Yield a row for each number of workers."""
    files = []
    for number, document in enumerate(load.documents):
        files.append(folder / f"{number}.txt")
        files[-1].write_text(document.text, encoding="utf-8", newline="")
    for workers in WORKERS:
        start = perf_counter()
        with closing(extract_files(files, workers=workers)) as found:
            sum(1 for _ in found)
        seconds = perf_counter() - start
        yield f"| {load.name} | {workers} | {seconds:.1f} | {load.words / seconds:,.0f} |\n"


def by_length() -> Iterator[str]:
    """Yield a row for each length, measured in a process of its own."""
    for length in LENGTHS:
        command = [sys.executable, "-m", "benchmarks.one_text", str(length)]
        answer = subprocess.run(  # noqa: S603 - our own program
            command, check=True, capture_output=True, text=True
        )
        seconds, memory_mb = (float(part) for part in answer.stdout.split())
        yield f"| {length:,} | {seconds:.1f} | {memory_mb:,.0f} MB |\n"


def page() -> Iterator[str]:
    """Yield the page piece by piece."""
    yield HEAD.format(
        where=f"{platform.machine()} {platform.system()}",
        load=os.getloadavg()[0],
        cores=os.cpu_count(),
        versions=f"Python {platform.python_version()}, spaCy {spacy.__version__}",
        model=DEFAULT_MODEL,
    )
    bare, ours = spacy.load(REGISTRY_PACKAGES[DEFAULT_MODEL]), load_language()
    all_loads = tuple(loads())
    for load in all_loads:
        yield compare(load, bare, ours)
    yield ON_CORES
    with tempfile.TemporaryDirectory() as folder:
        for load in all_loads:
            yield from by_workers(load, Path(folder))
    yield IN_LENGTH
    yield from by_length()


def main() -> None:
    """Measure, print the page and write it."""
    warnings.simplefilter("ignore", UserWarning)  # days that publishers wrote badly
    pieces = []
    for piece in page():
        sys.stdout.write(piece)
        sys.stdout.flush()
        pieces.append(piece)
    PAGE.write_text("".join(pieces), encoding="utf-8")


if __name__ == "__main__":
    main()
