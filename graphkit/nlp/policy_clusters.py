"""The phrases of a text that mean one policy, and a table that finds such clusters by their words.

A text can name thousands of policies, so a new phrase is never compared with all of them: the
table answers by words, heads and places, and of many clusters with one word by the latest.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from heapq import heappop, heappush
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from graphkit.nlp.policy_nouns import pale_modifiers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graphkit.nlp.annotations import TokenRange
    from graphkit.nlp.policy_candidates import Candidate

SALIENCE = 30
"""Tokens of distance that one more mention of a policy makes up for when "the bill" refers back."""
MIN_SHARED = 2
"""Content words that two phrases must share to be one policy."""
PIECE = re.compile(r"\w+")
LATEST = 100
"""Clusters with one word among which a phrase is looked up; real texts have fewer."""
MOST_FORMS = 100
"""Forms of one policy that a phrase is compared with."""
LONGEST_MENTION = 40
"""Tokens of the longest phrase for a policy, from above."""


class Key(NamedTuple):
    """What clusters are looked up by: "head", "kind", "word" or "named", and its value."""

    what: str
    value: str = ""


ALL = Key("all")
NAMED = Key("named")


@dataclass(slots=True, eq=False)
class Cluster:
    """The phrases for one policy so far; `place` counts from the first one of the text."""

    place: int
    mentions: list[Candidate] = field(default_factory=list)
    forms: dict[tuple[object, ...], Candidate] = field(default_factory=dict)
    """One mention of each form: a long text has thousands of mentions that say the same."""
    references: list[TokenRange] = field(default_factory=list)
    words: set[str] = field(default_factory=set)
    acronyms: set[str] = field(default_factory=set)
    ranks: set[Key] = field(default_factory=lambda: {ALL})
    """The keys by which it is asked for where it is the most salient."""
    is_open: bool = True
    """All its mentions stand in the headline or only introduce it: its name may follow."""
    last: int = 0

    @property
    def salience(self) -> int:
        """How near it is to mind: later and more often is nearer."""
        return self.last + SALIENCE * (len(self.mentions) + len(self.references))


class ClusterTable:
    """All clusters of a text in order of their first phrase, with what finds them again."""

    def __init__(self) -> None:
        self.clusters: list[Cluster] = []
        self._by_key: dict[Key, list[Cluster]] = defaultdict(list)
        self._by_words: dict[frozenset[str], list[Cluster]] = defaultdict(list)
        self._by_token: dict[int, list[Cluster]] = defaultdict(list)
        self._by_acronym: dict[str, dict[str, list[Cluster]]] = defaultdict(dict)
        self._by_salience: dict[Key, list[tuple[int, int]]] = defaultdict(list)
        self._referring: dict[int, Cluster] = {}
        self._joined: list[tuple[int, Cluster]] = []

    def open(self) -> Cluster:
        """Return a new cluster."""
        self.clusters.append(Cluster(place=len(self.clusters)))
        return self.clusters[-1]

    def join(self, cluster: Cluster, candidate: Candidate, acronyms: Iterable[str]) -> None:
        """Add a phrase to a cluster; one that refers back is no name of it."""
        is_new = candidate.in_headline or candidate.introduced or candidate.refers
        cluster.is_open = cluster.is_open and is_new
        if candidate.refers and cluster.mentions:
            self.refer(cluster, candidate)
        else:
            self._add_mention(cluster, candidate, acronyms)
            self._speak_of(cluster, candidate)

    def refer(self, cluster: Cluster, candidate: Candidate) -> None:
        """Add a phrase that means the cluster without naming it."""
        cluster.references.append(candidate.tokens)
        self._referring.update(dict.fromkeys(range(*candidate.tokens), cluster))
        self._speak_of(cluster, candidate)

    def _speak_of(self, cluster: Cluster, candidate: Candidate) -> None:
        cluster.last = candidate.tokens.end
        self._joined.append((candidate.tokens.start, cluster))
        for key in cluster.ranks:
            heappush(self._by_salience[key], (-cluster.salience, cluster.place))

    def _add_mention(self, cluster: Cluster, candidate: Candidate, acronyms: Iterable[str]) -> None:
        cluster.mentions.append(candidate)
        for i in range(*candidate.tokens):
            self._by_token[i].append(cluster)
        for acronym in acronyms:
            if acronym not in cluster.acronyms:
                cluster.acronyms.add(acronym)
                named = self._by_acronym[PIECE.findall(acronym)[0]]
                named.setdefault(acronym, []).append(cluster)
        form = (candidate.words, candidate.head.lemma_.lower(), candidate.named, candidate.kind)
        if form in cluster.forms or len(cluster.forms) == MOST_FORMS:
            return
        cluster.forms[form] = candidate
        self._by_words[candidate.words].append(cluster)
        ranks = set(_ranks(candidate))
        words = {Key("word", word) for word in candidate.words - cluster.words}
        for key in words | (ranks - cluster.ranks):
            self._by_key[key].append(cluster)
        cluster.words |= candidate.words
        cluster.ranks |= ranks

    def at(self, token: int) -> list[Cluster]:
        """Return the clusters with a phrase over the token."""
        return self._by_token.get(token, [])

    def meant_at(self, token: int) -> list[Cluster]:
        """Return the clusters that a phrase or a reference over the token means."""
        meant = self._referring.get(token)
        return [*self.at(token), *([] if meant is None else [meant])]

    def with_words(self, words: frozenset[str]) -> list[Cluster]:
        """Return the clusters with a phrase of just these content words."""
        return self._by_words.get(words, []) if words else []

    def latest(self, *keys: Key) -> list[Cluster]:
        """Return the latest clusters of each key, in order."""
        found = {c.place: c for key in keys for c in self._by_key.get(key, [])[-LATEST:]}
        return [found[place] for place in sorted(found)]

    def alike(self, words: frozenset[str]) -> list[Cluster]:
        """Return the clusters that share at least `MIN_SHARED` words that tell something."""
        places = Counter(
            cluster.place
            for word in words - pale_modifiers()
            for cluster in self._by_key.get(Key("word", word), [])[-LATEST:]
        )
        return [self.clusters[p] for p in sorted(places) if places[p] >= MIN_SHARED]

    def with_acronym_in(self, text: str) -> Iterator[tuple[str, Cluster]]:
        """Yield the acronyms that may stand in `text` with the clusters that have them."""
        for piece in dict.fromkeys(PIECE.findall(text)):
            for acronym, clusters in self._by_acronym.get(piece, {}).items():
                yield from ((acronym, cluster) for cluster in clusters[-LATEST:])

    def spoken_of(self, start: int, reach: int) -> list[Cluster]:
        """Return the clusters whose last phrase ends at most `reach` tokens before `start`."""
        floor = start - reach - LONGEST_MENTION
        recent = takewhile(lambda joined: joined[0] >= floor, reversed(self._joined))
        found = {c.place: c for _, c in recent if 0 <= start - c.last <= reach}
        return [found[place] for place in sorted(found)]

    def foremost(self, start: int, *keys: Key) -> Cluster | None:
        """Return the most salient cluster of the keys that was spoken of before `start`."""
        tops = [top for key in keys if (top := self._top(key, start)) is not None]
        return self.clusters[min(tops)[1]] if tops else None

    def _top(self, key: Key, start: int) -> tuple[int, int] | None:
        heap, later = self._by_salience.get(key, []), []
        while heap:
            negative, place = heap[0]
            cluster = self.clusters[place]
            is_stale = -negative != cluster.salience
            if not is_stale and cluster.last <= start:
                break
            top = heappop(heap)
            if not is_stale:
                later.append(top)
        found = heap[0] if heap else None
        for top in later:
            heappush(heap, top)
        return found


def _ranks(candidate: Candidate) -> Iterator[Key]:
    """Yield the keys by which the most salient cluster is asked for."""
    yield Key("head", candidate.head.lemma_.lower())
    if candidate.kind:
        yield Key("kind", candidate.kind)
    if candidate.named:
        yield NAMED
