"""Annotations of few words, in which names, phrases and quotations often meet by chance."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

TEXT = (
    "Gov. Ann Bee and Carl Dee of Ohio oppose the repeal of the canal fee. “End the fee now,” Bee "
    "said. 20 mayors back the Clean Canals Act, and Ohio sued over the lock closures in Iowa."
)
people = st.sampled_from(
    [
        "Ann Bee",
        "Gov. Ann Bee",
        "Bee",
        "Carl Dee",
        "Dee",
        "Ann Dee",
        "A. B.",
        "Mr.",
        "¡!",
        "Zoë Bee",
    ]
)
phrases = st.sampled_from(
    ["canal fee", "the fee", "repeal of the canal fee", "ending the fee", "Clean Canals Act", "it",
     "lock closures", "the act", "20 mayors", "mayors", "Ohio", "state of Ohio", "Iowa", "the", "…",
     "an end to the ban on the lock closures", "fee " * 21]
)  # fmt: skip
runs = st.tuples(st.integers(0, len(TEXT) - 2), st.integers(2, 60)).map(
    lambda x: TEXT[x[0] : x[0] + x[1]]
)
quotes = st.one_of(runs, st.sampled_from(["never said", TEXT]))
words = st.one_of(people, phrases)
polarities = st.sampled_from(["supports", "opposes", "neutral"])
places = st.none() | st.sampled_from(["Ohio", "Iowa", "State of Ohio", "U.S."])


def _record(**parts: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(parts)


def _some(items: st.SearchStrategy[Any], most: int = 4) -> st.SearchStrategy[list[Any]]:
    return st.lists(items, max_size=most)


def annotated() -> st.SearchStrategy[dict[str, Any]]:
    """Return JSON as annotators and extractors write it, with nothing blank in it."""
    filled = words.filter(str.strip)
    quoted = quotes.filter(str.strip)
    return _record(
        people=_some(
            _record(name=people, aliases=_some(people, 2), office=st.none() | filled,
                    jurisdiction=places)
        ),
        groups=_some(_record(text=phrases, count=st.none() | st.sampled_from([20, 70]))),
        policies=_some(_record(name=phrases, aliases=_some(phrases, 2))),
        actions=_some(
            _record(
                kind=st.sampled_from(["letter", "lawsuit", "other"]), leaders=_some(words, 2),
                signers=_some(words, 3), about=st.none() | phrases, stance=polarities,
            )
        ),
        statements=_some(
            _record(
                speaker=filled, quote=quoted,
                kind=st.sampled_from(["direct", "mixed", "indirect"]),
            )
        ),
        stances=_some(
            _record(
                actor=filled, polarity=polarities, target=filled,
                evidence=quoted, optional=st.booleans(),
            ),
            6,
        ),
    )  # fmt: skip
