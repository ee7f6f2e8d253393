"""Which person is meant: a name, and an office that tells namesakes apart."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from graphkit.identity.offices import office_family, place_slug
from graphkit.identity.words import personal_titles, words_of
from graphkit.ids import ActorId, TenureId, mint, slug

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graphkit.records import Person, Tenure

GENERATION = frozenset({"jr", "sr", "ii", "iii", "iv"})


def person_ids(people: Iterable[Person]) -> dict[ActorId, ActorId]:
    """Return the global id of each person of one document, by the id that the document gave.

    Two people of one document never share an id: where name and office do not tell them apart,
    the place of their first mention does.
    """
    chosen = {person.id: (person, _key(person)) for person in people}
    uses = Counter(key for _, key in chosen.values())
    return {
        identifier: ActorId(key if uses[key] == 1 else f"{key}.{_place_digest(person)}")
        for identifier, (person, key) in chosen.items()
    }


def tenure_id(person: ActorId, tenure: Tenure) -> TenureId:
    """Return the id of a tenure: person, office, jurisdiction and status."""
    place = place_slug(tenure.jurisdiction) if tenure.jurisdiction else ""
    return TenureId(mint("tenure", person, office_family(tenure.office), place, tenure.status))


def bare_name(name: str, offices: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the words of a name without titles, degrees and the person's own offices.

    >>> bare_name("Attorney General Ann Bee, Ph.D.", ["Attorney General"])
    ('ann', 'bee')
    """
    head, _, tail = name.partition(",")
    if tail and "".join(words_of(tail)) not in personal_titles("after"):
        head = name
    words = words_of(head)
    fronts = sorted((words_of(office) for office in offices), key=len, reverse=True)
    while len(words) > 1:
        front = next((f for f in fronts if words[: len(f)] == f and len(words) > len(f)), None)
        if front is None and words[0] not in personal_titles("before"):
            break
        words = words[len(front) if front else 1 :]
    return words


def is_surname_only(words: tuple[str, ...], name: str) -> bool:
    """Tell whether a name has no given name: "Bee", "Bee Jr.", "van der Bee"."""
    counted = [word for word in words if word not in GENERATION]
    if len(counted) <= 1:
        return True
    written = {slug(word) for word in name.split() if word[:1].islower()}
    return all(word in written for word in counted[:-1])


def _key(person: Person) -> str:
    words = bare_name(person.name, [t.office for t in person.tenures])
    stem = f"person/{'-'.join(words)}"
    office = _office_words(person.tenures)
    if is_surname_only(words, person.name):
        # A surname, even with an office, is shared by too many until a place is known too.
        known = office is not None and any(t.jurisdiction for t in person.tenures[:1])
        return f"{stem}.{office}" if known else f"{stem}.{_place_digest(person)}"
    return f"{stem}.{office}" if office else stem


def _office_words(tenures: tuple[Tenure, ...]) -> str | None:
    if not tenures:
        return None
    main = tenures[0]
    place = f"{place_slug(main.jurisdiction)}-" if main.jurisdiction else ""
    return f"{place}{office_family(main.office)}"


def _place_digest(person: Person) -> str:
    first = min(person.mentions)
    return mint("person", first.document, str(first.start), str(first.end)).rpartition("/")[2]
