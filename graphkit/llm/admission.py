"""Admit what a model says where the text bears it out; count and drop the rest.

Nothing of a model's own words gets into an extraction: names, quotations and evidence are spans of
the text, and what remains are choices (a kind, a polarity) and a number.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from graphkit.errors import ExtractorError
from graphkit.ids import (
    ActorId,
    DocumentId,
    PolicyId,
    StatementId,
    TargetId,
    mint_span_id,
    mint_stance_id,
)
from graphkit.llm.mentions import find_mentions
from graphkit.llm.requests import LONGEST_TEXT
from graphkit.records import (
    Evidence,
    EvidenceKind,
    Extraction,
    Group,
    Organization,
    Person,
    Polarity,
    Policy,
    Span,
    Stance,
    Statement,
    StatementKind,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from graphkit.records import Document

C = TypeVar("C", bound=StrEnum)
R = TypeVar("R")
Item = dict[str, object]
Named = Person | Organization | Group | Policy

ACTOR_RECORDS: dict[str, type[Person] | type[Organization] | type[Group]] = {
    "people": Person,
    "organizations": Organization,
    "groups": Group,
}
MOST_ITEMS = 500
"""Of one list; no text that one person reads has more, and each costs a search of the text."""
MOST_ALIASES = 20
"""Of one name."""
LONGEST_NAME = 300
"""Characters."""
LONGEST_EVIDENCE = 600
"""Characters; a longer run shows anything and so nothing."""
LEAST_CONFIDENCE = 0.01
UNSURE = 0.5
"""The confidence of what the model gives no number for."""


class Dropped(StrEnum):
    """Why something that a model said is not admitted."""

    MALFORMED = "not in the form asked for"
    TOO_MANY = "more than can be checked"
    NO_MENTION = "the name is not in the text"
    NO_QUOTE = "the quotation is not in the text"
    NO_EVIDENCE = "the evidence is not in the text"
    NO_ACTOR = "the speaker or actor is no name that was admitted"
    NO_TARGET = "the target is no name that was admitted"
    REPEATED = "said before"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What was admitted, and how much was dropped for which reason."""

    extraction: Extraction
    dropped: Mapping[Dropped, int]


def admit(answer: str, document: Document) -> Reading:
    """Return what the text bears out of a model's answer.

    Raises:
        ExtractorError: The answer is not a JSON object.
    """
    return _Admission(document).reading(_parsed(answer, document))


def _parsed(answer: str, document: Document) -> Item:
    try:
        content = json.loads(answer)
    except (ValueError, RecursionError) as error:
        raise ExtractorError(
            f"the model's answer to {document.path} is not JSON; use a model or a server that "
            "keeps to a JSON schema"
        ) from error
    if not isinstance(content, dict):
        raise ExtractorError(f"the model's answer to {document.path} is not a JSON object")
    return content


class _RefusedError(Exception):
    """One thing that a model said is not admitted."""

    def __init__(self, reason: Dropped) -> None:
        super().__init__(reason.value)
        self.reason = reason


