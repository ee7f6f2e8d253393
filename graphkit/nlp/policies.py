"""Find what one can be for or against, and gather all phrases for one policy.

Phrases that share their content words, an acronym, or a head with
its modifiers are one policy; "the bill", "this practice" and "it" refer back to one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from spacy.language import Language

from graphkit.nlp.annotations import (
    PolicyNote,
    TargetKind,
    TargetRef,
    as_written,
    policies_of,
    register_extensions,
    token_index,
)
from graphkit.nlp.policy_candidates import ACRONYM, LAWS, PRONOUNS, YEAR, Candidate, find_candidates
from graphkit.nlp.policy_clusters import ALL, MIN_SHARED, NAMED, Cluster, ClusterTable, Key
from graphkit.nlp.policy_endings import link_endings
from graphkit.nlp.policy_nouns import (
    KINDS,
    pale_modifiers,
    policy_nouns,
    referring_nouns,
    root_of,
)
from graphkit.nlp.syntax import PLURAL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

RELATED_KINDS = {
    "legislation": frozenset({"legislation", "rule", "plan"}),
    "rule": frozenset({"rule", "legislation", "decision"}),
    "money": frozenset({"money"}),
    "plan": KINDS,
    "decision": frozenset({"decision"}),
    "process": frozenset({"process"}),
    "right": frozenset({"right"}),
}
LAW = "legislation"
UNNAMED = frozenset({"bill", "legislation", "measure", "package", "law", "proposal"})
"""Nouns by which a law is spoken of before its name comes."""
VAGUE_KINDS = frozenset({"legislation", "rule", "plan", "decision", None})
"""Kinds of nouns that name nothing when they stand alone; "the tax" and "abortion" do."""
SEVERAL = frozenset({"them", "they"})
"""Pronouns of several things; of one policy they are no reference."""
OWN_THINGS = frozenset({"money", "right"})
"""Kinds of nouns by which no act is called; without an article they name what they say."""
PRONOUN_REACH = 60
"""Tokens between a pronoun and what it refers to."""
BRACKET_REACH = 4
"""Tokens from a head noun to the end of a bracket right behind it: "Act (CRA)"."""
ARTICLE = re.compile(r"^(?:the|a|an|this|that) (?=\S)", re.IGNORECASE)
BESIDE = frozenset({"(", "[", ",", "the", "or", "–", "—", "“", '"', "known", "as", "called", ":"})
"""What stands between the name of an act and its number."""
LONGEST_NAME = 12
"""Words of a phrase beyond which a shorter one is the better name."""


@Language.factory("gk_policies", assigns=["doc._.gk_policies"], requires=["doc._.gk_actors"])
def make_policies_component(nlp: Language, name: str) -> PoliciesComponent:  # noqa: ARG001 - spaCy's signature
    """Build the component; its lexicon is read here, once."""
    register_extensions()
    policy_nouns()
    return PoliciesComponent()


class PoliciesComponent:
    """Set `doc._.gk_policies`."""

    def __call__(self, doc: Doc) -> Doc:
        """Gather the policies of `doc`."""
        doc._.gk_policies = gather_policies(doc)
        return doc


def policy_index(doc: Doc) -> dict[int, int]:
    """Map each token of a policy's mentions and references to its place; shorter ranges win."""
    return token_index((*policy.mentions, *policy.references) for policy in policies_of(doc))


def target_of(head: Token, *, policies: dict[int, int], actors: dict[int, int]) -> TargetRef | None:
    """Return what `head` names: a policy, else an actor, else None.

    An actor inside the name of a policy is itself: who files "a lawsuit against Acme" is against
    Acme.
    """
    if head.i in policies and not (head.i in actors and _is_inside_name(head, policies)):
        return TargetRef(TargetKind.POLICY, policies[head.i])
    if head.i in actors:
        return TargetRef(TargetKind.ACTOR, actors[head.i])
    return None


