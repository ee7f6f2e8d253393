"""The floors of what is measured beside the project: figures in accuracy_floors.json only rise."""

from __future__ import annotations

import json
import math
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

FLOORS = Path(__file__).with_name("accuracy_floors.json")


def read_floors() -> dict[str, Any]:
    """Return the whole file, {} where it is not there yet."""
    content: dict[str, Any] = (
        json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    )
    return content


def write_floors(content: dict[str, Any]) -> None:
    """Write the whole file."""
    FLOORS.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")


def cut(figure: float) -> float:
    """Return a figure as a floor: cut to two decimals.

    >>> cut(0.779)
    0.77
    """
    return math.floor(figure * 100) / 100


def below_floors(section: str, reached: dict[str, float], floors: dict[str, float]) -> list[str]:
    """Return a line for each figure that fell below its floor.

    >>> below_floors("speech", {"recall": 0.7}, {"recall": 0.71})
    ['speech: recall 0.700 is below the floor 0.71']
    """
    return [
        f"{section}: {name} {reached[name]:.3f} is below the floor {floor:.2f}"
        for name, floor in floors.items()
        if reached[name] < floor
    ]


def raised(
    names: Iterable[str], reached: dict[str, float], floors: dict[str, float]
) -> dict[str, float]:
    """Return the floors of these figures, with each that is higher now.

    >>> raised(["precision", "recall"], {"precision": 0.7, "recall": 0.9}, {"precision": 0.8})
    {'precision': 0.8, 'recall': 0.9}
    """
    return {name: max(floors.get(name, 0.0), cut(reached[name])) for name in names}


def hold(
    section: str, names: Iterable[str], reached: dict[str, float], *, raise_floors: bool
) -> int:
    """Compare with the floors of a section, or raise them; return the exit code."""
    content = read_floors()
    floors = content.get(section, {})
    if raise_floors:
        write_floors(content | {section: raised(names, reached, floors)})
        return 0
    faults = below_floors(section, reached, floors)
    print(*faults, sep="\n", file=sys.stderr, end="\n" if faults else "")
    return 1 if faults else 0
