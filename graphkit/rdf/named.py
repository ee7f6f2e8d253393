"""The questions that ship with the package, and the values that people give them.

A file of `ontology/queries` begins with its description:

    # question: Who opposes a policy, and which words show it?
    # description: Narrower policies count too.
    # parameter: policy | entity gk:Policy | example: Harbor Act | the policy
    # parameter: least | int | default: 2 | how many at least

Types are iri, entity (an id, an IRI or a name; a class may follow), date, int, decimal and string.
`default: any` leaves the variable free; `# history: included` asks the history graph too.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from graphkit import resources
from graphkit.errors import QueryError
from graphkit.rdf.terms import ParameterValue, Term

if TYPE_CHECKING:
    from collections.abc import Callable

FREE = "any"
PARAMETER_FIELDS = 4


class ParameterType(StrEnum):
    """What may be given for a parameter."""

    IRI = "iri"
    ENTITY = "entity"
    DATE = "date"
    INT = "int"
    DECIMAL = "decimal"
    STRING = "string"


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryParameter:
    """A value that a named query asks for.

    Attributes:
        class_name: Of an entity, the class that it must have, such as `gk:Policy`.
        default: Taken where nothing is given; `any` leaves the variable free; None: required.
        example: A value that makes sense; for help texts.
    """

    name: str
    type: ParameterType
    description: str
    class_name: str | None = None
    default: str | None = None
    example: str | None = None

    @property
    def required(self) -> bool:
        """Tell whether a value must be given."""
        return self.default is None


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedQuery:
    """A question with its SPARQL and its parameters.

    Attributes:
        include_history: Withdrawn stances are part of the answer.
    """

    name: str
    question: str
    description: str
    parameters: tuple[QueryParameter, ...]
    text: str
    include_history: bool = False


@cache
def named_queries() -> tuple[NamedQuery, ...]:
    """Return the shipped queries, sorted by name."""
    files = [f for f in resources.ontology().joinpath("queries").iterdir() if f.name[-3:] == ".rq"]
    return tuple(
        parse_named_query(f.name.removesuffix(".rq"), f.read_text("utf-8"))
        for f in sorted(files, key=lambda f: f.name)
    )


def named_query(name: str) -> NamedQuery:
    """Return the query called `name`: `q01-who-opposes`, `q01` or `who-opposes`.

    Raises:
        QueryError: There is none.
    """
    for query in named_queries():
        number, _, rest = query.name.partition("-")
        if name in (query.name, number, rest):
            return query
    known = ", ".join(q.name for q in named_queries())
    raise QueryError(f"there is no query named {name!r}; use one of {known}")


def parse_named_query(name: str, text: str) -> NamedQuery:
    """Read the header of a query file.

    Raises:
        QueryError: The header lacks something or is malformed.
    """
    fields: dict[str, str] = {}
    parameters = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.startswith("#"):
            break
        key, _, value = line.lstrip("# ").partition(":")
        if key == "parameter":
            parameters.append(_parse_parameter(value, where=f"{name}.rq:{number}"))
        else:
            fields[key] = value.strip()
    if not fields.get("question") or not fields.get("description"):
        raise QueryError(f"{name}.rq: begin with '# question: …' and '# description: …'")
    return NamedQuery(
        name=name,
        question=fields["question"],
        description=fields["description"],
        parameters=tuple(parameters),
        text=text,
        include_history=fields.get("history") == "included",
    )


def _parse_parameter(line: str, *, where: str) -> QueryParameter:
    fields = [field.strip() for field in line.split("|")]
    shape = "write '# parameter: NAME | TYPE | example: … or default: … | what it is'"
    if len(fields) != PARAMETER_FIELDS:
        raise QueryError(f"{where}: {line.strip()!r} is not a parameter; {shape}")
    name, type_name, value, description = fields
    kind, _, class_name = type_name.partition(" ")
    label, _, given = value.partition(":")
    if kind not in list(ParameterType) or label not in ("default", "example"):
        raise QueryError(f"{where}: {line.strip()!r} is not a parameter; {shape}")
    return QueryParameter(
        name=name,
        type=ParameterType(kind),
        description=description,
        class_name=class_name or None,
        default=given.strip() if label == "default" else None,
        example=given.strip() if label == "example" else None,
    )


def bind_parameters(
    query: NamedQuery,
    given: dict[str, str],
    resolve: Callable[[str, str | None], str],
) -> dict[str, ParameterValue]:
    """Return the values of a query's variables.

    Args:
        query: The query.
        given: What the user typed, by parameter.
        resolve: Returns the IRI of an entity by its name and, where one is asked for, its class.

    Raises:
        QueryError: A parameter is unknown, missing, or not of its type.
        UnknownNameError: Nothing goes by the name given for an entity.
    """
    known = [p.name for p in query.parameters]
    for name in given:
        if name not in known:
            offer = f"it takes {', '.join(known)}" if known else "it takes none"
            raise QueryError(f"query {query.name} has no parameter {name!r}; {offer}")
    bound: dict[str, ParameterValue] = {}
    for parameter in query.parameters:
        value = given.get(parameter.name, parameter.default)
        if value is None:
            raise QueryError(
                f"query {query.name} needs {parameter.name}: {parameter.description}; "
                f"give for example {parameter.name}={parameter.example}"
            )
        if value != FREE or parameter.default != FREE:
            bound[parameter.name] = _value(query, parameter, value, resolve)
    return bound


def _value(
    query: NamedQuery,
    parameter: QueryParameter,
    value: str,
    resolve: Callable[[str, str | None], str],
) -> ParameterValue:
    if parameter.type is ParameterType.ENTITY:
        return Term.iri(resolve(value, parameter.class_name))
    readers: dict[ParameterType, Callable[[str], ParameterValue]] = {
        ParameterType.IRI: Term.iri,
        ParameterType.DATE: date.fromisoformat,
        ParameterType.INT: int,
        ParameterType.DECIMAL: _decimal,
        ParameterType.STRING: str,
    }
    try:
        return readers[parameter.type](value)
    except (ValueError, InvalidOperation) as error:
        fitting = {ParameterType.DATE: "2024-05-31"}
        shown = fitting.get(parameter.type) or parameter.example or parameter.default
        raise QueryError(
            f"query {query.name}: {parameter.name}={value!r} is not of type "
            f"{parameter.type.value}; write it like {shown}"
        ) from error


def _decimal(text: str) -> Decimal:
    number = Decimal(text)
    if not number.is_finite():
        raise ValueError(f"{text} is not finite")
    return number
