"""Answers to queries, as plain terms and as text in the formats of the W3C."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from pyoxigraph import QueryBoolean, QuerySolutions, RdfFormat, Triple, serialize

from graphkit.errors import QueryError
from graphkit.rdf.terms import (
    PlainValue,
    Term,
    TermKind,
    compact_iri,
    ox_from_term,
    plain_value,
    term_from_ox,
)
from graphkit.rdf.vocabulary import DEFAULT_BASE, PREFIXES

if TYPE_CHECKING:
    from collections.abc import Callable

    from pyoxigraph import QueryTriples

Row = tuple[Term | None, ...]
NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot hold, even escaped."""
RESULTS_NAMESPACE = "http://www.w3.org/2005/sparql-results#"


class ResultKind(StrEnum):
    """What sort of question was asked."""

    SELECT = "select"
    ASK = "ask"
    GRAPH = "graph"
    """CONSTRUCT and DESCRIBE."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryResult:
    """The answer to a query; rows stand in the order that the query asks for.

    Attributes:
        columns: Names of the variables; `subject`, `predicate`, `object` for a graph.
        rows: One cell for each column, None where a variable is unbound.
        boolean: The answer to ASK; None for other queries.
        base: Of the store that answered; IRIs behind it are shown as `ex:…`.
    """

    kind: ResultKind
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    boolean: bool | None = None
    base: str = DEFAULT_BASE

    def texts(self) -> tuple[tuple[str, ...], ...]:
        """Return the rows as people read them: IRIs with their prefix, nothing for None."""
        return tuple(tuple(self._text(cell) for cell in row) for row in self.rows)

    def _text(self, cell: Term | None) -> str:
        if cell is None:
            return ""
        if cell.kind is TermKind.IRI:
            return compact_iri(cell.value, self.base)
        return str(plain_value(cell))

    def values(self) -> tuple[tuple[PlainValue | None, ...], ...]:
        """Return the rows as plain Python values: text, numbers, dates."""
        return tuple(
            tuple(None if cell is None else plain_value(cell) for cell in row) for row in self.rows
        )

    def write(self, format: str) -> str:  # noqa: A002  # the word that users know
        """Return the answer as `csv`, `tsv`, `json`, `xml` or `turtle`, ending in a line break.

        Raises:
            QueryError: The format is unknown, or does not suit the answer.
        """
        writer = WRITERS.get(format)
        if writer is None:
            raise QueryError(f"format {format!r} is not known; use one of {', '.join(WRITERS)}")
        if format == "turtle" and self.kind is not ResultKind.GRAPH:
            raise QueryError("turtle holds a graph; ask with CONSTRUCT, or use csv, tsv, json, xml")
        return writer(self)


def result_from_ox(
    answer: QuerySolutions | QueryBoolean | QueryTriples,
    *,
    base: str = DEFAULT_BASE,
    hidden: frozenset[str] = frozenset(),
) -> QueryResult:
    """Return the answer of Oxigraph to a store with that `base`, without the columns `hidden`."""
    if isinstance(answer, QueryBoolean):
        said = bool(answer)
        cell = Term(TermKind.LITERAL, str(said).lower(), f"{PREFIXES['xsd']}boolean")
        return QueryResult(
            kind=ResultKind.ASK, columns=("answer",), rows=((cell,),), boolean=said, base=base
        )
    if isinstance(answer, QuerySolutions):
        shown = [
            (place, variable.value)
            for place, variable in enumerate(answer.variables)
            if variable.value not in hidden
        ]
        rows = tuple(
            tuple(None if (x := row[i]) is None else term_from_ox(x) for i, _ in shown)
            for row in answer
        )
        columns = tuple(name for _, name in shown)
        return QueryResult(kind=ResultKind.SELECT, columns=columns, rows=rows, base=base)
    triples = sorted(set(answer), key=str)
    return QueryResult(
        kind=ResultKind.GRAPH,
        columns=("subject", "predicate", "object"),
        rows=tuple(
            (term_from_ox(t.subject), term_from_ox(t.predicate), term_from_ox(t.object))
            for t in triples
        ),
        base=base,
    )


def _write_csv(result: QueryResult) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(result.columns)
    writer.writerows([["" if c is None else c.value for c in row] for row in result.rows])
    return out.getvalue()


def _write_tsv(result: QueryResult) -> str:
    lines = ["\t".join(f"?{name}" for name in result.columns)]
    lines += [
        "\t".join("" if c is None else str(ox_from_term(c)).replace("\t", "\\t") for c in row)
        for row in result.rows
    ]
    return "\n".join(lines) + "\n"


def _json_cell(term: Term) -> dict[str, str]:
    names = {TermKind.IRI: "uri", TermKind.LITERAL: "literal", TermKind.BLANK: "bnode"}
    cell = {"type": names[term.kind], "value": term.value}
    if term.language:
        cell["xml:lang"] = term.language
    elif term.datatype:
        cell["datatype"] = term.datatype
    return cell


def _write_json(result: QueryResult) -> str:
    if result.kind is ResultKind.ASK:
        answer: dict[str, object] = {"head": {}, "boolean": result.boolean}
    else:
        bindings = [
            {
                name: _json_cell(cell)
                for name, cell in zip(result.columns, row, strict=True)
                if cell is not None
            }
            for row in result.rows
        ]
        answer = {"head": {"vars": list(result.columns)}, "results": {"bindings": bindings}}
    return json.dumps(answer, indent=2, ensure_ascii=False) + "\n"


def _xml_text(text: str) -> str:
    return escape(NOT_IN_XML.sub("\N{REPLACEMENT CHARACTER}", text), {"\r": "&#13;"})


def _xml_cell(name: str, term: Term) -> str:
    value = _xml_text(term.value)
    if term.kind is TermKind.IRI:
        inner = f"<uri>{value}</uri>"
    elif term.kind is TermKind.BLANK:
        inner = f"<bnode>{value}</bnode>"
    elif term.language:
        inner = f"<literal xml:lang={quoteattr(term.language)}>{value}</literal>"
    elif term.datatype:
        inner = f"<literal datatype={quoteattr(term.datatype)}>{value}</literal>"
    else:
        inner = f"<literal>{value}</literal>"
    return f"<binding name={quoteattr(name)}>{inner}</binding>"


def _write_xml(result: QueryResult) -> str:
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f'<sparql xmlns="{RESULTS_NAMESPACE}">']
    if result.kind is ResultKind.ASK:
        lines += ["<head/>", f"<boolean>{str(result.boolean).lower()}</boolean>"]
    else:
        variables = "".join(f"<variable name={quoteattr(n)}/>" for n in result.columns)
        lines += [f"<head>{variables}</head>", "<results>"]
        for row in result.rows:
            cells = zip(result.columns, row, strict=True)
            bound = "".join(_xml_cell(n, c) for n, c in cells if c is not None)
            lines.append(f"<result>{bound}</result>")
        lines.append("</results>")
    return "\n".join([*lines, "</sparql>"]) + "\n"


def _write_turtle(result: QueryResult) -> str:
    triples = [
        Triple(*(ox_from_term(cell) for cell in row if cell is not None))  # type: ignore[arg-type]  # a row of a graph is a triple
        for row in result.rows
    ]
    text = serialize(triples, format=RdfFormat.TURTLE, prefixes=PREFIXES) or b""
    return text.decode("utf-8")


WRITERS: dict[str, Callable[[QueryResult], str]] = {
    "csv": _write_csv,
    "tsv": _write_tsv,
    "json": _write_json,
    "xml": _write_xml,
    "turtle": _write_turtle,
}
