"""Multiply matrices with the library that NumPy brings, on one core.

The library that spaCy brings knows few processors by name; on all others it multiplies without
their vector instructions, at a third of the speed. NumPy's would share each product among all
cores. For products as small as ours that gains little, and where other programs need the cores
too, the shares wait for each other and it takes three times as long.
"""

from __future__ import annotations

import ctypes
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from thinc.api import NumpyOps

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.language import Language

NAMES = ("scipy_openblas_{}64_", "scipy_openblas_{}", "openblas_{}64_", "openblas_{}")
"""How builds of OpenBLAS call their functions."""


def use_numpy(nlp: Language) -> None:
    """Make the networks of `nlp` multiply with `OneCoreOps`; those on a graphics card stay."""
    ops = OneCoreOps()
    for _, pipe in nlp.pipeline:
        model = getattr(pipe, "model", None)
        for layer in model.walk() if model is not None else ():
            if type(layer.ops) is NumpyOps:
                layer.ops = ops


class OneCoreOps(NumpyOps):  # type: ignore[misc]  # thinc's is not typed
    """Operations on arrays, products by NumPy on one core."""

    def gemm(
        self,
        x: np.ndarray[Any, Any],
        y: np.ndarray[Any, Any],
        out: np.ndarray[Any, Any] | None = None,
        trans1: bool = False,  # noqa: FBT001, FBT002 - thinc's signature
        trans2: bool = False,  # noqa: FBT001, FBT002 - thinc's signature
    ) -> np.ndarray[Any, Any]:
        """Return the product of `x` and `y`, either of them transposed if asked for."""
        threads = _threads()
        cores = threads.get() if threads is not None else 1
        if threads is not None and cores > 1:
            threads.set(1)
        try:
            product: np.ndarray[Any, Any] = np.dot(x.T if trans1 else x, y.T if trans2 else y, out)
        finally:
            if threads is not None and cores > 1:
                threads.set(cores)
        return product


class _Threads(NamedTuple):
    """What asks and tells OpenBLAS on how many cores it works."""

    get: Callable[[], int]
    set: Callable[[int], None]


@cache
def _threads() -> _Threads | None:
    """Return what steers the OpenBLAS of NumPy; None where NumPy was built with another library."""
    library = ctypes.CDLL(np._core._multiarray_umath.__file__)  # type: ignore[attr-defined]
    for name in NAMES:
        get = getattr(library, name.format("get_num_threads"), None)
        put = getattr(library, name.format("set_num_threads"), None)
        if get is not None and put is not None:
            return _Threads(get, put)
    return None
