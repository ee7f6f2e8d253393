"""The errors that graphkit raises on purpose.

    GraphkitError
    ├── InputError          a source that cannot be read: missing, empty, binary, too large
    ├── LexiconError        a row of a data file that does not fit its columns
    ├── ExtractorError      an extractor that is unknown, does not load or breaks its contract
    ├── ModelError          a language pipeline that is not installed or does not load
    ├── QueryError          a query that does not parse, or a named query used wrongly
    ├── StoreError          a store that cannot be opened, read or written
    ├── ShapeError          a graph that breaks a shape
    ├── UnknownNameError    a name that stands for nothing in the store
    ├── WorkerError         a document whose reading ended the process that read it, twice
    └── MissingExtraError   an optional library that is not installed

Every message says what is wrong, where, and what to do about it.
"""

from __future__ import annotations


class GraphkitError(Exception):
    """The base of all errors that are the caller's to mend."""


class InputError(GraphkitError):
    """A source cannot be read as a document."""


class LexiconError(GraphkitError):
    """A row of a data file does not fit its columns; the message names file and line."""


class ExtractorError(GraphkitError):
    """An extractor is unknown, does not load, cannot answer, or breaks its contract."""


class ModelError(GraphkitError):
    """A language pipeline is not installed or does not load."""


class QueryError(GraphkitError):
    """A query does not parse, or a named query is unknown or lacks a parameter."""


class StoreError(GraphkitError):
    """A store cannot be opened, read or written."""


class ShapeError(GraphkitError):
    """A graph breaks a shape of the ontology."""


class UnknownNameError(GraphkitError):
    """No entity in the store goes by the given name."""


class WorkerError(GraphkitError):
    """A document could not be read because the process that read it came to its end."""


class MissingExtraError(GraphkitError):
    """An optional library is not installed; the message names the extra to install."""
