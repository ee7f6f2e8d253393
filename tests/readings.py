"""What the whole pipeline reads in documents beside the project, for the scripts that score it."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING

from graphkit.io import ReadFault
from graphkit.pipeline import extract
from graphkit.records import DEFAULT_MIN_CONFIDENCE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from graphkit.pipeline import Extracted


def readings(
    paths: Iterable[Path], *, script: str, min_confidence: float = DEFAULT_MIN_CONFIDENCE
) -> Iterator[Extracted]:
    """Yield what each file says; one that cannot be read ends the script.

    Raises:
        SystemExit: A file cannot be read; the message begins with the name of the script.
    """
    with warnings.catch_warnings():
        # some publishers' dates are no days; that is said to users, and is no news here
        warnings.simplefilter("ignore", UserWarning)
        for found in extract(paths, min_confidence=min_confidence):
            if isinstance(found, ReadFault):
                raise SystemExit(f"{script}: {found.path}: {found.message}")
            yield found
