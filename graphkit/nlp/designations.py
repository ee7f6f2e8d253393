"""Definite descriptions that take up somebody: "the neurosurgeon", "the Ohio Republican".

A description means a person whom the text has described by its noun ("Bee, a neurosurgeon");
where nobody was, whoever the text tells of, if party, place and office allow it. A noun that was
introduced for somebody without a name ("a neurosurgeon said … the neurosurgeon") means nobody.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from graphkit.nlp.jurisdictions import Place, place_at
from graphkit.nlp.lexicons import read_table
from graphkit.nlp.parties import parties
from graphkit.nlp.syntax import NOUN_SUBJECTS
from graphkit.nlp.titles import POSSESSIVES, title_tables
from graphkit.records import EntityKind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from spacy.tokens import Doc, Token

    from graphkit.nlp.annotations import ActorNote

ARTICLES = frozenset({"the", "this"})
NEW = frozenset({"a", "an", "another", "one", "some"})
"""Articles that introduce somebody."""
BESIDE = frozenset({"compound", "nmod", "appos", "amod", "attr"})
"""How a noun hangs at the name of whom it describes."""
SOURCE = frozenset({"pobj", *NOUN_SUBJECTS})
BREAKS = frozenset({"PUNCT", "VERB", "AUX", "ADP", "CCONJ", "SCONJ", "PRON", "DET"})
"""Tags that do not stand between an article and its noun."""
OTHERS = frozenset({"next", "last", "first", "previous", "new", "other", "second", "only", "same"})
"""Adjectives by which a title is somebody else's or nobody's in particular."""
STAFF = frozenset(
    {"adviser", "advisor", "aide", "spokesman", "spokesperson", "spokeswoman", "staffer"}
    | {"strategist"}
)
"""Nouns for people who speak for others: no text takes them up by another noun."""
LONGEST = 8
"""Tokens of "the presumptive Republican presidential nominee"."""
MEMORY = 400
"""Tokens back over which a noun that introduced somebody without a name is remembered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Designation:
    """A description at tokens [start, end), whose last token is the noun.

    Attributes:
        refers: man, woman, person or organization.
        is_new: It says more than a text says of somebody known: "the mayor of Lena", "the
            board's chairman", "this reporter".
    """

    start: int
    end: int
    noun: str
    refers: str
    place: Place | None = None
    party: str | None = None
    is_new: bool = False


def designation_at(doc: Doc, start: int, taken: Collection[int]) -> Designation | None:
    """Return the description that an article at `start` opens, where it acts or speaks.

    `taken` are the tokens of people's names.
    """
    if doc[start].lower_ not in ARTICLES:
        return None
    stop = min(doc[start].sent.end, start + LONGEST)
    end = start + 1
    while end < stop and _goes_on(doc[end], taken):
        end += 1
    noun = doc[end - 1]
    refers = descriptive_nouns().get(noun.lower_) or _titled(doc, start + 1, end)
    if refers is None or noun.tag_ not in {"NN", "NNP", "JJ"} or not _acts(noun):
        return None
    return Designation(
        start=start,
        end=end,
        noun=noun.lower_,
        refers=refers,
        place=_place(doc, start + 1, end),
        party=_party(doc, start + 1, end),
        is_new=_is_new(doc, start, end, refers),
    )


def _is_new(doc: Doc, start: int, end: int, refers: str) -> bool:
    if doc[start].lower_ == "this" or doc[end - 1].lower_ in STAFF:
        return True
    if end < len(doc) and doc[end].lower_ in {"of", "for"}:
        return True
    if any(t.text in POSSESSIVES for t in doc[start:end]):
        return True
    # a text calls no organization it has named by more than a noun or two
    return refers == "organization" and any(t.pos_ == "PROPN" for t in doc[start + 1 : end - 1])


def _goes_on(token: Token, taken: Collection[int]) -> bool:
    if token.i in taken or token.lower_ in OTHERS or token.is_space or token.tag_ == "NNS":
        return False
    return token.pos_ not in BREAKS or token.text == "-"


def _acts(noun: Token) -> bool:
    """Tell whether the noun is a subject, or is named as a source after "according to"."""
    if noun.dep_ in NOUN_SUBJECTS:
        return True
    to = noun.head
    return noun.dep_ == "pobj" and to.lower_ == "to" and to.head.lower_ == "according"


