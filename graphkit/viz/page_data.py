"""Turn a position set into what the page draws: nodes, bundled edges, and cards."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from math import log2, sqrt
from typing import TYPE_CHECKING, TypedDict

from graphkit.errors import GraphkitError
from graphkit.records import DatePrecision, EntityKind, Polarity, ReviewStatus
from graphkit.viz.labels import (
    EVIDENCE_WORDS,
    SIGNS,
    describe,
    from_whole_word,
    office_words,
    safe_link,
    to_whole_word,
    wrap_label,
)
from graphkit.viz.vis_network import Network

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from graphkit.records import PositionSet, Quote, Stance

SHAPES = {
    EntityKind.PERSON: "dot",
    EntityKind.ORGANIZATION: "square",
    EntityKind.GOVERNMENT: "hexagon",
    EntityKind.PARTY: "star",
    EntityKind.GROUP: "triangle",
    EntityKind.POLICY: "box",
    EntityKind.ACTION: "diamond",
}
DASHES: Mapping[Polarity, bool | list[int]] = {
    Polarity.SUPPORTS: False,
    Polarity.OPPOSES: [9, 6],
    Polarity.NEUTRAL: [2, 5],
}
POLARITY_ORDER = {polarity: place for place, polarity in enumerate(Polarity)}
LANE = 0.22
"""Roundness between neighbouring edges of one pair."""


class QuoteCard(TypedDict):
    """One quotation as a card shows it."""

    prefix: str
    exact: str
    suffix: str
    title: str
    publisher: str | None
    date: str | None
    link: str | None
    evidence: str


class StanceCard(TypedDict):
    """One stance as cards and table show it; `holder` and `target` are ids of drawn nodes."""

    holder: str
    target: str
    holderName: str
    targetName: str
    polarity: str
    sign: str
    office: str | None
    officeKnown: str | None
    statedOn: str | None
    confidence: float
    review: str
    quotes: list[QuoteCard]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageData:
    """What the page draws.

    Attributes:
        network: PyVis' nodes, edges and options.
        stances: In the order in which cards and table list them.
        documents: How many documents the stances come from.
    """

    network: Network
    stances: tuple[StanceCard, ...]
    documents: int


def build_page_data(
    positions: PositionSet, *, layout: Mapping[str, tuple[float, float]]
) -> PageData:
    """Return the drawing of all stances but those that a reader rejected.

    Raises:
        GraphkitError: `layout` lacks a node.
    """
    stances = sorted(
        (s for s in positions.stances if s.review_status is not ReviewStatus.REJECTED),
        key=lambda stance: _reading_order(positions, stance),
    )
    shown: list[str] = sorted({end for s in stances for end in (s.holder, s.target)})
    missing = [identifier for identifier in shown if identifier not in layout]
    if missing:
        raise GraphkitError(
            f"the layout has no place for {missing[0]!r} and {len(missing) - 1} more; "
            "compute it from the same position set"
        )
    # Short names of our own: an id from data can then never clash with a property of JavaScript.
    drawn = {identifier: f"n{place}" for place, identifier in enumerate(shown)}
    bundles = _bundle(stances, drawn)
    network = Network(directed=True)
    network.toggle_physics(status=False)
    _add_nodes(network, positions, drawn, layout=layout, bundles=bundles)
    _add_edges(network, bundles)
    return PageData(
        network=network,
        stances=tuple(_stance_card(positions, stance, drawn) for stance in stances),
        documents=len({q.span.document for s in stances for q in positions.quotes[s.id]}),
    )


def _reading_order(positions: PositionSet, stance: Stance) -> tuple[str | int, ...]:
    return (
        positions.entities[stance.holder].label.casefold(),
        stance.holder,
        positions.entities[stance.target].label.casefold(),
        stance.target,
        POLARITY_ORDER[stance.polarity],
        stance.stated_on.isoformat() if stance.stated_on else "",
        stance.id,
    )


_Bundle = tuple[str, str, Polarity]


def _bundle(stances: Sequence[Stance], drawn: Mapping[str, str]) -> dict[_Bundle, list[int]]:
    """Return the places of the stances that one edge stands for."""
    bundles: dict[_Bundle, list[int]] = defaultdict(list)
    for place, stance in enumerate(stances):
        bundles[drawn[stance.holder], drawn[stance.target], stance.polarity].append(place)
    return bundles


def _add_nodes(
    network: Network,
    positions: PositionSet,
    drawn: Mapping[str, str],
    *,
    layout: Mapping[str, tuple[float, float]],
    bundles: Mapping[_Bundle, list[int]],
) -> None:
    degree: dict[str, int] = defaultdict(int)
    for source, target, _ in bundles:
        degree[source] += 1
        degree[target] += 1
    for identifier, node in drawn.items():
        entity = positions.entities[identifier]
        x, y = layout[identifier]
        network.add_node(
            node,
            label=wrap_label(entity.label),
            shape=SHAPES[entity.kind],
            group=entity.kind.value,
            size=round(min(9 + 3 * sqrt(degree[node]), 32), 1),
            x=x,
            y=y,
            name=entity.label,
            about=describe(entity),
            aliases=list(entity.aliases),
        )


def _add_edges(network: Network, bundles: Mapping[_Bundle, list[int]]) -> None:
    lanes: dict[tuple[str, str], list[_Bundle]] = defaultdict(list)
    for source, target, polarity in bundles:
        first, second = sorted((source, target))
        lanes[first, second].append((source, target, polarity))
    for number, (bundle, places) in enumerate(bundles.items()):
        source, target, polarity = bundle
        first, second = sorted((source, target))
        beside = lanes[first, second]
        network.add_edge(
            source,
            target,
            id=f"e{number}",
            polarity=polarity.value,
            sign=SIGNS[polarity],
            stances=places,
            width=edge_width(len(places)),
            dashes=DASHES[polarity],
            smooth=_curve(bundle, lane=beside.index(bundle) - (len(beside) - 1) / 2),
        )


def edge_width(count: int) -> float:
    """Return the width in pixels of an edge that stands for `count` stances."""
    return round(1.5 + log2(count), 1)


def _curve(bundle: _Bundle, *, lane: float) -> dict[str, bool | str | float]:
    source, target, _ = bundle
    turn = lane if source <= target else -lane
    if turn == 0:
        return {"enabled": False}
    kind = "curvedCW" if turn > 0 else "curvedCCW"
    return {"enabled": True, "type": kind, "roundness": round(abs(turn) * LANE, 3)}


def _stance_card(positions: PositionSet, stance: Stance, drawn: Mapping[str, str]) -> StanceCard:
    holder, target = positions.entities[stance.holder], positions.entities[stance.target]
    capacity = stance.in_capacity
    precision = stance.date_precision or DatePrecision.DAY
    office = positions.capacities.get(capacity) if capacity else None
    told = positions.relative_dates.get(stance.id)
    relative = f"“{told}”" if told else None
    return {
        "holder": drawn[stance.holder],
        "target": drawn[stance.target],
        "holderName": holder.label,
        "targetName": target.label,
        "polarity": stance.polarity.value,
        "sign": SIGNS[stance.polarity],
        "office": office,
        "officeKnown": None if office else office_words(holder),
        "statedOn": precision.written(stance.stated_on) if stance.stated_on else relative,
        "confidence": round(stance.confidence, 3),
        "review": stance.review_status.value,
        "quotes": [_quote_card(quote) for quote in positions.quotes[stance.id]],
    }


def _quote_card(quote: Quote) -> QuoteCard:
    return {
        "prefix": from_whole_word(quote.prefix, cut=quote.span.start > len(quote.prefix)),
        "exact": quote.exact,
        "suffix": to_whole_word(quote.suffix),
        "title": quote.title or quote.source or "untitled document",
        "publisher": quote.publisher,
        "date": quote.date.isoformat() if quote.date else None,
        "link": safe_link(quote.url),
        "evidence": EVIDENCE_WORDS[quote.kind],
    }
