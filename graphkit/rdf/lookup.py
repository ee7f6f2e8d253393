"""Find entities by the names that people give them."""

from __future__ import annotations

import contextlib
import re
from difflib import get_close_matches
from typing import TYPE_CHECKING

from pyoxigraph import DefaultGraph, Literal, NamedNode

from graphkit.errors import UnknownNameError
from graphkit.rdf import vocabulary as v
from graphkit.rdf.entities import KIND_ORDER

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pyoxigraph import Store

    from graphkit.rdf.entities import EntityReader
    from graphkit.rdf.terms import Names
    from graphkit.records import Entity

NAMING = (v.LABEL, v.ALT_LABEL)
MOST_CANDIDATES = 5
"""As many names as fit into one sentence."""


def find_nodes(database: Store, name: str) -> tuple[list[NamedNode], ...]:
    """Return the nodes that go by `name`, in three tiers; the first that is not empty counts.

    Exact label or alias; the same without regard to case and spaces; all words of `name` among
    the words of a label or alias.
    """
    wanted = _folded(name)
    words = set(_words(wanted))
    if not words:
        return ([], [], [])
    return (
        sorted(set(_exact(database, name)), key=str),
        _matching(database, lambda label: label == wanted),
        _matching(database, lambda label: words <= set(_words(label))),
    )


def _exact(database: Store, name: str) -> Iterator[NamedNode]:
    for naming in NAMING:
        for quad in database.quads_for_pattern(None, naming, Literal(name), DefaultGraph()):
            if isinstance(quad.subject, NamedNode):
                yield quad.subject


def _matching(database: Store, fits: Callable[[str], bool]) -> list[NamedNode]:
    found = {
        quad.subject
        for naming in NAMING
        for quad in database.quads_for_pattern(None, naming, None, DefaultGraph())
        if isinstance(quad.subject, NamedNode)
        and isinstance(quad.object, Literal)
        and fits(_folded(quad.object.value))
    }
    return sorted(found, key=str)


def _folded(text: str) -> str:
    return " ".join(text.replace("’", "'").casefold().split())


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text)


def find_entities(database: Store, reader: EntityReader, name: str) -> tuple[Entity, ...]:
    """Return the entities that go by `name`, of the best tier only, sorted by kind and name."""
    try:
        tiers = find_nodes(database, name)
    except ValueError:  # half a character: no label can hold it
        return ()
    for nodes in tiers:
        found = reader.entities(nodes)
        if found:
            return tuple(sorted(found, key=lambda e: (KIND_ORDER[e.kind], e.label, e.id)))
    return ()


def node_by_name(
    database: Store, reader: EntityReader, names: Names, name: str, *, of_class: NamedNode | None
) -> NamedNode:
    """Return the one node that an id, an IRI, a label or an alias stands for.

    Args:
        database: The store.
        reader: Tells what candidates are.
        names: Turns ids into IRIs.
        name: What a person typed.
        of_class: Only nodes of this class; None for the entities that are shown to people.

    Raises:
        UnknownNameError: Nothing goes by that name, or several things do.
    """

    def fits(node: NamedNode) -> bool:
        if of_class is None:
            return reader.kind(node) is not None
        return of_class in reader.objects(node, v.TYPE)

    direct = [n for n in _direct(name, names) if fits(n)]
    if direct:
        return direct[0]
    try:
        tiers = find_nodes(database, name)
    except ValueError:
        tiers = ()
    for nodes in tiers:
        fitting = [n for n in nodes if fits(n)]
        if len(fitting) == 1:
            return fitting[0]
        if fitting:
            raise UnknownNameError(
                f"{name!r} may be {_listed(fitting, reader)}; name one of them by its id"
            )
    near = [n for n in _similar(database, name) if fits(n)]
    hint = f"; did you mean {_listed(near, reader)}?" if near else "; ask for another name"
    raise UnknownNameError(f"the store has nothing that goes by {name!r}{hint}")


def _direct(name: str, names: Names) -> Iterator[NamedNode]:
    """Yield the nodes that `name` is the IRI or the id of."""
    if not name:
        return
    if ":" in name:
        # As tables show it: `ex:person/ann`.
        shortened = names.base + name[len("ex:") :] if name.startswith("ex:") else name
        with contextlib.suppress(ValueError):
            yield NamedNode(shortened)
    yield names.node(name)


def _similar(database: Store, name: str) -> list[NamedNode]:
    """Return the nodes that share a word with `name`, else those that are spelled much like it."""
    words = set(_words(_folded(name)))
    related = _matching(database, lambda label: bool(words & set(_words(label))))
    if related:
        return related
    labels = {
        _folded(quad.object.value)
        for naming in NAMING
        for quad in database.quads_for_pattern(None, naming, None, DefaultGraph())
        if isinstance(quad.object, Literal)
    }
    close = set(get_close_matches(_folded(name), sorted(labels), n=MOST_CANDIDATES))
    return _matching(database, lambda label: label in close)


def _listed(nodes: list[NamedNode], reader: EntityReader) -> str:
    shown = [f"{reader.text(n, v.LABEL)!r} ({reader.id(n)})" for n in nodes[:MOST_CANDIDATES]]
    more = len(nodes) - len(shown)
    return ", ".join(shown) + (f" or {more} more" if more else "")