def _is_inside_name(head: Token, policies: dict[int, int]) -> bool:
    """Tell whether a word above `head`, within the same phrase, names the policy."""
    above = head.head
    return head.dep_ == "pobj" and policies.get(above.head.i) == policies[head.i]


def gather_policies(doc: Doc) -> tuple[PolicyNote, ...]:
    """Return the policies of `doc` in order of their first mention."""
    table = ClusterTable()
    candidates = sorted(find_candidates(doc), key=lambda c: (c.tokens.start, c.tokens.end))
    laws = {c.words for c in candidates if c.named and c.kind == LAW}
    for candidate in candidates:
        acronyms = _acronyms(candidate)
        cluster = _described(candidate, table)
        if cluster is not None:
            table.refer(cluster, candidate)
            continue
        if candidate.refers:
            cluster = _antecedent(candidate, table)
        else:
            cluster = _home(candidate, acronyms, table, is_sole_law=len(laws) == 1)
        if cluster is None:
            if candidate.refers and not _names_something(candidate):
                continue
            cluster = table.open()
        table.join(cluster, candidate, acronyms)
    heads = [[m.head for m in cluster.forms.values()] for cluster in table.clusters]
    return link_endings(doc, [_note(doc, cluster) for cluster in table.clusters], heads)


def _names_something(candidate: Candidate) -> bool:
    """Tell whether a phrase that could refer back, but finds nothing there, starts a policy."""
    if not candidate.wanted or candidate.is_side:
        return False
    has_year = any(YEAR.fullmatch(word) for word in candidate.words)
    return candidate.kind not in VAGUE_KINDS or candidate.in_headline or has_year


def _home(
    candidate: Candidate, acronyms: list[str], table: ClusterTable, *, is_sole_law: bool
) -> Cluster | None:
    """Return the cluster that the candidate belongs to, or None for a new one."""
    known = [c for c in _renamed(candidate, table) if not _has_other_number(candidate, c)]
    if known:
        return min(known, key=lambda c: c.place)
    if not candidate.in_headline and not candidate.introduced:
        announced = _announced(candidate, table)
        is_law = is_sole_law and candidate.named
        told = [c for c in announced if c.is_open] or (announced if is_law else [])
        if told:
            return told[0]
    matching = [
        c for c in _matching(candidate, acronyms, table) if not _has_other_number(candidate, c)
    ]
    return max(matching, key=lambda c: (len(c.words & candidate.words), c.last), default=None)


def _has_other_number(candidate: Candidate, cluster: Cluster) -> bool:
    number = candidate.number
    return number is not None and any(
        m.number not in {None, number} for m in cluster.forms.values()
    )


def _renamed(candidate: Candidate, table: ClusterTable) -> Iterator[Cluster]:
    """Yield the clusters that have this very name, or one that the candidate explains.

    In "the Canal Act, a bill to drain the marsh" the second stands in apposition to the first.
    """
    if candidate.named:
        yield from table.with_words(candidate.words)
        near = table.spoken_of(candidate.tokens.start, BRACKET_REACH)
        yield from (c for c in near if _is_beside(candidate, c))
    if candidate.head.dep_ == "appos":
        yield from table.at(candidate.head.head.i)


def _is_beside(candidate: Candidate, cluster: Cluster) -> bool:
    """Tell an act and its number ("the Canal Act (S. 12)") from two acts."""
    start, end = cluster.last, candidate.tokens.start
    if not 0 < end - start <= BRACKET_REACH:
        return False
    if any(t.lower_ not in BESIDE for t in candidate.head.doc[start:end]):
        return False
    named = [m for m in cluster.forms.values() if m.named]
    return bool(named) and all((m.number is None) != (candidate.number is None) for m in named)


