"""A language model behind an endpoint as an `Extractor`."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING

from graphkit.llm.admission import admit
from graphkit.llm.endpoints import ask, endpoint_from
from graphkit.llm.requests import LONGEST_TEXT, request_body

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graphkit.llm.admission import Dropped
    from graphkit.llm.endpoints import Endpoint
    from graphkit.records import Document, Extraction


class ModelExtractor:
    """Asks a model, and admits what the text bears out."""

    def __init__(self, endpoint: Endpoint) -> None:
        """Take an endpoint; nothing is sent before the first document."""
        self._endpoint = endpoint

    @property
    def settings(self) -> tuple[tuple[str, str], ...]:
        """The model and where it answers; never the key."""
        return (("model", self._endpoint.model), ("url", self._endpoint.url))

    def extract(self, document: Document, /) -> Extraction:
        """Return what the model finds in the document; what was dropped is warned of.

        Raises:
            ExtractorError: The model does not answer, or not with a JSON object.
        """
        reading = admit(ask(self._endpoint, request_body(document)), document)
        if len(document.text) > LONGEST_TEXT:
            warnings.warn(
                f"{document.path}: the model has read the first {LONGEST_TEXT:,} of "
                f"{len(document.text):,} characters; split the text to have all of it read",
                stacklevel=2,
            )
        if reading.dropped:
            warnings.warn(
                f"{document.path}: dropped of what the model said: {_listed(reading.dropped)}",
                stacklevel=2,
            )
        return reading.extraction


def load_model_extractor(model: str | None, environment: Mapping[str, str]) -> ModelExtractor:
    """Return an extractor that asks a model.

    Args:
        model: "NAME" or "NAME@URL"; what it leaves out comes from the environment.
        environment: See `endpoint_from`.

    Raises:
        ExtractorError: It is not told which model answers where.
    """
    return ModelExtractor(endpoint_from(model, environment))


def _listed(dropped: Mapping[Dropped, int]) -> str:
    return ", ".join(f"{n} ({reason.value})" for reason, n in sorted(dropped.items()))
