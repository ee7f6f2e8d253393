"""Reliability plots: the precision of stances over their confidence, with matplotlib."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from graphkit.errors import GraphkitError, MissingExtraError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from matplotlib.axes import Axes

    from graphkit.records import Calibration, ConfidenceBand

PICTURE_ENDINGS = (".png", ".svg")
COLOURS = ("#0072b2", "#d98200", "#007a5a", "#a8568a")
"""Of the extractors in their order; told apart also without colour, by their markers."""
MARKERS = ("o", "s", "^", "D")
DOTS_PER_INCH = 150
INCHES = (5.5, 5.0)
SALT = "graphkit"
"""Makes the ids inside an SVG the same each time."""


def plot_reliability(
    bands: Sequence[ConfidenceBand],
    *,
    label: str = "precision",
    place: int = 0,
    axes: Axes | None = None,
) -> Axes:
    """Draw the precision of each band over its mean confidence, with its 95 % interval.

    On the dotted line confidence is what it promises; below it, it promises too much
    (DeGroot, M. H. and Fienberg, S. E. (1983), The comparison and evaluation of forecasters. The
    Statistician 32, 12-22).

    Args:
        bands: Of a calibration; empty ones are left out.
        label: For the legend.
        place: How many other extractors are drawn already; it decides the colour.
        axes: Where to draw; a new figure when None.

    Raises:
        MissingExtraError: matplotlib is not installed.
    """
    drawing = axes if axes is not None else _new_axes()
    filled = [(b.mean_confidence, b.precision, b.interval, b.count) for b in bands if b.count]
    points = [(c, p, i, n) for c, p, i, n in filled if c is not None and p is not None and i]
    drawing.plot((0, 1), (0, 1), linestyle="dotted", color="#6b7280", linewidth=1)
    colour = COLOURS[place % len(COLOURS)]
    drawing.errorbar(
        [confidence for confidence, *_ in points],
        [precision for _, precision, *_ in points],
        yerr=[
            [precision - interval[0] for _, precision, interval, _ in points],
            [interval[1] - precision for _, precision, interval, _ in points],
        ],
        color=colour,
        marker=MARKERS[place % len(MARKERS)],
        linewidth=1.2,
        capsize=3,
        label=label.replace("$", r"\$"),
    )
    for confidence, precision, _, count in points:
        drawing.annotate(
            str(count), (confidence, precision), xytext=(5, 4), textcoords="offset points",
            fontsize=7, color=colour,
        )  # fmt: skip
    drawing.set(xlim=(0, 1.02), ylim=(-0.02, 1.02), xlabel="confidence", ylabel="precision")
    return drawing


def draw_reliability(calibrations: Mapping[str, Calibration], *, ending: str) -> bytes:
    """Return a reliability plot of one or several extractors as the bytes of a picture.

    Args:
        calibrations: By the name of the extractor.
        ending: ".svg" or ".png".

    Raises:
        GraphkitError: The ending is another one.
        MissingExtraError: matplotlib is not installed.
    """
    check_picture_ending(ending)
    axes = _new_axes()
    for place, (name, calibration) in enumerate(calibrations.items()):
        error = calibration.expected_error
        told = "no stance judged" if error is None else f"expected calibration error {error:.3f}"
        plot_reliability(calibration.bands, label=f"{name}: {told}", place=place, axes=axes)
    axes.set_title("Are stances as often right as their confidence says?", fontsize=10)
    axes.legend(loc="upper left", bbox_to_anchor=(0, -0.12), fontsize=8, frameon=False)
    return _picture(axes, ending)


def check_picture_ending(ending: str) -> None:
    """Raise GraphkitError unless pictures can be written with that ending."""
    if ending.lower() not in PICTURE_ENDINGS:
        known = " or ".join(PICTURE_ENDINGS)
        raise GraphkitError(f"a picture cannot end in {ending!r}; use {known}")


def _new_axes() -> Axes:
    """Return axes of a figure that needs no display and that nobody has to close."""
    try:
        from matplotlib.figure import Figure
    except ImportError as error:
        raise MissingExtraError(
            'plots need matplotlib; run: pip install "position-graphkit[notebooks]"'
        ) from error
    return Figure(figsize=INCHES, layout="tight").add_subplot()


def _picture(axes: Axes, ending: str) -> bytes:
    import matplotlib as mpl
    from matplotlib.figure import Figure

    content = io.BytesIO()
    figure = axes.get_figure()
    if not isinstance(figure, Figure):
        raise TypeError("axes inside a subfigure have no picture of their own")
    metadata = {"Date": None} if ending.lower() == ".svg" else {}
    with mpl.rc_context({"svg.hashsalt": SALT}):
        figure.savefig(
            content, format=ending.lower().lstrip("."), dpi=DOTS_PER_INCH, metadata=metadata
        )
    return content.getvalue()
