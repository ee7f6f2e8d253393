"""Our own components say what those of spaCy say that they stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import numpy as np
import pytest
import spacy
from spacy.tokens import Span
from thinc.api import NumpyOps

from graphkit.nlp.attribute_rules import MOST_REMEMBERED, QuickAttributeRuler
from graphkit.nlp.entity_recognizer import QuickEntityRecognizer
from graphkit.nlp.language import DEFAULT_MODEL, REGISTRY_PACKAGES
from graphkit.nlp.matrices import OneCoreOps, _threads
from graphkit.nlp.pieces import LONGEST_PIECE
from tests.soak.texts import samples, trial

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.language import Language
    from spacy.tokens import Doc

pytestmark = pytest.mark.model

ENTITIES: list[int | str] = ["ENT_IOB", "ENT_TYPE"]
ATTRIBUTES: list[int | str] = ["TAG", "POS", "MORPH", "LEMMA", "DEP"]
EDGES = [
    "",
    "\n",
    " \n\n ",
    "Bee",
    "Ada Wren of",
    "Ada Wren\nBo Lind\n\nFort Lena, Ohio",
    "There isn't a plan, and there's gonna be none; let's go, y'all. We ain't late. C'mon!",
    "three Ohioans paid $4.5 million for 20 percent of Lake Pike on Tuesday, March 3, 2026",
    "“The Fink Harbor and Canal Authority of the City of Port Lena” is a long name. " * 40,
    "Ada Wren, " * (LONGEST_PIECE // 3 + 99),
]


@pytest.fixture(scope="module")
def bare() -> Language:
    return spacy.load(REGISTRY_PACKAGES[DEFAULT_MODEL])


def texts() -> list[str]:
    """Return real ones, strange ones, and those that lie on a border."""
    return [*samples()[:12], *(trial(seed).text for seed in range(25)), *EDGES]


def read_until(nlp: Language, name: str, text: str) -> Doc:
    """Return the text as the pipe `name` of `nlp` finds it."""
    doc = nlp.make_doc(text)
    for other, pipe in nlp.pipeline:
        if other == name:
            return doc
        doc = pipe(doc)
    raise KeyError(name)


def answers(
    nlp: Language, name: str, text: str, attributes: list[int | str], quick: Callable[[Doc], Doc]
) -> list[Any]:
    """Return what the pipe of spaCy and the quick one set."""
    docs = [read_until(nlp, name, text) for _ in range(2)]
    pipes = [nlp.get_pipe(name), quick]
    return [pipe(doc).to_array(attributes) for pipe, doc in zip(pipes, docs, strict=True)]


def test_entities_are_the_same(nlp: Language, bare: Language) -> None:
    quick = nlp.get_pipe("ner")
    assert isinstance(quick, QuickEntityRecognizer)
    for text in texts():
        theirs, ours = answers(bare, "ner", text, ENTITIES, quick)
        assert theirs.tolist() == ours.tolist(), text


def test_entities_that_are_set_already_are_kept(nlp: Language, bare: Language) -> None:
    docs = [read_until(bare, "ner", "We met Ada Wren in Port Lena on Tuesday.") for _ in range(2)]
    for doc in docs:
        doc.set_ents([Span(doc, 2, 3, label="ORG")], default="unmodified")
    theirs, ours = cast("Any", bare.get_pipe("ner"))(docs[0]), nlp.get_pipe("ner")(docs[1])
    assert theirs.to_array(ENTITIES).tolist() == ours.to_array(ENTITIES).tolist()
    assert theirs.ents[0].label_ == "ORG"


def test_attributes_are_the_same(nlp: Language, bare: Language) -> None:
    quick = nlp.get_pipe("attribute_ruler")
    assert isinstance(quick, QuickAttributeRuler)
    for text in texts():
        theirs, ours = answers(bare, "attribute_ruler", text, ATTRIBUTES, quick)
        assert theirs.tolist() == ours.tolist(), text


def test_rules_of_another_make_are_left_to_spacy(bare: Language) -> None:
    rulers = [pipe(bare.vocab) for pipe in (spacy.pipeline.AttributeRuler, QuickAttributeRuler)]
    for ruler in rulers:
        ruler.add([[{"LOWER": "dam"}, {"IS_PUNCT": True, "OP": "+"}]], {"LEMMA": "DAM"})
        ruler.add([[{"LOWER": "dam"}]], {"POS": "NOUN"})
    found = [ruler(bare.make_doc("The dam!! No dam.")).to_array(ATTRIBUTES) for ruler in rulers]
    assert found[0].tolist() == found[1].tolist()


def test_the_later_rule_wins_whether_for_one_token_or_two(bare: Language) -> None:
    rulers = [pipe(bare.vocab) for pipe in (spacy.pipeline.AttributeRuler, QuickAttributeRuler)]
    for ruler in rulers:
        ruler.add([[{"LOWER": "dam"}]], {"LEMMA": "first", "POS": "NOUN"})
        ruler.add([[{"LOWER": "the"}, {"LOWER": "dam"}]], {"LEMMA": "second"}, index=-1)
        ruler.add([[{"LOWER": "old"}, {"LOWER": "dam"}], [{"LOWER": "dam"}]], {"LEMMA": "third"})
    found = [ruler(bare.make_doc("the dam, the old dam")).to_array(ATTRIBUTES) for ruler in rulers]
    assert found[0].tolist() == found[1].tolist()


def test_a_rule_that_comes_late_counts(nlp: Language) -> None:
    ruler = QuickAttributeRuler(nlp.vocab)
    ruler.add([[{"LOWER": "dam"}]], {"POS": "NOUN"})
    assert [t.pos_ for t in ruler(nlp.make_doc("the dam"))] == ["", "NOUN"]
    ruler.add([[{"LOWER": "the"}, {"LOWER": "dam"}]], {"POS": "DET"})
    assert [t.pos_ for t in ruler(nlp.make_doc("the dam"))] == ["DET", "NOUN"]


def test_the_memory_of_words_is_bounded(nlp: Language) -> None:
    ruler = QuickAttributeRuler(nlp.vocab)
    ruler.add([[{"LOWER": "dam"}]], {"POS": "NOUN"})
    ruler._remembered.update(((-i,), cast("Any", None)) for i in range(MOST_REMEMBERED))
    ruler(nlp.make_doc("the dam"))
    assert len(ruler._remembered) <= MOST_REMEMBERED


def test_products_are_those_of_spacys_library() -> None:
    random = np.random.default_rng(seed=1)
    x, y = (random.random((size, 96), dtype="float32") for size in (40, 288))
    theirs, ours = (ops.gemm(x, y, trans2=True) for ops in (NumpyOps(), OneCoreOps()))
    assert np.allclose(theirs, ours, rtol=1e-5)
    out = np.empty((40, 288), dtype="float32")
    OneCoreOps().gemm(x, y, trans2=True, out=out)
    assert out.tolist() == ours.tolist()


def test_the_cores_of_other_work_are_given_back() -> None:
    threads = _threads()
    if threads is None:
        pytest.skip("NumPy was built with another library than OpenBLAS")
    before = threads.get()
    OneCoreOps().gemm(np.ones((2, 2), dtype="f"), np.ones((2, 2), dtype="f"))
    assert threads.get() == before
