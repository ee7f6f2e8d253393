"""Render one HTML page that shows how a text was read and why each stance was found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphkit.records import DatePrecision, MarkKind
from graphkit.viz.labels import SIGNS
from graphkit.viz.templates import read_script, render_template

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graphkit.records import ExplainedStance, Explanation, Mark, Segment

MOST_LINKS = 6
"""Links to stances at one place of the text; the last one leads to all further ones."""
SEVERAL = 2
THINGS = (
    MarkKind.PERSON,
    MarkKind.ORGANIZATION,
    MarkKind.GOVERNMENT,
    MarkKind.PARTY,
    MarkKind.GROUP,
    MarkKind.POLICY,
    MarkKind.ACTION,
)
"""Kinds that the page lists, each thing with all its places."""
KIND_WORDS = {
    MarkKind.STATEMENT: "quotation or reported speech",
    MarkKind.UNSAID: "reported as not said",
    MarkKind.EVIDENCE: "words for a stance",
}
NOT_LISTED = frozenset({MarkKind.CUE, MarkKind.STEP})
"""Kinds that are shown only with their stance."""


@dataclass(frozen=True, slots=True)
class _Link:
    """A link from the text to a stance below it; `more` counts those that have no link here."""

    number: int
    more: int = 0


@dataclass(frozen=True, slots=True)
class _Run:
    """A segment as the template writes it: its words, class, marks, and links before it."""

    words: str
    kinds: str
    marks: str
    links: tuple[_Link, ...]


@dataclass(frozen=True, slots=True)
class _Part:
    """Words of an evidence: "cue", "step" or plain."""

    words: str
    role: str


@dataclass(frozen=True, slots=True)
class _Quote:
    parts: tuple[_Part, ...]
    kind: str
    place: str


@dataclass(frozen=True, slots=True)
class _Card:
    """A stance with what the template cannot compute; the numbers are places of marks."""

    explained: ExplainedStance
    sign: str
    day: str | None
    quotes: tuple[_Quote, ...]
    trail: tuple[str, ...]
    silent: str


@dataclass(frozen=True, slots=True)
class _Thing:
    """An actor, policy or action of the text."""

    ref: str
    kind: str
    label: str
    count: int


def render_explanation(explanation: Explanation) -> str:
    """Return a self-contained page: the marked text, its legend, and the stances.

    The root element carries `data-ready="true"` once its buttons work. The same input gives the
    same bytes.
    """
    document = explanation.document
    refs = _short_refs(explanation)
    values: dict[str, object] = {
        "title": document.title or document.path,
        "document": document,
        "kinds": _kinds(explanation.marks),
        "runs": list(_runs(explanation)),
        "cards": [_card(stance, document.text) for stance in explanation.stances],
        "things": _things(explanation.marks, refs),
        "refs": refs,
        "shown": {stance.number for stance in explanation.stances},
        "left_out": explanation.left_out,
    }
    return render_template(
        "explanation.html.j2",
        style="explanation.css",
        scripts=(read_script("explanation.js"),),
        data=_data(explanation.marks, refs),
        values=values,
    )


def _short_refs(explanation: Explanation) -> dict[str, str]:
    """Return a short name of our own for each id: those of data may clash with anything."""
    found: dict[str, None] = {}
    for mark in explanation.marks:
        found.update(dict.fromkeys(mark.refs))
    for explained in explanation.stances:
        stance = explained.stance
        found.update(dict.fromkeys((stance.id, stance.holder, stance.target)))
    return {ref: f"r{place}" for place, ref in enumerate(found)}


def _data(marks: Sequence[Mark], refs: dict[str, str]) -> dict[str, object]:
    """Return what the script needs: of each mark its kind, label and what it belongs to."""
    return {
        "marks": [
            {
                "kind": mark.kind.value,
                "words": KIND_WORDS.get(mark.kind, mark.kind.value),
                "label": mark.label,
                "refs": [refs[ref] for ref in mark.refs],
            }
            for mark in marks
        ]
    }


def _kinds(marks: Sequence[Mark]) -> list[tuple[str, str]]:
    """Return the kinds in the text with their words, for the legend."""
    present = {mark.kind for mark in marks} - NOT_LISTED
    return [(k.value, KIND_WORDS.get(k, k.value)) for k in MarkKind if k in present]


def _runs(explanation: Explanation) -> Iterator[_Run]:
    numbers: dict[str, int] = {s.stance.id: s.number for s in explanation.stances}
    marks, text = explanation.marks, explanation.document.text
    for segment in explanation.segments():
        kinds = sorted({marks[place].kind.value for place in segment.marks})
        yield _Run(
            words=text[segment.start : segment.end],
            kinds=" ".join(kinds),
            marks=" ".join(map(str, segment.marks)),
            links=_links(_begun(segment, marks, numbers)),
        )


def _begun(segment: Segment, marks: Sequence[Mark], numbers: dict[str, int]) -> list[int]:
    """Return the stances whose evidence begins with the segment."""
    here = (marks[place] for place in segment.marks)
    begun = (m for m in here if m.kind is MarkKind.EVIDENCE and m.span.start == segment.start)
    return sorted({numbers[ref] for mark in begun for ref in mark.refs})


def _links(numbers: list[int]) -> tuple[_Link, ...]:
    shown = [_Link(number) for number in numbers[:MOST_LINKS]]
    more = len(numbers) - len(shown)
    return (*shown, _Link(numbers[MOST_LINKS], more)) if more else tuple(shown)


def _card(explained: ExplainedStance, text: str) -> _Card:
    stance = explained.stance
    silent = ", ".join(term.feature for term in explained.terms if not term.contribution)
    return _Card(
        explained=explained,
        sign=SIGNS[stance.polarity],
        day=_day(explained, text),
        quotes=tuple(_quotes(explained, text)),
        trail=explained.trail(text),
        silent=silent,
    )


def _day(explained: ExplainedStance, text: str) -> str | None:
    stance, words = explained.stance, explained.stance.date_words
    told = f"“{text[words.start : words.end]}”" if words else None
    if stance.stated_on is None:
        return told
    day = (stance.date_precision or DatePrecision.DAY).written(stance.stated_on)
    return f"{day}, {told or 'the day of the document'}"


def _quotes(explained: ExplainedStance, text: str) -> Iterator[_Quote]:
    reason = explained.stance.reason
    told: list[tuple[int, int, str]] = []
    if reason is not None:
        told = [(s.span.start, s.span.end, "step") for s in reason.steps if s.span != reason.cue]
        told.append((reason.cue.start, reason.cue.end, "cue"))
    for evidence in explained.stance.evidence:
        start, end = evidence.span.start, evidence.span.end
        yield _Quote(
            parts=tuple(_parts(text, start, end, sorted(set(told)))),
            kind=evidence.kind.words,
            place=f"{start}–{end}",
        )


def _parts(
    text: str, start: int, end: int, told: Sequence[tuple[int, int, str]]
) -> Iterator[_Part]:
    at = start
    for begin, stop, role in told:
        if at <= begin and stop <= end:
            yield _Part(text[at:begin], "")
            yield _Part(text[begin:stop], role)
            at = stop
    yield _Part(text[at:end], "")


def _things(marks: Sequence[Mark], refs: dict[str, str]) -> list[tuple[str, list[_Thing]]]:
    """Return what the text names, by kind, in the order of the first mention."""
    labels: dict[MarkKind, dict[str, str]] = {kind: {} for kind in THINGS}
    counts: dict[str, int] = {}
    for mark in marks:
        for ref in mark.refs if mark.kind in labels else ():
            labels[mark.kind].setdefault(ref, mark.label)
            counts[ref] = counts.get(ref, 0) + 1
    return [
        (kind.value, [_Thing(refs[r], kind.value, label, counts[r]) for r, label in found.items()])
        for kind, found in labels.items()
        if found
    ]
