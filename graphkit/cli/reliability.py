"""Confidence bands as a table, and as a small chart of characters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphkit.cli.output import print_table, say

if TYPE_CHECKING:
    from graphkit.records import Calibration, ConfidenceBand, Threshold

CHART_CELLS = 50
"""Cells from precision 0 to 1: two for each hundredth that matters to the eye."""
LINE, POINT, PROMISE, BOTH = "─", "●", "│", "◆"


def print_reliability(calibration: Calibration) -> None:
    """Print how confidence and precision go together."""
    if calibration.expected_error is None:
        say("No stance was judged, so nothing can be said of confidences.")
        return
    print_table(
        ("confidence", "stances", "right", "precision", "95 % interval", "mean confidence"),
        [_row(band) for band in calibration.bands],
        right=frozenset({1, 2, 3, 4, 5}),
    )
    for line in chart(calibration):
        say(line)
    say()
    say(f"expected calibration error  {calibration.expected_error:.3f}")
    say(f"at high confidence          {_told(calibration.high)}")
    if calibration.best is not None:
        say(f"best F1                     {_told(calibration.best)}")
    say(
        f"not judged                  {calibration.excused} stances: optional in the gold, "
        "repeated, or neutral"
    )
    say()


def chart(calibration: Calibration) -> list[str]:
    """Return the lines of a chart: precision over confidence, the highest band first."""
    scale = "0" + "precision".center(CHART_CELLS - 1) + "1"
    rows = [f"{_name(band)}  {_drawn(band)}" for band in reversed(calibration.bands) if band.count]
    return [
        f"{'':9}{scale}",
        *rows,
        f"{'':9}{POINT} precision, {LINE} its interval, {PROMISE} confidence, {BOTH} both; "
        f"{POINT} left of {PROMISE} promises too much",
    ]


def _name(band: ConfidenceBand) -> str:
    return f"{band.low:.1f}-{band.high:.1f}"


def _row(band: ConfidenceBand) -> tuple[str, ...]:
    if band.precision is None or band.interval is None or band.mean_confidence is None:
        return (_name(band), "0", "", "", "", "")
    return (
        _name(band),
        str(band.count),
        str(band.right),
        f"{band.precision:.2f}",
        f"{band.interval[0]:.2f}-{band.interval[1]:.2f}",
        f"{band.mean_confidence:.2f}",
    )


def _drawn(band: ConfidenceBand) -> str:
    """Return a line of the chart; precision hides the interval, confidence is drawn over both."""
    if band.precision is None or band.interval is None or band.mean_confidence is None:
        return ""
    cells = [" "] * (CHART_CELLS + 1)
    low, high = (_cell(end) for end in band.interval)
    cells[low : high + 1] = LINE * (high + 1 - low)
    point, promise = _cell(band.precision), _cell(band.mean_confidence)
    cells[point] = POINT
    cells[promise] = BOTH if promise == point else PROMISE
    return "".join(cells).rstrip()


def _cell(share: float) -> int:
    return round(share * CHART_CELLS)


def _told(threshold: Threshold) -> str:
    return (
        f"from {threshold.confidence:.3f} on: precision {threshold.precision:.3f}, recall "
        f"{threshold.recall:.3f}, F1 {threshold.f1:.3f} ({threshold.shown} stances)"
    )
