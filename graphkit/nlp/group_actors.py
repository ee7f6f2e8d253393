"""Gather the mentions of each group of a text, and what each is called and counts."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from graphkit.nlp.annotations import as_written
from graphkit.nlp.group_judgement import Judge
from graphkit.nlp.group_phrases import HYPHENS
from graphkit.nlp.groups import SINGULAR, GroupMention, find_groups
from graphkit.nlp.jurisdictions import place_before
from graphkit.nlp.titles import title_before

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

    from graphkit.nlp.annotations import Block

ARTICLES = frozenset({"a", "an", "the"})
INTRODUCED = frozenset({"body", "collective", "crowd", "expert", "office", "side"})
"""Classes that "the" may introduce: "the lawmakers wrote"."""
TAKEN_UP = frozenset({"expert", "office", "side"})
"""Classes whose noun alone takes up a group described before: "tax experts … experts"."""
PLACE_KINDS = frozenset({"state", "country", "territory", "province"})

Key = tuple[str, str, int]


@dataclass(slots=True)
class GroupCluster:
    """The mentions of one group while they are gathered."""

    first: GroupMention
    role: str
    """The first phrase without its number, in lower case."""
    mentions: list[GroupMention] = field(default_factory=list)


class _Clusters:
    """The groups met so far; a mention finds its group by its words, its number or its noun."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._found: list[GroupCluster] = []
        self._by_key: dict[Key, list[int]] = defaultdict(list)
        self._heads: set[str] = set()

    def in_order(self) -> list[GroupCluster]:
        """Return the groups by where the text first names them."""
        return sorted(self._found, key=lambda c: c.mentions[0].start)

    def knows_head(self, mention: GroupMention) -> bool:
        """Tell whether a group of the same noun was met."""
        return _head(self._doc, mention) in self._heads

    def file(self, mention: GroupMention) -> None:
        """Add a mention to the group it names, else begin a new one."""
        places = sorted({p for key in self._keys(mention) for p in self._by_key[key]})
        same = next((p for p in places if _same_group(self._doc, self._found[p], mention)), None)
        if same is not None:
            self._found[same].mentions.append(mention)
            self._heads.add(_head(self._doc, mention))
        else:
            self.begin(mention)

    def begin(self, mention: GroupMention) -> None:
        """Begin a group of its own."""
        cluster = GroupCluster(mention, group_role(self._doc, mention).lower(), [mention])
        self._found.append(cluster)
        self._heads.add(_head(self._doc, mention))
        for key in self._keys(mention):
            self._by_key[key].append(len(self._found) - 1)

    def _keys(self, mention: GroupMention) -> Iterator[Key]:
        """Yield under which keys the group of a mention is looked up."""
        head = _head(self._doc, mention)
        yield ("role", group_role(self._doc, mention).lower(), 0)
        yield ("head", head, 0)
        if mention.count is not None:
            yield ("kind", mention.kind, mention.count)
            yield ("noun", head, mention.count)
        if mention.party is not None and mention.kind == "party":
            yield ("party", mention.party, 0)


def gather_groups(
    doc: Doc, blocks: tuple[Block, ...], people: frozenset[int], quoted: frozenset[int]
) -> tuple[list[GroupCluster], list[GroupMention]]:
    """Return the groups in order of first mention, and the mentions that take one up again.

    `people` are the tokens of names, `quoted` those in quotation marks.
    """
    judge = Judge(doc, people, quoted)
    clusters = _Clusters(doc)
    again: list[GroupMention] = []
    found = find_groups(doc, blocks, people)
    mentions = [_with_leader(doc, _with_places(doc, m), people) for m in found]
    reached = 0
    for mention in sorted(mentions, key=lambda m: (m.headline, m.start)):
        if reached >= mention.end and not mention.headline:
            # "members of a group of mayors" are not a group of mayors beside
            continue
        if mention.definite and mention.quantity is None and not _is_own(mention):
            again.append(mention)
        elif judge.acts(mention):
            clusters.file(mention)
            reached = mention.end if not mention.headline else reached
    again = [m for m in again if not _introduces(clusters, m, judge)]
    return clusters.in_order(), again


def _introduces(clusters: _Clusters, mention: GroupMention, judge: Judge) -> bool:
    """File "the members wrote" as a group of its own, where the text has no such group before."""
    described = mention.start < mention.head_start
    if mention.kind not in INTRODUCED or (mention.kind == "collective" and not described):
        return False
    if clusters.knows_head(mention) or not judge.speaks(mention):
        return False
    clusters.begin(mention)
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
    if mention.headline and mention.kind == "party" and bare:
        # a headline brings in no group that the text does not have
        return first.party == mention.party
    if role == cluster.role and mention.name_end == mention.end:
        if first.count is not None:
            return mention.quantity is None and not (bare and mention.kind == "party")
        return _quantity_text(doc, first) == _quantity_text(doc, mention)
    return bare and mention.kind in TAKEN_UP and role == _head(doc, first)


def _quantity_text(doc: Doc, mention: GroupMention) -> str:
    quantity = mention.quantity
    return doc[quantity.start : quantity.end].text.lower() if quantity is not None else ""


def _head(doc: Doc, mention: GroupMention) -> str:
    return doc[mention.head_start : mention.head_end].text.lower()


def group_text(doc: Doc, mention: GroupMention) -> str:
    """Return the phrase as it stands, without its article; "a dozen" keeps its own."""
    start = mention.start
    stop = mention.quantity.start if mention.quantity is not None else mention.head_start
    while start < stop and doc[start].lower_ in ARTICLES:
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
    if start < mention.head_start and doc[start].text in HYPHENS:
        start += 1
    return as_written(doc, start, mention.end)


def _is_own(mention: GroupMention) -> bool:
    """Tell whether "the" and a plural name a group by themselves: "the Democrats"."""
    return mention.kind == "party" or mention.collective is not None


def _with_places(doc: Doc, mention: GroupMention) -> GroupMention:
    """Count the places before "and 15 other states" in: "Ohio, Utah and 15 other states"."""
    quantity = mention.quantity
    if quantity is None or quantity.count is None or mention.kind != "body":
        return mention
    words = {t.lower_ for t in doc[quantity.start : mention.head_start]}
    start, named = mention.start, 0
    separators = {"and", "&"}
    floor = doc[start].sent.start
    while "other" in words and start - 1 > floor and doc[start - 1].lower_ in separators:
        end = start - 2 if doc[start - 2].text == "," else start - 1
        found = place_before(doc, end, floor)
        if found is None or found[1].kind not in PLACE_KINDS:
            break
        start, named, separators = found[0], named + 1, {","}
    if not named:
        return mention
    counted = replace(quantity, count=quantity.count + named)
    return replace(mention, start=start, quantity=counted)


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
