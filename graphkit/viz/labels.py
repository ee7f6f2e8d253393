"""Make words of records fit for a picture: wrapped, short, and harmless."""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from graphkit.records import EntityKind, EvidenceKind, Polarity

if TYPE_CHECKING:
    from graphkit.records import Entity

LINE_LENGTH = 20
"""Characters; the layout reserves room for lines of this length."""
MAX_LINES = 3
UNDRAWABLE = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]+")
"""Controls, and marks that turn the direction of the text after them."""
SURROGATES = re.compile("[\ud800-\udfff]")
LINK_SCHEMES = frozenset({"http", "https"})
NOT_IN_LINKS = re.compile(r"[\x00-\x20\x7f<>\"\\^`{|}]")

SIGNS = {Polarity.SUPPORTS: "+", Polarity.OPPOSES: "−", Polarity.NEUTRAL: "○"}
EVIDENCE_WORDS = {kind: kind.words for kind in EvidenceKind}


def wrap_label(label: str) -> str:
    r"""Return at most three lines of a label, without characters that disturb a drawing.

    >>> wrap_label("Marine Cable and Seabed Protection Act of 1987")
    'Marine Cable and\nSeabed Protection\nAct of 1987'
    """
    clean = " ".join(UNDRAWABLE.sub(" ", label).split())
    lines = textwrap.wrap(clean, LINE_LENGTH, max_lines=MAX_LINES, placeholder=" …")
    return "\n".join(lines) or "(no name)"


def safe_link(url: str | None) -> str | None:
    """Return `url` if it is a plain http or https address, else None.

    >>> safe_link("javascript:alert(1)") is None
    True
    """
    if url is None or NOT_IN_LINKS.search(url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme.lower() in LINK_SCHEMES and parts.netloc else None


def from_whole_word(before: str, *, cut: bool) -> str:
    """Return the words before a quotation; where more stands before them, without half a word.

    >>> from_whole_word("ot listen, then we ", cut=True)
    '… listen, then we '
    """
    if not cut:
        return before
    _, space, rest = before.partition(" ")
    return f"… {rest}" if space else f"…{before}"


def to_whole_word(after: str) -> str:
    """Return the words after a quotation; one that ends in the midst of a word without that word.

    >>> to_whole_word(" before the next planting season"), to_whole_word(" today.")
    (' before the next planting …', ' today.')
    """
    if not after[-1:].isalnum():
        return after
    rest, space, _ = after.rpartition(" ")
    return f"{rest} …" if space else f"{after}…"


def office_words(entity: Entity) -> str | None:
    """Return office and jurisdiction as one phrase, None where neither is known."""
    return ", ".join(word for word in (entity.office, entity.jurisdiction) if word) or None


def describe(entity: Entity) -> str:
    """Return kind, office, party and size of an entity in one line.

    >>> from graphkit.records import Entity, EntityKind
    >>> describe(Entity(id="g", kind=EntityKind.GROUP, label="x", count=7, count_modifier="nearly"))
    'group · nearly 7 members'
    """
    size = None
    if entity.count is not None:
        counted = "signatories" if entity.kind is EntityKind.ACTION else "members"
        number = f"{entity.count} {counted}"
        size = " ".join(word for word in (entity.count_modifier, number) if word)
    words = (entity.kind.value, office_words(entity), entity.party, size)
    return " · ".join(word for word in words if word)
