"""Language: people, groups, actions, policies, statements and stances as spans of a text."""

from __future__ import annotations

from graphkit.nlp.extractor import RuleExtractor, load_rule_extractor
from graphkit.nlp.language import DEFAULT_MODEL, doc_from_document, extract, load_language
from graphkit.nlp.stance_confidence import BIAS, weights
from graphkit.nlp.stance_wording import feature_words, rule_words

__all__ = [
    "BIAS",
    "DEFAULT_MODEL",
    "RuleExtractor",
    "doc_from_document",
    "extract",
    "feature_words",
    "load_language",
    "load_rule_extractor",
    "rule_words",
    "weights",
]
