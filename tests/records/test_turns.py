"""Where stances of one holder on one policy turn round, or contradict each other."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.ids import ActorId, StanceId, TargetId
from graphkit.records import (
    DatedStance,
    DatePrecision,
    Fold,
    Polarity,
    ReviewStatus,
    TurnKind,
    days_of,
    fold_policies,
    main_turns,
    turns_of,
)

FOR, AGAINST, NEITHER = Polarity.SUPPORTS, Polarity.OPPOSES, Polarity.NEUTRAL
DAY, MONTH, YEAR = DatePrecision.DAY, DatePrecision.MONTH, DatePrecision.YEAR
FOLDS = fold_policies(("fee", "tax", "repeal"), [("repeal", "fee")])
LEAST = 0.4


def held(  # noqa: PLR0913  # a builder spells out what it builds
    name: str,
    polarity: Polarity,
    day: str | None,
    *,
    on: str = "fee",
    by: str = "ann",
    sure: float = 0.8,
    precision: DatePrecision = DAY,
    status: ReviewStatus = ReviewStatus.UNREVIEWED,
    copy_of: str | None = None,
) -> DatedStance:
    return DatedStance(
        id=StanceId(name),
        holder=ActorId(by),
        target=TargetId(on),
        polarity=polarity,
        confidence=sure,
        review_status=status,
        days=days_of(None if day is None else date.fromisoformat(day), precision),
        text_cluster=copy_of,
    )


def found(*stances: DatedStance) -> list[str]:
    """Say which turns there are: "a > b" is superseded by, "a x b" conflicts with."""
    signs = {TurnKind.SUPERSEDED: ">", TurnKind.CONFLICT: "x"}
    turns = turns_of(stances, FOLDS, min_confidence=LEAST)
    return sorted(f"{t.earlier} {signs[t.kind]} {t.later}" for t in turns)


MARCH, APRIL, MAY, JUNE = "2031-03-04", "2031-04-05", "2031-05-06", "2031-06-07"


@pytest.mark.parametrize(
    ("stances", "turns"),
    [
        pytest.param(
            [held("a", FOR, MARCH), held("b", AGAINST, MAY)], ["a > b"], id="later-one-supersedes"
        ),
        pytest.param(
            [held("a", AGAINST, MAY), held("b", FOR, MARCH)], ["b > a"], id="whatever-the-order"
        ),
        pytest.param(
            [held("a", FOR, MARCH), held("b", AGAINST, MAY), held("c", FOR, JUNE)],
            ["a > b", "b > c"],
            id="chain-of-three",
        ),
        pytest.param(
            [held("a", FOR, MARCH), held("b", FOR, APRIL), held("c", AGAINST, MAY)],
            ["a > c", "b > c"],
            id="said-twice-before-the-turn",
        ),
        pytest.param(
            [held("a", FOR, MARCH), held("b", AGAINST, MAY), held("c", AGAINST, JUNE)],
            ["a > b"],
            id="said-twice-after-the-turn",
        ),
        pytest.param(
            [held("a", FOR, MARCH), held("b", NEITHER, APRIL), held("c", AGAINST, MAY)],
            ["a > c"],
            id="neutral-in-between",
        ),
        pytest.param(
            [
                held("a", FOR, MARCH),
                held("b", AGAINST, MAY, sure=0.6),
                held("c", AGAINST, MAY, sure=0.9),
            ],
            ["a > c"],
            id="of-one-day-the-most-certain",
        ),
        pytest.param(
            [held("a", FOR, MARCH), held("b", AGAINST, MARCH)], ["a x b"], id="one-day-conflicts"
        ),
        pytest.param(
            [
                held("a", FOR, MARCH, sure=0.5),
                held("b", FOR, MARCH, sure=0.6),
                held("c", AGAINST, MARCH),
            ],
            ["a x c", "b x c"],
            id="conflict-with-the-most-certain",
        ),
        pytest.param(
            [held("a", FOR, "2031-03-01", precision=MONTH), held("b", AGAINST, MARCH)],
            ["a x b"],
            id="day-within-a-month-conflicts",
        ),
        pytest.param(
            [held("a", FOR, "2031-03-01", precision=MONTH), held("b", AGAINST, APRIL)],
            ["a > b"],
            id="day-after-a-month",
        ),
        pytest.param(
            [held("a", FOR, MAY), held("b", AGAINST, "2031-01-01", precision=YEAR)],
            ["a x b"],
            id="year-of-the-day-conflicts",
        ),
        pytest.param(
            [held("a", FOR, None), held("b", AGAINST, MAY)], ["a x b"], id="no-day-conflicts"
        ),
        pytest.param(
            [held("a", FOR, None), held("b", AGAINST, None)], ["a x b"], id="neither-has-a-day"
        ),
        pytest.param(
            [held("a", FOR, MARCH), held("b", FOR, MAY, on="repeal")],
            ["a > b"],
            id="support-of-the-end-is-opposition",
        ),
        pytest.param(
            [held("a", FOR, MARCH, on="repeal"), held("b", AGAINST, MARCH, on="repeal")],
            ["a x b"],
            id="both-about-the-end",
        ),
        pytest.param(
            [
                held("a", FOR, MARCH, sure=0.2, status=ReviewStatus.ACCEPTED),
                held("b", AGAINST, MAY),
            ],
            ["a > b"],
            id="accepted-counts-however-uncertain",
        ),
        pytest.param(
            [
                held("a", FOR, MARCH, copy_of="t"),
                held("b", AGAINST, MARCH, copy_of="t"),
                held("c", FOR, MAY, copy_of="t"),
                held("d", AGAINST, MAY, copy_of="t"),
            ],
            ["a x b", "a x d", "b x c"],
            id="a-copy-printed-later-turns-nothing",
        ),
        pytest.param([held("a", FOR, MARCH), held("b", FOR, MAY)], [], id="said-again"),
        pytest.param([held("a", FOR, MARCH), held("b", NEITHER, MAY)], [], id="neutral-later"),
        pytest.param(
            [held("a", FOR, MARCH), held("b", AGAINST, MAY, on="repeal")],
            [],
            id="against-the-end-is-support",
        ),
        pytest.param(
            [held("a", FOR, MARCH), held("b", AGAINST, MAY, on="tax")], [], id="another-policy"
        ),
        pytest.param(
            [held("a", FOR, MARCH), held("b", AGAINST, MAY, by="bob")], [], id="another-holder"
        ),
        pytest.param(
            [held("a", FOR, MARCH, on="cee"), held("b", AGAINST, MAY, on="cee")],
            [],
            id="about-a-person",
        ),
        pytest.param(
            [held("a", FOR, MARCH, sure=0.39), held("b", AGAINST, MAY)], [], id="uncertain"
        ),
        pytest.param(
            [held("a", FOR, MARCH, status=ReviewStatus.REJECTED), held("b", AGAINST, MAY)],
            [],
            id="rejected",
        ),
        pytest.param(
            [
                held("a", FOR, MARCH),
                held("b", AGAINST, MAY, status=ReviewStatus.REJECTED),
                held("c", FOR, JUNE),
            ],
            [],
            id="rejected-in-between",
        ),
        pytest.param([held("a", FOR, MARCH)], [], id="alone"),
        pytest.param([], [], id="nothing"),
    ],
)
def test_turns(stances: list[DatedStance], turns: list[str]) -> None:
    assert found(*stances) == turns
    assert found(*reversed(stances)) == turns


@pytest.mark.parametrize(
    ("pairs", "folds"),
    [
        pytest.param([], {"a": ("a", False), "b": ("b", False), "c": ("c", False)}, id="apart"),
        pytest.param(
            [("b", "a")], {"a": ("a", False), "b": ("a", True), "c": ("c", False)}, id="end"
        ),
        pytest.param(
            [("b", "a"), ("c", "b")],
            {"a": ("a", False), "b": ("a", True), "c": ("a", False)},
            id="end-of-the-end",
        ),
        pytest.param(
            [("b", "a"), ("c", "a")],
            {"a": ("a", False), "b": ("a", True), "c": ("a", True)},
            id="two-ends",
        ),
        pytest.param(
            [("a", "b"), ("b", "a")],
            {"a": ("a", False), "b": ("a", True), "c": ("c", False)},
            id="each-ends-the-other",
        ),
        pytest.param(
            [("b", "a"), ("c", "b"), ("a", "c")],
            {"a": ("a", False), "b": ("b", False), "c": ("c", False)},
            id="odd-circle-folds-nothing",
        ),
        pytest.param(
            [("a", "a")],
            {"a": ("a", False), "b": ("b", False), "c": ("c", False)},
            id="end-of-itself",
        ),
    ],
)
def test_folds(pairs: list[tuple[str, str]], folds: dict[str, tuple[str, bool]]) -> None:
    expected = {policy: Fold(root, against) for policy, (root, against) in folds.items()}
    assert fold_policies("abc", pairs) == expected


@pytest.mark.parametrize(
    ("day", "precision", "last"),
    [
        (MARCH, DAY, MARCH),
        (MARCH, DatePrecision.WEEK, "2031-03-10"),
        ("2032-02-01", MONTH, "2032-02-29"),
        ("2030-12-01", DatePrecision.SEASON, "2031-02-28"),
        ("2031-01-01", YEAR, "2031-12-31"),
        ("9999-12-30", DatePrecision.WEEK, "9999-12-31"),
        ("9999-12-01", MONTH, "9999-12-31"),
        ("9999-11-01", DatePrecision.SEASON, "9999-12-31"),
    ],
)
def test_last_day(day: str, precision: DatePrecision, last: str) -> None:
    assert precision.last_day(date.fromisoformat(day)) == date.fromisoformat(last)


def test_of_many_turns_those_that_tell_most_are_shown() -> None:
    stances = [
        held("a", FOR, MARCH),
        held("b", FOR, APRIL),
        held("c", AGAINST, MAY),
        held("d", FOR, JUNE, sure=0.7),
        held("e", AGAINST, JUNE, sure=0.9),
        held("f", AGAINST, JUNE, sure=0.6),
    ]
    turns = turns_of(stances, FOLDS, min_confidence=LEAST)
    assert [(t.kind, t.earlier, t.later) for t in main_turns(turns, stances)] == [
        (TurnKind.CONFLICT, "d", "e"),
        (TurnKind.SUPERSEDED, "b", "c"),
        (TurnKind.SUPERSEDED, "c", "d"),
    ]


DAYS = st.one_of(st.none(), st.dates(date(2031, 1, 1), date(2031, 2, 10)))
STANCES = st.lists(
    st.builds(
        lambda polarity, day, precision, on, sure: (polarity, day, precision, on, sure),
        st.sampled_from(Polarity),
        DAYS,
        st.sampled_from((DAY, DAY, MONTH)),
        st.sampled_from(("fee", "repeal", "tax")),
        st.sampled_from((0.3, 0.5, 0.9)),
    ),
    max_size=12,
).map(
    lambda rows: [
        held(f"s{i:02}", p, d and d.isoformat(), precision=c, on=on, sure=sure)
        for i, (p, d, c, on, sure) in enumerate(rows)
    ]
)


@given(STANCES, st.randoms(use_true_random=False))
def test_order_of_stances_does_not_matter(stances: list[DatedStance], random: object) -> None:
    shuffled = list(stances)
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis gives a Random
    assert found(*shuffled) == found(*stances)


@given(STANCES)
def test_every_opposite_has_its_turn_and_no_turn_is_of_one_side(stances: list[DatedStance]) -> None:
    """By the definition, over all pairs: what `turns_of` finds without looking at them all."""
    counted = [s for s in stances if s.counts(LEAST)]
    turned: set[str] = set()
    for one in counted:
        others = [o for o in counted if _is_opposite(one, o)]
        later = [o for o in others if o.days.first > one.days.last]
        meeting = [o for o in others if o.days.meets(one.days)]
        if later:
            first = min(later, key=lambda o: (o.days.first, -o.confidence, o.id))
            turned.add(f"{one.id} > {first.id}")
        if meeting:
            best = min(meeting, key=lambda o: (-o.confidence, o.id))
            turned.add(f"{min(one.id, best.id)} x {max(one.id, best.id)}")
    assert found(*stances) == sorted(turned)


def _is_opposite(one: DatedStance, other: DatedStance) -> bool:
    sides = [
        (FOLDS[s.target].root, s.polarity.opposite if FOLDS[s.target].is_against else s.polarity)
        for s in (one, other)
    ]
    return sides[0][0] == sides[1][0] and sides[0][1] is sides[1][1].opposite


@given(STANCES)
def test_main_turns_are_turns_and_none_goes_without(stances: list[DatedStance]) -> None:
    turns = turns_of(stances, FOLDS, min_confidence=LEAST)
    main = main_turns(turns, stances)
    assert set(main) <= set(turns)
    assert {t.kind for t in main} == {t.kind for t in turns}
    later = [t.later for t in main if t.kind is TurnKind.SUPERSEDED]
    assert sorted(later) == sorted({t.later for t in turns if t.kind is TurnKind.SUPERSEDED})
