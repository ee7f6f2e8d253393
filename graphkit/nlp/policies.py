"""Find what one can be for or against, and gather all phrases for one policy.

Phrases that share their content words, an acronym, or a head with
its modifiers are one policy; "the bill", "this practice" and "it" refer back to one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from spacy.language import Language

from graphkit.nlp.annotations import (
    PolicyNote,
    TargetKind,
    TargetRef,
    TokenRange,
    as_written,
    policies_of,
    register_extensions,
    token_index,
)
from graphkit.nlp.policy_candidates import ACRONYM, LAWS, PRONOUNS, YEAR, Candidate, find_candidates
from graphkit.nlp.policy_endings import link_endings
from graphkit.nlp.policy_nouns import (
    KINDS,
    pale_modifiers,
    policy_nouns,
    referring_nouns,
    root_of,
)

if TYPE_CHECKING:
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
SALIENCE = 40
"""Tokens of distance that one more mention of a policy makes up for when "the bill" refers back."""
PRONOUN_REACH = 60
"""Tokens between a pronoun and what it refers to."""
BRACKET_REACH = 4
"""Tokens from a head noun to the end of a bracket right behind it: "Act (CRA)"."""
ARTICLE = re.compile(r"^(?:the|a|an|this|that) (?=\S)", re.IGNORECASE)
BESIDE = frozenset({"(", "[", ",", "the", "or", "–", "—", "“", '"', "known", "as", "called", ":"})
"""What stands between the name of an act and its number."""
LONGEST_NAME = 12
"""Words of a phrase beyond which a shorter one is the better name."""
MIN_SHARED = 2
"""Content words that two phrases must share to be one policy."""


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
    """Return what `head` names: a policy, else an actor, else None."""
    if head.i in policies:
        return TargetRef(TargetKind.POLICY, policies[head.i])
    if head.i in actors:
        return TargetRef(TargetKind.ACTOR, actors[head.i])
    return None


@dataclass(slots=True)
class _Cluster:
    mentions: list[Candidate] = field(default_factory=list)
    forms: dict[tuple[object, ...], Candidate] = field(default_factory=dict)
    """One mention of each form: a long text has thousands of mentions that say the same."""
    references: list[TokenRange] = field(default_factory=list)
    words: set[str] = field(default_factory=set)
    acronyms: set[str] = field(default_factory=set)
    is_open: bool = True
    """All its mentions stand in the headline or only introduce it: its name may follow."""
    last: int = 0

    @property
    def size(self) -> int:
        return len(self.mentions) + len(self.references)

    @property
    def kinds(self) -> set[str]:
        return {m.kind for m in self.forms.values() if m.kind}


def gather_policies(doc: Doc) -> tuple[PolicyNote, ...]:
    """Return the policies of `doc` in order of their first mention."""
    clusters: list[_Cluster] = []
    candidates = sorted(find_candidates(doc), key=lambda c: (c.tokens.start, c.tokens.end))
    laws = {c.words for c in candidates if c.named and c.kind == LAW}
    for candidate in candidates:
        cluster = _home(candidate, clusters, is_sole_law=len(laws) == 1)
        if cluster is None:
            if candidate.refers and not _names_something(candidate):
                continue
            cluster = _Cluster()
            clusters.append(cluster)
        _join(cluster, candidate)
    kept = [cluster for cluster in clusters if cluster.mentions]
    heads = [[m.head for m in cluster.forms.values()] for cluster in kept]
    return link_endings(doc, [_note(doc, cluster) for cluster in kept], heads)


def _names_something(candidate: Candidate) -> bool:
    """Tell whether a phrase that could refer back, but finds nothing there, starts a policy."""
    if not candidate.wanted or candidate.is_side:
        return False
    has_year = any(YEAR.fullmatch(word) for word in candidate.words)
    return candidate.kind not in VAGUE_KINDS or candidate.in_headline or has_year


def _home(candidate: Candidate, clusters: list[_Cluster], *, is_sole_law: bool) -> _Cluster | None:
    """Return the cluster that the candidate belongs to, or None for a new one."""
    if candidate.refers:
        return _antecedent(candidate, clusters)
    if candidate.number is not None:
        clusters = [c for c in clusters if not _has_other_number(c, candidate.number)]
    text = candidate.head.doc[candidate.tokens.start : candidate.tokens.end].text
    known = [c for c in clusters if _is_renamed(candidate, c)]
    if known:
        return known[0]
    if not candidate.in_headline and not candidate.introduced:
        announced = [c for c in clusters if c.is_open and _is_announced(candidate, c)]
        if not announced and is_sole_law and candidate.named:
            announced = [c for c in clusters if _is_announced(candidate, c)]
        if announced:
            return announced[0]
    matching = [c for c in clusters if _is_same(candidate, text, c)]
    return max(matching, key=lambda c: (len(c.words & candidate.words), c.last), default=None)


def _has_other_number(cluster: _Cluster, number: str) -> bool:
    return any(m.number not in {None, number} for m in cluster.forms.values())


def _is_renamed(candidate: Candidate, cluster: _Cluster) -> bool:
    """Tell whether the cluster has this very name, or one that the candidate explains.

    In "the Canal Act, a bill to drain the marsh" the second stands in apposition to the first.
    """
    if candidate.named and any(m.words == candidate.words for m in cluster.forms.values()):
        return True
    if candidate.named and _is_beside(candidate, cluster):
        return True
    above = candidate.head.head.i if candidate.head.dep_ == "appos" else None
    return above is not None and any(m.tokens.covers(above) for m in cluster.mentions)


def _is_beside(candidate: Candidate, cluster: _Cluster) -> bool:
    """Tell an act and its number ("the Canal Act (S. 12)") from two acts."""
    start, end = cluster.last, candidate.tokens.start
    if not 0 < end - start <= BRACKET_REACH:
        return False
    if any(t.lower_ not in BESIDE for t in candidate.head.doc[start:end]):
        return False
    named = [m for m in cluster.forms.values() if m.named]
    return bool(named) and all((m.number is None) != (candidate.number is None) for m in named)


def _is_announced(candidate: Candidate, cluster: _Cluster) -> bool:
    """Tell whether the cluster spoke of it in other words, without a name.

    The headline has fewer words, and so has "a bill that …" before "the Clean Water Act".
    """
    lemma = candidate.head.lemma_.lower()
    heads = {m.head.lemma_.lower() for m in cluster.forms.values()}
    if candidate.kind is None or any(m.named for m in cluster.forms.values()):
        return False
    if lemma in heads:
        return True
    if not candidate.named or candidate.kind != LAW:
        return False
    # a "ferry levy proposal" is no act on canals
    alike = LAWS if cluster.words - pale_modifiers() - UNNAMED - candidate.words else UNNAMED
    return bool(heads & alike)


def _is_same(candidate: Candidate, text: str, cluster: _Cluster) -> bool:
    if any(_is_short_for(candidate, text, acronym) for acronym in cluster.acronyms):
        return True
    own = {frozenset({acronym.casefold()}) for acronym in _acronyms(candidate)}
    if own and any(m.words - policy_nouns().keys() in own for m in _short(cluster)):
        return True
    for mention in cluster.forms.values():
        shared = mention.words & candidate.words
        small = min(len(mention.words), len(candidate.words))
        if mention.words == candidate.words and small:
            return True
        if _has_same_content(mention, candidate):
            return True
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


def _short(cluster: _Cluster) -> list[Candidate]:
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


def _antecedent(candidate: Candidate, clusters: list[_Cluster]) -> _Cluster | None:
    start = candidate.tokens.start
    before = [c for c in clusters if c.last <= start]
    if candidate.is_side:
        return max(before, key=lambda c: c.last + SALIENCE * c.size, default=None)
    if candidate.head.lower_ in PRONOUNS:
        near = [c for c in before if start - c.last <= PRONOUN_REACH]
        return max(near, key=lambda c: c.last, default=None)
    lemma = candidate.head.lemma_.lower()
    same_head = [c for c in before if any(m.head.lemma_.lower() == lemma for m in c.forms.values())]
    # "the fee" may be the "Water Fee Rule"
    related = same_head or [c for c in before if root_of(candidate.head) in c.words]
    years = {word for word in candidate.words if YEAR.fullmatch(word)}
    related = [c for c in related if years & c.words] or related  # "the 2019 rule"
    related = related or [c for c in before if _is_related(candidate, lemma, c)]
    return max(related, key=lambda c: c.last + SALIENCE * c.size, default=None)


def _is_related(candidate: Candidate, lemma: str, cluster: _Cluster) -> bool:
    if lemma in referring_nouns():
        return True
    allowed = RELATED_KINDS.get(candidate.kind or "", frozenset())
    return bool(allowed & cluster.kinds) or any(m.named for m in cluster.forms.values())


def _join(cluster: _Cluster, candidate: Candidate) -> None:
    cluster.last = candidate.tokens.end
    cluster.is_open = cluster.is_open and (
        candidate.in_headline or candidate.introduced or candidate.refers
    )
    if candidate.refers and cluster.mentions:
        cluster.references.append(candidate.tokens)
        return
    cluster.mentions.append(candidate)
    form = (candidate.words, candidate.head.lemma_.lower(), candidate.named, candidate.kind)
    cluster.forms.setdefault(form, candidate)
    cluster.words |= candidate.words
    cluster.acronyms.update(_acronyms(candidate))


def _note(doc: Doc, cluster: _Cluster) -> PolicyNote:
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
