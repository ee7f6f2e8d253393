"""From a store to answers: queries, cards, checks, files."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from graphkit.records import DEFAULT_MIN_CONFIDENCE

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator, Mapping

    from graphkit.rdf import NamedQuery, ParameterValue, Problem, QueryResult, Store
    from graphkit.records import Card

StoreLike: TypeAlias = "Store | str | os.PathLike[str]"
"""An open store, or the folder of one."""


def open_store(path: str | os.PathLike[str], *, create: bool = False) -> Store:
    """Open the store in a folder; use it in a `with` statement, or close it.

    Args:
        path: The folder.
        create: Whether to open it for writing, and to make it if it is missing.

    Raises:
        StoreError: There is no store, it is in use, or it cannot be opened.
    """
    from graphkit.rdf import open_store as open_rdf_store

    return open_rdf_store(Path(path), create=create)


@contextmanager
def opened(store: StoreLike) -> Iterator[Store]:
    """Yield an open store; what was opened here is closed again."""
    from graphkit.rdf import Store

    if isinstance(store, Store):
        yield store
        return
    with open_store(store) as fresh:
        yield fresh


def answer_query(
    store: StoreLike,
    sparql: str | None = None,
    *,
    name: str | None = None,
    parameters: Mapping[str, str] | None = None,
) -> QueryResult:
    """Answer a SPARQL query, or a named one with its parameters.

    Args:
        store: An open store, or its folder.
        sparql: The query; None where a named one is asked.
        name: Of a named query: "q01", "q01-who-opposes" or "who-opposes".
        parameters: Values by name, for a named query as text, which is read as its type says.

    Raises:
        QueryError: The query is malformed or unknown, would change something, or a parameter does
            not fit.
        ValueError: Not exactly one of `sparql` and `name` is given.
    """
    if (sparql is None) == (name is None):
        raise ValueError("give either a query or the name of one")
    with opened(store) as opened_store:
        if name is not None:
            return opened_store.query_named(name, dict(parameters or {}))
        values: dict[str, ParameterValue] = dict(parameters or {})
        return opened_store.query(sparql or "", parameters=values)


def list_queries() -> tuple[NamedQuery, ...]:
    """Return the named queries with their questions and parameters, sorted by name."""
    from graphkit.rdf import named_queries

    return named_queries()


def find_card(
    store: StoreLike, name: str, *, min_confidence: float = DEFAULT_MIN_CONFIDENCE
) -> Card:
    """Return all that the store knows of the person, group, policy or action called `name`.

    Raises:
        UnknownNameError: Nothing goes by that name (the message says which names are near), or
            several things do (it lists them).
    """
    with opened(store) as opened_store:
        entity = opened_store.resolve(name)
        return opened_store.card(entity.id, min_confidence=min_confidence)


def validate(store: StoreLike) -> tuple[Problem, ...]:
    """Return what is wrong in a store, by the shapes and by comparing each quote with its text."""
    with opened(store) as opened_store:
        return opened_store.validate()


def validate_file(path: str | os.PathLike[str]) -> tuple[Problem, ...]:
    """Return what is wrong in a file of triples.

    Raises:
        InputError: The file is missing or cannot be parsed.
    """
    from graphkit.rdf import validate_file as validate_rdf_file

    return validate_rdf_file(Path(path))


def export(store: StoreLike, out: str | os.PathLike[str]) -> Path:
    """Write the whole store as `.nq`, `.trig`, `.ttl` or `.jsonld`; return the path.

    Raises:
        GraphkitError: The ending is unknown, or the file cannot be written.
    """
    path = Path(out)
    with opened(store) as opened_store:
        opened_store.export(path)
    return path
