"""Tell the places that act, and so stand for their government, from those that are scenery.

"California sued" is its government; "residents of California", "a mill in California" and
"California growers" are not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphkit.nlp.groups import roles
from graphkit.nlp.jurisdictions import place_before
from graphkit.nlp.syntax import NOUN_SUBJECTS, VERBS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

LOCATIVES = frozenset({"in", "at", "near", "across", "throughout", "around", "outside", "into"})
"""Prepositions before a place where something happens."""
COMMUNITIES = frozenset({"borough", "city", "county", "province", "state", "town", "village"})
"""Nouns whose "of" names a place that acts: "the town of Bee sued"."""


def place_acts(doc: Doc, start: int, end: int) -> bool:
    """Tell whether a place does something: "Bee sued", "the town of Bee sued"."""
    return acts(doc[start - 2] if _is_after_city_of(doc, start) else doc[end - 1])


def acts(token: Token) -> bool:
    """Tell whether a name is the subject or agent of a verb, alone or in a list."""
    while token.dep_ == "conj" and token.head.i != token.i:
        token = token.head
    if token.dep_ in NOUN_SUBJECTS:
        return token.head.pos_ in VERBS
    return token.dep_ == "pobj" and token.head.dep_ == "agent"


def is_scenery(doc: Doc, start: int, end: int) -> bool:
    """Tell whether a place is only where something happens, or describes the next noun."""
    before = doc[start - 1] if start > 0 else None
    if before is not None and before.lower_ in LOCATIVES:
        # "attorneys general in Ohio and Utah" are these states' own
        return not _is_their_own(doc, start - 1)
    if before is not None and before.lower_ == "of" and _is_people_of(doc, start - 1):
        return True
    if end >= len(doc):
        return False
    following = doc[end]
    if following.text in {"—", "–", "-", "--"} and doc[start].text.isupper():
        return True
    if (
        start > 1
        and before is not None
        and before.text == ","
        and doc[start - 2].ent_type_ == "GPE"
    ):
        # "Hartford, Connecticut", but not "Connecticut, Ohio"
        city = place_before(doc, start - 1, before.sent.start)
        return (city is None or city[1].kind == "city") and following.text in {",", "."}
    listed = before is not None and before.lower_ in {",", "and"}
    if listed and roles().at(doc, end, len(doc)) is not None:
        return False
    return doc[end - 1].dep_ in {"compound", "amod", "nmod"} and following.pos_ in {
        "NOUN",
        "PROPN",
        "ADJ",
    }


def _is_their_own(doc: Doc, link: int) -> bool:
    """Tell whether before "in Ohio" stand those who act for it."""
    hit = roles().before(doc, link, doc[link].sent.start)
    return hit is not None and hit.value in {"body", "office", "party"}


def _is_people_of(doc: Doc, link: int) -> bool:
    """Tell "residents of Ohio", who are not its government, from "the governors of Ohio"."""
    hit = roles().before(doc, link, doc[link].sent.start)
    return hit is not None and hit.value in {"crowd", "expert", "side", "unnamed"}


def _is_after_city_of(doc: Doc, start: int) -> bool:
    return start > 1 and doc[start - 1].lower_ == "of" and doc[start - 2].lower_ in COMMUNITIES
