"""`graphkit show`: the card of one person, group, policy or action."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from graphkit.cli import options
from graphkit.cli.output import plain, print_text
from graphkit.records import (
    DEFAULT_MIN_CONFIDENCE,
    DatePrecision,
    EntityKind,
    Polarity,
    TurnKind,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from graphkit.records import Card, Entity, Quote, ShownAction, ShownStance, ShownTurn

INDENT = "    "


def show(
    name: Annotated[
        str,
        typer.Argument(metavar="NAME", help="A person, group, organization, policy or action."),
    ],
    *,
    store: options.Store = options.DEFAULT_STORE,
    min_confidence: options.MinConfidence = DEFAULT_MIN_CONFIDENCE,
) -> None:
    """Show a person, group, policy or action with quotes."""
    from graphkit import pipeline

    card = pipeline.find_card(store, name, min_confidence=min_confidence)
    print_text("\n".join(lines_of_card(card)))


def lines_of_card(card: Card) -> Iterator[str]:
    """Yield the lines of a card; all of them are safe to print."""
    yield from _head(card)
    yield from _section("Offices", _offices(card))
    yield from _section("Member of", (_named(group) for group in card.groups))
    yield from _section("Members", _members(card))
    if card.action is not None:
        yield from _section("Parties", _parties(card.action))
    for title, actions in (
        ("Led", card.led),
        ("Signed", card.signed),
        ("Was sent", card.received),
    ):
        yield from _section(title, (line for a in actions for line in _action(a)))
    yield from _section("Ends", (_named(policy) for policy in card.negates))
    yield from _section("Ended by", (_named(policy) for policy in card.negated_by))
    yield from _section("Stances", (line for stance in card.stances_held for line in _held(stance)))
    yield from _section(
        "Stances of others", (line for stance in card.stances_about for line in _about(stance))
    )
    yield from _section(
        "Stances on what ends it", (line for s in card.stances_on_endings for line in _folded(s))
    )
    for title, kind in (
        ("Turned", TurnKind.SUPERSEDED),
        ("Contradicts itself, or was misread", TurnKind.CONFLICT),
    ):
        turns = [turn for turn in card.turns if turn.kind is kind]
        yield from _section(title, (line for turn in turns for line in _turn(turn, card.entity)))
    if not (card.stances_held or card.stances_about or card.stances_on_endings):
        yield ""
        yield "No stances at this confidence; --min-confidence 0 shows all."


def _head(card: Card) -> Iterator[str]:
    entity = card.entity
    counted = "signatories" if entity.kind is EntityKind.ACTION else "members"
    number = [f"{words} {counted}" for words in _count(entity.count_modifier, entity.count)]
    details = [entity.kind.value, *_party(entity), *number]
    yield f"{plain(entity.label)} ({plain(', '.join(details))})"
    if entity.aliases:
        yield f"{INDENT}also: {plain('; '.join(entity.aliases))}"
    yield f"{INDENT}id: {plain(entity.id)}"


def _party(entity: Entity) -> list[str]:
    return [entity.party] if entity.party else []


def _count(modifier: str | None, count: int | None) -> list[str]:
    return [] if count is None else [f"{modifier} {count}" if modifier else str(count)]


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    body = list(lines)
    if body:
        yield ""
        yield title
        yield from (f"{INDENT}{line}" for line in body)


def _named(entity: Entity) -> str:
    office = ", ".join(part for part in (entity.office, entity.jurisdiction) if part)
    return plain(f"{entity.label} ({office})" if office else entity.label)


def _offices(card: Card) -> Iterator[str]:
    for shown in card.tenures:
        tenure = shown.tenure
        parts = (tenure.office, tenure.jurisdiction, tenure.constituency)
        words = ", ".join(part for part in parts if part)
        yield plain(f"{words} ({tenure.status.value})")
        yield from (f"{INDENT}{line}" for line in _quotes(shown.quotes))


def _members(card: Card) -> Iterator[str]:
    yield from (_named(member) for member in card.members)
    if card.unknown_members:
        yield f"and {card.unknown_members} whom no document names"


def _parties(action: ShownAction) -> Iterator[str]:
    alone = tuple(e for e in action.leaders if e not in action.co_leaders)
    for role, entities in (
        ("led by", alone),
        ("co-led by", action.co_leaders),
        ("signed by", action.signers),
        ("sent to", action.addressees),
    ):
        if entities:
            yield f"{role} {'; '.join(_named(e) for e in entities)}"
    day = _day(action.date, action.date_precision, action.relative_date)
    if day:
        yield plain(f"on {day}")
    announced = _count(action.count_modifier, action.signer_count)
    if announced:
        yield f"announced signatories: {plain(announced[0])}"
    if action.unnamed_signers:
        places = sum(e.kind is EntityKind.GOVERNMENT for e in (*action.leaders, *action.signers))
        known = f", up to {places} of them known by their place" if places else ""
        yield f"of whom {action.unnamed_signers} stay unnamed{known}"
    if action.about is not None:
        yield f"{_polarity(action.stance)} {_named(action.about)}"
    if action.asks:
        yield "asks"
        yield from (f"{INDENT}{line}" for line in _quotes(action.asks))
    yield from _quotes(action.quotes)


def _action(action: ShownAction) -> Iterator[str]:
    about = f", {_polarity(action.stance)} {action.about.label}" if action.about else ""
    day = _day(action.date, action.date_precision, action.relative_date)
    yield plain(f"{action.entity.label}{about}{f', {day}' if day else ''}")


def _day(day: date | None, precision: DatePrecision | None, relative: str | None) -> str:
    """Return a day as far as it is known, else the words for it in quotation marks."""
    if day is not None:
        return (precision or DatePrecision.DAY).written(day)
    return f"“{relative.strip()}”" if relative else ""


def _polarity(polarity: Polarity | None) -> str:
    if polarity is None:
        return "about"
    return {Polarity.SUPPORTS: "for", Polarity.OPPOSES: "against"}.get(polarity, "neutral on")


def _held(shown: ShownStance, link: str = "") -> Iterator[str]:
    yield _stance_line(f"{link}{shown.stance.polarity.towards(shown.target.label)}", shown)
    yield from (f"{INDENT}{line}" for line in _quotes(shown.quotes))


def _about(shown: ShownStance) -> Iterator[str]:
    # The holder with the office, for the same name may stand for two people.
    yield _stance_line(f"{_named(shown.holder)} {shown.stance.polarity.words}", shown)
    yield from (f"{INDENT}{line}" for line in _quotes(shown.quotes))


def _folded(shown: ShownStance) -> Iterator[str]:
    """Yield a stance on the end of a policy, with what it means for the policy."""
    polarity = shown.stance.polarity
    words = f"{_named(shown.holder)} {polarity.towards(shown.target.label)}"
    if polarity is not Polarity.NEUTRAL:
        words = f"{words}, and so {polarity.opposite.value} this"
    yield _stance_line(words, shown)
    yield from (f"{INDENT}{line}" for line in _quotes(shown.quotes))


def _turn(turn: ShownTurn, entity: Entity) -> Iterator[str]:
    """Yield two opposite stances: on the card of their holder the policy, else the holder."""
    earlier, later = turn.earlier, turn.later
    is_held = earlier.holder.id == entity.id
    about = earlier.target if is_held else earlier.holder
    yield _named(about)
    link = "then" if turn.kind is TurnKind.SUPERSEDED else "and"
    for shown, words in ((earlier, ""), (later, f"{link} ")):
        for line in _held(shown, words):
            yield f"{INDENT}{line}"


def _stance_line(words: str, shown: ShownStance) -> str:
    stance = shown.stance
    day = _day(stance.stated_on, stance.date_precision, shown.relative_date)
    return plain(f"{words}{f', {day}' if day else ''} (confidence {shown.stance.confidence:.2f})")


def _quotes(quotes: Iterable[Quote]) -> Iterator[str]:
    for quote in quotes:
        yield plain(f"“{quote.exact.strip()}”")
        yield plain(f"{INDENT}{_source(quote)} [{quote.span.start}, {quote.span.end})")


def _source(quote: Quote) -> str:
    day: date | None = quote.date
    parts = (quote.title or quote.source, quote.publisher, day.isoformat() if day else None)
    return ", ".join(part for part in parts if part) or quote.span.document
