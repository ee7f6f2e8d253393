"""`import graphkit` offers a few names, and loads what is behind them when they are used."""

from __future__ import annotations

import pytest

import graphkit
from graphkit import pipeline

NAMES = ["build", "demo", "extract", "network", "open_store", "view"]


@pytest.mark.parametrize("name", NAMES)
def test_a_public_name_is_a_documented_function_of_the_pipeline(name: str) -> None:
    function = getattr(graphkit, name)
    assert function is getattr(pipeline, name)
    assert function.__doc__


def test_the_public_names_are_listed() -> None:
    assert set(NAMES) <= set(dir(graphkit))
    assert sorted({*NAMES, "__version__"}) == sorted(graphkit.__all__)


@pytest.mark.parametrize("name", ["nonsense", "answer_query"])
def test_an_unknown_name_is_no_attribute(name: str) -> None:
    with pytest.raises(AttributeError, match=f"'graphkit' has no attribute '{name}'"):
        getattr(graphkit, name)
