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
from graphkit.pipeline.evaluation import Compared, EvaluationReport, evaluate
from graphkit.pipeline.explaining import explain, explanation_of
from graphkit.pipeline.extraction import Extracted, extract
from graphkit.pipeline.extractors import DEFAULT_EXTRACTOR, extractor_names, load_extractor
from graphkit.pipeline.pictures import NetworkKind, network, view
from graphkit.pipeline.policy_pairs import (
    DEFAULT_MIN_SIMILARITY,
    Meaning,
    orphaned_judgements,
    suggest_policy_pairs,
    write_policy_pairs,
)

__all__ = [
    "DEFAULT_EXTRACTOR",
    "DEFAULT_MIN_SIMILARITY",
    "BuildReport",
    "Compared",
    "DemoAnswer",
    "DemoReport",
    "EvaluationReport",
    "Extracted",
    "Meaning",
    "NetworkKind",
    "Outcome",
    "Progress",
    "answer_query",
    "build",
    "demo",
    "evaluate",
    "explain",
    "explanation_of",
    "export",
    "extract",
    "extractor_names",
    "find_card",
    "list_queries",
    "load_extractor",
    "network",
    "open_store",
    "opened",
    "orphaned_judgements",
    "suggest_policy_pairs",
    "validate",
    "validate_file",
    "view",
    "write_policy_pairs",
]
