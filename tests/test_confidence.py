"""The fit of stance confidence: what it learns, and when it keeps its limits."""

from __future__ import annotations

import pytest

from graphkit.evaluation import Labelled, StanceOutcome, calibrate
from graphkit.nlp.stance_confidence import BIAS, confidence_of
from tests.confidence import Judged, cross_validated, fit, limits_broken

RIGHT, WRONG, EXCUSED = StanceOutcome.RIGHT, StanceOutcome.WRONG, StanceOutcome.EXCUSED
LIMITS = {"expected_error_at_most": 0.08, "precision_at_0.8": 0.92}


def judged(document: str, feature: str, outcome: StanceOutcome, cluster: str = "") -> Judged:
    return Judged(document, ((feature, 1.0),), outcome, (document, cluster or feature))


EVIDENT = [
    judged(f"{number:02}", feature, outcome)
    for number in range(14)
    for feature, outcome in (("plain", RIGHT), ("vague", WRONG))
]


def test_what_is_right_more_often_is_given_more_weight() -> None:
    weights = fit(EVIDENT)
    assert set(weights) == {BIAS, "plain", "vague"}
    assert weights["plain"] > 0 > weights["vague"]


def test_what_few_documents_show_is_given_none() -> None:
    assert "rare" not in fit([*EVIDENT, judged("01", "rare", RIGHT), judged("02", "rare", RIGHT)])


def test_excused_stances_teach_nothing() -> None:
    excused = [judged(f"{number:02}", "vague", EXCUSED, "b") for number in range(14)]
    assert fit([*EVIDENT, *excused]) == fit(EVIDENT)


def test_many_signers_of_one_letter_weigh_less_than_many_letters() -> None:
    one = [judged("03", "plain", WRONG, "letter")] * 16
    several = [judged(f"{n % 14:02}", "plain", WRONG, f"letter {n}") for n in range(16)]
    assert fit([*EVIDENT, *one])["plain"] > fit([*EVIDENT, *several])["plain"]


def test_no_document_is_judged_by_weights_that_it_took_part_in() -> None:
    """In one document alone all is turned: what the others teach is then wrong there."""
    odd = [judged("00", "plain", WRONG, "odd"), judged("00", "vague", RIGHT, "odd")]
    ordinary = [s for s in EVIDENT if s.document != "00"]
    found = cross_validated([*ordinary, *odd])
    from_others = confidence_of(odd[0].features, fit(ordinary))
    assert ("00", Labelled(from_others, WRONG)) in found


@pytest.mark.parametrize(
    ("labelled", "broken"),
    [
        pytest.param([Labelled(0.95, RIGHT)] * 19 + [Labelled(0.95, WRONG)], 0, id="kept"),
        pytest.param([Labelled(0.95, RIGHT)] * 8 + [Labelled(0.95, WRONG)] * 2, 2, id="too-sure"),
        pytest.param([Labelled(0.6, RIGHT)] * 6 + [Labelled(0.6, WRONG)] * 4, 1, id="never-sure"),
        pytest.param([], 2, id="nothing-found"),
    ],
)
def test_limits(labelled: list[Labelled], broken: int) -> None:
    assert len(limits_broken(calibrate(labelled, gold=20), LIMITS)) == broken
