"""Every rule and feature of a stance has words for people, and the examples are true."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from graphkit.nlp import feature_words, rule_words, weights
from graphkit.nlp.annotations import stances_of
from graphkit.nlp.cue_table import cues
from graphkit.nlp.lexicons import read_table
from graphkit.records import RuleWords
from tests.conftest import ROOT

if TYPE_CHECKING:
    from spacy.language import Language

ROWS = read_table("stance_rules.tsv", ("rule", "sentence", "example"))
FRAMES = sorted(
    {
        f"{cue.pos.lower()} {frame}"
        for same in cues().values()
        for cue in same
        for frame in cue.frames
    }
)
NLP = "".join(
    path.read_text(encoding="utf-8") for path in sorted((ROOT / "graphkit/nlp").glob("*.py"))
)
NAMED = sorted(set(re.findall(r'(?:rule=|_frame\(\s*)"([a-z ]+)"', NLP)))
JOINT = [f"{way} {part}" for way in ("action", "lead", "voice") for part in ("leader", "signer")]
SAMPLE = sorted((ROOT / "graphkit/data/sample").glob("*.txt"))


@pytest.mark.parametrize("rule", [*FRAMES, *NAMED, *JOINT])
def test_every_rule_has_words(rule: str) -> None:
    words = rule_words(rule)

    assert words is not None
    assert "{" not in words.sentence


def test_the_rules_of_the_code_are_found() -> None:
    assert {"attribute", "author", "predicate", "side"} <= set(NAMED)


def test_a_rule_that_nothing_has_words_for() -> None:
    assert (rule_words("nonsense"), rule_words("nonsense of"), rule_words("")) == (None,) * 3


def test_a_family_names_its_preposition_and_a_row_of_its_own_comes_first() -> None:
    assert rule_words("prep object") == RuleWords(
        sentence="Somebody is, stands or comes out for or against the target.",
        example="Mayor Ann Bee is against the canal fee.",
    )
    against, to = rule_words("verb against"), rule_words("verb to")
    assert against is not None
    assert to is not None
    assert "behind “against”" in against.sentence
    assert "infinitive" in to.sentence


@pytest.mark.model
@pytest.mark.parametrize(
    ("rule", "example"),
    [pytest.param(row.cell("rule"), row.cell("example"), id=row.cell("rule")) for row in ROWS],
)
def test_the_example_of_a_rule_is_found_by_it(nlp: Language, rule: str, example: str) -> None:
    found = {stance.trace.rule for stance in stances_of(nlp(example))}
    assert any(name == rule or f"{name.split()[0]} *" == rule for name in found)


@pytest.mark.model
def test_every_rule_and_feature_of_the_sample_has_words(nlp: Language) -> None:
    texts = [path.read_text(encoding="utf-8") for path in SAMPLE]
    traces = [stance.trace for text in texts for stance in stances_of(nlp(text))]

    features = {name for trace in traces for name, _ in trace.features}
    assert traces != []
    assert [trace.rule for trace in traces if rule_words(trace.rule) is None] == []
    assert [name for name in sorted(features) if feature_words(name) == name] == []


@pytest.mark.parametrize("feature", sorted(weights()))
def test_every_weighed_feature_has_words(feature: str) -> None:
    assert feature == "bias" or feature_words(feature) != feature


@pytest.mark.parametrize(
    ("feature", "words"),
    [
        ("evidence direct", "whose words the evidence is: direct"),
        ("holder speaks", "the text quotes the holder"),
        ("of another extractor", "of another extractor"),
    ],
)
def test_what_a_feature_is(feature: str, words: str) -> None:
    assert feature_words(feature) == words
