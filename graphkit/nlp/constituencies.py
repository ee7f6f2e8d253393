"""Read for which seat somebody holds an office: "of the 5th District", "MP for Mill Green"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graphkit.nlp.annotations import TokenRange, as_written
from graphkit.nlp.jurisdictions import gazetteer
from graphkit.nlp.parties import parties

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from graphkit.nlp.party_tags import PartyTag

REACH = 24
"""Tokens behind a name or title in which its seat stands."""
SEATED = frozenset({"chamber", "congress", "country", "europe", "ontario", "quebec", "region"})
"""Scopes of titles that a tag or words before them may give a seat to."""
PLACE_LABELS = frozenset({"FAC", "GPE", "LOC"})
LONGEST_SEAT = 4
"""Tokens of a seat before a title ("Elmbridge East MP Ann Bee")."""
_WORD = r"[A-Z][\w'’-]+"
_SEAT = rf"{_WORD}(?:(?:\s(?:and|of|on|the|upon|under|with|le)){{0,2}}\s{_WORD}){{0,4}}"
_NUMBER = r"(?:\d{1,2}(?:st|nd|rd|th)|[A-Z]?[a-z]+(?:-[a-z]+)?(?:st|nd|rd|th))"
_BODY = r"(?:(?:Congressional|Senate|House|Legislative|Assembly|Council|Senatorial)\s)?"
DISTRICT = re.compile(
    r"[\s,]*(?:who\s+(?:has\s+)?represent(?:s|ed)|represent(?:s|ing)|of|from|for|in)\s+"
    rf"(?:the\s+)?(?:(?:{_WORD}\s)?{_WORD}['’]s\s+)?(?:the\s+)?"
    rf"(?P<seat>{_NUMBER}\s{_BODY}(?:[Dd]istrict|[Ww]ard))\b",
    re.IGNORECASE,
)
MEMBER_FOR = re.compile(
    r"\b(?:M[ELNS]?PP?s?|MLAs?|MNAs?|TDs?|[Mm]embers? of (?:the )?(?:\w+ )?Parliament)"
    rf"\s+for\s+(?:the\s+)?(?P<seat>{_SEAT})"
)
ENDINGS = {1: "st", 2: "nd", 3: "rd"}


def constituency_of(doc: Doc, scope: str, evidence: TokenRange, tag: PartyTag | None) -> str | None:
    """Return the seat that the words at and behind a title and name tell, None for none.

    Args:
        doc: The text.
        scope: That of the title.
        evidence: Title and name.
        tag: The party tag behind the name.
    """
    return (
        _in_tag(tag, scope)
        or _behind(doc, evidence, tag)
        or (_before(doc, evidence.start) if scope in SEATED else None)
    )


def _in_tag(tag: PartyTag | None, scope: str) -> str | None:
    """Return the seat of "(TX-26)", "(Lab, Mill Green)" and "D-Marlow"."""
    if tag is None:
        return None
    if tag.district is not None:
        return _numbered(tag.district)
    return tag.seat if scope in SEATED | {"none", "state"} else None


def _numbered(district: str) -> str:
    if not district.isdigit():
        return "At-Large District"
    number = int(district)
    teen = number % 100 in {11, 12, 13}
    return f"{number}{'th' if teen else ENDINGS.get(number % 10, 'th')} District"


def _behind(doc: Doc, evidence: TokenRange, tag: PartyTag | None) -> str | None:
    end = evidence.end if tag is None else max(evidence.end, tag.end)
    stop = min(len(doc), end + REACH)
    line = as_written(doc, end, stop).splitlines()[:1]
    found = DISTRICT.match(line[0]) if line else None
    if found is None:
        words = as_written(doc, evidence.start, stop).splitlines()[:1]
        reach = len(as_written(doc, evidence.start, end))
        found = MEMBER_FOR.search(words[0]) if words else None
        if found is not None and found.start() > reach:
            return None  # it is said of somebody further on
    return None if found is None else " ".join(found["seat"].split())


def _before(doc: Doc, start: int) -> str | None:
    """Return the seat of "Elmbridge East MP Ann Bee"; a country or party is none."""
    first = start
    while first > max(0, start - LONGEST_SEAT) and doc[first - 1].ent_type_ in PLACE_LABELS:
        first -= 1
    name = as_written(doc, first, start)
    if not name[:1].isupper() or not name[-1:].isalpha():
        return None
    known = gazetteer().in_text(name) or parties().members.before(doc, start, first)
    return None if known else name
