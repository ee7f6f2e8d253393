"""Decide which groups act or hold views in a text, and gather the mentions of each."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING

from graphkit.nlp.annotations import as_written
from graphkit.nlp.cues import cues
from graphkit.nlp.groups import PERCENT, SINGULAR, GroupMention, find_groups
from graphkit.nlp.jurisdictions import place_before
from graphkit.nlp.quotation_marks import find_marked_runs
from graphkit.nlp.speech_cues import load_speech_lexicon
from graphkit.nlp.titles import POSSESSIVES, title_before

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc, Token

    from graphkit.nlp.annotations import Block

ARTICLES = frozenset({"a", "an", "the"})
PARTNERS = frozenset(
    {"with", "by", "from", "among", "between", "including", "include", "alongside"}
)
"""Prepositions before those who act together with somebody."""
INTRODUCED = frozenset({"body", "expert", "office", "side"})
"""Classes that "the" may introduce: "the lawmakers wrote"."""
SOURCES = frozenset({"among", "by", "from"})
"""Prepositions between a view and those who hold it: "opposition from unions"."""
PAIR = 2
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})


@dataclass(slots=True)
class GroupCluster:
    """The mentions of one group while they are gathered."""

    first: GroupMention
    role: str
    """The first phrase without its number, in lower case."""
    mentions: list[GroupMention] = field(default_factory=list)


def gather_groups(
    doc: Doc, blocks: tuple[Block, ...], people: frozenset[int], quoted: frozenset[int]
) -> tuple[list[GroupCluster], list[GroupMention]]:
    """Return the groups in order of first mention, and the mentions that take one up again.

    `people` are the tokens of names, `quoted` those in quotation marks.
    """
    judge = _Judge(doc, people, quoted)
    clusters: list[GroupCluster] = []
    again: list[GroupMention] = []
    found = find_groups(doc, blocks, people)
    mentions = [_with_leader(doc, _with_places(doc, m), people) for m in found]
    for mention in sorted(mentions, key=lambda m: (m.headline, m.start)):
        if mention.definite and mention.quantity is None and not _is_own(mention):
            again.append(mention)
        elif judge.acts(mention):
            _file(doc, clusters, mention)
    again = [m for m in again if not _introduces(doc, clusters, m, judge)]
    return sorted(clusters, key=lambda c: c.mentions[0].start), again


def _file(doc: Doc, clusters: list[GroupCluster], mention: GroupMention) -> None:
    same = next((c for c in clusters if _same_group(doc, c, mention)), None)
    if same is not None:
        same.mentions.append(mention)
    else:
        clusters.append(GroupCluster(mention, group_role(doc, mention).lower(), [mention]))


def _introduces(
    doc: Doc, clusters: list[GroupCluster], mention: GroupMention, judge: _Judge
) -> bool:
    """File "the members wrote" as a group of its own, where the text has no such group before."""
    head = _head(doc, mention)
    if mention.kind not in INTRODUCED or not judge.speaks(mention):
        return False
    if any(_head(doc, m) == head for c in clusters for m in c.mentions):
        return False
    clusters.append(GroupCluster(mention, group_role(doc, mention).lower(), [mention]))
    return True


def _same_group(doc: Doc, cluster: GroupCluster, mention: GroupMention) -> bool:
    """Tell whether a phrase names a group already met: by its words, its number, or its noun."""
    first = cluster.first
    if doc[mention.start].lower_ == "another" or mention.kind in SINGULAR:
        return False
    if mention.count is not None:
        heads = {_head(doc, m) for m in (first, mention)}
        return first.count == mention.count and (first.kind == mention.kind or len(heads) == 1)
    role = group_role(doc, mention).lower()
    bare = mention.start == mention.head_start and mention.end == mention.head_end
    if role == cluster.role:
        if first.count is not None:
            return mention.quantity is None and not (bare and mention.kind == "party")
        return _quantity_text(doc, first) == _quantity_text(doc, mention)
    return bare and mention.kind == "side" and role == _head(doc, first)


def _quantity_text(doc: Doc, mention: GroupMention) -> str:
    quantity = mention.quantity
    return doc[quantity.start : quantity.end].text.lower() if quantity is not None else ""


def _head(doc: Doc, mention: GroupMention) -> str:
    return doc[mention.head_start : mention.head_end].text.lower()


def group_text(doc: Doc, mention: GroupMention) -> str:
    """Return the phrase as it stands, without its article."""
    start = mention.start
    while start < mention.head_start and doc[start].lower_ in ARTICLES:
        start += 1
    return as_written(doc, start, mention.name_end)


def group_count(mention: GroupMention) -> int | None:
    """Return how many the phrase speaks of: one for "an aide"."""
    return 1 if mention.kind == "unnamed" else mention.count


def group_role(doc: Doc, mention: GroupMention) -> str:
    """Return the phrase without its number: "former county judges"."""
    start = mention.head_start
    floor = mention.quantity.end if mention.quantity is not None else mention.start
    while start > floor and doc[start - 1].lower_ not in ARTICLES | {"of", "their", "his", "her"}:
        start -= 1
    return as_written(doc, start, mention.end)


def _is_own(mention: GroupMention) -> bool:
    """Tell whether "the" and a plural name a group by themselves: "the Democrats"."""
    return mention.kind == "party" or mention.collective is not None


class _Judge:
    """Tells which groups act or hold a view; remembers them, since lists go on with their like."""

    def __init__(self, doc: Doc, people: frozenset[int], quoted: frozenset[int]) -> None:
        self._doc = doc
        self._people = people
        self._quoted = quoted
        self._accepted: set[int] = set()

    def acts(self, mention: GroupMention) -> bool:
        """Tell whether a group acts or holds a view here."""
        head = self._doc[mention.head_end - 1]
        if mention.count == 1 or head.dep_ == "attr" or _is_listed_out(head):
            return False
        if not self._by_kind(mention, head):
            return False
        self._accepted.add(head.i)
        return True

    def speaks(self, mention: GroupMention) -> bool:
        """Tell whether the group is said to hold a view, in the author's own words."""
        outside = mention.head_start not in self._quoted
        role = _role(self._doc, mention)
        if not outside:
            return False
        holds = role in {"subject", "by"} and _holds_view(self._doc, mention)
        return holds or _owns_view(self._doc, mention)

    def _by_kind(self, mention: GroupMention, head: Token) -> bool:
        inside = head.i in self._quoted
        role = _role(self._doc, mention)
        if mention.led:
            return not inside
        if mention.kind == "crowd" and self._is_share(mention):
            return role in {"subject", "by"} and _holds_view(self._doc, mention)
        if mention.kind not in SINGULAR and head.dep_ == "conj" and head.head.i in self._accepted:
            return not inside
        rules: dict[str, Callable[[], bool]] = {
            "party": lambda: not _owns(head),
            "side": lambda: not inside and not (mention.possessive and role == "object"),
            "office": lambda: self._office_acts(mention, role, inside=inside),
            "body": lambda: self._body_acts(mention, role),
            "unnamed": lambda: self._is_unnamed(mention) and self.speaks(mention),
        }
        rule = rules.get(mention.kind)
        return rule() if rule is not None else self._may_speak(mention, role)

    def _may_speak(self, mention: GroupMention, role: str) -> bool:
        outside = mention.head_start not in self._quoted
        return self.speaks(mention) or (role == "behalf" and outside)

    def _body_acts(self, mention: GroupMention, role: str) -> bool:
        if mention.count is not None:
            return role in {"subject", "patient", "by"}
        return self._may_speak(mention, role)

    def _office_acts(self, mention: GroupMention, role: str, *, inside: bool) -> bool:
        bare = mention.start == mention.head_start and mention.end == mention.head_end
        if mention.count is not None:
            # "Two lawmakers" are those whom the text has just named.
            return not (mention.count == PAIR and self._is_bare_number(mention))
        if inside:
            return False
        if mention.quantity is not None or mention.collective is not None or mention.possessive:
            return True
        if bare:
            return self.speaks(mention)
        return role in {"subject", "patient"} or role in PARTNERS

    def _is_bare_number(self, mention: GroupMention) -> bool:
        return mention.quantity is not None and mention.quantity.end == mention.head_start

    def _is_unnamed(self, mention: GroupMention) -> bool:
        """Tell "an aide said" from "the aide", "her aide" and "council aide Ann Bee"."""
        named = mention.end in self._people or mention.head_end in self._people
        return not (mention.definite or mention.possessive or named)

    def _is_share(self, mention: GroupMention) -> bool:
        """Tell whether it is "77 percent of voters", "a majority of voters"."""
        if mention.quantity is None:
            return False
        words = self._doc[mention.start : mention.head_start]
        return any(t.lower_ in PERCENT or t.lower_ in {"majority", "most"} for t in words)


