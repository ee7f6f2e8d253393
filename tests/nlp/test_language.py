from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from graphkit.errors import ModelError
from graphkit.nlp import load_language
from graphkit.nlp.language import COMPONENTS

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.language import Language

pytestmark = pytest.mark.model

LOAD = """
import sys
import spacy

nlp = spacy.load(sys.argv[1])
doc = nlp("Sen. Ann Bee supports the water fee.")
print(*nlp.pipe_names)
print([(doc._.gk_actors[s.holder].name, str(s.polarity)) for s in doc._.gk_stances])
"""


def test_our_components_come_after_the_parser_and_blocks_before(nlp: Language) -> None:
    assert nlp.pipe_names[0] == "gk_blocks"
    assert tuple(nlp.pipe_names[-len(COMPONENTS) :]) == COMPONENTS


def test_each_component_finds_what_it_requires(nlp: Language) -> None:
    analysis = nlp.analyze_pipes()
    assert analysis is not None
    assert [name for name, problems in analysis["problems"].items() if problems] == []


def test_a_saved_pipeline_is_loaded_by_spacy_alone(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path / "saved")
    answer = subprocess.run(  # noqa: S603 - our own interpreter and file
        [sys.executable, "-c", LOAD, str(tmp_path / "saved")],
        capture_output=True,
        text=True,
        check=True,
    )
    pipes, stances = answer.stdout.splitlines()
    assert pipes.split() == nlp.pipe_names
    assert stances == "[('Ann Bee', 'supports')]"


def test_a_pipeline_that_is_not_there_is_named() -> None:
    with pytest.raises(ModelError, match="en_core_web_none"):
        load_language("en_core_web_none")
