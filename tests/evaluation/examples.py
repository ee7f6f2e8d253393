"""Fictional texts with gold, and predictions that are wrong in known ways."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graphkit.io import annotation_from_json

if TYPE_CHECKING:
    from collections.abc import Callable

    from graphkit.records import Annotation

LETTER = (
    "Governor Ann Bee of Ohio led a letter with more than 20 former mayors that asks the canal "
    "board to end the dredging fee. “The fee is a tax on small boats,” Bee wrote. Senator Carl "
    "Dee, Republican of Iowa, backs the fee and said that it pays for locks. Dee also praised the "
    "Clean Canals Act.\n"
)

LETTER_GOLD: dict[str, Any] = {
    "people": [
        {"name": "Ann Bee", "aliases": ["Bee"], "office": "Governor", "jurisdiction": "Ohio"},
        {"name": "Carl Dee", "aliases": ["Dee"], "office": "Senator", "jurisdiction": "Iowa"},
    ],
    "organizations": ["canal board"],
    "groups": [
        {"text": "more than 20 former mayors", "count": 20, "role": "former mayors", "party": None}
    ],
    "actions": [
        {
            "kind": "letter",
            "leaders": ["Ann Bee"],
            "signers": ["more than 20 former mayors"],
            "addressees": ["canal board"],
            "about": "dredging fee",
            "stance": "opposes",
        }
    ],
    "policies": [
        {"name": "dredging fee", "aliases": ["The fee", "the fee"]},
        {"name": "Clean Canals Act", "aliases": []},
    ],
    "statements": [
        {"speaker": "Ann Bee", "quote": "The fee is a tax on small boats,", "kind": "direct"},
        {"speaker": "Carl Dee", "quote": "it pays for locks", "kind": "indirect"},
    ],
    "stances": [
        {
            "actor": "Ann Bee",
            "polarity": "opposes",
            "target": "dredging fee",
            "evidence": "end the dredging fee",
        },
        {
            "actor": "more than 20 former mayors",
            "polarity": "opposes",
            "target": "dredging fee",
            "evidence": "end the dredging fee",
        },
        {
            "actor": "Carl Dee",
            "polarity": "supports",
            "target": "dredging fee",
            "evidence": "backs the fee",
        },
        {
            "actor": "Carl Dee",
            "polarity": "supports",
            "target": "Clean Canals Act",
            "evidence": "praised the Clean Canals Act",
            "optional": True,
        },
    ],
}

SUIT = (
    "The states of Ohio and Iowa sued over the lock closures. Attorney General Eve Fox of Ohio "
    "called the closures reckless. The Boaters Union welcomed the suit.\n"
)

SUIT_GOLD: dict[str, Any] = {
    "people": [
        {
            "name": "Eve Fox",
            "aliases": [],
            "office": "Attorney General",
            "jurisdiction": "Ohio",
        }
    ],
    "organizations": ["Boaters Union"],
    "groups": [],
    "actions": [
        {
            "kind": "lawsuit",
            "leaders": [],
            "signers": ["Ohio", "Iowa"],
            "addressees": [],
            "about": "lock closures",
            "stance": "opposes",
        }
    ],
    "policies": [{"name": "lock closures", "aliases": ["the closures"]}],
    "statements": [{"speaker": "Eve Fox", "quote": "reckless", "kind": "mixed"}],
    "stances": [
        {
            "actor": "Eve Fox",
            "polarity": "opposes",
            "target": "lock closures",
            "evidence": "called the closures reckless",
        },
        {
            "actor": "Boaters Union",
            "polarity": "opposes",
            "target": "lock closures",
            "evidence": "welcomed the suit",
        },
    ],
}

DOCUMENTS = {"letter": (LETTER, LETTER_GOLD), "suit": (SUIT, SUIT_GOLD)}


def annotation(content: object) -> Annotation:
    """Return the annotation in a JSON object."""
    return annotation_from_json(content, where="example")


def stance(
    actor: str, polarity: str, target: str, evidence: str = "-", **more: object
) -> dict[str, Any]:
    """Return a stance as JSON."""
    return {
        "actor": actor, "polarity": polarity, "target": target, "evidence": evidence, **more
    }  # fmt: skip


def thinned(gold: dict[str, Any], step: int) -> dict[str, Any]:
    """Return gold in which each `step`-th item of each list is missing."""
    return {
        key: [item for place, item in enumerate(items, start=1) if place % step]
        for key, items in gold.items()
    }


def turned(gold: dict[str, Any]) -> dict[str, Any]:
    """Return gold in which each second stance has the other polarity."""
    other = {"supports": "opposes", "opposes": "supports", "neutral": "neutral"}
    stances = [
        {**one, "polarity": other[one["polarity"]] if place % 2 else one["polarity"]}
        for place, one in enumerate(gold["stances"])
    ]
    return {**gold, "stances": stances}


def ended(gold: dict[str, Any]) -> dict[str, Any]:
    """Return gold that says "for the end of X" where it said "against X", and the reverse."""
    other = {"supports": "opposes", "opposes": "supports", "neutral": "neutral"}
    stances = [
        {**one, "polarity": other[one["polarity"]], "target": f"repeal of {one['target']}"}
        for one in gold["stances"]
    ]
    return {**gold, "stances": stances}


def shifted(gold: dict[str, Any]) -> dict[str, Any]:
    """Return gold whose statements have the next one's speaker and two thirds of their words."""
    statements = gold["statements"]
    moved = [
        {
            **one,
            "speaker": statements[(place + place % 2) % len(statements)]["speaker"],
            "quote": one["quote"][: 1 + 2 * len(one["quote"]) // 3],
            "kind": "direct",
        }
        for place, one in enumerate(statements)
    ]
    return {**gold, "statements": moved}


def renamed(gold: dict[str, Any]) -> dict[str, Any]:
    """Return gold with surnames alone, shorter targets and an action of another kind."""
    people = [{**p, "name": p["name"].split()[-1], "aliases": []} for p in gold["people"]]
    actions = [
        {**a, "kind": "other" if place % 2 else a["kind"], "leaders": a["signers"], "signers": []}
        for place, a in enumerate(gold["actions"])
    ]
    stances = [
        {**s, "actor": s["actor"].split()[-1], "target": " ".join(s["target"].split()[-2:])}
        for s in gold["stances"]
    ]
    return {**gold, "people": people, "actions": actions, "stances": stances, "policies": []}


def doubled(gold: dict[str, Any]) -> dict[str, Any]:
    """Return gold in which each record stands twice."""
    return {key: [*items, *items] for key, items in gold.items()}


SPOILED: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {
    "as-it-is": lambda gold: gold,
    "nothing": lambda _: {"stances": []},
    "each-second-missing": lambda gold: thinned(gold, 2),
    "each-third-missing": lambda gold: thinned(gold, 3),
    "polarities-turned": turned,
    "targets-ended": ended,
    "statements-shifted": shifted,
    "names-shortened": renamed,
    "twice": doubled,
}
"""Ways to make a prediction out of gold."""
