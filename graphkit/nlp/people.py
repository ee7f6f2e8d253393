"""Gather the mentions of each person of a text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graphkit.nlp.annotations import as_written
from graphkit.nlp.mentions import PersonMention
from graphkit.nlp.names import SUFFIX, PersonName, given_names_agree, parse_name, same_family

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from graphkit.nlp.annotations import TokenRange

RULES = frozenset({"administration", "government", "presidency", "regime"})
"""Words after the name of somebody who rules."""
SPOUSES = frozenset({"First Lady", "Second Lady"})
"""Titles of somebody who shares the surname of an officeholder."""
MEN = frozenset({"Mr."})
WOMEN = frozenset({"Mrs.", "Ms.", "Miss"})


@dataclass(slots=True)
class PersonCluster:
    """The mentions of one person while they are gathered."""

    name: PersonName
    mentions: list[PersonMention] = field(default_factory=list)

    @property
    def courtesies(self) -> set[str]:
        """The courtesies used for the person."""
        return {m.title.form.office for m in self.mentions if m.title and m.title.office is None}


def cluster_people(doc: Doc, mentions: list[PersonMention]) -> list[PersonCluster]:
    """Return people in order of first mention, with all their mentions in order."""
    named = [(m, parse_name(doc[m.start : m.end].text)) for m in mentions]
    clusters: list[PersonCluster] = []
    # Long names first: "Wasserman Schultz" alone looks like a given name and a surname.
    for mention, name in sorted(named, key=lambda pair: -len(pair[1].family) if pair[1] else 0):
        if name is not None and name.given is not None:
            _file_full(clusters, mention, name)
    for mention, name in named:
        if name is not None and name.given is None:
            _file_surname(clusters, mention, name)
    kept = [c for c in clusters if _is_sure(doc, c)]
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


def _file_full(clusters: list[PersonCluster], mention: PersonMention, name: PersonName) -> None:
    for cluster in clusters:
        mine = cluster.name
        if (
            mine.given is not None
            and name.given is not None
            and mine.surname == name.surname
            and given_names_agree(mine.given, name.given)
        ):
            cluster.mentions.append(mention)
            if len(name.family) > len(mine.family):
                cluster.name = name
            return
    as_family = PersonName(None, (name.given or "", *name.family))
    for cluster in clusters:
        # "Wasserman Schultz" after "Debbie Wasserman Schultz"
        if cluster.name.given is not None and same_family(cluster.name, as_family):
            cluster.mentions.append(mention)
            return
    clusters.append(PersonCluster(name, [mention]))


def _file_surname(clusters: list[PersonCluster], mention: PersonMention, name: PersonName) -> None:
    fitting = [c for c in clusters if same_family(c.name, name) and _courtesy_fits(c, mention)]
    if not fitting and mention.title is None and len(name.family) == 1:
        fitting = [c for c in clusters if c.name.given == name.surname]
    if fitting:
        _nearest(fitting, mention).mentions.append(mention)
    else:
        clusters.append(PersonCluster(name, [mention]))


def _courtesy_fits(cluster: PersonCluster, mention: PersonMention) -> bool:
    if mention.title is None:
        return True
    if mention.title.office is not None:
        offices = {m.title.office for m in cluster.mentions if m.title and m.title.office}
        spouse = SPOUSES & (offices | {mention.title.office})
        return not (spouse and offices) or mention.title.office in offices
    courtesy = mention.title.form.office
    others = WOMEN if courtesy in MEN else MEN if courtesy in WOMEN else frozenset()
    return not others & cluster.courtesies


def _nearest(clusters: list[PersonCluster], mention: PersonMention) -> PersonCluster:
    """Return the person with the mention's title, else the one mentioned last before it."""

    def rank(cluster: PersonCluster) -> tuple[bool, int, int]:
        offices = {m.title.form.office for m in cluster.mentions if m.title}
        titled = mention.title is not None and mention.title.form.office in offices
        before = [m.start for m in cluster.mentions if m.start < mention.start]
        return (titled, max(before, default=-1), -min(m.start for m in cluster.mentions))

    return max(clusters, key=rank)


def _add_bare_surnames(
    doc: Doc, clusters: list[PersonCluster], mentions: list[PersonMention]
) -> None:
    """Add the surname mentions that the model took for something else or passed over."""
    taken = {i for m in mentions for i in range(m.start, m.end)}
    words = [_words(doc, cluster) for cluster in clusters]
    known = frozenset(w[-1] for w in words if w)
    for token in doc:
        if token.text not in known or token.i in taken:
            continue
        owners = [c for c, w in zip(clusters, words, strict=True) if w and w[-1] == token.text]
        start = min(_surname_start(doc, token.i, w) for w in words if w and w[-1] == token.text)
        if _stands_alone(doc, start, token.i, known):
            mention = PersonMention(start=start, end=token.i + 1)
            _nearest(owners, mention).mentions.append(mention)


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
    if token.ent_type_ in {"DATE", "TIME"} and token.dep_ not in {"nsubj", "nsubjpass"}:
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