def _announced(candidate: Candidate, table: ClusterTable) -> list[Cluster]:
    """Return the clusters that spoke of it in other words, without a name, in order.

    The headline has fewer words, and so has "a bill that …" before "the Clean Water Act".
    """
    if candidate.kind is None:
        return []
    lemma = candidate.head.lemma_.lower()
    is_law = candidate.named and candidate.kind == LAW
    heads = {lemma, *(LAWS | UNNAMED if is_law else ())}
    found = table.latest(*(Key("head", head) for head in sorted(heads)))
    return [
        c
        for c in found
        if NAMED not in c.ranks
        and not _has_other_number(candidate, c)
        and (Key("head", lemma) in c.ranks or _speaks_of(c, candidate))
    ]


def _speaks_of(cluster: Cluster, law: Candidate) -> bool:
    """Tell whether what it is called may be the law: a "ferry levy proposal" is no Canal Act."""
    alike = LAWS if cluster.words - pale_modifiers() - UNNAMED - law.words else UNNAMED
    return any(Key("head", head) in cluster.ranks for head in alike)


def _matching(candidate: Candidate, acronyms: list[str], table: ClusterTable) -> Iterator[Cluster]:
    """Yield the clusters that mean the same by their words or acronyms, in order."""
    text = candidate.head.doc[candidate.tokens.start : candidate.tokens.end].text
    spelled = {
        cluster.place
        for acronym, cluster in table.with_acronym_in(text)
        if _is_short_for(candidate, text, acronym)
    }
    own = frozenset(acronym.casefold() for acronym in acronyms)
    short = table.latest(*(Key("word", word) for word in sorted(own)))
    spelled.update(c.place for c in short if _is_called(c, own))
    same = {c.place for c in table.with_words(candidate.words)}
    same.update(c.place for c in table.alike(candidate.words) if _is_same(candidate, c))
    yield from (table.clusters[place] for place in sorted(spelled | same))


def _is_called(cluster: Cluster, acronyms: frozenset[str]) -> bool:
    """Tell whether a phrase of the cluster is one of the acronyms, which may come first."""
    own = {frozenset({acronym}) for acronym in acronyms}
    return any(m.words - policy_nouns().keys() in own for m in _short(cluster))


def _is_same(candidate: Candidate, cluster: Cluster) -> bool:
    for mention in cluster.forms.values():
        if _has_same_content(mention, candidate):
            return True
        shared = mention.words & candidate.words
        small = min(len(mention.words), len(candidate.words))
        same_head = root_of(mention.head) == root_of(candidate.head)
        if same_head and len(shared - pale_modifiers()) >= MIN_SHARED and len(shared) == small:
            return True
    return False


def _has_same_content(one: Candidate, other: Candidate) -> bool:
    """Tell that "the 2019 rule barring barges" is "the federal regulation barring barges"."""
    if one.kind is None or one.kind != other.kind or one.named or other.named:
        return False
    return len(one.content) >= MIN_SHARED and one.content == other.content


def _acronyms(candidate: Candidate) -> list[str]:
    """Return the acronyms in brackets in or right behind a phrase.

    Brackets behind the head's complement ("the end of the Clinics (CP) program") are not its own.
    """
    if candidate.number is not None:
        return []  # "Regulation (EU) 2031/92" is not short for the union
    doc, end = candidate.head.doc, candidate.head.i + BRACKET_REACH
    end = max(end, candidate.tokens.end) if candidate.named else end
    return ACRONYM.findall(doc[candidate.tokens.start : end].text)


def _short(cluster: Cluster) -> list[Candidate]:
    """Return the mentions by an acronym, which may come before it is spelled out."""
    return [m for m in cluster.forms.values() if any(len(w) > 1 and w.isupper() for w in _texts(m))]


def _texts(candidate: Candidate) -> list[str]:
    return [t.text for t in candidate.head.doc[candidate.tokens.start : candidate.tokens.end]]


def _is_short_for(candidate: Candidate, text: str, acronym: str) -> bool:
    """Tell "the RCP" and "the RCP program" from "the end of the RCP", which is something else."""
    if not re.search(rf"\b{re.escape(acronym)}\b", text):
        return False
    known = pale_modifiers() | {candidate.head.lemma_.lower(), acronym.casefold()}
    return candidate.named or candidate.words <= known