class _Admission:
    """Holds what is admitted of one document while the rest is checked against it."""

    def __init__(self, document: Document) -> None:
        self._text = document.text[:LONGEST_TEXT]  # the model has seen no more
        self._document: DocumentId = document.id
        self._dropped: Counter[Dropped] = Counter()
        self._actors: dict[str, Named] = {}
        self._targets: dict[str, Named] = {}

    def reading(self, content: Item) -> Reading:
        people = self._named(content, "people")
        organizations = self._named(content, "organizations")
        groups = self._named(content, "groups")
        policies = self._named(content, "policies")
        statements = self._statements(content)
        stances = self._stances(content, statements)
        extraction = Extraction(
            document=self._document,
            people=tuple(x for x in people if isinstance(x, Person)),
            organizations=tuple(x for x in organizations if isinstance(x, Organization)),
            groups=tuple(x for x in groups if isinstance(x, Group)),
            policies=tuple(x for x in policies if isinstance(x, Policy)),
            statements=statements,
            stances=stances,
        )
        dropped = {reason: n for reason, n in self._dropped.items() if n}
        return Reading(extraction=extraction, dropped=dropped)

    def _items(self, content: Item, key: str) -> Iterator[Item]:
        listed = content.get(key)
        if not isinstance(listed, list):
            self._dropped[Dropped.MALFORMED] += 1
            return
        self._dropped[Dropped.TOO_MANY] += max(0, len(listed) - MOST_ITEMS)
        for item in listed[:MOST_ITEMS]:
            if isinstance(item, dict):
                yield item
            else:
                self._dropped[Dropped.MALFORMED] += 1

    def _each(self, content: Item, key: str, read: Callable[[Item], R]) -> Iterator[R]:
        """Yield what is admitted of a list, and count what is not."""
        for item in self._items(content, key):
            try:
                yield read(item)
            except _RefusedError as refused:
                self._dropped[refused.reason] += 1

    def _named(self, content: Item, key: str) -> list[Named]:
        return list(self._each(content, key, lambda item: self._one_named(item, key)))

    def _one_named(self, item: Item, key: str) -> Named:
        """Return a record whose name, aliases and mentions are all spans of the text."""
        name, aliases = item.get("name"), item.get("aliases", [])
        if not isinstance(name, str) or not isinstance(aliases, list):
            raise _RefusedError(Dropped.MALFORMED)
        known = self._targets if key == "policies" else self._actors
        if name in known:
            raise _RefusedError(Dropped.REPEATED)
        texts = [a for a in aliases[:MOST_ALIASES] if isinstance(a, str) and a not in known]
        found = {n: self._mentions(n) for n in (name, *texts)}
        if not found[name]:
            raise _RefusedError(Dropped.NO_MENTION)
        self._dropped[Dropped.NO_MENTION] += sum(not spans for spans in found.values())
        record = self._record(key, name, {n: spans for n, spans in found.items() if spans})
        for one in (name, *record.aliases):
            known.setdefault(one, record)
        return record

    def _mentions(self, name: str) -> tuple[Span, ...]:
        if len(name) > LONGEST_NAME:
            return ()
        return tuple(
            self._span(start, start + len(name)) for start in find_mentions(self._text, name)
        )

    def _record(self, key: str, name: str, found: Mapping[str, tuple[Span, ...]]) -> Named:
        aliases = tuple(sorted(other for other in found if other != name))
        mentions = tuple(sorted({span for spans in found.values() for span in spans}))
        first = found[name][0]
        kind = {"people": "person", "organizations": "organization", "groups": "group"}
        identifier = mint_span_id(kind.get(key, "policy"), self._document, first.start, first.end)
        if key == "policies":
            return Policy(id=PolicyId(identifier), name=name, aliases=aliases, mentions=mentions)
        return ACTOR_RECORDS[key](
            id=ActorId(identifier), name=name, aliases=aliases, mentions=mentions
        )

    def _statements(self, content: Item) -> tuple[Statement, ...]:
        admitted: dict[Span, Statement] = {}
        for statement in self._each(content, "statements", self._one_statement):
            first = admitted.setdefault(statement.quote, statement)
            self._dropped[Dropped.REPEATED] += first is not statement
        return tuple(admitted[quote] for quote in sorted(admitted))

    def _one_statement(self, item: Item) -> Statement:
        kind = _choice(item, "kind", StatementKind)
        quote = self._run(item.get("quote"), longest=len(self._text))
        speaker = _known(self._actors, item.get("speaker"))
        if kind is None:
            raise _RefusedError(Dropped.MALFORMED)
        if quote is None:
            raise _RefusedError(Dropped.NO_QUOTE)
        if speaker is None:
            raise _RefusedError(Dropped.NO_ACTOR)
        return Statement(
            id=StatementId(mint_span_id("statement", self._document, quote.start, quote.end)),
            speaker=ActorId(speaker.id),
            quote=quote,
            kind=kind,
            confidence=_confidence(item),
        )

    def _stances(self, content: Item, statements: tuple[Statement, ...]) -> tuple[Stance, ...]:
        admitted: dict[str, Stance] = {}
        read = partial(self._one_stance, statements=statements)
        for stance in self._each(content, "stances", read):
            first = admitted.setdefault(stance.id, stance)
            self._dropped[Dropped.REPEATED] += first is not stance
        return tuple(admitted.values())

    def _one_stance(self, item: Item, statements: tuple[Statement, ...]) -> Stance:
        polarity = _choice(item, "polarity", Polarity)
        evidence = self._run(item.get("evidence"), longest=LONGEST_EVIDENCE)
        actor = _known(self._actors, item.get("actor"))
        named = item.get("target")
        target = _known(self._targets, named) or _known(self._actors, named)
        if polarity is None:
            raise _RefusedError(Dropped.MALFORMED)
        if evidence is None:
            raise _RefusedError(Dropped.NO_EVIDENCE)
        if actor is None:
            raise _RefusedError(Dropped.NO_ACTOR)
        if target is None or target is actor:
            raise _RefusedError(Dropped.NO_TARGET)
        first, other = actor.mentions[0], target.mentions[0]
        return Stance(
            id=mint_stance_id(
                self._document,
                holder=(first.start, first.end),
                target=(other.start, other.end),
                polarity=polarity,
            ),
            holder=ActorId(actor.id),
            target=TargetId(target.id),
            polarity=polarity,
            confidence=_confidence(item),
            evidence=(Evidence(span=evidence, kind=_whose(evidence, actor, statements)),),
        )

    def _run(self, words: object, *, longest: int) -> Span | None:
        """Return where a run of the text stands first; None where it does not."""
        if not isinstance(words, str) or not words.strip() or len(words) > longest:
            return None
        start = self._text.find(words)
        return None if start < 0 else self._span(start, start + len(words))

    def _span(self, start: int, end: int) -> Span:
        return Span(document=self._document, start=start, end=end)


def _known(names: Mapping[str, Named], name: object) -> Named | None:
    return names.get(name) if isinstance(name, str) else None


def _choice(item: Item, key: str, choices: type[C]) -> C | None:
    value = item.get(key)
    return next((choice for choice in choices if choice.value == value), None)


def _confidence(item: Item) -> float:
    """Return the model's own number in (0, 1]; it is not calibrated, see `graphkit evaluate`."""
    value = item.get("confidence")
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        return UNSURE
    return max(float(value), LEAST_CONFIDENCE)


def _whose(evidence: Span, actor: Named, statements: tuple[Statement, ...]) -> EvidenceKind:
    """Return whose words the evidence is: the actor's own where a statement of theirs holds it."""
    for statement in statements:
        quote = statement.quote
        inside = quote.start <= evidence.start and evidence.end <= quote.end
        if inside and statement.speaker == actor.id:
            return EvidenceKind(statement.kind.value)
    return EvidenceKind.NARRATED
