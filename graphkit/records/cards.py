"""All that a store knows of one entity, with the words that show it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from graphkit.records.actors import Tenure
    from graphkit.records.choices import ActionKind, DatePrecision, Polarity
    from graphkit.records.extractions import Stance
    from graphkit.records.positions import Entity, Quote
    from graphkit.records.turns import TurnKind


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownTenure:
    """A tenure with the words that show it."""

    tenure: Tenure
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownStance:
    """A stance with its holder, its target and the words that show it.

    Attributes:
        relative_date: The words for its day ("Tuesday") where nothing places them.
    """

    stance: Stance
    holder: Entity
    target: Entity
    quotes: tuple[Quote, ...]
    relative_date: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownTurn:
    """Two opposite stances of one holder on one policy, or on what ends it.

    Attributes:
        earlier: Of a conflict the one that is read first, for nothing tells the order.
        later: The other one.
    """

    kind: TurnKind
    earlier: ShownStance
    later: ShownStance


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownAction:
    """An action with its parties and the words that show it.

    Attributes:
        relative_date: The words for its day ("Tuesday") where nothing places them.
        co_leaders: Those of `leaders` who lead together with others.
        asks: The words that say what it asks for, in each document that tells it.
        unnamed_signers: How many of the announced signatories nobody names; None where no
            number was announced.
    """

    entity: Entity
    kind: ActionKind
    subkind: str | None = None
    date: date | None = None
    date_precision: DatePrecision | None = None
    relative_date: str | None = None
    leaders: tuple[Entity, ...] = ()
    co_leaders: tuple[Entity, ...] = ()
    signers: tuple[Entity, ...] = ()
    addressees: tuple[Entity, ...] = ()
    about: Entity | None = None
    stance: Polarity | None = None
    asks: tuple[Quote, ...] = ()
    signer_count: int | None = None
    count_modifier: str | None = None
    unnamed_signers: int | None = None
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """All that a store knows of one entity.

    Attributes:
        groups: Groups that count the entity among their members.
        members: Of a group, those whom a document names.
        unknown_members: Of a group, its count less `members`; None without a count.
        action: Of an action, its parties and words.
        negates: Of a policy, those that it ends; `negated_by` is the inverse.
        stances_held: With the entity as holder; `stances_about` with it as target.
        stances_on_endings: With one of `negated_by` as target: who supports the end of a policy
            opposes the policy.
        turns: Where stances on a policy turn round or contradict each other: those of the entity
            as holder, or on it as policy.
    """

    entity: Entity
    tenures: tuple[ShownTenure, ...] = ()
    groups: tuple[Entity, ...] = ()
    members: tuple[Entity, ...] = ()
    unknown_members: int | None = None
    led: tuple[ShownAction, ...] = ()
    signed: tuple[ShownAction, ...] = ()
    received: tuple[ShownAction, ...] = ()
    action: ShownAction | None = None
    negates: tuple[Entity, ...] = ()
    negated_by: tuple[Entity, ...] = ()
    stances_held: tuple[ShownStance, ...] = ()
    stances_about: tuple[ShownStance, ...] = ()
    stances_on_endings: tuple[ShownStance, ...] = ()
    turns: tuple[ShownTurn, ...] = ()
