"""Words that may take up somebody: pronouns, "the governor", "Ohio's senator", "the coalition"."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from graphkit.nlp.designations import BREAKS, OTHERS, Designation, designation_at
from graphkit.nlp.groups import DEFINITE, collectives
from graphkit.nlp.jurisdictions import place_before
from graphkit.nlp.lexicons import read_table
from graphkit.nlp.organization_words import organization_nouns
from graphkit.nlp.syntax import NOUN_SUBJECTS
from graphkit.nlp.titles import POSSESSIVES, title_at, title_before

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from graphkit.nlp.groups import GroupMention
    from graphkit.nlp.titles import TitlePhrase

LONGEST_NOMINAL = 7
"""Tokens of "the FCC's acting chairman"."""


class Event(NamedTuple):
    """Words that may take up an actor."""

    start: int
    end: int
    pronoun: str | None = None
    title: TitlePhrase | None = None
    group: GroupMention | None = None
    designation: Designation | None = None


def find_events(
    doc: Doc, again: list[GroupMention], taken: frozenset[int], people: frozenset[int]
) -> Iterator[Event]:
    """Yield the words that may take up somebody, in no order.

    `again` are groups mentioned anew, `taken` the tokens of names, `people` those of people's.
    """
    for mention in again:
        article = mention.start > 0 and doc[mention.start - 1].lower_ in DEFINITE
        yield Event(mention.start - int(article), mention.end, group=mention)
    covered = {i for m in again for i in range(m.start, m.end)}
    for token in doc:
        if token.text in POSSESSIVES:
            event = _of_place(doc, token.i, people)
        elif token.i in taken or token.i in covered:
            continue
        else:
            event = _event_at(doc, token, taken, people)
        if event is not None:
            yield event


def _event_at(
    doc: Doc, token: Token, taken: frozenset[int], people: frozenset[int]
) -> Event | None:
    """Return the pronoun at a token, or the description that an article opens there."""
    if token.lower_ in pronouns():
        return Event(token.i, token.i + 1, pronoun=pronouns()[token.lower_])
    if token.lower_ not in {"the", "this"}:
        return None
    designation = designation_at(doc, token.i, people)
    event = _nominal(doc, token.i, taken, people)
    if event is not None:
        return event._replace(designation=designation)
    if designation is not None and designation.end - 1 not in taken:
        return Event(designation.start, designation.end, designation=designation)
    return None


def _nominal(doc: Doc, start: int, taken: frozenset[int], people: frozenset[int]) -> Event | None:
    """Return the title-only or collective mention that starts with an article."""
    stop = min(doc[start].sent.end, start + LONGEST_NOMINAL)
    for i in range(start + 1, stop):
        token = doc[i]
        if i in people or token.lower_ in OTHERS or token.pos_ in BREAKS or token.tag_ == "NNS":
            return None
        hit = title_at(doc, i, stop)
        if hit is not None and not hit.value.plural:
            return _titled(doc, start, hit.end, people)
        again = collectives().get(token.lower_) or token.lower_ in bodies()
        if again and i not in taken and not _is_compound(token):
            return Event(start, i + 1)
    return None


def _of_place(doc: Doc, mark: int, people: frozenset[int]) -> Event | None:
    """Return "Ohio's governor", given where its "'s" stands."""
    sentence = doc[mark].sent
    found = place_before(doc, mark, sentence.start)
    hit = title_at(doc, mark + 1, sentence.end) if mark + 1 < sentence.end else None
    if found is None or hit is None or hit.value.plural:
        return None
    event = _titled(doc, found[0] - 1, hit.end, people)
    if event is None or event.title is None:
        return None
    return event._replace(start=found[0], title=replace(event.title, place=found[1]))


def _titled(doc: Doc, start: int, end: int, people: frozenset[int]) -> Event | None:
    title = title_before(doc, end, start + 1)
    named = end < len(doc) and end in people
    if title is None or named or (_is_compound(doc[end - 1]) and not speaks_by_office(doc, end)):
        return None
    # "The company president" is no president of the nation.
    other = any(token.pos_ in {"NOUN", "PROPN"} for token in doc[start + 1 : title.start])
    return None if other else Event(start, end, title=title)


def speaks_by_office(doc: Doc, end: int) -> bool:
    """Tell whether an office speaks for its holder: "the governor's office said"."""
    return (
        end + 1 < len(doc)
        and doc[end].text in POSSESSIVES
        and doc[end + 1].lower_ == "office"
        and doc[end + 1].dep_ in NOUN_SUBJECTS
    )


def _is_compound(token: Token) -> bool:
    """Tell whether the noun only describes the next one: "the governor race", "the group's"."""
    following = token.nbor() if token.i + 1 < len(token.doc) else None
    return following is not None and (
        following.pos_ == "PROPN"
        or following.text in {"-", "of"}
        or (token.dep_ == "compound" and following.pos_ in {"NOUN", "PROPN"})
    )


@cache
def bodies() -> frozenset[str]:
    """Return the nouns by which organizations are taken up: "the department"."""
    return frozenset(noun.lower() for noun in organization_nouns()) | {"administration"}


@cache
def pronouns() -> dict[str, str]:
    """Return the pronouns with what they refer to."""
    kinds = frozenset({"man", "woman", "several"})
    rows = read_table("pronouns.tsv", ("word", "refers", "example"))
    return {row.cell("word"): row.choice("refers", kinds) for row in rows}
