"""`graphkit query` and `graphkit queries`."""

from __future__ import annotations

import json
import signal
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graphkit.cli import options
from graphkit.cli.output import plain, print_table, say, write
from graphkit.errors import InputError, QueryError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphkit.rdf import QueryParameter, QueryResult


class QueryFormat(StrEnum):
    """How an answer is written."""

    TABLE = "table"
    CSV = "csv"
    TSV = "tsv"
    JSON = "json"
    XML = "xml"
    TURTLE = "turtle"


class ListFormat(StrEnum):
    """How a list is written."""

    TABLE = "table"
    JSON = "json"


def query(  # options of a command
    sparql: Annotated[str | None, typer.Argument(metavar="SPARQL", help="The query.")] = None,
    *,
    store: options.Store = options.DEFAULT_STORE,
    file: Annotated[Path | None, typer.Option("--file", help="A file with the query.")] = None,
    name: Annotated[
        str | None, typer.Option("--name", help="A named query; see: graphkit queries")
    ] = None,
    param: Annotated[
        list[str] | None,
        typer.Option("--param", metavar="K=V", help="A parameter of the named query; repeatable."),
    ] = None,
    format_: Annotated[
        QueryFormat, typer.Option("--format", help="How the answer is written.")
    ] = QueryFormat.TABLE,
) -> None:
    """Ask the graph in SPARQL or by a named query.

    The prefixes gk:, rdfs:, skos:, foaf:, org:, schema:, oa:, prov:, dcterms: are known. A table
    shortens IRIs, with ex: for the base of the store; the other formats have them whole. A query
    takes as long as it takes; Ctrl-C ends it.
    """
    from graphkit import pipeline

    if [sparql, file, name].count(None) != 2:  # noqa: PLR2004  # one of three is given
        raise QueryError(
            "ask one question: SPARQL, or --file, or --name; see: graphkit query --help"
        )
    if param and name is None:
        raise QueryError("--param belongs to --name; write values into the query itself")
    parameters = _parameters(param or [])
    if file is not None:
        sparql = _text_of(file)
    with _ended_by_ctrl_c():
        result = pipeline.answer_query(store, sparql, name=name, parameters=parameters)
    print_result(result, format_)


@contextmanager
def _ended_by_ctrl_c() -> Iterator[None]:
    """Let Ctrl-C end the program at once: while Oxigraph computes, Python would not hear of it.

    That is safe, for a query only reads.
    """
    previous = signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, previous)


def _parameters(pairs: list[str]) -> dict[str, str]:
    parameters: dict[str, str] = {}
    for pair in pairs:
        key, equals, value = pair.partition("=")
        if not equals or not key.strip():
            raise QueryError(f"--param {pair!r} has no name and value; write --param k=v")
        if key.strip() in parameters:
            raise QueryError(f"--param {key.strip()} is given twice; give it once")
        parameters[key.strip()] = value
    return parameters


def _text_of(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise InputError(f"{file} cannot be read: {reason}; check the path") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{file} is not UTF-8 text; save the query as UTF-8") from error


def print_result(result: QueryResult, format_: QueryFormat) -> None:
    """Print an answer; a graph is shown as Turtle where a table is asked for."""
    if format_ is not QueryFormat.TABLE:
        write(result.write(format_))
    elif result.boolean is not None:
        say("yes" if result.boolean else "no")
    elif result.kind == "graph":
        write(result.write(QueryFormat.TURTLE))
    else:
        print_rows(result)


def print_rows(result: QueryResult) -> None:
    """Print the answer to SELECT as a table with the number of its rows."""
    values = result.values()
    numbers = frozenset(
        place
        for place in range(len(result.columns))
        if values and all(isinstance(row[place], int | float) for row in values)
    )
    print_table(result.columns, result.texts(), right=numbers)
    say(f"{len(values)} row{'' if len(values) == 1 else 's'}")


def queries(
    *,
    format_: Annotated[
        ListFormat, typer.Option("--format", help="A table for people, or JSON.")
    ] = ListFormat.TABLE,
) -> None:
    """List the named queries and their parameters."""
    from graphkit import pipeline

    known = pipeline.list_queries()
    if format_ is ListFormat.JSON:
        listed = [
            {
                "name": q.name,
                "question": q.question,
                "description": q.description,
                "parameters": [_json_parameter(p) for p in q.parameters],
            }
            for q in known
        ]
        write(json.dumps(listed, ensure_ascii=False, indent=1) + "\n")
        return
    for q in known:
        say(q.name)
        say(f"    {q.question}")
        for parameter in q.parameters:
            say(f"    --param {_shown_parameter(parameter)}")
        say()


def _json_parameter(parameter: QueryParameter) -> dict[str, object]:
    return {
        "name": parameter.name,
        "type": str(parameter.type),
        "description": parameter.description,
        "default": parameter.default,
        "required": parameter.required,
    }


def _shown_parameter(parameter: QueryParameter) -> str:
    value = parameter.example or parameter.type
    needed = "needed" if parameter.required else f"default {parameter.default or 'any'}"
    return plain(f"{parameter.name}={value}  {parameter.description} ({needed})")
