"""Read annotations: the JSON that annotators write, and that extractions are written as."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar, cast

from graphkit.errors import InputError
from graphkit.io._files import read_bytes
from graphkit.io._paths import shown
from graphkit.records import (
    ActionKind,
    AnnotatedAction,
    AnnotatedGroup,
    AnnotatedPerson,
    AnnotatedPolicy,
    AnnotatedStance,
    AnnotatedStatement,
    Annotation,
    Polarity,
    StatementKind,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from enum import StrEnum
    from pathlib import Path

E = TypeVar("E", bound="StrEnum")
T = TypeVar("T")

LISTS = ("people", "groups", "policies", "actions", "statements", "stances")
"""Keys of an annotation that are read; `organizations` is a list of mere names."""
SPAN_ENDS = 2


def read_annotation(path: Path) -> Annotation:
    """Return the annotation in a JSON file.

    Raises:
        InputError: The file cannot be read, is not JSON, or does not fit the format; the message
            says where.
    """
    where = shown(path)
    raw = read_bytes(path)
    try:
        content = json.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise InputError(f"{where} is not UTF-8; save it as UTF-8") from error
    except json.JSONDecodeError as error:
        raise InputError(
            f"{where}:{error.lineno}:{error.colno} is not JSON ({error.msg}); mend it there"
        ) from error
    except (RecursionError, ValueError) as error:
        raise InputError(
            f"{where} is too deep or has a too long number; write it in the documented format"
        ) from error
    return annotation_from_json(content, where=where)


def annotation_from_json(content: object, *, where: str) -> Annotation:
    """Return the annotation in parsed JSON; keys that are not known are passed over.

    Args:
        content: An object with some of the keys `people`, `groups`, `policies`, `actions`,
            `statements` and `stances`.
        where: Its name, for messages.

    Raises:
        InputError: It does not fit the format; the message names the item and what to write.
    """
    top = _Item(where, "", content)
    if not any(key in top.fields() for key in LISTS):
        raise InputError(f"{where} has none of the keys {', '.join(LISTS)}; write lists under them")
    return Annotation(
        people=top.each("people", _person),
        groups=top.each("groups", _group),
        policies=top.each("policies", _policy),
        actions=top.each("actions", _action),
        statements=top.each("statements", _statement),
        stances=top.each("stances", _stance),
    )


def _person(item: _Item) -> AnnotatedPerson:
    return AnnotatedPerson(
        name=item.text("name"),
        aliases=item.texts("aliases"),
        office=item.text_or_none("office"),
        jurisdiction=item.text_or_none("jurisdiction"),
    )


def _group(item: _Item) -> AnnotatedGroup:
    return AnnotatedGroup(text=item.text("text"), count=item.count("count"))


def _policy(item: _Item) -> AnnotatedPolicy:
    return AnnotatedPolicy(name=item.text("name"), aliases=item.texts("aliases"))


def _action(item: _Item) -> AnnotatedAction:
    return AnnotatedAction(
        kind=item.choice("kind", ActionKind),
        leaders=item.texts("leaders"),
        signers=item.texts("signers"),
        about=item.text_or_none("about"),
        stance=item.choice("stance", Polarity) if item.value("stance") is not None else None,
    )


def _statement(item: _Item) -> AnnotatedStatement:
    return AnnotatedStatement(
        speaker=item.text_or_none("speaker"),
        quote=item.text("quote"),
        kind=item.choice("kind", StatementKind),
        span=item.span("span"),
    )


def _stance(item: _Item) -> AnnotatedStance:
    return AnnotatedStance(
        actor=item.text("actor"),
        polarity=item.choice("polarity", Polarity),
        target=item.text("target"),
        evidence=item.text("evidence"),
        optional=item.value("optional") is True,
        confidence=item.confidence("confidence"),
    )


@dataclass(frozen=True, slots=True)
class _Item:
    """An object inside a file; `path` is where it stands there, such as `stances[3]`."""

    where: str
    path: str
    content: object

    def fields(self) -> dict[str, object]:
        """Return the object's keys with their values."""
        if not isinstance(self.content, dict):
            raise self.fault(self.path, "an object with keys", self.content)
        return cast("dict[str, object]", self.content)

    def value(self, key: str) -> object:
        """Return the value of a key; None where it is missing."""
        return self.fields().get(key)

    def each(self, key: str, read: Callable[[_Item], T]) -> tuple[T, ...]:
        """Read each object of a list; a missing list is empty."""
        return tuple(
            read(_Item(self.where, f"{self._at(key)}[{place}]", content))
            for place, content in enumerate(self._list(key))
        )

    def text(self, key: str) -> str:
        """Return a text that must be there."""
        value = self.value(key)
        if not isinstance(value, str) or not value.strip():
            raise self.fault(self._at(key), "a text in quotation marks", value)
        if not _is_whole(value):
            raise self.fault(self._at(key), "whole characters (no lone surrogates)", value)
        return value

    def text_or_none(self, key: str) -> str | None:
        """Return a text; None where it is null or missing."""
        return None if self.value(key) is None else self.text(key)

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts; a missing one is empty."""
        values = self._list(key)
        for value in values:
            if not isinstance(value, str) or not _is_whole(value):
                raise self.fault(self._at(key), "a list of texts", value)
        return tuple(cast("list[str]", values))

    def count(self, key: str) -> int | None:
        """Return a whole number; None where it is null or missing."""
        value = self.value(key)
        if value is not None and (not isinstance(value, int) or isinstance(value, bool)):
            raise self.fault(self._at(key), "a whole number or null", value)
        return value

    def choice(self, key: str, choices: type[E]) -> E:
        """Return one of some words."""
        value = self.value(key)
        if not isinstance(value, str) or value not in set(choices):
            raise self.fault(self._at(key), f"one of {', '.join(choices)}", value)
        return choices(value)

    def confidence(self, key: str) -> float:
        """Return a number in (0, 1]; 1 where it is null or missing."""
        value = self.value(key)
        if value is None:
            return 1.0
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value <= 1:
            raise self.fault(self._at(key), "a number above 0 and up to 1", value)
        return float(value)

    def span(self, key: str) -> tuple[int, int] | None:
        """Return a start and an end; None where they are null or missing."""
        values = self._list(key)
        if not values:
            return None
        if len(values) != SPAN_ENDS or not all(type(value) is int for value in values):
            raise self.fault(self._at(key), "[start, end] in characters, or null", values)
        start, end = cast("list[int]", values)
        return start, end

    def fault(self, path: str, wanted: str, value: object) -> InputError:
        """Return the error that says what stands at a place, and what should."""
        place = f"{self.where}: {path}" if path else self.where
        found = "is missing" if value is None else f"is {value!r:.60}"
        return InputError(f"{place} {found}; write {wanted}")

    def _list(self, key: str) -> list[object]:
        value = self.value(key)
        if value is None:
            return []
        if not isinstance(value, list):
            raise self.fault(self._at(key), "a list in square brackets", value)
        return value

    def _at(self, key: str) -> str:
        return f"{self.path}.{key}" if self.path else key


def _is_whole(text: str) -> bool:
    """Tell whether a text has no half of a character, which no file could hold."""
    return not any("\ud800" <= c <= "\udfff" for c in text)
