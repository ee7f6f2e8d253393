"""Extractions as JSON: the format that annotators and scorers share.

One object for each document with the keys `people`, `organizations`, `groups`, `actions`,
`policies`, `statements` and `stances`; names instead of ids, quotations beside their spans.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from graphkit.records import (
        Action,
        Document,
        Evidence,
        Extraction,
        Group,
        Person,
        Span,
        Stance,
        Statement,
    )


def json_from_extraction(extraction: Extraction, document: Document) -> dict[str, object]:
    """Return `extraction` as a JSON-ready object; spans are code points of `document.text`."""
    names = extraction.names()
    text = document.text
    return {
        "people": [_person(p) for p in extraction.people],
        "organizations": [o.name for o in extraction.organizations],
        "groups": [_group(g) for g in extraction.groups],
        "actions": [_action(a, names, text) for a in extraction.actions],
        "policies": [{"name": p.name, "aliases": list(p.aliases)} for p in extraction.policies],
        "statements": [_statement(s, names, text) for s in extraction.statements],
        "stances": [_stance(s, names, text) for s in extraction.stances],
    }


def _words(span: Span, text: str) -> str:
    return text[span.start : span.end]


def _person(person: Person) -> dict[str, object]:
    main = person.tenures[0] if person.tenures else None
    source = main.jurisdiction_source if main else None
    return {
        "name": person.name,
        "aliases": list(person.aliases),
        "office": main.office if main else None,
        "jurisdiction": main.jurisdiction if main else None,
        "constituency": main.constituency if main else None,
        "office_status": main.status.value if main else None,
        "jurisdiction_source": source.value if source else None,
        "jurisdiction_confidence": main.jurisdiction_confidence if main else None,
        "party": person.party,
    }


def _group(group: Group) -> dict[str, object]:
    return {
        "text": group.name,
        "count": group.count,
        "count_modifier": group.count_modifier,
        "role": group.role,
        "party": group.party,
    }


def _action(action: Action, names: dict[str, str], text: str) -> dict[str, object]:
    return {
        "kind": action.kind.value,
        "subkind": action.subkind,
        "leaders": [names[i] for i in action.leaders],
        "co_leaders": [names[i] for i in action.co_leaders],
        "signers": [names[i] for i in action.signers],
        "addressees": [names[i] for i in action.addressees],
        "about": names[action.about] if action.about else None,
        "stance": action.stance.value if action.stance else None,
        "asks": _words(action.asks, text) if action.asks else None,
        "asks_span": [action.asks.start, action.asks.end] if action.asks else None,
        "signer_count": action.signer_count,
        "count_modifier": action.count_modifier,
        **_day(action, action.date, text),
    }


def _day(dated: Action | Statement | Stance, day: date | None, text: str) -> dict[str, object]:
    """Return a day, how much of it is told, and its words; `date_relative` without any day."""
    words, precision = dated.date_words, dated.date_precision
    return {
        "date": day.isoformat() if day else None,
        "date_precision": precision.value if precision else None,
        "date_text": _words(words, text) if words else None,
        "date_relative": dated.has_relative_date,
    }


def _statement(statement: Statement, names: dict[str, str], text: str) -> dict[str, object]:
    source = None if statement.source is None else _words(statement.source, text)
    return {
        "speaker": names[statement.speaker] if statement.speaker else source,
        "joint_speakers": [names[i] for i in statement.joint_speakers],
        "quote": _words(statement.quote, text),
        "span": [statement.quote.start, statement.quote.end],
        "kind": statement.kind.value,
        "confidence": round(statement.confidence, 3),
        **_day(statement, statement.date, text),
    }


def _stance(stance: Stance, names: dict[str, str], text: str) -> dict[str, object]:
    first: Evidence = stance.evidence[0]
    return {
        "actor": names[stance.holder],
        "polarity": stance.polarity.value,
        "target": names[stance.target],
        "evidence": _words(first.span, text),
        "evidence_kind": first.kind.value,
        "spans": [[e.span.start, e.span.end] for e in stance.evidence],
        "confidence": round(stance.confidence, 3),
        **_day(stance, stance.stated_on, text),
    }
