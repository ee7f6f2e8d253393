"""Nodes and values: ids as IRIs and back, Python values as literals and back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import quote, unquote

from pyoxigraph import BlankNode, Literal, NamedNode
from pyoxigraph import Triple as OxTriple

from graphkit.errors import QueryError
from graphkit.rdf.vocabulary import (
    PREFIXES,
    XSD_ANY_URI,
    XSD_BOOLEAN,
    XSD_DATE,
    XSD_DATE_TIME,
    XSD_DECIMAL,
    XSD_INTEGER,
    XSD_STRING,
    node,
)

if TYPE_CHECKING:
    from collections.abc import Callable

OxTerm: TypeAlias = NamedNode | BlankNode | Literal | OxTriple


class TermKind(StrEnum):
    """What a cell of a result holds."""

    IRI = "iri"
    LITERAL = "literal"
    BLANK = "blank"


@dataclass(frozen=True, slots=True)
class Term:
    """An IRI or a literal, free of any RDF library.

    Attributes:
        value: The IRI, or the characters of the literal.
        datatype: IRI of the datatype; None for IRIs and plain strings.
        language: Language tag; None without one.

    >>> str(Term.iri("https://example.org/a"))
    'https://example.org/a'
    """

    kind: TermKind
    value: str
    datatype: str | None = None
    language: str | None = None

    def __str__(self) -> str:
        return self.value

    @classmethod
    def iri(cls, value: str) -> Term:
        """Return the term of an IRI."""
        return cls(TermKind.IRI, value)

    @classmethod
    def string(cls, value: str) -> Term:
        """Return the term of a plain string."""
        return cls(TermKind.LITERAL, value)


ParameterValue: TypeAlias = Term | str | bool | int | float | Decimal | date | datetime
PlainValue: TypeAlias = str | bool | int | float | Decimal | date | datetime


def compact_iri(iri: str, base: str) -> str:
    """Return an IRI as `prefix:rest` for people, `ex:` for `base`; one of neither stays whole.

    >>> compact_iri("https://data.example/person/ann", "https://data.example/")
    'ex:person/ann'
    >>> compact_iri("http://xmlns.com/foaf/0.1/Person", "https://data.example/")
    'foaf:Person'
    """
    spaces = {"ex": base, **PREFIXES}
    fitting = [(len(space), prefix) for prefix, space in spaces.items() if iri.startswith(space)]
    if not fitting:
        return iri
    length, prefix = max(fitting)
    return f"{prefix}:{iri[length:]}" if len(iri) > length else iri


@dataclass(frozen=True, slots=True)
class Names:
    """Turns ids into IRIs below a base, and back.

    Characters that an IRI must not hold are percent-encoded, so any id gives an IRI and no two ids
    give the same.
    """

    base: str

    def node(self, identifier: str) -> NamedNode:
        """Return the node of an id."""
        return NamedNode(self.base + quote(identifier, safe="/", errors="surrogatepass"))

    def id(self, iri: str) -> str:
        """Return the id of an IRI; an IRI from elsewhere is returned as it is."""
        if not iri.startswith(self.base):
            return iri
        return unquote(iri[len(self.base) :], errors="surrogatepass")

    @property
    def derived(self) -> NamedNode:
        """The name of the graph of what follows from documents together: see `rdf.turns`."""
        return self.node("derived")

    @property
    def history(self) -> NamedNode:
        """The name of the history graph."""
        return self.node("history")

    @property
    def history_alone(self) -> NamedNode:
        """The name of what the history says and no document does; see `graphkit.rdf.changes`."""
        return self.node("history/alone")


def text_literal(text: str) -> Literal:
    """Return `text` as a plain literal."""
    return Literal(text)


def integer_literal(number: int) -> Literal:
    """Return a whole number as `xsd:integer`."""
    return Literal(str(number), datatype=XSD_INTEGER)


def decimal_literal(number: float) -> Literal:
    """Return a number as `xsd:decimal`, in as many digits as lead back to it.

    >>> decimal_literal(0.9).value
    '0.9'
    """
    digits = format(Decimal(repr(number)), "f")
    if "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    return Literal(digits, datatype=XSD_DECIMAL)


def date_literal(day: date) -> Literal:
    """Return a day as `xsd:date` without a time zone."""
    return Literal(day.isoformat(), datatype=XSD_DATE)


def time_literal(moment: datetime) -> Literal:
    """Return a moment with its time zone as `xsd:dateTime`."""
    text = moment.isoformat()
    return Literal(
        text.removesuffix("+00:00") + "Z" if text.endswith("+00:00") else text,
        datatype=XSD_DATE_TIME,
    )


def uri_literal(url: str) -> Literal:
    """Return a URL as `xsd:anyURI`: a source's URL may be anything, and is no node of ours."""
    return Literal(url, datatype=XSD_ANY_URI)


