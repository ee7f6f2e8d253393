"""Read documents from files, and write extractions: the only room that knows file formats."""

from __future__ import annotations

from graphkit.io._files import MAX_BYTES
from graphkit.io.annotation_json import annotation_from_json, read_annotation
from graphkit.io.documents import read_document, read_documents, read_sources
from graphkit.io.explanation_json import text_from_explanation
from graphkit.io.extraction_files import (
    line_from_extraction,
    plan_outputs,
    text_from_extraction,
    write_bytes,
    write_text,
)
from graphkit.io.extraction_json import json_from_extraction
from graphkit.io.given_mentions import NameTable, read_names
from graphkit.io.judgement_files import add_pairs, read_judgements
from graphkit.io.plain_text import MAX_CHARACTERS
from graphkit.io.sources import ReadFault, SourceFile, list_sources

__all__ = [
    "MAX_BYTES",
    "MAX_CHARACTERS",
    "NameTable",
    "ReadFault",
    "SourceFile",
    "add_pairs",
    "annotation_from_json",
    "json_from_extraction",
    "line_from_extraction",
    "list_sources",
    "plan_outputs",
    "read_annotation",
    "read_document",
    "read_documents",
    "read_judgements",
    "read_names",
    "read_sources",
    "text_from_explanation",
    "text_from_extraction",
    "write_bytes",
    "write_text",
]