def _described(candidate: Candidate, table: ClusterTable) -> Cluster | None:
    """Return the policy of which the candidate only says what it is ("The act is a good step")."""
    subject = candidate.describes
    if subject is None:
        return None
    meant = table.meant_at(subject.i)
    if not meant and subject.lower_ in PRONOUNS:
        near = table.spoken_of(subject.i, PRONOUN_REACH)
        return max(near, key=lambda c: c.last, default=None)
    return next(iter(meant), None)


def _antecedent(candidate: Candidate, table: ClusterTable) -> Cluster | None:
    start = candidate.tokens.start
    if candidate.is_side:
        return table.foremost(start, ALL)
    if candidate.head.lower_ in PRONOUNS:
        near = table.spoken_of(start, PRONOUN_REACH)
        if candidate.head.lower_ in SEVERAL:
            near = [c for c in near if any(m.head.tag_ in PLURAL for m in c.forms.values())]
        return max(near, key=lambda c: c.last, default=None)
    head = Key("head", candidate.head.lemma_.lower())
    # "the fee" may be the "Water Fee Rule"
    told = table.latest(Key("word", root_of(candidate.head)))
    told = [c for c in told if c.last <= start]
    if table.foremost(start, head) is not None:
        keys, found = {head}, table.foremost(start, head)
    elif told:
        keys, found = set(), max(told, key=lambda c: c.salience)
    else:
        keys = _related(candidate)
        found = table.foremost(start, *sorted(keys))
    # "the 2019 rule"
    years = sorted(word for word in candidate.words if YEAR.fullmatch(word))
    dated = [c for c in table.latest(*(Key("word", year) for year in years)) if c.last <= start]
    same = [c for c in dated if (c.ranks & keys if keys else c in told)]
    return max(same, key=lambda c: c.salience, default=found)


def _related(candidate: Candidate) -> set[Key]:
    """Return the keys of what such a noun can refer back to.

    "The plan" may be an act, but neither "the tax", "amnesty" nor "the cost" is one.
    """
    if candidate.head.lemma_.lower() in referring_nouns():
        return {ALL}
    if candidate.kind is None:
        return set()
    keys = {Key("kind", kind) for kind in RELATED_KINDS[candidate.kind]}
    if candidate.kind not in OWN_THINGS:
        return keys | {NAMED}
    return keys if candidate.points else set()


def _note(doc: Doc, cluster: Cluster) -> PolicyNote:
    # a headline's words are read as running text, but the name of an act is as it is written
    texts = [
        as_written(doc, *m.tokens) if m.named else doc[m.tokens.start : m.tokens.end].text
        for m in cluster.mentions
    ]
    texts = [
        _plain_name(text, is_number=m.number is not None)
        for text, m in zip(texts, cluster.mentions, strict=True)
    ]
    named = [t for t, m in zip(texts, cluster.mentions, strict=True) if m.named]
    name = max(named, key=len) if named else max(texts, key=_name_score)
    return PolicyNote(
        name=name,
        aliases=tuple(sorted(set(texts) - {name})),
        mentions=tuple(sorted(m.tokens for m in cluster.mentions)),
        references=tuple(sorted(cluster.references)),
    )


def _plain_name(text: str, *, is_number: bool) -> str:
    """Return a name without a quotation mark or bracket whose other half stands outside of it."""
    for marks in ("“”", "()", '"'):
        if sum(text.count(mark) for mark in marks) % 2:
            text = text.translate(dict.fromkeys(map(ord, marks)))
    text = ARTICLE.sub("", " ".join(text.split()))
    return text.rstrip(".") if is_number else text


def _name_score(text: str) -> tuple[bool, int]:
    """Prefer a full phrase, but not one that runs on."""
    words = len(text.split())
    is_short = words <= LONGEST_NAME
    return is_short, words if is_short else -words
