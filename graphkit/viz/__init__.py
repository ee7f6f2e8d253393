"""Pictures: one self-contained HTML page, and plots for notebooks."""

from __future__ import annotations

from graphkit.viz.page import render_page
from graphkit.viz.plots import plot_matrix, plot_network

__all__ = ["plot_matrix", "plot_network", "render_page"]
