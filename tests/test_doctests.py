"""The examples in the documentation of the code are true."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import graphkit

SCRIPTS = ["tests.attribution", "tests.directed", "tests.floors"]
MODULES = sorted(
    info.name
    for info in pkgutil.walk_packages(graphkit.__path__, "graphkit.")
    if not info.name.endswith("__main__")
)


@pytest.mark.parametrize("name", [*MODULES, *SCRIPTS])
def test_the_examples_of_a_module_hold(name: str) -> None:
    module = importlib.import_module(name)

    assert doctest.testmod(module).failed == 0


def test_there_are_examples() -> None:
    finder = doctest.DocTestFinder()
    found = [test for name in MODULES for test in finder.find(importlib.import_module(name))]

    assert [test.name for test in found if test.examples] != []