def _titled(doc: Doc, start: int, end: int) -> str | None:
    """Read "the senator" and "the Republican" as a person."""
    title = title_tables().forms.before(doc, end, start)
    member = parties().members.at(doc, end - 1, end)
    if member is not None:
        return "person"
    if title is None or title.value.plural:
        return None
    # "the company president" is no president of a nation
    other = any(t.pos_ == "NOUN" for t in doc[start : title.start])
    return None if other else "person"


def _place(doc: Doc, start: int, end: int) -> Place | None:
    found = (place_at(doc, i, end) for i in range(start, end))
    return next((hit[1] for hit in found if hit is not None), None)


def _party(doc: Doc, start: int, end: int) -> str | None:
    for i in range(start, end):
        for table in (parties().adjectives, parties().members, parties().organizations):
            hit = table.at(doc, i, end)
            if hit is not None:
                return hit.value
    return None


class Described:
    """By which nouns a text has described whom."""

    def __init__(self, doc: Doc, actors: Sequence[ActorNote], taken: Collection[int]) -> None:
        self.doc = doc
        self.actors = actors
        self._by_noun: dict[str, set[int]] = {}
        for place, actor in enumerate(actors):
            if actor.kind not in {EntityKind.PERSON, EntityKind.ORGANIZATION}:
                continue
            for span in actor.names:
                for noun in _beside(doc[span.start : span.end].root):
                    self._by_noun.setdefault(noun, set()).add(place)
        self._nameless = _nameless(doc, taken)
        self.otherwise = frozenset(p for noun in STAFF for p in self._by_noun.get(noun, ()))

    def by(self, noun: str) -> frozenset[int]:
        """Return who was described by a noun."""
        return frozenset(self._by_noun.get(noun, ()))

    def is_nameless(self, designation: Designation) -> bool:
        """Tell whether the noun was last used to introduce somebody without a name."""
        at = self._nameless.get(designation.noun, ())
        return any(0 < designation.start - i <= MEMORY for i in at)

    def allowed(self, designation: Designation, near: Iterable[int]) -> frozenset[int]:
        """Return those of some actors whom party, place and kind allow."""
        kind = EntityKind.ORGANIZATION if designation.refers == "organization" else None
        return frozenset(
            place
            for place in near
            if self.actors[place].kind is (kind or EntityKind.PERSON)
            and _agrees(self.actors[place], designation)
        )


def _agrees(actor: ActorNote, designation: Designation) -> bool:
    if designation.party is not None and actor.party not in {None, designation.party}:
        return False
    places = {t.jurisdiction for t in actor.tenures} - {None}
    place = designation.place
    return place is None or not places or not place.is_state or place.name in places


def is_shown(actor: ActorNote, designation: Designation) -> bool:
    """Tell whether the text gives somebody the party or the state that a description tells."""
    if designation.party is not None and actor.party == designation.party:
        return True
    place = designation.place
    return place is not None and any(t.jurisdiction == place.name for t in actor.tenures)


def _beside(name: Token) -> Iterator[str]:
    """Yield the nouns that describe a name: before it, in apposition, and after "is"."""
    for child in name.children:
        if child.dep_ in BESIDE:
            yield child.lower_
    if name.dep_ == "appos":
        yield name.head.lower_
    if name.dep_ in NOUN_SUBJECTS and name.head.lemma_ == "be":
        yield from (c.lower_ for c in name.head.children if c.dep_ == "attr")


def _nameless(doc: Doc, taken: Collection[int]) -> dict[str, list[int]]:
    """Return where each noun introduces somebody without a name: "a neurosurgeon said"."""
    found: dict[str, list[int]] = {}
    for token in doc:
        if token.lower_ not in descriptive_nouns() or token.dep_ not in SOURCE:
            continue
        children = list(token.children)
        is_new = any(c.lower_ in NEW and c.dep_ in {"det", "nummod"} for c in children)
        if is_new and not any(c.i in taken for c in children):
            found.setdefault(token.lower_, []).append(token.i)
    return found


@cache
def descriptive_nouns() -> dict[str, str]:
    """Return the nouns that take people and organizations up, with what they refer to."""
    kinds = frozenset({"man", "woman", "person", "organization"})
    rows = read_table("descriptions.tsv", ("noun", "refers", "example"))
    return {row.cell("noun"): row.choice("refers", kinds) for row in rows}
