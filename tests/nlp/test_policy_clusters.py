"""Phrases are found again among thousands of policies, in time that grows with the text."""

from __future__ import annotations

from itertools import islice, product
from time import process_time

import pytest
from spacy.lang.en import English
from spacy.tokens import Doc

from graphkit.nlp.annotations import register_extensions
from graphkit.nlp.policies import gather_policies

SYLLABLES = ("ba", "de", "fi", "go", "ku", "la", "me", "ni", "po", "ru")
WORDS = ("Towns", "back", "the", "{}", "{}", "plan", ".")
POS = ("NOUN", "VERB", "DET", "NOUN", "NOUN", "NOUN", "PUNCT")
TAGS = ("NNS", "VBP", "DT", "NN", "NN", "NN", ".")
DEPS = ("nsubj", "ROOT", "det", "compound", "compound", "dobj", "punct")
HEADS = (1, 1, 5, 5, 5, 1, 1)
MANY = 5_000
SECONDS = 10.0
"""Five times the 1.3 to 2 s that 5,000 policies take; each compared with all others took 56 s."""


def doc_of(pairs: list[tuple[str, ...]]) -> Doc:
    """Return "Towns back the … plan." for each pair of words; for an empty one "the plan"."""
    words: list[str] = []
    heads: list[int] = []
    kept: list[int] = []
    for pair in pairs:
        names = iter(pair)
        places = [i for i, word in enumerate(WORDS) if pair or word != "{}"]
        heads += [len(words) + places.index(HEADS[i]) for i in places]
        words += [next(names) if WORDS[i] == "{}" else WORDS[i] for i in places]
        kept += places
    doc = Doc(
        English().vocab,
        words=words,
        heads=heads,
        lemmas=[word.lower() for word in words],
        pos=[POS[i] for i in kept],
        tags=[TAGS[i] for i in kept],
        deps=[DEPS[i] for i in kept],
    )
    register_extensions()
    return doc


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        pytest.param([("canal", "fee")], [("canal fee plan", 1, 0)], id="one"),
        pytest.param(
            [("canal", "fee"), ("ferry", "fee"), ()],
            [("canal fee plan", 1, 0), ("ferry fee plan", 1, 1)],
            id="the-plan-is-the-last-one",
        ),
        pytest.param(
            [("canal", "fee"), ("ferry", "fee"), ("canal", "fee")],
            [("canal fee plan", 2, 0), ("ferry fee plan", 1, 0)],
            id="named-again",
        ),
        pytest.param([()], [], id="the-plan-alone-names-none"),
    ],
)
def test_clusters(pairs: list[tuple[str, ...]], expected: list[tuple[str, int, int]]) -> None:
    found = gather_policies(doc_of(pairs))
    assert [(p.name, len(p.mentions), len(p.references)) for p in found] == expected


def test_thousands_of_policies_take_no_quadratic_time() -> None:
    words = ["".join(syllables) for syllables in product(SYLLABLES, repeat=3)]
    pairs = list(islice(product(words[1::8], words[2::8]), MANY))
    doc = doc_of([*pairs, pairs[0], ()])
    start = process_time()
    found = gather_policies(doc)
    taken = process_time() - start
    assert len(found) == MANY
    assert (len(found[0].mentions), len(found[0].references)) == (2, 1)
    assert taken < SECONDS
