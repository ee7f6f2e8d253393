"""Explanations as JSON: the marked text and the stances with their reasons."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from graphkit.records import DatePrecision

if TYPE_CHECKING:
    from graphkit.records import ExplainedStance, Explanation, Mark, Reason, Span, Term


def text_from_explanation(explanation: Explanation) -> str:
    """Return an explanation as one indented JSON object; spans are code points of its `text`."""
    document = explanation.document
    content = {
        "file": document.path,
        "title": document.title,
        "sha256": document.sha256,
        "text": document.text,
        "marks": [_mark(mark) for mark in explanation.marks],
        "stances": [_stance(stance, document.text) for stance in explanation.stances],
        "left_out": explanation.left_out,
    }
    return json.dumps(content, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def _mark(mark: Mark) -> dict[str, object]:
    return {
        "kind": mark.kind.value,
        "span": [mark.span.start, mark.span.end],
        "label": mark.label,
        "of": list(mark.refs),
    }


def _words(span: Span, text: str) -> dict[str, object]:
    return {"words": text[span.start : span.end], "span": [span.start, span.end]}


def _stance(explained: ExplainedStance, text: str) -> dict[str, object]:
    stance, reason = explained.stance, explained.stance.reason
    day, precision = stance.stated_on, stance.date_precision or DatePrecision.DAY
    return {
        "number": explained.number,
        "id": stance.id,
        "holder": {"id": stance.holder, "name": explained.holder, "office": explained.office},
        "polarity": stance.polarity.value,
        "target": {"id": stance.target, "name": explained.target},
        "confidence": round(stance.confidence, 4),
        "day": precision.written(day) if day else None,
        "day_words": _words(stance.date_words, text) if stance.date_words else None,
        "evidence": [{**_words(e.span, text), "kind": e.kind.value} for e in stance.evidence],
        "superseded_by": explained.superseded_by,
        "supersedes": list(explained.supersedes),
        "conflicts_with": list(explained.conflicts_with),
        "reason": None if reason is None else _reason(explained, reason, text),
    }


def _reason(explained: ExplainedStance, reason: Reason, text: str) -> dict[str, object]:
    rule = explained.rule
    return {
        "rule": reason.rule,
        "looks_for": rule.sentence if rule else None,
        "example": rule.example if rule else None,
        "cue": _words(reason.cue, text),
        "cue_polarity": explained.first_polarity.value,
        "steps": [
            {**_words(s.span, text), "effect": s.effect, "turns": s.turns} for s in reason.steps
        ],
        "trail": list(explained.trail(text)),
        "bias": explained.bias,
        "features": [_term(term) for term in explained.terms],
        "log_odds": round(explained.log_odds, 4),
    }


def _term(term: Term) -> dict[str, object]:
    return {
        "feature": term.feature,
        "words": term.words,
        "value": term.value,
        "weight": term.weight,
        "contribution": round(term.contribution, 4),
    }
