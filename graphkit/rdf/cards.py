"""The card of an entity: all that a store knows of it, with the words that show it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, TypeVar

from pyoxigraph import NamedNode

from graphkit.ids import StanceId, TenureId
from graphkit.rdf import vocabulary as v
from graphkit.rdf.turns import dated_stances, families, folds_of
from graphkit.records import (
    ActionKind,
    Card,
    EntityKind,
    JurisdictionSource,
    ShownAction,
    ShownStance,
    ShownTenure,
    ShownTurn,
    Tenure,
    TenureStatus,
    TurnKind,
    main_turns,
    turns_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from graphkit.rdf.documents import Documents
    from graphkit.rdf.entities import EntityReader
    from graphkit.rdf.quotes import StanceReader
    from graphkit.records import Entity, Quote, Span, Stance

Choice = TypeVar("Choice")


class CardReader:
    """Reads cards; entities and documents once."""

    def __init__(self, entities: EntityReader, stances: StanceReader, documents: Documents) -> None:
        self._entities = entities
        self._stances = stances
        self._documents = documents

    def card(self, node: NamedNode, entity: Entity, *, min_confidence: float) -> Card:
        """Return the card of `entity`; stances below `min_confidence` are left out."""
        read = self._entities
        members = read.entities(read.nodes(node, v.MEMBER))
        return Card(
            entity=entity,
            tenures=self._tenures(node),
            groups=read.entities(read.subjects(v.MEMBER, node)),
            members=members,
            unknown_members=_unknown(read.text(node, v.MEMBER_COUNT), len(members)),
            led=self._actions(v.LEAD_SIGNER, node),
            signed=self._actions(v.SIGNER, node),
            received=self._actions(v.ADDRESSEE, node),
            action=self._action(node, entity) if v.ACTION in read.objects(node, v.TYPE) else None,
            negates=read.entities(read.nodes(node, v.NEGATES)),
            negated_by=read.entities(read.subjects(v.NEGATES, node)),
            stances_held=self._shown(self._stances.stances(holder=node), min_confidence),
            stances_about=self._shown(self._stances.stances(target=node), min_confidence),
            stances_on_endings=self._shown(self._on_endings(node), min_confidence),
            turns=self._turns(node, min_confidence),
        )

    def _turns(self, node: NamedNode, min_confidence: float) -> tuple[ShownTurn, ...]:
        """Return the turns of a holder, or those on a policy; the first day first."""
        pairs = {s.id: (s, q) for s, q in self._stances.stances(holder=node)}
        targets = {self._entities.node(s.target) for s, _ in pairs.values()}
        if v.POLICY in self._entities.objects(node, v.TYPE):
            targets.add(node)
        members = families(targets, self._documents)
        for family in members:
            for policy in family.policies if node in family.policies else ():
                pairs.update((s.id, (s, q)) for s, q in self._stances.stances(target=policy))
        dated = dated_stances(map(self._entities.node, pairs), self._documents)
        turns = turns_of(dated, folds_of(members, self._documents), min_confidence=min_confidence)
        shown = {s.stance.id: s for s in self._shown(pairs.values(), 0)}
        found = []
        for turn in main_turns(turns, dated):
            ends = [self._entities.id(NamedNode(iri)) for iri in (turn.earlier, turn.later)]
            if shown.keys() >= set(ends):
                both = [shown[StanceId(end)] for end in ends]
                is_ordered = turn.kind is TurnKind.SUPERSEDED
                earlier, later = both if is_ordered else sorted(both, key=_reading_order)
                found.append(ShownTurn(kind=turn.kind, earlier=earlier, later=later))
        return tuple(sorted(found, key=_turn_order))

    def _on_endings(self, policy: NamedNode) -> Iterator[tuple[Stance, tuple[Quote, ...]]]:
        for ending in self._entities.subjects(v.NEGATES, policy):
            yield from self._stances.stances(target=ending)

    def _shown(
        self, pairs: Iterable[tuple[Stance, tuple[Quote, ...]]], min_confidence: float
    ) -> tuple[ShownStance, ...]:
        """Show stances by day, those without a day last."""
        found = []
        for stance, quotes in pairs:
            holder = self._entities.by_id(stance.holder)
            target = self._entities.by_id(stance.target)
            if stance.confidence >= min_confidence and holder and target:
                found.append(
                    ShownStance(
                        stance=stance,
                        holder=holder,
                        target=target,
                        quotes=quotes,
                        relative_date=self._entities.relative_date(stance),
                    )
                )
        return tuple(
            sorted(
                found, key=lambda s: (s.stance.stated_on or date.max, s.target.label, s.stance.id)
            )
        )

    def _tenures(self, person: NamedNode) -> tuple[ShownTenure, ...]:
        read = self._entities
        found = []
        for node in read.subjects(v.ORG_MEMBER, person):
            quotes = self._stances.quotes(node)
            if quotes:
                found.append((int(read.text(node, v.RANK) or 1), self._tenure(node, quotes)))
        return tuple(shown for _, shown in sorted(found, key=lambda f: (f[0], f[1].tenure.id)))

    def _tenure(self, node: NamedNode, quotes: tuple[Quote, ...]) -> ShownTenure:
        read = self._entities
        places = read.nodes(node, v.POST_OF, v.JURISDICTION_OF)
        statuses = read.nodes(node, v.TENURE_STATUS)
        source = read.text(node, v.JURISDICTION_SOURCE)
        sure = read.text(node, v.JURISDICTION_CONFIDENCE)
        tenure = Tenure(
            id=TenureId(read.id(node)),
            office=read.text(node, v.ROLE_NAME) or "",
            jurisdiction=read.text(places[0], v.LABEL) if places else None,
            constituency=read.text(node, v.CONSTITUENCY),
            status=_choice(v.TENURE_STATUSES, statuses) or TenureStatus.CURRENT,
            begins=self._day(node, v.MEMBER_DURING, v.HAS_BEGINNING),
            ends=self._day(node, v.MEMBER_DURING, v.HAS_END),
            evidence=tuple(q.span for q in quotes),
            jurisdiction_source=JurisdictionSource(source) if source else None,
            jurisdiction_confidence=float(sure or 1.0) if source else None,
        )
        return ShownTenure(tenure=tenure, quotes=quotes)

    def _day(self, node: NamedNode, *path: NamedNode) -> date | None:
        found = self._entities.nodes(node, *path)
        text = self._entities.text(found[0], v.IN_DATE) if found else None
        return None if text is None else date.fromisoformat(text)

    def _actions(self, role: NamedNode, actor: NamedNode) -> tuple[ShownAction, ...]:
        found = []
        for node in self._entities.subjects(role, actor):
            entity = self._entities.entity(node)
            if entity is not None:
                found.append(self._action(node, entity))
        return tuple(sorted(found, key=lambda a: (a.date or date.max, a.entity.label, a.entity.id)))

    def _action(self, node: NamedNode, entity: Entity) -> ShownAction:
        read = self._entities
        leaders, signers = (
            read.entities(read.nodes(node, role)) for role in (v.LEAD_SIGNER, v.SIGNER)
        )
        about = read.entities(read.nodes(node, v.ABOUT))
        day, count = read.text(node, v.DATE), read.text(node, v.SIGNER_COUNT)
        people = {e.id for e in (*leaders, *signers) if e.kind is EntityKind.PERSON}
        return ShownAction(
            entity=entity,
            kind=_choice(v.ACTION_CLASSES, read.nodes(node, v.TYPE)) or ActionKind.OTHER,
            subkind=read.text(node, v.SUBKIND),
            date=None if day is None else date.fromisoformat(day),
            date_precision=_choice(v.DATE_PRECISIONS, read.nodes(node, v.DATE_PRECISION)),
            relative_date=None if day else read.text(node, v.RELATIVE_DATE),
            leaders=leaders,
            co_leaders=read.entities(read.nodes(node, v.CO_LEADER)),
            signers=signers,
            addressees=read.entities(read.nodes(node, v.ADDRESSEE)),
            about=about[0] if about else None,
            stance=_choice(v.POLARITIES, read.nodes(node, v.POLARITY)),
            asks=self._stances.demands(node),
            signer_count=None if count is None else int(count),
            count_modifier=read.text(node, v.COUNT_MODIFIER),
            unnamed_signers=_unknown(count, len(people)),
            quotes=self._stances.quotes(node),
        )


def _reading_order(shown: ShownStance) -> tuple[date, Span, str]:
    stance = shown.stance
    return stance.stated_on or date.max, shown.quotes[0].span, stance.id


def _turn_order(turn: ShownTurn) -> tuple[str, date, str, str]:
    stance = turn.later.stance
    return turn.later.holder.label, stance.stated_on or date.max, turn.later.target.label, stance.id


def _choice(choices: Mapping[Choice, NamedNode], nodes: list[NamedNode]) -> Choice | None:
    return next((choice for choice, each in choices.items() if each in nodes), None)


def _unknown(count: str | None, known: int) -> int | None:
    """Return how many of an announced number nobody names; a number too low leaves none."""
    return None if count is None else max(0, int(count) - known)
