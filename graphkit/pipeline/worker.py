"""The program of one worker: documents come in at stdin, what they say goes out at stdout.

Started by `graphkit.pipeline.workers`. It ends when stdin does, so it never outlives the program
that started it by more than one document.
"""

from __future__ import annotations

import gc
import os
import pickle
import sys
import traceback
import warnings
from functools import partial
from typing import TYPE_CHECKING, BinaryIO, TypeVar

from graphkit.errors import GraphkitError
from graphkit.pipeline.readers import load_reader

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


def serve(incoming: BinaryIO, outgoing: BinaryIO, model: str | None, extractor: str) -> None:
    """Answer first with the settings of the reader, then each document with its extraction.

    An answer has what was asked for, or None; the exception that came instead, or None; and what
    was warned of on the way.
    """
    reader = _answer(outgoing, lambda: load_reader(model, extractor), lambda found: found.settings)
    if reader is None:
        return
    gc.freeze()  # the language stays; without it each full collection walks over all of it
    while True:
        try:
            document = pickle.load(incoming)  # noqa: S301 - written by our own program
        except EOFError:
            return
        _answer(outgoing, partial(reader.read, document), lambda extraction: extraction)


def _answer(outgoing: BinaryIO, make: Callable[[], T], show: Callable[[T], object]) -> T | None:
    made: T | None = None
    shown: object = None
    fault: Exception | None = None
    with warnings.catch_warnings(record=True) as caught:
        try:
            made = make()
            shown = show(made)
        except GraphkitError as error:
            fault = error
        except Exception:  # noqa: BLE001 - raised again by the program that asked
            fault = RuntimeError(traceback.format_exc())
    said = [str(w.message) for w in caught if w.category is UserWarning]
    for other in (w for w in caught if w.category is not UserWarning):
        warnings.warn_explicit(other.message, other.category, other.filename, other.lineno)
    outgoing.write(pickle.dumps((shown, fault, said)))
    outgoing.flush()
    return made


def main() -> None:
    """Serve at stdin and stdout; whatever else is printed goes to stderr."""
    with os.fdopen(os.dup(1), "wb") as outgoing:
        os.dup2(2, 1)
        try:
            model, extractor = sys.argv[1:]
            serve(sys.stdin.buffer, outgoing, model or None, extractor)
        except BrokenPipeError:
            # The program that asked is gone.
            os._exit(1)
