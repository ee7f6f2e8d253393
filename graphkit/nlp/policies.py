"""Find what one can be for or against, and gather all phrases for one policy.

Candidates are the targets of stance cues, named acts and bill numbers, and noun phrases whose
head is in `policy_nouns.tsv`. Phrases that share their content words, an acronym, or a head with
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
    actor_index,
    blocks_of,
    document_of,
    policies_of,
    register_extensions,
)
from graphkit.nlp.cues import cues, find_frames
from graphkit.nlp.evaluations import evaluatives, find_evaluations
from graphkit.nlp.headlines import is_headline
from graphkit.nlp.phrases import phrase
from graphkit.nlp.policy_nouns import KINDS, is_policy_noun, policy_nouns

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Doc, Token

REFERRING = frozenset({"the", "this", "that", "these", "those", "such", "any", "its", "their", "his",
                       "her", "our", "my", "your"})  # fmt: skip
PALE = frozenset({"new", "current", "same", "proposed", "bipartisan", "whole", "entire", "latest",
                  "recent", "such", "own", "controversial", "federal", "first", "previous", "very",
                  "important", "final", "original", "legislative", "other"})  # fmt: skip
"""Modifiers that do not tell one policy from another."""
DEMONSTRATIVES = frozenset({"this", "that", "these", "those", "such"})
PRONOUNS = frozenset({"it", "this", "that", "these", "those", "them", "they", "which"})
GENERIC = frozenset({"measure", "proposal", "move", "practice", "effort", "idea", "plan", "step",
                     "decision", "policy", "action", "change", "provision", "initiative", "deal",
                     "approach", "push", "package", "program", "issue"})  # fmt: skip
"""Nouns that can refer back to a policy of any kind."""
RELATED_KINDS = {
    "legislation": frozenset({"legislation", "rule", "plan", "money"}),
    "rule": frozenset({"rule", "legislation", "decision"}),
    "money": frozenset({"money"}),
    "plan": KINDS,
    "decision": frozenset({"decision"}),
    "process": frozenset({"process"}),
    "right": frozenset({"right"}),
}
VAGUE_KINDS = frozenset({"legislation", "rule", "plan", "decision", None})
"""Kinds of nouns that name nothing when they stand alone; "the tax" and "abortion" do."""
BILL_NUMBER = re.compile(
    r"\b(?:H\.?\s?R\.?|S\.?|H\.?B\.?|S\.?B\.?|A\.?B\.?|House Bill|Senate Bill|Assembly Bill|"
    r"H\.?\s?J\.?\s?Res\.?|S\.?\s?Res\.?|H\.?\s?Res\.?|Proposition|Prop\.)\s?\d{1,5}\b"
)
ACT_NOUNS = (
    "Act|Bill|Amendment|Rule|Order|Treaty|Accord|Partnership|Initiative|Code|Resolution|Plan"
)
NAMED_ACT = re.compile(
    rf"\b(?:[A-Z][\w’'-]*|[A-Z]{{2,}})(?:\s(?:(?:of|for|and|to|in|on|the|from|with|by|or)\s)?"
    rf"(?:[A-Z][\w’'.-]*|\d+|\([A-Z]{{2,}}\)),?){{0,12}}\s(?:{ACT_NOUNS})\b(?:\sof\s(?:19|20)\d\d)?"
    rf"(?:\s\([A-Z][A-Za-z-]+\))?"
)
ACRONYM = re.compile(r"\(([A-Z][A-Za-z&-]*[A-Z])\)")
SALIENCE = 40
"""Tokens of distance that one more mention of a policy makes up for when "the bill" refers back."""
PRONOUN_REACH = 60
"""Tokens between a pronoun and what it refers to."""
NOT_NAMED_STARTS = frozenset({"The", "This", "That", "A", "An", "In", "On", "If", "My", "Our", "His",
                              "Her", "Their", "Its", "These", "Under", "By", "With"})  # fmt: skip
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
    ranges = [
        (span, place)
        for place, policy in enumerate(policies_of(doc))
        for span in (*policy.mentions, *policy.references)
    ]
    index: dict[int, int] = {}
    for span, place in sorted(ranges, key=lambda r: (r[0].start - r[0].end, r[0].start, r[1])):
        for i in range(span.start, span.end):
            index[i] = place
    return index


def target_of(head: Token, *, policies: dict[int, int], actors: dict[int, int]) -> TargetRef | None:
    """Return what `head` names: a policy, else an actor, else None."""
    if head.i in policies:
        return TargetRef(TargetKind.POLICY, policies[head.i])
    if head.i in actors:
        return TargetRef(TargetKind.ACTOR, actors[head.i])
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Candidate:
    tokens: TokenRange
    head: Token
    words: frozenset[str]
    kind: str | None
    refers: bool
    named: bool
    is_side: bool
    """It is a bare "critics" or "supporters", which stands for what they are for or against."""
    in_headline: bool
    wanted: bool
    """It is the target of a cue, and so becomes a policy of its own if it refers to none."""


@dataclass(slots=True)
class _Cluster:
    mentions: list[_Candidate] = field(default_factory=list)
    references: list[TokenRange] = field(default_factory=list)
    words: set[str] = field(default_factory=set)
    acronyms: set[str] = field(default_factory=set)
    in_headline: bool = True
    """All its mentions stand in the headline."""
    last: int = 0

    @property
    def kinds(self) -> set[str]:
        return {m.kind for m in self.mentions if m.kind}


def gather_policies(doc: Doc) -> tuple[PolicyNote, ...]:
    """Return the policies of `doc` in order of their first mention."""
    clusters: list[_Cluster] = []
    for candidate in sorted(_candidates(doc), key=lambda c: (c.tokens.start, c.tokens.end)):
        cluster = _home(candidate, clusters)
        if cluster is None:
            if candidate.refers and (candidate.kind in VAGUE_KINDS or not candidate.wanted):
                continue
            cluster = _Cluster()
            clusters.append(cluster)
        _join(cluster, candidate)
    return tuple(_note(doc, cluster) for cluster in clusters if cluster.mentions)


def _candidates(doc: Doc) -> Iterator[_Candidate]:
    actors = actor_index(doc)
    named = _named_ranges(doc)
    inside = {i for span in named for i in range(span.start, span.end)}
    taken: set[int] = set()
    for span in named:
        head = doc[span.start : span.end].root
        taken.update(range(span.start, span.end))
        yield _candidate(doc, span, head, named=True, wanted=True)
    frames = tuple(find_frames(doc))
    wanted = {f.target.i for f in frames if not f.bare}
    bare = {f.target.i for f in frames if f.bare}
    judged = {f.target.i for f in find_evaluations(doc)}
    acronyms = _acronyms(doc, named)
    for token in doc:
        if token.i in taken or token.i in inside:
            continue
        if token.text in acronyms and token.dep_ != "compound" and not _in_brackets(token):
            yield _candidate(doc, TokenRange(token.i, token.i + 1), token, wanted=True)
            continue
        is_wanted = token.i in wanted
        if token.i in bare:
            # refers to whatever policy the text was about: no words of its own
            yield _candidate(doc, TokenRange(token.i, token.i + 1), token, wanted=False, side=True)
        elif token.lower_ in PRONOUNS:
            if (is_wanted or token.i in judged) and token.i not in actors:
                yield _candidate(doc, TokenRange(token.i, token.i + 1), token, wanted=True)
        elif _is_policy_noun(token) or (
            is_wanted and token.i not in actors and _can_be_target(token)
        ):
            yield _candidate(doc, phrase(token), token, wanted=is_wanted)


def _acronyms(doc: Doc, named: list[TokenRange]) -> set[str]:
    """Return the acronyms that stand in brackets in or behind the name of a policy."""
    found: set[str] = set()
    heads = [phrase(t) for t in doc if _is_policy_noun(t)]
    for span in (*named, *heads):
        found.update(ACRONYM.findall(doc[span.start : span.end].text))
        behind = ACRONYM.match(doc[span.end : span.end + 3].text)
        if behind:
            found.add(behind.group(1))
    return found


def _in_brackets(token: Token) -> bool:
    return token.i > 0 and token.nbor(-1).text in {"(", "["}


def _can_be_target(token: Token) -> bool:
    return token.pos_ in {"NOUN", "PROPN", "VERB"} and token.ent_type_ not in {
        "DATE",
        "TIME",
        "PERSON",
    }


def _is_policy_noun(token: Token) -> bool:
    return is_policy_noun(token) and token.dep_ not in {"compound", "npadvmod"}


def _candidate(
    doc: Doc,
    tokens: TokenRange,
    head: Token,
    *,
    wanted: bool,
    named: bool = False,
    side: bool = False,
) -> _Candidate:
    words = frozenset(_content(doc[i] for i in range(tokens.start, tokens.end)))
    lemma = head.lemma_.lower()
    pale = PALE | {lemma}
    if _determiner(head) in DEMONSTRATIVES:
        # "these cruel practices" are practices already spoken of
        pale |= {word for word in words if (word, "ADJ") in evaluatives()}
    refers = (
        side
        or head.lower_ in PRONOUNS
        or (
            not named
            and head.pos_ in {"NOUN", "PROPN"}
            and words <= pale
            and (_determiner(head) in REFERRING or lemma in policy_nouns())
        )
    )
    return _Candidate(
        tokens=tokens,
        head=head,
        words=words,
        kind=policy_nouns().get(lemma),
        refers=refers,
        named=named,
        is_side=side,
        in_headline=tokens.end <= _headline_end(doc),
        wanted=wanted,
    )


def _headline_end(doc: Doc) -> int:
    """Return the token after the first line, if that is a headline; else 0."""
    document, blocks = document_of(doc), blocks_of(doc)
    if not blocks:
        return 0
    span = doc[blocks[0].tokens.start : blocks[0].tokens.end]
    text = document.text if document else doc.text
    return span.end if is_headline(text[span.start_char : span.end_char]) else 0


def _determiner(head: Token) -> str | None:
    return next((c.lower_ for c in head.children if c.dep_ in {"det", "poss"}), None)


def _content(tokens: Iterable[Token]) -> Iterator[str]:
    for token in tokens:
        if token.is_alpha and not token.is_stop and token.pos_ not in {"DET", "ADP", "PRON"}:
            yield token.lemma_.lower()
        elif token.like_num:
            yield token.text


def _named_ranges(doc: Doc) -> list[TokenRange]:
    found: list[TokenRange] = []
    actors = actor_index(doc)
    for pattern in (NAMED_ACT, BILL_NUMBER):
        for match in pattern.finditer(doc.text):
            span = doc.char_span(*match.span(), alignment_mode="contract")
            if span is None:
                continue
            tokens = TokenRange(_name_start(doc, span.start, span.end, actors), span.end)
            if tokens.end - tokens.start > 1 and not any(tokens.meets(f) for f in found):
                found.append(tokens)
    return sorted(found)


def _name_start(doc: Doc, start: int, end: int, actors: dict[int, int]) -> int:
    """Return where the name of an act begins behind what a headline puts before it.

    In "Bee, Dee Reintroduce Clean Water Act" all words are capitalised alike; the name starts
    after the last actor and the verb that follows it.
    """
    named = [i for i in range(start, end - 1) if i in actors]
    if named:
        start = named[-1] + 1
        while start < end - 1 and (doc[start].is_punct or doc[start].tag_ == "POS"):
            start += 1
        if (doc[start].lemma_.lower(), "VERB") in cues() or doc[start].tag_ == "VBZ":
            start += 1
    while start < end - 1 and (doc[start].text in NOT_NAMED_STARTS or doc[start].is_punct):
        start += 1
    return start


def _home(candidate: _Candidate, clusters: list[_Cluster]) -> _Cluster | None:
    """Return the cluster that the candidate belongs to, or None for a new one."""
    if candidate.refers:
        return _antecedent(candidate, clusters)
    text = candidate.head.doc[candidate.tokens.start : candidate.tokens.end].text
    announced = [c for c in clusters if c.in_headline and _is_announced(candidate, c)]
    if announced and not candidate.in_headline:
        return announced[0]
    matching = [c for c in clusters if _is_same(candidate, text, c)]
    return max(matching, key=lambda c: (len(c.words & candidate.words), c.last), default=None)


def _is_announced(candidate: _Candidate, cluster: _Cluster) -> bool:
    """Tell whether the headline spoke of it in fewer words: the first of its head noun is meant."""
    lemma = candidate.head.lemma_.lower()
    return candidate.kind is not None and any(
        m.head.lemma_.lower() == lemma and not m.named for m in cluster.mentions
    )


def _is_same(candidate: _Candidate, text: str, cluster: _Cluster) -> bool:
    if any(re.search(rf"\b{re.escape(a)}\b", text) for a in cluster.acronyms):
        return True
    for mention in cluster.mentions:
        shared = mention.words & candidate.words
        small = min(len(mention.words), len(candidate.words))
        if mention.words == candidate.words and small:
            return True
        same_head = mention.head.lemma_.lower() == candidate.head.lemma_.lower()
        if same_head and len(shared - PALE) >= MIN_SHARED and len(shared) == small:
            return True
    return False


def _antecedent(candidate: _Candidate, clusters: list[_Cluster]) -> _Cluster | None:
    start = candidate.tokens.start
    before = [c for c in clusters if c.last <= start]
    if candidate.is_side:
        return max(before, key=lambda c: c.last + SALIENCE * len(c.mentions), default=None)
    if candidate.head.lower_ in PRONOUNS:
        near = [c for c in before if start - c.last <= PRONOUN_REACH]
        return max(near, key=lambda c: c.last, default=None)
    lemma = candidate.head.lemma_.lower()
    same_head = [c for c in before if any(m.head.lemma_.lower() == lemma for m in c.mentions)]
    related = same_head or [c for c in before if _is_related(candidate, lemma, c)]
    return max(related, key=lambda c: c.last + 40 * len(c.mentions), default=None)


def _is_related(candidate: _Candidate, lemma: str, cluster: _Cluster) -> bool:
    if lemma in GENERIC:
        return True
    allowed = RELATED_KINDS.get(candidate.kind or "", frozenset())
    return bool(allowed & cluster.kinds) or any(m.named for m in cluster.mentions)


def _join(cluster: _Cluster, candidate: _Candidate) -> None:
    cluster.last = candidate.tokens.end
    cluster.in_headline = cluster.in_headline and candidate.in_headline
    if candidate.refers and cluster.mentions:
        cluster.references.append(candidate.tokens)
        return
    cluster.mentions.append(candidate)
    cluster.words |= candidate.words
    doc = candidate.head.doc
    text = doc[candidate.tokens.start : candidate.tokens.end].text
    cluster.acronyms.update(ACRONYM.findall(text))
    after = doc[candidate.tokens.end : candidate.tokens.end + 3].text
    match = ACRONYM.match(after)
    if match:
        cluster.acronyms.add(match.group(1))


def _note(doc: Doc, cluster: _Cluster) -> PolicyNote:
    texts = [doc[m.tokens.start : m.tokens.end].text for m in cluster.mentions]
    named = [t for t, m in zip(texts, cluster.mentions, strict=True) if m.named]
    name = max(named, key=len) if named else max(texts, key=_name_score)
    return PolicyNote(
        name=name,
        aliases=tuple(sorted(set(texts) - {name})),
        mentions=tuple(sorted(m.tokens for m in cluster.mentions)),
        references=tuple(sorted(cluster.references)),
    )


def _name_score(text: str) -> tuple[bool, int]:
    """Prefer a full phrase, but not one that runs on."""
    words = len(text.split())
    is_short = words <= LONGEST_NAME
    return is_short, words if is_short else -words