def _is_listed_out(head: Token) -> bool:
    """Tell whether the sentence only goes on to name the members ("signatories include")."""
    return head.dep_ == "nsubj" and head.head.lemma_ == "include"


def _owns(head: Token) -> bool:
    """Tell whether the noun is a possessor: "Democrats' nominee"."""
    following = head.nbor() if head.i + 1 < len(head.doc) else None
    possessive = following is not None and (
        following.tag_ == "POS" or (following.text in POSSESSIVES and not head.whitespace_)
    )
    return head.dep_ == "poss" or possessive


def _role(doc: Doc, mention: GroupMention) -> str:
    token = doc[mention.head_end - 1]
    span = range(mention.start, mention.end)
    seen = 0
    while (token.i in span or token.dep_ in {"conj", "appos"}) and seen < len(doc):
        if token.dep_ in SUBJECTS:
            return "subject" if token.dep_ != "nsubjpass" else "patient"
        if token.dep_ == "pobj" and token.head.i not in span:
            behalf = token.head.head.lower_ == "behalf"
            return "behalf" if behalf else token.head.lower_
        if token.dep_ in {"dobj", "dative"}:
            return "object"
        if token.head.i == token.i:
            return "root"
        token = token.head
        seen += 1
    return token.dep_


def _holds_view(doc: Doc, mention: GroupMention) -> bool:
    verb: Token = doc[mention.head_end - 1]
    while verb.pos_ not in {"VERB", "AUX"} and verb.head.i != verb.i:
        verb = verb.head
    if verb.lemma_ == "be":
        said = (t for t in verb.children if t.dep_ in {"acomp", "attr"})
        return any((t.lemma_.lower(), tag) in cues() for t in said for tag in ("ADJ", "NOUN"))
    return verb.lemma_.lower() in view_verbs()


