"""Gather the mentions of each person of a text."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graphkit.nlp.annotations import as_written
from graphkit.nlp.names import SUFFIX, PersonName, may_be_one, parse_name, same_family
from graphkit.nlp.person_mentions import PersonMention
from graphkit.nlp.syntax import NOUN_SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from graphkit.nlp.annotations import TokenRange

RULES = frozenset({"administration", "government", "presidency", "regime"})
"""Words after the name of somebody who rules."""
SPOUSES = frozenset({"First Lady", "Second Lady"})
"""Titles of somebody who shares the surname of an officeholder."""
NEAR = 40
"""Tokens back to a full name within which the surname alone means its bearer."""
MEN = frozenset({"Mr."})
WOMEN = frozenset({"Mrs.", "Ms.", "Miss"})


@dataclass(slots=True)
class PersonCluster:
    """The mentions of one person while they are gathered.

    Attributes:
        mentions: In the order in which they were added.
        offices: Of their titles; `forms` are these and the courtesies.
        is_called_by_surname: At least one mention so far is a single word.
    """

    name: PersonName
    mentions: list[PersonMention] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    offices: set[str] = field(default_factory=set)
    forms: set[str] = field(default_factory=set)
    courtesies: set[str] = field(default_factory=set)
    is_called_by_surname: bool = False

    def add(self, mention: PersonMention) -> None:
        """Take in a mention; what is asked of all of them is kept, for there may be thousands."""
        self.mentions.append(mention)
        insort(self.starts, mention.start)
        self.is_called_by_surname |= mention.end - mention.start == 1
        if mention.title is None:
            return
        self.forms.add(mention.title.form.office)
        if mention.title.office is None:
            self.courtesies.add(mention.title.form.office)
        elif mention.title.office:
            self.offices.add(mention.title.office)

    def last_before(self, start: int) -> int:
        """Return where the last mention before a token starts; -1 where there is none."""
        place = bisect_left(self.starts, start)
        return self.starts[place - 1] if place else -1


class _Register:
    """The people found so far, by surname: a letter may have ten thousand signatories."""

    def __init__(self) -> None:
        self.clusters: list[PersonCluster] = []
        self._by_surname: dict[str, list[PersonCluster]] = defaultdict(list)
        self._by_given: dict[str, list[PersonCluster]] = defaultdict(list)

    def found(self, mention: PersonMention, name: PersonName) -> None:
        cluster = PersonCluster(name)
        cluster.add(mention)
        self.clusters.append(cluster)
        self._by_surname[name.surname].append(cluster)

    def with_surname(self, name: PersonName) -> list[PersonCluster]:
        """Return all whose family name ends like this one; `same_family` asks for no less."""
        return self._by_surname.get(name.surname, [])

    def index_given(self) -> None:
        """Make ready for `with_given`, now that no name changes any more."""
        for cluster in self.clusters:
            if cluster.name.given is not None:
                self._by_given[cluster.name.given].append(cluster)

    def with_given(self, given: str) -> list[PersonCluster]:
        return self._by_given.get(given, [])


def cluster_people(doc: Doc, mentions: list[PersonMention]) -> list[PersonCluster]:
    """Return people in order of first mention, with all their mentions in order."""
    named = [(m, parse_name(doc[m.start : m.end].text)) for m in mentions]
    register = _Register()
    # Long names first: "Wasserman Schultz" alone looks like a given name and a surname.
    for mention, name in sorted(named, key=lambda pair: -len(pair[1].family) if pair[1] else 0):
        if name is not None and name.given is not None:
            _file_full(register, mention, name)
    register.index_given()
    for mention, name in named:
        if name is not None and name.given is None:
            _file_surname(register, mention, name)
    kept = [c for c in register.clusters if _is_sure(doc, c)]
    _add_bare_surnames(doc, kept, mentions)
    for cluster in kept:
        cluster.mentions.sort(key=lambda m: m.start)
    return sorted(kept, key=lambda c: c.mentions[0].start)


def _is_sure(doc: Doc, cluster: PersonCluster) -> bool:
    """Tell whether a text shows that somebody bears a name.

    A single word that only the model takes for a name must be used as one: with a title or tag,
    with an administration, or more than once and as somebody who acts or owns.
    """
    if any(m.title or m.tag or m.end - m.start > 1 for m in cluster.mentions):
        return True
    words = [doc[m.start] for m in cluster.mentions]
    if any(w.is_upper or w.text.endswith(".") for w in words):
        return False
    following = [doc[m.end].lower_ for m in cluster.mentions if m.end < len(doc)]
    if RULES & set(following):
        return True
    return len(words) > 1 and any(w.dep_ in {"nsubj", "poss", "nsubjpass"} for w in words)


def display_name(doc: Doc, cluster: PersonCluster) -> tuple[str, tuple[str, ...]]:
    """Return the fullest form of the name in the text, and the others."""
    forms = {as_written(doc, m.start, m.end) for m in cluster.mentions}
    plain = {as_written(doc, m.start, m.end) for m in cluster.mentions if not m.headline}
    name = min(forms, key=lambda t: (t.isupper(), -len(t.split()), t not in plain, -len(t), t))
    return name, tuple(sorted(forms - {name}))


def _file_full(register: _Register, mention: PersonMention, name: PersonName) -> None:
    for cluster in register.with_surname(name):
        mine = cluster.name
        if may_be_one(mine, name):
            cluster.add(mention)
            if len(name.family) > len(mine.family):
                cluster.name = name
            return
    as_family = PersonName(None, (name.given or "", *name.family))
    for cluster in register.with_surname(as_family):
        # "Wasserman Schultz" after "Debbie Wasserman Schultz"
        if cluster.name.given is not None and same_family(cluster.name, as_family):
            cluster.add(mention)
            return
    register.found(mention, name)


def _file_surname(register: _Register, mention: PersonMention, name: PersonName) -> None:
    alike = register.with_surname(name)
    fitting = [c for c in alike if same_family(c.name, name) and _courtesy_fits(c, mention)]
    if not fitting and mention.title is None and len(name.family) == 1:
        fitting = register.with_given(name.surname)
    if fitting:
        _nearest(fitting, mention).add(mention)
    else:
        register.found(mention, name)


def _courtesy_fits(cluster: PersonCluster, mention: PersonMention) -> bool:
    if mention.title is None:
        return True
    if mention.title.office is not None:
        spouse = SPOUSES & (cluster.offices | {mention.title.office})
        return not (spouse and cluster.offices) or mention.title.office in cluster.offices
    courtesy = mention.title.form.office
    others = WOMEN if courtesy in MEN else MEN if courtesy in WOMEN else frozenset()
    return not others & cluster.courtesies


def _nearest(clusters: list[PersonCluster], mention: PersonMention) -> PersonCluster:
    """Return the person with the mention's title, else whom the text calls so.

    That is who was mentioned just before, else who was called by the surname alone before ("Bee"
    after a word on "Cy Bee", her brother), else who was mentioned last.
    """

    def rank(cluster: PersonCluster) -> tuple[bool, bool, bool, int, int]:
        titled = mention.title is not None and mention.title.form.office in cluster.forms
        last = cluster.last_before(mention.start)
        near = last >= 0 and mention.start - last <= NEAR
        return (titled, near, cluster.is_called_by_surname, last, -cluster.starts[0])

    return max(clusters, key=rank)


def _add_bare_surnames(
    doc: Doc, clusters: list[PersonCluster], mentions: list[PersonMention]
) -> None:
    """Add the surname mentions that the model took for something else or passed over."""
    taken = {i for m in mentions for i in range(m.start, m.end)}
    bearers: dict[str, list[tuple[PersonCluster, tuple[str, ...]]]] = defaultdict(list)
    for cluster in clusters:
        words = _words(doc, cluster)
        if words and words[-1][0].isalpha():  # the last token of a cut nickname may be a mark
            bearers[words[-1]].append((cluster, words))
    known = frozenset(bearers)
    for token in doc:
        if token.text not in known or token.i in taken:
            continue
        owners = [cluster for cluster, _ in bearers[token.text]]
        start = min(_surname_start(doc, token.i, words) for _, words in bearers[token.text])
        if _stands_alone(doc, start, token.i, known):
            mention = PersonMention(start=start, end=token.i + 1)
            _nearest(owners, mention).add(mention)


def _surname_start(doc: Doc, last: int, words: tuple[str, ...]) -> int:
    """Return where "Marsh Kline" starts, given its last word and the full name."""
    start, k = last, len(words) - 1
    while k > 1 and start > 0 and doc[start - 1].text == words[k - 1]:
        start, k = start - 1, k - 1
    return start


def _words(doc: Doc, cluster: PersonCluster) -> tuple[str, ...]:
    """Return the tokens of the longest form of a name, without the suffix."""
    mention = max(cluster.mentions, key=lambda m: (m.end - m.start, -m.start))
    words = [t.text for t in doc[mention.start : mention.end]]
    while len(words) > 1 and (words[-1] == "," or SUFFIX.fullmatch(words[-1])):
        words.pop()
    return tuple(words)


def _stands_alone(doc: Doc, start: int, i: int, surnames: frozenset[str]) -> bool:
    """Tell whether a surname is no part of a longer name of something else, nor a day or place."""
    token = doc[i]
    if token.ent_type_ in {"DATE", "TIME"} and token.dep_ not in NOUN_SUBJECTS:
        return False
    around = [doc[j] for j in (start - 1, i + 1) if 0 <= j < len(doc) and not doc[j].is_space]
    if any(t.text == "-" for t in around):
        return False
    if token.ent_type_ in {"", "PERSON", "NORP"}:
        return True
    return not any(
        t.ent_type_ == token.ent_type_
        and t.text[:1].isupper()
        and t.text not in surnames
        and t.sent == token.sent
        for t in around
    )


def named_ranges(cluster: PersonCluster) -> tuple[TokenRange, ...]:
    """Return where the person is named."""
    return tuple(m.range for m in cluster.mentions)
