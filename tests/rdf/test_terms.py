"""Ids as IRIs, values as literals, and back."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode
from pyoxigraph import Store as Oxigraph

from graphkit.errors import QueryError
from graphkit.rdf import DEFAULT_BASE, Term, TermKind
from graphkit.rdf.terms import (
    Names,
    PlainValue,
    decimal_literal,
    ox_from_term,
    ox_from_value,
    plain_value,
    term_from_ox,
    time_literal,
)

XSD = "http://www.w3.org/2001/XMLSchema#"
NAMES = Names(DEFAULT_BASE)


@given(st.text())
def test_every_id_is_an_iri_and_comes_back(identifier: str) -> None:
    node = NAMES.node(identifier)
    assert NAMES.id(node.value) == identifier
    assert node.value.isascii()


@given(st.text(), st.text())
def test_two_ids_are_two_iris(one: str, other: str) -> None:
    assert (NAMES.node(one) == NAMES.node(other)) == (one == other)


@pytest.mark.parametrize(
    ("identifier", "iri"),
    [
        ("policy/harbor-act", f"{DEFAULT_BASE}policy/harbor-act"),
        ("person/a b", f"{DEFAULT_BASE}person/a%20b"),
        ("person/<x>", f"{DEFAULT_BASE}person/%3Cx%3E"),
        ("a%20b", f"{DEFAULT_BASE}a%2520b"),
        ("\u202e", f"{DEFAULT_BASE}%E2%80%AE"),
    ],
)
def test_odd_characters_are_encoded(identifier: str, iri: str) -> None:
    assert NAMES.node(identifier) == NamedNode(iri)


def test_iri_from_elsewhere_stays_what_it_is() -> None:
    assert NAMES.id("https://x.example/a%20b") == "https://x.example/a%20b"


@given(st.floats(min_value=0, max_value=1, exclude_min=True))
def test_decimal_leads_back_to_the_number(number: float) -> None:
    literal = decimal_literal(number)
    database = Oxigraph()
    database.update(f"INSERT DATA {{ <a:b> <a:b> {literal} }}")
    stored = next(iter(database)).object
    assert float(stored.value) == number
    assert "e" not in literal.value.lower()


@pytest.mark.parametrize(("number", "digits"), [(1.0, "1"), (0.5, "0.5"), (1e-7, "0.0000001")])
def test_decimal_is_short(number: float, digits: str) -> None:
    assert decimal_literal(number).value == digits


@pytest.mark.parametrize(
    ("moment", "text"),
    [
        (datetime(2031, 8, 1, 9, tzinfo=UTC), "2031-08-01T09:00:00Z"),
        (
            datetime(2031, 8, 1, 9, tzinfo=timezone(timedelta(hours=2))),
            "2031-08-01T09:00:00+02:00",
        ),
        (datetime(2031, 8, 1, 9, 0, 0, 500000, tzinfo=UTC), "2031-08-01T09:00:00.500000Z"),
    ],
)
def test_time(moment: datetime, text: str) -> None:
    literal = time_literal(moment)
    assert literal.value == text
    assert plain_value(term_from_ox(literal)) == moment


@pytest.mark.parametrize(
    "value",
    ["", "text", True, False, 0, -7, 0.25, Decimal("1.50"), date(2031, 3, 4)],
)
def test_value_comes_back(value: PlainValue) -> None:
    found = plain_value(term_from_ox(ox_from_value(value)))
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(
    ("text", "datatype"),
    [
        ("seven", f"{XSD}integer"),
        ("2031-02-30", f"{XSD}date"),
        ("x", f"{XSD}decimal"),
        ("2031", f"{XSD}gYear"),
        ("0", "https://x.example/type"),
    ],
)
def test_value_that_cannot_be_read_stays_text(text: str, datatype: str) -> None:
    assert plain_value(Term(TermKind.LITERAL, text, datatype)) == text


@pytest.mark.parametrize(
    "term",
    [
        Term.iri("https://x.example/a"),
        Term.string("a\n\u202eb"),
        Term(TermKind.LITERAL, "Hafen", None, "de"),
        Term(TermKind.LITERAL, "3", f"{XSD}integer"),
        Term(TermKind.BLANK, "b0"),
    ],
)
def test_term_comes_back(term: Term) -> None:
    assert term_from_ox(ox_from_term(term)) == term


@pytest.mark.parametrize(
    "term",
    [
        Term.iri("no iri"),
        Term.iri(""),
        Term.iri("https://x.example/<script>"),
        Term(TermKind.LITERAL, "a", None, "not a language"),
        Term(TermKind.LITERAL, "a", "no iri"),
        Term.string("\ud800"),
    ],
)
def test_term_that_is_none(term: Term) -> None:
    with pytest.raises(QueryError, match="mend it and ask again"):
        ox_from_term(term)


def test_term_shows_its_value() -> None:
    assert str(Term.string("a")) == "a"
    assert ox_from_value(Term.string("a")) == Literal("a")
