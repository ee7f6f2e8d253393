"""Which office is meant, whatever the document calls it."""

from __future__ import annotations

from functools import cache

import us

from graphkit.identity.words import office_families, words_of

STATUS_WORDS = frozenset(
    {"acting", "candidate", "elect", "ex", "former", "interim", "late", "outgoing", "then"}
)
"""They say how a person stands to an office, not which office it is."""
UNITED_STATES = frozenset({"us", "usa", "united-states", "united-states-of-america"})
PLACE_FORMS = ("state-of-", "commonwealth-of-", "people-of-the-", "territory-of-")


def office_family(office: str) -> str:
    """Return the office without status and jurisdiction, as words joined by hyphens.

    >>> office_family("former U.S. Attorney"), office_family("Congresswoman")
    ('us-attorney', 'us-representative')
    """
    words = words_of(office)
    bare = "-".join(w for w in words if w not in STATUS_WORDS and w != "the") or "-".join(words)
    return office_families().get(bare, bare)


def place_slug(place: str) -> str:
    """Return a place as words joined by hyphens; "the State of Ohio" is Ohio.

    >>> place_slug("the People of the State of Ohio"), place_slug("U.S.")
    ('ohio', 'united-states')
    """
    name = "-".join(words_of(place)).removeprefix("the-")
    for form in (*PLACE_FORMS, *PLACE_FORMS):
        name = name.removeprefix(form) or name
    return "united-states" if name in UNITED_STATES else _states().get(name, name)


@cache
def _states() -> dict[str, str]:
    """Return each state by its postal letters and by the abbreviation of newspapers."""
    forms = {}
    for state in us.STATES_AND_TERRITORIES:
        name = "-".join(words_of(state.name))
        forms.update({"-".join(words_of(f)): name for f in (state.abbr, state.ap_abbr) if f})
    return forms
