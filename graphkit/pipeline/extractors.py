"""Find extractors by name: our own, and those that other packages bring with them.

A package adds one under the entry point group `graphkit.extractors`:

    [project.entry-points."graphkit.extractors"]
    keywords = "my_package:make_extractor"

`make_extractor` is called with the model that the user named, or None, and returns an object that
has the two members of `graphkit.records.Extractor`. Users name it `keywords`, or `keywords:MODEL`.
"""

from __future__ import annotations

from importlib.metadata import entry_points
from typing import TYPE_CHECKING, cast

from graphkit.errors import ExtractorError, GraphkitError

if TYPE_CHECKING:
    from collections.abc import Callable
    from importlib.metadata import EntryPoint

    from graphkit.records import Document, Extraction, Extractor

    ExtractorFactory = Callable[[str | None], Extractor]

DEFAULT_EXTRACTOR = "rules"
GROUP = "graphkit.extractors"
MEMBERS = ("extract", "settings")


def load_extractor(name: str, *, model: str | None = None) -> Extractor:
    """Load the extractor that is called `name`.

    Args:
        name: "rules", or that of another one; behind a colon its own model: "rules:en_core_web_md".
        model: The model of one that is named without its own; None for the default.

    Raises:
        ExtractorError: No extractor goes by that name, several do, or it does not load.
        ModelError: The spaCy pipeline of the rules does not load.
    """
    short, _, own = name.partition(":")
    make = _our_own().get(short)
    if make is not None:
        return make(own or model)
    return _loaded(_entry_point(short), own or model)


def extractor_names() -> tuple[str, ...]:
    """Return the names of all extractors that can be asked for, sorted."""
    return tuple(sorted({*_our_own(), *entry_points(group=GROUP).names}))


def check_names(names: tuple[str, ...]) -> None:
    """Check names before any work is done with them.

    Raises:
        ExtractorError: One is unknown, or stands there twice.
    """
    if not names:
        raise ExtractorError("no extractor is named; name one, such as rules")
    for place, name in enumerate(names):
        short = name.partition(":")[0]
        if short not in _our_own():
            _entry_point(short)
        if name in names[:place]:
            raise ExtractorError(f"extractor {name!r} is named twice; name each once")


def checked(extraction: Extraction, document: Document, *, name: str) -> Extraction:
    """Return the extraction, once it is known to be of the document's text.

    Raises:
        ExtractorError: It is of another document, or a span leaves the text.
    """
    if extraction.document != document.id:
        raise ExtractorError(
            f"extractor {name!r} answered for document {extraction.document} instead of "
            f"{document.id}; it must set Extraction.document to the id of what it read"
        )
    for span in extraction.spans():
        if span.document != document.id or span.end > len(document.text):
            raise ExtractorError(
                f"extractor {name!r} found [{span.start}, {span.end}), which is not in the text of "
                f"{document.path}; spans are code points of Document.text"
            )
    return extraction


def _our_own() -> dict[str, ExtractorFactory]:
    return {DEFAULT_EXTRACTOR: _make_rules, "llm": _make_llm}


def _make_rules(model: str | None) -> Extractor:
    from graphkit.nlp import load_rule_extractor

    return load_rule_extractor(model)


def _make_llm(model: str | None) -> Extractor:
    import os

    from graphkit.llm import load_model_extractor

    return load_model_extractor(model, os.environ)


def _entry_point(name: str) -> EntryPoint:
    found = list(entry_points(group=GROUP, name=name))
    if not found:
        known = ", ".join(extractor_names())
        raise ExtractorError(f"extractor {name!r} is not known; use one of: {known}")
    if len({point.value for point in found}) > 1:
        owners = " and ".join(sorted(point.value for point in found))
        raise ExtractorError(f"extractor {name!r} is brought by {owners}; uninstall one of them")
    return found[0]


def _loaded(point: EntryPoint, model: str | None) -> Extractor:
    try:
        made = cast("ExtractorFactory", point.load())(model)
    except GraphkitError:
        raise
    except Exception as error:
        raise ExtractorError(
            f"extractor {point.name!r} ({point.value}) does not load: "
            f"{type(error).__name__}: {error}; mend or uninstall its package"
        ) from error
    missing = [member for member in MEMBERS if not hasattr(made, member)]
    if missing:
        raise ExtractorError(
            f"extractor {point.name!r} ({point.value}) has no {' and no '.join(missing)}; see "
            "graphkit.records.Extractor for what it must have"
        )
    return made
