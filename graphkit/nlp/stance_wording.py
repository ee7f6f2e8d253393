"""What the rules for stances and the features of a confidence are, in words for people."""

from __future__ import annotations

from functools import cache

from graphkit.nlp.lexicons import read_table
from graphkit.records import RuleWords

ANY = "*"
"""Ends a row that is for a whole family of names."""


def rule_words(rule: str) -> RuleWords | None:
    """Return what the rule looks for; None where no row of `stance_rules.tsv` is for it.

    >>> rule_words("verb against").sentence
    'A verb of support or opposition with the target behind “against”.'
    """
    rows = _rules()
    found = rows.get(rule) or rows.get(_family(rule))
    if found is None:
        return None
    link = rule.partition(" ")[2]
    return RuleWords(sentence=found.sentence.replace("{link}", link), example=found.example)


def feature_words(feature: str) -> str:
    """Return what a feature is; the name itself where `stance_feature_words.tsv` has no row for it.

    >>> feature_words("evidence direct")
    'whose words the evidence is: direct'
    """
    rows = _features()
    found = rows.get(feature) or rows.get(_family(feature))
    return feature if found is None else found.replace("{name}", feature.partition(" ")[2])


def _family(name: str) -> str:
    first, space, _ = name.partition(" ")
    return f"{first} {ANY}" if space else name


@cache
def _rules() -> dict[str, RuleWords]:
    return {
        row.cell("rule"): RuleWords(sentence=row.cell("sentence"), example=row.cell("example"))
        for row in read_table("stance_rules.tsv", ("rule", "sentence", "example"))
    }


@cache
def _features() -> dict[str, str]:
    rows = read_table("stance_feature_words.tsv", ("feature", "words"))
    return {row.cell("feature"): row.cell("words") for row in rows}
