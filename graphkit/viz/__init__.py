"""Pictures: one self-contained HTML page, and plots for notebooks."""

from __future__ import annotations

from graphkit.viz.explanation_page import render_explanation
from graphkit.viz.page import render_page
from graphkit.viz.plots import plot_matrix, plot_network
from graphkit.viz.reliability import check_picture_ending, draw_reliability, plot_reliability

__all__ = [
    "check_picture_ending",
    "draw_reliability",
    "plot_matrix",
    "plot_network",
    "plot_reliability",
    "render_explanation",
    "render_page",
]
