"""Texts in which people are for and against policies, for tests of turns and conflicts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from graphkit.records import Polarity, ReviewStatus
from tests.rdf.builders import Extracting, make_document

if TYPE_CHECKING:
    from graphkit.records import Document, Extraction


@dataclass(frozen=True, kw_only=True)
class Said:
    """What a text says of one holder and one policy."""

    polarity: Polarity
    by: str = "Ida Mossgrove"
    policy: str = "Harbor Act"
    ends: str | None = None
    sure: float = 0.8
    status: ReviewStatus = ReviewStatus.UNREVIEWED

    @property
    def words(self) -> str:
        return f"{self.by} {self.polarity.value} the {self.policy}"


def text(
    day: str | None, *said: Said, source: str = "a", edition: str = ""
) -> tuple[Document, Extraction]:
    """Return a document of a day that holds what is said, with the day in its words."""
    sentences = [f"{s.words}{edition}." for s in said]
    if day is not None:
        sentences.append(f"Printed {source} {day}.")
    sentences += [f"The {s.ends} is old." for s in said if s.ends]
    document = make_document(
        " ".join(sentences),
        source=f"https://{source}.example/1",
        day=None if day is None else date.fromisoformat(day),
    )
    note = Extracting(document)
    stances = []
    for each in said:
        ended = note.policy(each.ends) if each.ends else None
        policy = note.policy(each.policy, negates=ended)
        stance = note.stance(
            note.person(each.by), each.polarity, policy, each.words, confidence=each.sure
        )
        stances.append(replace(stance, review_status=each.status))
    return document, replace(note.done(), stances=tuple(stances))