def term_from_ox(term: OxTerm) -> Term:
    """Return what Oxigraph answers as a term of ours."""
    if isinstance(term, NamedNode):
        return Term(TermKind.IRI, term.value)
    if isinstance(term, Literal):
        datatype = None if term.datatype == XSD_STRING or term.language else term.datatype.value
        return Term(TermKind.LITERAL, term.value, datatype, term.language)
    if isinstance(term, BlankNode):
        return Term(TermKind.BLANK, term.value)
    return Term(TermKind.LITERAL, str(term))


def ox_from_term(term: Term) -> NamedNode | BlankNode | Literal:
    """Return a term of ours for Oxigraph.

    Raises:
        QueryError: The term is no valid IRI or literal.
    """
    try:
        if term.kind is TermKind.IRI:
            return NamedNode(term.value)
        if term.kind is TermKind.BLANK:
            return BlankNode(term.value)
        if term.language:
            return Literal(term.value, language=term.language)
        return Literal(term.value, datatype=NamedNode(term.datatype) if term.datatype else None)
    except ValueError as error:
        raise QueryError(
            f"{term.value!r} is not a valid {term.kind.value} ({error}); mend it and ask again"
        ) from error


def ox_from_value(value: ParameterValue) -> NamedNode | BlankNode | Literal:
    """Return a parameter's value for Oxigraph; a `str` becomes a plain literal.

    Raises:
        QueryError: The value is no valid IRI or literal.
    """
    if isinstance(value, Term):
        return ox_from_term(value)
    if isinstance(value, bool):
        return Literal("true" if value else "false", datatype=XSD_BOOLEAN)
    if isinstance(value, int):
        return integer_literal(value)
    if isinstance(value, float):
        return Literal(repr(value), datatype=node("xsd:double"))
    if isinstance(value, Decimal):
        return Literal(format(value, "f"), datatype=XSD_DECIMAL)
    return _ox_from_text_or_day(value)


def _ox_from_text_or_day(value: str | date | datetime) -> Literal:
    if isinstance(value, datetime):
        return time_literal(value)
    if isinstance(value, date):
        return date_literal(value)
    try:
        return Literal(value)
    except ValueError as error:
        raise QueryError(
            f"{value!r} holds half a character (a lone surrogate); give well-formed text"
        ) from error


_READERS: dict[str, Callable[[str], PlainValue]] = {
    XSD_INTEGER.value: int,
    node("xsd:nonNegativeInteger").value: int,
    XSD_DECIMAL.value: Decimal,
    node("xsd:double").value: float,
    node("xsd:float").value: float,
    XSD_DATE.value: date.fromisoformat,
    XSD_DATE_TIME.value: datetime.fromisoformat,
}


def plain_value(term: Term) -> PlainValue:
    """Return a term as the Python value it stands for; what cannot be read stays text.

    >>> plain_value(Term(TermKind.LITERAL, "3", "http://www.w3.org/2001/XMLSchema#integer"))
    3
    """
    if term.datatype is None:
        return term.value
    if term.datatype == XSD_BOOLEAN.value:
        return term.value in ("true", "1")
    reader = _READERS.get(term.datatype)
    if reader is None:
        return term.value
    try:
        return reader(term.value)
    except (ValueError, ArithmeticError):
        return term.value
