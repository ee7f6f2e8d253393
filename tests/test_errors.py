"""Every error that a caller can mend has one base and a sentence of documentation."""

from __future__ import annotations

import inspect

import pytest

from graphkit import errors

CLASSES = [
    cls
    for _, cls in inspect.getmembers(errors, inspect.isclass)
    if cls.__module__ == errors.__name__
]


@pytest.mark.parametrize("cls", CLASSES)
def test_every_error_is_a_graphkit_error(cls: type[Exception]) -> None:
    assert issubclass(cls, errors.GraphkitError)


@pytest.mark.parametrize("cls", CLASSES)
def test_every_error_stands_in_the_tree_of_the_module(cls: type[Exception]) -> None:
    assert cls.__doc__ is not None
    assert f" {cls.__name__} " in f"{errors.__doc__} ".replace("\n", " ")


def test_mistakes_of_the_program_are_no_graphkit_errors() -> None:
    assert [e for e in (ValueError, KeyError, OSError) if issubclass(e, errors.GraphkitError)] == []
