"""Let a language model read: what it says is admitted only where the text bears it out."""

from __future__ import annotations

from graphkit.llm.admission import Dropped, Reading, admit
from graphkit.llm.endpoints import Endpoint, ask, endpoint_from
from graphkit.llm.extractor import ModelExtractor, load_model_extractor

__all__ = [
    "Dropped",
    "Endpoint",
    "ModelExtractor",
    "Reading",
    "admit",
    "ask",
    "endpoint_from",
    "load_model_extractor",
]
