"""From a file to why its stances were found."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from graphkit.errors import InputError
from graphkit.pipeline.contradictions import with_turns
from graphkit.pipeline.extraction import extract
from graphkit.pipeline.extractors import DEFAULT_EXTRACTOR
from graphkit.records import (
    DEFAULT_MIN_CONFIDENCE,
    DatePrecision,
    ExplainedStance,
    Explanation,
    Group,
    Mark,
    MarkKind,
    Organization,
    Stance,
    Term,
)

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator

    from graphkit.ids import TenureId
    from graphkit.records import Action, Document, Extraction, Reason, Span, Statement, Tenure

NO_SPEAKER = "speaker not known"
ALL = 0.0
"""The confidence from which on all stances are read; they are numbered before any is left out."""


def explain(
    path: str | os.PathLike[str],
    *,
    model: str | None = None,
    extractor: str = DEFAULT_EXTRACTOR,
    names: str | os.PathLike[str] | None = None,
    min_confidence: float = DEFAULT_MIN_CONFIDENCE,
    stance: str | None = None,
) -> Explanation:
    """Return what is marked in a text, and for each stance the rule, its words and its features.

    Args:
        path: A text or HTML file.
        model: As for `extract`.
        extractor: As for `extract`; the stances of others than "rules" come without reasons.
        names: As for `extract`.
        min_confidence: Stances below it are left out, in [0, 1].
        stance: The number or id of the only stance to explain, whatever its confidence.

    Raises:
        InputError: The file or the names cannot be read, or it has no such stance.
        ExtractorError: The extractor is not known, does not load, or fails at this text.
        ModelError: The spaCy pipeline does not load.
    """
    from graphkit.io import ReadFault

    (found,) = extract((path,), model=model, extractor=extractor, names=names, min_confidence=ALL)
    if isinstance(found, ReadFault):
        raise InputError(found.message)
    whole = explanation_of(found.document, found.extraction)
    if stance is None:
        shown = _above(whole, min_confidence)
        return replace(
            shown, stances=with_turns(shown.stances, found.extraction, min_confidence=ALL)
        )
    chosen = _only(whole, stance)
    ids = {s.stance.id for s in chosen.stances}
    others = [
        s for s in whole.stances if s.stance.id in ids or s.stance.confidence >= min_confidence
    ]
    related = with_turns(others, found.extraction, min_confidence=ALL)
    return replace(chosen, stances=tuple(s for s in related if s.stance.id in ids))


def explanation_of(document: Document, extraction: Extraction) -> Explanation:
    """Return the explanation of all stances of an extraction; they are numbered in text order."""
    names = extraction.names()
    tenures = {t.id: t for person in extraction.people for t in person.tenures}
    ordered = sorted(extraction.stances, key=lambda s: (s.evidence[0], names[s.holder], s.id))
    stances = tuple(
        _explained(number, stance, names, _tenure(stance, tenures))
        for number, stance in enumerate(ordered, start=1)
    )
    shown = replace(extraction, stances=tuple(ordered))
    return Explanation(document=document, marks=_marks(shown, document.text), stances=stances)


def _above(whole: Explanation, min_confidence: float) -> Explanation:
    kept = tuple(s for s in whole.stances if s.stance.confidence >= min_confidence)
    return _with_stances(whole, kept)


def _only(whole: Explanation, wanted: str) -> Explanation:
    """Return the explanation of one stance, with the marks that belong to it."""
    number = wanted.strip().lstrip("#")
    kept = tuple(s for s in whole.stances if wanted == s.stance.id or number == str(s.number))
    if not kept:
        known = f"they are numbered 1 to {len(whole.stances)}" if whole.stances else "it has none"
        raise InputError(f"{whole.document.path} has no stance {wanted!r}; {known}")
    refs = {ref for s in kept for ref in (s.stance.id, s.stance.holder, s.stance.target)}
    marks = tuple(mark for mark in whole.marks if refs.intersection(mark.refs))
    return _with_stances(replace(whole, marks=marks), kept)


def _with_stances(whole: Explanation, kept: tuple[ExplainedStance, ...]) -> Explanation:
    """Return the explanation with these stances, and without the evidence of all others."""
    ids: set[str] = {s.stance.id for s in kept}
    marks = tuple(_without_others(whole.marks, ids))
    return replace(whole, stances=kept, marks=marks, left_out=len(whole.stances) - len(kept))


def _without_others(marks: tuple[Mark, ...], stances: set[str]) -> Iterator[Mark]:
    for mark in marks:
        if mark.kind not in {MarkKind.EVIDENCE, MarkKind.CUE, MarkKind.STEP}:
            yield mark
            continue
        refs = tuple(ref for ref in mark.refs if ref in stances)
        if refs:
            yield replace(mark, refs=refs)


def _explained(
    number: int, stance: Stance, names: dict[str, str], tenure: Tenure | None
) -> ExplainedStance:
    told = ExplainedStance(
        number=number,
        stance=stance,
        holder=names[stance.holder],
        target=names[stance.target],
        office=None if tenure is None else _office(tenure),
    )
    reason = stance.reason
    if reason is None:
        return told
    from graphkit.nlp import rule_words

    bias, terms = _terms(reason)
    return replace(told, rule=rule_words(reason.rule), terms=terms, bias=bias)


def _tenure(stance: Stance, tenures: dict[TenureId, Tenure]) -> Tenure | None:
    return None if stance.in_capacity is None else tenures.get(stance.in_capacity)


def _terms(reason: Reason) -> tuple[float, tuple[Term, ...]]:
    """Return the bias, and the features; the one that counts most comes first."""
    from graphkit.nlp import BIAS, feature_words, weights

    known = weights()
    terms = [
        Term(feature=name, words=feature_words(name), value=value, weight=known.get(name, 0.0))
        for name, value in reason.features
    ]
    ordered = sorted(terms, key=lambda t: (-abs(t.contribution), t.feature))
    return known.get(BIAS, 0.0), tuple(ordered)


def _office(tenure: Tenure) -> str:
    parts = (tenure.office, tenure.constituency, tenure.jurisdiction)
    words = ", ".join(part for part in parts if part)
    status = tenure.status.value
    return words if status == "current" else f"{words} ({status})"


class _Key(NamedTuple):
    """What marks with the same words, kind and label have in common: they become one mark."""

    kind: MarkKind
    span: Span
    label: str


def _marks(extraction: Extraction, text: str) -> tuple[Mark, ...]:
    refs: dict[_Key, dict[str, None]] = defaultdict(dict)
    for whole, ref in _all_marks(extraction, text):
        key = whole._replace(span=_without_spaces(whole.span, text))
        refs[key].update({ref: None} if ref else {})
    kinds = {kind: place for place, kind in enumerate(MarkKind)}
    ordered = sorted(refs, key=lambda k: (k.span.start, -k.span.end, kinds[k.kind], k.label))
    return tuple(
        Mark(kind=k.kind, span=k.span, label=k.label, refs=tuple(refs[k])) for k in ordered
    )


def _without_spaces(span: Span, text: str) -> Span:
    """Return the span without spaces at its ends: sentences hold the line breaks after them."""
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip())
    end = span.end - len(words) + len(words.rstrip())
    return replace(span, start=start, end=end) if start < end else span


def _all_marks(extraction: Extraction, text: str) -> Iterator[tuple[_Key, str]]:
    """Yield each mark with the id of what it belongs to, "" where that has none."""
    yield from _marks_of_things(extraction)
    names = extraction.names()
    for statement in extraction.statements:
        speaker = _speaker(statement, names, text)
        yield _Key(MarkKind.STATEMENT, statement.quote, speaker), statement.id
    for report in extraction.unsaid:
        yield _Key(MarkKind.UNSAID, report.words, report.reason), ""
    all_dated: tuple[Action | Statement | Stance, ...] = (
        *extraction.actions,
        *extraction.statements,
        *extraction.stances,
    )
    for dated in all_dated:
        if dated.date_words is not None:
            yield _Key(MarkKind.DAY, dated.date_words, _day(dated)), ""
    for stance in extraction.stances:
        yield from _marks_of_stance(stance)


def _marks_of_things(extraction: Extraction) -> Iterator[tuple[_Key, str]]:
    """Yield where actors, policies and actions stand."""
    for actor in extraction.actors():
        kind = _kind_of(actor)
        yield from ((_Key(kind, span, actor.name), actor.id) for span in actor.mentions)
    for policy in extraction.policies:
        for span in (*policy.mentions, *policy.references):
            yield _Key(MarkKind.POLICY, span, policy.name), policy.id
    for action in extraction.actions:
        yield from (
            (_Key(MarkKind.ACTION, span, action.name), action.id) for span in action.evidence
        )


def _kind_of(actor: object) -> MarkKind:
    if isinstance(actor, Group):
        return MarkKind.GROUP
    if isinstance(actor, Organization):
        return MarkKind(actor.kind.value)
    return MarkKind.PERSON


def _speaker(statement: Statement, names: dict[str, str], text: str) -> str:
    speakers = [names[i] for i in (statement.speaker, *statement.joint_speakers) if i is not None]
    if not speakers and statement.source is not None:
        speakers = [text[statement.source.start : statement.source.end]]
    return " and ".join(speakers) or NO_SPEAKER


def _day(dated: Action | Statement | Stance) -> str:
    day = dated.stated_on if isinstance(dated, Stance) else dated.date
    if day is None:
        return "not placed"
    return (dated.date_precision or DatePrecision.DAY).written(day)


def _marks_of_stance(stance: Stance) -> Iterator[tuple[_Key, str]]:
    for evidence in stance.evidence:
        yield _Key(MarkKind.EVIDENCE, evidence.span, ""), stance.id
    if stance.reason is not None:
        yield _Key(MarkKind.CUE, stance.reason.cue, ""), stance.id
        for step in stance.reason.steps:
            yield _Key(MarkKind.STEP, step.span, step.effect), stance.id
