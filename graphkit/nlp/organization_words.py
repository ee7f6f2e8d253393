"""The last words of names that are an organization's, or a law's or program's."""

from __future__ import annotations

from functools import cache

from graphkit.nlp.lexicons import read_table


@cache
def not_organizations() -> frozenset[str]:
    """Return the last words of laws, programs and the like, in lower case."""
    return frozenset(
        row.cell("word") for row in read_table("not_organizations.tsv", ("word", "example"))
    )


@cache
def organization_nouns() -> frozenset[str]:
    """Return the last words of organizations' names, as they are written."""
    return frozenset(
        row.cell("noun") for row in read_table("organization_nouns.tsv", ("noun", "example"))
    )
