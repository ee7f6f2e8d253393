"""Reliability plots."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest

from graphkit.errors import GraphkitError, MissingExtraError
from graphkit.records import Calibration, ConfidenceBand, Threshold
from graphkit.viz import draw_reliability, plot_reliability

BANDS = (
    ConfidenceBand(low=0.2, high=0.3, count=4, right=1, mean_confidence=0.25, interval=(0.05, 0.7)),
    ConfidenceBand(low=0.3, high=0.4, count=0, right=0, mean_confidence=None, interval=None),
    ConfidenceBand(low=0.9, high=1.0, count=2, right=2, mean_confidence=0.95, interval=(0.34, 1.0)),
)
CALIBRATION = Calibration(
    bands=BANDS,
    expected_error=0.02,
    high=Threshold(confidence=0.8, shown=2, right=2, gold=4),
    best=None,
    excused=0,
)


def test_each_filled_band_is_a_point_with_its_interval() -> None:
    axes = plot_reliability(BANDS)

    assert np.asarray(axes.lines[1].get_xydata()).tolist() == [[0.25, 0.25], [0.95, 1.0]]
    assert [text.get_text() for text in axes.texts] == ["4", "2"]


def test_a_plot_is_drawn_where_it_is_told() -> None:
    own = plot_reliability(())

    assert plot_reliability(BANDS, axes=own, place=1) is own


def test_a_picture_names_each_extractor_and_is_the_same_each_time() -> None:
    calibrations = {"rules": CALIBRATION, "a $ sign": CALIBRATION}
    picture = draw_reliability(calibrations, ending=".svg")

    assert picture == draw_reliability(calibrations, ending=".svg")
    assert picture.startswith(b"<?xml")
    assert b"http-equiv" not in picture


def test_an_unknown_ending_is_refused() -> None:
    with pytest.raises(GraphkitError, match=r"cannot end in '\.pdf'; use \.png or \.svg"):
        draw_reliability({"rules": CALIBRATION}, ending=".pdf")


def test_without_matplotlib_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib.figure", None)
    with pytest.raises(MissingExtraError, match=r'pip install "position-graphkit\[notebooks\]"'):
        plot_reliability(BANDS)


def test_drawing_needs_no_display() -> None:
    code = "import sys, graphkit.viz as v; v.plot_reliability(()); print(*sys.modules)"
    found = subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert "matplotlib.figure" in found.stdout.split()
    assert "matplotlib.pyplot" not in found.stdout.split()
