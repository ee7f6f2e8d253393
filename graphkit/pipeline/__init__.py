"""Join the rooms into use cases: documents in, graph out; a graph in, answers and pictures out.

The rooms are imported inside the functions, so that importing this package costs next to nothing.
"""

from __future__ import annotations

from graphkit.pipeline.answers import (
    answer_query,
    export,
    find_card,
    list_queries,
    open_store,
    opened,
    validate,
    validate_file,
)
from graphkit.pipeline.building import BuildReport, Outcome, Progress, build
from graphkit.pipeline.demonstration import DemoAnswer, DemoReport, demo
from graphkit.pipeline.extraction import Extracted, extract
from graphkit.pipeline.pictures import NetworkKind, network, view

__all__ = [
    "BuildReport",
    "DemoAnswer",
    "DemoReport",
    "Extracted",
    "NetworkKind",
    "Outcome",
    "Progress",
    "answer_query",
    "build",
    "demo",
    "export",
    "extract",
    "find_card",
    "list_queries",
    "network",
    "open_store",
    "opened",
    "validate",
    "validate_file",
    "view",
]
