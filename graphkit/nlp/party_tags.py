"""The tags after a politician's name: "(D-TX)", ", R-Ky.,", "(CA-52)", "(R)", "(R., Ga.)"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphkit.nlp.annotations import TokenRange
from graphkit.nlp.jurisdictions import Place, gazetteer
from graphkit.nlp.parties import parties

if TYPE_CHECKING:
    from spacy.tokens import Doc

LONGEST_TAG = 14
"""Tokens."""
_PARTY = r"(?P<party>DFL|GOP|Dem\.|Rep\.|Ind\.|[DRILG]\.?)"
_PLACE = r"(?P<place>[A-Z][A-Za-z]*[‘’'\u02bb]?[a-z]*\.?(?:[ ]?[A-Z][a-z]*\.?)*)"
_DISTRICT = r"(?:[-–—\s](?P<district>\d{1,2}|AL|At[- ]Large))"
_DASH = r"\s?[-–—]\s?"
_TAGS = tuple(
    re.compile(r"\s*,?\s*" + pattern)
    for pattern in (
        rf"\({_PARTY}(?:{_DASH}|,\s|\s){_PLACE}{_DISTRICT}?\)",
        rf"\((?P<place>[A-Z]{{2}}){_DISTRICT}\)",
        rf"\({_PARTY}\)",
        r"\((?P<place>[A-Z]{2}|[A-Z][a-z]{2,4}\.)\)",
        # The seat of a member of a parliament is no jurisdiction: "(Lab, Leeds West)".
        r"\((?P<party>Lab|Con|Lib Dem|LD|SNP|NDP|ALP|LNP|DUP)"
        r"(?:[,;–-] ?(?P<seat>[A-Z][^()]{1,40}))?\)",
    )
)
_BARE = re.compile(rf",\s{_PARTY}[-–]{_PLACE}{_DISTRICT}?(?=[\s,;.)—–:]|$)")
_BARE_SHORT = re.compile(rf",\s{_PARTY}[-–](?P<place>[A-Z][a-z]*[‘’'\u02bb]?[a-z]*)(?=\.?(?:\s|$))")
"""Where the tag ends the sentence, its state's first word alone: "R-Utah. The vote"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyTag:
    """A tag at tokens [start, end); a district makes its bearer a member of the House.

    Attributes:
        seat: A constituency or home town: "(Lab, Mill Green)", "(D-Marlow)".
    """

    start: int
    end: int
    party: str | None
    place: Place | None
    district: str | None
    seat: str | None = None


def tag_after(doc: Doc, end: int) -> PartyTag | None:
    """Return the tag that follows the name ending at token `end`."""
    first = end
    while first < len(doc) and doc[first].is_space and "\n" not in doc[first].text:
        first += 1
    if first >= len(doc) or doc[first].text not in {"(", ","}:
        return None
    text = doc[first : first + LONGEST_TAG].text
    for pattern in (*_TAGS, _BARE, _BARE_SHORT):
        match = pattern.match(text)
        tag = _read(doc, TokenRange(end, first), match) if match else None
        if tag is not None:
            return tag
    return None


def _read(doc: Doc, before: TokenRange, match: re.Match[str]) -> PartyTag | None:
    found = match.groupdict()
    text = found.get("place")
    text = text.replace("\u02bb", "’").replace("‘", "’") if text else None
    place = gazetteer().named(text) if text else None
    if text and place is None:
        place = gazetteer().named(text.rstrip("."))
    if text and place is None and not (found.get("party") and match.group().endswith(")")):
        return None
    last = before.end
    stop = doc[before.end].idx + match.end()
    while last < len(doc) and doc[last].idx < stop:
        last += 1
    return PartyTag(
        start=before.start,
        end=last,
        party=_party(found.get("party") or ""),
        place=place,
        district=found.get("district"),
        seat=found.get("seat") or (text if place is None or place.kind == "city" else None),
    )


def _party(tag: str) -> str | None:
    tags = parties().tags
    return tags.get(tag) or tags.get(tag.rstrip("."))
