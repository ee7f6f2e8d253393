"""How the tests of actions read what was found."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from graphkit.nlp.annotations import TargetKind, actions_of, actors_of, policies_of

if TYPE_CHECKING:
    from spacy.tokens import Doc


class Told(NamedTuple):
    """Kind, leaders and signers of an action, by name."""

    kind: str
    leaders: list[str]
    signers: list[str]


def parties(doc: Doc) -> list[Told]:
    """Return who takes part in each action."""
    return [
        Told(a.kind.value, names(doc, a.leaders), names(doc, a.signers)) for a in actions_of(doc)
    ]


def names(doc: Doc, places: tuple[int, ...]) -> list[str]:
    """Return the names of actors without their articles."""
    return [
        actors_of(doc)[place].name.removeprefix("the ").removeprefix("The ") for place in places
    ]


def addressees(doc: Doc) -> list[list[str]]:
    """Return whom each action is directed to."""
    return [names(doc, a.addressees) for a in actions_of(doc)]


def topics(doc: Doc) -> list[tuple[str | None, str | None]]:
    """Return what each action is about, and its stance."""
    return [
        (
            policies_of(doc)[a.about.place].name
            if a.about is not None and a.about.kind is TargetKind.POLICY
            else None,
            None if a.stance is None else a.stance.value,
        )
        for a in actions_of(doc)
    ]


def evidence(doc: Doc) -> list[dict[str, str]]:
    """Return the words that show each member, by name."""
    return [
        {names(doc, (place,))[0]: doc[r.start : r.end].text for place, r in a.member_evidence}
        for a in actions_of(doc)
    ]
