"""What a query may do: read this store, and nothing else.

Oxigraph would fetch from the network for SERVICE, so that word is refused before it sees the query.
The test is strict on purpose: Oxigraph's grammar has no separate tokens (`?a<1#>` is a comparison
and a comment), so text that merely looks like SERVICE inside a string is refused as well.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, Store, Variable

from graphkit.errors import QueryError
from graphkit.rdf.changes import UNION, in_graph, named_graphs, triples_of
from graphkit.rdf.terms import ox_from_value
from graphkit.rdf.vocabulary import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pyoxigraph import (
        BlankNode,
        DefaultGraph,
        Literal,
        QueryBoolean,
        QuerySolutions,
        QueryTriples,
        Triple,
    )

    from graphkit.rdf.terms import Names, ParameterValue

GAP = r"(?:\s|#[^\n]*\n)"
SERVICE = re.compile(
    rf"service(?:{GAP}*(?:silent{GAP}*)?[<?$]|{GAP}+(?:silent{GAP}+)?[\w.\-]*:)", re.IGNORECASE
)
INSIDE_NAME = re.compile(r"(?:[?$]\w*|:[\w.\-%]*|@[\w\-]*)$")
"""Just before the word: it belongs to a variable, a name such as `ex:service`, or a language."""
TOKEN = re.compile(
    r"""(?P<comment>\#[^\n]*)
      | (?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
      | (?P<string>'''(?:[^\\]|\\.)*?'''|\"\"\"(?:[^\\]|\\.)*?\"\"\"
          |'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")
      | (?P<variable>[?$]\w+)
      | (?P<name>(?:[^\W\d][\w.\-]*)?:(?:[\w:%\-]|\\.|\.(?=[\w:%\-]))*)
      | (?P<word>[^\W\d]\w*)
      | (?P<other>.)""",
    re.VERBOSE | re.DOTALL,
)
SLASH_IN_NAME = re.compile(r"\bex:[\w.\-]+/[\w.\-]+(?![\w.\-:])")
"""An id as tables show it, which SPARQL would read as a path of two properties."""
UPDATES = frozenset({"insert", "delete", "load", "clear", "drop", "create", "add", "move", "copy"})
QUERIES = frozenset({"select", "ask", "construct", "describe"})
PLACE = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)
NO_PREFIX = "Prefix not found"
LONGEST_REASON = 160
"""Oxigraph lists every token that it would have taken; the first few are enough."""


def run_query(
    database: Store,
    sparql: str,
    *,
    parameters: Mapping[str, ParameterValue],
    names: Names,
    include_history: bool,
) -> QuerySolutions | QueryBoolean | QueryTriples:
    """Answer a query from the union of all documents, or with the history added to it.

    Raises:
        QueryError: The query is malformed, would change or fetch something, or a parameter is
            none of its variables.
    """
    tokens = _tokens(sparql)
    if not tokens:
        raise QueryError("the query is empty; ask with SELECT, ASK, CONSTRUCT or DESCRIBE")
    _refuse_updates(tokens)
    _refuse_service(sparql)
    graphs = _from_graphs(tokens, names)
    _check_graphs(database, graphs, names, include_history=include_history)
    default: list[NamedNode | BlankNode | DefaultGraph] = [UNION]
    named: list[NamedNode | BlankNode] | None = None
    if graphs:
        database = _copied(database, graphs)
    elif include_history:
        default.append(names.history_alone)
    if "graph" in sparql.lower():
        named = [*named_graphs(database, names, include_history=include_history)]
    try:
        return database.query(
            sparql,
            prefixes={**PREFIXES, "ex": names.base},
            default_graph=default,
            named_graphs=named,
            substitutions=_substitutions(parameters),
        )
    except SyntaxError as error:
        raise QueryError(syntax_message(str(error)) + _hint(sparql, str(error))) from error
    except (RuntimeError, ValueError, OSError) as error:
        raise QueryError(_evaluation_message(str(error))) from error


def _copied(database: Store, graphs: list[tuple[str, bool]]) -> Store:
    """Return the graphs behind FROM merged in a store of their own, those behind FROM NAMED apart.

    Oxigraph would find a triple of two graphs twice.
    """
    copy = Store()
    for iri, is_named in graphs:
        graph = NamedNode(iri)
        copy.extend(
            in_graph(triple, graph if is_named else UNION) for triple in triples_of(database, graph)
        )
    return copy


def syntax_message(reason: str) -> str:
    """Say in one sentence where a query is malformed."""
    found = PLACE.match(reason)
    if not found:
        return f"the query is malformed: {_short(reason)}"
    line, column, rest = found.groups()
    said = "a prefix is not known" if NO_PREFIX in rest else _short(rest)
    return f"the query is malformed at line {line}, column {column}: {said}"


def _hint(sparql: str, reason: str) -> str:
    """Return what to do about two mistakes that are made often."""
    if NO_PREFIX in reason:
        return f"; declare the prefix, or use one of {', '.join(sorted((*PREFIXES, 'ex')))}"
    if SLASH_IN_NAME.search(sparql):
        return r"; in a query, a slash within a name is written \/, as in ex:person\/ann"
    return ""


def _short(reason: str) -> str:
    line = " ".join(reason.split())
    return line if len(line) <= LONGEST_REASON else line[:LONGEST_REASON].rsplit(" ", 1)[0] + " …"


def _evaluation_message(reason: str) -> str:
    missing = re.search(r"does not contains variable (\?\w+) in its SELECT", reason)
    if missing:
        return (
            f"parameter {missing[1]} is not among the variables that the query selects; "
            f"add {missing[1]} behind SELECT, or write SELECT *"
        )
    return f"the query cannot be answered: {_short(reason)}; mend it and ask again"


def _substitutions(
    parameters: Mapping[str, ParameterValue],
) -> dict[Variable, NamedNode | BlankNode | Literal | Triple]:
    bound: dict[Variable, NamedNode | BlankNode | Literal | Triple] = {}
    for name, value in parameters.items():
        if not name.isidentifier() or not name.isascii():
            raise QueryError(f"{name!r} is not the name of a variable; use letters and digits")
        bound[Variable(name)] = ox_from_value(value)
    return bound


def _tokens(sparql: str) -> list[tuple[str, str]]:
    return [
        (found.lastgroup or "", found.group())
        for found in TOKEN.finditer(sparql)
        if found.lastgroup != "comment" and not found.group().isspace()
    ]


def _refuse_updates(tokens: list[tuple[str, str]]) -> None:
    for kind, text in tokens:
        if kind != "word" or text.lower() in ("prefix", "base"):
            continue
        if text.lower() in QUERIES:
            return
        if text.lower() in UPDATES or text.lower() == "with":
            raise QueryError(
                f"{text.upper()} would change the store; ask with SELECT, ASK, CONSTRUCT or "
                "DESCRIBE, and change it by building from documents"
            )


def _refuse_service(sparql: str) -> None:
    for found in SERVICE.finditer(sparql):
        if not INSIDE_NAME.search(sparql, 0, found.start()):
            raise QueryError(
                "SERVICE would send the query to another machine; leave it out "
                "(a string that looks like it goes in as a parameter)"
            )


def _from_graphs(tokens: list[tuple[str, str]], names: Names) -> list[tuple[str, bool]]:
    """Return the IRIs behind FROM and FROM NAMED, and which of the two it was."""
    prefixes = {**PREFIXES, "ex": names.base}
    graphs = []
    for place, (kind, text) in enumerate(tokens[:-1]):
        following = tokens[place + 1 : place + 3]
        if kind != "word":
            continue
        if text.lower() == "prefix" and len(following) > 1:
            prefixes[following[0][1].rstrip(":")] = following[1][1][1:-1]
        elif text.lower() == "from":
            graphs.append(_graph_iri(following, prefixes))
    return graphs


def _graph_iri(following: list[tuple[str, str]], prefixes: Mapping[str, str]) -> tuple[str, bool]:
    is_named = following[0][1].lower() == "named" and len(following) > 1
    kind, text = following[1] if is_named else following[0]
    if kind == "iri":
        return text[1:-1], is_named
    prefix, _, local = text.partition(":")
    return prefixes.get(prefix, f"{prefix}:") + local.replace("\\", ""), is_named


def _check_graphs(
    database: Store, graphs: list[tuple[str, bool]], names: Names, *, include_history: bool
) -> None:
    for iri, _ in graphs:
        if iri == names.history.value and not include_history:
            raise QueryError("the history is left out unless asked for; ask for it, or drop FROM")
        try:
            is_known = database.contains_named_graph(NamedNode(iri))
        except ValueError:
            is_known = False
        if not is_known:
            raise QueryError(
                f"FROM <{iri}>: the store has no such graph, and nothing is fetched; "
                "name a document of the store, or leave FROM out"
            )
