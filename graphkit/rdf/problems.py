"""Faults of a graph, and the checks that shapes cannot do."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, Triple

from graphkit.ids import text_digest
from graphkit.rdf import vocabulary as v

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

QUOTE_RULE = "quote-is-the-text"
SHORTCUT_RULE = "shortcut-has-a-stance"
DIGEST_RULE = "digest-is-of-the-text"
TURN_RULE = "turn-follows-from-stances"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Problem:
    """One fault of a graph.

    Attributes:
        node: IRI of what is wrong.
        rule: The shape, `gk:StanceShape-holder`, or the name of another check.
        message: What is wrong and what would be right.
        document: IRI of the document's graph; None for a file without graphs.
    """

    document: str | None
    node: str
    rule: str
    message: str


def text_problems(
    triples: Iterable[Triple], *, document: str | None, texts: Mapping[str, str]
) -> Iterator[Problem]:
    """Yield quotations that are not the text at their place.

    Args:
        triples: One graph.
        document: Its name.
        texts: The text of each document that evidence may point into, by IRI.
    """
    said: dict[NamedNode, dict[NamedNode, list[NamedNode | Literal]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for t in triples:
        if isinstance(t.subject, NamedNode) and isinstance(t.object, NamedNode | Literal):
            said[t.subject][t.predicate].append(t.object)
    for place in [s for s, values in said.items() if v.HAS_SOURCE in values]:
        sources = [s.value for s in said[place][v.HAS_SOURCE]]
        text = next((texts[s] for s in sources if s in texts), None)
        selectors = [said[s] for s in said[place][v.HAS_SELECTOR] if isinstance(s, NamedNode)]
        reason = "the text of its document is not here" if text is None else None
        reason = reason or _quote_fault(selectors, text or "")
        if reason is not None:
            yield Problem(document=document, node=place.value, rule=QUOTE_RULE, message=reason)


def _quote_fault(
    selectors: list[dict[NamedNode, list[NamedNode | Literal]]], text: str
) -> str | None:
    """Compare words and what surrounds them with the text; None where they agree."""
    merged: dict[NamedNode, str] = {
        predicate: values[0].value
        for selector in selectors
        for predicate, values in selector.items()
        if values
    }
    try:
        start, end = int(merged[v.START]), int(merged[v.END])
        exact = merged[v.EXACT]
    except (KeyError, ValueError):
        return "a place in a text needs oa:start, oa:end and oa:exact"
    if not 0 <= start < end <= len(text):
        return f"[{start}, {end}) does not lie in the text of {len(text)} characters"
    if text[start:end] != exact:
        return f"the text at [{start}, {end}) is {text[start:end]!r}, not {exact!r}"
    prefix, suffix = merged.get(v.PREFIX, ""), merged.get(v.SUFFIX, "")
    if not text[:start].endswith(prefix) or not text[end:].startswith(suffix):
        return f"the text around [{start}, {end}) is not {prefix!r} … {suffix!r}"
    return None


def shortcut_problems(triples: Iterable[Triple], *, document: str | None) -> Iterator[Problem]:
    """Yield shortcut edges without a stance, and stances without their edge."""
    said: dict[object, dict[NamedNode, list[object]]] = defaultdict(lambda: defaultdict(list))
    edges: set[tuple[object, object, object]] = set()
    names = set(v.SHORTCUTS.values())
    for t in triples:
        if t.predicate in names:
            edges.add((t.subject, t.predicate, t.object))
        else:
            said[t.subject][t.predicate].append(t.object)
    expected = {
        (holder, polarity, target)
        for stance in said.values()
        for holder in stance.get(v.HOLDER, [])
        for polarity in stance.get(v.POLARITY, [])
        for target in stance.get(v.TARGET, [])
        if polarity in names
    }
    for (holder, _, target), what in [
        *((e, "an edge without a stance behind it") for e in edges - expected),
        *((e, "a stance without its edge") for e in expected - edges),
    ]:
        yield Problem(
            document=document,
            node=getattr(holder, "value", str(holder)),
            rule=SHORTCUT_RULE,
            message=f"{what}, towards {getattr(target, 'value', target)}",
        )


def digest_problems(triples: Iterable[Triple], *, document: str | None) -> Iterator[Problem]:
    """Yield documents whose digest is not that of their text."""
    texts: dict[object, str] = {}
    digests: dict[object, str] = {}
    for t in triples:
        if isinstance(t.object, Literal) and t.predicate == v.TEXT:
            texts[t.subject] = t.object.value
        elif isinstance(t.object, Literal) and t.predicate == v.SHA256:
            digests[t.subject] = t.object.value
    for subject, text in texts.items():
        if subject in digests and digests[subject] != text_digest(text):
            yield Problem(
                document=document,
                node=getattr(subject, "value", str(subject)),
                rule=DIGEST_RULE,
                message="gk:sha256 is not the SHA-256 of gk:text",
            )


def stray_turn_problems(found: Iterable[Triple], expected: Collection[Triple]) -> Iterator[Problem]:
    """Yield edges of turns that do not follow from the stances."""
    for edge in found:
        if edge not in expected:
            yield _turn_problem(edge, "an edge that does not follow from the stances")


def missing_turn_problems(
    found: Collection[Triple], expected: Iterable[Triple]
) -> Iterator[Problem]:
    """Yield edges of turns that follow from the stances and are not there."""
    for edge in expected:
        if edge not in found:
            yield _turn_problem(edge, "the edge is missing; read the documents again")


def _turn_problem(edge: Triple, what: str) -> Problem:
    relation = getattr(edge.predicate, "value", "").replace(v.GK, "gk:")
    return Problem(
        document=None,
        node=getattr(edge.subject, "value", str(edge.subject)),
        rule=TURN_RULE,
        message=f"{relation} {getattr(edge.object, 'value', edge.object)}: {what}",
    )
