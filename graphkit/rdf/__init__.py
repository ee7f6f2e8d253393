"""The RDF room: vocabulary, store, SPARQL and SHACL. Nothing outside of it sees a triple."""

from graphkit.rdf.named import NamedQuery, ParameterType, QueryParameter, named_queries
from graphkit.rdf.problems import Problem
from graphkit.rdf.results import QueryResult, ResultKind
from graphkit.rdf.store import Store, open_store, validate_file
from graphkit.rdf.terms import ParameterValue, Term, TermKind, compact_iri
from graphkit.rdf.vocabulary import DEFAULT_BASE

__all__ = [
    "DEFAULT_BASE",
    "NamedQuery",
    "ParameterType",
    "ParameterValue",
    "Problem",
    "QueryParameter",
    "QueryResult",
    "ResultKind",
    "Store",
    "Term",
    "TermKind",
    "compact_iri",
    "named_queries",
    "open_store",
    "validate_file",
]
