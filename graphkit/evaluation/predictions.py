"""Extractions in the form of annotations, so that they can be compared with gold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphkit.records import (
    AnnotatedAction,
    AnnotatedGroup,
    AnnotatedPerson,
    AnnotatedPolicy,
    AnnotatedStance,
    AnnotatedStatement,
    Annotation,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graphkit.records import Action, Extraction, Person, Span, Stance, Statement


def annotation_from_extraction(extraction: Extraction, text: str) -> Annotation:
    """Return what an extraction says of `text`, with names for ids and words for spans."""
    names = extraction.names()
    return Annotation(
        people=tuple(_person(p) for p in extraction.people),
        groups=tuple(AnnotatedGroup(text=g.name, count=g.count) for g in extraction.groups),
        policies=tuple(
            AnnotatedPolicy(name=p.name, aliases=p.aliases) for p in extraction.policies
        ),
        actions=tuple(_action(a, names) for a in extraction.actions),
        statements=tuple(_statement(s, names, text) for s in extraction.statements),
        stances=tuple(_stance(s, names, text) for s in extraction.stances),
    )


def _words(span: Span, text: str) -> str:
    return text[span.start : span.end]


def _person(person: Person) -> AnnotatedPerson:
    main = person.tenures[0] if person.tenures else None
    return AnnotatedPerson(
        name=person.name,
        aliases=person.aliases,
        office=main.office if main else None,
        jurisdiction=main.jurisdiction if main else None,
    )


def _action(action: Action, names: Mapping[str, str]) -> AnnotatedAction:
    return AnnotatedAction(
        kind=action.kind,
        leaders=tuple(names[i] for i in action.leaders),
        signers=tuple(names[i] for i in action.signers),
        about=names[action.about] if action.about else None,
        stance=action.stance,
    )


def _statement(statement: Statement, names: Mapping[str, str], text: str) -> AnnotatedStatement:
    source = None if statement.source is None else _words(statement.source, text)
    return AnnotatedStatement(
        speaker=names[statement.speaker] if statement.speaker else source,
        quote=_words(statement.quote, text),
        kind=statement.kind,
        span=(statement.quote.start, statement.quote.end),
    )


def _stance(stance: Stance, names: Mapping[str, str], text: str) -> AnnotatedStance:
    return AnnotatedStance(
        actor=names[stance.holder],
        polarity=stance.polarity,
        target=names[stance.target],
        evidence=_words(stance.evidence[0].span, text),
        confidence=stance.confidence,
    )
