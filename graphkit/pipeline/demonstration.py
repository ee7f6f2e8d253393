"""From the sample corpus to a graph and a first look at it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from graphkit.errors import StoreError
from graphkit.pipeline.answers import open_store
from graphkit.pipeline.building import BuildReport, Progress, build
from graphkit.pipeline.pictures import NetworkKind, network, view
from graphkit.resources import data

if TYPE_CHECKING:
    import os
    from collections.abc import Callable

    from graphkit.analysis import RankedPair
    from graphkit.rdf import QueryResult

PAIRS_SHOWN = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoAnswer:
    """A query of the demonstration as one would type it, with its answer.

    Attributes:
        question: In plain words, from the first line of the query.
    """

    question: str
    sparql: str
    result: QueryResult


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoReport:
    """What the demonstration built and found.

    Attributes:
        agreeing: The actors with the most policies in common, most first.
        opposed: The actors against each other on the most policies, most first.
    """

    store: Path
    page: Path
    build: BuildReport
    answers: tuple[DemoAnswer, ...]
    agreeing: tuple[RankedPair, ...]
    opposed: tuple[RankedPair, ...]


def demo(
    out: str | os.PathLike[str] = "demo",
    *,
    model: str | None = None,
    progress: Callable[[Progress], None] | None = None,
) -> DemoReport:
    """Build a graph from the packaged sample corpus in a folder, and look at it.

    The folder then has `store/` and `graph.html`; running it again is quick and changes nothing.

    Raises:
        StoreError: The folder holds something else; nothing in it is touched.
        ModelError: The spaCy pipeline does not load.
    """
    from graphkit.analysis import rank_pairs

    folder = Path(out)
    _check_folder(folder)
    store, page = folder / "store", folder / "graph.html"
    built = build([sample_corpus()], store=store, model=model, progress=progress)
    with open_store(store) as opened:
        answers = tuple(
            DemoAnswer(question=question, sparql=sparql, result=opened.query(sparql))
            for question, sparql in demo_queries()
        )
        view(opened, page, title="The sample corpus of graphkit")
        congruence = network(opened, kind=NetworkKind.CONGRUENCE)
        conflict = network(opened, kind=NetworkKind.CONFLICT)
    return DemoReport(
        store=store,
        page=page,
        build=built,
        answers=answers,
        agreeing=rank_pairs(congruence, limit=PAIRS_SHOWN),
        opposed=rank_pairs(conflict, limit=PAIRS_SHOWN),
    )


def sample_corpus() -> Path:
    """Return the folder with the texts that travel with the package."""
    return Path(str(data("sample")))


def demo_queries() -> tuple[tuple[str, str], ...]:
    """Return the question and the text of each query of the demonstration, in order."""
    files = sorted(data("demo").iterdir(), key=lambda file: file.name)
    texts = [f.read_text(encoding="utf-8") for f in files if f.name.endswith(".rq")]
    return tuple(
        (question.lstrip("# "), sparql)
        for question, _, sparql in (text.partition("\n") for text in texts)
    )


def _check_folder(folder: Path) -> None:
    """Refuse a folder that the demonstration has not made itself.

    Raises:
        StoreError: It is a file, or holds something and no store of a demonstration.
    """
    if folder.exists() and not folder.is_dir():
        raise StoreError(f"{folder} is a file; name a new folder with --out")
    if not folder.is_dir() or (folder / "store" / "graphkit.json").is_file():
        return
    others = sorted(p.name for p in folder.iterdir())
    if others:
        raise StoreError(
            f"{folder} holds something else ({others[0]}), which is left as it is; "
            "name an empty or new folder with --out"
        )
