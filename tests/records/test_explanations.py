"""How a text is parted where marks begin and end, and what follows from a stance's reason."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.ids import ActorId, DocumentId, StanceId, TargetId
from graphkit.records import (
    Evidence,
    EvidenceKind,
    ExplainedStance,
    Polarity,
    Reason,
    Segment,
    SignStep,
    Span,
    Stance,
    Term,
    segments_of,
)

DOCUMENT = DocumentId("document/d")
LENGTH = 30


def span(start: int, end: int) -> Span:
    return Span(document=DOCUMENT, start=start, end=end)


SPANS = st.tuples(st.integers(0, LENGTH - 1), st.integers(1, LENGTH)).map(
    lambda pair: span(min(pair[0], pair[1] - 1), max(pair[1], pair[0] + 1))
)

SEGMENTS = [
    pytest.param([], 4, [Segment(0, 4, ())], id="no-mark"),
    pytest.param([], 0, [], id="no-text"),
    pytest.param([span(0, 4)], 4, [Segment(0, 4, (0,))], id="all-of-it"),
    pytest.param(
        [span(2, 3), span(1, 5)],
        6,
        [Segment(0, 1, ()), Segment(1, 2, (1,)), Segment(2, 3, (1, 0)), Segment(3, 5, (1,)),
         Segment(5, 6, ())],
        id="nested",
    ),
    pytest.param(
        [span(0, 3), span(2, 5)],
        5,
        [Segment(0, 2, (0,)), Segment(2, 3, (0, 1)), Segment(3, 5, (1,))],
        id="overlapping",
    ),
    pytest.param([span(0, 2), span(0, 2)], 2, [Segment(0, 2, (0, 1))], id="twice-the-same"),
    pytest.param(
        [span(0, 2), span(2, 4)], 4, [Segment(0, 2, (0,)), Segment(2, 4, (1,))], id="touching"
    ),
    pytest.param(
        [span(0, 2), span(0, 4)], 4, [Segment(0, 2, (1, 0)), Segment(2, 4, (1,))],
        id="the-longer-one-is-outside",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("spans", "length", "expected"), SEGMENTS)
def test_a_text_is_parted_where_marks_begin_and_end(
    spans: list[Span], length: int, expected: list[Segment]
) -> None:
    assert list(segments_of(spans, length)) == expected


@given(st.lists(SPANS, max_size=12))
def test_segments_join_up_to_the_text_and_each_place_has_its_marks(spans: list[Span]) -> None:
    segments = segments_of(spans, LENGTH)

    places = [place for s in segments for place in range(s.start, s.end)]
    told = [set(s.marks) for s in segments for _ in range(s.start, s.end)]
    assert places == list(range(LENGTH))
    assert told == [
        {n for n, s in enumerate(spans) if s.start <= place < s.end} for place in range(LENGTH)
    ]


TEXT = "Bee urged them to end the fee"


def explained(
    polarity: Polarity, *steps: tuple[str, str], reason: bool = True, mood: str | None = None
) -> ExplainedStance:
    def at(words: str) -> Span:
        start = TEXT.index(words)
        return span(start, start + len(words))

    why = Reason(
        rule="verb to",
        cue=at("urged"),
        steps=tuple(SignStep(span=at(words), effect=effect) for words, effect in steps),
        features=() if mood is None else ((f"mood {mood}", 1.0),),
    )
    stance = Stance(
        id=StanceId("stance/s"),
        holder=ActorId("person/bee"),
        target=TargetId("policy/fee"),
        polarity=polarity,
        confidence=0.9,
        evidence=(Evidence(span=span(0, len(TEXT)), kind=EvidenceKind.NARRATED),),
        reason=why if reason else None,
    )
    return ExplainedStance(number=1, stance=stance, holder="Bee", target="the fee")


OPPOSES, SUPPORTS, NEUTRAL = Polarity.OPPOSES, Polarity.SUPPORTS, Polarity.NEUTRAL
TRAILS = [
    pytest.param(
        explained(OPPOSES, ("end", "inverts")),
        ("urged (supports)", "end (turns)", "opposes the fee"),
        id="an-inverter-turns",
    ),
    pytest.param(
        explained(OPPOSES, ("urged", "denies")),
        ("urged (supports)", "denied", "opposes the fee"),
        id="a-denied-cue",
    ),
    pytest.param(
        explained(SUPPORTS, ("them", "denies"), ("end", "inverts")),
        ("urged (supports)", "them (denied)", "end (turns)", "supports the fee"),
        id="twice-turned",
    ),
    pytest.param(
        explained(OPPOSES, ("fee", "means the end")),
        ("urged (supports)", "fee (means its end)", "opposes the fee"),
        id="a-target-that-means-the-end",
    ),
    pytest.param(
        explained(SUPPORTS, ("end", "keeps")),
        ("urged (supports)", "end (keeps)", "supports the fee"),
        id="a-keeper-turns-nothing",
    ),
    pytest.param(explained(NEUTRAL), ("urged (neutral)", "is neutral on the fee"), id="neutral"),
    pytest.param(
        explained(NEUTRAL, ("urged", "denies"), mood="unmet"),
        ("urged (supports)", "denied", "is neutral on the fee"),
        id="support-denied-so-far",
    ),
    pytest.param(
        explained(NEUTRAL, ("urged", "denies"), mood="not against"),
        ("urged (opposes)", "denied", "is neutral on the fee"),
        id="only-opposition-denied",
    ),
    pytest.param(explained(SUPPORTS, reason=False), ("supports the fee",), id="no-reason"),
]


@pytest.mark.parametrize(("stance", "trail"), TRAILS)
def test_a_trail_leads_from_the_cue_to_the_target(
    stance: ExplainedStance, trail: tuple[str, ...]
) -> None:
    assert stance.trail(TEXT) == trail


def test_the_chance_follows_from_the_sum_of_all_contributions() -> None:
    terms = (
        Term(feature="prior", words="prior", value=2.0, weight=1.5),
        Term(feature="repeated", words="how often", value=0.5, weight=-2.0),
    )
    stance = explained(SUPPORTS)
    told = ExplainedStance(
        number=1, stance=stance.stance, holder="Bee", target="fee", terms=terms, bias=-2.0
    )

    assert [term.contribution for term in terms] == [3.0, -1.0]
    assert (told.log_odds, told.chance) == (0.0, 0.5)
