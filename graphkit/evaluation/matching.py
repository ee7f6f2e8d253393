"""Whether two names, phrases or places of a text mean the same."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

from graphkit.evaluation.wording import bare_name, content_words, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from graphkit.records import Annotation

G = TypeVar("G")
K = TypeVar("K")
P = TypeVar("P")
Place = tuple[int, int]
"""[start, end) in code points of the text."""

SAME_ENOUGH = 0.5
"""Overlap from which phrases, quotations and pieces of evidence are the same."""
LONGEST_EVIDENCE = 600
"""Characters; longer evidence shows nothing, for it would meet any other."""
LONGEST_TARGET = 20
"""Words; a longer target would have words of any other."""
NAMED_TWICE = 2
"""Words from which a shorter phrase inside a longer one is the same thing."""


def overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the share of the words of both that they have in common (Jaccard 1901)."""
    return len(one & other) / len(one | other) if one and other else 0.0


def is_same_thing(one: str, other: str) -> bool:
    """Tell whether two phrases for a policy, an organization or a group mean the same."""
    x, y = content_words(one), content_words(other)
    if not x or not y:
        return False
    small, large = sorted((x, y), key=len)
    return overlap(x, y) >= SAME_ENOUGH or (len(small) >= NAMED_TWICE and small <= large)


def is_same_person(names: Iterable[str], others: Iterable[str]) -> bool:
    """Tell whether two sets of bare names have one that both can be: "bee" and "ann bee"."""
    others = [other for other in others if other]
    return any(_can_be(name, other) for name in names if name for other in others)


def _can_be(name: str, other: str) -> bool:
    if name == other:
        return True
    x, y = name.split(), other.split()
    return x[-1] == y[-1] and (len(x) == 1 or len(y) == 1 or x[0] == y[0])


def bare_names(name: str, aliases: Iterable[str] = ()) -> frozenset[str]:
    """Return all names of a person without titles."""
    return frozenset(bare_name(n) for n in (name, *aliases) if n)


def find(text: str, quote: str) -> Place | None:
    """Return where a run of the text stands first; None if nowhere."""
    start = text.find(quote) if quote else -1
    return (start, start + len(quote)) if start >= 0 else None


def common(one: Place, other: Place) -> int:
    """Return how many characters two places share."""
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def union_share(one: Place, other: Place) -> float:
    """Return the shared characters as a part of all from the first to the last of both."""
    both = common(one, other)
    return both / (max(one[1], other[1]) - min(one[0], other[0])) if both else 0.0


def places_meet(one: Place, other: Place) -> bool:
    """Tell whether two pieces of evidence share half of the shorter one."""
    lengths = (one[1] - one[0], other[1] - other[0])
    if max(lengths) > LONGEST_EVIDENCE:
        return False
    return common(one, other) >= SAME_ENOUGH * min(lengths) > 0


def pair(
    gold: Sequence[G], predicted: Sequence[P], score: Callable[[G, P], float]
) -> list[tuple[int, int]]:
    """Return indices of one-to-one pairs, the best score first; those of score 0 never meet."""
    scored = ((score(g, p), i, j) for i, g in enumerate(gold) for j, p in enumerate(predicted))
    ranked = sorted((-value, i, j) for value, i, j in scored if value > 0)
    free_gold, free_predicted = set(range(len(gold))), set(range(len(predicted)))
    pairs = []
    for _, i, j in ranked:
        if i in free_gold and j in free_predicted:
            free_gold.remove(i)
            free_predicted.remove(j)
            pairs.append((i, j))
    return pairs


class People(Generic[K]):
    """People by their bare names; who has a surname is found without a look at all others."""

    def __init__(self, people: Iterable[tuple[frozenset[str], K]]) -> None:
        """Take the bare names of each person, with what is returned for them."""
        self._by_surname: dict[str, list[tuple[frozenset[str], K]]] = {}
        for names, kept in people:
            for surname in sorted({name.split()[-1] for name in names if name}):
                self._by_surname.setdefault(surname, []).append((names, kept))

    def first(self, key: str) -> K | None:
        """Return what was kept for the first person who can bear the bare name `key`."""
        known = self._by_surname.get(key.split()[-1], ()) if key else ()
        return next((kept for names, kept in known if is_same_person({key}, names)), None)


class Names:
    """All names under which the records of one document call a person or a policy."""

    def __init__(self, annotation: Annotation) -> None:
        people = [bare_names(p.name, p.aliases) for p in annotation.people]
        self._people = People((names, names) for names in people)
        self._bare = frozenset(name for names in people for name in names)
        self._policies: dict[str, tuple[str, ...]] = {}
        for policy in annotation.policies:
            names = tuple(n for n in (policy.name, *policy.aliases) if n)
            for name in names:
                self._policies.setdefault(plain(name), names)
        self._known: dict[str, frozenset[str]] = {}

    def is_person(self, text: str) -> bool:
        """Tell whether these records have a person of just that name."""
        return bare_name(text) in self._bare

    def of_person(self, text: str) -> frozenset[str]:
        """Return all bare names of the person who is called so."""
        key = bare_name(text)
        if key not in self._known:
            self._known[key] = (self._people.first(key) or frozenset()) | {key}
        return self._known[key]

    def of_target(self, text: str) -> tuple[str, ...]:
        """Return all phrases for the policy that is called so; the phrase alone if none is."""
        return self._policies.get(plain(text), (text,))


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The gold and the prediction of one text, with the names of both."""

    text: str
    gold: Annotation
    predicted: Annotation
    gold_names: Names = field(init=False)
    predicted_names: Names = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "gold_names", Names(self.gold))
        object.__setattr__(self, "predicted_names", Names(self.predicted))

    def is_same_actor(self, gold: str, predicted: str) -> bool:
        """Tell whether an actor of the gold is one of the prediction."""
        return is_same_actor(gold, predicted, self.gold_names, self.predicted_names)

    def is_same_target(self, gold: str, predicted: str) -> bool:
        """Tell whether a target of the gold is one of the prediction."""
        if len(predicted.split()) > LONGEST_TARGET:
            return False
        if self.gold_names.is_person(gold):
            names = self.gold_names.of_person(gold)
            return is_same_person(names, self.predicted_names.of_person(predicted))
        return any(
            is_same_thing(g, p)
            for g in self.gold_names.of_target(gold)
            for p in self.predicted_names.of_target(predicted)
        )


def is_same_actor(one: str, other: str, names: Names, other_names: Names) -> bool:
    """Tell whether two actors are the same, each by the names of its own records."""
    if plain(one) == plain(other):
        return True
    if names.is_person(one):
        return is_same_person(names.of_person(one), other_names.of_person(other))
    return is_same_thing(one, other)