def _owns_view(doc: Doc, mention: GroupMention) -> bool:
    """Tell whether it is "opposition from unions", "support among voters"."""
    span = range(mention.start, mention.end)
    token = doc[mention.head_end - 1]
    while token.head.i in span and token.head.i != token.i:
        token = token.head
    while token.dep_ in {"conj", "appos"}:
        token = token.head
    link = token.head
    if token.dep_ != "pobj" or link.lower_ not in SOURCES or link.head.i in span:
        return False
    return (link.head.lemma_.lower(), "NOUN") in cues()


@cache
def view_verbs() -> frozenset[str]:
    """Return the verbs of saying and of stance, by lemma."""
    stance = {lemma for lemma, pos in cues() if pos == "VERB"}
    return frozenset(stance | set(load_speech_lexicon().verbs))


def _with_places(doc: Doc, mention: GroupMention) -> GroupMention:
    """Count the places before "and 15 other states" in."""
    quantity = mention.quantity
    start = mention.start
    if quantity is None or quantity.count is None or mention.kind != "body":
        return mention
    if doc[quantity.end].lower_ != "other" or start < 2 or doc[start - 1].lower_ != "and":  # noqa: PLR2004
        return mention
    found = place_before(doc, start - 1, doc[start].sent.start)
    if found is None:
        return mention
    counted = replace(quantity, count=quantity.count + 1)
    return replace(mention, start=found[0], quantity=counted)


def _with_leader(doc: Doc, mention: GroupMention, people: frozenset[int]) -> GroupMention:
    """Take the person before "and his colleagues", "and the lawmakers" in."""
    start = mention.start - 1 if mention.definite else mention.start
    companions = mention.definite or doc[start].lower_ in {"his", "her", "their"}
    if not companions or mention.kind != "office" or start < 2 or doc[start - 1].lower_ != "and":  # noqa: PLR2004
        return mention
    first = start - 1
    while first - 1 in people:
        first -= 1
    if first == start - 1:
        return mention
    title = title_before(doc, first, doc[first].sent.start)
    first = title.start if title is not None else first
    return replace(mention, start=first, definite=False, led=True)


def quoted_tokens(doc: Doc) -> frozenset[int]:
    """Return the tokens that stand in quotation marks."""
    tokens: set[int] = set()
    for run in find_marked_runs(doc.text):
        span = doc.char_span(run.start, run.end, alignment_mode="expand")
        if span is not None:
            tokens.update(range(span.start, span.end))
    return frozenset(tokens)
